// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Forking a worker, and reading its end. A child that dies tells nothing
// through the pipe; clang's own handler has then written to standard error
// what it was doing ("… parsing function body 'f'"), and that is quoted.

#include "analysis/Worker.h"

#include "results/Record.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/Signals.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace async_tidy::tool {
namespace {

/// Writes all of \p Bytes; the parent may read slowly.
void writeAll(int File, llvm::StringRef Bytes) {
  while (!Bytes.empty()) {
    const ssize_t Written = ::write(File, Bytes.data(), Bytes.size());
    if (Written < 0 && errno != EINTR)
      return;
    if (Written > 0)
      Bytes = Bytes.drop_front(Written);
  }
}

/// The life of the child.
[[noreturn]] void live(int Pipe, int Log, pid_t Parent,
                       const std::function<FileResult()> &Work) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != Parent)
    ::_exit(1);
  ::dup2(Log, STDERR_FILENO);
  ::dup2(::open("/dev/null", O_RDWR), STDOUT_FILENO);
  const rlimit NoCore{0, 0};
  ::setrlimit(RLIMIT_CORE, &NoCore);
  ::setenv("LLVM_DISABLE_SYMBOLIZATION", "1", 1);
  llvm::EnablePrettyStackTrace();
  llvm::sys::PrintStackTraceOnErrorSignal("async-tidy");
  writeAll(Pipe, toBytes(Work()));
  ::_exit(0);
}

} // namespace

Worker::Worker(const std::string &File, const std::function<FileResult()> &Work,
               Clock::time_point Deadline)
    : File(File), Deadline(Deadline) {
  int Ends[2];
  if (::pipe2(Ends, O_CLOEXEC) != 0)
    return;
  Pipe = Ends[0];
  Log = ::memfd_create("async-tidy", MFD_CLOEXEC);
  const pid_t Parent = ::getpid();
  Process = Log < 0 ? -1 : ::fork();
  if (Process == 0)
    live(Ends[1], Log, Parent, Work);
  ::close(Ends[1]);
}

Worker::~Worker() {
  if (Process > 0) {
    ::kill(Process, SIGKILL);
    ::waitpid(Process, nullptr, 0);
  }
  if (Pipe >= 0)
    ::close(Pipe);
  if (Log >= 0)
    ::close(Log);
}

bool Worker::read() {
  char Buffer[65536];
  const ssize_t Count = ::read(Pipe, Buffer, sizeof Buffer);
  if (Count < 0)
    return errno == EINTR || errno == EAGAIN;
  Bytes.append(Buffer, Count);
  return Count > 0;
}

void Worker::giveUp(unsigned Seconds) {
  ::kill(Process, SIGKILL);
  GaveUp = llvm::formatv("not finished after {0} s; --timeout-per-file allows "
                         "more",
                         Seconds);
}

std::string Worker::lastWords() const {
  const off_t Size = ::lseek(Log, 0, SEEK_END);
  if (Size <= 0)
    return {};
  std::string Text(std::min<off_t>(Size, 1 << 20), '\0');
  const ssize_t Count = ::pread(Log, Text.data(), Text.size(), 0);
  Text.resize(std::max<ssize_t>(Count, 0));
  llvm::SmallVector<llvm::StringRef, 64> Lines;
  llvm::StringRef(Text).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  std::string Doing;
  for (llvm::StringRef Line : Lines) {
    if (Line.starts_with("LLVM ERROR:") || Line.contains("Assertion"))
      return Line.str();
    // "3.\tfile.cpp:7:1: parsing function body 'f'": the last is innermost.
    llvm::StringRef Rest = Line.ltrim(' ');
    unsigned Number = 0;
    if (!Rest.consumeInteger(10, Number) && Rest.consume_front(".\t") &&
        !Rest.starts_with("Program arguments"))
      Doing = Rest.str();
    else if (Line.starts_with("\t") && llvm::StringRef(Doing).ends_with(":"))
      Doing += " " + Line.trim().str();
  }
  return Doing.empty() ? std::string() : "at " + Doing;
}

FileResult Worker::finish() {
  int Status = 0;
  while (::waitpid(Process, &Status, 0) < 0 && errno == EINTR) {
  }
  Process = -1;
  FileResult Result;
  Result.File = File;
  if (!GaveUp.empty()) {
    Result.Reason.Text = GaveUp;
    return Result;
  }
  if (WIFEXITED(Status) && WEXITSTATUS(Status) == 0)
    if (std::optional<FileResult> Whole = fromBytes(Bytes))
      return std::move(*Whole);
  std::string What =
      WIFSIGNALED(Status)
          ? "crashed: " + std::string(::strsignal(WTERMSIG(Status)))
          : "ended before it was done";
  if (const std::string Words = lastWords(); !Words.empty())
    What += " " + Words;
  Result.Reason.Text = "clang " + What;
  return Result;
}

} // namespace async_tidy::tool
