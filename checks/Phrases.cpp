// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Phrases.h.

#include "Phrases.h"

#include "core/Wording.h"

namespace async_tidy {

std::string whenAChildFails(const AsyncCall &Call) {
  const CallFacts &F = Call.Facts;
  if (!hasSiblings(F.Site.Count))
    return std::string(say::children(F.Site.Count));
  std::string Out = "when a child fails, " + std::string(say::siblings(F.Row));
  if (F.Row.OnFailure == Siblings::Terminated)
    return Out;
  return Out + "; " +
         (Call.pitfall().empty() ? std::string(say::reports(F.Row.What))
                                 : Call.pitfall().str());
}

std::string inCleanupOf(const AsyncCall &Call) {
  switch (Call.Facts.Site.Where) {
  case Region::Ordinary:
    return {};
  case Region::Destructor:
  case Region::CleanupFunction:
  case Region::ScopeGuard:
    return "in cleanup ('" + Call.At.RegionName + "')";
  case Region::BeforeRethrow:
    return "before an exception is rethrown";
  case Region::CleanupChildren:
    return "of cleanup calls";
  }
  return {};
}

std::string remedy(const AsyncCall &Call, Replacement By,
                   const std::string &UseSafeGather) {
  const RowFacts &Row = Call.Facts.Row;
  if (Row.Fix == FixClass::ReportOnly && !Call.Row.Row->Instead.empty())
    return Call.Row.Row->Instead;
  const bool Exists = By == Replacement::TeamWrapper ||
                      Row.Kind == Role::SafeGather ||
                      !Call.Row.Root->Adapter.empty();
  if (Exists)
    return UseSafeGather;
  if (!Call.Row.Row->Instead.empty())
    return Call.Row.Row->Instead;
  return Row.Fix == FixClass::DeadlineOnly
             ? "safe_gather has no adapter for this library: bound it with "
               "the library's own cancelling timeout"
             : "safe_gather has no adapter for this library: wrap it in a "
               "gather of your own and name that in the option SafeGather";
}

} // namespace async_tidy
