// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call file with a mark that names no row, a call that is not the library's,
// a call without its mark, and a row that is left out; see ../../marks.test.
//
// LIBRARY: kelcoro
// WITH mock:
// NOT CALLED: task::start_and_detach: so that one row is explained
namespace other {
int when_all(int, int);
} // namespace other
namespace dd {
int when_any(int, int);
} // namespace dd

namespace async_tidy_calls {
int work();

void calls() {
  work();                          // row: no_such_row
  other::when_all(work(), work()); // row: when_all
  dd::when_any(work(), work());
}
} // namespace async_tidy_calls
