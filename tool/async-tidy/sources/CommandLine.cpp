// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A compile database is written for the compiler of the build, often GCC or
// another clang. What this clang would stumble over is taken out:
//
//  - options it does not have (GCC's), found in clang's own table of options;
//  - warnings: -Werror and the like would turn somebody's warning into a file
//    that "does not compile"; clang's warnings are not what is asked for;
//  - precompiled headers: another compiler wrote them;
//  - a language standard newer than this clang knows becomes its newest.
//
// And two things are put in: where clang's builtin headers are, because they
// are looked for beside the program, and the source's absolute path, because
// the nearest .clang-tidy is looked for from it.

#include "sources/CommandLine.h"

#include "analysis/Findings.h"
#include "ast/ClangCompat.h"
#include "clang/Basic/LangStandard.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include ASYNC_TIDY_DRIVER_OPTIONS_H

#include <algorithm>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;
using Words = std::vector<std::string>;
namespace options = ASYNC_TIDY_DRIVER_NAMESPACE::options;

/// The program's own directory, found through the running executable.
std::string programDirectory() {
  return llvm::sys::path::parent_path(realPath("/proc/self/exe")).str();
}

bool isKnownStandard(StringRef Name) {
  return clang::LangStandard::getLangKind(Name) !=
         clang::LangStandard::lang_unspecified;
}

/// \p Name, or the newest C++ standard of this clang where it is unknown.
std::string knownStandard(StringRef Name) {
  const bool Gnu = Name.starts_with("gnu++");
  if (isKnownStandard(Name) || !(Gnu || Name.starts_with("c++")))
    return Name.str();
  for (const char *Year : {"26", "2c", "23", "2b", "20"})
    if (std::string Newest = std::string(Gnu ? "gnu++" : "c++") + Year;
        isKnownStandard(Newest))
      return Newest;
  return Name.str();
}

/// What becomes of one parsed option: its words, changed or none.
Words translate(const llvm::opt::Arg &Arg, Words Raw) {
  const llvm::opt::Option &O = Arg.getOption();
  if (O.matches(options::OPT_UNKNOWN))
    return {};
  if (O.matches(options::OPT_W_Group) || O.matches(options::OPT_include_pch) ||
      O.matches(options::OPT_pedantic_errors))
    return {};
  // Straight to the compiler: the driver would look for a precompiled FILE.
  if (O.matches(options::OPT_include))
    return {"-Xclang", "-include", "-Xclang", Arg.getValue()};
  if (O.matches(options::OPT_std_EQ))
    return {"-std=" + knownStandard(Arg.getValue())};
  return Raw;
}

/// Takes out what clang does not know. \p Arguments are without the program.
Words translateAll(const Words &Arguments) {
  Words Kept;
  std::vector<const char *> Pointers;
  for (const std::string &A : Arguments)
    Pointers.push_back(A.c_str());
  const llvm::opt::InputArgList List(Pointers.data(),
                                     Pointers.data() + Pointers.size());
  const auto &Table = ASYNC_TIDY_DRIVER_NAMESPACE::getDriverOptTable();
  for (unsigned Index = 0; Index < Arguments.size();) {
    const unsigned Begin = Index;
    // `-Xclang -include-pch -Xclang FILE`: CMake's spelling.
    if (Begin + 3 < Arguments.size() && Arguments[Begin] == "-Xclang" &&
        Arguments[Begin + 1] == "-include-pch") {
      Index += 4;
      continue;
    }
    const std::unique_ptr<llvm::opt::Arg> Arg =
        ASYNC_TIDY_PARSE_DRIVER_OPTION(Table, List, Index);
    if (!Arg) { // its value is missing: clang will say so
      Kept.insert(Kept.end(), Arguments.begin() + Begin, Arguments.end());
      break;
    }
    const Words Raw(Arguments.begin() + Begin, Arguments.begin() + Index);
    for (std::string &W : translate(*Arg, Raw))
      Kept.push_back(std::move(W));
  }
  return Kept;
}

/// Whether \p Word of the command names its source, however it is spelled.
bool isSource(StringRef Word, const clang::tooling::CompileCommand &Command,
              StringRef File) {
  if (Word.empty() || Word.starts_with("-"))
    return false;
  if (Word == Command.Filename)
    return true;
  return absolutePath(Command.Directory, Word.str()) == File;
}

/// clang-cl commands have another grammar and are left as they are.
bool isMsvcStyle(const Words &Line) {
  return std::find(Line.begin(), Line.end(), "--driver-mode=cl") != Line.end();
}

} // namespace

const std::string &resourceDirectory() {
  static const std::string Directory = [] {
    const std::string Major = std::to_string(LLVM_VERSION_MAJOR);
    for (const std::string &Candidate :
         {std::string(ASYNC_TIDY_RESOURCE_DIR),
          programDirectory() + "/../lib/clang/" + Major,
          "/usr/lib/llvm-" + Major + "/lib/clang/" + Major,
          "/usr/lib/clang/" + Major, "/usr/local/lib/clang/" + Major})
      if (llvm::sys::fs::exists(Candidate + "/include/stddef.h"))
        return canonicalPath(Candidate);
    return std::string();
  }();
  return Directory;
}

void adjustCommand(clang::tooling::CompileCommand &Command,
                   const std::string &File, const Arguments &Args) {
  Words &Line = Command.CommandLine;
  for (std::string &Word : Line)
    if (isSource(Word, Command, File))
      Word = File;
  Command.Filename = File;
  if (Line.empty() || isMsvcStyle(Line))
    return;
  Words Adjusted = {Line.front()};
  for (const std::string &Extra : Args.ExtraArgsBefore)
    Adjusted.push_back(Extra);
  for (std::string &Word : translateAll(Words(Line.begin() + 1, Line.end())))
    Adjusted.push_back(std::move(Word));
  // Behind `--` everything is an input.
  auto End = std::find(Adjusted.begin(), Adjusted.end(), "--");
  Words Added = Args.ExtraArgs;
  const auto Names = [](const std::string &Word) {
    return StringRef(Word).starts_with("-resource-dir");
  };
  if (std::none_of(Adjusted.begin(), End, Names) &&
      std::none_of(Added.begin(), Added.end(), Names) &&
      !resourceDirectory().empty())
    Added.push_back("-resource-dir=" + resourceDirectory());
  // An error that GCC calls a warning must not hide the findings; the limit on
  // errors likewise.
  Added.push_back("-Wno-everything");
  Added.push_back("-ferror-limit=0");
  Adjusted.insert(End, Added.begin(), Added.end());
  Line = std::move(Adjusted);
}

} // namespace async_tidy::tool
