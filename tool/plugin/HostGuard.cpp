// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is the program that loads this plugin the one it was compiled for?
//
// LLVM promises nothing between major versions: a plugin in the wrong
// clang-tidy dies of a missing symbol or reads memory that means something
// else. So the first thing that runs after loading, before our module or any
// other object of the plugin is constructed, asks the host for its version and
// ends the program with a sentence when it does not fit.
//
// This file therefore uses nothing of LLVM but that one function, whose
// signature has not changed since LLVM 3.

#include "llvm/Config/llvm-config.h"

#include <cstdio>
#include <string>
#include <unistd.h>

namespace clang {
std::string getClangFullVersion();
} // namespace clang

namespace {

/// A version as far as it decides on the ABI.
struct Version {
  int Major = 0;
  int Minor = 0;
  std::string Text;
};

/// Reads "… version 19.1.7 (…)"; zeros where the host says something else.
Version hostVersion() {
  const std::string Full = clang::getClangFullVersion();
  const std::string Word = "version ";
  const std::size_t At = Full.find(Word);
  Version V;
  if (At == std::string::npos)
    return V;
  V.Text = Full.substr(At + Word.size());
  V.Text = V.Text.substr(0, V.Text.find(' '));
  if (std::sscanf(V.Text.c_str(), "%d.%d", &V.Major, &V.Minor) != 2)
    return Version();
  return V;
}

/// Runs before every constructor of default priority.
__attribute__((constructor(101))) void guardHost() {
  const Version Host = hostVersion();
  if (Host.Major == LLVM_VERSION_MAJOR && Host.Minor == LLVM_VERSION_MINOR)
    return;
  if (Host.Major == 0)
    std::fprintf(stderr,
                 "error: AsyncTidyPlugin-%d.so was built for clang-tidy %s, "
                 "and the version of this program cannot be told\n",
                 LLVM_VERSION_MAJOR, LLVM_VERSION_STRING);
  else if (Host.Major != LLVM_VERSION_MAJOR)
    std::fprintf(stderr,
                 "error: AsyncTidyPlugin-%d.so was built for clang-tidy %d; "
                 "this is clang-tidy %s; load AsyncTidyPlugin-%d.so\n",
                 LLVM_VERSION_MAJOR, LLVM_VERSION_MAJOR, Host.Text.c_str(),
                 Host.Major);
  else
    std::fprintf(stderr,
                 "error: AsyncTidyPlugin-%d.so was built for clang-tidy %s; "
                 "this is clang-tidy %s; build the plugin again for it\n",
                 LLVM_VERSION_MAJOR, LLVM_VERSION_STRING, Host.Text.c_str());
  std::fflush(stderr);
  // Not exit(): the host is in the middle of dlopen(), and its destructors must
  // not run with half of us loaded.
  _exit(1);
}

} // namespace
