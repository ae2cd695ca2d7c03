// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For a GitHub Actions log: workflow commands that become annotations beside
// the changed lines. Three characters end a command early and two more end a
// property, so they are written as %XX. GitHub shows only the first ten
// warnings and ten errors of a step: sarif has no such limit.

#include "formats/Format.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

std::string escape(StringRef Text, StringRef More) {
  std::string Out;
  for (const char C : utf8(Text)) {
    if (C == '%' || C == '\r' || C == '\n' || More.contains(C)) {
      Out += '%';
      Out += "0123456789ABCDEF"[C >> 4 & 15];
      Out += "0123456789ABCDEF"[C & 15];
    } else {
      Out += C;
    }
  }
  return Out;
}

std::string property(StringRef Text) { return escape(Text, ":,"); }

/// ` file=…,line=…`; columns only where the range is on one line.
std::string where(const RunReport &Run, const std::string &File,
                  const Range &R) {
  std::string Out = " file=" + property(pathBelow(Run.Root, File));
  if (R.Begin.Line == 0)
    return Out;
  Out += ",line=" + std::to_string(R.Begin.Line);
  Out += ",endLine=" + std::to_string(R.End.Line);
  if (R.Begin.Line == R.End.Line)
    Out += ",col=" + std::to_string(R.Begin.Utf16) +
           ",endColumn=" + std::to_string(R.End.Utf16);
  return Out;
}

} // namespace

void writeGitHub(const RunReport &Run, SourceTexts &Sources, Colour,
                 llvm::raw_ostream &Out) {
  for (const Finding &F : Run.Findings) {
    std::string Text = F.Main.Text;
    for (const Message &Note : F.Notes) {
      Text += "\nnote: ";
      if (!Note.At.File.empty())
        Text += pathBelow(Run.Root, Note.At.File) + ":" +
                std::to_string(Note.At.Line) + ": ";
      Text += Note.Text;
    }
    Out << (F.AsError ? "::error" : "::warning");
    Out << where(Run, F.Main.At.File, Sources.range(F.Main));
    Out << ",title=" << property(F.Check) << "::" << escape(Text, "") << '\n';
  }
  for (const FileResult *R : Run.Incomplete) {
    const bool Located =
        R->How == Outcome::DoesNotCompile && !R->Reason.At.File.empty();
    Message At = R->Reason;
    Out << "::error" << where(Run, Located ? At.At.File : R->File, {});
    if (Located)
      Out << ",line=" << At.At.Line;
    Out << ",title=async-tidy::" << escape(incompleteReason(*R), "") << '\n';
  }
}

} // namespace async_tidy::tool
