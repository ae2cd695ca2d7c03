// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For GitLab's Code Quality report: an array of issues. GitLab compares the
// fingerprints of two branches to tell what a merge request adds and removes,
// so they must be unique in a report and must not move with the lines. A file
// that could not be analysed is an issue, too: else its findings would look
// fixed.

#include "formats/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MD5.h"

namespace async_tidy::tool {
namespace {

using Json = llvm::json::OStream;

/// 32 digits like those of a finding.
std::string digest(const std::string &Text) {
  const auto Hash = llvm::MD5::hash(llvm::ArrayRef(
      reinterpret_cast<const std::uint8_t *>(Text.data()), Text.size()));
  return Hash.digest().str().str();
}

void issue(Json &J, const std::string &Check, const std::string &Text,
           const std::string &Fingerprint, llvm::StringRef Severity,
           const std::string &File, std::uint64_t Line, std::uint64_t End) {
  J.object([&] {
    J.attribute("type", "issue");
    J.attribute("check_name", Check);
    J.attribute("description", utf8(Text));
    J.attribute("fingerprint", Fingerprint);
    J.attribute("severity", Severity);
    J.attributeObject("location", [&] {
      J.attribute("path", utf8(File));
      J.attributeObject("lines", [&] {
        J.attribute("begin", static_cast<std::int64_t>(Line));
        J.attribute("end", static_cast<std::int64_t>(End));
      });
    });
  });
}

} // namespace

void writeGitLab(const RunReport &Run, SourceTexts &Sources, Colour,
                 llvm::raw_ostream &Out) {
  Json J(Out, /*IndentSize=*/2);
  J.array([&] {
    for (std::size_t I = 0; I < Run.Findings.size(); ++I) {
      const Finding &F = Run.Findings[I];
      const Range R = Sources.range(F.Main);
      issue(J, F.Check, F.Main.Text, Run.Fingerprints[I],
            F.AsError ? "critical" : "major",
            pathBelow(Run.Root, F.Main.At.File),
            std::max<std::uint64_t>(1, R.Begin.Line),
            std::max<std::uint64_t>(1, R.End.Line));
    }
    for (const FileResult *R : Run.Incomplete) {
      const std::string File = pathBelow(Run.Root, R->File);
      const bool Here = R->Reason.At.File == R->File;
      const std::uint64_t Line =
          std::max<std::uint64_t>(1, Here ? R->Reason.At.Line : 1);
      issue(J, "async-tidy", incompleteReason(*R),
            digest("not analysed " + File), "blocker", File, Line, Line);
    }
  });
  Out << '\n';
}

} // namespace async_tidy::tool
