// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Scan.h.

#include "results/Scan.h"

#include "ShippedRows.h"
#include "sources/OneFile.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace async_tidy::tool {
namespace {

namespace tooling = clang::tooling;
namespace vfs = llvm::vfs;
using llvm::StringRef;

std::string directivesOf(StringRef Code) {
  llvm::SmallVector<clang::dependency_directives_scan::Token, 64> Tokens;
  llvm::SmallVector<clang::dependency_directives_scan::Directive, 64> All;
  if (clang::scanSourceForDependencyDirectives(Code, Tokens, All))
    return Code.str();
  // Not printDependencyDirectivesAsSource(): it drops the space that tells
  // `#define A (b)` from `#define A(b)`.
  std::string Text;
  for (const auto &Each : All) {
    const auto Last = llvm::find_if(llvm::reverse(Each.Tokens), [](auto &T) {
      return T.Kind != clang::tok::eod && T.Kind != clang::tok::eof;
    });
    if (Last == Each.Tokens.rend())
      continue;
    const unsigned Begin = Each.Tokens.front().Offset;
    Text += Code.slice(Begin, Last->Offset + Last->Length);
    Text += '\n';
  }
  return Text;
}

/// An open file of which only the directives can be read.
class MinimizedFile final : public vfs::File {
public:
  MinimizedFile(vfs::Status S, StringRef Text) : S(std::move(S)), Text(Text) {}
  llvm::ErrorOr<vfs::Status> status() override { return S; }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine &Name, std::int64_t, bool, bool) override {
    return llvm::MemoryBuffer::getMemBuffer(Text, Name.str());
  }
  std::error_code close() override { return {}; }

private:
  vfs::Status S;
  StringRef Text;
};

/// The real file system with minimised sources.
class MinimizingFiles final : public vfs::ProxyFileSystem {
public:
  explicit MinimizingFiles(MinimizedSources &Sources)
      : ProxyFileSystem(vfs::createPhysicalFileSystem()), Sources(Sources) {}

  llvm::ErrorOr<vfs::Status> status(const llvm::Twine &Path) override {
    auto Status = ProxyFileSystem::status(Path);
    if (!Status || !Status->isRegularFile())
      return Status;
    const auto *Minimized = find(Path);
    return Minimized ? vfs::Status::copyWithNewSize(
                           *Status, Minimized->Directives.size())
                     : Status;
  }

  llvm::ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const llvm::Twine &Path) override {
    auto Status = status(Path);
    if (!Status)
      return Status.getError();
    // A pipe can be read once only: that is left to the analysis.
    if (!Status->isRegularFile())
      return std::make_error_code(std::errc::not_supported);
    const auto *Minimized = find(Path);
    if (!Minimized)
      return ProxyFileSystem::openFileForRead(Path);
    return std::make_unique<MinimizedFile>(*Status, Minimized->Directives);
  }

private:
  const MinimizedSources::Source *find(const llvm::Twine &Path) {
    llvm::SmallString<256> Absolute;
    Path.toVector(Absolute);
    return makeAbsolute(Absolute) ? nullptr
                                  : Sources.get(std::string(Absolute));
  }
  MinimizedSources &Sources;
};

/// Preprocesses, and does nothing else.
class ScanFactory final : public tooling::FrontendActionFactory {
public:
  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<clang::PreprocessOnlyAction>();
  }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override {
    // The same macros as in the analysis.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }
};

/// Whether a library of which \p Inputs has headers ships rows of its own:
/// those are read in the analysis. That there are none is noted.
bool hasShippedRows(Trace &Inputs) {
  llvm::StringSet<> Visited;
  for (const auto &[File, Digest] : Inputs.Read)
    for (StringRef Folder = llvm::sys::path::parent_path(File);
         !Folder.empty() && Visited.insert(Folder).second;
         Folder = llvm::sys::path::parent_path(Folder)) {
      llvm::SmallString<256> Rows(Folder);
      llvm::sys::path::append(Rows, ShippedRows::FileName);
      if (llvm::sys::fs::exists(Rows))
        return true;
      Inputs.Absent.push_back(std::string(Rows));
    }
  return false;
}

/// The words in what \p CommandLine says to the preprocessor: -DNAME=TEXT in
/// all its spellings. Other words of it are no code: a path may well hold
/// "async".
Words wordsOfMacros(const std::vector<std::string> &CommandLine,
                    const Triggers &Wanted) {
  Words Found = Wanted.none();
  StringRef Before;
  for (StringRef Word : CommandLine) {
    static constexpr StringRef Passing[] = {"-D", "/D", "--define-macro",
                                            "-Xpreprocessor", "-Xclang"};
    if (llvm::is_contained(Passing, Before) || Word.starts_with("-Wp,"))
      Found |= Wanted.in(Word);
    for (StringRef Define : {"-D", "/D", "--define-macro="})
      if (StringRef Text = Word; Text.consume_front(Define))
        Found |= Wanted.in(Text);
    Before = Word;
  }
  return Found;
}

/// The life of the scanning process: a line of `index verdict` per source.
[[noreturn]] void
live(int Pipe, pid_t Parent, const std::vector<Source> &Sources, unsigned Jobs,
     const Triggers &Wanted,
     const std::function<void(std::size_t, const Trace &)> &OnSkip) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != Parent)
    ::_exit(1);
  ::dup2(::open("/dev/null", O_RDWR), STDERR_FILENO);
  MinimizedSources Files(Wanted);
  std::atomic<std::uint32_t> Next = 0;
  const auto Work = [&] {
    for (std::uint32_t I = Next++; I < Sources.size(); I = Next++) {
      // Often its own words are enough, and no header has to be looked for.
      if (const auto *Own = Files.get(Sources[I].File);
          Own && Wanted.isMet(Own->Found))
        continue;
      std::optional<Reading> Read = scan(Sources[I], Files, Wanted);
      if (!Read || Wanted.isMet(Read->Found) || hasShippedRows(Read->Inputs))
        continue;
      OnSkip(I, Read->Inputs);
      // Four bytes are written as a whole.
      while (::write(Pipe, &I, sizeof I) < 0 && errno == EINTR) {
      }
    }
  };
  std::vector<std::thread> Threads;
  for (unsigned J = 1; J < std::min<std::size_t>(Jobs, Sources.size()); ++J)
    Threads.emplace_back(Work);
  Work();
  for (std::thread &T : Threads)
    T.join();
  ::_exit(0);
}

} // namespace

const MinimizedSources::Source *MinimizedSources::get(const std::string &Path) {
  {
    const std::lock_guard<std::mutex> Lock(Mutex);
    if (const auto At = Known.find(Path); At != Known.end())
      return At->second.get();
  }
  std::unique_ptr<Source> Made;
  if (auto Buffer = llvm::MemoryBuffer::getFile(Path)) {
    const StringRef Code = (*Buffer)->getBuffer();
    Made = std::make_unique<Source>(
        Source{directivesOf(Code), digestOf(Code), Wanted.in(Code)});
  }
  const std::lock_guard<std::mutex> Lock(Mutex);
  return Known.try_emplace(Path, std::move(Made)).first->second.get();
}

std::optional<Reading> scan(const Source &S, MinimizedSources &Files,
                            const Triggers &Wanted) {
  auto Inputs = llvm::makeIntrusiveRefCnt<InputFiles>(
      llvm::makeIntrusiveRefCnt<MinimizingFiles>(Files));
  auto Overlay = llvm::makeIntrusiveRefCnt<vfs::OverlayFileSystem>(Inputs);
  const OneFile Database(S);
  tooling::ClangTool Tool(Database, {S.Commands.front().Filename},
                          std::make_shared<clang::PCHContainerOperations>(),
                          Overlay);
  Tool.setPrintErrorMessage(false);
  Tool.appendArgumentsAdjuster(tooling::getStripPluginsAdjuster());
  clang::DiagnosticConsumer Silent; // it counts errors
  Tool.setDiagnosticConsumer(&Silent);
  ScanFactory Factory;
  if (Tool.run(&Factory) != 0)
    return std::nullopt;
  std::optional<Trace> Asked = Inputs->trace();
  if (!Asked)
    return std::nullopt;
  Reading Out{std::move(*Asked), Wanted.none()};
  for (auto &[Path, Digest] : Out.Inputs.Read) {
    const MinimizedSources::Source *File = Files.get(Path);
    if (!File)
      return std::nullopt;
    Digest = File->Digest;
    Out.Found |= File->Found;
  }
  for (const auto &Command : S.Commands)
    Out.Found |= wordsOfMacros(Command.CommandLine, Wanted);
  return Out;
}

std::vector<bool>
scanAll(const std::vector<Source> &Sources, unsigned Jobs, unsigned Seconds,
        const Triggers &Wanted,
        const std::function<void(std::size_t, const Trace &)> &OnSkip) {
  std::vector<bool> May(Sources.size(), true);
  int Ends[2];
  if (Sources.empty() || ::pipe2(Ends, O_CLOEXEC) != 0)
    return May;
  if (Jobs == 0)
    Jobs = llvm::hardware_concurrency().compute_thread_count();
  const pid_t Parent = ::getpid();
  const pid_t Child = ::fork();
  if (Child == 0)
    live(Ends[1], Parent, Sources, Jobs, Wanted, OnSkip);
  ::close(Ends[1]);
  const auto Deadline =
      std::chrono::steady_clock::now() + std::chrono::seconds(Seconds);
  while (Child > 0) {
    const auto Left = std::chrono::duration_cast<std::chrono::milliseconds>(
        Deadline - std::chrono::steady_clock::now());
    pollfd Waiting{Ends[0], POLLIN, 0};
    if (Left.count() <= 0 ||
        ::poll(&Waiting, 1, int(std::min<long long>(Left.count(), 60'000))) < 0)
      break;
    if (Waiting.revents == 0)
      continue;
    std::uint32_t Index = 0;
    if (::read(Ends[0], &Index, sizeof Index) != sizeof Index)
      break;
    May[Index] = false;
  }
  ::close(Ends[0]);
  if (Child > 0) {
    ::kill(Child, SIGKILL);
    ::waitpid(Child, nullptr, 0);
  }
  return May;
}

} // namespace async_tidy::tool
