// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does a result travel from a worker process to its parent?
//
// As bytes in a pipe between two processes of the same program, so the format
// needs no version: numbers of 8 bytes, strings with their length in front. Not
// JSON, because source text need not be UTF-8 and must arrive unchanged.

#ifndef ASYNC_TIDY_TOOL_RECORD_H
#define ASYNC_TIDY_TOOL_RECORD_H

#include "Findings.h"

#include <optional>
#include <string>
#include <string_view>

namespace async_tidy::tool {

/// \p Result as bytes.
std::string toBytes(const FileResult &Result);

/// The result in \p Bytes, or nothing where they are cut short.
std::optional<FileResult> fromBytes(std::string_view Bytes);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_RECORD_H
