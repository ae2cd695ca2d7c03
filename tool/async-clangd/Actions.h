// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does an editor offer beyond clangd's one quick fix per finding?
//
//   fix all async-tidy findings in this file    also as source.fixAll
//   fix all of async-raw-gather in this file
//   suppress async-raw-gather here with NOLINT
//
// All are computed from the findings that clangd published for the version of
// the file that is shown. Only safe fixes are applied together, and none of
// findings in existing code.

#ifndef ASYNC_TIDY_CLANGD_ACTIONS_H
#define ASYNC_TIDY_CLANGD_ACTIONS_H

#include "OpenFile.h"

namespace async_tidy::clangd {

/// How the editor wants its actions.
struct ActionStyle {
  bool HasLiterals = false;        ///< else an action must be a command
  bool HasDocumentChanges = false; ///< edits that name the version of the file
};

/// A request for the actions in a range of a file.
struct ActionRequest {
  std::string Uri;
  Range At;
  std::vector<std::string> Only; ///< kinds that are wanted; empty: all
};

/// Puts the actions of ours that answer \p Request into \p Answer.
void addActions(const ActionRequest &Request, const OpenFile &File,
                const ActionStyle &Style, llvm::json::Array &Answer);

/// The edits of all safe fixes of \p Findings that do not touch each other,
/// the first ones winning; an include that several want is inserted once.
std::vector<TextEdit> together(const std::vector<const Finding *> &Findings);

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_ACTIONS_H
