// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See AsyncCall.h: row, children and surroundings come together here.

#include "AsyncCall.h"

#include "../core/Predicates.h"
#include "CallParts.h"
#include "ChildWork.h"
#include "Children.h"
#include "KeptChildren.h"
#include "Obstacles.h"
#include "Surroundings.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// The caret of a call: the name that is called, not its qualifier.
SourceLocation nameLocation(const Expr &Site) {
  if (const auto *Call = dyn_cast<CallExpr>(&Site)) {
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
    const Expr *Callee = Operator && Operator->getOperator() == OO_Call
                             ? Operator->getArg(0)
                             : Call->getCallee();
    Callee = Callee->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(Callee))
      return Member->getMemberLoc();
    return Callee->getExprLoc();
  }
  return Site.getExprLoc();
}

/// The text that names the primitive, from its qualifier to its last token
/// before the arguments.
SourceRange calleeRange(const Expr &Site) {
  if (const auto *Call = dyn_cast<CallExpr>(&Site)) {
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
    if (Operator && Operator->getOperator() == OO_Call)
      return Operator->getArg(0)->getSourceRange();
    return Operator ? SourceRange() : Call->getCallee()->getSourceRange();
  }
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Site)) {
    const SourceRange Parens = Construct->getParenOrBraceRange();
    if (Parens.isValid())
      return {Construct->getBeginLoc(), Parens.getBegin().getLocWithOffset(-1)};
  }
  return {};
}

Context contextOf(const Expr &Site, const Anchors &At, bool InInstantiation,
                  const ASTContext &Ctx) {
  if (Site.isInstantiationDependent())
    return Context::Dependent;
  if (InInstantiation)
    return Context::Instantiation;
  const SourceManager &SM = Ctx.getSourceManager();
  const SourceRange Range = Site.getSourceRange();
  const auto Locations = {Range.getBegin(), Range.getEnd(), At.Loc};
  if (llvm::none_of(Locations, [](SourceLocation L) { return L.isMacroID(); }))
    return Context::Plain;
  const CharSourceRange File = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(Range), SM, Ctx.getLangOpts());
  if (File.isInvalid() ||
      (At.Loc.isMacroID() && !SM.isMacroArgExpansion(At.Loc)))
    return Context::MacroBody;
  return At.Loc.isMacroID() ? Context::MacroArgument : Context::Plain;
}

bool isPackedValue(const Expr &Child) {
  const auto Names = namesAlong(Child);
  return !Names.empty() &&
         (Names.back() == "just" || Names.back() == "just_error" ||
          Names.back() == "just_stopped" || Names.back() == "just_done");
}

/// Whether a call of role \p Kind waits for nothing: a gather of no children
/// ends at once, and a sender `when_all(just(1), just(2))` only packs values.
bool waitsForNothing(Role Kind, const ChildList &List) {
  if (List.Exprs.empty())
    return isGather(Kind) && List.Count == Children::None;
  return llvm::all_of(List.Exprs,
                      [](const Expr *E) { return isPackedValue(*E); });
}

/// Whether some option of a safe gather is the one that its row calls
/// \p Spelling; `timeout_at` is a timeout, too.
bool hasOption(const ChildList &Children, StringRef Spelling) {
  const size_t Colons = Spelling.rfind("::");
  const StringRef Leaf =
      Colons == StringRef::npos ? Spelling : Spelling.substr(Colons + 2);
  return !Leaf.empty() &&
         llvm::any_of(Children.Options, [Leaf](const Expr *Option) {
           StringRef Name = mentionedName(*Option);
           Name.consume_back("_at");
           return Name == Leaf;
         });
}

bool everyChildHandlesItsFailure(const ChildList &Children) {
  return !Children.Exprs.empty() &&
         llvm::all_of(Children.Exprs,
                      [](const Expr *E) { return handlesItsFailure(*E); });
}

/// A timer is one beside other work: timers that race each other bound nothing.
Timer clockAmong(const ChildList &Children) {
  const auto Timers =
      llvm::count_if(Children.Exprs, [](const Expr *E) { return isTimer(*E); });
  return Timers != 0 && std::size_t(Timers) != Children.Exprs.size()
             ? Timer::AmongChildren
             : Timer::None;
}

Capture captureOf(const Resolved &Primitive, const RowFacts &Row,
                  const ChildList &Children) {
  if (hasOption(Children, Primitive.Row->CaptureSpelling))
    return Capture::ByOption;
  if (Row.What == Reports::PerChild)
    return Capture::ByPrimitive;
  return everyChildHandlesItsFailure(Children) ? Capture::ByEveryChild
                                               : Capture::None;
}

DeadlineSource deadlineOfCall(const Resolved &Primitive, const RowFacts &Row,
                              const ChildList &Children, DeadlineSource Around,
                              const Resolver &Rows) {
  if (Row.Bound == Deadline::Cancelling ||
      hasOption(Children, Primitive.Row->TimeoutSpelling))
    return DeadlineSource::OnCall;
  if (Around != DeadlineSource::None && Around != DeadlineSource::OrphaningOnly)
    return Around;
  const bool EveryChild =
      !Children.Exprs.empty() &&
      llvm::all_of(Children.Exprs, [&Rows](const Expr *E) {
        return deadlineOf(*strip(E), Rows) == Deadline::Cancelling;
      });
  if (EveryChild)
    return DeadlineSource::OnEveryChild;
  if (endsWithFirst(Row) && clockAmong(Children) == Timer::AmongChildren)
    return DeadlineSource::RacingTimer;
  return Row.Bound == Deadline::Orphaning ? DeadlineSource::OrphaningOnly
                                          : Around;
}

/// Whether a library, or safe_gather itself, calls its own primitive in one of
/// its headers: that is its business.
bool isImplementation(const Decl &Function, const Expr &Site,
                      const ASTContext &Ctx, const Resolved &Row) {
  const SourceManager &SM = Ctx.getSourceManager();
  if (SM.isInMainFile(SM.getExpansionLoc(Site.getBeginLoc())))
    return false;
  for (const DeclContext *C = Function.getDeclContext(); C; C = C->getParent())
    if (const auto *NS = dyn_cast<NamespaceDecl>(C))
      if (Resolver::isNamed(*NS, Row.Root->Namespace) ||
          Resolver::isNamed(*NS, "safe_async"))
        return true;
  return false;
}

} // namespace

std::string AsyncCall::displayName() const {
  StringRef Callee = Row.Row->Callee;
  if (Row.Row->Form == Shape::Operator)
    return Callee.substr(Callee.rfind("operator") + 8).str();
  return Row.Root->Namespace.empty()
             ? Callee.str()
             : Row.Root->Namespace + "::" + Callee.str();
}

StringRef AsyncCall::pitfall() const {
  return Special && !Special->Pitfall.empty() ? StringRef(Special->Pitfall)
                                              : StringRef(Row.Row->Pitfall);
}

std::optional<AsyncCall> Describer::describe(const Expr &Site) const {
  const Resolved Row = Rows.call(Site);
  if (!Row)
    return std::nullopt;

  AsyncCall Call;
  Call.Row = Row;
  Call.At.Site = &Site;
  const ChildList Children = findChildren(Site, Row, Rows, Call.At);
  const Surroundings Around = look(Context, Site, Row, Children, Rows, Words);
  if (Around.Runs == Evaluation::Unevaluated || Around.Whole)
    return std::nullopt;
  if (Row.How == Certainty::Lookup && !Around.DirectlyAwaited)
    return std::nullopt;
  if (waitsForNothing(Row.Row->Facts.Kind, Children))
    return std::nullopt;
  if (Around.Enclosing &&
      isImplementation(*Around.Enclosing, Site, Context, Row))
    return std::nullopt;

  Call.Special = Rows.variant(Row, Site, Children.Exprs);
  Call.Facts.Row = Call.Special ? Call.Special->Facts : Row.Row->Facts;
  Call.At.Loc = Call.At.Operators.empty() ? nameLocation(Site)
                                          : Call.At.Operators.front();
  Call.At.Callee = calleeRange(Site);
  Call.At.Children.assign(Children.Exprs.begin(), Children.Exprs.end());
  Call.At.Function = Around.Function;
  Call.At.RegionName = Around.RegionName;
  Call.At.Taker = Around.Taker;
  Call.At.TakerRow = Around.TakerRow;

  SiteFacts &S = Call.Facts.Site;
  S.Count = Children.Count;
  S.Where = Around.Where;
  if (S.Where == Region::Ordinary && !Children.Exprs.empty() &&
      llvm::all_of(Children.Exprs,
                   [this](const Expr *E) { return isCleanupWork(*E, Words); }))
    S.Where = Region::CleanupChildren;
  S.Captured = captureOf(Row, Call.Facts.Row, Children);
  S.Deadline =
      deadlineOfCall(Row, Call.Facts.Row, Children, Around.Deadline, Rows);
  for (const Expr *Child : Children.Exprs)
    if (S.Duration == Work::Unknown)
      S.Duration = durationOf(*Child, Rows, Words);
  if (Call.Facts.Row.Kind == Role::Io)
    S.Duration = Work::IoRow;
  S.Clock = clockAmong(Children);
  S.Result = Around.Result;
  S.Results = Around.Results;
  if (everyChildHandlesItsFailure(Children))
    S.Results = Inspection::NoFailures;
  else if (areKept(Children, Site, Around.Enclosing, Rows, Context))
    S.Results = Inspection::HandedOver;
  S.In = contextOf(Site, Call.At, Around.InInstantiation, Context);
  S.Obstacle = obstacleOf(Call, Children, Context, Rows);
  return Call;
}

} // namespace async_tidy
