// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async-clangd: clangd with our checks, for every editor that speaks LSP.
//
// clangd cannot load plugins, so it is linked in and entered here; everything
// it can do, it still does, with the same flags and files. Our checks come in
// by their registration (checks/Module.cpp) and ClangdHooks.cpp; what clangd
// does not offer, fixing all and suppressing, is added by the front (Front.h),
// and what is new code is asked of the project (ProjectReview.h).

#include "AsyncCheck.h"
#include "Front.h"
#include "ProjectReview.h"

namespace clang::clangd {
/// clangd's main(), of libclangdMain.a, which comes without a header.
int clangdMain(int Argc, char **Argv);
} // namespace clang::clangd

int main(int Argc, char **Argv) {
  async_tidy::setAudience(async_tidy::Audience::Editor);
  async_tidy::setFindingListener([](const async_tidy::FindingReport &Report) {
    async_tidy::clangd::ProjectReview::instance().add(Report);
  });
  async_tidy::clangd::startFront();
  return clang::clangd::clangdMain(Argc, Argv);
}
