// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is the verdict on a handler, a task or an await that is no gather?
//
// The predicates of the rules that are not judged by the decision tree, and
// the reasons for which their edits are withheld. Like Decide.h, and with the
// same promise: nothing else in the project judges these nodes.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_NODERULES_H
#define ASYNC_TIDY_CORE_NODERULES_H

#include "NodeFacts.h"
#include "Predicates.h"
#include "Recipe.h"

namespace async_tidy {

/// Whether cancellation arrives as an exception that a handler can take.
constexpr bool isCatchable(CancellationChannel C) {
  switch (C) {
  case CancellationChannel::Exception:
  case CancellationChannel::ErrorCode:
    return true;
  case CancellationChannel::Stopped:
  case CancellationChannel::None:
    return false;
  }
  return false;
}

/// Whether a handler lets nobody know of what it took. Who names the type of
/// the cancellation and then jumps away has thought of it.
constexpr bool stopsIt(Takes What, Handling Does) {
  switch (Does) {
  case Handling::Ignores:
    return What != Takes::Nothing;
  case Handling::Leaves:
    return What == Takes::BaseClass || What == Takes::Everything;
  case Handling::Rethrows:
  case Handling::Keeps:
  case Handling::Asks:
    return false;
  }
  return false;
}

/// Whether the handler swallows the cancellation.
constexpr bool swallowsCancellation(const HandlerFacts &F) {
  return isCatchable(F.Channel) && stopsIt(F.What, F.Does) &&
         F.Because == Excuse::None;
}

/// Why no handler that rethrows the cancellation is put in front.
constexpr Refusal refusalFor(const HandlerFacts &F) {
  if (F.Channel != CancellationChannel::Exception)
    return Refusal::NoTypeOfItsOwn;
  if (F.What == Takes::OwnType)
    return Refusal::NoEditFits;
  if (F.Type == Visibility::Missing)
    return Refusal::TypeNotVisible;
  return refusalFor(F.In);
}

/// Whether nobody will ever see the end of the task or future, and its author
/// did not say so.
constexpr bool isDiscarded(const DropFacts &F) {
  if (F.Meant == Waiver::Said)
    return false;
  switch (F.How) {
  case Held::Statement:
  case Held::Variable:
    return F.Begins == Start::Lazy;
  case Held::AsGuard:
    return true;
  }
  return false;
}

/// Why no co_await is put in front of the task.
constexpr Refusal refusalFor(const DropFacts &F) {
  if (F.Where == Caller::Function)
    return Refusal::NoCoroutine;
  if (const Refusal Why = refusalFor(F.In); Why != Refusal::None)
    return Why;
  return F.Obstacle == EditObstacle::None ? Refusal::None : Refusal::NoEditFits;
}

/// Whether children that run already are awaited in a way in which the first
/// failure loses the rest.
constexpr bool isHandRolledGather(const StartFacts &F) {
  return F.Begins == Start::Eager && hasSiblings(F.Count) &&
         F.Sequence == Order::StartedFirst &&
         F.Failure == FailureOfOne::Escapes;
}

/// Whether a failure of the awaited call would take the place of the exception
/// that is to be rethrown.
constexpr bool mayReplaceException(const AwaitFacts &F) {
  return F.Where == Region::BeforeRethrow && !isCaptured(F.Captured) &&
         F.Throws == Throwing::Possible;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_NODERULES_H
