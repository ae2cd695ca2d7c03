// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Finding compile_commands.json, and the files in it that are meant. How a
// command is changed so that clang accepts it is CommandLine.cpp's matter.

#include "sources/CompileDatabase.h"

#include "analysis/Findings.h"
#include "ast/Failure.h"
#include "sources/CommandLine.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <algorithm>
#include <map>

namespace async_tidy::tool {
namespace {

using clang::tooling::CompilationDatabase;
using clang::tooling::CompileCommand;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

constexpr StringRef DatabaseName = "compile_commands.json";

std::string joinPath(StringRef Directory, StringRef Name) {
  llvm::SmallString<256> Joined(Directory);
  path::append(Joined, Name);
  return std::string(Joined);
}

/// The nearest database above \p Directory, or empty.
std::string searchUpward(StringRef Directory) {
  for (; !Directory.empty(); Directory = path::parent_path(Directory))
    for (const std::string &Candidate :
         {joinPath(Directory, DatabaseName),
          joinPath(joinPath(Directory, "build"), DatabaseName)})
      if (fs::exists(Candidate))
        return Candidate;
  return {};
}

llvm::Expected<std::string> locateDatabase(const Arguments &Args) {
  if (!Args.BuildPath.empty()) {
    const std::string Path = fs::is_directory(Args.BuildPath)
                                 ? joinPath(Args.BuildPath, DatabaseName)
                                 : Args.BuildPath;
    if (fs::exists(Path))
      return canonicalPath(Path);
    return failure(llvm::formatv(
        "-p {0}: there is no {1}; give the directory of a configured build "
        "(CMake writes the file with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON)",
        Args.BuildPath, DatabaseName));
  }
  const std::string Here = canonicalPath(".");
  std::vector<std::string> Starts;
  for (const std::string &File : Args.Files)
    if (fs::exists(File)) {
      const std::string Path = canonicalPath(File);
      Starts.push_back(fs::is_directory(Path) ? Path
                                              : path::parent_path(Path).str());
      break;
    }
  Starts.push_back(Here);
  for (const std::string &Start : Starts)
    if (std::string Found = searchUpward(Start); !Found.empty())
      return Found;
  return failure(llvm::formatv(
      "no {0} in {1}, the directories above it or a build/ there; make one "
      "with cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON or `bear -- make` and "
      "name its directory with -p, or give the compile flags after '--'",
      DatabaseName, Starts.front()));
}

/// The tops of checkouts, each directory looked at once.
class Checkouts {
public:
  /// The top of the innermost checkout around \p Directory, or nothing.
  const std::string &around(StringRef Directory) {
    const auto [Entry, New] = Tops.try_emplace(Directory);
    if (!New || Directory.empty())
      return Entry->second;
    for (StringRef Mark : {".git", ".hg", ".svn", ".jj"})
      if (const std::string Path = joinPath(Directory, Mark);
          fs::exists(Path) && !isSubmodule(Path))
        return Entry->second = Directory.str();
    const std::string Top = around(path::parent_path(Directory));
    return Tops[Directory] = Top;
  }

private:
  llvm::StringMap<std::string> Tops;

  /// A submodule belongs to the project around it. Its .git is a file that
  /// names a place below the other's .git/modules.
  static bool isSubmodule(const std::string &Mark) {
    if (!fs::is_regular_file(Mark))
      return false;
    const auto Text = llvm::MemoryBuffer::getFile(Mark);
    return Text && (*Text)->getBuffer().contains("/modules/");
  }
};

/// --root, else the checkout that most of the sources in \p Directories belong
/// to: a build may stand beside it or in somebody else's, and it may have
/// submodules. Without any, the top around \p Database, or that directory.
std::string projectRoot(const Arguments &Args,
                        const std::vector<StringRef> &Directories,
                        StringRef Database) {
  if (!Args.Root.empty())
    return canonicalPath(Args.Root);
  Checkouts Known;
  std::map<std::string, std::size_t> Counts;
  for (StringRef Directory : Directories)
    if (const std::string &Top = Known.around(Directory); !Top.empty())
      ++Counts[Top];
  if (!Counts.empty())
    return std::max_element(
               Counts.begin(), Counts.end(),
               [](const auto &A, const auto &B) { return A.second < B.second; })
        ->first;
  const std::string &Top = Known.around(Database);
  return Top.empty() ? Database.str() : Top;
}

/// Whether \p File is C++ by its name: a database also lists C and assembler.
bool isCxx(StringRef File) {
  static constexpr StringRef Extensions[] = {
      ".cc",  ".cpp",  ".cxx", ".c++", ".C",  ".cp", ".cppm",
      ".ccm", ".cxxm", ".ixx", ".mpp", ".mm", ".cu", ".hip"};
  return llvm::is_contained(Extensions, path::extension(File));
}

using SourceMap = std::map<std::string, Source>;

llvm::Expected<SourceMap> readDatabase(const std::string &Path,
                                       const Arguments &Args) {
  std::string Message;
  std::unique_ptr<CompilationDatabase> Database =
      clang::tooling::JSONCompilationDatabase::loadFromFile(
          Path, Message, clang::tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Database)
    return failure(llvm::formatv(
        "{0} cannot be read: {1} Configure the build again to make it new.",
        Path, Message));
  Database = inferTargetAndDriverMode(
      expandResponseFiles(std::move(Database), llvm::vfs::getRealFileSystem()));
  SourceMap Sources;
  for (CompileCommand &Command : Database->getAllCompileCommands()) {
    if (llvm::is_contained(Command.CommandLine, "c++-header"))
      continue;                                // makes a precompiled header
    if (!path::is_absolute(Command.Directory)) // counts from the database
      Command.Directory =
          canonicalPath(joinPath(path::parent_path(Path), Command.Directory));
    const std::string File = absolutePath(Command.Directory, Command.Filename);
    Source &S = Sources[canonicalPath(File)];
    adjustCommand(Command, File, Args);
    S.Commands.push_back(std::move(Command));
  }
  if (Sources.empty())
    return failure(llvm::formatv("{0} lists no files", Path));
  return Sources;
}

/// The sources that one operand means.
llvm::Expected<std::vector<std::string>>
resolveOperand(const std::string &Operand, const SourceMap &Sources,
               const std::string &Database) {
  std::vector<std::string> Meant;
  const std::string Path = canonicalPath(Operand);
  if (fs::is_directory(Path)) {
    for (const auto &[File, S] : Sources)
      if (StringRef(File).starts_with(Path + "/") && isCxx(File))
        Meant.push_back(File);
    if (Meant.empty())
      return failure(
          llvm::formatv("no file in {0} is listed in {1}", Operand, Database));
    return Meant;
  }
  if (fs::exists(Path)) {
    if (Sources.contains(Path))
      return std::vector<std::string>{Path};
    return failure(llvm::formatv(
        "{0} is not listed in {1}; add it to the build and configure again, "
        "or give its compile flags after '--'. A header is analysed through a "
        "source file that includes it.",
        Operand, Database));
  }
  llvm::Regex Pattern(Operand);
  std::string Wrong;
  if (!Pattern.isValid(Wrong))
    return failure(llvm::formatv("{0} is neither a file nor a regular "
                                 "expression: {1}",
                                 Operand, Wrong));
  for (const auto &[File, S] : Sources)
    if (Pattern.match(File) && isCxx(File))
      Meant.push_back(File);
  if (Meant.empty())
    return failure(llvm::formatv("there is no file {0}, and no file listed in "
                                 "{1} matches it",
                                 Operand, Database));
  return Meant;
}

/// All files compiled with the flags after `--`.
llvm::Expected<Project> fixedProject(const Arguments &Args) {
  if (Args.Files.empty())
    return failure("compile flags were given after '--' but no file");
  Project P;
  const std::string Here = canonicalPath(".");
  for (const std::string &File : Args.Files) {
    if (!fs::exists(File))
      return failure(llvm::formatv("there is no file {0}", File));
    const clang::tooling::FixedCompilationDatabase Fixed(Here,
                                                         *Args.CompileFlags);
    const std::string Path = absolutePath(Here, File);
    Source S{canonicalPath(Path), Fixed.getCompileCommands(Path)};
    for (CompileCommand &Command : S.Commands)
      adjustCommand(Command, Path, Args);
    P.Sources.push_back(std::move(S));
  }
  const StringRef Folder = path::parent_path(P.Sources.front().File);
  P.Root = projectRoot(Args, {Folder}, Folder);
  return P;
}

} // namespace

llvm::Expected<Project> loadProject(const Arguments &Args) {
  if (!Args.Root.empty() && !fs::is_directory(Args.Root))
    return failure(
        llvm::formatv("--root={0}: there is no such directory", Args.Root));
  if (Args.CompileFlags)
    return fixedProject(Args);
  llvm::Expected<std::string> Database = locateDatabase(Args);
  if (!Database)
    return Database.takeError();
  llvm::Expected<SourceMap> Sources = readDatabase(*Database, Args);
  if (!Sources)
    return Sources.takeError();
  Project P;
  std::vector<StringRef> Folders;
  for (const auto &[File, S] : *Sources)
    Folders.push_back(path::parent_path(File));
  P.Root = projectRoot(Args, Folders, path::parent_path(*Database));
  if (Args.Files.empty()) {
    for (auto &[File, S] : *Sources)
      if (isCxx(File))
        P.Sources.push_back({File, std::move(S.Commands)});
    if (P.Sources.empty())
      return failure(llvm::formatv("{0} lists no C++ file", *Database));
    return P;
  }
  std::map<std::string, Source> Chosen;
  for (const std::string &Operand : Args.Files) {
    auto Meant = resolveOperand(Operand, *Sources, *Database);
    if (!Meant)
      return Meant.takeError();
    for (const std::string &File : *Meant)
      Chosen[File] = Source{File, (*Sources)[File].Commands};
  }
  for (auto &[File, S] : Chosen)
    P.Sources.push_back(std::move(S));
  return P;
}

} // namespace async_tidy::tool
