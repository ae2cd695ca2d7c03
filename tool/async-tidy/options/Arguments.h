// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What did the person ask for?
//
// The options are in OptionTable.h. clang-tidy's spellings are accepted where
// the meaning is the same, with one dash or two.

#ifndef ASYNC_TIDY_TOOL_ARGUMENTS_H
#define ASYNC_TIDY_TOOL_ARGUMENTS_H

#include "options/ProjectSettings.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace async_tidy::tool {

/// What the program does.
enum class Action { Analyse, Merge, ListChecks, Describe, Help, Version };

/// When output is coloured.
enum class Colour { Auto, Always, Never };

/// Which edits --fix applies.
enum class Fixes {
  None,
  Safe,
  Unsafe, ///< also those on notes, which may change result types
};

/// Whether --baseline forgets what is fixed.
enum class Prune { No, Yes };

/// Whether every judged call is explained.
enum class Explain { No, Yes };

/// Whether progress and summary are printed.
enum class Verbosity { Normal, Quiet };

/// What an analysis is for.
enum class Purpose {
  Findings,
  Inventory, ///< of every known call; findings change no exit code
};

/// Whether `.async-tidy` says what the command line leaves open.
enum class UseSettings { Yes, No };

/// Whether results of earlier runs are used, and kept for later ones.
enum class Cached { Yes, No };

/// Whether files that cannot hold a finding are left out.
enum class Skipping { Yes, No };

/// What decides which findings there are: the shards of one run agree on it,
/// and carry it to where they are merged (Record.cpp lists the fields).
struct Question {
  std::vector<std::string> Files;     ///< paths, directories or regexes
  std::vector<std::string> ExplainAt; ///< FILE:LINE operands of --explain

  std::string Root;      ///< --root; empty: the checkout around the sources
  std::string BuildPath; ///< -p; empty: look for compile_commands.json
  /// What follows `--`: the compile command of every file.
  std::optional<std::vector<std::string>> CompileFlags;
  std::vector<std::string> ExtraArgs;
  std::vector<std::string> ExtraArgsBefore;

  std::string Checks;
  std::optional<std::string> Config;
  std::string ConfigFile;
  std::optional<std::string> HeaderFilter;
  std::string LineFilter;     ///< file of changed lines, clang-tidy's format
  std::string ExistingPaths;  ///< globs of existing code
  std::string ExtraLibraries; ///< YAML files of rows

  Purpose Task = Purpose::Findings;
  std::string Since; ///< an earlier inventory, JSON
  Explain Explanations = Explain::No;

  std::string NewFrom;  ///< revision; later lines are new code
  std::string NewLines; ///< JSON of the new lines, once git was asked
  std::string Baseline; ///< file of known findings to read
  std::optional<std::string> WriteBaseline; ///< to write; empty: the default
  Prune Pruning = Prune::No;
  Existing OldFindings = Existing::Count;

  Skipping Skip = Skipping::Yes;
};

/// Which part of the sources a run analyses.
struct Shard {
  unsigned Number = 1; ///< from 1 to Count
  unsigned Count = 1;
};

struct Arguments : Question {
  Action What = Action::Analyse;
  UseSettings Settings = UseSettings::Yes;
  std::string SettingsFile; ///< that was read; empty: there is none
  std::optional<Existing> AskedExisting; ///< --existing, if it was given
  std::optional<Shard> Part; ///< its results go to OutputFile, see ShardFile.h

  std::vector<std::string> Formats; ///< NAME or NAME:FILE, see Outputs.h
  std::string OutputFile;           ///< -o; empty: standard output
  std::string Depfile; ///< for a build system, see Depfile.h; or empty
  std::string DocsUrl = ASYNC_TIDY_DOCS_URL;

  Fixes Fix = Fixes::None;
  std::optional<std::string> FormatStyle; ///< of what fixes touch, Restyle.h
  Colour Colours = Colour::Auto;
  Verbosity Loudness = Verbosity::Normal;
  unsigned Jobs = 0; ///< 0: one per processor
  unsigned TimeoutSeconds = 600;

  Cached Caching = Cached::Yes;
  std::string CacheDirectory; ///< empty: the user's cache directory
  unsigned CacheMegabytes = 1024;
};

/// Reads a command line, program name first.
llvm::Expected<Arguments> parseArguments(int Argc, const char *const *Argv);

/// Fills in what \p Args leave open from the settings that hold for \p Root,
/// the top of the project (ProjectSettings.h), and judges the result.
llvm::Error completeArguments(Arguments &Args, const std::string &Root);

/// The text of --help.
std::string helpText();

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_ARGUMENTS_H
