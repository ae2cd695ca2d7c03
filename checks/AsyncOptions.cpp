// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncOptions.h. Users' rows are parsed once per process for each list of
// files, however many checks and translation units ask for them.
//
// Longer than 300 lines because every option is read here, each in a few lines.

#include "AsyncOptions.h"

#include "AllChecks.h"
#include "OptionList.h"
#include "Phrases.h"
#include "ast/Failure.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

using clang::tidy::ClangTidyCheck;
using clang::tidy::ClangTidyContext;
using clang::tidy::ClangTidyOptions;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Owns nothing: the built-in index lives as long as the process.
std::shared_ptr<const LibraryIndex> builtin() {
  return {std::shared_ptr<void>(), &LibraryIndex::builtin()};
}

llvm::Error badOption(const OptionInfo &Option, const llvm::Twine &What) {
  return failure(toRef(Option.Name) + ": " + What);
}

/// "folly=error; qt=off"
llvm::Expected<std::vector<std::pair<StringRef, Severity>>>
severitiesIn(StringRef Text) {
  std::vector<std::pair<StringRef, Severity>> Out;
  for (StringRef Part : listOf(Text)) {
    const auto [Id, Word] = Part.split('=');
    const auto Level = llvm::StringSwitch<std::optional<Severity>>(Word.trim())
                           .Case("off", Severity::Off)
                           .Case("warning", Severity::Warning)
                           .Case("error", Severity::Error)
                           .Default(std::nullopt);
    if (!Level)
      return badOption(option::LibrarySeverity,
                       "'" + Part +
                           "' is not of the form id=off, id=warning or "
                           "id=error");
    Out.emplace_back(Id.trim(), *Level);
  }
  return Out;
}

llvm::Expected<std::shared_ptr<const LibraryIndex>>
readLibraries(llvm::ArrayRef<llvm::MemoryBufferRef> Files,
              StringRef Severities) {
  std::shared_ptr<const LibraryIndex> Index = builtin();
  if (!Files.empty()) {
    auto Read = LibraryIndex::withExtra(Files);
    if (!Read)
      return Read.takeError();
    Index = std::move(*Read);
  }
  auto Said = severitiesIn(Severities);
  if (!Said)
    return Said.takeError();
  if (Said->empty())
    return Index;
  auto Judged = Index->withSeverities(*Said);
  if (!Judged)
    return badOption(option::LibrarySeverity,
                     llvm::toString(Judged.takeError()));
  return Judged;
}

/// The index of the built-in rows and \p Files, with what LibrarySeverity says.
/// It is built once per process for each content, so an edit of a file is seen
/// by the next run of a server.
llvm::Expected<std::shared_ptr<const LibraryIndex>>
librariesWith(llvm::ArrayRef<llvm::MemoryBufferRef> Files,
              StringRef Severities) {
  if (Files.empty() && Severities.empty())
    return builtin();
  static std::mutex Mutex;
  static std::map<std::string, std::shared_ptr<const LibraryIndex>> Known;
  std::string Key = (Severities + StringRef("\0", 1)).str();
  for (const llvm::MemoryBufferRef &File : Files)
    Key += (File.getBufferIdentifier() + StringRef("\0", 1) + File.getBuffer() +
            StringRef("\0", 1))
               .str();
  const std::lock_guard<std::mutex> Lock(Mutex);
  if (const auto Entry = Known.find(Key); Entry != Known.end())
    return Entry->second;
  auto Index = readLibraries(Files, Severities);
  if (Index)
    Known.emplace(std::move(Key), *Index);
  return Index;
}

/// The value of a shared option, whichever check asks: of all that are given,
/// for all checks or for one, that of the innermost configuration. Two
/// different ones there are a mistake.
std::string readShared(const ClangTidyCheck::OptionsView &Options,
                       ClangTidyContext &Context, const OptionInfo &Option) {
  // Reading also tells clang-tidy that there is such an option.
  const std::string Own = readOption(Options, Option);
  const ClangTidyOptions::OptionMap &Given = Context.getOptions().CheckOptions;
  const ClangTidyOptions::ClangTidyValue *Best = nullptr;
  std::string BestKey;
  const auto Consider = [&](const std::string &Key) {
    const auto At = Given.find(Key);
    if (At == Given.end())
      return;
    const auto &Value = At->getValue();
    if (Best && Best->Priority == Value.Priority && Best->Value != Value.Value)
      Context.configurationDiag(
          "%0 is '%1', and %2 is '%3'; all checks judge a call together, so "
          "give the option once",
          clang::DiagnosticIDs::Error)
          << BestKey << Best->Value << Key << Value.Value;
    if (Best && Best->Priority >= Value.Priority)
      return;
    Best = &Value;
    BestKey = Key;
  };
  Consider(std::string(Option.Name));
  for (const CheckInfo *Check : AllChecks::Infos)
    Consider(std::string(Check->Name) + "." + std::string(Option.Name));
  return Best ? Best->Value : Own;
}

std::vector<std::string_view> wordsOf(const std::string &Text) {
  std::vector<std::string_view> Out;
  for (StringRef Word : listOf(Text))
    Out.emplace_back(Word.data(), Word.size());
  return Out;
}

/// "30s" → std::chrono::seconds(30); anything else is an expression already.
std::string durationExpression(StringRef Text) {
  const StringRef Number = Text.take_while(llvm::isDigit);
  const StringRef Unit = Text.drop_front(Number.size());
  const StringRef Type = llvm::StringSwitch<StringRef>(Unit)
                             .Case("ms", "milliseconds")
                             .Case("s", "seconds")
                             .Case("min", "minutes")
                             .Case("h", "hours")
                             .Default("");
  if (Number.empty() || Type.empty())
    return Text.str();
  return ("std::chrono::" + Type + "(" + Number + ")").str();
}

/// Reads the options that belong to one check but matter to the tree.
Policy readPolicy(ClangTidyContext &Context) {
  const auto Read = [&Context](StringRef Check, const OptionInfo &Option) {
    const ClangTidyCheck::OptionsView View(
        Check, Context.getOptions().CheckOptions, &Context);
    return readOption(View, Option);
  };
  Policy P;
  if (Read("async-raw-gather", option::AcceptEquivalent) == "true")
    P.Equivalents = Equivalent::Accept;
  if (Read("async-raw-gather", option::ReportLowPriority) == "true")
    P.Low = LowPriority::Report;
  const std::string Required =
      Read("async-missing-timeout", option::RequireDeadline);
  if (Required == "always")
    P.Deadlines = RequireDeadline::Always;
  else if (Required != option::RequireDeadline.Default)
    Context.configurationDiag(
        "RequireDeadline: '%0' is neither 'long-running' nor 'always'",
        clang::DiagnosticIDs::Error)
        << Required;
  return P;
}

} // namespace

std::string readOption(const ClangTidyCheck::OptionsView &Options,
                       const OptionInfo &Option) {
  return std::string(
      Options.getLocalOrGlobal(toRef(Option.Name), toRef(Option.Default)));
}

const std::string &Settings::value(const OptionInfo &Option) const {
  for (size_t I = 0; I != option::Shared.size(); ++I)
    if (option::Shared[I].Name == Option.Name)
      return Values[I];
  llvm_unreachable("every shared option is in the list");
}

Settings::Settings(const ClangTidyCheck::OptionsView &Options,
                   ClangTidyContext &Context)
    : Libraries(builtin()) {
  for (size_t I = 0; I != option::Shared.size(); ++I)
    Values[I] = readShared(Options, Context, option::Shared[I]);

  auto Files = readLibraryFiles(listOf(value(option::ExtraLibraries)));
  auto Index = Files
                   ? librariesWith(refs(*Files), value(option::LibrarySeverity))
                   : Files.takeError();
  if (Index) {
    Libraries = *Index;
    TeamFiles = std::move(*Files);
  } else {
    Context.configurationDiag("%0", clang::DiagnosticIDs::Error)
        << llvm::toString(Index.takeError());
  }

  if (auto Read = NewCode::create(value(option::ExistingPaths),
                                  value(option::NewLines)))
    Code = std::move(*Read);
  else
    Context.configurationDiag("%0", clang::DiagnosticIDs::Error)
        << llvm::toString(Read.takeError());

  if (auto Read = Exemptions::create(value(option::ExemptPaths),
                                     value(option::ExemptFunctions)))
    Exempt = std::move(*Read);
  else
    Context.configurationDiag("%0", clang::DiagnosticIDs::Error)
        << llvm::toString(Read.takeError());

  Common = readPolicy(Context);
  if (value(option::SafeGather) != option::SafeGather.Default)
    Common.Instead = Replacement::TeamWrapper;
  if (!value(option::DefaultTimeout).empty())
    Common.Timeout = DefaultTimeout::Configured;
  Words.Cleanup = wordsOf(value(option::CleanupWords));
  Words.LongRunning = wordsOf(value(option::LongRunningWords));
}

void Settings::addLibraries(
    llvm::ArrayRef<std::unique_ptr<llvm::MemoryBuffer>> Shipped,
    ClangTidyContext &Context) {
  if (Shipped.empty())
    return;
  std::vector<llvm::MemoryBufferRef> Files = refs(Shipped);
  for (const llvm::MemoryBufferRef &File : refs(TeamFiles))
    Files.push_back(File);
  if (auto Index = librariesWith(Files, value(option::LibrarySeverity)))
    Libraries = *Index;
  else
    Context.configurationDiag("%0", clang::DiagnosticIDs::Warning)
        << llvm::toString(Index.takeError());
}

void Settings::store(const ClangTidyCheck::OptionsView &Options,
                     ClangTidyOptions::OptionMap &Map) const {
  for (size_t I = 0; I != option::Shared.size(); ++I)
    Options.store(Map, toRef(option::Shared[I].Name), Values[I]);
}

Policy Settings::policyFor(Age Of, bool InEditor) const {
  Policy P = Common;
  P.Code = Of;
  if (InEditor && P.Timeout == DefaultTimeout::None)
    P.Timeout = DefaultTimeout::Placeholder;
  return P;
}

GatherSpelling Settings::spellingFor(const AsyncCall &Call) const {
  GatherSpelling Out{value(option::SafeGather), value(option::ReturnExceptions),
                     value(option::Timeout),
                     durationExpression(value(option::DefaultTimeout))};
  if (Call.Facts.Row.Kind != Role::SafeGather)
    return Out;
  const CallRow &Row = *Call.Row.Row;
  const std::string Root =
      Call.Row.Root->Namespace.empty() ? "" : Call.Row.Root->Namespace + "::";
  if (!Row.CaptureSpelling.empty())
    Out.ReturnExceptions = Root + Row.CaptureSpelling;
  if (!Row.TimeoutSpelling.empty())
    Out.Timeout = Root + Row.TimeoutSpelling;
  return Out;
}

std::string Settings::headerFor(const LibraryRoot &Root) const {
  const std::string &Header = value(option::SafeGatherHeader);
  if (!Header.empty()) {
    const bool Delimited = Header.front() == '<' || Header.front() == '"';
    return Delimited ? Header : "\"" + Header + "\"";
  }
  return Common.Instead == Replacement::SafeAsync && !Root.Adapter.empty()
             ? "<" + Root.Adapter + ">"
             : std::string();
}

} // namespace async_tidy
