// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do the checks say of one source file?
//
// Runs in a worker process: clang parses the file with each of its compile
// commands, clang-tidy's engine runs the checks, and what they report is
// turned into plain data. Whatever happens to this process, it happens to this
// file only.

#ifndef ASYNC_TIDY_TOOL_ANALYSE_H
#define ASYNC_TIDY_TOOL_ANALYSE_H

#include "analysis/Bodies.h"
#include "options/Configuration.h"
#include "results/Obtain.h"
#include "sources/CompileDatabase.h"

namespace async_tidy::tool {

/// Analyses \p S as \p Args want it; findings outside \p Where may be left out.
/// The configuration is read again, for this process; it was found sound
/// before.
Analysed analyse(const Source &S, const Arguments &Args, const Reported &Where);

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_ANALYSE_H
