// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The table of options, its parser and its help text.
// Longer than 300 lines because an option is explained where it is defined.

#include "Arguments.h"

#include "ExistingWords.h"
#include "Suggest.h"
#include "ast/Failure.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <algorithm>
#include <functional>
#include <span>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

/// One option. Value names its value in the help, empty where it takes none;
/// Set stores it and returns what is wrong with it, or an empty string.
struct Option {
  StringRef Name;
  StringRef Value;
  StringRef Help;
  std::function<std::string(Arguments &, StringRef)> Set;
};

/// A setter that stores the text itself.
template <typename Class, typename Field> auto store(Field Class::*Where) {
  return [Where](Arguments &A, StringRef V) {
    A.*Where = V.str();
    return std::string();
  };
}

/// A setter that adds the text to a list.
auto append(std::vector<std::string> Arguments::*Where) {
  return [Where](Arguments &A, StringRef V) {
    (A.*Where).push_back(V.str());
    return std::string();
  };
}

/// A setter of an option without a value.
template <typename Class, typename Enum>
auto turn(Enum Class::*Where, Enum To) {
  return [Where, To](Arguments &A, StringRef) {
    A.*Where = To;
    return std::string();
  };
}

/// A setter of a positive number.
auto number(unsigned Arguments::*Where) {
  return [Where](Arguments &A, StringRef V) -> std::string {
    unsigned N = 0;
    if (V.getAsInteger(10, N) || N == 0)
      return "expected a positive number";
    A.*Where = N;
    return {};
  };
}

std::string setColour(Arguments &A, StringRef V) {
  if (V == "auto")
    A.Colours = Colour::Auto;
  else if (V == "always" || V == "true" || V.empty())
    A.Colours = Colour::Always;
  else if (V == "never" || V == "false")
    A.Colours = Colour::Never;
  else
    return "expected auto, always or never";
  return {};
}

std::string setExisting(Arguments &A, StringRef V) {
  std::string Known;
  for (const auto &[What, Word] : Spellings<Existing>) {
    if (std::string_view(V) == Word) {
      A.AskedExisting = What;
      return {};
    }
    Known += (Known.empty() ? "" : ", ") + std::string(Word);
  }
  return "expected one of " + Known;
}

/// Each report but one names its file itself.
std::string setOutput(Arguments &A, StringRef V) {
  if (!A.OutputFile.empty())
    return "the output already goes to '" + A.OutputFile +
           "'; further reports name their file in --format=NAME:FILE";
  A.OutputFile = V.str();
  return {};
}

/// --unsafe-fixes holds wherever it stands.
std::string setFix(Arguments &A, StringRef) {
  A.Fix = std::max(A.Fix, Fixes::Safe);
  return {};
}

std::string setWriteBaseline(Arguments &A, StringRef V) {
  A.WriteBaseline = V.str();
  return {};
}

std::string setShard(Arguments &A, StringRef V) {
  Shard Part;
  const auto [Number, Count] = V.split('/');
  if (Number.getAsInteger(10, Part.Number) ||
      Count.getAsInteger(10, Part.Count) || Part.Number == 0 ||
      Part.Number > Part.Count)
    return "expected I/N, I from 1 to N";
  A.Part = Part;
  return {};
}

std::string setDepfile(Arguments &A, StringRef V) {
  if (!V.ends_with(".d"))
    return "expected a name that ends in .d; the rest is the target of the "
           "rule";
  A.Depfile = V.str();
  return {};
}

std::string setDescribe(Arguments &A, StringRef V) {
  if (V != "json")
    return "expected json";
  A.What = Action::Describe;
  return {};
}

/// A heading has no name.
const std::vector<Option> &table() {
  static const std::vector<Option> Options = {
      {"", "", "What to analyse", {}},
      {"p", "DIR",
       "compile_commands.json or its directory; by default the "
       "nearest one above the files or the working directory, or in a build/ "
       "there",
       store(&Arguments::BuildPath)},
      {"root", "DIR",
       "the project is DIR, by default the checkout around the files: paths "
       "are those below DIR, whatever their links lead to, and no "
       "configuration is read above it",
       store(&Arguments::Root)},
      {"extra-arg", "ARG", "add ARG at the end of every compile command",
       append(&Arguments::ExtraArgs)},
      {"extra-arg-before", "ARG", "add ARG at its start",
       append(&Arguments::ExtraArgsBefore)},
      {"header-filter", "REGEX",
       "report findings in headers whose path "
       "matches; by default in those of the project, never in system headers",
       store(&Arguments::HeaderFilter)},

      {"", "", "What to look for", {}},
      {"checks", "GLOBS",
       "comma-separated checks, '-' in front removes; added "
       "to the Checks of .clang-tidy",
       store(&Arguments::Checks)},
      {"config", "YAML", "use this configuration instead of .clang-tidy files",
       store(&Arguments::Config)},
      {"config-file", "FILE", "likewise, read from FILE",
       store(&Arguments::ConfigFile)},
      {"line-filter", "FILE",
       "JSON file of changed lines, in clang-tidy's "
       "format: what it lists is new code, the rest is existing code",
       store(&Arguments::LineFilter)},
      {"new-from", "REV",
       "only findings in code written since this branch left REV count, "
       "committed or not; asks git. What was only moved or reformatted is not "
       "new",
       store(&Arguments::NewFrom)},
      {"baseline", "FILE",
       "findings that FILE lists do not count; see "
       "--write-baseline",
       store(&Arguments::Baseline)},
      {"existing", "WHAT",
       "with those two, findings in existing code are: count (their number is "
       "said), print (printed, without effect on the exit code) or fail "
       "(like the others)",
       setExisting},
      {"no-settings", "",
       "do not read .async-tidy, which may say new-from, baseline and existing "
       "for all who work on the project",
       turn(&Arguments::Settings, UseSettings::No)},
      {"existing-paths", "GLOBS",
       "comma-separated globs: code in these files "
       "is existing code",
       store(&Arguments::ExistingPaths)},
      {"extra-libraries", "FILES",
       "comma-separated YAML files with rows for "
       "more libraries",
       store(&Arguments::ExtraLibraries)},

      {"", "", "What to do with it", {}},
      {"fix", "", "apply the safe fixes, all files in one pass", setFix},
      {"unsafe-fixes", "",
       "apply also the fixes on notes, which may change "
       "result types; look at the result",
       turn(&Arguments::Fix, Fixes::Unsafe)},
      {"format-style", "STYLE",
       "lay out what fixes touch as clang-format would: none (default), file, "
       "or another STYLE of clang-format; FormatStyle in .clang-tidy says the "
       "same",
       store(&Arguments::FormatStyle)},
      {"diff", "",
       "print the patch that --fix (or --unsafe-fixes) would apply, and write "
       "nothing; the same as --format=diff",
       [](Arguments &A, StringRef) {
         A.Formats.push_back("diff");
         return std::string();
       }},
      {"explain", "",
       "print why each call was judged as it was, silent calls "
       "too; FILE:LINE as operand asks about one call",
       turn(&Arguments::Explanations, Explain::Yes)},
      {"write-baseline", "[FILE]",
       "list all findings of now in FILE (.async-tidy-baseline at the top of "
       "the project), to be committed",
       setWriteBaseline},
      {"prune", "", "take out of --baseline what is fixed",
       turn(&Arguments::Pruning, Prune::Yes)},
      {"list-checks", "", "list the checks and which of them are enabled here",
       turn(&Arguments::What, Action::ListChecks)},
      {"describe", "json",
       "print checks, options, libraries and the decision "
       "table as JSON",
       setDescribe},

      {"", "", "How it is reported", {}},
      {"format", "NAME[:FILE]",
       "text, json, sarif, github, gitlab, rdjson, export-fixes or diff, to "
       "FILE or "
       "standard output; may be given several times",
       append(&Arguments::Formats)},
      {"o", "FILE", "the file of the --format that names none", setOutput},
      {"export-fixes", "FILE", "the same as --format=export-fixes:FILE",
       [](Arguments &A, StringRef V) {
         A.Formats.push_back("export-fixes:" + V.str());
         return std::string();
       }},
      {"depfile", "FILE.d",
       "list in FILE.d, in Make's syntax, the files on which the result FILE "
       "depends",
       setDepfile},
      {"since", "FILE",
       "with inventory: say what changed since that inventory (JSON)",
       store(&Arguments::Since)},
      {"docs-url", "URL", "where docs/ is published, for the links in reports",
       store(&Arguments::DocsUrl)},

      {"", "", "How", {}},
      {"j", "N", "analyse N files at a time; by default one per processor",
       number(&Arguments::Jobs)},
      {"shard", "I/N",
       "analyse the I-th of N parts of the files, and keep what is found in "
       "the "
       "file of -o for 'async-tidy merge'; see docs/scale.md",
       setShard},
      {"timeout-per-file", "SECONDS",
       "give up on a file after this long "
       "(600)",
       number(&Arguments::TimeoutSeconds)},
      {"no-skip", "",
       "analyse also files that cannot hold a finding, and report those that "
       "do not compile",
       turn(&Arguments::Skip, Skipping::No)},
      {"cache-dir", "DIR",
       "keep results between runs in DIR; by default in async-tidy/ below "
       "XDG_CACHE_HOME or ~/.cache",
       store(&Arguments::CacheDirectory)},
      {"cache-size", "MB", "remove the oldest results beyond this size (1024)",
       number(&Arguments::CacheMegabytes)},
      {"no-cache", "", "neither use nor keep results of other runs",
       turn(&Arguments::Caching, Cached::No)},
      {"color", "WHEN", "auto, always or never", setColour},
      {"quiet", "", "no progress and no summary",
       turn(&Arguments::Loudness, Verbosity::Quiet)},
      {"version", "", "print the version",
       turn(&Arguments::What, Action::Version)},
      {"help", "", "print this text", turn(&Arguments::What, Action::Help)},
  };
  return Options;
}

const Option *find(StringRef Name) {
  for (const Option &O : table())
    if (!O.Name.empty() && O.Name == Name)
      return &O;
  return nullptr;
}

std::string unknownOption(StringRef Name) {
  std::vector<std::string> Names;
  for (const Option &O : table())
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
    return A; // the shards were asked the rest
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
  for (const Option &O : table()) {
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
