// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which lines of a file say something new, if functions may move?
//
//   old texts ──functionsIn()──> functions ─┐ paired by scope and signature
//   new texts ──functionsIn()──> functions ─┴─> tokens that differ ──> lines
//
// A diff of lines calls code new that was only reformatted, commented or moved.
// So a function that existed before, wherever it stood, is compared with its
// old self token by token. Only raw lexing, no parsing: old code need not
// compile. Where braces do not balance (#if around half a function) there are
// no functions, and the lines of git hold.

#ifndef ASYNC_TIDY_TOOL_FUNCTIONTEXT_H
#define ASYNC_TIDY_TOOL_FUNCTIONTEXT_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <utility>
#include <vector>

namespace async_tidy::tool {

/// Lines from the first up to and including the last. The second may be one
/// less than the first: something was deleted between the two.
using LineRange = std::pair<unsigned, unsigned>;

/// One token and its line, from 1. Large changes have millions of them, so the
/// text is a hash, which is good for this process.
struct TextToken {
  std::size_t Text = 0;
  unsigned Line = 0;
};

/// A definition outside of other functions: everything from the end of what
/// stands before it to its closing brace; or a macro's, from `#define` on.
struct FunctionText {
  /// The names of the scopes around it, and the tokens before its body; of a
  /// macro, its name.
  std::string Signature;
  std::vector<TextToken> Tokens;

  unsigned firstLine() const { return Tokens.front().Line; }
  unsigned lastLine() const { return Tokens.back().Line; }
};

/// The functions and macros of C++ source \p Text in the order written; none
/// where its braces do not balance.
std::vector<FunctionText> functionsIn(llvm::StringRef Text);

/// The lines of \p New that say something that \p Old did not say. What only
/// changed its place inside the function is not new.
std::vector<LineRange> changedLines(const FunctionText &Old,
                                    const FunctionText &New);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FUNCTIONTEXT_H
