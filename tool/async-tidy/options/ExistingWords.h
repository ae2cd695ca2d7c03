// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is said what becomes of findings in existing code?
//
// `--existing=print` on the command line and `existing: print` in .async-tidy
// are the same words, in the order of the enumeration.

#ifndef ASYNC_TIDY_TOOL_EXISTINGWORDS_H
#define ASYNC_TIDY_TOOL_EXISTINGWORDS_H

#include "core/Spelling.h"
#include "options/ProjectSettings.h"

namespace async_tidy {

inline constexpr std::array ExistingSpellings = {
    Spelling<tool::Existing>{tool::Existing::Count, "count"},
    Spelling<tool::Existing>{tool::Existing::Print, "print"},
    Spelling<tool::Existing>{tool::Existing::Fail, "fail"},
};
template <>
inline constexpr auto &Spellings<tool::Existing> = ExistingSpellings;

} // namespace async_tidy

#endif // ASYNC_TIDY_TOOL_EXISTINGWORDS_H
