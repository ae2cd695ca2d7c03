// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can a fix replace Seastar's coroutine::all by safe_gather wherever it stands?
// Only if awaiting gives the same type. And what the conformance suite does not
// know: futures and functions without an abort source as children, and code
// that uses no coroutines.
//
// REQUIRES: seastar
// RUN: %cxx -std=c++20 -pthread -Wall -Wextra -Werror %seastar_args -I%include %s -o %t %seastar_libs
// RUN: %t --smp 1 --memory 256M --overprovisioned
#include <safe_async/seastar.hpp>

#include "check.h"

#include <seastar/core/app-template.hh>
#include <seastar/core/lowres_clock.hh>
#include <seastar/core/sleep.hh>
#include <seastar/coroutine/all.hh>

#include <memory>
#include <string>

namespace {

using namespace safe_async;
using namespace std::chrono_literals;
using seastar::abort_source, seastar::future;

future<int> number() { co_return 1; }
future<std::string> text() { co_return "two"; }
future<> nothing() { co_return; }
future<> fail() {
  return seastar::make_exception_future<>(std::runtime_error("fail"));
}

[[maybe_unused]] auto a_number = [] { return number(); };
[[maybe_unused]] auto a_text = [] { return text(); };
[[maybe_unused]] auto nobody = [] { return nothing(); };

template <class A>
using awaited_member =
    decltype(std::declval<A>().operator co_await().await_resume());

#define SAME_AS_ALL(...)                                                       \
  static_assert(                                                               \
      std::is_same_v<                                                          \
          awaited_member<decltype(seastar::coroutine::all(__VA_ARGS__))>,      \
          awaited_member<decltype(safe_gather(__VA_ARGS__))>>)

SAME_AS_ALL(a_number);
SAME_AS_ALL(a_number, a_text);
SAME_AS_ALL(nobody, nobody);
SAME_AS_ALL(a_number, nobody, a_text);
static_assert(std::is_same_v<
              awaited_member<decltype(safe_gather(std::vector<future<int>>()))>,
              std::vector<int>>);
static_assert(std::is_same_v<decltype(safe_gather(a_number, nobody).start()),
                             future<std::tuple<int>>>);

future<> values() {
  auto [a, b] = co_await safe_gather(a_number, nothing(), text());
  CHECK(a == 1 && b == "two");

  std::vector<future<int>> more;
  more.push_back(number());
  auto all = co_await safe_gather(std::move(more));
  CHECK(all.size() == 1 && all[0] == 1);

  // A lambda coroutine with captures lives until the join.
  auto owned = std::make_unique<int>(7);
  auto [c] = co_await safe_gather(
      [owned = std::move(owned)](abort_source &source) -> future<int> {
        co_await seastar::sleep_abortable(1ms, source);
        co_return *owned;
      });
  CHECK(c == 7);
}

// What has no abort source is waited for.
future<> joined() {
  bool ended = false, failed = false;
  auto slow = [&ended]() -> future<> {
    co_await seastar::sleep(20ms);
    ended = true;
  };
  try {
    co_await safe_gather(slow, fail());
  } catch (const std::runtime_error &) {
    failed = true;
  }
  CHECK(failed && ended);
}

// The caller's own exception comes out, and reaches the children.
future<> own_exception() {
  abort_source source;
  seastar::timer<> canceller(
      [&source] { source.request_abort_ex(std::runtime_error("mine")); });
  canceller.arm(2ms);
  std::string what;
  try {
    co_await safe_gather(cancelled_by(source), [](abort_source &own) {
      return seastar::sleep_abortable(1h, own);
    });
  } catch (const std::runtime_error &e) {
    what = e.what();
  }
  CHECK(what == "mine");
}

future<> own_timer() {
  seastar::timer<seastar::lowres_clock> coarse;
  bool timed_out = false;
  try {
    co_await safe_gather(timeout(coarse, 5ms), [](abort_source &source) {
      return seastar::sleep_abortable(1h, source);
    });
  } catch (const timeout_error &) {
    timed_out = true;
  }
  CHECK(timed_out);
}

} // namespace

int main(int argc, char **argv) {
  return seastar::app_template().run(argc, argv, []() -> future<int> {
    co_await values();
    co_await joined();
    co_await own_exception();
    co_await own_timer();
    co_return 0;
  });
}
