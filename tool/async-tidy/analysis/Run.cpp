// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pool: starts workers, waits for whichever has something to say, and ends
// those that take too long.

#include "analysis/Run.h"

#include "analysis/Worker.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <memory>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace async_tidy::tool {
namespace {

/// One line on the terminal, rewritten in place.
class Progress {
public:
  Progress(bool Show, std::size_t Total) : Show(Show), Total(Total) {}
  ~Progress() {
    if (Show)
      llvm::errs() << "\r\033[K";
  }

  void done(const std::string &File) {
    ++Count;
    if (!Show)
      return;
    std::string Line = "[" + std::to_string(Count) + "/" +
                       std::to_string(Total) + "] " + shownPath(File);
    winsize Window{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &Window) == 0 && Window.ws_col > 0 &&
        Line.size() >= Window.ws_col)
      Line.resize(Window.ws_col - 1);
    llvm::errs() << "\r\033[K" << Line;
    llvm::errs().flush();
  }

private:
  bool Show;
  std::size_t Total;
  std::size_t Count = 0;
};

struct Slot {
  std::unique_ptr<Worker> Child;
  std::size_t Index;
};

/// Milliseconds until the first deadline.
int patience(const std::vector<Slot> &Slots) {
  Worker::Clock::time_point First = Worker::Clock::time_point::max();
  for (const Slot &S : Slots)
    First = std::min(First, S.Child->deadline());
  const auto Left = std::chrono::duration_cast<std::chrono::milliseconds>(
      First - Worker::Clock::now());
  return static_cast<int>(std::clamp<long long>(Left.count() + 1, 0, 60'000));
}

} // namespace

std::vector<FileResult>
runAll(const std::vector<Source> &Sources, const RunOptions &Options,
       const std::function<FileResult(const Source &)> &Work) {
  const std::size_t Jobs =
      Options.Jobs ? Options.Jobs
                   : llvm::hardware_concurrency().compute_thread_count();
  std::vector<FileResult> Results(Sources.size());
  Progress Line(Options.ShowProgress, Sources.size());
  std::vector<Slot> Slots;
  std::size_t Next = 0;
  const auto Finish = [&](Slot &S) {
    Results[S.Index] = S.Child->finish();
    Line.done(Sources[S.Index].File);
    S.Child.reset();
  };
  while (Next < Sources.size() || !Slots.empty()) {
    while (Slots.size() < Jobs && Next < Sources.size()) {
      const Source &S = Sources[Next];
      auto Child = std::make_unique<Worker>(
          S.File, [&] { return Work(S); },
          Worker::Clock::now() + std::chrono::seconds(Options.TimeoutSeconds));
      if (Child->running()) {
        Slots.push_back({std::move(Child), Next++});
        continue;
      }
      if (!Slots.empty())
        break; // try again when one has ended
      Results[Next].File = S.File;
      Results[Next].Reason.Text = "the system has no process left for it";
      Line.done(Sources[Next++].File);
    }
    std::vector<pollfd> Waiting;
    for (const Slot &S : Slots)
      Waiting.push_back({S.Child->pipe(), POLLIN, 0});
    if (Waiting.empty())
      continue;
    ::poll(Waiting.data(), Waiting.size(), patience(Slots));
    for (std::size_t I = 0; I < Slots.size(); ++I) {
      if (Waiting[I].revents != 0) {
        if (!Slots[I].Child->read())
          Finish(Slots[I]);
      } else if (Worker::Clock::now() >= Slots[I].Child->deadline()) {
        Slots[I].Child->giveUp(Options.TimeoutSeconds);
        Finish(Slots[I]);
      }
    }
    std::erase_if(Slots, [](const Slot &S) { return !S.Child; });
  }
  return Results;
}

} // namespace async_tidy::tool
