// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which characters change when a recipe is carried out?
//
//   Recipe (core) + Anchors ──> replacements, one set per call
//
// The only code that writes source text. It keeps the text of the children to
// the letter, comments between them included, and touches only what names the
// primitive, the operators of a chain, and the include block. It judges
// nothing: whether to edit was decided before.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_EDITS_H
#define ASYNC_TIDY_AST_EDITS_H

#include "../core/Recipe.h"
#include "AsyncCall.h"
#include "clang/Basic/Diagnostic.h"

#include <optional>

namespace async_tidy {

struct AsyncHandler;

using Hints = llvm::SmallVector<clang::FixItHint, 6>;

/// How the safe gather is spelled in this code base: ours or a team's own.
struct GatherSpelling {
  std::string Function;         ///< "safe_async::safe_gather"
  std::string ReturnExceptions; ///< "safe_async::return_exceptions"
  std::string Timeout;          ///< "safe_async::timeout"
  std::string Duration;         ///< an expression, or empty: a person says it
};

/// Whether the text of \p At stands in one file, token by token, so that
/// editsFor() can succeed.
bool isReadable(const Anchors &At, const clang::ASTContext &Context);

/// The replacements that carry out \p Fix, in source order and without
/// overlaps; empty if the text cannot be edited in one place.
Hints editsFor(const AsyncCall &Call, const Recipe &Fix,
               const GatherSpelling &Spelling, clang::ASTContext &Context);

/// catch (...) { log(); }  →  catch (const cancelled &) { throw; } catch (...)
/// The handler that rethrows what \p Handler would take; empty where the text
/// cannot be edited.
Hints rethrowCancellation(const AsyncHandler &Handler,
                          clang::ASTContext &Context);

/// fetch();  →  co_await fetch();
Hints awaitIt(const clang::Expr &Task, const clang::ASTContext &Context);

/// The edit that includes \p Header (`<a/b.hpp>` or `"a/b.hpp"`) in the file
/// of \p Where, or nothing if the file includes it already.
std::optional<clang::FixItHint> includeEdit(clang::SourceLocation Where,
                                            llvm::StringRef Header,
                                            const clang::SourceManager &SM);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_EDITS_H
