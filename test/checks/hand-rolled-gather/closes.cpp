// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Cleanup calls in a row are found where the team asks for it.
//
// RUN: %check_async %s async-hand-rolled-gather %t -- --config="{CheckOptions: {async-hand-rolled-gather.SequentialCloses: 'true'}}"

#include "seastar.h"

struct part {
  seastar::future<> close();
  seastar::future<> stop();
  seastar::future<> use();
};

seastar::future<> bad_stop(part &reader, part &writer) {
  co_await reader.close();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: cleanup calls are awaited one after the other: when one fails, the rest is skipped; {{.*}} [async-hand-rolled-gather]
  co_await writer.close();
}

seastar::future<> ok_one(part &reader) {
  co_await reader.use();
  co_await reader.close();
}

seastar::future<> ok_handled(part &reader, part &writer) {
  co_await reader.close().handle_exception([](auto) {});
  co_await writer.close();
}
