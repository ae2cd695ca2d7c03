// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See MergeBase.h.

#include "changes/MergeBase.h"

#include "ast/Failure.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

std::string firstLine(StringRef Text) { return Text.split('\n').first.str(); }

bool isShallow(const Git &Repository) {
  auto Answer = Repository.run({"rev-parse", "--is-shallow-repository"});
  if (!Answer) {
    llvm::consumeError(Answer.takeError());
    return false;
  }
  return StringRef(Answer->Out).trim() == "true";
}

std::vector<std::string> remotes(const Git &Repository) {
  auto Answer = Repository.run({"remote"});
  if (!Answer) {
    llvm::consumeError(Answer.takeError());
    return {};
  }
  llvm::SmallVector<StringRef, 4> Names;
  StringRef(Answer->Out).split(Names, '\n', -1, /*KeepEmpty=*/false);
  return {Names.begin(), Names.end()};
}

/// The command that brings \p Revision, which is not here.
std::string fetchOf(const Git &Repository, StringRef Revision) {
  const std::vector<std::string> Remotes = remotes(Repository);
  if (Remotes.empty())
    return "this repository has no remote to fetch it from; see `git log` and "
           "`git branch -a` for what there is";
  const auto [Head, Branch] = Revision.split('/');
  if (llvm::is_contained(Remotes, Head.str()) && !Branch.empty())
    return llvm::formatv("fetch it: git fetch {0} "
                         "+refs/heads/{1}:refs/remotes/{0}/{1}",
                         Head, Branch);
  const std::string Remote =
      llvm::is_contained(Remotes, "origin") ? "origin" : Remotes.front();
  if (Revision.size() >= 7 && llvm::all_of(Revision, llvm::isHexDigit))
    return llvm::formatv("fetch it: git fetch {0} {1}{2}", Remote, Revision,
                         isShallow(Repository)
                             ? " (this clone is shallow; all of its history: "
                               "git fetch --unshallow)"
                             : "");
  return llvm::formatv("if it is a branch of {0}, say --new-from={0}/{1} after "
                       "git fetch {0} +refs/heads/{1}:refs/remotes/{0}/{1}",
                       Remote, Revision);
}

llvm::Expected<std::string> commitOf(const Git &Repository,
                                     const std::string &Revision) {
  auto Answer = Repository.run({"rev-parse", "--verify", "--quiet",
                                "--end-of-options", Revision + "^{commit}"});
  if (!Answer)
    return Answer.takeError();
  if (Answer->Code == 0 && !Answer->Out.empty())
    return firstLine(Answer->Out);
  if (Revision == "HEAD")
    return failure("--new-from: the repository " + Repository.top() +
                   " has no commit yet, so there is nothing to compare with");
  return failure(llvm::formatv("--new-from={0}: no such commit in {1}; {2}",
                               Revision, Repository.top(),
                               fetchOf(Repository, Revision)));
}

} // namespace

llvm::Expected<std::string> mergeBase(const Git &Repository,
                                      const std::string &Revision) {
  auto Head = commitOf(Repository, "HEAD");
  if (!Head)
    return Head.takeError();
  auto Since = commitOf(Repository, Revision);
  if (!Since)
    return Since.takeError();
  auto Answer = Repository.run({"merge-base", *Since, *Head});
  if (!Answer)
    return Answer.takeError();
  if (Answer->Code == 0 && !Answer->Out.empty())
    return firstLine(Answer->Out);
  if (Answer->Code > 1)
    return failure(llvm::formatv("--new-from={0}: git merge-base says: {1}",
                                 Revision, Answer->Err));
  if (isShallow(Repository))
    return failure(llvm::formatv(
        "--new-from={0}: this clone is shallow and does not reach the commit "
        "where HEAD left {0}; get more history: git fetch --deepen=200, or "
        "all of it: git fetch --unshallow (actions/checkout: fetch-depth: 0; "
        "GitLab: GIT_DEPTH: 0)",
        Revision));
  return failure(llvm::formatv(
      "--new-from={0}: HEAD and {0} have no common history; name a commit that "
      "HEAD comes from",
      Revision));
}

llvm::Expected<std::string> submoduleBase(const Git &Inner,
                                          const std::string &Recorded) {
  if (Recorded.empty()) {
    auto Tree = Inner.ask({"hash-object", "-t", "tree", "--stdin"});
    return Tree ? llvm::Expected<std::string>(firstLine(*Tree))
                : Tree.takeError();
  }
  auto Answer =
      Inner.run({"rev-parse", "--verify", "--quiet", Recorded + "^{commit}"});
  if (!Answer)
    return Answer.takeError();
  if (Answer->Code == 0)
    return Recorded;
  const std::vector<std::string> Remotes = remotes(Inner);
  return failure(llvm::formatv(
      "--new-from: the submodule {0} lacks the commit that it was at: git -C "
      "{0} fetch {1} {2}",
      Inner.top(), Remotes.empty() ? "origin" : Remotes.front(), Recorded));
}

} // namespace async_tidy::tool
