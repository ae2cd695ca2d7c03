// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C++ REST SDK's tasks, called through its own headers.
//
// LIBRARY: pplx
// WITH debian: <pplx/pplxtasks.h> <cpprest/http_client.h>
// WITH unpacked: debian/cpprest/usr/include
#include "calls.h"

#ifdef FROM_MOCK
#include "pplx.h"
#else
#include <cpprest/http_client.h>
#include <pplx/pplxtasks.h>
#endif

namespace async_tidy_calls {
void calls() {
  using Task = pplx::task<int>;
  auto Work = make<std::vector<Task>>();
  pplx::when_all(Work.begin(), Work.end());                                  // row: when_all
  pplx::when_any(Work.begin(), Work.end());                                  // row: when_any
  (void)(Work[0] && Work[1]);                                                // row: operator&&
  (void)(Work[0] || Work[1]);                                                // row: operator||
  Work[0].get();                                                             // row: task::get
  Work[0].wait();                                                            // row: task::wait
  make<web::http::client::http_client &>().request(web::http::methods::GET); // row: ::web::http::client::http_client::request
}
} // namespace async_tidy_calls
