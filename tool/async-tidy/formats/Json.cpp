// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For scripts: our own shape, described in docs/ci.md. "version" grows when a
// key changes its meaning or goes away; new keys do not count. Paths are
// relative to "root" where they are below it; columns and offsets are bytes.

#include "llvm/Support/JSON.h"
#include "formats/Format.h"
#include "llvm/Config/llvm-config.h"

namespace async_tidy::tool {
namespace {

using Json = llvm::json::OStream;

class Writer {
public:
  Writer(Json &J, const RunReport &Run, SourceTexts &Sources)
      : J(J), Run(Run), Sources(Sources) {}

  void write() {
    J.object([&] {
      J.attribute("version", 1);
      J.attributeObject("tool", [&] {
        J.attribute("name", "async-tidy");
        J.attribute("version", ASYNC_TIDY_VERSION);
        J.attribute("llvm", LLVM_VERSION_STRING);
      });
      text("root", Run.ShownRoot);
      J.attributeArray("findings", [&] {
        for (std::size_t I = 0; I < Run.Findings.size(); ++I)
          finding(Run.Findings[I], Run.Fingerprints[I]);
      });
      J.attributeArray("notAnalysed", [&] {
        for (const FileResult *R : Run.Incomplete)
          incomplete(*R);
      });
      if (!Run.Explanations.empty())
        J.attributeArray("explanations", [&] {
          for (const Message &M : Run.Explanations)
            J.object([&] { message(M); });
        });
      summary();
    });
  }

private:
  Json &J;
  const RunReport &Run;
  SourceTexts &Sources;

  void text(llvm::StringRef Key, llvm::StringRef Value) {
    J.attribute(Key, utf8(Value));
  }

  void number(llvm::StringRef Key, std::uint64_t Value) {
    J.attribute(Key, static_cast<std::int64_t>(Value));
  }

  void position(llvm::StringRef Key, const Position &P) {
    J.attributeObject(Key, [&] {
      number("line", P.Line);
      number("column", P.Byte);
      number("offset", P.Offset);
    });
  }

  void range(const Range &R) {
    if (R.Begin.Line == 0)
      return;
    J.attributeObject("range", [&] {
      position("start", R.Begin);
      position("end", R.End);
    });
  }

  void message(const Message &M) {
    text("message", M.Text);
    if (M.At.File.empty())
      return;
    text("file", pathBelow(Run.Root, M.At.File));
    range(Sources.range(M));
  }

  void edit(const Edit &E) {
    J.object([&] {
      text("file", pathBelow(Run.Root, E.File));
      range(Sources.range(E));
      text("text", E.Text);
    });
  }

  void finding(const Finding &F, const std::string &Fingerprint) {
    J.object([&] {
      text("check", F.Check);
      text("severity", F.AsError ? "error" : "warning");
      text("fingerprint", Fingerprint);
      message(F.Main);
      J.attributeArray("notes", [&] {
        for (const Message &Note : F.Notes)
          J.object([&] { message(Note); });
      });
      const ProposedFix Fix = proposedFix(F);
      if (Fix.Kind == Fixes::None)
        return;
      J.attributeObject("fix", [&] {
        text("kind", Fix.Kind == Fixes::Safe ? "safe" : "unsafe");
        text("description", Fix.Description);
        J.attributeArray("edits", [&] {
          for (const Edit &E : Fix.Edits)
            edit(E);
        });
      });
    });
  }

  void incomplete(const FileResult &R) {
    J.object([&] {
      text("analysing", pathBelow(Run.Root, R.File));
      text("how", R.How == Outcome::Failed ? "failed" : "does-not-compile");
      message(R.Reason);
      number("errors", R.Errors);
    });
  }

  void summary() {
    J.attributeObject("summary", [&] {
      number("files", Run.Totals.Files);
      number("findings", Run.Totals.Findings);
      number("fixable", Run.Totals.Fixable);
      number("unsafelyFixable", Run.Totals.Unsafe);
      number("fixed", Run.Totals.Fixed);
      number("filesChanged", Run.Totals.FilesChanged);
      number("notAnalysed", Run.Totals.Incomplete);
      J.attribute("exitCode", Run.ExitCode);
    });
  }
};

} // namespace

void writeJson(const RunReport &Run, SourceTexts &Sources, Colour,
               llvm::raw_ostream &Out) {
  Json J(Out, /*IndentSize=*/2);
  Writer(J, Run, Sources).write();
  Out << '\n';
}

} // namespace async_tidy::tool
