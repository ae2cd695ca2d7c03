// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One run over the files of a project: from the sources to the exit code.

#ifndef ASYNC_TIDY_TOOL_SESSION_H
#define ASYNC_TIDY_TOOL_SESSION_H

#include "Conclude.h"
#include "formats/Outputs.h"
#include "options/Arguments.h"
#include "options/Configuration.h"
#include "results/ShardFile.h"
#include "sources/CompileDatabase.h"

namespace async_tidy::tool {

/// Prints what is wrong with the configuration of the files that \p Settings
/// was asked for; whether there was anything.
bool reportErrors(Configuration &Settings);

/// Analyses, fixes, prints. Returns the exit code.
int runSession(const Arguments &Args, const std::vector<Output> &Outputs,
               Project Files, Configuration &Settings);

/// Likewise with the analysis done by shards.
int reportMerged(Merged Done, const std::vector<Output> &Outputs,
                 Configuration &Settings);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_SESSION_H
