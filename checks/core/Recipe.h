// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which edit repairs the call, how safe is it, and if none: why not?
//
// A call has one recipe and so one edit. The recipe is abstract (wrap these
// children, with these options); ast/Edits.cpp turns it into text. A refusal
// keeps its reason, so that "reported but not fixed" can be explained and
// tested.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_RECIPE_H
#define ASYNC_TIDY_CORE_RECIPE_H

#include "Facts.h"
#include "Policy.h"
#include "Predicates.h"
#include "Rules.h"

#include <string_view>

namespace async_tidy {

/// What is done to the source.
enum class EditKind : std::uint8_t {
  None,
  UseSafeGather,  ///< a raw gather becomes safe_gather over the same children
  AddOptions,     ///< a safe gather gets further options
  ReplaceTimeout, ///< a deadline around one child becomes safe_gather's
  AwaitIt,        ///< a dropped awaitable is awaited
};

/// Who may apply the edit.
enum class Safety : std::uint8_t {
  Safe,   ///< compiles; changes only failure, cancellation and deadline
  Unsafe, ///< may change result types or needs a look
};

/// Whether the edit adds return_exceptions.
enum class AddCapture : std::uint8_t { No, Yes };

/// Whether the edit adds a timeout, and where its duration comes from.
enum class AddDeadline : std::uint8_t { No, Configured, Placeholder };

/// Why there is no edit.
enum class Refusal : std::uint8_t {
  None,
  NoAdapter,
  NoDuration,
  NoEditFits,
  MacroBody,
  Template,
  ExplicitTemplateArguments,
  ExecutorArgument,
  UnsupportedForm,
  Windowed,
  UnreadableText,
  NoTypeOfItsOwn,
  TypeNotVisible,
  NoCoroutine,
};

struct Recipe {
  EditKind Kind = EditKind::None;
  Safety How = Safety::Safe;
  AddCapture Capture = AddCapture::No;
  AddDeadline Deadline = AddDeadline::No;
  Refusal Why = Refusal::None;

  friend constexpr bool operator==(const Recipe &, const Recipe &) = default;
};

/// The reason in words, for `--explain` and the docs; empty for None.
constexpr std::string_view describe(Refusal R) {
  switch (R) {
  case Refusal::None:
    return {};
  case Refusal::NoAdapter:
    return "safe_gather has no adapter for this primitive or its children";
  case Refusal::NoDuration:
    return "a tool cannot invent a duration: set DefaultTimeout";
  case Refusal::NoEditFits:
    return "what to do here is for the author to say";
  case Refusal::MacroBody:
    return "the call is written in the body of a macro";
  case Refusal::Template:
    return "the call depends on template parameters";
  case Refusal::ExplicitTemplateArguments:
    return "the call has explicit template arguments";
  case Refusal::ExecutorArgument:
    return "the call is given an executor or a callable of its own";
  case Refusal::UnsupportedForm:
    return "the children are passed in a form that safe_gather does not take";
  case Refusal::Windowed:
    return "the bound on concurrency would be lost";
  case Refusal::UnreadableText:
    return "the text of the call cannot be edited in one place";
  case Refusal::NoTypeOfItsOwn:
    return "cancellation is no exception type of its own";
  case Refusal::TypeNotVisible:
    return "the type of the cancellation is not declared here";
  case Refusal::NoCoroutine:
    return "the function is no coroutine";
  }
  return {};
}

constexpr Refusal refusalFor(Context C) {
  switch (C) {
  case Context::Plain:
  case Context::MacroArgument:
    return Refusal::None;
  case Context::MacroBody:
    return Refusal::MacroBody;
  case Context::Dependent:
  case Context::Instantiation:
    return Refusal::Template;
  }
  return Refusal::None;
}

constexpr Refusal refusalFor(EditObstacle O) {
  switch (O) {
  case EditObstacle::None:
    return Refusal::None;
  case EditObstacle::NoAdapter:
    return Refusal::NoAdapter;
  case EditObstacle::ExplicitTemplateArguments:
    return Refusal::ExplicitTemplateArguments;
  case EditObstacle::ExecutorArgument:
    return Refusal::ExecutorArgument;
  case EditObstacle::UnsupportedForm:
    return Refusal::UnsupportedForm;
  case EditObstacle::UnreadableText:
    return Refusal::UnreadableText;
  }
  return Refusal::None;
}

/// Whether the edited gather returns captures instead of plain results: where
/// the raw one captured by itself, and always in cleanup.
constexpr AddCapture capturesAfterwards(const SiteFacts &S) {
  return S.Captured == Capture::ByPrimitive ||
                 (inCleanup(S.Where) && S.Captured != Capture::ByOption)
             ? AddCapture::Yes
             : AddCapture::No;
}

constexpr AddDeadline deadlineToAdd(RuleSet Findings, const Policy &P) {
  if (!Findings.contains(Rule::MissingTimeout))
    return AddDeadline::No;
  switch (P.Timeout) {
  case DefaultTimeout::None:
    return AddDeadline::No;
  case DefaultTimeout::Configured:
    return AddDeadline::Configured;
  case DefaultTimeout::Placeholder:
    // What repairs other findings, too, must compile as it is.
    return Findings.containsOnly(Rule::MissingTimeout)
               ? AddDeadline::Placeholder
               : AddDeadline::No;
  }
  return AddDeadline::No;
}

/// Captures differ in type from plain results, so adding them is safe only
/// where nobody looks at the result. An awaitable that is kept may be awaited
/// anywhere, hence in a way that this edit cannot see. A placeholder does not
/// compile before a person has filled it in.
constexpr Safety safetyOf(AddCapture C, AddDeadline D, Use Result) {
  if (D == AddDeadline::Placeholder)
    return Safety::Unsafe;
  switch (Result) {
  case Use::Discarded:
  case Use::Waived:
    return Safety::Safe;
  case Use::Used:
    return C == AddCapture::No ? Safety::Safe : Safety::Unsafe;
  case Use::AwaitableStored:
  case Use::AwaitableDropped:
    return Safety::Unsafe;
  }
  return Safety::Unsafe;
}

constexpr Recipe refuse(Refusal Why) {
  return {.Kind = EditKind::None, .Why = Why};
}

/// What stands in the way of any edit of this call.
constexpr Refusal obstacleOf(const CallFacts &F, const Policy &P) {
  if (Refusal Why = refusalFor(F.Site.In); Why != Refusal::None)
    return Why;
  const Refusal Why = refusalFor(F.Site.Obstacle);
  const bool TeamsOwn =
      P.Instead == Replacement::TeamWrapper || F.Row.Kind == Role::SafeGather;
  return Why == Refusal::NoAdapter && TeamsOwn ? Refusal::None : Why;
}

/// A raw gather: everything it is blamed for is repaired at once.
constexpr Recipe recipeForGather(const CallFacts &F, const Policy &P,
                                 RuleSet Findings) {
  if (F.Row.Fix == FixClass::ReportOnly)
    return refuse(Refusal::NoAdapter);
  if (F.Row.Window == Concurrency::Windowed)
    return refuse(Refusal::Windowed);
  const AddDeadline Deadline = deadlineToAdd(Findings, P);
  if (Findings.containsOnly(Rule::MissingTimeout) &&
      Deadline == AddDeadline::No)
    return refuse(Refusal::NoDuration);
  const AddCapture Captures = capturesAfterwards(F.Site);
  return {.Kind = EditKind::UseSafeGather,
          .How = safetyOf(Captures, Deadline, F.Site.Result),
          .Capture = Captures,
          .Deadline = Deadline};
}

/// A safe gather that lacks options.
constexpr Recipe recipeForSafeGather(const CallFacts &F, const Policy &P,
                                     RuleSet Findings) {
  const AddDeadline Deadline = deadlineToAdd(Findings, P);
  const bool Repairs = Findings.contains(Rule::UncapturedCleanup);
  if (!Repairs && Deadline == AddDeadline::No)
    return refuse(Refusal::NoDuration);
  const AddCapture Captures = capturesAfterwards(F.Site);
  return {.Kind = EditKind::AddOptions,
          .How = safetyOf(Captures, Deadline, F.Site.Result),
          .Capture = Captures,
          .Deadline = Deadline};
}

/// The one recipe of a call that has \p Findings.
constexpr Recipe recipeFor(const CallFacts &F, const Policy &P,
                           RuleSet Findings) {
  if (Refusal Why = obstacleOf(F, P);
      Why != Refusal::None && F.Row.Fix != FixClass::ReportOnly)
    return refuse(Why);
  if (Findings.contains(Rule::RawGather) ||
      Findings.contains(Rule::MissingTimeout) ||
      Findings.contains(Rule::UncapturedCleanup))
    return F.Row.Kind == Role::SafeGather ? recipeForSafeGather(F, P, Findings)
                                          : recipeForGather(F, P, Findings);
  if (Findings.contains(Rule::OrphaningTimeout) &&
      F.Row.Kind == Role::Timeout && F.Row.Fix != FixClass::ReportOnly)
    return {.Kind = EditKind::ReplaceTimeout, .How = Safety::Unsafe};
  if (Findings.contains(Rule::DiscardedGather))
    return F.Site.In == Context::Plain
               ? Recipe{.Kind = EditKind::AwaitIt, .How = Safety::Unsafe}
               : refuse(refusalFor(F.Site.In));
  return refuse(Refusal::NoEditFits);
}

/// Whether carrying out \p Fix takes away the finding of \p R.
constexpr bool repairs(const Recipe &Fix, Rule R) {
  switch (R) {
  case Rule::RawGather:
    return Fix.Kind == EditKind::UseSafeGather;
  case Rule::MissingTimeout:
    return Fix.Deadline != AddDeadline::No;
  case Rule::UncapturedCleanup:
    return Fix.Capture == AddCapture::Yes;
  case Rule::OrphaningTimeout:
    return Fix.Kind == EditKind::ReplaceTimeout;
  case Rule::DiscardedGather:
    return Fix.Kind == EditKind::AwaitIt;
  case Rule::UncheckedResults:
  case Rule::SwallowedCancellation:
  case Rule::HandRolledGather:
    return false;
  }
  return false;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_RECIPE_H
