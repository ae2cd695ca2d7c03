// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does the cancellation of a library surface in this file, and which
// handler takes it?
//
// The rows name the types; what derives from what is read from the
// declarations that this translation unit has.
//
// Ring 2: clang AST, no clang-tidy.

#ifndef ASYNC_TIDY_AST_CANCELLATIONTYPES_H
#define ASYNC_TIDY_AST_CANCELLATIONTYPES_H

#include "../core/NodeFacts.h"
#include "AsyncLibrary.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallVector.h"

#include <string>
#include <vector>

namespace async_tidy {

/// How the cancellation of one library surfaces in this translation unit.
struct Surface {
  const AsyncLibrary *Library = nullptr;
  const LibraryRoot *Root = nullptr;
  CancellationChannel Channel = CancellationChannel::None;
  std::vector<std::string> Names;
  llvm::SmallVector<const clang::CXXRecordDecl *, 4>
      Types; ///< those that are complete
};

/// The surface of \p Library under \p Root; \p Extra are full names of
/// further types that mean cancellation.
Surface surfaceOf(const AsyncLibrary &Library, const LibraryRoot &Root,
                  llvm::ArrayRef<std::string> Extra,
                  const clang::ASTContext &Context);

/// What \p Catch takes of it.
Takes takesOf(const clang::CXXCatchStmt &Catch, const Surface &S);

/// The first handler of \p Try that takes the cancellation, or nullptr.
const clang::CXXCatchStmt *firstTaker(const clang::CXXTryStmt &Try,
                                      const Surface &S);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CANCELLATIONTYPES_H
