// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Drogon's primitives, called through our mock alone.
//
// LIBRARY: drogon
#include "calls.h"

#include "drogon.h"

namespace async_tidy_calls {
void calls() {
  using drogon::Task;
  drogon::when_all(make<Task<int>>(), make<Task<int>>()); // row: when_all
  drogon::when_all(make<std::vector<Task<int>>>());       // row: when_all
  drogon::sync_wait(make<Task<int>>());                   // row: sync_wait
  drogon::async_run([] { return make<Task<>>(); });       // row: async_run
  drogon::sleepCoro(1.0);                                 // row: sleepCoro
  make<drogon::HttpClient &>().sendRequestCoro(nullptr);  // row: HttpClient::sendRequestCoro
  make<drogon::orm::DbClient &>().execSqlCoro("text", 1); // row: orm::DbClient::execSqlCoro
}
} // namespace async_tidy_calls
