// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Might a template hold a finding that only a skipped body would bring out?
//
// Checks see what depends on a template parameter in instantiations. If nobody
// instantiated a template, perhaps a skipped body would have. Such a template
// is uncertain where its body awaits, or names a gather, race or timeout; a
// generic lambda or another templated call operator, which is nearly always
// handed to somebody else's function, also where it calls or declares anything
// whose type is not known yet.

#ifndef ASYNC_TIDY_TOOL_UNCERTAINTEMPLATES_H
#define ASYNC_TIDY_TOOL_UNCERTAINTEMPLATES_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace clang {
class Decl;
} // namespace clang

namespace async_tidy::tool {

/// Whether there is an uncertain template below \p Declarations, in a place
/// for which \p IsReported holds.
bool holdsUncertainTemplate(
    llvm::ArrayRef<clang::Decl *> Declarations,
    llvm::function_ref<bool(clang::SourceLocation)> IsReported);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_UNCERTAINTEMPLATES_H
