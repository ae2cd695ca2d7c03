// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// userver, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_USERVER_H
#define ASYNC_TIDY_TEST_MOCKS_USERVER_H

#include "mock_task.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#ifndef USERVER_NAMESPACE
#define USERVER_NAMESPACE userver
#define USERVER_NAMESPACE_BEGIN                                                \
  namespace userver {                                                          \
  inline namespace v2_5_rc {
#define USERVER_NAMESPACE_END                                                  \
  }                                                                            \
  }
#endif

USERVER_NAMESPACE_BEGIN
namespace engine {

enum class FutureStatus { kReady, kTimeout, kCancelled };
class TaskBase {
public:
  void Wait() const noexcept(false);
  template <class Rep, class Period>
  void WaitFor(const std::chrono::duration<Rep, Period> &) const
      noexcept(false);
};
class Task : public TaskBase {
public:
  void Detach() &&;
};
template <class T> class TaskWithResult : public Task {
public:
  T Get();
};

template <class... T> void WaitAllChecked(T &...);
template <class Rep, class Period, class... T>
FutureStatus WaitAllCheckedFor(const std::chrono::duration<Rep, Period> &,
                               T &...);
template <class Clock, class Duration, class... T>
FutureStatus
WaitAllCheckedUntil(const std::chrono::time_point<Clock, Duration> &, T &...);
template <class... T> auto GetAll(T &...) -> std::vector<int>;
template <class... T> std::optional<std::size_t> WaitAny(T &...);
template <class Rep, class Period, class... T>
std::optional<std::size_t>
WaitAnyFor(const std::chrono::duration<Rep, Period> &, T &...);
template <class Clock, class Duration, class... T>
std::optional<std::size_t>
WaitAnyUntil(const std::chrono::time_point<Clock, Duration> &, T &...);

template <class Rep, class Period>
void SleepFor(const std::chrono::duration<Rep, Period> &);
template <class Rep, class Period>
void InterruptibleSleepFor(const std::chrono::duration<Rep, Period> &);
class Deadline {};
namespace io {
class Socket {
public:
  void Connect(int Peer, Deadline);
  Socket Accept(Deadline);
  std::size_t RecvAll(void *, std::size_t, Deadline);
  std::size_t RecvSome(void *, std::size_t, Deadline);
  std::size_t SendAll(const void *, std::size_t, Deadline);
};
} // namespace io

template <class T> class SharedTaskWithResult : public Task {
public:
  const T &Get() const;
};
template <class T> class Future {
public:
  T get();
};
} // namespace engine
namespace utils {
template <class F>
auto Async(const char *, F f) -> engine::TaskWithResult<decltype(f())> {
  return mock::make<engine::TaskWithResult<decltype(f())>>();
}
} // namespace utils
namespace concurrent {
class BackgroundTaskStorage {
public:
  template <class... A> void AsyncDetach(const char *, A &&...) {}
  void CancelAndWait() noexcept;
};
} // namespace concurrent
namespace clients::http {
class Request {
public:
  int perform();
  int async_perform();
};
} // namespace clients::http
USERVER_NAMESPACE_END

#endif // ASYNC_TIDY_TEST_MOCKS_USERVER_H
