// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which variant of a row is meant?
//
// Some primitives mean different things by template argument
// (`collectAll<Terminate>`), by the type of an argument
// (`async_wait(wait_for_one_error(), ...)`), of a child, or by the version of
// the library, which a macro tells. The first variant whose conditions all
// hold is taken.

#include "CallParts.h"
#include "Resolve.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// The value of an object-like macro that is one integer literal.
std::optional<unsigned long long> macroValue(const Preprocessor *PP,
                                             StringRef Name) {
  const IdentifierInfo *II = PP ? PP->getIdentifierInfo(Name) : nullptr;
  const MacroInfo *MI = II ? PP->getMacroInfo(II) : nullptr;
  if (!MI || MI->isFunctionLike() || MI->getNumTokens() != 1)
    return std::nullopt;
  StringRef Text;
  const std::string Spelling = PP->getSpelling(MI->getReplacementToken(0));
  Text = Spelling;
  Text = Text.rtrim("uUlL");
  unsigned long long Value = 0;
  if (Text.getAsInteger(0, Value))
    return std::nullopt;
  return Value;
}

/// The template arguments of the called function, or of the class that is
/// called: written ones in dependent code, all of them otherwise.
std::optional<TemplateArgument> templateArgument(const Expr &Site,
                                                 unsigned Index) {
  const auto FromList =
      [Index](ArrayRef<TemplateArgument> L) -> std::optional<TemplateArgument> {
    for (const TemplateArgument &A : L) {
      if (A.getKind() == TemplateArgument::Pack)
        break;
      if (&A - L.data() == Index)
        return A;
    }
    return std::nullopt;
  };
  const auto *Call = dyn_cast<CallExpr>(&Site);
  if (!Call)
    return std::nullopt;
  if (const FunctionDecl *Function = Call->getDirectCallee()) {
    if (const TemplateArgumentList *List =
            Function->getTemplateSpecializationArgs())
      return FromList(List->asArray());
    return std::nullopt;
  }
  const auto *Overload =
      dyn_cast<OverloadExpr>(Call->getCallee()->IgnoreParenImpCasts());
  if (Overload && Index < Overload->getNumTemplateArgs())
    return Overload->getTemplateArgs()[Index].getArgument();
  return std::nullopt;
}

/// The name of an enumerator that \p A stands for.
bool isEnumerator(const TemplateArgument &A, StringRef Name) {
  const size_t Colons = Name.rfind("::");
  const StringRef Leaf =
      Colons == StringRef::npos ? Name : Name.substr(Colons + 2);
  const Decl *Enum = nullptr;
  llvm::APSInt Value;
  if (A.getKind() == TemplateArgument::Integral) {
    const auto *Type = A.getIntegralType()->getAs<EnumType>();
    Enum = Type ? Type->getDecl() : nullptr;
    Value = A.getAsIntegral();
  } else if (A.getKind() == TemplateArgument::Expression) {
    const auto *Ref =
        dyn_cast<DeclRefExpr>(A.getAsExpr()->IgnoreParenImpCasts());
    return Ref && Ref->getDecl()->getIdentifier() &&
           Ref->getDecl()->getName() == Leaf;
  }
  if (!Enum)
    return false;
  for (const EnumConstantDecl *E : cast<EnumDecl>(Enum)->enumerators())
    if (llvm::APSInt::isSameValue(E->getInitVal(), Value))
      return E->getName() == Leaf;
  return false;
}

} // namespace

bool Resolver::holds(const VariantCondition &When, const Resolved &Row,
                     const Expr &Site, ArrayRef<const Expr *> Children) const {
  if (!When.Macro.empty()) {
    const auto Value = macroValue(PP, When.Macro);
    if (!Value || *Value < When.AtLeast)
      return false;
  }
  if (When.TemplateArgument) {
    const auto A = templateArgument(Site, *When.TemplateArgument);
    if (!A)
      return false;
    const bool Matches = A->getKind() == TemplateArgument::Type
                             ? isOfType(A->getAsType(), When.Is, *Row.Library)
                             : isEnumerator(*A, When.Is);
    if (!Matches)
      return false;
  }
  if (When.Argument) {
    const auto Args = writtenArguments(Site);
    if (*When.Argument >= Args.size() ||
        !isOfType(Args[*When.Argument]->getType(), When.Is, *Row.Library))
      return false;
  }
  if (!When.ResultType.empty() &&
      !isOfType(Site.getType(), When.ResultType, *Row.Library))
    return false;
  if (!When.ChildType.empty() &&
      llvm::none_of(Children, [&](const Expr *Child) {
        return isOfType(Child->getType(), When.ChildType, *Row.Library);
      }))
    return false;
  return true;
}

const Variant *Resolver::variant(const Resolved &Row, const Expr &Site,
                                 ArrayRef<const Expr *> Children) const {
  for (const Variant &V : Row.Row->Variants)
    if (holds(V.When, Row, Site, Children))
      return &V;
  return nullptr;
}

} // namespace async_tidy
