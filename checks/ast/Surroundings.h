// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the code around a call say about it?
//
// One walk from the call upwards: through the expression it is part of (is it
// awaited, bounded, raced against a timer, never evaluated?), the statements
// (is the result used, does a rethrow follow?), and the functions and lambdas
// that enclose it (is this cleanup, and why?). Parents are asked for only once
// a row has matched; there is no hasAncestor on a hot path.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_SURROUNDINGS_H
#define ASYNC_TIDY_AST_SURROUNDINGS_H

#include "Children.h"

namespace async_tidy {

/// Whether the expression runs at all.
enum class Evaluation : std::uint8_t { Evaluated, Unevaluated };

struct Surroundings {
  Evaluation Runs = Evaluation::Evaluated;
  /// Whether the call itself, not a larger expression, is awaited.
  bool DirectlyAwaited = false;
  Use Result = Use::AwaitableStored;
  Inspection Results = Inspection::Unknown;
  /// What took the results before anybody could await them.
  std::string Taker;
  const CallRow *TakerRow = nullptr;
  /// The local variable that keeps the awaitable, or nullptr.
  const clang::VarDecl *KeptIn = nullptr;
  DeadlineSource Deadline = DeadlineSource::None;
  Region Where = Region::Ordinary;
  std::string RegionName;
  std::string Function;
  /// The innermost enclosing function, or nullptr (a namespace-scope variable).
  const clang::FunctionDecl *Enclosing = nullptr;
  /// The operator chain or group that the call is a part of, if that is
  /// described as a whole.
  const clang::Expr *Whole = nullptr;
  /// Whether an enclosing function is the instantiation of a template.
  bool InInstantiation = false;
};

/// Reads the surroundings of \p Site, which calls \p Row with \p Children.
Surroundings look(clang::ASTContext &Context, const clang::Expr &Site,
                  const Resolved &Row, const ChildList &Children,
                  const Resolver &Rows, const ExtraWords &Words);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_SURROUNDINGS_H
