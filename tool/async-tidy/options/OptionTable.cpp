// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See OptionTable.h. An option is explained where it is defined.

#include "options/OptionTable.h"

#include "options/ExistingWords.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

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

} // namespace

const std::vector<Option> &optionTable() {
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

} // namespace async_tidy::tool
