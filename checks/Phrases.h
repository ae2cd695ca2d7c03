// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which phrases do several checks share?
//
// Each finding says what, why (with this library's behaviour, from the row)
// and what to do. The parts that more than one check says are here, so that
// they are said in the same words.

#ifndef ASYNC_TIDY_PHRASES_H
#define ASYNC_TIDY_PHRASES_H

#include "ast/AsyncCall.h"
#include "ast/Edits.h"
#include "core/Policy.h"

#include <string>
#include <string_view>

namespace async_tidy {

inline llvm::StringRef toRef(std::string_view Text) {
  return {Text.data(), Text.size()};
}

/// "when a child fails, its siblings run on to their end; …"
std::string whenAChildFails(const AsyncCall &Call);

/// "in cleanup ('shutdown')"; empty outside of cleanup.
std::string inCleanupOf(const AsyncCall &Call);

/// What to do: \p UseSafeGather, unless there is no safe gather for this
/// library and the team named none (\p By).
std::string remedy(const AsyncCall &Call, Replacement By,
                   const std::string &UseSafeGather);

} // namespace async_tidy

#endif // ASYNC_TIDY_PHRASES_H
