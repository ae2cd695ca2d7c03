// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What can be true of a handler, a task or an await that is no gather?
//
// The facts of the rules that are not about one call of a row: finite
// enumerations like those in Facts.h, judged by the predicates of NodeRules.h.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_NODEFACTS_H
#define ASYNC_TIDY_CORE_NODEFACTS_H

#include "Facts.h"

namespace async_tidy {

/// What a handler takes of the exceptions that mean cancellation.
enum class Takes : std::uint8_t {
  Nothing,
  OwnType,    ///< it names the type
  BaseClass,  ///< it names a base class of it, or what carries its error code
  Everything, ///< catch (...)
};

/// What a handler does with what it took, on any path.
enum class Handling : std::uint8_t {
  Ignores,  ///< looks, logs, and goes on behind the try block
  Leaves,   ///< ends the coroutine or loop by a jump, as if all were well
  Rethrows, ///< throws, or ends the program
  Keeps,    ///< captures it, and something is done with the capture
  Asks,     ///< asks whether it is the cancellation
};

/// Why it is right that a handler stops a cancellation.
enum class Excuse : std::uint8_t {
  None,
  CancelRequested, ///< the same function cancelled the work, and joins it
  AskedElsewhere,  ///< the function asks for the cancellation by itself
  Cleanup,         ///< cleanup goes on although it was cancelled
};

/// Whether the type of the cancellation can be named where the handler stands.
enum class Visibility : std::uint8_t { Complete, Missing };

/// A handler around awaits of one library: the first that takes the
/// cancellation.
struct HandlerFacts {
  CancellationChannel Channel = CancellationChannel::None;
  Takes What = Takes::Nothing;
  Handling Does = Handling::Ignores;
  Excuse Because = Excuse::None;
  Visibility Type = Visibility::Missing;
  Context In = Context::Plain;

  friend constexpr bool operator==(const HandlerFacts &,
                                   const HandlerFacts &) = default;
};

/// How a task or future is let go.
enum class Held : std::uint8_t {
  Statement, ///< an expression statement
  Variable,  ///< a local variable that is never mentioned again
  AsGuard,   ///< likewise, and its result is a guard: units, a lock, a permit
};

/// Whether the author said that a drop is meant.
enum class Waiver : std::uint8_t { None, Said };

/// What kind of function a node stands in.
enum class Caller : std::uint8_t { Coroutine, Function };

/// A task or future that nobody awaits.
struct DropFacts {
  Start Begins = Start::Eager;
  Held How = Held::Statement;
  Waiver Meant = Waiver::None;
  Caller Where = Caller::Coroutine;
  Context In = Context::Plain;
  EditObstacle Obstacle = EditObstacle::None;

  friend constexpr bool operator==(const DropFacts &,
                                   const DropFacts &) = default;
};

/// In which order children are started and awaited.
enum class Order : std::uint8_t {
  StartedFirst, ///< all of them, or two at least, before the first await
  JoinedFirst,  ///< likewise, but all are waited for before a result is taken
  Interleaved,  ///< each is awaited before the next one starts
};

/// What becomes of the failure of one of them.
enum class FailureOfOne : std::uint8_t {
  Escapes, ///< it leaves the function, and nobody awaits the rest
  Handled, ///< each await has a handler of its own
};

/// Children that a function starts and awaits by hand.
struct StartFacts {
  Start Begins = Start::Lazy;
  Children Count = Children::None;
  Order Sequence = Order::Interleaved;
  FailureOfOne Failure = FailureOfOne::Escapes;

  friend constexpr bool operator==(const StartFacts &,
                                   const StartFacts &) = default;
};

/// Whether an awaited call can end in an exception.
enum class Throwing : std::uint8_t { Possible, Never };

/// One await that is no gather.
struct AwaitFacts {
  Region Where = Region::Ordinary;
  Capture Captured = Capture::None;
  Throwing Throws = Throwing::Possible;

  friend constexpr bool operator==(const AwaitFacts &,
                                   const AwaitFacts &) = default;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_NODEFACTS_H
