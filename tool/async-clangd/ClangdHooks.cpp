// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does clangd have to be told, so that our checks run without any
// `.clangd` file?
//
// Three answers that clangd gives itself. The linker renames clangd's calls of
// these functions to __wrap_NAME, which we define, and the functions themselves
// to __real_NAME, which we call:
//
//   provideDefaultChecks()  which checks run: ours too, where none is named;
//                           and which lines are new code
//   isFastTidyCheck()       which may run while people type: ours all may
//   GetResourcesPath()      where clang's builtin headers are: beside clangd,
//                           where we are not, else where LLVM is installed
//
// The user's own words come before or after ours as they always did: a
// `.clang-tidy` or `.clangd` that names an async check is obeyed.

#include "AllChecks.h"
#include "Phrases.h"
#include "ProjectReview.h"
#include "ast/ClangCompat.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "options/DefaultChecks.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

#include <optional>
#include <string>
#include <utility>

using clang::tidy::ClangTidyOptions;
using llvm::StringRef;

std::optional<bool> realIsFast(StringRef Check) __asm__(
    "__real__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::optional<bool> wrappedIsFast(StringRef Check) __asm__(
    "__wrap__ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
async_tidy::ClangdTidyProvider
realDefaultChecks() __asm__("__real__ZN5clang6clangd20provideDefaultChecksEv");
async_tidy::ClangdTidyProvider wrappedDefaultChecks() __asm__(
    "__wrap__ZN5clang6clangd20provideDefaultChecksEv");
std::string
realResources(const char *Argv0,
              void *MainAddress) __asm__("__real_" ASYNC_TIDY_RESOURCES_SYMBOL);
std::string wrappedResources(const char *Argv0, void *MainAddress) __asm__(
    "__wrap_" ASYNC_TIDY_RESOURCES_SYMBOL);

namespace {

bool isOurs(StringRef Check) {
  return llvm::any_of(async_tidy::AllChecks::Infos, [&](const auto *Info) {
    return Check == async_tidy::toRef(Info->Name);
  });
}

/// Outlives main(), as a reference to it is handed out.
const async_tidy::ClangdTidyProvider &clangdsDefaults() {
  static const async_tidy::ClangdTidyProvider Provider = realDefaultChecks();
  return Provider;
}

void addOurs(ClangTidyOptions &Options, StringRef File) {
  clangdsDefaults()(Options, File);
  Options.Checks =
      async_tidy::tool::withAsyncChecks(Options.Checks.value_or(""));
  // The last of the providers that decide; the analysis follows.
  if (const auto NewLines =
          async_tidy::clangd::ProjectReview::instance().begin(File))
    Options.CheckOptions[async_tidy::toRef(async_tidy::option::NewLines.Name)] =
        ClangTidyOptions::ClangTidyValue(*NewLines, 10000);
}

bool holdsBuiltinHeaders(StringRef Directory) {
  llvm::SmallString<256> Header(Directory);
  llvm::sys::path::append(Header, "include", "stddef.h");
  return llvm::sys::fs::exists(Header);
}

} // namespace

std::optional<bool> wrappedIsFast(StringRef Check) {
  return isOurs(Check) ? true : realIsFast(Check);
}

async_tidy::ClangdTidyProvider wrappedDefaultChecks() { return addOurs; }

std::string wrappedResources(const char *Argv0, void *MainAddress) {
  const std::string Beside = realResources(Argv0, MainAddress);
  if (holdsBuiltinHeaders(Beside))
    return Beside;
  if (holdsBuiltinHeaders(ASYNC_TIDY_RESOURCE_DIR))
    return ASYNC_TIDY_RESOURCE_DIR;
  // Another machine than the one we were built on: its clang knows.
  for (const char *Name : {"clang-" ASYNC_TIDY_LLVM_MAJOR, "clang"}) {
    const auto Clang = llvm::sys::findProgramByName(Name);
    llvm::SmallString<256> Real;
    if (!Clang || llvm::sys::fs::real_path(*Clang, Real))
      continue;
    const std::string Dir = realResources(Real.c_str(), nullptr);
    if (holdsBuiltinHeaders(Dir))
      return Dir;
  }
  return Beside;
}
