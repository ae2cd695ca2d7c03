// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From when_all and when_any of stdexec to safe_gather. For std::execution and
// beman.execution it is the same; only the names differ.
#include <safe_async/stdexec.hpp>

#include <exec/timed_thread_scheduler.hpp>
#include <exec/when_any.hpp>

#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using safe_async::return_exceptions, safe_async::safe_gather,
    safe_async::timeout;
using stdexec::just, stdexec::sync_wait, stdexec::then, stdexec::when_all;

int main() {
  exec::timed_thread_context clock;
  auto scheduler = clock.get_scheduler();
  auto number = [&] {
    return exec::schedule_after(scheduler, 1ms) | then([] { return 1; });
  };
  auto word = [&] {
    return exec::schedule_after(scheduler, 2ms) |
           then([] { return std::string("one"); });
  };
  auto forever = [&] { return exec::schedule_after(scheduler, 60s); };
  auto broken = [&] {
    return just() | then([]() -> int { throw std::runtime_error("broken"); });
  };

  // when_all(a, b): the same values in a row, so what follows stays as it is.
  auto [n1, w1] = sync_wait(when_all(number(), word())).value();
  auto [n2, w2] = sync_wait(safe_gather(number(), word())).value();
  std::cout << (n1 == n2 && w1 == w2) << '\n';

  // when_any(when_all(...), timer): who won is hard to see. A deadline of the
  // gather is an error of its own, and the children are joined before it comes.
  std::cout << sync_wait(exec::when_any(forever() | then([] { return 0; }),
                                        exec::schedule_after(scheduler, 5ms) |
                                            then([] { return -1; })))
                   .has_value()
            << '\n';
  try {
    sync_wait(safe_gather(timeout(scheduler, 5ms), forever(), number()));
  } catch (const safe_async::timeout_error &) {
    std::cout << "timeout\n";
  }

  // Results one by one: let_error on every child becomes return_exceptions.
  auto [good, bad] =
      sync_wait(safe_gather(return_exceptions, number(), broken())).value();
  std::cout << *good << ' ' << bad.has_value() << '\n';

  // A number of children known at run time: stdexec has nothing for it.
  std::vector<decltype(number())> all;
  for (int i = 0; i < 3; ++i)
    all.push_back(number());
  auto [ones] = sync_wait(safe_gather(std::move(all))).value();
  std::cout << ones.size() << '\n';
}
