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

// The dependency scanner moved out of the tooling library.
#if LLVM_VERSION_MAJOR >= 22
#define ASYNC_TIDY_DEPENDENCY_SERVICE_H                                        \
  "clang/DependencyScanning/DependencyScanningService.h"
#define ASYNC_TIDY_DEPENDENCY_TOOL_H "clang/Tooling/DependencyScanningTool.h"
#define ASYNC_TIDY_DEPENDENCY_NAMESPACE clang::dependencies
#define ASYNC_TIDY_DEPENDENCY_TOOL clang::tooling::DependencyScanningTool
#else
#define ASYNC_TIDY_DEPENDENCY_SERVICE_H                                        \
  "clang/Tooling/DependencyScanning/DependencyScanningService.h"
#define ASYNC_TIDY_DEPENDENCY_TOOL_H                                           \
  "clang/Tooling/DependencyScanning/DependencyScanningTool.h"
#define ASYNC_TIDY_DEPENDENCY_NAMESPACE clang::tooling::dependencies
#define ASYNC_TIDY_DEPENDENCY_TOOL                                             \
  clang::tooling::dependencies::DependencyScanningTool
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
#include "llvm/Support/Error.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#if LLVM_VERSION_MAJOR >= 22
#include "llvm/ADT/FunctionExtras.h"
#else
#include "llvm/ADT/STLFunctionalExtras.h"
#endif

namespace clang::tidy {
struct ClangTidyOptions;
} // namespace clang::tidy

namespace async_tidy {

/// What \p Line, run in \p Directory, depends on, as a rule for make; nothing
/// where \p Tool (a DependencyScanningTool) found an error.
template <typename Tool>
std::optional<std::string> dependencyRule(Tool &Scanner,
                                          const std::vector<std::string> &Line,
                                          const std::string &Directory) {
#if LLVM_VERSION_MAJOR >= 22
  clang::DiagnosticConsumer Counter; // says nothing, but counts
  auto Rule = Scanner.getDependencyFile(Line, Directory, Counter);
  if (Counter.getNumErrors() > 0)
    Rule.reset();
  return Rule;
#else
  auto Rule = Scanner.getDependencyFile(Line, Directory);
  if (Rule)
    return std::move(*Rule);
  llvm::consumeError(Rule.takeError());
  return std::nullopt;
#endif
}

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
