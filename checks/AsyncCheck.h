// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do all checks have in common?
//
//   matched node ──describe──> AsyncCall ──decide──> Verdict ──> report()
//
// The base of every check: it matches by the last identifier alone, describes
// the call, asks decide() for the verdict, and lets the check put it into
// words. The edit is attached here, so that no check can forget the include
// or edit what another check edits.
//
// A check lives for one translation unit and is used by one thread.

#ifndef ASYNC_TIDY_ASYNCCHECK_H
#define ASYNC_TIDY_ASYNCCHECK_H

#include "AsyncOptions.h"
#include "IncludeLedger.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "core/Decide.h"
#include "llvm/ADT/DenseSet.h"

#include <functional>
#include <memory>
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

/// Who looks at the findings: only in an editor is a person there to fill in
/// a duration.
enum class Audience : std::uint8_t { Batch, Editor };

/// Tells the checks of this process who looks. Call it before any analysis.
void setAudience(Audience Who);

class AsyncCheck : public clang::tidy::ClangTidyCheck {
public:
  AsyncCheck(const CheckInfo &Info, llvm::StringRef Name,
             clang::tidy::ClangTidyContext *Context);

  bool isLanguageVersionSupported(
      const clang::LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus11;
  }
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) final;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &Result) final;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) final;

protected:
  /// The finding in words: emits one warning for \p Call and returns it, so
  /// that an edit can be attached.
  virtual clang::DiagnosticBuilder report(const AsyncCall &Call,
                                          const Verdict &Judgement) = 0;
  const Settings &settings() const { return Team; }

private:
  void attachEdit(const AsyncCall &Call, const Verdict &Judgement,
                  clang::DiagnosticBuilder Warning, clang::ASTContext &AST);
  void noteChildren(const AsyncCall &Call, const clang::SourceManager &SM);
  /// The rule whose finding carries the edit of \p Call.
  std::optional<Rule> owner(const AsyncCall &Call, const Verdict &Judgement,
                            const clang::SourceManager &SM) const;
  RuleSet enabledRules() const;

  const CheckInfo &Info;
  clang::tidy::ClangTidyContext &Tidy;
  Settings Team;
  std::shared_ptr<IncludeLedger> Includes;
  const clang::Preprocessor *PP = nullptr;
  std::optional<Resolver> Rows;
  /// Places that were reported already: templates are visited once per
  /// instantiation, operands of co_await more than once.
  llvm::DenseSet<clang::SourceLocation> Seen;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_ASYNCCHECK_H
