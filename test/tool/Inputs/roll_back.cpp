// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: roll_back        in an empty directory
//
// What stays on disk when a rename fails midway? No check of ours edits two
// files with one fix today, so the writer is asked by itself. The rename that
// fails is our own: the program's is found before that of the C library.

#include "fixes/Fix.h"
#include "results/InputFiles.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace async_tidy::tool;

namespace {

std::string FailsFor;   // the file that cannot be renamed
int SucceedsBefore = 0; // so many renames work first

std::string contentOf(const std::string &File) {
  std::stringstream Out;
  Out << std::ifstream(File).rdbuf();
  return Out.str();
}

void insist(bool Holds, const char *What) {
  if (Holds)
    return;
  std::fprintf(stderr, "roll_back: %s\n", What);
  std::exit(1);
}

/// One finding whose fix turns a word in both files, and what came of it.
FixResult fixBoth(const std::string &A, const std::string &B) {
  std::ofstream(A) << "old a\n";
  std::ofstream(B) << "old b\n";
  Finding F;
  F.Main.Fix = {{A, 0, 3, "new"}, {B, 0, 3, "new"}};
  FileResult Read;
  Read.Findings = {F};
  Read.Inputs = {{A, stampOf(A)}, {B, stampOf(B)}};
  return writeEdits(chooseEdits({F}, Fixes::Safe), {F}, Fixes::Safe, {Read},
                    makePlainly);
}

} // namespace

extern "C" int rename(const char *From, const char *To) {
  if (To == FailsFor && SucceedsBefore-- <= 0) {
    errno = EIO;
    return -1;
  }
  return renameat(AT_FDCWD, From, AT_FDCWD, To);
}

int main() {
  const std::string Here = std::filesystem::canonical(".");
  const std::string A = Here + "/a.cpp";
  const std::string B = Here + "/b.cpp";

  FixResult Done = fixBoth(A, B);
  insist(Done.Problems.empty() && Done.Backups.size() == 2, "both are written");
  insist(contentOf(A) == "new a\n" && contentOf(B) == "new b\n",
         "both are new");
  insist(restore(Done.Backups.front()).empty(), "a file is taken back");
  insist(contentOf(A) == "old a\n", "it is old");

  FailsFor = B;
  Done = fixBoth(A, B);
  insist(Done.Backups.empty(), "nothing counts as written");
  insist(Done.Problems ==
             std::vector<std::string>{"b.cpp: not fixed: Input/output error"},
         "it is said, once");
  insist(contentOf(A) == "old a\n" && contentOf(B) == "old b\n",
         "both are old");

  // Where not even taking back works, that is said, too.
  FailsFor = A;
  SucceedsBefore = 1;
  Done = fixBoth(A, B);
  insist(Done.Problems.empty(), "one rename of it works");
  insist(restore(Done.Backups.front()) == "Input/output error",
         "that it cannot be taken back is said");
  insist(contentOf(A) == "new a\n", "it is as it was");

  for (const auto &Each : std::filesystem::directory_iterator(Here))
    insist(Each.path().extension() != ".tmp", "nothing temporary stays");
  return 0;
}
