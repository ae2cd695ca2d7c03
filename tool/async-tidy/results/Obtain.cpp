// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Obtain.h. A worker stores its own result: that of a run which is killed
// is not lost.

#include "results/Obtain.h"

#include "results/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace async_tidy::tool {
namespace {

/// A crash or a timeout may not come again; mistakes in the configuration are
/// found before any result is looked at.
bool canBeStored(const Analysed &A) {
  return A.Inputs && A.Result.How != Outcome::Failed &&
         A.Result.ConfigurationErrors.empty();
}

/// What is to be learned of a file.
enum class Need {
  Nothing,
  Options, ///< whether they are sound; the file cannot hold a finding
  Findings,
};

/// The result of a file that cannot hold a finding, which need not compile.
FileResult nothingIn(const Source &S) {
  FileResult Result;
  Result.File = S.File;
  Result.How = Outcome::Complete;
  return Result;
}

/// What is needed of each of \p Sources. \p OnSkip is called with those of
/// which nothing is, in another process.
std::vector<Need>
toAnalyse(const std::vector<Source> &Sources, const Means &By,
          const std::function<void(std::size_t, const Trace &)> &OnSkip) {
  std::vector<Need> Needs(Sources.size(), Need::Findings);
  std::map<std::string, std::vector<std::size_t>> Groups;
  for (std::size_t I = 0; I < Sources.size(); ++I)
    Groups[clang::tidy::configurationAsText(By.OptionsOf(Sources[I]))]
        .push_back(I);
  for (auto &[Text, Members] : Groups) {
    const auto Options = By.OptionsOf(Sources[Members.front()]);
    llvm::Expected<Triggers> Wanted = Triggers::create(Options);
    if (!Wanted) { // the checks will say so
      llvm::consumeError(Wanted.takeError());
      continue;
    }
    // The checks tell of mistakes in their options when they are made.
    const bool Probes = !Options.CheckOptions.empty();
    std::vector<Source> Asked;
    for (std::size_t I : Members)
      Asked.push_back(Sources[I]);
    const std::vector<bool> May =
        scanAll(Asked, By.Run.Jobs, By.Run.TimeoutSeconds, *Wanted,
                [&, &Members = Members](std::size_t I, const Trace &Inputs) {
                  if (I > 0 || !Probes)
                    OnSkip(Members[I], Inputs);
                });
    for (std::size_t I = 0; I < Members.size(); ++I)
      Needs[Members[I]] = May[I]             ? Need::Findings
                          : I == 0 && Probes ? Need::Options
                                             : Need::Nothing;
  }
  return Needs;
}

/// The files that were read to see that \p S cannot hold a finding.
std::map<std::string, Stamp> inputsOfSkipped(const Source &S,
                                             CurrentFiles &Now) {
  const Triggers Wanted = llvm::cantFail(Triggers::create({}));
  MinimizedSources Files(Wanted);
  const std::optional<Reading> Read = scan(S, Files, Wanted);
  return Read ? Now.stamps(Read->Inputs) : std::map<std::string, Stamp>();
}

/// What \p R says about options.
FileResult onlyOptions(const Source &S, FileResult R) {
  FileResult Result = nothingIn(S);
  Result.ConfigurationErrors = std::move(R.ConfigurationErrors);
  Result.ConfigurationWarnings = std::move(R.ConfigurationWarnings);
  Result.Inputs = std::move(R.Inputs);
  return Result;
}

} // namespace

std::vector<FileResult> obtain(const std::vector<Source> &Sources,
                               const Means &By) {
  std::vector<FileResult> Results(Sources.size());
  std::vector<std::string> Keys;
  std::vector<Source> Rest;
  std::vector<std::size_t> Places;
  CurrentFiles Now;
  for (std::size_t I = 0; I < Sources.size(); ++I) {
    std::string Key = By.Known ? By.KeyOf(Sources[I], Now) : std::string();
    if (By.Known)
      if (std::optional<FileResult> Found = By.Known->find(Key, Now)) {
        Results[I] = std::move(*Found);
        continue;
      }
    Rest.push_back(Sources[I]);
    Keys.push_back(std::move(Key));
    Places.push_back(I);
  }
  const bool AnyNew = !Rest.empty();
  std::vector<Need> Needs(Rest.size(), Need::Findings);
  if (By.Skip == Skipping::Yes) {
    Needs = toAnalyse(Rest, By, [&](std::size_t I, const Trace &Inputs) {
      if (By.Known)
        By.Known->store(Keys[I], Inputs, nothingIn(Rest[I]));
    });
    std::size_t Kept = 0;
    for (std::size_t I = 0; I < Rest.size(); ++I) {
      if (Needs[I] == Need::Nothing) {
        Results[Places[I]] = nothingIn(Rest[I]);
        if (By.InputsOfSkipped)
          Results[Places[I]].Inputs = inputsOfSkipped(Rest[I], Now);
        continue;
      }
      std::swap(Rest[Kept], Rest[I]);
      std::swap(Keys[Kept], Keys[I]);
      std::swap(Needs[Kept], Needs[I]);
      std::swap(Places[Kept++], Places[I]);
    }
    Rest.resize(Kept);
  }
  std::vector<FileResult> New = runAll(Rest, By.Run, [&](const Source &S) {
    const std::size_t I = &S - Rest.data();
    Analysed Done = By.Analyse(S);
    if (Needs[I] == Need::Options)
      Done.Result = onlyOptions(S, std::move(Done.Result));
    if (By.Known && canBeStored(Done))
      By.Known->store(Keys[I], *Done.Inputs, Done.Result);
    return std::move(Done.Result);
  });
  for (std::size_t I = 0; I < Rest.size(); ++I)
    Results[Places[I]] = std::move(New[I]);
  if (By.Known && AnyNew)
    By.Known->shrinkTo(By.CacheBytes);
  return Results;
}

} // namespace async_tidy::tool
