// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The table of formats, and what several of them say in the same words.

#include "formats/Format.h"

#include "fixes/Fix.h"
#include "llvm/Support/FormatVariadic.h"

namespace async_tidy::tool {
namespace {

constexpr Format Table[] = {
    {"text", writeText},
    {"json", writeJson},
    {"sarif", writeSarif},
    {"github", writeGitHub},
    {"gitlab", writeGitLab},
    {"rdjson", writeReviewdog},
    {"export-fixes", writeExportFixes},
    {"diff", writeDiff},
};

constexpr Format Inventories[] = {
    {"json", writeInventory},
    {"html", writeInventoryPage},
};

} // namespace

std::span<const Format> inventoryFormats() { return Inventories; }

std::span<const Format> formats() { return Table; }

void writeDiff(const RunReport &Run, SourceTexts &, Colour,
               llvm::raw_ostream &Out) {
  Out << Run.Patch;
}

std::string pathBelow(const std::string &Root, const std::string &File) {
  const std::string Prefix = Root.ends_with('/') ? Root : Root + "/";
  return File.starts_with(Prefix) ? File.substr(Prefix.size()) : File;
}

std::string pageOf(const RunReport &Run, llvm::StringRef Check) {
  if (Run.DocsUrl.empty())
    return {};
  Check.consume_front("async-");
  return llvm::StringRef(Run.DocsUrl).rtrim('/').str() + "/checks/" +
         Check.str() + ".md";
}

std::string incompleteReason(const FileResult &R) {
  if (R.How == Outcome::Failed)
    return "not analysed: " + R.Reason.Text;
  std::string Text = "does not compile, so it was not fully analysed: ";
  Text += R.Reason.Text;
  if (R.Errors > 1)
    Text += llvm::formatv(" (and {0} more)", R.Errors - 1);
  return Text;
}

ProposedFix proposedFix(const Finding &F) {
  if (std::vector<Edit> Edits = editsOf(F, Fixes::Safe); !Edits.empty())
    return {Fixes::Safe, "Fix of " + F.Check, std::move(Edits)};
  std::vector<Edit> Edits = editsOf(F, Fixes::Unsafe);
  if (Edits.empty())
    return {};
  std::string Why;
  for (const Message &Note : F.Notes)
    if (!Note.Fix.empty())
      Why = Note.Text;
  return {Fixes::Unsafe, "Unsafe, look at the result: " + Why,
          std::move(Edits)};
}

} // namespace async_tidy::tool
