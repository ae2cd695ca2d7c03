// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which words must a translation unit contain for a finding to be possible?
//
// A finding needs a call or type of a row, whose declaration spells every part
// of its full name somewhere in the files that are read; or it needs a
// co_await. Words are identifiers outside comments and literals. Only a name
// that a library makes by pasting tokens (##) would be missed, and no row has
// such a name.

#ifndef ASYNC_TIDY_TOOL_TRIGGERS_H
#define ASYNC_TIDY_TOOL_TRIGGERS_H

#include "ast/AsyncLibrary.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"

#include <vector>

namespace async_tidy::tool {

/// Whether a call of this role has findings of its own.
bool isJudged(Role What);

/// Some of the words that Triggers knows, by number.
using Words = llvm::BitVector;

class Triggers {
public:
  /// Those of the built-in rows and of the rows that \p Options name. Fails
  /// where these cannot be read.
  static llvm::Expected<Triggers>
  create(const clang::tidy::ClangTidyOptions &Options);

  /// The known words of \p Code.
  Words in(llvm::StringRef Code) const;

  /// Whether files that contain \p Found, all together, may hold a finding.
  bool isMet(const Words &Found) const;

  Words none() const { return Words(Numbers.size()); }

private:
  void need(llvm::ArrayRef<llvm::StringRef> Names);
  void needAll(const LibraryIndex &Index, bool SingleAwaits);

  llvm::StringMap<unsigned> Numbers;
  /// A finding needs all words of one of these.
  std::vector<std::vector<unsigned>> Needs;
};

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_TRIGGERS_H
