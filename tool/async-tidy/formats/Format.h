// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In which words and for whom is a run reported?
//
//   Session ──> RunReport ──┬─> text     a person
//                           ├─> json     a script, our own stable shape
//                           ├─> sarif    code scanning
//                           └─> …        one file per format in this directory
//
// A format is a function from the whole report to a stream, because most of
// them have a frame around their findings. None of them judges or filters: what
// is in the report is written.

#ifndef ASYNC_TIDY_TOOL_FORMATS_FORMAT_H
#define ASYNC_TIDY_TOOL_FORMATS_FORMAT_H

#include "analysis/Findings.h"
#include "analysis/Inventory.h"
#include "formats/Report.h"
#include "formats/SourceTexts.h"
#include "options/Arguments.h"

#include <chrono>
#include <optional>
#include <span>

namespace async_tidy::tool {

/// All there is to say about a run.
struct RunReport {
  using Time = std::chrono::system_clock::time_point;

  std::vector<Finding> Findings; ///< each once, in reading order
  /// What identifies each finding from one revision to the next
  /// (Fingerprint.h); one each, all different.
  std::vector<std::string> Fingerprints;
  std::vector<Message> Explanations; ///< in reading order
  std::vector<SiteRecord> Sites;     ///< of an inventory, in reading order
  std::optional<Progress> Since;     ///< if an earlier inventory was given
  std::vector<const FileResult *> Incomplete;
  Summary Totals;
  std::string Patch;     ///< what --fix would change, if a diff was asked for
  std::string Root;      ///< top of the project; paths below it are relative
  std::string ShownRoot; ///< how reports name it
  std::string DocsUrl;   ///< where the pages of docs/ are published, or empty
  int ExitCode = 0;
  Time Started, Ended;
};

/// Writes \p Run to \p Out. \p Colours matters to text alone.
using FormatWriter = void (*)(const RunReport &Run, SourceTexts &Sources,
                              Colour Colours, llvm::raw_ostream &Out);

struct Format {
  llvm::StringRef Name;
  FormatWriter Write;
};

/// The formats of findings, text first.
std::span<const Format> formats();

/// The formats of an inventory, JSON first.
std::span<const Format> inventoryFormats();

void writeText(const RunReport &, SourceTexts &, Colour, llvm::raw_ostream &);
void writeJson(const RunReport &, SourceTexts &, Colour, llvm::raw_ostream &);
void writeSarif(const RunReport &, SourceTexts &, Colour, llvm::raw_ostream &);
void writeGitHub(const RunReport &, SourceTexts &, Colour, llvm::raw_ostream &);
void writeGitLab(const RunReport &, SourceTexts &, Colour, llvm::raw_ostream &);
void writeExportFixes(const RunReport &, SourceTexts &, Colour,
                      llvm::raw_ostream &);
void writeReviewdog(const RunReport &, SourceTexts &, Colour,
                    llvm::raw_ostream &);
void writeDiff(const RunReport &, SourceTexts &, Colour, llvm::raw_ostream &);
void writeInventory(const RunReport &, SourceTexts &, Colour,
                    llvm::raw_ostream &);
void writeInventoryPage(const RunReport &, SourceTexts &, Colour,
                        llvm::raw_ostream &);

/// \p File relative to \p Root where it is below it, else as it is.
std::string pathBelow(const std::string &Root, const std::string &File);

/// Where the page of \p Check is published, or empty.
std::string pageOf(const RunReport &Run, llvm::StringRef Check);

/// Why a file was not analysed to its end, in one line.
std::string incompleteReason(const FileResult &R);

/// The edits of \p F and how safe they are; Fixes::None where there are none.
struct ProposedFix {
  Fixes Kind = Fixes::None;
  std::string Description;
  std::vector<Edit> Edits;
};
ProposedFix proposedFix(const Finding &F);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FORMATS_FORMAT_H
