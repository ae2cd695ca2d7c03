// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The binary's own knowledge, printed from the very tables that it judges by:
// CheckInfo and OptionInfo, the rows, and decisionTree() over all answers.

#include "options/Describe.h"

#include "AllChecks.h"
#include "ast/AsyncLibrary.h"
#include "ast/LibrarySpelling.h"
#include "core/Explain.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;
using Json = llvm::json::OStream;

StringRef toRef(std::string_view Text) { return {Text.data(), Text.size()}; }

template <typename Enum> StringRef spelled(Enum Value) {
  return toRef(spell(Value));
}

/// Writes \p Name only where there is something to say.
void optional(Json &J, StringRef Name, const std::string &Value) {
  if (!Value.empty())
    J.attribute(Name, Value);
}

void options(Json &J, std::span<const OptionInfo> Options) {
  J.attributeArray("options", [&] {
    for (const OptionInfo &O : Options)
      J.object([&] {
        J.attribute("name", toRef(O.Name));
        J.attribute("default", toRef(O.Default));
        J.attribute("summary", toRef(O.Summary));
      });
  });
}

void check(Json &J, const CheckInfo &Info) {
  J.object([&] {
    J.attribute("name", toRef(Info.Name));
    J.attribute("summary", toRef(Info.Summary));
    J.attribute("fix", Info.Fix == FixKind::Never ? "never" : "sometimes");
    J.attribute("since", toRef(Info.Since));
    options(J, Info.Options);
  });
}

void facts(Json &J, const RowFacts &F) {
  J.attribute("role", spelled(F.Kind));
  J.attribute("on-failure", spelled(F.OnFailure));
  J.attribute("on-success", spelled(F.OnSuccess));
  J.attribute("resumes", spelled(F.When));
  J.attribute("reports", spelled(F.What));
  J.attribute("cancellation", spelled(F.Cancel));
  J.attribute("deadline", spelled(F.Bound));
  J.attribute("concurrency", spelled(F.Window));
  J.attribute("fix", spelled(F.Fix));
  if (F.Kind == Role::Chain)
    J.attribute("results", spelled(F.Results));
}

void condition(Json &J, const VariantCondition &When) {
  J.attributeObject("when", [&] {
    if (When.TemplateArgument)
      J.attribute("template-argument", *When.TemplateArgument);
    if (When.Argument)
      J.attribute("argument", *When.Argument);
    optional(J, "child-type", When.ChildType);
    optional(J, "result-type", When.ResultType);
    optional(J, "is", When.Is);
    optional(J, "macro", When.Macro);
    if (When.AtLeast != 0)
      J.attribute("at-least", static_cast<std::int64_t>(When.AtLeast));
  });
}

void call(Json &J, const CallRow &Row) {
  J.object([&] {
    J.attribute("callee", Row.Callee);
    J.attribute("shape", spelled(Row.Form));
    optional(J, "class", Row.Class);
    facts(J, Row.Facts);
    J.attributeArray("children", [&] {
      for (ChildrenForm Form : Row.Takes)
        J.value(spelled(Form));
    });
    optional(J, "instead", Row.Instead);
    optional(J, "pitfall", Row.Pitfall);
    J.attribute("evidence", Row.Evidence);
    if (!Row.Variants.empty())
      J.attributeArray("variants", [&] {
        for (const Variant &V : Row.Variants)
          J.object([&] {
            condition(J, V.When);
            facts(J, V.Facts);
            optional(J, "pitfall", V.Pitfall);
          });
      });
  });
}

void library(Json &J, const AsyncLibrary &L) {
  J.object([&] {
    J.attribute("id", L.Id);
    J.attribute("title", L.Title);
    optional(J, "url", L.Url);
    optional(J, "snapshot", L.Snapshot);
    J.attributeArray("roots", [&] {
      for (const LibraryRoot &Root : L.Roots)
        J.object([&] {
          J.attribute("namespace", Root.Namespace);
          J.attribute("title", Root.Title);
          optional(J, "macro", Root.Macro);
          optional(J, "adapter", Root.Adapter);
        });
    });
    J.attributeObject("cancellation", [&] {
      J.attribute("channel", spelled(L.Channel));
      J.attributeArray("types", [&] {
        for (const std::string &Type : L.CancellationTypes)
          J.value(Type);
      });
    });
    J.attribute("ambient-timer", L.AmbientTimer);
    J.attributeArray("types", [&] {
      for (const TypeRow &Type : L.Types)
        J.object([&] {
          J.attribute("name", Type.Name);
          J.attribute("start", spelled(Type.Begins));
          J.attribute("dropped", spelled(Type.WhenDropped));
          J.attribute("awaited", spelled(Type.By));
          J.attribute("child", Type.Child);
        });
    });
    J.attributeArray("calls", [&] {
      for (const CallRow &Row : L.Calls)
        call(J, Row);
    });
  });
}

/// One input of the tree, as the docs name it.
struct Answer {
  StringRef Name;
  StringRef Summary;
  bool Answers::*Value;
};
constexpr Answer TreeAnswers[] = {
    {"new", "the call was written or changed by the change under review",
     &Answers::New},
    {"cleanup", "the call is in a cleanup region", &Answers::Cleanup},
    {"captured", "failures become values, by the primitive or every child",
     &Answers::Captured},
    {"fail-fast helps",
     "siblings would be left running, or errors lost or misreported",
     &Answers::FailFastHelps},
    {"timeout helps",
     "no cancelling deadline is in force and the work may take long",
     &Answers::TimeoutHelps},
};

struct LeafSummary {
  Leaf Place;
  StringRef Summary;
};
constexpr LeafSummary Leaves[] = {
    {Leaf::UseSafeGather, "new code: a warning"},
    {Leaf::Keep, "cleanup that captures: silent"},
    {Leaf::Migrate, "existing code that would profit: a warning"},
    {Leaf::LowPriority, "existing code that would not: off by default"},
};

void decision(Json &J) {
  J.attributeArray("answers", [&] {
    for (const Answer &A : TreeAnswers)
      J.object([&] {
        J.attribute("name", A.Name);
        J.attribute("summary", A.Summary);
      });
  });
  J.attributeArray("leaves", [&] {
    for (const LeafSummary &L : Leaves)
      J.object([&] {
        J.attribute("name", toRef(spellLeaf(L.Place)));
        J.attribute("summary", L.Summary);
      });
  });
  J.attributeArray("tree", [&] {
    // Yes before no, as the tree asks.
    for (unsigned Bits = 1u << std::size(TreeAnswers); Bits-- > 0;) {
      Answers A;
      for (std::size_t I = 0; I < std::size(TreeAnswers); ++I)
        A.*TreeAnswers[I].Value =
            (Bits >> (std::size(TreeAnswers) - 1 - I) & 1) != 0;
      J.object([&] {
        for (const Answer &Each : TreeAnswers)
          J.attribute(Each.Name, A.*Each.Value);
        J.attribute("leaf", toRef(spellLeaf(decisionTree(A))));
      });
    }
  });
}

} // namespace

void describeAll(llvm::raw_ostream &Out) {
  std::vector<const AsyncLibrary *> Libraries;
  for (const AsyncLibrary &L : LibraryIndex::builtin().libraries())
    Libraries.push_back(&L);
  llvm::sort(Libraries,
             [](const auto *A, const auto *B) { return A->Id < B->Id; });
  Json J(Out, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", ASYNC_TIDY_VERSION);
    J.attribute("llvm", LLVM_VERSION_STRING);
    J.attributeArray("checks", [&] {
      for (const CheckInfo *Info : AllChecks::Infos)
        check(J, *Info);
    });
    options(J, option::Shared);
    J.attributeArray("libraries", [&] {
      for (const AsyncLibrary *L : Libraries)
        library(J, *L);
    });
    J.attributeObject("decision", [&] { decision(J); });
  });
  Out << '\n';
}

void listChecks(llvm::raw_ostream &Out,
                const std::vector<std::string> &Enabled) {
  std::size_t Width = 0;
  for (const CheckInfo *Info : AllChecks::Infos)
    Width = std::max(Width, Info->Name.size());
  for (const CheckInfo *Info : AllChecks::Infos) {
    const std::string Name(Info->Name);
    Out << (llvm::is_contained(Enabled, Name) ? "on   " : "off  ")
        << llvm::left_justify(Name, Width + 2) << toRef(Info->Summary) << '\n';
  }
}

} // namespace async_tidy::tool
