// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One forked process that analyses one file, seen from its parent.

#ifndef ASYNC_TIDY_TOOL_WORKER_H
#define ASYNC_TIDY_TOOL_WORKER_H

#include "analysis/Findings.h"

#include <chrono>
#include <functional>
#include <string>
#include <sys/types.h>

namespace async_tidy::tool {

/// A running worker. Owns the pipe and the process: destroying it kills the
/// process and waits for it.
class Worker {
public:
  using Clock = std::chrono::steady_clock;

  /// Forks; \p Work runs in the child. Fails (running() is false) where the
  /// system has no process or file descriptor left.
  Worker(const std::string &File, const std::function<FileResult()> &Work,
         Clock::time_point Deadline);
  ~Worker();
  Worker(const Worker &) = delete;
  Worker &operator=(const Worker &) = delete;

  bool running() const { return Process > 0; }
  int pipe() const { return Pipe; }
  Clock::time_point deadline() const { return Deadline; }

  /// Reads what is there; false when the child closed its end.
  bool read();
  /// Ends the child, which took longer than \p Seconds.
  void giveUp(unsigned Seconds);
  /// Waits for the child and says what it brought back, or what happened to it.
  FileResult finish();

private:
  std::string File;
  pid_t Process = -1;
  int Pipe = -1;
  int Log = -1; ///< what the child writes to standard error
  Clock::time_point Deadline;
  std::string Bytes;
  std::string GaveUp;

  /// What killed the child, from its own words.
  std::string lastWords() const;
};

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_WORKER_H
