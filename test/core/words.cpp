// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What names say: is it cleanup, is it long-running, is it a timer or a
// deadline?
//
// RUN: %clangxx -std=c++20 -Wall -Wextra -Werror -I%root -fsyntax-only %s

#include "checks/core/HandlerWords.h"

using namespace async_tidy;

namespace {

// Cleanup: the leading verb, in any style, behind the usual prefixes.
static_assert(isCleanupName("shutdown"));
static_assert(isCleanupName("shutDown"));
static_assert(isCleanupName("async_shutdown"));
static_assert(isCleanupName("doShutdownServer"));
static_assert(isCleanupName("co_stop"));
static_assert(isCleanupName("stop"));
static_assert(isCleanupName("close"));
static_assert(isCleanupName("close_all_sessions"));
static_assert(isCleanupName("try_close"));
static_assert(isCleanupName("on_shutdown"));
static_assert(isCleanupName("abort"));
static_assert(isCleanupName("cleanup"));
static_assert(isCleanupName("clean_up"));
static_assert(isCleanupName("cleanUp"));
static_assert(isCleanupName("teardown"));
static_assert(isCleanupName("tear_down"));
static_assert(isCleanupName("TearDown"));
static_assert(isCleanupName("drain"));
static_assert(isCleanupName("rollback"));
static_assert(isCleanupName("dispose"));
static_assert(isCleanupName("destroy_pool"));
static_assert(isCleanupName("uninit"));
static_assert(isCleanupName("deinit_gpu"));
static_assert(isCleanupName("cancel_all"));
static_assert(isCleanupName("cancelAllRequests"));

// Not cleanup: the verb has an everyday meaning, or it is not the verb.
static_assert(!isCleanupName("join_room"));
static_assert(!isCleanupName("on_connection_closed"));
static_assert(!isCleanupName("close_position"));
static_assert(!isCleanupName("closest_match"));
static_assert(!isCleanupName("stopwatch"));
static_assert(!isCleanupName("stop_loss_order"));
static_assert(!isCleanupName("cleanup_temp_files"));
static_assert(!isCleanupName("drainage_report"));
static_assert(!isCleanupName("rollback_to_version"));
static_assert(!isCleanupName("aborted_orders"));
static_assert(!isCleanupName("was_shutdown"));
static_assert(!isCleanupName("fetch"));
static_assert(!isCleanupName(""));
static_assert(!isCleanupName("_"));
static_assert(!isCleanupName("async_"));

// A team adds whole names or leading verbs.
constexpr std::string_view Extra[] = {"retire", "goodbye_world"};
static_assert(isCleanupName("retire_node", Extra));
static_assert(isCleanupName("goodbye_world", Extra));
static_assert(!isCleanupName("goodbye", Extra));

// Long-running: the leading verb again.
static_assert(isLongRunningName("fetch_front_row"));
static_assert(isLongRunningName("asyncRead"));
static_assert(isLongRunningName("do_handshake"));
static_assert(!isLongRunningName("prefetch_hint"));
static_assert(!isLongRunningName("compute"));
static_assert(!isLongRunningName("ready"));
static_assert(isLongRunningName("crunch_numbers",
                                std::array<std::string_view, 1>{"crunch"}));

// A function is a timer by its first two words, a type by any.
static_assert(isTimerName("timeout") && isTimerName("my_sleep"));
static_assert(!isTimerName("fetch_with_timeout"));
static_assert(!isTimerName("getValueWithSleep"));
static_assert(isTimerTypeName("basic_waitable_timer"));
static_assert(!isTimerTypeName("basic_socket"));
static_assert(isTimerName("sleepFor"));
static_assert(isTimerName("schedule_after"));
static_assert(!isTimerName("schedule"));
static_assert(!isTimerName("timely"));
// Deadlines are words anywhere in the name.
static_assert(isDeadlineName("request_deadline"));
static_assert(isDeadlineName("timeoutMs"));
static_assert(!isDeadlineName("dead"));

// In handlers: what logs, what throws again, what asks, what cancels.
static_assert(isLogName("log_error") && isLogName("LogException"));
static_assert(isLogName("error") && !isLogName("set_error"));
static_assert(!isLogName("login") && !isLogName("dialog"));
static_assert(isRethrowingName("rethrow_exception"));
static_assert(isRethrowingName("throw_with_nested"));
static_assert(isRethrowingName("handle_exception"));
static_assert(!isRethrowingName("log_exception"));
static_assert(!isRethrowingName("nothrow"));
static_assert(isCancelRequestName("request_stop"));
static_assert(isCancelRequestName("requestCancellation"));
static_assert(isCancelRequestName("cancelAndJoinAsync"));
static_assert(!isCancelRequestName("request_page"));
static_assert(isCancellationQuery("stop_requested"));
static_assert(isCancellationQuery("isCancellationRequested"));
static_assert(isCancellationQuery("operation_aborted"));
static_assert(!isCancellationQuery("request_cancellation"));
static_assert(!isCancellationQuery("stop"));

// Guards by their type, ignored variables by their name.
static_assert(isGuardTypeName("semaphore_units"));
static_assert(isGuardTypeName("unique_lock") &&
              isGuardTypeName("RWLockHolder"));
static_assert(!isGuardTypeName("Unit") && !isGuardTypeName("clock"));
static_assert(isIgnoredName("_") && isIgnoredName("unused_result"));
static_assert(isIgnoredName("ignored") && !isIgnoredName("units"));

// A run of capitals is one word; its last capital may start the next one.
static_assert(isCleanupName("closeHTTPSessions") ==
              isCleanupName("close_http_sessions"));
static_assert(NameWords("closeAll_HTTPSessions").all().size() == 4);

} // namespace
