// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Baseline.h. A line is
//
//   check TAB file TAB function TAB ordinal TAB code
//
// with `\t`, `\n` and `\\` escaped. Lines with `#` in front, and empty ones,
// say nothing.

#include "changes/Baseline.h"

#include "ast/Failure.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <tuple>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

constexpr StringRef Header =
    "# async-tidy baseline 1: findings that were there before; each line is\n"
    "# check, file, function, ordinal and code. Made by --write-baseline,\n"
    "# shortened by --prune.\n";

std::string escape(StringRef Text) {
  std::string Out;
  for (const char C : Text) {
    if (C == '\\')
      Out += "\\\\";
    else if (C == '\t')
      Out += "\\t";
    else if (C == '\n')
      Out += "\\n";
    else if (C == '\r')
      Out += "\\r";
    else
      Out += C;
  }
  return Out;
}

std::string unescape(StringRef Text) {
  std::string Out;
  for (std::size_t I = 0; I < Text.size(); ++I) {
    if (Text[I] != '\\' || I + 1 == Text.size()) {
      Out += Text[I];
      continue;
    }
    ++I;
    Out += Text[I] == 't'   ? '\t'
           : Text[I] == 'n' ? '\n'
           : Text[I] == 'r' ? '\r'
                            : Text[I];
  }
  return Out;
}

/// What is wrong with \p Line, or an empty string.
std::string readLine(StringRef Line, FindingKey &Key) {
  if (Line.starts_with("<<<<<<<") || Line.starts_with("=======") ||
      Line.starts_with(">>>>>>>") || Line.starts_with("|||||||"))
    return "a merge conflict: keep the lines of both sides, then run "
           "async-tidy with --baseline and --prune";
  llvm::SmallVector<StringRef, 5> Fields;
  Line.split(Fields, '\t');
  if (Fields.size() != 5)
    return "expected five fields with tabs between them (check, file, "
           "function, ordinal, code), found " +
           std::to_string(Fields.size());
  if (!Fields[0].starts_with("async-"))
    return "'" + Fields[0].str() + "' is no check of async-tidy";
  if (Fields[3].getAsInteger(10, Key.Ordinal))
    return "'" + Fields[3].str() + "' is no ordinal; expected 0, 1, …";
  Key.Check = Fields[0].str();
  Key.File = unescape(Fields[1]);
  Key.Function = unescape(Fields[2]);
  Key.Code = unescape(Fields[4]);
  return {};
}

std::string writtenLine(const FindingKey &Key) {
  return Key.Check + "\t" + escape(Key.File) + "\t" + escape(Key.Function) +
         "\t" + std::to_string(Key.Ordinal) + "\t" + escape(Key.Code);
}

/// \p Key without its ordinal.
FindingKey groupOf(FindingKey Key) {
  Key.Ordinal = 0;
  return Key;
}

/// Without its file, too.
FindingKey placeless(FindingKey Key) {
  Key.File.clear();
  return groupOf(std::move(Key));
}

} // namespace

Coverage coverageOf(const std::vector<FileResult> &Results, bool WholeProject) {
  Coverage Out;
  Out.Everything = WholeProject;
  std::set<std::string> Partly;
  for (const FileResult &R : Results) {
    if (R.How == Outcome::Complete) {
      for (const auto &[File, State] : R.Inputs)
        Out.Whole.insert(File);
      continue;
    }
    Out.Everything = false;
    Partly.insert(R.File);
    for (const auto &[File, State] : R.Inputs)
      Partly.insert(File);
  }
  for (const std::string &File : Partly)
    Out.Whole.erase(File);
  return Out;
}

/// Which entry serves which finding.
struct Baseline::Match {
  std::vector<FindingKey> Keys; ///< of the findings
  std::vector<bool> Known;      ///< of the findings
  std::vector<bool> Needed;     ///< of the entries
};

llvm::Expected<Baseline> Baseline::read(const std::string &File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Buffer)
    return failure(llvm::formatv(
        "--baseline: cannot read {0}: {1}; --write-baseline={0} makes one",
        File, Buffer.getError().message()));
  Baseline Out;
  Out.Directory = llvm::sys::path::parent_path(canonicalPath(File)).str();
  std::set<FindingKey> Keys; // a merge of two branches may double a line
  StringRef Rest = (*Buffer)->getBuffer();
  for (unsigned Number = 1; !Rest.empty(); ++Number) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    Line = Line.rtrim('\r');
    if (Line.trim().empty() || Line.starts_with("#"))
      continue;
    FindingKey Key;
    if (const std::string Wrong = readLine(Line, Key); !Wrong.empty())
      return failure(llvm::formatv("{0}:{1}: {2}", File, Number, Wrong));
    Keys.insert(std::move(Key));
  }
  Out.Entries.assign(Keys.begin(), Keys.end());
  return Out;
}

std::string Baseline::pathOf(const FindingKey &Entry) const {
  llvm::SmallString<256> Path(Directory);
  llvm::sys::path::append(Path, Entry.File);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

bool Baseline::isGone(const FindingKey &Entry) const {
  return !llvm::sys::fs::exists(pathOf(Entry));
}

Baseline::Match Baseline::match(const std::vector<Finding> &Findings) const {
  Match Out;
  Out.Keys = keysOf(Findings, Directory);
  Out.Known.resize(Findings.size());
  Out.Needed.resize(Entries.size());
  std::map<FindingKey, std::vector<std::size_t>> Here, Gone;
  std::map<std::string, bool> Vanished;
  for (std::size_t I = 0; I < Entries.size(); ++I) {
    const auto [File, New] = Vanished.try_emplace(Entries[I].File, false);
    if (New)
      File->second = isGone(Entries[I]);
    if (File->second)
      Gone[placeless(Entries[I])].push_back(I);
    else
      Here[groupOf(Entries[I])].push_back(I);
  }
  // Of findings that share all but the ordinal, as many are known as there are
  // entries, whatever their ordinals: those may have gaps after a merge.
  const auto Serve = [&](auto &Pool, const auto &GroupOf) {
    std::map<FindingKey, std::size_t> Used;
    for (std::size_t I = 0; I < Findings.size(); ++I) {
      const FindingKey Group = GroupOf(Out.Keys[I]);
      const auto It = Pool.find(Group);
      if (Out.Known[I] || It == Pool.end() || Used[Group] == It->second.size())
        continue;
      Out.Needed[It->second[Used[Group]++]] = true;
      Out.Known[I] = true;
    }
  };
  Serve(Here, groupOf);
  Serve(Gone, placeless);
  return Out;
}

std::vector<bool> Baseline::known(const std::vector<Finding> &Findings) const {
  return match(Findings).Known;
}

std::vector<FindingKey> Baseline::pruned(const std::vector<Finding> &Findings,
                                         const Coverage &Seen) const {
  const Match M = match(Findings);
  std::vector<FindingKey> Left;
  std::map<FindingKey, unsigned> Next;
  const auto Keep = [&](FindingKey Key) {
    Key = groupOf(std::move(Key));
    Key.Ordinal = Next[Key]++;
    Left.push_back(std::move(Key));
  };
  for (std::size_t I = 0; I < Findings.size(); ++I)
    if (M.Known[I])
      Keep(M.Keys[I]);
  for (std::size_t I = 0; I < Entries.size(); ++I) {
    const bool Covered =
        isGone(Entries[I])
            ? Seen.Everything
            : Seen.Whole.contains(canonicalPath(pathOf(Entries[I])));
    if (!M.Needed[I] && !Covered)
      Keep(Entries[I]);
  }
  return Left;
}

llvm::Error writeBaseline(const std::string &File,
                          std::vector<FindingKey> Keys) {
  std::vector<std::string> Lines;
  for (const FindingKey &Key : Keys)
    Lines.push_back(writtenLine(Key));
  llvm::sort(Lines);
  llvm::Error Wrong =
      llvm::writeToOutput(File, [&](llvm::raw_ostream &Out) -> llvm::Error {
        Out << Header;
        for (const std::string &Line : Lines)
          Out << Line << '\n';
        return llvm::Error::success();
      });
  if (!Wrong)
    return Wrong;
  return failure("cannot write the baseline " + File + ": " +
                 llvm::toString(std::move(Wrong)));
}

} // namespace async_tidy::tool
