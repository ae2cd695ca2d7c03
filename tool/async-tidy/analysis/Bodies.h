// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What of a translation unit does clang have to look at?
//
//   parse     bodies of functions in reported files; the others are skipped
//   match     declarations of reported files, and what is instantiated of them
//
// A library's header costs clang most in the bodies of its functions, and in
// what they instantiate. No finding stands there and no fact comes from there,
// so they are not parsed. One thing can be lost: a template of a reported file
// that only a skipped body would instantiate (a generic lambda handed to an
// algorithm). Where such a template may hold a finding, the file is parsed
// again with all bodies.

#ifndef ASYNC_TIDY_TOOL_BODIES_H
#define ASYNC_TIDY_TOOL_BODIES_H

#include "clang/AST/ASTConsumer.h"

#include <memory>
#include <string>

namespace async_tidy::tool {

/// Which function bodies are parsed.
enum class Bodies { ReportedOnly, All };

/// In which files findings are reported: the main file, and of the headers that
/// are no system headers those below Root, or those that match HeaderFilter.
struct Reported {
  std::string Root;         ///< canonical directory
  std::string HeaderFilter; ///< regex as in clang-tidy; empty: Root decides
};

/// A consumer in front of \p Checks that leaves out what \p Where does not
/// report. Sets \p NeedsAll, and does not run the checks, where the file must
/// be parsed with all bodies.
std::unique_ptr<clang::ASTConsumer>
lookOnlyAt(Reported Where, Bodies Which, bool &NeedsAll,
           std::unique_ptr<clang::ASTConsumer> Checks);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_BODIES_H
