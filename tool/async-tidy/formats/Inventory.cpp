// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The inventory as JSON, and as a page: the same JSON inside of inventory.html,
// which holds its own style and script, so that one file can be mailed and
// opened without a network.

#include "formats/Format.h"
#include "formats/InventoryPage.h"
#include "llvm/Support/JSON.h"

namespace async_tidy::tool {
namespace {

using Json = llvm::json::OStream;

void number(Json &J, llvm::StringRef Key, std::uint64_t Value) {
  J.attribute(Key, static_cast<std::int64_t>(Value));
}

/// How the findings at the call can be repaired.
llvm::StringRef fixAt(const RunReport &Run, const Place &At) {
  llvm::StringRef Best = "none";
  for (auto F = std::lower_bound(Run.Findings.begin(), Run.Findings.end(), At,
                                 [](const Finding &A, const Place &B) {
                                   return isBefore(A.Main.At, B);
                                 });
       F != Run.Findings.end() && !isBefore(At, F->Main.At); ++F) {
    switch (proposedFix(*F).Kind) {
    case Fixes::Safe:
      return "safe";
    case Fixes::Unsafe:
      Best = "unsafe";
      break;
    case Fixes::None:
      if (Best == "none")
        Best = "by-hand";
      break;
    }
  }
  return Best;
}

void call(Json &J, const RunReport &Run, const SiteRecord &S) {
  J.object([&] {
    J.attribute("file", utf8(pathBelow(Run.Root, S.At.File)));
    number(J, "line", S.At.Line);
    number(J, "column", S.At.Column);
    J.attribute("function", utf8(S.Function));
    J.attribute("library", S.Library);
    J.attribute("title", S.Title);
    J.attribute("callee", utf8(S.Callee));
    J.attribute("name", utf8(S.Name));
    J.attribute("role", S.Role);
    if (!S.Leaf.empty())
      J.attribute("leaf", S.Leaf);
    J.attribute("fix", fixAt(Run, S.At));
    J.attributeArray("checks", [&] {
      for (const std::string &Check : S.Checks)
        J.value(Check);
    });
    J.attributeObject("facts", [&] {
      for (const Fact &F : S.Facts)
        J.attribute(F.Name, F.Value);
    });
    J.attributeArray("path", [&] {
      for (const std::string &Line : S.Path)
        J.value(utf8(Line));
    });
  });
}

void writeAll(Json &J, const RunReport &Run) {
  J.object([&] {
    J.attribute("version", 1);
    J.attribute("kind", "inventory");
    J.attribute("tool", "async-tidy " ASYNC_TIDY_VERSION);
    J.attribute("root", utf8(Run.ShownRoot));
    number(J, "files", Run.Totals.Files);
    number(J, "filesNotAnalysed", Run.Incomplete.size());
    if (Run.Since)
      J.attributeObject("since", [&] {
        number(J, "rawBefore", Run.Since->RawBefore);
        number(J, "safeBefore", Run.Since->SafeBefore);
        number(J, "gone", Run.Since->Gone);
        number(J, "added", Run.Since->Added);
      });
    J.attributeArray("calls", [&] {
      for (const SiteRecord &S : Run.Sites)
        call(J, Run, S);
    });
  });
}

} // namespace

void writeInventory(const RunReport &Run, SourceTexts &, Colour,
                    llvm::raw_ostream &Out) {
  Json J(Out, /*IndentSize=*/2);
  writeAll(J, Run);
  Out << '\n';
}

void writeInventoryPage(const RunReport &Run, SourceTexts &, Colour,
                        llvm::raw_ostream &Out) {
  std::string Data;
  llvm::raw_string_ostream Stream(Data);
  Json J(Stream);
  writeAll(J, Run);
  Stream.flush();
  const auto [Before, After] =
      llvm::StringRef(InventoryPage).split("/*inventory*/");
  Out << Before;
  // "</script>" in a name must not end the data.
  for (const char C : Data) {
    if (C == '<')
      Out << "\\u003c";
    else
      Out << C;
  }
  Out << After;
}

} // namespace async_tidy::tool
