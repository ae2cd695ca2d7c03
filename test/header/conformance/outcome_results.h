// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How does the suite read captured results? For adapters that capture into
// safe_async::outcome; others have these three functions of their own.
#ifndef SAFE_ASYNC_TEST_CONFORMANCE_OUTCOME_RESULTS_H
#define SAFE_ASYNC_TEST_CONFORMANCE_OUTCOME_RESULTS_H

#include <exception>

namespace conformance {

struct outcome_results {
  template <class R> static bool has_value(const R &r) { return bool(r); }
  template <class R> static auto &value(R &r) { return *r; }
  template <class R> static std::exception_ptr error(const R &r) {
    return r.error();
  }
};

} // namespace conformance

#endif // SAFE_ASYNC_TEST_CONFORMANCE_OUTCOME_RESULTS_H
