// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every enumerator of the facts has exactly one spelling, and the table lists
// the enumerators in order, without gaps: the tests that loop over a table loop
// over the whole enumeration. (-Wswitch holds the other direction.)
//
// RUN: %clangxx -std=c++20 -Wall -Wextra -Werror -I%root -fsyntax-only %s

#include "checks/core/Spelling.h"

using namespace async_tidy;

namespace {

template <typename Enum> constexpr bool wellSpelled(Enum Last) {
  const auto &Table = Spellings<Enum>;
  if (Table.size() != static_cast<std::size_t>(Last) + 1)
    return false;
  for (std::size_t I = 0; I != Table.size(); ++I) {
    if (static_cast<std::size_t>(Table[I].Value) != I || Table[I].Text.empty())
      return false;
    for (std::size_t J = 0; J != I; ++J)
      if (Table[I].Text == Table[J].Text)
        return false;
  }
  return true;
}

static_assert(wellSpelled(Role::Chain));
static_assert(wellSpelled(Onward::Dropped));
static_assert(wellSpelled(Inspection::NoFailures));
static_assert(wellSpelled(Siblings::Terminated));
static_assert(wellSpelled(Resumes::Sequential));
static_assert(wellSpelled(Reports::Nothing));
static_assert(wellSpelled(Cancellation::None));
static_assert(wellSpelled(Deadline::Orphaning));
static_assert(wellSpelled(Concurrency::Windowed));
static_assert(wellSpelled(FixClass::ReportOnly));
static_assert(wellSpelled(Children::Unknown));
static_assert(wellSpelled(Region::CleanupChildren));
static_assert(wellSpelled(Capture::ByEveryChild));
static_assert(wellSpelled(DeadlineSource::OrphaningOnly));
static_assert(wellSpelled(Work::LongRunningVerb));
static_assert(wellSpelled(Context::Instantiation));
static_assert(wellSpelled(Use::AwaitableDropped));
static_assert(wellSpelled(EditObstacle::UnreadableText));

static_assert(spell(static_cast<Role>(200)).empty());

} // namespace
