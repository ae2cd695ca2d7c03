// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What can be true of one asynchronous call?
//
//   row (libraries/*.yml) ─┐
//   clang AST node ────────┴─> CallFacts ──> decide() ──> Verdict
//
// Facts are finite: every field is an enumerator, so decide() can be tested
// over all of them without clang, and a new enumerator breaks the build
// exactly where a judgement is missing (no `default:` over facts).
// RowFacts are what a library promises of a primitive; SiteFacts are what is
// true where it is called. Nothing here locates anything: that is what the
// anchors in ast/AsyncCall.h are for.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_FACTS_H
#define ASYNC_TIDY_CORE_FACTS_H

#include <cstdint>

namespace async_tidy {

/// What a primitive is for. Only a Gather is ever called raw.
enum class Role : std::uint8_t {
  Gather,     ///< one expression that waits for several children
  SafeGather, ///< a gather that keeps every promise (ours or a team's own)
  Race,       ///< waits for the first of several children
  Timeout,    ///< bounds one child by a deadline
  Wait,       ///< blocks or waits without gathering results
  Detach,     ///< starts work that nobody joins
  Scope,      ///< owns children until it is joined
  Io,         ///< a long-running operation of the outside world
  Builder,    ///< makes the object whose member call is the gather or race
  Chain,      ///< makes one awaitable of another: then(), unit()
};

/// What a chain does with the results of the awaitable that it takes.
enum class Onward : std::uint8_t {
  PassedOn,   ///< whoever awaits the chain gets them
  ToCallable, ///< they are the arguments of a callable
  Dropped,    ///< nobody gets them
};

/// What happens to the siblings when one child fails, or succeeds.
enum class Siblings : std::uint8_t {
  Cancelled,  ///< asked to stop
  Left,       ///< they run on
  Terminated, ///< the program ends (std::terminate)
};

/// When the caller resumes.
enum class Resumes : std::uint8_t {
  AfterAll,   ///< every child has finished: the gather joins
  Early,      ///< children may still run
  Sequential, ///< children are awaited one after the other, in order
};

/// Which failure the caller gets to see.
enum class Reports : std::uint8_t {
  FirstInTime,
  FirstInOrder,
  Last,
  Unspecified,
  PerChild, ///< every child's own result: the primitive captures
  Nothing,  ///< failures are dropped
};

/// How a request to stop reaches the children.
enum class Cancellation : std::uint8_t {
  Implicit,      ///< through the awaiting chain, no code needed
  ExplicitToken, ///< only children that were handed a token see it
  None,          ///< cannot be cancelled at all
};

/// What the primitive does as a deadline.
enum class Deadline : std::uint8_t {
  None,
  Cancelling, ///< at the deadline the work is cancelled and joined
  Orphaning,  ///< at the deadline the work runs on, unowned
};

/// How many children run at a time.
enum class Concurrency : std::uint8_t { Unbounded, Windowed };

/// What a fix may do with a raw gather (by row).
enum class FixClass : std::uint8_t {
  DeadlineOnly, ///< fail-fast and joining already: only a deadline is missing
  Adapter,      ///< replaceable by safe_gather through the library's adapter
  ReportOnly,   ///< no adapter, or work that is already started: say `instead:`
};

/// How a library stops work.
enum class CancellationChannel : std::uint8_t {
  Exception, ///< a type that is thrown: catch handlers may swallow it
  ErrorCode, ///< a value of an error code, thrown inside a general exception
  Stopped,   ///< a channel of its own (set_stopped, unwinding): not catchable
  None,      ///< the library has no cancellation
};

/// When a task or future starts, and what dropping it does.
enum class Start : std::uint8_t { Lazy, Eager };
enum class Dropped : std::uint8_t {
  NeverRuns,
  Detaches,
  Cancels,
  CancelsAndJoins,
  Joins,
  Terminates,
};

/// What one row of the knowledge base promises.
struct RowFacts {
  Role Kind = Role::Gather;
  Siblings OnFailure = Siblings::Left;
  Siblings OnSuccess = Siblings::Left;
  Resumes When = Resumes::AfterAll;
  Reports What = Reports::Unspecified;
  Cancellation Cancel = Cancellation::None;
  Deadline Bound = Deadline::None;
  Concurrency Window = Concurrency::Unbounded;
  FixClass Fix = FixClass::ReportOnly;
  Onward Results = Onward::PassedOn; ///< of a chain

  friend constexpr bool operator==(const RowFacts &,
                                   const RowFacts &) = default;
};

/// How many children the call has, as far as the source tells.
enum class Children : std::uint8_t { None, One, Several, Range, Unknown };

/// Why the call counts as cleanup (the reason is printed), or that it does not.
enum class Region : std::uint8_t {
  Ordinary,
  Destructor,
  CleanupFunction, ///< the enclosing function or lambda is named like cleanup
  ScopeGuard,      ///< a scope guard or finaliser runs it
  BeforeRethrow,   ///< between the capture of an exception and its rethrow
  CleanupChildren, ///< every child is a cleanup call
};

/// Whether failures become values, and by whom.
enum class Capture : std::uint8_t {
  None,
  ByPrimitive,  ///< the row reports per child
  ByOption,     ///< safe_gather(return_exceptions, ...) or a wrapper's spelling
  ByEveryChild, ///< each child handles its own failure
};

/// The deadline in force for the call, wherever it sits.
enum class DeadlineSource : std::uint8_t {
  None,
  OnCall,      ///< the primitive, or an option of it
  Around,      ///< an enclosing cancelling timeout
  Behind,      ///< later in a pipe, or on its result in the next statement
  RacingTimer, ///< a timer among the siblings, where the first to end stops all
  OnEveryChild,
  PassedOn,      ///< the function hands its own deadline parameter on
  OrphaningOnly, ///< there is one, but it orphans the work
};

/// Whether the work is long-running, and why it is thought to be.
enum class Work : std::uint8_t { Unknown, IoRow, LongRunningVerb };

/// Where in the source the call stands; decides whether it can be edited.
enum class Context : std::uint8_t {
  Plain,
  MacroArgument,
  MacroBody,
  Dependent,     ///< in a template, found before instantiation
  Instantiation, ///< found only in an instantiation
};

/// What the program does with the awaitable or its result.
enum class Use : std::uint8_t {
  Discarded,       ///< awaited, result thrown away
  Waived,          ///< awaited, and thrown away by (void), or there is none
  Used,            ///< awaited, result used
  AwaitableStored, ///< the awaitable itself is kept, passed on or returned
  AwaitableDropped ///< the awaitable itself is never awaited
};

/// What becomes of a result that has a name, or that a chain takes.
enum class Inspection : std::uint8_t {
  Unknown,    ///< it has no name, or leaves the function
  Read,       ///< mentioned again in the same function
  NeverRead,  ///< never mentioned again, or thrown away where it is
  Dropped,    ///< a chain throws it away: discard_result()
  Ignored,    ///< a chain hands it to a callable that never reads it
  HandedOver, ///< something that may look at it takes it, or has a copy
  NoFailures, ///< every child handles its own failure: nothing to look for
};

/// Whether some of the children only wait for a point in time, beside others.
enum class Timer : std::uint8_t { None, AmongChildren };

/// What the enclosing source forbids an edit to do, beyond Context.
enum class EditObstacle : std::uint8_t {
  None,
  NoAdapter, ///< the root has no adapter header, or it does not take a child
  ExplicitTemplateArguments,
  ExecutorArgument, ///< the call takes an executor or callable with it
  UnsupportedForm,  ///< iterator pair, copy of a function object, std::apply …
  UnreadableText,   ///< the tokens cannot be read back from one file
};

/// What is true where a row is called.
struct SiteFacts {
  Children Count = Children::Unknown;
  Region Where = Region::Ordinary;
  Capture Captured = Capture::None;
  DeadlineSource Deadline = DeadlineSource::None;
  Work Duration = Work::Unknown;
  Context In = Context::Plain;
  Use Result = Use::Used;
  Inspection Results = Inspection::Unknown;
  Timer Clock = Timer::None;
  EditObstacle Obstacle = EditObstacle::None;

  friend constexpr bool operator==(const SiteFacts &,
                                   const SiteFacts &) = default;
};

/// Everything decide() may know of one call.
struct CallFacts {
  RowFacts Row;
  SiteFacts Site;

  friend constexpr bool operator==(const CallFacts &,
                                   const CallFacts &) = default;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_FACTS_H
