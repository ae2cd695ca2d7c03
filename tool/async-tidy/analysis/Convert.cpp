// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From clang-tidy's errors to findings: paths become canonical (they may be
// relative to a build directory), offsets become lines and columns, read from
// the same bytes that clang saw a moment ago.

#include "analysis/Convert.h"

#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;
namespace tooling = clang::tooling;

/// Converts messages; keeps the files it looked into.
class Converter {
public:
  Message message(const tooling::DiagnosticMessage &From, StringRef Directory) {
    Message M;
    M.Text = From.Message;
    if (!From.FilePath.empty())
      M.At = place(resolve(From.FilePath, Directory), From.FileOffset);
    for (const tooling::FileByteRange &R : From.Ranges)
      if (resolve(R.FilePath, Directory) == M.At.File)
        M.Underlines.push_back({R.FileOffset, R.Length});
    for (const auto &File : From.Fix)
      for (const tooling::Replacement &R : File.getValue())
        M.Fix.push_back({resolve(R.getFilePath(), Directory), R.getOffset(),
                         R.getLength(), R.getReplacementText().str()});
    std::sort(M.Fix.begin(), M.Fix.end());
    return M;
  }

private:
  std::map<std::string, std::string> Resolved;
  std::map<std::string, std::unique_ptr<llvm::MemoryBuffer>> Contents;

  std::string resolve(StringRef File, StringRef Directory) {
    const std::string Path = absolutePath(Directory.str(), File.str());
    std::string &Real = Resolved[Path];
    if (Real.empty())
      Real = canonicalPath(Path);
    return Real;
  }

  Place place(std::string File, std::uint64_t Offset) {
    Place P{std::move(File), Offset, 0, 0};
    auto [It, New] = Contents.try_emplace(P.File);
    if (New)
      if (auto Buffer = llvm::MemoryBuffer::getFile(
              P.File, /*IsText=*/false, /*RequiresNullTerminator=*/false))
        It->second = std::move(*Buffer);
    if (!It->second || Offset > It->second->getBufferSize())
      return P;
    const StringRef Before = It->second->getBuffer().take_front(Offset);
    P.Line = Before.count('\n') + 1;
    P.Column = Offset - (Before.rfind('\n') + 1) + 1;
    return P;
  }
};

bool isCompileError(const clang::tidy::ClangTidyError &E) {
  return E.DiagLevel == clang::tidy::ClangTidyError::Error &&
         StringRef(E.DiagnosticName).starts_with("clang-diagnostic-");
}

} // namespace

void SiteNotes::add(const FindingReport &Report) {
  const clang::SourceManager &SM = Report.Sources;
  const clang::SourceLocation At = SM.getFileLoc(Report.Loc);
  Known[{Report.Check.str(), SM.getFilename(At).str(), SM.getFileOffset(At)}] =
      {Report.Code == Age::New ? CodeAge::New : CodeAge::Existing,
       Report.Identity.Function, Report.Identity.Tokens};
}

void convert(const std::vector<clang::tidy::ClangTidyError> &Errors,
             const SiteNotes &Sites, FileResult &Result) {
  Converter Convert;
  for (const clang::tidy::ClangTidyError &E : Errors) {
    Message Main = Convert.message(E.Message, E.BuildDirectory);
    if (E.DiagnosticName == "clang-tidy-config") {
      (E.DiagLevel == clang::tidy::ClangTidyError::Error
           ? Result.ConfigurationErrors
           : Result.ConfigurationWarnings)
          .push_back(std::move(Main.Text));
      continue;
    }
    if (isCompileError(E)) {
      Result.How = Outcome::DoesNotCompile;
      ++Result.Errors;
      continue;
    }
    Finding F;
    F.Check = E.DiagnosticName;
    F.AsError =
        E.IsWarningAsError || E.DiagLevel == clang::tidy::ClangTidyError::Error;
    F.Main = std::move(Main);
    if (const auto Site = Sites.Known.find(
            {E.DiagnosticName, E.Message.FilePath, E.Message.FileOffset});
        Site != Sites.Known.end()) {
      F.Age = Site->second.Age;
      F.Function = Site->second.Function;
      F.Tokens = Site->second.Tokens;
    }
    for (const tooling::DiagnosticMessage &Note : E.Notes)
      F.Notes.push_back(Convert.message(Note, E.BuildDirectory));
    Result.Findings.push_back(std::move(F));
  }
}

} // namespace async_tidy::tool
