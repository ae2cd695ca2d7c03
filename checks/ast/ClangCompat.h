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

// The driver's table of options moved, and an option's users became a mask.
#if LLVM_VERSION_MAJOR >= 22
#define ASYNC_TIDY_DRIVER_OPTIONS_H "clang/Options/Options.h"
#define ASYNC_TIDY_DRIVER_NAMESPACE clang
#else
#define ASYNC_TIDY_DRIVER_OPTIONS_H "clang/Driver/Options.h"
#define ASYNC_TIDY_DRIVER_NAMESPACE clang::driver
#endif
#if LLVM_VERSION_MAJOR >= 19
#define ASYNC_TIDY_PARSE_DRIVER_OPTION(Table, List, Index)                     \
  (Table).ParseOneArg(List, Index, llvm::opt::Visibility(llvm::opt::DefaultVis))
#else
#define ASYNC_TIDY_PARSE_DRIVER_OPTION(Table, List, Index)                     \
  (Table).ParseOneArg(List, Index, /*FlagsToInclude=*/0,                       \
                      clang::driver::options::NoDriverOption |                 \
                          clang::driver::options::CLOption |                   \
                          clang::driver::options::CLDXCOption)
#endif

// An #include that stands for a module tells whether it was imported. The
// type list is for overriding PPCallbacks::InclusionDirective().
#if LLVM_VERSION_MAJOR >= 19
#define ASYNC_TIDY_INCLUDED_MODULE const clang::Module *, bool
#else
#define ASYNC_TIDY_INCLUDED_MODULE const clang::Module *
#endif

// A file system's exists() became virtual.
#if LLVM_VERSION_MAJOR >= 19
#define ASYNC_TIDY_EXISTS_OVERRIDE override
#else
#define ASYNC_TIDY_EXISTS_OVERRIDE
#endif

// Diagnostic options became a plain object that the context owns.
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/DiagnosticOptions.h"

#include <memory>
#include <string>

#if LLVM_VERSION_MAJOR >= 22
#include "llvm/ADT/FunctionExtras.h"
#else
#include "llvm/ADT/STLFunctionalExtras.h"
#endif

namespace clang::tidy {
struct ClangTidyOptions;
} // namespace clang::tidy

namespace async_tidy {

/// What edits the clang-tidy options of one file inside clangd, and is
/// returned by value from its functions. An older clangd refers to functions
/// that live forever, a newer one owns them.
#if LLVM_VERSION_MAJOR >= 22
using ClangdTidyProvider = llvm::unique_function<void(
    clang::tidy::ClangTidyOptions &, llvm::StringRef) const>;
#else
using ClangdTidyProvider =
    llvm::function_ref<void(clang::tidy::ClangTidyOptions &, llvm::StringRef)>;
#endif

/// A diagnostics engine for \p Context (a ClangTidyContext) that reports to
/// \p Consumer. Both must outlive it, and it the use of the context.
template <typename TidyContext>
std::unique_ptr<clang::DiagnosticsEngine>
attachDiagnostics(TidyContext &Context, clang::DiagnosticConsumer &Consumer) {
#if LLVM_VERSION_MAJOR >= 22
  auto Options = std::make_unique<clang::DiagnosticOptions>();
  auto Engine = std::make_unique<clang::DiagnosticsEngine>(
      clang::DiagnosticIDs::create(), *Options, &Consumer,
      /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(std::move(Options), Engine.get());
#else
  auto Engine = std::make_unique<clang::DiagnosticsEngine>(
      new clang::DiagnosticIDs(), new clang::DiagnosticOptions(), &Consumer,
      /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(Engine.get());
#endif
  return Engine;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_CLANGCOMPAT_H
