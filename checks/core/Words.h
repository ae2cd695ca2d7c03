// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does the name of a function say about it?
//
// Two questions are answered from a name: is this cleanup, and is this work
// long-running? Both look at the leading verb, after `async_`, `do_`, `co_`,
// `try_` and `on_`. A verb that is also ordinary vocabulary (close, stop,
// cleanup …) counts only alone or before words that name something with a life
// cycle: `close_all_sessions` is cleanup, `close_position` is not.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_WORDS_H
#define ASYNC_TIDY_CORE_WORDS_H

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace async_tidy {

constexpr bool isLowerOrDigit(char C) {
  return (C >= 'a' && C <= 'z') || (C >= '0' && C <= '9');
}
constexpr bool isUpper(char C) { return C >= 'A' && C <= 'Z'; }
constexpr char toLower(char C) {
  return isUpper(C) ? static_cast<char>(C - 'A' + 'a') : C;
}

constexpr bool sameWord(std::string_view A, std::string_view B) {
  if (A.size() != B.size())
    return false;
  for (std::size_t I = 0; I != A.size(); ++I)
    if (toLower(A[I]) != toLower(B[I]))
      return false;
  return true;
}

constexpr bool isOneOf(std::string_view Word,
                       std::span<const std::string_view> Words) {
  for (std::string_view W : Words)
    if (sameWord(Word, W))
      return true;
  return false;
}

/// The words of an identifier: `closeAll_HTTPSessions` → close All HTTP
/// Sessions. Holds views into the identifier; words past the limit are left
/// out, which no judgement below can notice.
class NameWords {
public:
  constexpr explicit NameWords(std::string_view Name) {
    std::size_t I = 0;
    while (I < Name.size() && Count < Storage.size()) {
      if (!isLowerOrDigit(Name[I]) && !isUpper(Name[I])) {
        ++I;
        continue;
      }
      const std::size_t Begin = I++;
      while (I < Name.size() && continuesWord(Name, I))
        ++I;
      Storage[Count++] = Name.substr(Begin, I - Begin);
    }
  }
  constexpr std::span<const std::string_view> all() const {
    return {Storage.data(), Count};
  }
  constexpr bool contains(std::span<const std::string_view> Words) const {
    for (std::string_view W : all())
      if (isOneOf(W, Words))
        return true;
    return false;
  }

private:
  static constexpr bool continuesWord(std::string_view Name, std::size_t I) {
    if (isLowerOrDigit(Name[I]))
      return true;
    // A run of capitals is one word, but its last capital starts the next
    // one where a small letter follows: HTTPSession is HTTP Session.
    return isUpper(Name[I]) && isUpper(Name[I - 1]) &&
           !(I + 1 < Name.size() && isLowerOrDigit(Name[I + 1]));
  }

  std::array<std::string_view, 16> Storage{};
  std::size_t Count = 0;
};

inline constexpr std::array<std::string_view, 5> IgnoredPrefixes = {
    "async", "do", "co", "try", "on"};

/// Verbs that mean the end of a life cycle whatever follows.
inline constexpr std::array<std::string_view, 11> StrongCleanupVerbs = {
    "shutdown",     "teardown",     "dispose", "deinit",
    "deinitialize", "uninitialize", "uninit",  "deinitialise",
    "destroy",      "destruct",     "finalize"};
/// The same, written as two words.
inline constexpr std::array<std::array<std::string_view, 2>, 3>
    StrongCleanupPairs = {
        {{"shut", "down"}, {"tear", "down"}, {"cancel", "all"}}};

/// Verbs that also have an everyday meaning.
inline constexpr std::array<std::string_view, 6> WeakCleanupVerbs = {
    "close", "stop", "abort", "cleanup", "drain", "rollback"};

/// What has a life cycle, and the small words that go with it.
inline constexpr std::array<std::string_view, 62> LifeCycleWords = {
    "all",         "everything", "every",      "and",      "wait",
    "join",        "async",      "now",        "impl",     "internal",
    "gracefully",  "graceful",   "unsafe",     "locked",   "self",
    "server",      "servers",    "service",    "services", "connection",
    "connections", "session",    "sessions",   "worker",   "workers",
    "client",      "clients",    "socket",     "sockets",  "listener",
    "listeners",   "acceptor",   "acceptors",  "pool",     "pools",
    "gate",        "gates",      "stream",     "streams",  "channel",
    "channels",    "subsystem",  "subsystems", "node",     "nodes",
    "shard",       "shards",     "thread",     "threads",  "task",
    "tasks",       "fiber",      "fibers",     "children", "peers",
    "transport",   "transports", "backend",    "backends", "resources",
    "resource",    "loop"};

/// Whether a function of this name is cleanup. \p Extra are whole names or
/// leading verbs that a team adds.
constexpr bool isCleanupName(std::string_view Name,
                             std::span<const std::string_view> Extra = {}) {
  const NameWords Parsed(Name);
  std::span<const std::string_view> Words = Parsed.all();
  while (Words.size() > 1 && isOneOf(Words.front(), IgnoredPrefixes))
    Words = Words.subspan(1);
  if (Words.empty())
    return false;
  if (isOneOf(Name, Extra) || isOneOf(Words.front(), Extra) ||
      isOneOf(Words.front(), StrongCleanupVerbs))
    return true;
  if (Words.size() > 1)
    for (const auto &Pair : StrongCleanupPairs)
      if (sameWord(Words[0], Pair[0]) && sameWord(Words[1], Pair[1]))
        return true;

  std::span<const std::string_view> Rest;
  if (isOneOf(Words.front(), WeakCleanupVerbs))
    Rest = Words.subspan(1);
  else if (Words.size() > 1 && sameWord(Words[0], "clean") &&
           sameWord(Words[1], "up"))
    Rest = Words.subspan(2);
  else
    return false;
  for (std::string_view W : Rest)
    if (!isOneOf(W, LifeCycleWords))
      return false;
  return true;
}

/// Verbs of work that waits for the outside world.
inline constexpr std::array<std::string_view, 32> LongRunningVerbs = {
    "fetch",     "read",     "write",    "connect", "accept",    "send",
    "recv",      "receive",  "download", "upload",  "request",   "query",
    "execute",   "poll",     "listen",   "resolve", "handshake", "wait",
    "sleep",     "transfer", "copy",     "sync",    "replicate", "publish",
    "subscribe", "call",     "rpc",      "load",    "save",      "flush",
    "stream",    "ping"};

/// Whether a function of this name does work that may take long.
constexpr bool isLongRunningName(std::string_view Name,
                                 std::span<const std::string_view> Extra = {}) {
  const NameWords Parsed(Name);
  std::span<const std::string_view> Words = Parsed.all();
  while (Words.size() > 1 && isOneOf(Words.front(), IgnoredPrefixes))
    Words = Words.subspan(1);
  return !Words.empty() &&
         (isOneOf(Words.front(), LongRunningVerbs) ||
          isOneOf(Words.front(), Extra) || isOneOf(Name, Extra));
}

/// Words that name a timer or the operation that waits for one.
inline constexpr std::array<std::string_view, 12> TimerWords = {
    "timeout", "timer",  "watchdog", "deadline", "sleep", "delay",
    "delayed", "expire", "expiry",   "expires",  "alarm", "timed"};

/// Only the first two words count: `my_sleep` and `watchdog` wait for a point
/// in time, `fetch_with_timeout` and `get_value_after_sleep` do work.
constexpr bool isTimerName(std::string_view Name) {
  const NameWords Parsed(Name);
  const auto Words = Parsed.all();
  for (std::string_view W : Words.first(Words.size() < 2 ? Words.size() : 2))
    if (isOneOf(W, TimerWords))
      return true;
  return sameWord(Name, "schedule_after") || sameWord(Name, "schedule_at");
}

/// A type is a timer if any of its words says so: basic_waitable_timer.
constexpr bool isTimerTypeName(std::string_view Name) {
  return NameWords(Name).contains(TimerWords);
}

/// Words that name a deadline handed to a function.
inline constexpr std::array<std::string_view, 7> DeadlineWords = {
    "timeout",    "deadline", "expiry", "expires",
    "expiration", "budget",   "until"};

constexpr bool isDeadlineName(std::string_view Name) {
  return NameWords(Name).contains(DeadlineWords);
}

/// Functions and adaptors by which a child turns its own failure into a value
/// or handles it.
inline constexpr std::array<std::string_view, 18> CapturingNames = {
    "handle_exception", "handle_exception_type",
    "then_wrapped",     "catch_",
    "catchAnd",         "thenError",
    "deferError",       "onError",
    "upon_error",       "let_error",
    "as_future",        "materialize",
    "co_awaitTry",      "co_awaitTryNoThrow",
    "as_result",        "as_tuple",
    "as_expected",      "thenTry"};

constexpr bool isCapturingName(std::string_view Name) {
  return isOneOf(Name, CapturingNames);
}

/// Functions that run a callable at the end of a scope or of other work.
inline constexpr std::array<std::string_view, 20> FinaliserNames = {
    "co_scope_exit",   "scope_exit",    "makeGuard",   "make_scope_exit",
    "ScopeGuard",      "ScopeExit",     "Finally",     "finally",
    "finally_",        "on_scope_exit", "make_guard",  "at_coroutine_exit",
    "defer",           "KJ_DEFER",      "SCOPE_EXIT",  "SCOPE_FAIL",
    "unique_resource", "ensure",        "AutoCleanup", "co_cleanup"};

constexpr bool isFinaliserName(std::string_view Name) {
  return isOneOf(Name, FinaliserNames);
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_WORDS_H
