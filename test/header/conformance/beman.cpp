// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conformance suite on beman.execution.
//
// REQUIRES: beman
// RUN: %cxx -std=c++23 -pthread -w %beman_args -I%include %s -o %t
// RUN: %t > %t.row && grep -Fx -f %t.row %root/docs/safe_gather.md
#include <safe_async/beman.hpp>

namespace conformance {
namespace lib = beman::execution;
inline constexpr auto &blocking_wait = lib::sync_wait;
} // namespace conformance

#include "std_senders.h"

struct traits : conformance::std_senders_traits {
  static constexpr auto name = "beman.execution";
};

int main() { return conformance::run_suite<traits>(); }
