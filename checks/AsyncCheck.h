// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do all checks of calls have in common?
//
//   matched node ──describe──> AsyncCall ──decide──> Verdict ──> report()
//
// The base of every check of calls: it matches by the last identifier alone,
// describes the call, asks decide() for the verdict, and lets the check put it
// into words. The edit is attached here, so that no check can forget the
// include or edit what another check edits. A check that looks at further
// nodes overrides registerMatchers() and check() and passes calls on.

#ifndef ASYNC_TIDY_ASYNCCHECK_H
#define ASYNC_TIDY_ASYNCCHECK_H

#include "AsyncBase.h"
#include "core/Decide.h"

#include <functional>
#include <optional>

namespace async_tidy {

/// What a check found out about one call, whether or not it warns. References
/// are valid during the notification only.
struct SiteReport {
  const CheckInfo &Check;
  const AsyncCall &Call;
  const Policy &Rules;
  const Verdict &Judgement;
  const clang::SourceManager &Sources;
};

/// Hands every described call of the process to \p Listener: for `--explain`
/// and the inventory. Call it before any analysis starts; the listener is
/// called on the thread that analyses the file.
void setSiteListener(std::function<void(const SiteReport &)> Listener);

class AsyncCheck : public AsyncBase {
public:
  using AsyncBase::AsyncBase;

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

protected:
  /// The finding in words: emits one warning for \p Call and returns it, so
  /// that an edit can be attached.
  virtual clang::DiagnosticBuilder report(const AsyncCall &Call,
                                          const Verdict &Judgement) = 0;

private:
  void attachEdit(const AsyncCall &Call, const Verdict &Judgement,
                  clang::DiagnosticBuilder Warning, clang::ASTContext &AST);
  void noteChildren(const AsyncCall &Call, const clang::SourceManager &SM);
  /// The rule whose finding carries the edit of \p Call.
  std::optional<Rule> owner(const AsyncCall &Call, const Verdict &Judgement,
                            const clang::SourceManager &SM) const;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_ASYNCCHECK_H
