// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where do the LLVM versions we support differ?
//
// Here, and nowhere else: this is the only file that compares
// LLVM_VERSION_MAJOR. Headers that moved are named by a macro, to be included
// by `#include ASYNC_TIDY_..._H`, so that including this file costs nothing.

#ifndef ASYNC_TIDY_AST_CLANGCOMPAT_H
#define ASYNC_TIDY_AST_CLANGCOMPAT_H

#include "llvm/Config/llvm-config.h"

// clang-tidy's registry of modules was folded into ClangTidyModule.h.
#if LLVM_VERSION_MAJOR >= 22
#define ASYNC_TIDY_MODULE_REGISTRY_H "clang-tidy/ClangTidyModule.h"
#else
#define ASYNC_TIDY_MODULE_REGISTRY_H "clang-tidy/ClangTidyModuleRegistry.h"
#endif

#endif // ASYNC_TIDY_AST_CLANGCOMPAT_H
