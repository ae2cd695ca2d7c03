// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checks as SARIF rules. The help of a rule is its page: in Markdown for those
// who can show it, and as text for the others.

#include "AllChecks.h"
#include "formats/RuleHelp.h"
#include "formats/Sarif.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;
using Json = llvm::json::OStream;

StringRef toRef(std::string_view Text) { return {Text.data(), Text.size()}; }

void text(Json &J, StringRef Key, StringRef Value) {
  J.attributeObject(Key, [&] { J.attribute("text", utf8(Value)); });
}

/// async-raw-gather is RawGather.
std::string pascalCase(StringRef Check) {
  Check.consume_front("async-");
  std::string Out;
  bool Start = true;
  for (const char C : Check) {
    if (C != '-')
      Out += Start ? llvm::toUpper(C) : C;
    Start = C == '-';
  }
  return Out;
}

/// Paragraphs without the marks of Markdown, each on one line.
std::string plainText(StringRef Markdown) {
  std::string Out;
  while (!Markdown.empty()) {
    auto [Line, Rest] = Markdown.split('\n');
    for (const char C : Line)
      if (C != '`' && C != '*')
        Out += C;
    const bool Paragraph = Line.empty() || Rest.starts_with("\n") ||
                           Rest.starts_with("-") || Rest.starts_with("|");
    if (!Rest.empty())
      Out += Paragraph ? '\n' : ' ';
    Markdown = Rest;
  }
  return Out;
}

void help(Json &J, const CheckInfo &Info, const std::string &Page) {
  for (const RuleHelp &H : ruleHelp()) {
    if (H.Check != Info.Name)
      continue;
    std::string Markdown = "## What it finds\n\n" + std::string(H.Finds) +
                           "\n\n## Why it matters\n\n" + std::string(H.Why);
    if (!Page.empty())
      Markdown += "\n\n[Examples, options, what to do instead](" + Page + ")";
    text(J, "fullDescription", plainText(toRef(H.Finds)));
    J.attributeObject("help", [&] {
      J.attribute("text",
                  plainText(toRef(H.Finds)) + "\n\n" + plainText(toRef(H.Why)));
      J.attribute("markdown", Markdown);
    });
  }
}

void rule(Json &J, const CheckInfo &Info, const RunReport &Run) {
  const StringRef Name = toRef(Info.Name);
  const std::string Page = pageOf(Run, Name);
  J.attribute("id", Name);
  J.attribute("name", pascalCase(Name));
  text(J, "shortDescription", toRef(Info.Summary));
  help(J, Info, Page);
  if (!Page.empty())
    J.attribute("helpUri", Page);
  J.attributeObject("defaultConfiguration",
                    [&] { J.attribute("level", "warning"); });
  J.attributeObject("properties", [&] {
    J.attributeArray("tags", [&] {
      for (const char *Tag : {"async", "concurrency", "correctness"})
        J.value(Tag);
    });
    J.attribute("precision", "high");
    J.attribute("problem.severity", "warning");
  });
}

} // namespace

void writeSarifDriver(Json &J, const RunReport &Run) {
  J.attributeObject("driver", [&] {
    J.attribute("name", "async-tidy");
    J.attribute("version", ASYNC_TIDY_VERSION);
    if (!Run.DocsUrl.empty())
      J.attribute("informationUri", Run.DocsUrl);
    J.attributeArray("rules", [&] {
      for (const CheckInfo *Info : AllChecks::Infos)
        J.object([&] { rule(J, *Info, Run); });
    });
    J.attributeArray("notifications", [&] {
      J.object([&] {
        J.attribute("id", SarifNotAnalysed);
        text(J, "shortDescription",
             "A file could not be analysed to its end, so there may be more "
             "findings.");
      });
    });
  });
}

int sarifRuleIndex(StringRef Check) {
  int Index = 0;
  for (const CheckInfo *Info : AllChecks::Infos) {
    if (toRef(Info->Name) == Check)
      return Index;
    ++Index;
  }
  return -1;
}

} // namespace async_tidy::tool
