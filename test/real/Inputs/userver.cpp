// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// userver's primitives, called through our mock alone.
//
// LIBRARY: userver
#include "calls.h"

#include "userver.h"

namespace async_tidy_calls {
namespace engine = userver::engine;

void calls() {
  auto &A = make<engine::TaskWithResult<int> &>();
  auto &B = make<engine::TaskWithResult<int> &>();
  const auto At = std::chrono::steady_clock::now();
  engine::WaitAllChecked(A, B);          // row: engine::WaitAllChecked
  engine::WaitAllCheckedFor(1s, A, B);   // row: engine::WaitAllCheckedFor
  engine::WaitAllCheckedUntil(At, A, B); // row: engine::WaitAllCheckedUntil
  engine::GetAll(A, B);                  // row: engine::GetAll
  engine::WaitAny(A, B);                 // row: engine::WaitAny
  engine::WaitAnyFor(1s, A, B);          // row: engine::WaitAnyFor
  engine::WaitAnyUntil(At, A, B);        // row: engine::WaitAnyUntil
  A.Wait();                              // row: engine::TaskBase::Wait
  A.WaitFor(1s);                         // row: engine::TaskBase::WaitFor
  A.Get();                               // row: engine::TaskWithResult::Get
  std::move(A).Detach();                 // row: engine::Task::Detach
  auto &Storage = make<userver::concurrent::BackgroundTaskStorage &>();
  Storage.AsyncDetach("name", [] {}); // row: concurrent::BackgroundTaskStorage::AsyncDetach
  Storage.CancelAndWait();            // row: concurrent::BackgroundTaskStorage::CancelAndWait
}

void io(void *Buffer) {
  auto &Socket = make<engine::io::Socket &>();
  auto &Request = make<userver::clients::http::Request &>();
  engine::SleepFor(1s);              // row: engine::SleepFor
  engine::InterruptibleSleepFor(1s); // row: engine::InterruptibleSleepFor
  Socket.Accept({});                 // row: engine::io::Socket::Accept
  Socket.Connect(1, {});             // row: engine::io::Socket::Connect
  Socket.RecvAll(Buffer, 1, {});     // row: engine::io::Socket::RecvAll
  Socket.RecvSome(Buffer, 1, {});    // row: engine::io::Socket::RecvSome
  Socket.SendAll(Buffer, 1, {});     // row: engine::io::Socket::SendAll
  Request.perform();                 // row: clients::http::Request::perform
  Request.async_perform();           // row: clients::http::Request::async_perform
}
} // namespace async_tidy_calls
