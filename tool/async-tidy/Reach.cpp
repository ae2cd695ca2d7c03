// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Reach.h. The scanner runs in forked workers like any use of clang: each
// takes a share of the sources, so that headers are read once per share.

#include "Reach.h"

#include "Findings.h"
#include "Run.h"
#include "ast/ClangCompat.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Threading.h"
#include ASYNC_TIDY_DEPENDENCY_SERVICE_H
#include ASYNC_TIDY_DEPENDENCY_TOOL_H

#include <algorithm>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

/// The prerequisites of a rule in make's syntax.
std::vector<std::string> prerequisites(StringRef Rule) {
  std::vector<std::string> Out;
  StringRef Rest = Rule.split(": ").second;
  std::string Name;
  const auto Finish = [&] {
    if (!Name.empty())
      Out.push_back(std::exchange(Name, {}));
  };
  for (std::size_t I = 0; I < Rest.size(); ++I) {
    const char C = Rest[I];
    const char Next = I + 1 < Rest.size() ? Rest[I + 1] : '\0';
    if (C == '\\' && (Next == '\n' || Next == '\r')) {
      Finish();
    } else if (C == '\\' && (Next == ' ' || Next == '#' || Next == '\\')) {
      Name += Next;
      ++I;
    } else if (C == '$' && Next == '$') {
      Name += '$';
      ++I;
    } else if (C == ' ' || C == '\n' || C == '\r') {
      Finish();
    } else {
      Name += C;
    }
  }
  Finish();
  return Out;
}

/// \p Line without what concerns the output: the scanner asks for dependencies
/// by itself.
std::vector<std::string> forScanner(std::vector<std::string> Line) {
  std::vector<std::string> Out;
  for (std::size_t I = 0; I < Line.size(); ++I) {
    const StringRef Word = Line[I];
    if (Word == "-MF" || Word == "-MT" || Word == "-MQ" || Word == "-o") {
      ++I;
      continue;
    }
    if (Word == "-MD" || Word == "-MMD" || Word == "-MP" || Word == "-MG" ||
        Word == "-M" || Word == "-MM")
      continue;
    Out.push_back(std::move(Line[I]));
  }
  return Out;
}

/// What the sources of one share read, as the inputs of a result: the names
/// are "N path", and a source without any has no answer.
FileResult scan(const std::vector<Source> &Sources, std::size_t First,
                std::size_t Step) {
  FileResult Result;
  Result.How = Outcome::Complete;
  namespace scanning = ASYNC_TIDY_DEPENDENCY_NAMESPACE;
  scanning::DependencyScanningService Service(
      scanning::ScanningMode::DependencyDirectivesScan,
      scanning::ScanningOutputFormat::Make);
  ASYNC_TIDY_DEPENDENCY_TOOL Scanner(Service);
  std::map<std::string, std::string> Real;
  for (std::size_t I = First; I < Sources.size(); I += Step) {
    std::set<std::string> Read = {Sources[I].File};
    bool Known = true;
    for (const auto &Command : Sources[I].Commands) {
      const std::optional<std::string> Rule = dependencyRule(
          Scanner, forScanner(Command.CommandLine), Command.Directory);
      Known = Known && Rule;
      if (!Known)
        break;
      for (const std::string &Name : prerequisites(*Rule)) {
        const std::string Path = absolutePath(Command.Directory, Name);
        std::string &Canonical = Real[Path];
        if (Canonical.empty())
          Canonical = canonicalPath(Path);
        Read.insert(Canonical);
      }
    }
    if (Known)
      for (const std::string &File : Read)
        Result.Inputs[std::to_string(I) + " " + File];
  }
  return Result;
}

} // namespace

std::vector<std::optional<std::set<std::string>>>
filesRead(const std::vector<Source> &Sources, unsigned Jobs) {
  std::vector<std::optional<std::set<std::string>>> Out(Sources.size());
  if (Jobs == 0)
    Jobs = llvm::heavyweight_hardware_concurrency().compute_thread_count();
  const std::size_t Shares = std::min<std::size_t>(Jobs, Sources.size());
  std::vector<Source> Work(Shares);
  for (std::size_t I = 0; I < Shares; ++I)
    Work[I].File = std::to_string(I);
  RunOptions Options;
  Options.Jobs = Jobs;
  const std::vector<FileResult> Results =
      runAll(Work, Options, [&](const Source &Share) {
        return scan(Sources, std::stoul(Share.File), Shares);
      });
  for (const FileResult &R : Results)
    for (const auto &[Name, State] : R.Inputs) {
      const auto [Index, File] = StringRef(Name).split(' ');
      std::size_t I = 0;
      if (Index.getAsInteger(10, I) || I >= Out.size())
        continue;
      if (!Out[I])
        Out[I].emplace();
      Out[I]->insert(File.str());
    }
  return Out;
}

std::vector<Source> reading(std::vector<Source> Sources,
                            const std::set<std::string> &Files, unsigned Jobs) {
  if (Files.empty())
    return {};
  const auto Read = filesRead(Sources, Jobs);
  std::vector<Source> Out;
  for (std::size_t I = 0; I < Sources.size(); ++I)
    if (!Read[I] || llvm::any_of(*Read[I], [&](const std::string &File) {
          return Files.contains(File);
        }))
      Out.push_back(std::move(Sources[I]));
  return Out;
}

} // namespace async_tidy::tool
