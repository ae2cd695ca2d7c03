// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// YACLib's primitives, called through its own headers.
//
// LIBRARY: yaclib
// WITH head: YACLib/include YACLib-config
#include "calls.h"

#ifdef FROM_MOCK
#include "yaclib.h"
#else
#include <yaclib/async/join.hpp>
#include <yaclib/async/run.hpp>
#include <yaclib/async/wait.hpp>
#include <yaclib/async/wait_for.hpp>
#include <yaclib/async/wait_until.hpp>
#include <yaclib/async/when_all.hpp>
#include <yaclib/async/when_any.hpp>
#endif

namespace async_tidy_calls {
constexpr auto None = yaclib::FailPolicy::None;

void calls() {
  auto Work = make<std::vector<yaclib::Future<int>>>();
  yaclib::WhenAll(Work.begin(), Work.end());                    // row: WhenAll
  yaclib::WhenAll(std::move(Work[0]), std::move(Work[1]));      // row: WhenAll
  yaclib::WhenAll<None>(Work.begin(), Work.end());              // row: WhenAll
  yaclib::Join(Work.begin(), Work.end());                       // row: Join
  yaclib::WhenAny(Work.begin(), Work.end());                    // row: WhenAny
  std::move(Work[0]).Detach();                                  // row: FutureBase::Detach
  std::move(Work[0]).Get();                                     // row: FutureBase::Get
  auto &Executor = make<yaclib::IExecutor &>();
  auto On = make<yaclib::FutureOn<int>>();
  auto Next = [](int) {};
  std::move(Work[0]).Then(Executor, Next);                      // row: FutureBase::Then
  std::move(Work[0]).ThenInline(Next);                          // row: Future::ThenInline
  std::move(On).Then(Next);                                     // row: FutureOn::Then
  std::move(On).ThenInline(Next);                               // row: FutureOn::ThenInline
  yaclib::Wait(Work[0], Work[1]);                               // row: Wait
  yaclib::WaitFor(1s, Work[0], Work[1]);                        // row: WaitFor
  yaclib::WaitUntil(std::chrono::steady_clock::now(), Work[0]); // row: WaitUntil
}
} // namespace async_tidy_calls
