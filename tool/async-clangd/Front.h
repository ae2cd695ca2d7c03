// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How can clangd's answers be added to without a second server?
//
//   editor ──stdin──> reader thread ──pipe──> clangd's stdin
//   editor <──stdout── writer thread <──pipe── clangd's stdout
//
// clangd runs in this process and believes that it talks to the editor. Two
// threads carry the messages and let a Conversation look at them. One process,
// so whatever ends clangd ends the server, and the editor notices as always.

#ifndef ASYNC_TIDY_CLANGD_FRONT_H
#define ASYNC_TIDY_CLANGD_FRONT_H

namespace async_tidy::clangd {

/// Puts the pipes in place of standard input and output and starts the
/// threads. Call it once, before anything is read or written. When the process
/// ends by exit() or from main(), what clangd wrote is still delivered.
/// Without pipes (out of descriptors) clangd talks to the editor itself.
void startFront();

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_FRONT_H
