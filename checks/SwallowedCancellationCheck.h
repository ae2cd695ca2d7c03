// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
/// Finds handlers around a co_await that take the cancellation of the awaited
/// library and let nobody know of it.
//
//   Before: try { co_await work(); } catch (...) { log(); }
//   After:  try { co_await work(); }
//           catch (const folly::OperationCancelled &) { throw; }
//           catch (...) { log(); }

#ifndef ASYNC_TIDY_SWALLOWEDCANCELLATIONCHECK_H
#define ASYNC_TIDY_SWALLOWEDCANCELLATIONCHECK_H

#include "AsyncBase.h"

#include <string>
#include <vector>

namespace async_tidy {

class SwallowedCancellationCheck final : public AsyncBase {
  static constexpr OptionInfo CancellationTypes{
      "CancellationTypes", "",
      "Further exception types that mean cancellation, by full name, separated "
      "by semicolons."};
  static constexpr std::array Own = {CancellationTypes};

public:
  static constexpr CheckInfo Info{
      .Id = Rule::SwallowedCancellation,
      .Name = "async-swallowed-cancellation",
      .Summary = "Finds handlers around a co_await that swallow cancellation.",
      .Fix = FixKind::Sometimes,
      .Since = "0.1",
      .Options = Own};

  SwallowedCancellationCheck(llvm::StringRef Name,
                             clang::tidy::ClangTidyContext *Context);

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  std::vector<std::string> ExtraTypes;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_SWALLOWEDCANCELLATIONCHECK_H
