// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the compiler say to misuse of the standard's senders?
//
// REQUIRES: beman
// RUN: not %cxx -std=c++23 -w -D__cpp_lib_senders=202406L -I%S/../Inputs/beman_as_std %beman_args -I%include -fsyntax-only %s > %t 2>&1
// RUN: FileCheck %s --input-file %t
#include <safe_async/std_execution.hpp>

using namespace std::chrono_literals;
using namespace safe_async;

/// Completes with one value or with none.
struct one_or_none {
  using sender_concept = std::execution::sender_tag;
  template <class, class...> static consteval auto get_completion_signatures() {
    return std::execution::completion_signatures<
        std::execution::set_value_t(int), std::execution::set_value_t()>();
  }
  template <class Receiver> struct operation {
    using operation_state_concept = std::execution::operation_state_tag;
    void start() & noexcept { std::execution::set_value(std::move(receiver)); }
    Receiver receiver;
  };
  template <class Receiver> operation<Receiver> connect(Receiver r) const {
    return {std::move(r)};
  }
};

void cases(int &nothing) {
  using std::execution::just, std::this_thread::sync_wait;
  sync_wait(safe_gather(timeout(1s), just()));
  // CHECK-DAG: safe_gather: senders have no timer of their own
  sync_wait(safe_gather(timeout(nothing, 1s), just()));
  // CHECK-DAG: safe_gather: the timer of timeout(timer, d) must be a scheduler with schedule_after
  sync_wait(safe_gather(one_or_none()));
  // CHECK-DAG: safe_gather: a child may complete with values in one way only: pipe it through into_variant() first
}
