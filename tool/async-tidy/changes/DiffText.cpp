// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The answer has two halves: the raw list (names and objects, separated by NUL)
// and the patches, in the same order. Lines of a patch are counted, not
// recognised, so no content can be mistaken for a header.

#include "changes/DiffText.h"

#include "ast/Failure.h"
#include "llvm/ADT/STLExtras.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

llvm::Error odd(const llvm::Twine &What) {
  return failure("--new-from: the answer of git diff is not understood: " +
                 What);
}

StringRef field(StringRef &Rest, char End) {
  const auto [Head, Tail] = Rest.split(End);
  Rest = Tail;
  return Head;
}

/// `3,2` or `3`: first line and how many.
bool readSide(StringRef Side, unsigned &First, unsigned &Count) {
  const auto [A, B] = Side.split(',');
  Count = 1;
  return !A.getAsInteger(10, First) &&
         (B.empty() || !B.getAsInteger(10, Count));
}

/// Reads the hunks of one patch, whose `diff --git` line is behind; stops in
/// front of the next patch.
llvm::Error readHunks(StringRef &Rest, std::vector<LineRange> &Lines) {
  while (!Rest.empty() && !Rest.starts_with("diff --git ")) {
    const StringRef Line = field(Rest, '\n');
    if (!Line.starts_with("@@ -"))
      continue;
    llvm::SmallVector<StringRef, 5> Words;
    Line.split(Words, ' ');
    unsigned OldFirst = 0, OldCount = 0, First = 0, Count = 0;
    if (Words.size() < 4 ||
        !readSide(Words[1].drop_front(), OldFirst, OldCount) ||
        !readSide(Words[2].drop_front(), First, Count))
      return odd("'" + Line + "'");
    if (Count > 0)
      Lines.push_back({First, First + Count - 1});
    else
      Lines.push_back({First + 1, First}); // deleted behind line First
    for (unsigned Left = OldCount + Count; Left > 0;)
      Left -= !field(Rest, '\n').starts_with("\\"); // "\ No newline at end"
  }
  return llvm::Error::success();
}

} // namespace

DiffEntry DiffEntry::added(StringRef Path) {
  DiffEntry E;
  E.NewPath = Path.str();
  E.IsWhole = true;
  return E;
}

std::vector<std::string> diffCommand(const std::string &Base) {
  return {"diff",
          "--raw",
          "-p",
          "-z",
          "-U0",
          "--inter-hunk-context=0",
          "-M",
          "-l5000",
          "--no-abbrev",
          "--no-ext-diff",
          "--no-textconv",
          "--no-color",
          "--text",
          "--no-relative",
          "--submodule=short",
          "--ignore-submodules=none",
          "--diff-algorithm=histogram",
          "--end-of-options",
          Base,
          "--"};
}

llvm::Expected<std::vector<DiffEntry>> readDiff(StringRef Rest) {
  std::vector<DiffEntry> Out;
  std::vector<std::size_t> Patched; // entries with a patch, in order
  while (Rest.consume_front(":")) {
    // 100644 100644 OLD NEW R090\0old\0new\0
    llvm::SmallVector<StringRef, 5> Words;
    field(Rest, '\0').split(Words, ' ');
    if (Words.size() != 5 || Words[4].empty())
      return odd("an entry of " + llvm::Twine(Words.size()) + " fields");
    DiffEntry E;
    const char Status = Words[4].front();
    E.OldBlob = Words[2].str();
    E.OldPath = E.NewPath = field(Rest, '\0').str();
    if (Status == 'R' || Status == 'C')
      E.NewPath = field(Rest, '\0').str();
    E.IsSubmodule = Words[0] == "160000" || Words[1] == "160000";
    if (Status == 'A')
      E.OldPath.clear();
    if (Status == 'D')
      E.NewPath.clear();
    // A file in place of a link or of a submodule; a merge that stopped.
    if (Status == 'T' || Status == 'U') {
      E.IsSubmodule = Words[1] == "160000";
      E.OldPath.clear();
      E.IsWhole = true;
    }
    // A second entry of an unmerged path, or of none.
    if (llvm::any_of(Out, [&](const DiffEntry &Other) {
          return !E.NewPath.empty() && Other.NewPath == E.NewPath;
        }))
      E.NewPath.clear();
    if (Status != 'U')
      for (int N = 0; N < (Status == 'T' ? 2 : 1); ++N)
        Patched.push_back(Out.size());
    Out.push_back(std::move(E));
  }
  Rest.consume_front(llvm::StringRef("\0", 1));
  auto Next = Patched.begin();
  while (!Rest.empty()) {
    const StringRef Line = field(Rest, '\n');
    if (!Line.starts_with("diff --git "))
      continue; // "* Unmerged path …"
    if (Next == Patched.end())
      return odd("more patches than files");
    std::vector<LineRange> Lines;
    if (llvm::Error Wrong = readHunks(Rest, Lines))
      return std::move(Wrong);
    Out[*Next++].Lines = std::move(Lines);
  }
  if (Next != Patched.end())
    return odd("fewer patches than files");
  return Out;
}

llvm::Expected<std::map<std::string, std::string>>
readBlobs(const Git &Repository, const std::vector<std::string> &Blobs) {
  std::map<std::string, std::string> Out;
  if (Blobs.empty())
    return Out;
  std::string Input;
  for (const std::string &Blob : Blobs)
    Input += Blob + "\n";
  auto Answer = Repository.ask({"cat-file", "--batch"}, Input);
  if (!Answer)
    return Answer.takeError();
  StringRef Rest = *Answer;
  while (!Rest.empty()) {
    llvm::SmallVector<StringRef, 3> Words; // NAME blob SIZE
    field(Rest, '\n').split(Words, ' ');
    std::size_t Size = 0;
    if (Words.size() != 3 || Words[1] != "blob" ||
        Words[2].getAsInteger(10, Size))
      return odd("git cat-file has no " + Words.front());
    Out[Words.front().str()] = Rest.take_front(Size).str();
    Rest = Rest.drop_front(std::min(Size + 1, Rest.size()));
  }
  return Out;
}

} // namespace async_tidy::tool
