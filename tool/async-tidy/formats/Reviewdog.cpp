// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For reviewdog: its rdjson, where columns count bytes of UTF-8. A safe fix
// becomes a suggestion that a reviewer can commit; an unsafe one does not,
// because a suggestion is committed without a compiler.

#include "fixes/Fix.h"
#include "formats/Format.h"
#include "llvm/Support/JSON.h"

namespace async_tidy::tool {
namespace {

using Json = llvm::json::OStream;

void position(Json &J, llvm::StringRef Key, const Position &P) {
  J.attributeObject(Key, [&] {
    J.attribute("line", static_cast<std::int64_t>(P.Line));
    J.attribute("column", static_cast<std::int64_t>(P.Byte));
  });
}

void range(Json &J, const Range &R) {
  if (R.Begin.Line == 0)
    return;
  J.attributeObject("range", [&] {
    position(J, "start", R.Begin);
    position(J, "end", R.End);
  });
}

void location(Json &J, const std::string &File, const Range &R) {
  J.attributeObject("location", [&] {
    J.attribute("path", utf8(shownPath(File)));
    range(J, R);
  });
}

/// The whole fix as one replacement, because a reviewer commits one suggestion
/// at a time: an edit without its include would not compile. None where that
/// would be another file or a page of code.
void suggestion(Json &J, const Finding &F, SourceTexts &Sources) {
  constexpr std::uint64_t MostLines = 30;
  const ProposedFix Fix = proposedFix(F);
  if (Fix.Kind != Fixes::Safe)
    return;
  for (const Edit &E : Fix.Edits)
    if (E.File != F.Main.At.File)
      return;
  const Edit &First = Fix.Edits.front();
  const Edit &Last = Fix.Edits.back();
  const Range R{Sources.position(First.File, First.Offset),
                Sources.position(Last.File, Last.Offset + Last.Length)};
  if (R.Begin.Line == 0 || R.End.Line == 0 ||
      R.End.Line - R.Begin.Line >= MostLines)
    return;
  const std::string Text =
      applyEdits(Sources.content(First.File).take_front(R.End.Offset),
                 Fix.Edits)
          .substr(R.Begin.Offset);
  if (!isUtf8(Text))
    return;
  J.attributeArray("suggestions", [&] {
    J.object([&] {
      range(J, R);
      J.attribute("text", Text);
    });
  });
}

void finding(Json &J, const Finding &F, const RunReport &Run,
             SourceTexts &Sources) {
  J.object([&] {
    J.attribute("message", utf8(F.Main.Text));
    location(J, F.Main.At.File, Sources.range(F.Main));
    J.attribute("severity", F.AsError ? "ERROR" : "WARNING");
    J.attributeObject("code", [&] {
      J.attribute("value", F.Check);
      if (const std::string Url = pageOf(Run, F.Check); !Url.empty())
        J.attribute("url", Url);
    });
    suggestion(J, F, Sources);
    J.attributeArray("related_locations", [&] {
      for (const Message &Note : F.Notes)
        if (!Note.At.File.empty())
          J.object([&] {
            J.attribute("message", utf8(Note.Text));
            location(J, Note.At.File, Sources.range(Note));
          });
    });
  });
}

} // namespace

void writeReviewdog(const RunReport &Run, SourceTexts &Sources, Colour,
                    llvm::raw_ostream &Out) {
  Json J(Out, /*IndentSize=*/2);
  J.object([&] {
    J.attributeObject("source", [&] {
      J.attribute("name", "async-tidy");
      if (!Run.DocsUrl.empty())
        J.attribute("url", Run.DocsUrl);
    });
    J.attribute("severity", "WARNING");
    J.attributeArray("diagnostics", [&] {
      for (const Finding &F : Run.Findings)
        finding(J, F, Run, Sources);
      for (const FileResult *R : Run.Incomplete)
        J.object([&] {
          J.attribute("message", utf8(incompleteReason(*R)));
          location(J, R->File, {});
          J.attribute("severity", "ERROR");
        });
    });
  });
  Out << '\n';
}

} // namespace async_tidy::tool
