// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text in clang's style.

#include "formats/Report.h"

#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Unicode.h"

#include <algorithm>
#include <cstdlib>
#include <unistd.h>

namespace async_tidy::tool {
namespace {

using llvm::raw_ostream;
using llvm::StringRef;

bool wantsColour(Colour Wish) {
  if (Wish != Colour::Auto)
    return Wish == Colour::Always;
  const StringRef Term = std::getenv("TERM") ? std::getenv("TERM") : "";
  const char *No = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) && !(No && *No) && Term != "dumb" &&
         !Term.empty();
}

/// How many columns \p Text takes on a terminal; tabs are expanded before.
std::size_t width(StringRef Text) {
  const int Columns = llvm::sys::unicode::columnWidthUTF8(Text);
  return Columns < 0 ? Text.size() : Columns; // not UTF-8: one per byte
}

/// \p Text with tabs as spaces up to the next multiple of 8.
std::string expandTabs(StringRef Text) {
  std::string Out;
  for (const char C : Text) {
    if (C == '\t')
      Out.append(8 - width(Out) % 8, ' ');
    else
      Out += C;
  }
  return Out;
}

std::string plural(std::size_t N, StringRef Noun) {
  return llvm::formatv("{0} {1}{2}", N, Noun, N == 1 ? "" : "s");
}

} // namespace

void complain(const llvm::Twine &Text) {
  llvm::errs() << "async-tidy: error: " << Text << '\n';
}

Report::Report(raw_ostream &Out, Colour Colours)
    : Out(Out), Coloured(wantsColour(Colours)) {
  Out.enable_colors(Coloured);
}

StringRef Report::line(const Place &At, std::uint64_t &LineStart) {
  auto [It, New] = Contents.try_emplace(At.File);
  if (New)
    if (auto Buffer = llvm::MemoryBuffer::getFile(
            At.File, /*IsText=*/false, /*RequiresNullTerminator=*/false))
      It->second = std::move(*Buffer);
  if (!It->second || At.Line == 0)
    return {};
  StringRef Rest = It->second->getBuffer();
  for (std::uint64_t N = 1; N < At.Line; ++N)
    Rest = Rest.split('\n').second;
  LineStart = Rest.data() - It->second->getBufferStart();
  return Rest.split('\n').first.rtrim('\r');
}

void Report::snippet(const Message &M) {
  std::uint64_t Start = 0;
  const StringRef Text = line(M.At, Start);
  if (Text.empty() || M.At.Column == 0 || M.At.Column > Text.size() + 1)
    return;
  const auto ColumnOf = [&](std::uint64_t Byte) {
    return width(expandTabs(Text.take_front(Byte)));
  };
  std::string Marks(ColumnOf(Text.size()) + 1, ' ');
  for (const Underline &U : M.Underlines) {
    const std::uint64_t End = Start + Text.size();
    if (U.Offset > End || U.Offset + U.Length <= Start)
      continue;
    const std::uint64_t From = std::max(U.Offset, Start) - Start;
    const std::uint64_t To = std::min(U.Offset + U.Length, End) - Start;
    std::fill(Marks.begin() + ColumnOf(From), Marks.begin() + ColumnOf(To),
              '~');
  }
  Marks[ColumnOf(M.At.Column - 1)] = '^';
  Out << llvm::format("%5u | ", unsigned(M.At.Line)) << expandTabs(Text)
      << "\n      | ";
  Out.changeColor(raw_ostream::GREEN, /*Bold=*/true);
  Out << StringRef(Marks).rtrim();
  Out.resetColor();
  Out << '\n';
}

void Report::message(const Message &M, StringRef Severity,
                     const std::string &Suffix) {
  Out.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  if (M.At.File.empty())
    Out << "async-tidy: ";
  else if (M.At.Line == 0)
    Out << shownPath(M.At.File) << ": ";
  else
    Out << shownPath(M.At.File) << ':' << M.At.Line << ':' << M.At.Column
        << ": ";
  Out.resetColor();
  const auto Shade = Severity == "warning" ? raw_ostream::MAGENTA
                     : Severity == "error" ? raw_ostream::RED
                                           : raw_ostream::CYAN;
  Out.changeColor(Shade, /*Bold=*/true);
  Out << Severity << ": ";
  Out.resetColor();
  const bool Strong = Severity != "note";
  if (Strong)
    Out.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  Out << M.Text << Suffix;
  if (Strong)
    Out.resetColor();
  Out << '\n';
  snippet(M);
}

void Report::finding(const Finding &F) {
  message(F.Main, F.AsError ? "error" : "warning",
          " [" + F.Check + (F.AsError ? ",-warnings-as-errors]" : "]"));
  for (const Message &Note : F.Notes)
    message(Note, "note", "");
}

void Report::incomplete(const FileResult &R) {
  if (R.How == Outcome::Failed) {
    Message M = R.Reason;
    M.At.File = R.File;
    M.Text = "not analysed: " + M.Text;
    message(M, "error", "");
    return;
  }
  message(R.Reason, "error", " [clang-diagnostic-error]");
  Message M;
  M.At.File = R.File;
  M.Text = "does not compile, so it was not fully analysed";
  if (R.Errors > 1)
    M.Text += " (" + plural(R.Errors - 1, "more error") + ")";
  message(M, "note", "");
}

void Report::explanation(const Message &M) {
  const auto [Title, Lines] = StringRef(M.Text).split('\n');
  Message Head = M;
  Head.Text = Title.str();
  message(Head, "note", "");
  Out << Lines << '\n';
}

std::string summaryLine(const Summary &S) {
  std::string Line = "async-tidy: ";
  if (S.Fixed > 0)
    Line += llvm::formatv("fixed {0} in {1}; ", plural(S.Fixed, "finding"),
                          plural(S.FilesChanged, "file"));
  if (S.PatchFiles > 0)
    Line += llvm::formatv("the patch fixes {0} in {1}; ",
                          plural(S.PatchFixes, "finding"),
                          plural(S.PatchFiles, "file"));
  Line += S.Findings == 0 && S.Fixed > 0
              ? std::string("nothing left")
              : plural(S.Findings, "finding") + (S.Fixed > 0 ? " left" : "");
  Line += llvm::formatv(" in {0} analysed", plural(S.Files, "file"));
  if (S.Skipped > 0)
    Line += llvm::formatv(" ({0} more read nothing that changed)", S.Skipped);
  if (S.Existing > 0)
    Line += llvm::formatv(", {0} in existing code", S.Existing);
  if (S.Incomplete > 0)
    Line += llvm::formatv(", {0} not fully", S.Incomplete);
  if (S.Fixable > 0)
    Line += llvm::formatv("; --fix fixes {0}", S.Fixable);
  if (S.Unsafe > 0)
    Line += llvm::formatv("; --unsafe-fixes {0}{1}", S.Unsafe,
                          S.Fixable > 0 ? " more" : "");
  return Line;
}

} // namespace async_tidy::tool
