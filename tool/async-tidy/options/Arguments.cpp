// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reading a command line: each option sets its field, then what was given is
// judged as a whole.

#include "options/Arguments.h"

#include "ast/Failure.h"
#include "options/OptionTable.h"
#include "options/Suggest.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <algorithm>
#include <span>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

const Option *find(StringRef Name) {
  for (const Option &O : optionTable())
    if (!O.Name.empty() && O.Name == Name)
      return &O;
  return nullptr;
}

std::string unknownOption(StringRef Name) {
  std::vector<std::string> Names;
  for (const Option &O : optionTable())
    if (!O.Name.empty())
      Names.push_back("--" + O.Name.str());
  return llvm::formatv("unknown option '--{0}'; {1}see async-tidy --help", Name,
                       didYouMean("--" + Name.str(), Names))
      .str();
}

/// `file.cpp:12` as operand of --explain.
bool isPlace(StringRef Operand) {
  const auto [File, Line] = Operand.rsplit(':');
  return !File.empty() && !Line.empty() && llvm::all_of(Line, llvm::isDigit);
}

/// Reads the leading operand that says what to do, and what goes together.
llvm::Error judge(Arguments &A) {
  if (A.Config && !A.ConfigFile.empty())
    return failure("--config and --config-file exclude each other");
  if (A.CompileFlags && !A.BuildPath.empty())
    return failure("-p and compile flags after '--' exclude each other");
  if (!A.NewFrom.empty() && !A.LineFilter.empty())
    return failure("--new-from and --line-filter exclude each other: both "
                   "say which code is new");
  if (A.WriteBaseline &&
      (!A.Baseline.empty() || !A.NewFrom.empty() || A.Fix != Fixes::None))
    return failure("--write-baseline lists all findings of now; it goes "
                   "without --baseline, --new-from and --fix");
  if (!A.Files.empty() && A.Files.front() == "inventory") {
    A.Files.erase(A.Files.begin());
    A.Task = Purpose::Inventory;
    if (A.ExistingPaths.empty())
      A.ExistingPaths = "*"; // what is new is a question about a change
  } else if (!A.Since.empty()) {
    return failure("--since belongs to 'async-tidy inventory'");
  }
  if (!A.Files.empty() && A.Files.front() == "merge") {
    A.Files.erase(A.Files.begin());
    A.What = Action::Merge;
    return llvm::Error::success(); // the shards were asked the rest
  }
  if (!A.Depfile.empty() && !A.NewFrom.empty())
    return failure("--depfile and --new-from exclude each other: what git says "
                   "is no file; see --baseline");
  if (A.Part && (A.OutputFile.empty() || A.OutputFile == "-"))
    return failure("--shard needs -o FILE, for 'async-tidy merge'");
  if (A.Part && (!A.Formats.empty() || A.Fix != Fixes::None))
    return failure("--shard only analyses; say --format, --diff and --fix to "
                   "'async-tidy merge'");
  if (A.Explanations == Explain::Yes) {
    const auto Places =
        std::stable_partition(A.Files.begin(), A.Files.end(),
                              [](StringRef F) { return !isPlace(F); });
    A.ExplainAt.assign(Places, A.Files.end());
    A.Files.erase(Places, A.Files.end());
    for (StringRef At : A.ExplainAt)
      A.Files.push_back(At.rsplit(':').first.str());
  }
  return llvm::Error::success();
}

} // namespace

llvm::Expected<Arguments> parseArguments(int Argc, const char *const *Argv) {
  Arguments A;
  const std::span<const char *const> Words(Argv + 1, Argc - 1);
  for (std::size_t I = 0; I < Words.size(); ++I) {
    const StringRef Word = Words[I];
    if (Word == "--") {
      A.CompileFlags.emplace(Words.begin() + I + 1, Words.end());
      break;
    }
    if (!Word.starts_with("-") || Word == "-") {
      A.Files.push_back(Word.str());
      continue;
    }
    auto [Name, Value] = Word.ltrim('-').split('=');
    bool HasValue = Word.contains('=');
    if (Word.starts_with("-j") && Word.size() > 2 && llvm::isDigit(Word[2])) {
      Name = "j"; // -j4
      Value = Word.drop_front(2);
      HasValue = true;
    }
    const Option *O = find(Name);
    if (!O)
      return failure(unknownOption(Name));
    const bool Optional = O->Value.starts_with("[");
    if (O->Value.empty() && HasValue)
      return failure(llvm::formatv("--{0} takes no value", Name));
    if (!O->Value.empty() && !HasValue && !Optional) {
      if (I + 1 == Words.size())
        return failure(
            llvm::formatv("--{0} needs a value: {1}", Name, O->Value));
      Value = Words[++I];
    }
    if (std::string Wrong = O->Set(A, Value); !Wrong.empty())
      return failure(llvm::formatv("--{0}={1}: {2}", Name, Value, Wrong));
  }
  if (llvm::Error Wrong = judge(A))
    return std::move(Wrong);
  return A;
}

llvm::Error completeArguments(Arguments &Args, const std::string &Root) {
  // A list of everything asks nothing about new code.
  const bool AsksAge =
      Args.Task == Purpose::Findings && !Args.WriteBaseline.has_value();
  if (AsksAge && Args.Settings == UseSettings::Yes) {
    auto Team =
        readProjectSettings(Root, Args.Root.empty() ? Above::Too : Above::Not);
    if (!Team)
      return Team.takeError();
    Args.SettingsFile = Team->File;
    if (Args.NewFrom.empty() && Args.LineFilter.empty())
      Args.NewFrom = Team->NewFrom;
    if (Args.Baseline.empty())
      Args.Baseline = Team->Baseline;
    Args.OldFindings = Team->OldFindings.value_or(Existing::Count);
  }
  if (Args.AskedExisting)
    Args.OldFindings = *Args.AskedExisting;
  if (Args.Pruning == Prune::Yes && Args.Baseline.empty())
    return failure("--prune needs --baseline=FILE");
  return llvm::Error::success();
}

std::string helpText() {
  std::string Out =
      R"(async-tidy: finds C++ code that awaits several operations at once in a way that
loses errors, leaves work running or waits forever, and fixes it.

usage: async-tidy [options] [FILES…] [-- compile flags]
       async-tidy inventory [options] [FILES…]   every known call, as JSON or,
                                                 with -o FILE.html, as a page
       async-tidy merge [options] SHARDS…        reports what the runs with
                                                 --shard found, as one run

FILES are source files, directories or regular expressions over the files of the
compile database; without any, the whole database is analysed. With '--', what
follows compiles every FILE and no database is read.
)";
  for (const Option &O : optionTable()) {
    if (O.Name.empty()) {
      Out += "\n" + O.Help.str() + ":\n";
      continue;
    }
    std::string Left = (O.Name.size() == 1 ? "  -" : "  --") + O.Name.str();
    if (O.Value.starts_with("["))
      Left += "[=" + O.Value.drop_front().str();
    else if (!O.Value.empty())
      Left += (O.Name.size() == 1 ? " " : "=") + O.Value.str();
    const std::size_t Indent = 26;
    if (Left.size() + 1 >= Indent)
      Left += "\n" + std::string(Indent, ' ');
    else
      Left.resize(Indent, ' ');
    Out += Left;
    std::size_t Column = Indent;
    llvm::SmallVector<StringRef, 32> Words;
    O.Help.split(Words, ' ');
    for (StringRef W : Words) {
      if (Column > Indent && Column + W.size() + 1 > 80) {
        Out += "\n" + std::string(Indent, ' ');
        Column = Indent;
      } else if (Column > Indent) {
        Out += ' ';
        ++Column;
      }
      Out += W;
      Column += W.size();
    }
    Out += '\n';
  }
  Out += R"(
Exit code, judged after --fix: 0 nothing found, 1 findings, 2 wrong usage or
configuration, 3 some files could not be analysed.
)";
  return Out;
}

} // namespace async_tidy::tool
