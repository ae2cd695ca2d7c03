// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The names of checks and options are asked from the checks themselves: every
// check is made once, and says which options it reads.

#include "options/Validate.h"

#include "OptionList.h"
#include "analysis/Findings.h"
#include "ast/AsyncLibrary.h"
#include "ast/ClangCompat.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/GlobList.h"
#include "fixes/Restyle.h"
#include "options/Configuration.h"
#include "options/Suggest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/SourceMgr.h"
#include ASYNC_TIDY_MODULE_REGISTRY_H

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

clang::tidy::ClangTidyCheckFactories &factories() {
  static clang::tidy::ClangTidyCheckFactories All = [] {
    clang::tidy::ClangTidyCheckFactories F;
    for (const auto &Module : clang::tidy::ClangTidyModuleRegistry::entries())
      Module.instantiate()->addCheckFactories(F);
    return F;
  }();
  return All;
}

/// "async-raw-gather.AcceptEquivalent", … of all checks, sorted.
const std::vector<std::string> &allOptions() {
  static const std::vector<std::string> Names = [] {
    clang::tidy::ClangTidyContext Context(
        std::make_unique<clang::tidy::DefaultOptionsProvider>(
            clang::tidy::ClangTidyGlobalOptions(),
            clang::tidy::ClangTidyOptions::getDefaults()));
    Context.setCurrentFile("options.cpp");
    llvm::StringSet<> Read;
    Context.setOptionsCollector(&Read);
    for (const auto &Factory : factories())
      Factory.getValue()(Factory.getKey(), &Context);
    std::vector<std::string> Sorted;
    for (const auto &Name : Read)
      if (Name.getKey().starts_with("async-"))
        Sorted.push_back(Name.getKey().str());
    llvm::sort(Sorted);
    return Sorted;
  }();
  return Names;
}

/// Tries the library files of \p Value, a list with semicolons.
void validateLibraries(StringRef Where, StringRef Value,
                       std::vector<std::string> &Errors) {
  const auto Fail = [&](llvm::Error Why) {
    Errors.push_back(llvm::formatv("{0}: ExtraLibraries: {1}", Where,
                                   llvm::toString(std::move(Why))));
  };
  auto Buffers = readLibraryFiles(listOf(Value));
  if (!Buffers)
    return Fail(Buffers.takeError());
  if (auto Index = LibraryIndex::withExtra(refs(*Buffers)); !Index)
    Fail(Index.takeError());
}

} // namespace

const std::vector<std::string> &allChecks() {
  static const std::vector<std::string> Names = [] {
    std::vector<std::string> Sorted;
    for (const auto &Factory : factories())
      Sorted.push_back(Factory.getKey().str());
    llvm::sort(Sorted);
    return Sorted;
  }();
  return Names;
}

std::vector<std::string> splitGlobs(StringRef Globs) {
  std::vector<std::string> Items;
  while (!Globs.empty()) {
    const std::size_t End = Globs.find_first_of(",\n");
    if (StringRef Item = Globs.substr(0, End).trim(); !Item.empty())
      Items.push_back(Item.str());
    Globs = End == StringRef::npos ? StringRef() : Globs.substr(End + 1);
  }
  return Items;
}

void validateGlobs(StringRef Where, StringRef Globs,
                   std::vector<std::string> &Errors) {
  for (StringRef Item : splitGlobs(Globs)) {
    Item.consume_front("-");
    if (!Item.starts_with("async-"))
      continue;
    clang::tidy::GlobList Glob(Item);
    if (llvm::none_of(allChecks(),
                      [&](StringRef Check) { return Glob.contains(Check); }))
      Errors.push_back(llvm::formatv(
          "{0}: unknown check '{1}'; {2}async-tidy --list-checks lists them",
          Where, Item, didYouMean(Item, allChecks())));
  }
}

void validateOptions(StringRef Where,
                     const clang::tidy::ClangTidyOptions &Options,
                     std::vector<std::string> &Errors) {
  for (const auto &Entry : Options.CheckOptions) {
    const StringRef Name = Entry.getKey();
    if (Name.starts_with("async-") && !llvm::is_contained(allOptions(), Name))
      Errors.push_back(llvm::formatv(
          "{0}: unknown option '{1}'; {2}async-tidy --describe=json lists them",
          Where, Name, didYouMean(Name, allOptions())));
    if (Name == "ExtraLibraries")
      validateLibraries(Where, Entry.getValue().Value, Errors);
  }
}

clang::tidy::ClangTidyOptions
readConfiguration(llvm::MemoryBufferRef Text,
                  std::vector<std::string> &Errors) {
  const std::string Name = shownPath(Text.getBufferIdentifier().str());
  const auto Complain = [&](const llvm::SMDiagnostic &D) {
    Errors.push_back(llvm::formatv("{0}:{1}:{2}: {3}", Name, D.getLineNo(),
                                   D.getColumnNo() + 1, D.getMessage()));
  };
  const std::size_t Before = Errors.size();
  auto Options = clang::tidy::parseConfigurationWithDiags(Text, Complain);
  if (!Options) {
    if (Errors.size() == Before)
      Errors.push_back(llvm::formatv("{0}: cannot be read as a .clang-tidy "
                                     "file: {1}",
                                     Name, Options.getError().message()));
    return {};
  }
  if (Options->Checks)
    validateGlobs(Name, *Options->Checks, Errors);
  if (Options->FormatStyle)
    if (std::string Wrong = problemOfStyle(*Options->FormatStyle);
        !Wrong.empty())
      Errors.push_back(llvm::formatv("{0}: FormatStyle: {1}", Name, Wrong));
  validateOptions(Name, *Options, Errors);
  return std::move(*Options);
}

} // namespace async_tidy::tool
