// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clang-tidy's own provider reads the files and --config; around it stand our
// rules: async-* is enabled where nobody names an async check, nothing else
// ever is, and what concerns us is checked for mistakes.

#include "options/Configuration.h"

#include "analysis/Findings.h"
#include "ast/Failure.h"
#include "clang-tidy/GlobList.h"
#include "fixes/Restyle.h"
#include "options/DefaultChecks.h"
#include "options/Suggest.h"
#include "options/Validate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

namespace async_tidy::tool {
namespace {

using clang::tidy::ClangTidyOptions;
using llvm::StringRef;

/// The text of \p Path, or a sentence about why \p Option cannot be used.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readFor(StringRef Option, const std::string &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer)
    return failure(llvm::formatv("--{0}: cannot read {1}: {2}", Option, Path,
                                 Buffer.getError().message()));
  return std::move(*Buffer);
}

/// One of clang-tidy's file providers with our reader of .clang-tidy files.
/// (Its own constructor for readers leaves it without a file system.)
template <typename Base> class Reading final : public Base {
public:
  using Handlers = typename Base::ConfigFileHandlers;

  template <typename... Options>
  explicit Reading(Handlers Readers, Options &&...Rest)
      : Base(std::forward<Options>(Rest)...) {
    Base::ConfigHandlers = std::move(Readers);
  }
};
using ConfigProvider = Reading<clang::tidy::ConfigOptionsProvider>;
using FileProvider = Reading<clang::tidy::FileOptionsProvider>;

/// The policy options of the command line as check options. A name without the
/// name of a check holds for all of them.
llvm::Expected<ClangTidyOptions> commandLineOptions(const Arguments &Args) {
  ClangTidyOptions Options;
  if (Args.HeaderFilter)
    Options.HeaderFilterRegex = *Args.HeaderFilter;
  if (Args.FormatStyle) {
    if (std::string Wrong = problemOfStyle(*Args.FormatStyle); !Wrong.empty())
      return failure(llvm::formatv("--format-style: {0}", Wrong));
    Options.FormatStyle = *Args.FormatStyle;
  }
  const auto Set = [&](StringRef Name, const std::string &Value) {
    // Above every file's priority.
    Options.CheckOptions[Name] = ClangTidyOptions::ClangTidyValue(Value, 10000);
  };
  if (!Args.LineFilter.empty()) {
    auto Text = readFor("line-filter", Args.LineFilter);
    if (!Text)
      return Text.takeError();
    clang::tidy::ClangTidyGlobalOptions Parsed;
    if (clang::tidy::parseLineFilter((*Text)->getBuffer(), Parsed))
      return failure(
          llvm::formatv("--line-filter: {0} is not a line filter; expected "
                        "[{\"name\":\"file.cpp\",\"lines\":[[1,3],[5,7]]}, …]",
                        Args.LineFilter));
    Set("NewLines", canonicalPath(Args.LineFilter));
  }
  if (!Args.NewLines.empty())
    Set("NewLines", Args.NewLines);
  if (!Args.ExistingPaths.empty())
    Set("ExistingPaths", llvm::join(splitGlobs(Args.ExistingPaths), ";"));
  if (!Args.ExtraLibraries.empty()) {
    std::vector<std::string> Files;
    for (const std::string &File : splitGlobs(Args.ExtraLibraries))
      Files.push_back(canonicalPath(File));
    Set("ExtraLibraries", llvm::join(Files, ";"));
  }
  return Options;
}

} // namespace

llvm::Expected<std::unique_ptr<Configuration>>
Configuration::create(const Arguments &Args) {
  std::unique_ptr<Configuration> C(new Configuration);
  C->ExtraChecks = Args.Checks;
  validateGlobs("--checks", Args.Checks, C->Errors);
  llvm::Expected<ClangTidyOptions> Override = commandLineOptions(Args);
  if (!Override)
    return Override.takeError();
  validateOptions("command line", *Override, C->Errors);

  const auto Read =
      [Self = C.get(),
       Below = Args.Root.empty() ? "" : canonicalPath(Args.Root) + "/"](
          llvm::MemoryBufferRef Text) -> llvm::ErrorOr<ClangTidyOptions> {
    if (!Text.getBufferIdentifier().starts_with(Below))
      return ClangTidyOptions();
    return readConfiguration(Text, Self->Errors);
  };
  FileProvider::Handlers Handlers = {{".clang-tidy", Read}};
  ClangTidyOptions Defaults = ClangTidyOptions::getDefaults();
  Defaults.Checks = "";

  std::optional<std::string> Config = Args.Config;
  std::string Name = "--config";
  if (!Args.ConfigFile.empty()) {
    auto Text = readFor("config-file", Args.ConfigFile);
    if (!Text)
      return Text.takeError();
    Config = (*Text)->getBuffer().str();
    Name = Args.ConfigFile;
  }
  if (Config)
    C->Inner = std::make_unique<ConfigProvider>(
        std::move(Handlers), C->Global, std::move(Defaults),
        readConfiguration(llvm::MemoryBufferRef(*Config, Name), C->Errors),
        std::move(*Override));
  else
    C->Inner = std::make_unique<FileProvider>(std::move(Handlers), C->Global,
                                              std::move(Defaults),
                                              std::move(*Override));
  return C;
}

const clang::tidy::ClangTidyGlobalOptions &Configuration::getGlobalOptions() {
  return Global;
}

std::vector<Configuration::OptionsSource>
Configuration::getRawOptions(StringRef File) {
  std::vector<OptionsSource> Sources = Inner->getRawOptions(File);
  std::string Globs;
  for (const auto &[Options, Where] : Sources)
    if (Options.Checks && !Options.Checks->empty())
      Globs += (Globs.empty() ? "" : ",") + *Options.Checks;
  if (!ExtraChecks.empty())
    Globs += (Globs.empty() ? "" : ",") + ExtraChecks;
  clang::tidy::GlobList Filter(withAsyncChecks(Globs));
  ClangTidyOptions Final;
  Final.Checks = "-*";
  for (const std::string &Check : allChecks())
    if (Filter.contains(Check))
      *Final.Checks += "," + Check;
  if (!hasHeaderFilter(File))
    Final.HeaderFilterRegex = ".*"; // narrowed to the project afterwards
  Final.SystemHeaders = false;
  Sources.emplace_back(std::move(Final), "async-tidy");
  return Sources;
}

std::vector<std::string> Configuration::enabledChecks(StringRef File) {
  std::vector<std::string> Enabled;
  clang::tidy::GlobList Filter(*getOptions(File).Checks);
  for (const std::string &Check : allChecks())
    if (Filter.contains(Check))
      Enabled.push_back(Check);
  return Enabled;
}

bool Configuration::hasHeaderFilter(StringRef File) {
  return llvm::any_of(Inner->getRawOptions(File), [](const auto &Source) {
    return Source.second != OptionsSourceTypeDefaultBinary &&
           Source.first.HeaderFilterRegex &&
           !Source.first.HeaderFilterRegex->empty();
  });
}

std::vector<std::string> Configuration::takeErrors() {
  return std::exchange(Errors, {});
}

} // namespace async_tidy::tool
