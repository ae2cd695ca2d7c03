// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds children that are started first and then awaited one by one: when one
/// fails, nobody awaits the rest.
//
//   Before: auto a = fetch(); auto b = fetch();
//           use(co_await std::move(a), co_await std::move(b));
//   After:  a gather that joins both

#ifndef ASYNC_TIDY_HANDROLLEDGATHERCHECK_H
#define ASYNC_TIDY_HANDROLLEDGATHERCHECK_H

#include "AsyncBase.h"

namespace async_tidy {

class HandRolledGatherCheck final : public AsyncBase {
  static constexpr OptionInfo SequentialCloses{
      "SequentialCloses", "false",
      "Also finds cleanup calls that are awaited one after the other, so that "
      "the first failure skips the rest."};
  static constexpr std::array Own = {SequentialCloses};

public:
  static constexpr CheckInfo Info{
      .Id = Rule::HandRolledGather,
      .Name = "async-hand-rolled-gather",
      .Summary =
          "Finds children that are started first and awaited one by one.",
      .Fix = FixKind::Never,
      .Since = "0.1",
      .Options = Own};

  HandRolledGatherCheck(llvm::StringRef Name,
                        clang::tidy::ClangTidyContext *Context)
      : AsyncBase(Info, Name, Context),
        ReportsCloses(readOption(Options, SequentialCloses) == "true") {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void reportCloses(const clang::CompoundStmt &Block, clang::ASTContext &AST);

  const bool ReportsCloses;
  llvm::DenseSet<const clang::FunctionDecl *> Visited;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_HANDROLLEDGATHERCHECK_H
