// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From when_all, when_all_range and stop_when of libunifex to safe_gather, one
// after the other.
#include <safe_async/unifex.hpp>

#include <unifex/just_from.hpp>
#include <unifex/scheduler_concepts.hpp>
#include <unifex/stop_when.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/then.hpp>
#include <unifex/timed_single_thread_context.hpp>
#include <unifex/when_all.hpp>
#include <unifex/when_all_range.hpp>

#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using safe_async::return_exceptions, safe_async::safe_gather,
    safe_async::timeout;
using unifex::schedule_after, unifex::sync_wait, unifex::then;

int main() {
  unifex::timed_single_thread_context clock;
  auto scheduler = clock.get_scheduler();
  auto number = [&] {
    return then(schedule_after(scheduler, 1ms), [] { return 1; });
  };
  auto word = [] {
    return unifex::just_from([] { return std::string("one"); });
  };
  auto forever = [&] {
    return then(schedule_after(scheduler, 60s), [] { return 0; });
  };
  auto broken = [&] {
    return then(schedule_after(scheduler, 1ms),
                []() -> int { throw std::runtime_error("broken"); });
  };

  // when_all(a, b): the same variants of tuples, so what follows stays as it
  // is. Ranges, too.
  std::cout << (sync_wait(unifex::when_all(number(), word())) ==
                sync_wait(safe_gather(number(), word())))
            << '\n';
  auto three = [&] { return std::vector{number(), number(), number()}; };
  std::cout << (sync_wait(unifex::when_all_range(three())) ==
                sync_wait(safe_gather(three())))
            << '\n';

  // stop_when(when_all(...), timer): done, as if somebody had cancelled it. A
  // deadline of the gather is an error of its own.
  std::cout << sync_wait(unifex::stop_when(unifex::when_all(forever()),
                                           schedule_after(scheduler, 5ms)))
                   .has_value()
            << '\n';
  try {
    sync_wait(safe_gather(timeout(clock, 5ms), forever()));
  } catch (const safe_async::timeout_error &) {
    std::cout << "timeout\n";
  }

  // Results one by one, and what was finished outlives the deadline.
  auto results = sync_wait(safe_gather(return_exceptions, timeout(clock, 50ms),
                                       word(), broken(), forever()));
  auto &[ready, bad, cut] = *results;
  std::cout << *ready << ' ' << bad.has_value() << cut.has_value() << '\n';
}
