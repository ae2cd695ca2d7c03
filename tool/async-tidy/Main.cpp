// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does `async-tidy` do? This file reads as its table of contents:
//
//   options/: the command line, .clang-tidy, .async-tidy ─┐
//   sources/: which files, and how each is compiled ──────┴─> Session
//     results/:  what is known already, what cannot hold a finding; the rest:
//     analysis/: what the checks say of a file, each in a process of its own
//     changes/:  which code is new, which findings are known
//     fixes/:    changed files, and whether they still compile
//   Conclude, formats/: reports and the exit code
//
// `merge` takes what other machines found in place of the analysis.

#include "Session.h"
#include "analysis/Findings.h"
#include "ast/Failure.h"
#include "formats/Report.h"
#include "options/Arguments.h"
#include "options/Configuration.h"
#include "options/Describe.h"
#include "sources/CommandLine.h"
#include "sources/CompileDatabase.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/raw_ostream.h"

namespace {

using namespace async_tidy::tool;

int fail(llvm::Error Why) {
  complain(llvm::toString(std::move(Why)));
  return ExitUsage;
}

int printChecks(const Arguments &Args) {
  auto Settings = Configuration::create(Args);
  if (!Settings)
    return fail(Settings.takeError());
  const std::vector<std::string> Enabled =
      (*Settings)->enabledChecks(canonicalPath("./file.cpp"));
  if (reportErrors(**Settings))
    return ExitUsage;
  listChecks(llvm::outs(), Enabled);
  return ExitClean;
}

int analyse(Arguments Args) {
  if (resourceDirectory().empty())
    return fail(async_tidy::failure(
        "clang's builtin headers (stddef.h …) are not installed; on Debian: "
        "apt-get install libclang-common-" +
        llvm::Twine(LLVM_VERSION_MAJOR) + "-dev"));
  // A shard is no report.
  auto Outputs =
      Args.Part ? llvm::Expected<std::vector<Output>>(std::vector<Output>())
                : chooseOutputs(Args);
  if (!Outputs)
    return fail(Outputs.takeError());
  auto Files = loadProject(Args);
  if (!Files)
    return fail(Files.takeError());
  if (llvm::Error Wrong = completeArguments(Args, Files->Root))
    return fail(std::move(Wrong));
  auto Settings = Configuration::create(Args);
  if (!Settings)
    return fail(Settings.takeError());
  return runSession(Args, *Outputs, std::move(*Files), **Settings);
}

int mergeAndReport(const Arguments &Args) {
  auto Done = mergeShards(Args);
  if (!Done)
    return fail(Done.takeError());
  if (!Done->Args.Root.empty())
    keepLinks();
  auto Outputs = chooseOutputs(Done->Args);
  if (!Outputs)
    return fail(Outputs.takeError());
  auto Settings = Configuration::create(Done->Args);
  if (!Settings)
    return fail(Settings.takeError());
  return reportMerged(std::move(*Done), *Outputs, **Settings);
}

} // namespace

int main(int Argc, char **Argv) {
  auto Args = parseArguments(Argc, Argv);
  if (!Args)
    return fail(Args.takeError());
  if (!Args->Root.empty())
    keepLinks();
  switch (Args->What) {
  case Action::Help:
    llvm::outs() << helpText();
    return ExitClean;
  case Action::Version:
    llvm::outs() << "async-tidy " ASYNC_TIDY_VERSION " (LLVM "
                 << LLVM_VERSION_STRING << ")\n";
    return ExitClean;
  case Action::ListChecks:
    return printChecks(*Args);
  case Action::Describe:
    describeAll(llvm::outs());
    return ExitClean;
  case Action::Merge:
    return mergeAndReport(*Args);
  case Action::Analyse:
    return analyse(*Args);
  }
}
