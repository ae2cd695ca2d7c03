// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What did the team decide, that the tree must respect?
//
// The policy is handed to decide(); it never computes what is new. Whether a
// call is new code is answered before (ast/NewCode.h) and arrives as one
// enumerator, so that the tree is the only judge and can be tested over all of
// its inputs.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_POLICY_H
#define ASYNC_TIDY_CORE_POLICY_H

#include <cstdint>

namespace async_tidy {

/// Whether the innermost statement of the call was written or changed by the
/// change under review.
enum class Age : std::uint8_t { New, Existing };

/// What to do with calls that already keep every promise and have a deadline.
enum class Equivalent : std::uint8_t {
  Report, ///< the default: one spelling of gather in the whole code base
  Accept, ///< option AcceptEquivalent
};

/// Whether calls on the LOW_PRIORITY leaf are reported.
enum class LowPriority : std::uint8_t { Silent, Report };

/// Whether there is a duration that a fix may insert.
enum class DefaultTimeout : std::uint8_t {
  None,
  Configured,
  Placeholder, ///< none, but a person is there to fill it in: an editor
};

/// Which waits must have a deadline.
enum class RequireDeadline : std::uint8_t {
  LongRunning, ///< gathers in cleanup or of long-running children
  Always,      ///< every gather, and single awaits of long-running work
};

/// How loud the findings about a library are.
enum class Severity : std::uint8_t {
  Off, ///< the library is not known at all
  Warning,
  Error,
};

/// What a fix replaces a raw gather by.
enum class Replacement : std::uint8_t {
  SafeAsync,   ///< safe_async::safe_gather, where the library has an adapter
  TeamWrapper, ///< a function that the team named, whatever the library
};

struct Policy {
  Age Code = Age::New;
  Equivalent Equivalents = Equivalent::Report;
  LowPriority Low = LowPriority::Silent;
  DefaultTimeout Timeout = DefaultTimeout::None;
  RequireDeadline Deadlines = RequireDeadline::LongRunning;
  Replacement Instead = Replacement::SafeAsync;

  friend constexpr bool operator==(const Policy &, const Policy &) = default;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_POLICY_H
