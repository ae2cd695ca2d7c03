// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For code scanning: SARIF 2.1.0, through llvm::json, because clang's own
// writer needs live sources and knows no fixes.
//
// Rules stand in SarifRules.cpp; here are results and how the run went. Unsafe
// fixes are written, too, since a person chooses among them; their description
// and a property say what they are. Columns are UTF-16 code units, as in the
// viewers.

#include "formats/Sarif.h"

#include "AllChecks.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

#include <ctime>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;
using Json = llvm::json::OStream;

constexpr StringRef Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
                             "errata01/os/schemas/sarif-schema-2.1.0.json";

/// Bytes outside of what a URI path may hold, as %XX.
std::string percentEncoded(StringRef Path) {
  std::string Out;
  for (const char C : Path) {
    if (llvm::isAlnum(C) || StringRef("-._~/").contains(C)) {
      Out += C;
      continue;
    }
    Out += '%';
    Out += "0123456789ABCDEF"[C >> 4 & 15];
    Out += "0123456789ABCDEF"[C & 15];
  }
  return Out;
}

std::string fileUri(StringRef Path) { return "file://" + percentEncoded(Path); }

/// Brackets before a parenthesis would be a link to a related location.
std::string messageText(StringRef Text) {
  const std::string Clean = utf8(Text);
  if (!StringRef(Clean).contains("]("))
    return Clean;
  std::string Out;
  for (const char C : Clean) {
    if (C == '[' || C == ']' || C == '\\')
      Out += '\\';
    Out += C;
  }
  return Out;
}

std::string utc(RunReport::Time When) {
  const std::time_t Seconds = std::chrono::system_clock::to_time_t(When);
  std::tm Parts{};
  ::gmtime_r(&Seconds, &Parts);
  char Text[32];
  std::strftime(Text, sizeof Text, "%Y-%m-%dT%H:%M:%SZ", &Parts);
  return Text;
}

class Writer {
public:
  Writer(Json &J, const RunReport &Run, SourceTexts &Sources)
      : J(J), Run(Run), Sources(Sources) {}

  void write() {
    J.object([&] {
      J.attribute("$schema", Schema);
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(); }); });
    });
  }

private:
  Json &J;
  const RunReport &Run;
  SourceTexts &Sources;

  void run() {
    J.attributeObject("tool", [&] { writeSarifDriver(J, Run); });
    J.attributeObject("automationDetails",
                      [&] { J.attribute("id", "async-tidy/"); });
    J.attribute("columnKind", "utf16CodeUnits");
    J.attributeObject("originalUriBaseIds", [&] {
      J.attributeObject("SRCROOT", [&] {
        if (Run.ShownRoot == Run.Root)
          J.attribute("uri", fileUri(Run.Root + "/"));
        else // --root: a report that holds wherever the project lies
          J.attributeObject("description", [&] {
            J.attribute("text", "the folder of --root, the project's top");
          });
      });
    });
    J.attributeArray("invocations", [&] { J.object([&] { invocation(); }); });
    J.attributeArray("results", [&] {
      for (std::size_t I = 0; I < Run.Findings.size(); ++I)
        J.object([&] { result(Run.Findings[I], Run.Fingerprints[I]); });
    });
  }

  void message(StringRef Text) {
    J.attributeObject("message",
                      [&] { J.attribute("text", messageText(Text)); });
  }

  void artifactLocation(StringRef Key, const std::string &File) {
    J.attributeObject(Key, [&] {
      const std::string Path = pathBelow(Run.Root, File);
      if (Path == File) {
        J.attribute("uri", fileUri(File));
        return;
      }
      J.attribute("uri", percentEncoded(Path));
      J.attribute("uriBaseId", "SRCROOT");
    });
  }

  void region(StringRef Key, const Range &R) {
    J.attributeObject(Key, [&] {
      const auto Put = [&](StringRef Name, std::uint64_t Value) {
        J.attribute(Name, static_cast<std::int64_t>(Value));
      };
      Put("startLine", R.Begin.Line);
      Put("startColumn", R.Begin.Utf16);
      Put("endLine", R.End.Line);
      Put("endColumn", R.End.Utf16);
    });
  }

  void physicalLocation(const Message &M) {
    J.attributeObject("physicalLocation", [&] {
      artifactLocation("artifactLocation", M.At.File);
      if (const Range R = Sources.range(M); R.Begin.Line != 0)
        region("region", R);
    });
  }

  void result(const Finding &F, const std::string &Fingerprint) {
    J.attribute("ruleId", F.Check);
    if (const int Index = sarifRuleIndex(F.Check); Index >= 0)
      J.attribute("ruleIndex", Index);
    J.attribute("level", F.AsError ? "error" : "warning");
    message(F.Main.Text);
    J.attributeArray("locations",
                     [&] { J.object([&] { physicalLocation(F.Main); }); });
    J.attributeObject("partialFingerprints", [&] {
      J.attribute("asyncTidyFinding/v1", utf8(Fingerprint));
    });
    related(F.Notes);
    if (const ProposedFix Fix = proposedFix(F); Fix.Kind != Fixes::None)
      fix(Fix);
  }

  void related(const std::vector<Message> &Notes) {
    J.attributeArray("relatedLocations", [&] {
      int Id = 0;
      for (const Message &Note : Notes) {
        if (Note.At.File.empty())
          continue;
        J.object([&] {
          J.attribute("id", ++Id);
          physicalLocation(Note);
          message(Note.Text);
        });
      }
    });
  }

  /// JSON has no bytes that are not UTF-8: such a fix is left to --fix.
  void fix(const ProposedFix &Fix) {
    std::map<std::string, std::vector<const Edit *>> PerFile;
    for (const Edit &E : Fix.Edits) {
      if (!isUtf8(E.Text))
        return;
      PerFile[E.File].push_back(&E);
    }
    J.attributeArray("fixes", [&] {
      J.object([&] {
        J.attributeObject("description", [&] {
          J.attribute("text", messageText(Fix.Description));
        });
        J.attributeArray("artifactChanges", [&] {
          for (const auto &[File, Edits] : PerFile)
            J.object([&] { artifactChange(File, Edits); });
        });
        J.attributeObject("properties", [&] {
          J.attribute("applicability",
                      Fix.Kind == Fixes::Safe ? "safe" : "unsafe");
        });
      });
    });
  }

  void artifactChange(const std::string &File,
                      const std::vector<const Edit *> &Edits) {
    artifactLocation("artifactLocation", File);
    J.attributeArray("replacements", [&] {
      for (const Edit *E : Edits)
        J.object([&] {
          region("deletedRegion", Sources.range(*E));
          if (!E->Text.empty())
            J.attributeObject("insertedContent",
                              [&] { J.attribute("text", E->Text); });
        });
    });
  }

  void invocation() {
    J.attribute("executionSuccessful", Run.Incomplete.empty());
    J.attribute("exitCode", Run.ExitCode);
    J.attribute("startTimeUtc", utc(Run.Started));
    J.attribute("endTimeUtc", utc(Run.Ended));
    J.attributeArray("toolExecutionNotifications", [&] {
      for (const FileResult *R : Run.Incomplete)
        J.object([&] {
          J.attributeObject("descriptor",
                            [&] { J.attribute("id", SarifNotAnalysed); });
          J.attribute("level", "error");
          message(incompleteReason(*R));
          J.attributeArray("locations",
                           [&] { J.object([&] { failedAt(*R); }); });
        });
    });
  }

  /// The compile error, or the file itself.
  void failedAt(const FileResult &R) {
    const Message &M = R.Reason;
    J.attributeObject("physicalLocation", [&] {
      const bool Located = M.At.Line != 0 && !M.At.File.empty();
      artifactLocation("artifactLocation", Located ? M.At.File : R.File);
      if (Located)
        J.attributeObject("region", [&] {
          J.attribute("startLine", static_cast<std::int64_t>(M.At.Line));
        });
    });
  }
};

} // namespace

void writeSarif(const RunReport &Run, SourceTexts &Sources, Colour,
                llvm::raw_ostream &Out) {
  Json J(Out, /*IndentSize=*/2);
  Writer(J, Run, Sources).write();
  Out << '\n';
}

} // namespace async_tidy::tool
