// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does an adapter keep the promises of safe_gather? The conformance suite,
// written once and run for every adapter: run_suite<Traits>() plays all cases
// and prints the adapter's row of the table in docs/safe_gather.md.
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_SUITE_H
#define SAFE_ASYNC_TEST_CONFORMANCE_SUITE_H

#include "caller_cases.h"
#include "deadline_cases.h"
#include "failure_cases.h"
#include "result_cases.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace conformance {

/// One column of the table.
struct promise_cases {
  std::string_view promise;
  void (*run)();
};

/// Plays every case and prints `| name | yes | ... |`. A traits class that
/// documents a limit says so in `note(promise)`, which replaces the "yes"; the
/// cases still run.
template <class Lib> int run_suite() {
  const promise_cases all[] = {
      {"start", &start_cases<Lib>},       {"fail-fast", &fail_fast_cases<Lib>},
      {"capture", &capture_cases<Lib>},   {"timeout", &timeout_cases<Lib>},
      {"partial", &partial_cases<Lib>},   {"caller", &caller_cases<Lib>},
      {"join", &join_cases<Lib>},         {"results", &result_cases<Lib>},
      {"threads", &thread_cases<Lib>},    {"place", &place_cases<Lib>},
      {"shielded", &shielded_cases<Lib>},
  };
  std::string row = "| " + std::string(Lib::name) + " |";
  for (const promise_cases &cases : all) {
    cases.run();
    row += ' ' + std::string(Lib::note(cases.promise)) + " |";
  }
  std::puts(row.c_str());
  return 0;
}

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_SUITE_H
