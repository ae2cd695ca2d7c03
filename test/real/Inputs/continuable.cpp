// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// continuable's primitives, called through its own headers.
//
// LIBRARY: continuable
// WITH head: continuable/include function2/include
#include "calls.h"

#ifdef FROM_MOCK
#include "continuable.h"
#else
#include <continuable/continuable.hpp>
#endif

namespace async_tidy_calls {
void calls() {
  auto Work = make<std::vector<cti::continuable<int>>>();
  using One = cti::continuable<int>;
  cti::when_all(make<One>(), make<One>()); // row: when_all
  cti::when_seq(make<One>(), make<One>()); // row: when_seq
  cti::when_any(make<One>(), make<One>()); // row: when_any
  (void)(make<One>() && make<One>());      // row: continuable_base::operator&&
  (void)(make<One>() || make<One>());      // row: continuable_base::operator||
}
} // namespace async_tidy_calls
