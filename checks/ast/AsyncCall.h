// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is true of this call, and where in the source is it?
//
//   expression ──Resolver──> row ──┐
//   its children ──────────────────┼──> AsyncCall = facts + anchors
//   its surroundings ──────────────┘
//
// The one model that every check looks at. Facts decide (core/Decide.h),
// anchors only locate: ranges and expressions for diagnostics and edits. The
// surroundings are read from the enclosing function and its lexical parents;
// bodies in other files are never read, so that the plain, the fast and the
// editor's driver see the same facts.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_ASYNCCALL_H
#define ASYNC_TIDY_AST_ASYNCCALL_H

#include "Resolve.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/SmallVector.h"

#include <optional>
#include <string>
#include <vector>

namespace async_tidy {

/// Where the parts of a call stand. Expressions live as long as the AST.
struct Anchors {
  const clang::Expr *Site = nullptr;
  /// The caret: the callee's name, or the first operator of a chain.
  clang::SourceLocation Loc;
  /// The text that names the primitive, qualifiers included; invalid for an
  /// operator.
  clang::SourceRange Callee;
  /// `&&` tokens of one chain, in source order; empty for other shapes.
  llvm::SmallVector<clang::SourceLocation, 4> Operators;
  /// Parentheses inside a chain that grouped operands of the same gather.
  llvm::SmallVector<clang::SourceRange, 2> InnerParens;
  /// The children as written.
  llvm::SmallVector<const clang::Expr *, 6> Children;
  /// The innermost enclosing function's name, for people; may be empty.
  std::string Function;
  /// What made the region a cleanup region, for people; may be empty.
  std::string RegionName;
  /// What took the results before anybody could await them, for people, and
  /// its row; empty and nullptr if nothing did.
  std::string Taker;
  const CallRow *TakerRow = nullptr;
};

/// One recognised call.
struct AsyncCall {
  CallFacts Facts;
  Anchors At;
  Resolved Row;
  /// The variant of the row that applies, or nullptr.
  const Variant *Special = nullptr;

  /// How messages name the primitive: "folly::coro::collectAll", "&&".
  std::string displayName() const;
  /// The clause of this primitive's own, or empty.
  llvm::StringRef pitfall() const;
};

/// Words that a team adds to the built-in ones (core/Words.h). The strings
/// must outlive the describer.
struct ExtraWords {
  std::vector<std::string_view> Cleanup;
  std::vector<std::string_view> LongRunning;
};

/// Turns expressions of one translation unit into calls.
class Describer {
public:
  Describer(clang::ASTContext &Context, const Resolver &Rows,
            const ExtraWords &Words)
      : Context(Context), Rows(Rows), Words(Words) {}

  /// The call that \p Site is, or nothing: no row, an unevaluated operand, a
  /// part of a larger call that is described as a whole, or dependent code
  /// that may turn out to be something else.
  std::optional<AsyncCall> describe(const clang::Expr &Site) const;

private:
  clang::ASTContext &Context;
  const Resolver &Rows;
  const ExtraWords &Words;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_ASYNCCALL_H
