// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How can a fix be tried without writing it?
//
//   --diff: edits ──> drafts ──> analysed again as if written ──> one patch
//
// A draft is the content that a file would have. Every file that is analysed is
// read through InputFiles, which prefers the draft; so --diff takes the same
// rounds as --fix, takes back what does not compile, and its patch is what
// --fix would have written.

#ifndef ASYNC_TIDY_TOOL_DRAFTS_H
#define ASYNC_TIDY_TOOL_DRAFTS_H

#include "fixes/Fix.h"

namespace async_tidy::tool {

/// The drafts of this process by canonical path; none at first. Workers inherit
/// them when they are forked. Change them only between two analyses.
std::map<std::string, std::string> &drafts();

/// What identifies a draft: no file on disk has this state.
Stamp stampOfDraft(const std::string &Content);

/// As writeEdits(), into drafts. Files may be read-only.
FixResult draftEdits(const FixPlan &Plan, const std::vector<Finding> &Findings,
                     Fixes Which, const std::vector<FileResult> &Results,
                     const ContentMaker &Make);

/// As restore().
std::string restoreDraft(const Backup &B);

/// The patch that makes the drafts of the files below \p Root true. A file that
/// is elsewhere or changed since it was read is left out and said in
/// \p Problems.
std::string patchOfDrafts(const std::string &Root,
                          const std::vector<FileResult> &Results,
                          std::vector<std::string> &Problems);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_DRAFTS_H
