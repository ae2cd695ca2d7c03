// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Actions.h.

#include "Actions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

#include <functional>
#include <utility>

using llvm::StringRef;
namespace json = llvm::json;

namespace async_tidy::clangd {
namespace {

constexpr StringRef QuickFix = "quickfix";
constexpr StringRef FixAll = "source.fixAll.async-tidy";

/// Kinds are hierarchical: who wants `source` wants `source.fixAll`.
bool isWanted(StringRef Kind, const std::vector<std::string> &Only) {
  return Only.empty() || llvm::any_of(Only, [&](StringRef Wanted) {
           return Kind.consume_front(Wanted) &&
                  (Kind.empty() || Kind.starts_with("."));
         });
}

bool overlaps(const Range &A, const Range &B) {
  return !(A.End < B.Begin) && !(B.End < A.Begin);
}

bool isInclude(const TextEdit &E) {
  return StringRef(E.Text).ltrim().starts_with("#include");
}

/// Whether two edits touch the same characters or insert at the same place,
/// which leaves open what comes first.
bool conflict(const TextEdit &A, const TextEdit &B) {
  if (A.At.Begin == B.At.Begin)
    return !isInclude(A) || !isInclude(B);
  return A.At.Begin < B.At.End && B.At.Begin < A.At.End;
}

json::Object edit(const ActionRequest &Request, const OpenFile &File,
                  const ActionStyle &Style,
                  const std::vector<TextEdit> &Edits) {
  json::Array List;
  for (const TextEdit &E : Edits)
    List.push_back(
        json::Object{{"range", writeRange(E.At)}, {"newText", E.Text}});
  if (!Style.HasDocumentChanges)
    return json::Object{
        {"changes", json::Object{{Request.Uri, std::move(List)}}}};
  json::Object Name{{"uri", Request.Uri}, {"version", nullptr}};
  if (File.Version)
    Name["version"] = *File.Version;
  json::Object Change{{"textDocument", std::move(Name)},
                      {"edits", std::move(List)}};
  return json::Object{{"documentChanges", json::Array{std::move(Change)}}};
}

/// Writes actions the way one editor wants them.
class Writer {
public:
  Writer(const ActionRequest &Request, const OpenFile &File,
         const ActionStyle &Style, json::Array &Answer)
      : Request(Request), File(File), Style(Style), Answer(Answer) {}

  void add(std::string Title, StringRef Kind,
           const std::vector<TextEdit> &Edits, json::Array Diagnostics) {
    json::Object Edit = edit(Request, File, Style, Edits);
    if (!Style.HasLiterals) {
      // clangd's own command sends the edit back to the editor.
      Answer.push_back(
          json::Object{{"title", std::move(Title)},
                       {"command", "clangd.applyFix"},
                       {"arguments", json::Array{std::move(Edit)}}});
      return;
    }
    Answer.push_back(json::Object{{"title", std::move(Title)},
                                  {"kind", Kind},
                                  {"diagnostics", std::move(Diagnostics)},
                                  {"edit", std::move(Edit)}});
  }

  void addFixes(const std::string &What, StringRef Kind,
                const std::vector<const Finding *> &Findings) {
    const std::vector<TextEdit> Edits = together(Findings);
    if (Edits.empty())
      return;
    json::Array Diagnostics;
    for (const Finding *F : Findings)
      if (!F->Fix.empty())
        Diagnostics.push_back(F->Diagnostic);
    add("fix all " + What + " in this file", Kind, Edits,
        std::move(Diagnostics));
  }

private:
  const ActionRequest &Request;
  const OpenFile &File;
  const ActionStyle &Style;
  json::Array &Answer;
};

/// A comment on a line of its own above the finding, or the name of the check
/// put into the one that is there. None inside a macro's body, where a line
/// between two others would end the macro.
std::vector<TextEdit> suppression(const Finding &F, const OpenFile &File) {
  const std::int64_t Line = F.At.Begin.Line;
  const StringRef Above = File.line(Line - 1);
  if (Above.ends_with("\\"))
    return {};
  const StringRef Word = "NOLINTNEXTLINE(";
  if (const std::size_t At = Above.find(Word); At != StringRef::npos) {
    // What stands before it is ASCII in practice; where it is not, a character
    // is not a byte, and a line of its own does as well.
    const bool IsAscii = llvm::all_of(Above, [](char C) { return C > 0; });
    if (IsAscii) {
      const std::int64_t Behind = At + Word.size();
      const Position Here{Line - 1, Behind};
      return {{{Here, Here}, F.Check + ", "}};
    }
  }
  const StringRef Text = File.line(Line);
  const StringRef Indent =
      Text.take_front(Text.size() - Text.ltrim(" \t").size());
  const Position Start{Line, 0};
  return {{{Start, Start},
           (Indent + "// " + Word + F.Check + ")" + File.lineEnd()).str()}};
}

} // namespace

std::vector<TextEdit> together(const std::vector<const Finding *> &Findings) {
  std::vector<TextEdit> All;
  std::vector<const std::vector<TextEdit> *> Taken;
  for (const Finding *F : Findings) {
    // Several findings of one call carry the same edit.
    if (llvm::any_of(Taken, [&](const auto *T) { return *T == F->Fix; }))
      continue;
    std::vector<TextEdit> New;
    for (const TextEdit &E : F->Fix)
      if (!isInclude(E) || !llvm::is_contained(All, E))
        New.push_back(E);
    const bool Clashes = llvm::any_of(New, [&](const TextEdit &E) {
      return llvm::any_of(All,
                          [&](const TextEdit &O) { return conflict(E, O); });
    });
    if (Clashes)
      continue;
    Taken.push_back(&F->Fix);
    All.insert(All.end(), New.begin(), New.end());
  }
  llvm::stable_sort(All, [](const TextEdit &A, const TextEdit &B) {
    return A.At.Begin < B.At.Begin;
  });
  return All;
}

void addActions(const ActionRequest &Request, const OpenFile &File,
                const ActionStyle &Style, json::Array &Answer) {
  if (!File.isCurrent())
    return;
  std::vector<const Finding *> All;
  std::vector<const Finding *> Here;
  for (const Finding &F : File.Findings) {
    if (F.Weight == Standing::Counts)
      All.push_back(&F); // as the command's --fix
    if (overlaps(F.At, Request.At))
      Here.push_back(&F);
  }
  Writer W(Request, File, Style, Answer);
  const std::string Everything = "async-tidy findings";
  if (Here.empty() || !isWanted(QuickFix, Request.Only)) {
    if (isWanted(FixAll, Request.Only))
      W.addFixes(Everything, FixAll, All);
    return;
  }
  W.addFixes(Everything, QuickFix, All);
  llvm::StringSet<> Seen;
  for (const Finding *F : Here) {
    if (!Seen.insert(F->Check).second)
      continue;
    std::vector<const Finding *> Same;
    for (const Finding *Other : All)
      if (Other->Check == F->Check)
        Same.push_back(Other);
    W.addFixes("of " + F->Check, QuickFix, Same);
    if (const auto Comment = suppression(*F, File); !Comment.empty())
      W.add("suppress " + F->Check + " here with NOLINT", QuickFix, Comment,
            json::Array{F->Diagnostic});
  }
}

} // namespace async_tidy::clangd
