// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Running git. Its output goes through files: a diff is larger than a pipe.

#include "changes/Git.h"

#include "analysis/Findings.h"
#include "ast/Failure.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <unistd.h>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

/// A file that is gone with this object.
class Scratch {
public:
  explicit Scratch(StringRef Content) {
    int File = -1;
    Wrong = llvm::sys::fs::createTemporaryFile("async-tidy", "git", File, Path);
    if (Wrong)
      return;
    llvm::raw_fd_ostream Out(File, /*shouldClose=*/true);
    Out << Content;
  }
  ~Scratch() {
    if (!Wrong)
      llvm::sys::fs::remove(Path);
  }
  Scratch(const Scratch &) = delete;
  Scratch &operator=(const Scratch &) = delete;

  StringRef path() const { return Path; }
  std::error_code error() const { return Wrong; }
  std::string content() const {
    auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/false);
    return Buffer ? (*Buffer)->getBuffer().str() : std::string();
  }

private:
  llvm::SmallString<128> Path;
  std::error_code Wrong;
};

/// The environment of git: ours, in its own language, without prompts.
std::vector<StringRef> environment() {
  std::vector<StringRef> Out = {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0",
                                "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat"};
  for (char **Each = environ; *Each; ++Each) {
    const StringRef Name = StringRef(*Each).split('=').first;
    if (Name != "LC_ALL" && Name != "GIT_TERMINAL_PROMPT" &&
        Name != "GIT_OPTIONAL_LOCKS" && Name != "GIT_PAGER" &&
        Name != "GIT_EXTERNAL_DIFF")
      Out.push_back(*Each);
  }
  return Out;
}

llvm::Expected<GitAnswer> runIn(const std::string &Directory,
                                std::vector<std::string> Arguments,
                                StringRef Input) {
  const auto Program = llvm::sys::findProgramByName("git");
  if (!Program)
    return failure("--new-from needs git, and there is no program git in PATH; "
                   "on Debian: apt-get install git");
  const Scratch In(Input), Out(""), Err("");
  for (const Scratch *S : {&In, &Out, &Err})
    if (S->error())
      return failure("cannot make a temporary file for git: " +
                     S->error().message());
  std::vector<StringRef> Line = {"git", "-C", Directory, "-c",
                                 "core.quotePath=off"};
  Line.insert(Line.end(), Arguments.begin(), Arguments.end());
  const std::vector<StringRef> Environment = environment();
  const std::optional<StringRef> Redirects[] = {In.path(), Out.path(),
                                                Err.path()};
  std::string Wrong;
  GitAnswer Answer;
  Answer.Code = llvm::sys::ExecuteAndWait(
      *Program, Line, llvm::ArrayRef<StringRef>(Environment), Redirects,
      /*SecondsToWait=*/0, /*MemoryLimit=*/0, &Wrong);
  if (Answer.Code < 0)
    return failure("cannot run git: " + Wrong);
  Answer.Out = Out.content();
  Answer.Err = StringRef(Err.content()).trim().str();
  return Answer;
}

} // namespace

llvm::Expected<Git> Git::around(const std::string &Directory) {
  auto Answer = runIn(Directory, {"rev-parse", "--show-toplevel"}, "");
  if (!Answer)
    return Answer.takeError();
  if (Answer->Code != 0 || Answer->Out.empty())
    return failure(
        llvm::formatv("{0} is not in a git work tree; git says: {1}", Directory,
                      Answer->Err.empty() ? "nothing" : Answer->Err));
  return Git(canonicalPath(StringRef(Answer->Out).rtrim('\n').str()));
}

llvm::Expected<GitAnswer> Git::run(std::vector<std::string> Arguments,
                                   StringRef Input) const {
  return runIn(Top, std::move(Arguments), Input);
}

llvm::Expected<std::string> Git::ask(std::vector<std::string> Arguments,
                                     StringRef Input) const {
  const std::string What = Arguments.front();
  auto Answer = run(std::move(Arguments), Input);
  if (!Answer)
    return Answer.takeError();
  if (Answer->Code == 0)
    return std::move(Answer->Out);
  return failure(
      llvm::formatv("git {0} failed in {1}: {2}", What, Top, Answer->Err));
}

} // namespace async_tidy::tool
