// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a check have, whatever nodes it looks at?
//
//   AsyncBase   options, rows, and how an edit is attached to a finding
//     ├─ AsyncCheck   checks of calls: one verdict per call (AsyncCheck.h)
//     └─ checks of handlers, variables and statements, which judge by a
//        predicate of core/ and have findings of their own
//
// A check lives for one translation unit and is used by one thread.

#ifndef ASYNC_TIDY_ASYNCBASE_H
#define ASYNC_TIDY_ASYNCBASE_H

#include "AsyncOptions.h"
#include "IncludeLedger.h"
#include "ShippedRows.h"
#include "ast/CodeSite.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "core/Recipe.h"
#include "llvm/ADT/DenseSet.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace async_tidy {

/// Who looks at the findings. In an editor a person is there to fill in a
/// duration, chooses an edit by its title and follows a note to its place.
enum class Audience : std::uint8_t { Batch, Editor };

/// Tells the checks of this process who looks. Call it before any analysis.
void setAudience(Audience Who);
Audience audience();
/// What is known of a finding beside its message. Valid during the
/// notification only.
struct FindingReport {
  llvm::StringRef Check;
  clang::SourceLocation Loc;
  Age Code;
  CodeIdentity Identity;
  const clang::SourceManager &Sources;
};

/// Hands every finding of the process to \p Listener, also those that NOLINT
/// then silences: for the command, which counts existing findings and knows
/// them again. Call it before any analysis starts; the listener is called on
/// the thread that analyses the file.
void setFindingListener(std::function<void(const FindingReport &)> Listener);

class AsyncBase : public clang::tidy::ClangTidyCheck {
public:
  AsyncBase(const CheckInfo &Info, llvm::StringRef Name,
            clang::tidy::ClangTidyContext *Context);

  bool isLanguageVersionSupported(
      const clang::LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus11;
  }
  /// Matches what all checks look at; to be called before a check's own.
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  /// All headers have been included: the rows are complete.
  void onStartOfTranslationUnit() override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) final;

protected:
  const Settings &settings() const { return Team; }
  /// The rows, for the current translation unit.
  const Resolver &rows();
  /// Whether \p Loc is worth a look: not in a system header and not exempt.
  bool isOurs(clang::SourceLocation Loc, const clang::SourceManager &SM) const;
  /// How loud the team wants findings about \p Library.
  static clang::DiagnosticIDs::Level levelOf(const AsyncLibrary &Library);
  /// True once for each place: templates are visited once per instantiation,
  /// operands of co_await more than once.
  bool firstTime(clang::SourceLocation Loc) { return Seen.insert(Loc).second; }
  RuleSet enabledRules() const;
  /// The parts of the check's own option \p Own, a list with semicolons.
  std::vector<std::string> listOption(const OptionInfo &Own) const;

  /// Hangs \p Edits on the finding \p Warning at \p Loc. Safe ones go on the
  /// warning, and \p What says what they do; unsafe ones on a note that says
  /// \p What, the caveat. An editor shows notes with edits as quick fixes of
  /// that title, so there safe ones are on a note as well and unsafe ones are
  /// called so.
  /// Tells the listener of a finding at \p Loc about the code at \p Site. Each
  /// check says so for each of its findings.
  void reported(clang::SourceLocation Loc, const CodeSite &Site,
                clang::ASTContext &AST);

  /// Hangs \p Edits on the finding \p Warning at \p Loc if they are safe, or
  /// else on a note that says \p Caveat.
  void attach(clang::DiagnosticBuilder Warning, clang::SourceLocation Loc,
              const Hints &Edits, Safety How, llvm::StringRef What);
  /// Notes \p Parts of a finding at \p Loc that are on other lines, if there
  /// is a line filter: clang-tidy keeps a finding if the line of one of its
  /// notes is in the filter, so an edit of any part brings the finding back.
  /// An editor shows them as places to go to.
  void noteParts(llvm::ArrayRef<clang::SourceLocation> Parts,
                 clang::SourceLocation Loc, llvm::StringRef Text,
                 const clang::SourceManager &SM);

  const CheckInfo &Info;
  clang::tidy::ClangTidyContext &Tidy;
  Settings Team;
  Exemptions Exempt;
  std::shared_ptr<IncludeLedger> Includes;

private:
  std::shared_ptr<ShippedRows> Shipped;
  const clang::Preprocessor *PP = nullptr;
  std::optional<Resolver> Rows;
  llvm::DenseSet<clang::SourceLocation> Seen;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_ASYNCBASE_H
