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

#include <string_view>

namespace async_tidy {

/// What is done to the source.
enum class EditKind : std::uint8_t {
  None,
  UseSafeGather, ///< the raw gather becomes safe_gather over the same children
};

/// Who may apply the edit.
enum class Safety : std::uint8_t {
  Safe,   ///< compiles; changes only failure, cancellation and deadline
  Unsafe, ///< may change result types or needs a look
};

/// Whether the edit adds return_exceptions.
enum class AddCapture : std::uint8_t { No, Yes };

/// Why there is no edit.
enum class Refusal : std::uint8_t {
  None,
  NoAdapter,
  MacroBody,
  Template,
  ExplicitTemplateArguments,
  ExecutorArgument,
  UnsupportedForm,
  Windowed,
  UnreadableText,
};

struct Recipe {
  EditKind Kind = EditKind::None;
  Safety How = Safety::Safe;
  AddCapture Capture = AddCapture::No;
  Refusal Why = Refusal::None;

  friend constexpr bool operator==(const Recipe &, const Recipe &) = default;
};

/// The reason in words, for `--explain` and the docs; empty for None.
constexpr std::string_view describe(Refusal R) {
  switch (R) {
  case Refusal::None:
    return {};
  case Refusal::NoAdapter:
    return "safe_gather has no adapter for this primitive";
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
  return S.Captured == Capture::ByPrimitive || inCleanup(S.Where)
             ? AddCapture::Yes
             : AddCapture::No;
}

/// Captures differ in type from plain results, so adding them is safe only
/// where nobody looks at the result. An awaitable that is kept may be awaited
/// anywhere, hence in a way that this edit cannot see.
constexpr Safety safetyOf(AddCapture C, Use Result) {
  switch (Result) {
  case Use::Discarded:
    return Safety::Safe;
  case Use::Used:
    return C == AddCapture::No ? Safety::Safe : Safety::Unsafe;
  case Use::AwaitableStored:
  case Use::AwaitableDropped:
    return Safety::Unsafe;
  }
  return Safety::Unsafe;
}

/// The recipe for a raw gather.
constexpr Recipe recipeFor(const CallFacts &F, const Policy &P) {
  const auto Refuse = [](Refusal Why) {
    return Recipe{.Kind = EditKind::None, .Why = Why};
  };
  if (F.Row.Fix == FixClass::ReportOnly)
    return Refuse(Refusal::NoAdapter);
  if (Refusal Why = refusalFor(F.Site.In); Why != Refusal::None)
    return Refuse(Why);
  if (Refusal Why = refusalFor(F.Site.Obstacle);
      Why != Refusal::None &&
      !(Why == Refusal::NoAdapter && P.Instead == Replacement::TeamWrapper))
    return Refuse(Why);
  if (F.Row.Window == Concurrency::Windowed)
    return Refuse(Refusal::Windowed);
  const AddCapture Captures = capturesAfterwards(F.Site);
  return {.Kind = EditKind::UseSafeGather,
          .How = safetyOf(Captures, F.Site.Result),
          .Capture = Captures};
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_RECIPE_H
