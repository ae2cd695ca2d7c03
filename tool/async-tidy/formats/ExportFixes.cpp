// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For clang-apply-replacements and the editors that read clang-tidy's
// -export-fixes: the same YAML, through clang's own traits.
//
// clang-apply-replacements applies the first fix that it finds, one on a note
// as well, and an insertion that two findings share it applies twice. So only
// safe fixes are written, each edit once, and those that conflict are left to
// the next run: the same plan that --fix makes.

#include "fixes/Fix.h"
#include "formats/Format.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

namespace async_tidy::tool {
namespace {

namespace tooling = clang::tooling;

/// \p M without its edits.
tooling::DiagnosticMessage toClang(const Message &M) {
  tooling::DiagnosticMessage Out(utf8(M.Text));
  Out.FilePath = utf8(M.At.File);
  Out.FileOffset = M.At.Offset;
  for (const Underline &U : M.Underlines) {
    tooling::FileByteRange R;
    R.FilePath = Out.FilePath;
    R.FileOffset = U.Offset;
    R.Length = U.Length;
    Out.Ranges.push_back(std::move(R));
  }
  return Out;
}

/// Collects the edits of the whole file.
class Edits {
public:
  /// Adds those of \p Fix that are new, unless YAML could not carry one of them
  /// or clang would not know which of two insertions comes first.
  void add(const std::vector<Edit> &Fix,
           llvm::StringMap<tooling::Replacements> &Out) {
    for (const Edit &E : Fix) {
      const auto Same = Insertions.find({E.File, E.Offset});
      if (!isUtf8(E.Text) || !isUtf8(E.File) ||
          (E.Length == 0 && Same != Insertions.end() && Same->second != E.Text))
        return;
    }
    for (const Edit &E : Fix) {
      if (!Written.insert(E).second)
        continue;
      if (E.Length == 0)
        Insertions[{E.File, E.Offset}] = E.Text;
      const tooling::Replacement R(E.File, E.Offset, E.Length, E.Text);
      llvm::cantFail(Out[E.File].add(R), "the plan has no conflict");
    }
  }

private:
  std::set<Edit> Written;
  std::map<std::pair<std::string, std::uint64_t>, std::string> Insertions;
};

} // namespace

void writeExportFixes(const RunReport &Run, SourceTexts &, Colour,
                      llvm::raw_ostream &Out) {
  const FixPlan Plan = chooseEdits(Run.Findings, Fixes::Safe);
  llvm::SmallString<256> Here;
  llvm::sys::fs::current_path(Here);
  tooling::TranslationUnitDiagnostics All;
  Edits Chosen;
  for (std::size_t I = 0; I < Run.Findings.size(); ++I) {
    const Finding &F = Run.Findings[I];
    tooling::DiagnosticMessage Main = toClang(F.Main);
    if (Plan.Planned.contains(I))
      Chosen.add(editsOf(F, Fixes::Safe), Main.Fix);
    llvm::SmallVector<tooling::DiagnosticMessage, 1> Notes;
    for (const Message &Note : F.Notes)
      Notes.push_back(toClang(Note));
    All.Diagnostics.emplace_back(F.Check, Main, Notes,
                                 F.AsError ? tooling::Diagnostic::Error
                                           : tooling::Diagnostic::Warning,
                                 Here);
  }
  llvm::yaml::Output Yaml(Out);
  Yaml << All;
}

} // namespace async_tidy::tool
