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
template <class... T> auto GetAll(T &...) -> std::vector<int>;
template <class... T> std::optional<std::size_t> WaitAny(T &...);

} // namespace engine
namespace utils {
template <class F>
auto Async(const char *, F f) -> engine::TaskWithResult<decltype(f())> {
  return mock::make<engine::TaskWithResult<decltype(f())>>();
}
} // namespace utils
USERVER_NAMESPACE_END

#endif // ASYNC_TIDY_TEST_MOCKS_USERVER_H
