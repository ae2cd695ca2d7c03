// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The order of a run. Nothing is analysed before the configuration of every
// file is known to be sound; nothing is printed before all files are analysed,
// because findings are sorted; after fixes were written, the files they reach
// are analysed again, so that what is printed and the exit code are the truth.

#include "Session.h"

#include "analysis/Analyse.h"
#include "analysis/Run.h"
#include "changes/Review.h"
#include "fixes/Drafts.h"
#include "fixes/Repair.h"
#include "fixes/ReplaceFile.h"
#include "fixes/Restyle.h"
#include "formats/Report.h"
#include "results/CacheKey.h"
#include "results/Depfile.h"
#include "results/Obtain.h"
#include "sources/Shards.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"

#include <unistd.h>

namespace async_tidy::tool {
namespace {

class Session {
public:
  Session(const Arguments &Args, const std::vector<Output> &Outputs,
          Project Files, Configuration &Settings)
      : Args(Args), Outputs(Outputs), Files(std::move(Files)),
        Settings(Settings) {}

  /// \p Elsewhere: what shards have analysed, with their configuration.
  int run(Merged *Elsewhere) {
    if ((!Elsewhere && !configure()) || !openCache())
      return ExitUsage;
    std::string AllSources;
    if (Args.Part) {
      Split Done = split(Files, *Args.Part, Args.Jobs);
      Files.Sources = std::move(Done.Mine);
      AllSources = std::move(Done.Digest);
    }
    auto Asked = Review::create(Args, Files);
    if (!Asked) {
      complain(llvm::toString(Asked.takeError()));
      return ExitUsage;
    }
    Scope = std::move(*Asked);
    Args.NewLines = Scope.newLines();
    RunReport Run;
    Run.Totals.Skipped =
        Elsewhere ? Elsewhere->Skipped : Scope.select(Files.Sources, Args.Jobs);
    std::vector<FileResult> Results =
        Elsewhere ? std::move(Elsewhere->Results) : analyseAll(Files.Sources);
    if (!configurationHolds(Results))
      return ExitUsage;
    if (!writeDepfile(Results))
      return ExitUsage;
    if (Args.Part)
      return keep(
          shardFile(Args, Files, AllSources, Run.Totals.Skipped, Results));
    Scope.settle(Results);
    Run.Totals.Files = Results.size();
    if (wantsPatch(Outputs))
      draft(Results, Run);
    else if (Args.Fix != Fixes::None) {
      const RepairResult Done = repairAll(Results, Args.Fix, Target::Files);
      Run.Totals.Fixed = Done.Fixed;
      Run.Totals.FilesChanged = Done.Changed.size();
    }
    Run.Root = Files.Root;
    Run.Started = Started;
    return conclude(Results, std::move(Run), Args, Outputs, Scope);
  }

private:
  Arguments Args; ///< our own: NewLines changes with every round of fixes
  const std::vector<Output> &Outputs;
  Review Scope;
  Project Files;
  Project Configured; ///< for --depfile: with what no check is enabled for
  Configuration &Settings;
  const RunReport::Time Started = std::chrono::system_clock::now();
  std::optional<Cache> Known;

  /// Asks for every file's options; drops files without an enabled check.
  bool configure() {
    if (!Args.Depfile.empty())
      Configured = Files;
    llvm::erase_if(Files.Sources, [&](const Source &S) {
      return Settings.enabledChecks(S.Commands.front().Filename).empty();
    });
    if (reportErrors(Settings))
      return false;
    // For a build system, a file that nobody wants checked is done.
    if (!Files.Sources.empty() || !Args.Depfile.empty())
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
    Means By;
    By.Run = Options;
    // What is only in memory is in no file that the cache could compare.
    const bool Plain = Args.Explanations == Explain::No &&
                       Args.Task == Purpose::Findings && drafts().empty();
    By.Known = Known && Plain ? &*Known : nullptr;
    By.CacheBytes = std::uint64_t(Args.CacheMegabytes) << 20;
    // Silent calls are explained, too.
    By.Skip = Plain ? Args.Skip : Skipping::No;
    By.InputsOfSkipped = !Args.Depfile.empty();
    By.OptionsOf = [&](const Source &S) {
      return Settings.getOptions(S.Commands.front().Filename);
    };
    By.KeyOf = [&](const Source &S, CurrentFiles &Now) {
      return cacheKey(S, Args, reportedFor(S), By.OptionsOf(S), Now);
    };
    By.Analyse = [&](const Source &S) {
      Analysed Done = analyse(S, Args, reportedFor(S));
      keepProjectHeaders(S, Done.Result);
      if (Done.Result.How == Outcome::DoesNotCompile)
        withholdFixes(Done.Result);
      return Done;
    };
    return obtain(Sources, By);
  }

  bool writeDepfile(const std::vector<FileResult> &Results) const {
    if (Args.Depfile.empty())
      return true;
    const std::string Wrong = replaceFile(
        Args.Depfile, makeRule(llvm::StringRef(Args.Depfile).drop_back(2),
                               inputsOf(Args, Configured, Settings, Results)));
    if (!Wrong.empty())
      complain(Args.Depfile + ": cannot write it: " + Wrong);
    return Wrong.empty();
  }

  /// Writes the shard \p Bytes.
  int keep(const std::string &Bytes) const {
    if (std::string Wrong = replaceFile(Args.OutputFile, Bytes);
        !Wrong.empty()) {
      complain(Args.OutputFile + ": cannot write it: " + Wrong);
      return ExitUsage;
    }
    if (Args.Loudness == Verbosity::Normal)
      llvm::errs() << llvm::formatv("async-tidy: shard {0}/{1}: {2} files "
                                    "analysed, see {3}\n",
                                    Args.Part->Number, Args.Part->Count,
                                    Files.Sources.size(), Args.OutputFile);
    return ExitClean;
  }

  void refreshScope() {
    if (llvm::Error Wrong = Scope.refresh())
      complain(llvm::toString(std::move(Wrong)));
    Args.NewLines = Scope.newLines();
  }

  RepairResult repairAll(std::vector<FileResult> &Results, Fixes Which,
                         Target Into) {
    const auto Make = [&](const std::string &File, llvm::StringRef Old,
                          const std::vector<Edit> &Edits) {
      const auto Style = Settings.getOptions(File).FormatStyle.value_or("");
      return applyInStyle(Style, File, Old, Edits);
    };
    RepairResult Done = repair(
        Results, Files.Sources, Which, Into, Make, [&](const auto &Again) {
          refreshScope(); // a fix moves lines
          std::vector<FileResult> New = analyseAll(Again);
          Scope.settle(New);
          return New;
        });
    for (const std::string &Problem : Done.Problems)
      complain(Problem);
    return Done;
  }

  /// Fixes a copy of everything: the findings stay those of the files.
  void draft(const std::vector<FileResult> &Results, RunReport &Run) {
    std::vector<FileResult> Fixed = Results;
    const Fixes Which = Args.Fix == Fixes::None ? Fixes::Safe : Args.Fix;
    const RepairResult Done = repairAll(Fixed, Which, Target::Drafts);
    Run.Totals.PatchFixes = Done.Fixed;
    Run.Totals.PatchFiles = Done.Changed.size();
    std::vector<std::string> Problems;
    Run.Patch = patchOfDrafts(Files.Root, Results, Problems);
    for (const std::string &Problem : Problems)
      complain(Problem);
  }

  /// A cache that was asked for must work; the default one is used if it does.
  bool openCache() {
    if (Args.Caching == Cached::No)
      return true;
    const std::string Directory = Args.CacheDirectory.empty()
                                      ? defaultCacheDirectory()
                                      : Args.CacheDirectory;
    if (Directory.empty())
      return true;
    if (llvm::Expected<Cache> Opened = Cache::open(Directory)) {
      Known = std::move(*Opened);
      return true;
    } else if (std::string Why = llvm::toString(Opened.takeError());
               !Args.CacheDirectory.empty()) {
      complain(Why);
      return false;
    }
    return true;
  }

  Reported reportedFor(const Source &S) {
    const std::string &Name = S.Commands.front().Filename;
    Reported Where{Files.Root, {}};
    if (Settings.hasHeaderFilter(Name))
      Where.HeaderFilter =
          Settings.getOptions(Name).HeaderFilterRegex.value_or("");
    return Where;
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
  return Session(Args, Outputs, std::move(Files), Settings).run(nullptr);
}

int reportMerged(Merged Done, const std::vector<Output> &Outputs,
                 Configuration &Settings) {
  return Session(Done.Args, Outputs, std::move(Done.Files), Settings)
      .run(&Done);
}

} // namespace async_tidy::tool
