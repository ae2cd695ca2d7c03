// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a result travel from a worker process to its parent, or to a later
// run?
//
// As bytes in a pipe or a cache entry between processes of the same program
// (the program is part of the cache key), so the format needs no version:
// numbers of 8 bytes, strings with their length in front. Not JSON, because
// source text need not be UTF-8 and must arrive unchanged.

#ifndef ASYNC_TIDY_TOOL_RECORD_H
#define ASYNC_TIDY_TOOL_RECORD_H

#include "Findings.h"
#include "InputFiles.h"

#include <optional>
#include <string>
#include <string_view>

namespace async_tidy::tool {

/// \p Result as bytes.
std::string toBytes(const FileResult &Result);

/// The result in \p Bytes, or nothing where they are cut short.
std::optional<FileResult> fromBytes(std::string_view Bytes);

/// A result with what it depends on, as the cache keeps it.
struct StoredResult {
  Trace Inputs;
  FileResult Result;
};

/// \p Stored as bytes.
std::string toBytes(const StoredResult &Stored);

/// What is in \p Bytes, or nothing where they are cut short.
std::optional<StoredResult> storedFromBytes(std::string_view Bytes);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_RECORD_H
