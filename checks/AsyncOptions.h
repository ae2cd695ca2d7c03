// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which options do all checks share, and what did the team say?
//
// Each option is an OptionInfo object and is read and stored through it. A
// shared option is given once (`ExtraLibraries: a.yml`). If it is given for one
// check (`async-raw-gather.ExtraLibraries: a.yml`) it holds for all of them,
// too: checks that see the same call must come to the same verdict, and only
// one of them edits it.

#ifndef ASYNC_TIDY_ASYNCOPTIONS_H
#define ASYNC_TIDY_ASYNCOPTIONS_H

#include "Exemptions.h"
#include "NewCode.h"
#include "ast/AsyncCall.h"
#include "ast/Edits.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "core/Policy.h"
#include "core/Rules.h"

#include <array>
#include <memory>
#include <string>

namespace async_tidy {

namespace option {
inline constexpr OptionInfo ExtraLibraries{
    "ExtraLibraries", "",
    "YAML files with further libraries, separated by semicolons."};
inline constexpr OptionInfo ExistingPaths{
    "ExistingPaths", "",
    "Globs of files whose code counts as existing, separated by semicolons."};
inline constexpr OptionInfo NewLines{
    "NewLines", "",
    "JSON in the format of -line-filter, or a file that holds it; all other "
    "lines are existing code."};
inline constexpr OptionInfo SafeGather{
    "SafeGather", "safe_async::safe_gather",
    "The gather that findings ask for and fixes write."};
inline constexpr OptionInfo SafeGatherHeader{
    "SafeGatherHeader", "",
    "The header that declares SafeGather, with its quotes or angle brackets; "
    "by default the library's adapter header."};
inline constexpr OptionInfo ReturnExceptions{
    "ReturnExceptions", "safe_async::return_exceptions",
    "The leading argument that makes SafeGather capture."};
inline constexpr OptionInfo Timeout{
    "Timeout", "safe_async::timeout",
    "The leading argument of SafeGather that takes a duration."};
inline constexpr OptionInfo DefaultTimeout{
    "DefaultTimeout", "",
    "The duration that fixes insert: a number with ms, s, min or h, or an "
    "expression of the code base; without it no fix adds a timeout."};
inline constexpr OptionInfo CleanupWords{
    "CleanupWords", "",
    "Further names or leading verbs of cleanup functions, separated by "
    "semicolons."};
inline constexpr OptionInfo LongRunningWords{
    "LongRunningWords", "",
    "Further names or leading verbs of long-running work, separated by "
    "semicolons."};
inline constexpr OptionInfo ExemptPaths{
    "ExemptPaths", "",
    "Globs of files that no check looks at, separated by semicolons."};
inline constexpr OptionInfo ExemptFunctions{
    "ExemptFunctions", "",
    "Names of functions whose bodies no check looks at, separated by "
    "semicolons; * stands for any characters."};
inline constexpr OptionInfo LibrarySeverity{
    "LibrarySeverity", "",
    "How findings about a library are reported: id=off, id=warning or "
    "id=error, separated by semicolons; ids are those of the library pages."};

inline constexpr std::array Shared = {
    ExtraLibraries,   ExistingPaths,    NewLines,    SafeGather,
    SafeGatherHeader, ReturnExceptions, Timeout,     DefaultTimeout,
    CleanupWords,     LongRunningWords, ExemptPaths, ExemptFunctions,
    LibrarySeverity,
};

// Options of one check that the tree must know: every check reads them, so
// that all of them come to the same verdict on a call.
inline constexpr OptionInfo AcceptEquivalent{
    "AcceptEquivalent", "false",
    "Spares gathers that keep every promise of safe_gather and have a "
    "cancelling deadline."};
inline constexpr OptionInfo ReportLowPriority{
    "ReportLowPriority", "false",
    "Reports existing gathers that neither fail-fast nor a timeout would "
    "help."};
inline constexpr OptionInfo RequireDeadline{
    "RequireDeadline", "long-running",
    "Which waits must have a deadline: long-running (gathers in cleanup or of "
    "long-running work) or always (every gather, and single awaits of "
    "long-running work)."};
} // namespace option

/// The shared options, read and made usable for one check.
class Settings {
public:
  /// Reads the options; problems are reported through \p Context as errors of
  /// the configuration, and the option in question keeps its default.
  Settings(const clang::tidy::ClangTidyCheck::OptionsView &Options,
           clang::tidy::ClangTidyContext &Context);

  void store(const clang::tidy::ClangTidyCheck::OptionsView &Options,
             clang::tidy::ClangTidyOptions::OptionMap &Map) const;

  /// The rows; refers to another object after addLibraries().
  const LibraryIndex &libraries() const { return *Libraries; }
  /// Adds the rows that libraries ship (ShippedRows.h), which those of
  /// ExtraLibraries may replace. A file with a mistake is said in a warning and
  /// left out: it is not the team's.
  void addLibraries(llvm::ArrayRef<std::unique_ptr<llvm::MemoryBuffer>> Shipped,
                    clang::tidy::ClangTidyContext &Context);
  const ExtraWords &words() const { return Words; }
  /// The code that the team exempts; a copy for one translation unit.
  const Exemptions &exemptions() const { return Exempt; }
  /// The age of code made of \p Parts.
  Age ageOf(llvm::ArrayRef<clang::SourceRange> Parts,
            const clang::SourceManager &Sources) const {
    return Code.ageOf(Parts, Sources);
  }
  /// The team's policy for code of that age. In an editor a person is there to
  /// fill in a duration.
  Policy policyFor(Age Of, bool InEditor) const;
  /// How the gather that replaces \p Call is spelled; a safe gather keeps its
  /// own spelling.
  GatherSpelling spellingFor(const AsyncCall &Call) const;
  Replacement replacement() const { return Common.Instead; }
  const std::string &safeGather() const { return value(option::SafeGather); }
  /// The header to include for a call that is found under \p Root; empty if
  /// none is needed.
  std::string headerFor(const LibraryRoot &Root) const;

private:
  std::array<std::string, option::Shared.size()> Values;
  const std::string &value(const OptionInfo &Option) const;

  std::vector<std::unique_ptr<llvm::MemoryBuffer>> TeamFiles;
  std::shared_ptr<const LibraryIndex> Libraries;
  ExtraWords Words;
  NewCode Code;
  Exemptions Exempt;
  Policy Common; ///< all but the age of the code
};

/// Reads one option of a check, shared or own.
std::string readOption(const clang::tidy::ClangTidyCheck::OptionsView &Options,
                       const OptionInfo &Option);

} // namespace async_tidy

#endif // ASYNC_TIDY_ASYNCOPTIONS_H
