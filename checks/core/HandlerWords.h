// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do the names in and around a handler say?
//
// Does this call only write to a log, throw again, hand the exception on, ask
// for a cancellation or request one? And of variables and types: is this a
// guard, is it ignored on purpose? Words as in Words.h.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_HANDLERWORDS_H
#define ASYNC_TIDY_CORE_HANDLERWORDS_H

#include "Words.h"

namespace async_tidy {

/// Words of functions that write to a log.
inline constexpr std::array<std::string_view, 16> LogWords = {
    "log",     "logger", "logging",  "vlog",  "warn",    "warning",
    "trace",   "debug",  "info",     "print", "println", "printf",
    "fprintf", "perror", "critical", "format"};

constexpr bool isLogName(std::string_view Name) {
  return sameWord(Name, "error") || NameWords(Name).contains(LogWords);
}

/// Words of functions that throw.
inline constexpr std::array<std::string_view, 5> ThrowWords = {
    "throw", "rethrow", "raise", "terminate", "panic"};
/// What functions that translate or hand on "the current exception" do.
inline constexpr std::array<std::string_view, 6> DispatchVerbs = {
    "handle", "translate", "convert", "dispatch", "forward", "propagate"};
inline constexpr std::array<std::string_view, 4> ExceptionWords = {
    "exception", "exceptions", "eptr", "lippincott"};

/// Whether a function of this name, called in a handler, throws again or is
/// the one place that knows what to do with the current exception.
constexpr bool isRethrowingName(std::string_view Name) {
  const NameWords Parsed(Name);
  if (Parsed.contains(ThrowWords) || sameWord(Name, "co_error"))
    return true;
  return !Parsed.all().empty() && Parsed.contains(ExceptionWords) &&
         (isOneOf(Parsed.all().front(), DispatchVerbs) ||
          sameWord(Name, "lippincott"));
}

/// Functions and types that hand an exception object on.
inline constexpr std::array<std::string_view, 11> KeepingNames = {
    "set_exception",
    "setException",
    "set_error",
    "setError",
    "make_exception_ptr",
    "make_exception_wrapper",
    "make_exception_future",
    "exception_wrapper",
    "from_exception",
    "return_exception",
    "Try"};

constexpr bool isKeepingName(std::string_view Name) {
  return isOneOf(Name, KeepingNames);
}

inline constexpr std::array<std::string_view, 8> CancelNouns = {
    "cancel", "cancellation", "cancelation", "abort",
    "stop",   "interruption", "shutdown",    "termination"};

/// Whether a function of this name asks work to stop.
constexpr bool isCancelRequestName(std::string_view Name) {
  const NameWords Parsed(Name);
  const auto Words = Parsed.all();
  if (Words.empty())
    return false;
  if (sameWord(Words.front(), "cancel") || sameWord(Name, "emit") ||
      sameWord(Name, "abort"))
    return true;
  return Words.size() > 1 && sameWord(Words.front(), "request") &&
         isOneOf(Words[1], CancelNouns);
}

/// Words by which code asks whether it was cancelled.
inline constexpr std::array<std::string_view, 13> CancelledWords = {
    "cancelled", "canceled", "cancellation", "aborted",     "abandoned",
    "requested", "stopped",  "stopping",     "interrupted", "closing",
    "quit",      "exiting",  "terminating"};

/// Whether a name asks whether something was cancelled.
constexpr bool isCancellationQuery(std::string_view Name) {
  return !isCancelRequestName(Name) &&
         (NameWords(Name).contains(CancelledWords) ||
          sameWord(Name, "co_safe_point") || sameWord(Name, "ShouldCancel"));
}

/// Words of types whose objects guard something while they live.
inline constexpr std::array<std::string_view, 9> GuardWords = {
    "units", "lock",  "guard", "holder", "permit",
    "lease", "latch", "hold",  "slot"};

constexpr bool isGuardTypeName(std::string_view Name) {
  return NameWords(Name).contains(GuardWords);
}

/// Names of variables that say that nobody reads them.
constexpr bool isIgnoredName(std::string_view Name) {
  const NameWords Parsed(Name);
  const auto Words = Parsed.all();
  return Words.empty() || sameWord(Words.front(), "unused") ||
         sameWord(Words.front(), "ignored") ||
         sameWord(Words.front(), "ignore") ||
         sameWord(Words.front(), "discard") ||
         sameWord(Words.front(), "discarded");
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_HANDLERWORDS_H
