// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the analysis of one file bring back?
//
//   worker process: clang-tidy's errors ──> FileResult ──bytes──> parent
//   parent: FileResults ──merge()──> findings, each once, in reading order
//
// Plain data without a pointer into clang, so that it can cross from a worker
// process to its parent (Record.h) and outlive the translation unit. Every
// path is canonical: absolute, links resolved. Offsets count bytes.

#ifndef ASYNC_TIDY_TOOL_FINDINGS_H
#define ASYNC_TIDY_TOOL_FINDINGS_H

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace async_tidy::tool {

/// A place in a file. Line and column count from 1; a line of 0 says that the
/// file could not be read.
struct Place {
  std::string File;
  std::uint64_t Offset = 0;
  std::uint64_t Line = 0;
  std::uint64_t Column = 0;
};

/// Bytes of a place's file that a message underlines.
struct Underline {
  std::uint64_t Offset = 0;
  std::uint64_t Length = 0;
};

/// A replacement of bytes; an insertion has length 0.
struct Edit {
  std::string File;
  std::uint64_t Offset = 0;
  std::uint64_t Length = 0;
  std::string Text;

  auto operator<=>(const Edit &) const = default;
};

/// One message with its place, and the edits that hang on it.
struct Message {
  Place At; ///< an empty file: the message has no place
  std::string Text;
  std::vector<Underline> Underlines;
  std::vector<Edit> Fix;
};

/// Whether a finding is in new code, as the policy said.
enum class CodeAge : std::uint8_t { New, Existing };

/// One diagnostic of one check.
struct Finding {
  std::string Check;
  Message Main;
  std::vector<Message> Notes;
  bool AsError = false; ///< WarningsAsErrors names the check
  CodeAge Age = CodeAge::New;
  std::string Function; ///< the enclosing function's qualified name
  std::string Tokens;   ///< the code in question; see checks/ast/CodeSite.h
};

/// One fact of a call, as the rows spell it.
struct Fact {
  std::string Name;
  std::string Value;
};

/// One known call, whether or not it has a finding: see Inventory.h.
struct SiteRecord {
  Place At;
  std::string Function; ///< the enclosing one
  std::string Name;     ///< as written
  std::string Callee;   ///< of the row
  std::string Library;  ///< its id
  std::string Title;    ///< its name for people
  std::string Role;
  std::string Leaf;                ///< of the tree; empty for what is no gather
  std::vector<std::string> Checks; ///< that have something to say
  std::vector<Fact> Facts;
  std::vector<std::string> Path; ///< through the tree
};

/// What identifies one state of a file's content.
struct Stamp {
  std::uint64_t Device = 0;
  std::uint64_t Inode = 0;
  std::uint64_t Size = 0;
  std::uint64_t ModifiedNanoseconds = 0;

  bool operator==(const Stamp &) const = default;
};

/// How far the analysis of a file came.
enum class Outcome : std::uint8_t {
  Complete,
  DoesNotCompile, ///< findings are sure, but there may be more
  Failed,         ///< nothing is known: a crash, a timeout, no such file
};

struct FileResult {
  std::string File;
  Outcome How = Outcome::Failed;
  /// Why it is not Complete: the first compile error, or what happened.
  Message Reason;
  std::uint64_t Errors = 0; ///< how many compile errors
  std::vector<Finding> Findings;
  /// Complaints of the checks about their configuration.
  std::vector<std::string> ConfigurationErrors;
  /// Likewise what they could do without: somebody else's rows.
  std::vector<std::string> ConfigurationWarnings;
  /// Explanations of the calls that were judged, in the order met.
  std::vector<Message> Explanations;
  /// Every known call, if an inventory was asked for.
  std::vector<SiteRecord> Sites;
  /// Every file that was read, and its state then.
  std::map<std::string, Stamp> Inputs;
};

/// Reading order.
bool isBefore(const Place &A, const Place &B);

/// \p Path with links resolved; where that fails, as absolute as it gets.
std::string realPath(const std::string &Path);

/// The name of \p Path that is compared and shown: realPath, or with --root the
/// absolute path without dots.
std::string canonicalPath(const std::string &Path);

/// From now on canonicalPath keeps links. To be called before there are
/// threads.
void keepLinks();

/// \p File as seen from \p Directory, without single dots; links stay.
std::string absolutePath(const std::string &Directory, const std::string &File);

/// How \p Path is shown: relative to the working directory where it is below
/// it, else as it is.
std::string shownPath(const std::string &Path);

/// The findings of all files: each once however many files reported it, and
/// sorted by file, line, column and check.
std::vector<Finding> merge(const std::vector<FileResult> &Results);

/// Likewise the explanations.
std::vector<Message> mergeExplanations(const std::vector<FileResult> &Results);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FINDINGS_H
