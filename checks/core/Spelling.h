// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is each fact spelled in YAML, in `--explain` and in JSON?
//
// One table per enumeration of Facts.h and NodeFacts.h. The reader of the rows,
// the printers and the docs all read these tables, so that a spelling exists
// once.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_SPELLING_H
#define ASYNC_TIDY_CORE_SPELLING_H

#include "Facts.h"
#include "NodeFacts.h"

#include <array>
#include <string_view>

namespace async_tidy {

/// The spelling of an enumerator in YAML, `--explain` and JSON.
template <typename Enum> struct Spelling {
  Enum Value;
  std::string_view Text;
};

inline constexpr std::array RoleSpellings = {
    Spelling<Role>{Role::Gather, "gather"},
    Spelling<Role>{Role::SafeGather, "safe-gather"},
    Spelling<Role>{Role::Race, "race"},
    Spelling<Role>{Role::Timeout, "timeout"},
    Spelling<Role>{Role::Wait, "wait"},
    Spelling<Role>{Role::Detach, "detach"},
    Spelling<Role>{Role::Scope, "scope"},
    Spelling<Role>{Role::Io, "io"},
    Spelling<Role>{Role::Builder, "builder"},
    Spelling<Role>{Role::Chain, "chain"},
};
inline constexpr std::array OnwardSpellings = {
    Spelling<Onward>{Onward::PassedOn, "passed-on"},
    Spelling<Onward>{Onward::ToCallable, "to-callable"},
    Spelling<Onward>{Onward::Dropped, "dropped"},
};
inline constexpr std::array SiblingsSpellings = {
    Spelling<Siblings>{Siblings::Cancelled, "cancels-siblings"},
    Spelling<Siblings>{Siblings::Left, "leaves-siblings"},
    Spelling<Siblings>{Siblings::Terminated, "terminates"},
};
inline constexpr std::array ResumesSpellings = {
    Spelling<Resumes>{Resumes::AfterAll, "after-all"},
    Spelling<Resumes>{Resumes::Early, "early"},
    Spelling<Resumes>{Resumes::Sequential, "sequential"},
};
inline constexpr std::array ReportsSpellings = {
    Spelling<Reports>{Reports::FirstInTime, "first-in-time"},
    Spelling<Reports>{Reports::FirstInOrder, "first-in-order"},
    Spelling<Reports>{Reports::Last, "last"},
    Spelling<Reports>{Reports::Unspecified, "unspecified"},
    Spelling<Reports>{Reports::PerChild, "per-child"},
    Spelling<Reports>{Reports::Nothing, "nothing"},
};
inline constexpr std::array CancellationSpellings = {
    Spelling<Cancellation>{Cancellation::Implicit, "implicit"},
    Spelling<Cancellation>{Cancellation::ExplicitToken, "explicit-token"},
    Spelling<Cancellation>{Cancellation::None, "none"},
};
inline constexpr std::array DeadlineSpellings = {
    Spelling<Deadline>{Deadline::None, "none"},
    Spelling<Deadline>{Deadline::Cancelling, "cancelling"},
    Spelling<Deadline>{Deadline::Orphaning, "orphaning"},
};
inline constexpr std::array ConcurrencySpellings = {
    Spelling<Concurrency>{Concurrency::Unbounded, "unbounded"},
    Spelling<Concurrency>{Concurrency::Windowed, "windowed"},
};
inline constexpr std::array FixClassSpellings = {
    Spelling<FixClass>{FixClass::DeadlineOnly, "deadline-only"},
    Spelling<FixClass>{FixClass::Adapter, "adapter"},
    Spelling<FixClass>{FixClass::ReportOnly, "report-only"},
};
inline constexpr std::array ChildrenSpellings = {
    Spelling<Children>{Children::None, "none"},
    Spelling<Children>{Children::One, "one"},
    Spelling<Children>{Children::Several, "several"},
    Spelling<Children>{Children::Range, "range"},
    Spelling<Children>{Children::Unknown, "unknown"},
};
inline constexpr std::array RegionSpellings = {
    Spelling<Region>{Region::Ordinary, "ordinary"},
    Spelling<Region>{Region::Destructor, "destructor"},
    Spelling<Region>{Region::CleanupFunction, "cleanup-function"},
    Spelling<Region>{Region::ScopeGuard, "scope-guard"},
    Spelling<Region>{Region::BeforeRethrow, "before-rethrow"},
    Spelling<Region>{Region::CleanupChildren, "cleanup-children"},
};
inline constexpr std::array CaptureSpellings = {
    Spelling<Capture>{Capture::None, "none"},
    Spelling<Capture>{Capture::ByPrimitive, "by-primitive"},
    Spelling<Capture>{Capture::ByOption, "by-option"},
    Spelling<Capture>{Capture::ByEveryChild, "by-every-child"},
};
inline constexpr std::array DeadlineSourceSpellings = {
    Spelling<DeadlineSource>{DeadlineSource::None, "none"},
    Spelling<DeadlineSource>{DeadlineSource::OnCall, "on-call"},
    Spelling<DeadlineSource>{DeadlineSource::Around, "around"},
    Spelling<DeadlineSource>{DeadlineSource::Behind, "behind"},
    Spelling<DeadlineSource>{DeadlineSource::RacingTimer, "racing-timer"},
    Spelling<DeadlineSource>{DeadlineSource::OnEveryChild, "on-every-child"},
    Spelling<DeadlineSource>{DeadlineSource::PassedOn, "passed-on"},
    Spelling<DeadlineSource>{DeadlineSource::OrphaningOnly, "orphaning-only"},
};
inline constexpr std::array WorkSpellings = {
    Spelling<Work>{Work::Unknown, "unknown"},
    Spelling<Work>{Work::IoRow, "io-row"},
    Spelling<Work>{Work::LongRunningVerb, "long-running-verb"},
};
inline constexpr std::array ContextSpellings = {
    Spelling<Context>{Context::Plain, "plain"},
    Spelling<Context>{Context::MacroArgument, "macro-argument"},
    Spelling<Context>{Context::MacroBody, "macro-body"},
    Spelling<Context>{Context::Dependent, "dependent"},
    Spelling<Context>{Context::Instantiation, "instantiation"},
};
inline constexpr std::array UseSpellings = {
    Spelling<Use>{Use::Discarded, "discarded"},
    Spelling<Use>{Use::Waived, "waived"},
    Spelling<Use>{Use::Used, "used"},
    Spelling<Use>{Use::AwaitableStored, "awaitable-stored"},
    Spelling<Use>{Use::AwaitableDropped, "awaitable-dropped"},
};
inline constexpr std::array InspectionSpellings = {
    Spelling<Inspection>{Inspection::Unknown, "unknown"},
    Spelling<Inspection>{Inspection::Read, "read"},
    Spelling<Inspection>{Inspection::NeverRead, "never-read"},
    Spelling<Inspection>{Inspection::Dropped, "dropped"},
    Spelling<Inspection>{Inspection::Ignored, "ignored"},
    Spelling<Inspection>{Inspection::HandedOver, "handed-over"},
    Spelling<Inspection>{Inspection::NoFailures, "no-failures"},
};
inline constexpr std::array TimerSpellings = {
    Spelling<Timer>{Timer::None, "none"},
    Spelling<Timer>{Timer::AmongChildren, "among-children"},
};
inline constexpr std::array EditObstacleSpellings = {
    Spelling<EditObstacle>{EditObstacle::None, "none"},
    Spelling<EditObstacle>{EditObstacle::NoAdapter, "no-adapter"},
    Spelling<EditObstacle>{EditObstacle::ExplicitTemplateArguments,
                           "explicit-template-arguments"},
    Spelling<EditObstacle>{EditObstacle::ExecutorArgument, "executor-argument"},
    Spelling<EditObstacle>{EditObstacle::UnsupportedForm, "unsupported-form"},
    Spelling<EditObstacle>{EditObstacle::UnreadableText, "unreadable-text"},
};

/// All spellings of one enumeration, found by type: Spellings<Role>.
inline constexpr std::array ChannelSpellings = {
    Spelling<CancellationChannel>{CancellationChannel::Exception, "exception"},
    Spelling<CancellationChannel>{CancellationChannel::ErrorCode, "error-code"},
    Spelling<CancellationChannel>{CancellationChannel::Stopped, "stopped"},
    Spelling<CancellationChannel>{CancellationChannel::None, "none"},
};
inline constexpr std::array StartSpellings = {
    Spelling<Start>{Start::Lazy, "lazy"},
    Spelling<Start>{Start::Eager, "eager"},
};
inline constexpr std::array DroppedSpellings = {
    Spelling<Dropped>{Dropped::NeverRuns, "never-runs"},
    Spelling<Dropped>{Dropped::Detaches, "detaches"},
    Spelling<Dropped>{Dropped::Cancels, "cancels"},
    Spelling<Dropped>{Dropped::CancelsAndJoins, "cancels-and-joins"},
    Spelling<Dropped>{Dropped::Joins, "joins"},
    Spelling<Dropped>{Dropped::Terminates, "terminates"},
};
inline constexpr std::array TakesSpellings = {
    Spelling<Takes>{Takes::Nothing, "nothing"},
    Spelling<Takes>{Takes::OwnType, "own-type"},
    Spelling<Takes>{Takes::BaseClass, "base-class"},
    Spelling<Takes>{Takes::Everything, "everything"},
};
inline constexpr std::array HandlingSpellings = {
    Spelling<Handling>{Handling::Ignores, "ignores"},
    Spelling<Handling>{Handling::Leaves, "leaves"},
    Spelling<Handling>{Handling::Rethrows, "rethrows"},
    Spelling<Handling>{Handling::Keeps, "keeps"},
    Spelling<Handling>{Handling::Asks, "asks"},
};
inline constexpr std::array ExcuseSpellings = {
    Spelling<Excuse>{Excuse::None, "none"},
    Spelling<Excuse>{Excuse::CancelRequested, "cancel-requested"},
    Spelling<Excuse>{Excuse::AskedElsewhere, "asked-elsewhere"},
    Spelling<Excuse>{Excuse::Cleanup, "cleanup"},
};
inline constexpr std::array VisibilitySpellings = {
    Spelling<Visibility>{Visibility::Complete, "complete"},
    Spelling<Visibility>{Visibility::Missing, "missing"},
};
inline constexpr std::array HeldSpellings = {
    Spelling<Held>{Held::Statement, "statement"},
    Spelling<Held>{Held::Variable, "variable"},
    Spelling<Held>{Held::AsGuard, "as-guard"},
};
inline constexpr std::array WaiverSpellings = {
    Spelling<Waiver>{Waiver::None, "none"},
    Spelling<Waiver>{Waiver::Said, "said"},
};
inline constexpr std::array CallerSpellings = {
    Spelling<Caller>{Caller::Coroutine, "coroutine"},
    Spelling<Caller>{Caller::Function, "function"},
};
inline constexpr std::array OrderSpellings = {
    Spelling<Order>{Order::StartedFirst, "started-first"},
    Spelling<Order>{Order::JoinedFirst, "joined-first"},
    Spelling<Order>{Order::Interleaved, "interleaved"},
};
inline constexpr std::array FailureOfOneSpellings = {
    Spelling<FailureOfOne>{FailureOfOne::Escapes, "escapes"},
    Spelling<FailureOfOne>{FailureOfOne::Handled, "handled"},
};
inline constexpr std::array ThrowingSpellings = {
    Spelling<Throwing>{Throwing::Possible, "possible"},
    Spelling<Throwing>{Throwing::Never, "never"},
};

template <typename Enum> inline constexpr int Spellings = 0;
template <> inline constexpr auto &Spellings<Role> = RoleSpellings;
template <> inline constexpr auto &Spellings<Onward> = OnwardSpellings;
template <> inline constexpr auto &Spellings<Siblings> = SiblingsSpellings;
template <> inline constexpr auto &Spellings<Resumes> = ResumesSpellings;
template <> inline constexpr auto &Spellings<Reports> = ReportsSpellings;
template <>
inline constexpr auto &Spellings<Cancellation> = CancellationSpellings;
template <> inline constexpr auto &Spellings<Deadline> = DeadlineSpellings;
template <>
inline constexpr auto &Spellings<Concurrency> = ConcurrencySpellings;
template <> inline constexpr auto &Spellings<FixClass> = FixClassSpellings;
template <> inline constexpr auto &Spellings<Children> = ChildrenSpellings;
template <> inline constexpr auto &Spellings<Region> = RegionSpellings;
template <> inline constexpr auto &Spellings<Capture> = CaptureSpellings;
template <>
inline constexpr auto &Spellings<DeadlineSource> = DeadlineSourceSpellings;
template <> inline constexpr auto &Spellings<Work> = WorkSpellings;
template <> inline constexpr auto &Spellings<Context> = ContextSpellings;
template <> inline constexpr auto &Spellings<Use> = UseSpellings;
template <> inline constexpr auto &Spellings<Inspection> = InspectionSpellings;
template <> inline constexpr auto &Spellings<Timer> = TimerSpellings;
template <>
inline constexpr auto &Spellings<EditObstacle> = EditObstacleSpellings;

template <>
inline constexpr auto &Spellings<CancellationChannel> = ChannelSpellings;
template <> inline constexpr auto &Spellings<Start> = StartSpellings;
template <> inline constexpr auto &Spellings<Dropped> = DroppedSpellings;
template <> inline constexpr auto &Spellings<Takes> = TakesSpellings;
template <> inline constexpr auto &Spellings<Handling> = HandlingSpellings;
template <> inline constexpr auto &Spellings<Excuse> = ExcuseSpellings;
template <> inline constexpr auto &Spellings<Visibility> = VisibilitySpellings;
template <> inline constexpr auto &Spellings<Held> = HeldSpellings;
template <> inline constexpr auto &Spellings<Waiver> = WaiverSpellings;
template <> inline constexpr auto &Spellings<Caller> = CallerSpellings;
template <> inline constexpr auto &Spellings<Order> = OrderSpellings;
template <>
inline constexpr auto &Spellings<FailureOfOne> = FailureOfOneSpellings;
template <> inline constexpr auto &Spellings<Throwing> = ThrowingSpellings;

/// The spelling of \p Value; empty for a value that is no enumerator.
template <typename Enum> constexpr std::string_view spell(Enum Value) {
  for (const auto &S : Spellings<Enum>)
    if (S.Value == Value)
      return S.Text;
  return {};
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_SPELLING_H
