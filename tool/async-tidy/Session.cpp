// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The order of a run. Nothing is analysed before the configuration of every
// file is known to be sound; nothing is printed before all files are analysed,
// because findings are sorted; after fixes were written, the files they reach
// are analysed again, so that what is printed and the exit code are the truth.

#include "Session.h"

#include "Analyse.h"
#include "Fingerprint.h"
#include "Repair.h"
#include "Report.h"
#include "Run.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"

#include <unistd.h>

namespace async_tidy::tool {
namespace {

void complain(const llvm::Twine &Text) {
  llvm::errs() << "async-tidy: error: " << Text << '\n';
}

class Session {
public:
  Session(const Arguments &Args, const std::vector<Output> &Outputs,
          Project Files, Configuration &Settings)
      : Args(Args), Outputs(Outputs), Files(std::move(Files)),
        Settings(Settings) {}

  int run() {
    if (!configure())
      return ExitUsage;
    std::vector<FileResult> Results = analyseAll(Files.Sources);
    if (!configurationHolds(Results))
      return ExitUsage;
    Summary Totals;
    Totals.Files = Results.size();
    if (Args.Fix != Fixes::None) {
      const RepairResult Done =
          repair(Results, Files.Sources, Args.Fix,
                 [&](const auto &Again) { return analyseAll(Again); });
      for (const std::string &Problem : Done.Problems)
        complain(Problem);
      Totals.Fixed = Done.Fixed;
      Totals.FilesChanged = Done.Changed.size();
    }
    return report(Results, Totals);
  }

private:
  const Arguments &Args;
  const std::vector<Output> &Outputs;
  Project Files;
  Configuration &Settings;
  const RunReport::Time Started = std::chrono::system_clock::now();

  /// Asks for every file's options; drops files without an enabled check.
  bool configure() {
    llvm::erase_if(Files.Sources, [&](const Source &S) {
      return Settings.enabledChecks(S.Commands.front().Filename).empty();
    });
    if (reportErrors(Settings))
      return false;
    if (!Files.Sources.empty())
      return true;
    complain("no async-* check is enabled for any of the files; see Checks in "
             ".clang-tidy, and --checks");
    return false;
  }

  std::vector<FileResult> analyseAll(const std::vector<Source> &Sources) {
    RunOptions Options;
    Options.Jobs = Args.Jobs;
    Options.TimeoutSeconds = Args.TimeoutSeconds;
    Options.ShowProgress =
        Args.Loudness == Verbosity::Normal && ::isatty(STDERR_FILENO);
    return runAll(Sources, Options, [&](const Source &S) {
      FileResult Result = analyse(S, Args);
      keepProjectHeaders(S, Result);
      if (Result.How == Outcome::DoesNotCompile)
        withholdFixes(Result);
      return Result;
    });
  }

  /// The one default for headers, whatever the LLVM version: those of the
  /// project. clang-tidy itself has already left out system headers.
  void keepProjectHeaders(const Source &S, FileResult &Result) {
    if (Settings.hasHeaderFilter(S.Commands.front().Filename))
      return;
    const std::string Below = Files.Root + "/";
    const auto Foreign = [&](const Message &M) {
      return M.At.File != S.File && !M.At.File.starts_with(Below);
    };
    std::erase_if(Result.Findings,
                  [&](const Finding &F) { return Foreign(F.Main); });
    std::erase_if(Result.Explanations, Foreign);
  }

  /// What a file says that does not compile may be incomplete; editing it could
  /// make things worse.
  static void withholdFixes(FileResult &Result) {
    for (Finding &F : Result.Findings) {
      F.Main.Fix.clear();
      for (Message &Note : F.Notes)
        Note.Fix.clear();
    }
  }

  bool configurationHolds(const std::vector<FileResult> &Results) {
    llvm::StringSet<> Said;
    for (const FileResult &R : Results)
      for (const std::string &Error : R.ConfigurationErrors)
        if (Said.insert(Error).second)
          complain(Error);
    const bool Holds = Said.empty();
    for (const FileResult &R : Results)
      for (const std::string &Warning : R.ConfigurationWarnings)
        if (Said.insert(Warning).second)
          llvm::errs() << "async-tidy: warning: " << Warning << '\n';
    return Holds;
  }

  /// What `--explain FILE:LINE` asks for; everything without it.
  template <typename T> std::vector<T> asked(std::vector<T> Items) const {
    if (Args.ExplainAt.empty())
      return Items;
    std::erase_if(Items, [&](const T &Item) {
      const Place &At = placeOf(Item);
      return llvm::none_of(Args.ExplainAt, [&](llvm::StringRef Wanted) {
        const auto [File, Line] = Wanted.rsplit(':');
        return canonicalPath(File.str()) == At.File &&
               Line == std::to_string(At.Line);
      });
    });
    return Items;
  }
  static const Place &placeOf(const Finding &F) { return F.Main.At; }
  static const Place &placeOf(const Message &M) { return M.At; }

  int report(const std::vector<FileResult> &Results, const Summary &Before) {
    RunReport Run;
    Run.Findings = asked(merge(Results));
    Run.Explanations = asked(mergeExplanations(Results));
    Run.Totals = Before;
    Run.Root = Files.Root;
    Run.DocsUrl = Args.DocsUrl;
    Run.Started = Started;
    for (const FindingKey &Key : keysOf(Run.Findings, Files.Root))
      Run.Fingerprints.push_back(fingerprint(Key));
    if (!Args.ExplainAt.empty() && Run.Explanations.empty())
      complain("no call of a known library at " +
               llvm::join(Args.ExplainAt, ", "));
    for (const FileResult &R : Results)
      if (R.How != Outcome::Complete)
        Run.Incomplete.push_back(&R);
    count(Run);
    Run.Ended = std::chrono::system_clock::now();
    const std::vector<std::string> Problems =
        writeOutputs(Outputs, Run, Args.Colours);
    if (!printsText())
      for (const FileResult *R : Run.Incomplete)
        Report(llvm::errs(), Colour::Never).incomplete(*R);
    for (const std::string &Problem : Problems)
      complain(Problem);
    if (Args.Loudness == Verbosity::Normal)
      llvm::errs() << summaryLine(Run.Totals) << '\n';
    return Problems.empty() ? Run.ExitCode : ExitUsage;
  }

  static void count(RunReport &Run) {
    Run.Totals.Findings = Run.Findings.size();
    Run.Totals.Incomplete = Run.Incomplete.size();
    for (const Finding &F : Run.Findings) {
      const Fixes Kind = proposedFix(F).Kind;
      Run.Totals.Fixable += Kind == Fixes::Safe;
      Run.Totals.Unsafe += Kind == Fixes::Unsafe;
    }
    Run.ExitCode = !Run.Incomplete.empty() ? ExitIncomplete
                   : !Run.Findings.empty() ? ExitFindings
                                           : ExitClean;
  }

  /// Whether a person reads the findings on the terminal.
  bool printsText() const {
    return llvm::any_of(Outputs, [](const Output &O) {
      return O.File.empty() && O.As == &formats().front();
    });
  }
};

} // namespace

bool reportErrors(Configuration &Settings) {
  llvm::StringSet<> Said;
  for (const std::string &Error : Settings.takeErrors())
    if (Said.insert(Error).second)
      complain(Error);
  return !Said.empty();
}

int runSession(const Arguments &Args, const std::vector<Output> &Outputs,
               Project Files, Configuration &Settings) {
  return Session(Args, Outputs, std::move(Files), Settings).run();
}

} // namespace async_tidy::tool
