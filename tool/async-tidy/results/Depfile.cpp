// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Depfile.h.

#include "results/Depfile.h"

#include "OptionList.h"
#include "results/CacheKey.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

/// What Make takes literally. Tabs, newlines and backslashes cannot be written.
std::string escaped(StringRef Path) {
  std::string Out;
  for (const char C : Path) {
    if (C == ' ' || C == '#')
      Out += '\\';
    if (C == '$')
      Out += '$';
    Out += C;
  }
  return Out;
}

/// Every .clang-tidy above \p File; more than are read where one of them does
/// not inherit.
void addConfigurations(StringRef File, std::set<std::string> &Out) {
  for (StringRef At = llvm::sys::path::parent_path(File); !At.empty();
       At = llvm::sys::path::parent_path(At)) {
    llvm::SmallString<256> Path(At);
    llvm::sys::path::append(Path, ".clang-tidy");
    if (llvm::sys::fs::exists(Path))
      Out.insert(std::string(Path));
  }
}

} // namespace

std::set<std::string> inputsOf(const Arguments &Args, const Project &Files,
                               Configuration &Settings,
                               const std::vector<FileResult> &Results) {
  std::set<std::string> Out;
  for (const FileResult &R : Results) {
    Out.insert(R.File);
    for (const auto &[Path, State] : R.Inputs)
      Out.insert(Path);
  }
  for (const Source &S : Files.Sources) {
    const std::string &Name = S.Commands.front().Filename;
    if (!Args.Config && Args.ConfigFile.empty())
      addConfigurations(Name, Out);
    const auto Options = Settings.getOptions(Name);
    for (const auto &Option : Options.CheckOptions)
      if (namesFiles(Option.getKey()))
        for (StringRef File : listOf(Option.getValue().Value))
          if (llvm::sys::fs::exists(File))
            Out.insert(canonicalPath(File.str()));
  }
  for (const std::string &File :
       {Args.ConfigFile, Args.Baseline, Args.SettingsFile})
    if (!File.empty())
      Out.insert(canonicalPath(File));
  return Out;
}

std::string makeRule(StringRef Target, const std::set<std::string> &Inputs) {
  std::string Out = escaped(Target) + ":";
  for (const std::string &Input : Inputs)
    Out += " \\\n  " + escaped(Input);
  return Out + "\n";
}

} // namespace async_tidy::tool
