// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which libraries bring their own rows?
//
//   #include "team/net/all.h"  ──> team/net/.async-tidy.yml,
//   team/.async-tidy.yml
//
// A library can install a file `.async-tidy.yml` beside its headers; whoever
// includes them has its rows without any configuration. Looked at are the
// folder of each included header and, of the folders above it, those that the
// #include names: a stat() for each folder of headers, once per translation
// unit. The rows of ExtraLibraries are read later and win.

#ifndef ASYNC_TIDY_SHIPPEDROWS_H
#define ASYNC_TIDY_SHIPPEDROWS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <string>
#include <vector>

namespace clang {
class Preprocessor;
} // namespace clang

namespace llvm::vfs {
class FileSystem;
} // namespace llvm::vfs

namespace async_tidy {

/// Shared by the checks of one translation unit (SharedState.h); used by one
/// thread.
class ShippedRows {
public:
  static constexpr llvm::StringLiteral FileName = ".async-tidy.yml";

  /// Looks beside every header that \p PP includes from now on. \p Self is
  /// kept alive as long as \p PP. Further calls change nothing.
  static void watch(const std::shared_ptr<ShippedRows> &Self,
                    clang::Preprocessor &PP);

  /// Looks beside \p Header, which was included as \p Spelled.
  void lookBeside(llvm::StringRef Header, llvm::StringRef Spelled,
                  llvm::vfs::FileSystem &Files);

  /// What was found and can be read, in the order of inclusion.
  llvm::ArrayRef<std::unique_ptr<llvm::MemoryBuffer>> found() const {
    return Found;
  }

  /// Why others cannot be read; told once, to the first check that asks.
  std::vector<std::string> takeRefused() { return std::move(Refused); }

private:
  bool Watching = false;
  llvm::StringSet<> Visited;
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> Found;
  std::vector<std::string> Refused;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_SHIPPEDROWS_H
