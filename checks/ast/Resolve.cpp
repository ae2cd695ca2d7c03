// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From an expression to its row; see Resolve.h. Each branch of call() names
// the code shape it means.

#include "Resolve.h"

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// The last component of a name as rows write it.
StringRef leafOf(const NamedDecl &D) {
  const DeclarationName Name = D.getDeclName();
  if (const IdentifierInfo *II = Name.getAsIdentifierInfo())
    return II->getName();
  switch (Name.getCXXOverloadedOperator()) {
  case OO_AmpAmp:
    return "operator&&";
  case OO_PipePipe:
    return "operator||";
  case OO_Pipe:
    return "operator|";
  case OO_Amp:
    return "operator&";
  case OO_Plus:
    return "operator+";
  default:
    return {};
  }
}

/// What namespace a root macro stands for: `#define ROOT a::b` → "a::b".
std::optional<std::string> expansionOf(const Preprocessor &PP, StringRef Name) {
  const IdentifierInfo *II = PP.getIdentifierInfo(Name);
  const MacroInfo *MI = II ? PP.getMacroInfo(II) : nullptr;
  if (!MI || MI->isFunctionLike())
    return std::nullopt;
  std::string Text;
  for (const Token &T : MI->tokens())
    Text += PP.getSpelling(T);
  return Text;
}

const CXXRecordDecl *recordOf(QualType T) {
  if (T.isNull())
    return nullptr;
  return T.getNonReferenceType()->getAsCXXRecordDecl();
}

/// The expression with parentheses, casts and temporaries around it removed.
const Expr *bare(const Expr *E) {
  return E->IgnoreParenImpCasts()->IgnoreUnlessSpelledInSource();
}

/// Drops the last "::component" of \p Path and returns it.
StringRef popComponent(StringRef &Path) {
  const size_t Colons = Path.rfind("::");
  StringRef Last = Colons == StringRef::npos ? Path : Path.substr(Colons + 2);
  Path = Colons == StringRef::npos ? StringRef() : Path.substr(0, Colons);
  return Last;
}

} // namespace

bool Resolver::isNamed(const NamedDecl &D, StringRef Name) {
  if (popComponent(Name) != leafOf(D))
    return false;
  for (const DeclContext *C = D.getDeclContext(); !C->isTranslationUnit();
       C = C->getParent()) {
    if (C->isTransparentContext()) // extern "C++", export
      continue;
    if (const auto *NS = dyn_cast<NamespaceDecl>(C))
      if (NS->isInline() || NS->isAnonymousNamespace())
        continue;
    const auto *Named = dyn_cast<NamedDecl>(C);
    if (!Named || Name.empty() || popComponent(Name) != leafOf(*Named))
      return false;
  }
  return Name.empty();
}

Resolver::Resolver(const LibraryIndex &Index, const Preprocessor *PP)
    : Index(Index), PP(PP) {
  if (!PP)
    return;
  for (const AsyncLibrary &Library : Index.libraries())
    for (const LibraryRoot &Root : Library.Roots)
      if (!Root.Macro.empty())
        if (std::optional<std::string> Text = expansionOf(*PP, Root.Macro))
          Renamed.emplace_back(&Root, std::move(*Text));
}

const LibraryRoot *Resolver::rootOf(const NamedDecl &D,
                                    const AsyncLibrary &Library,
                                    StringRef Relative) const {
  if (Relative.consume_front("::")) // a full name, whatever the root
    return isNamed(D, Relative) ? &Library.Roots.front() : nullptr;
  for (const LibraryRoot &Root : Library.Roots) {
    StringRef Namespace = Root.Namespace;
    for (const auto &[Which, Text] : Renamed)
      if (Which == &Root)
        Namespace = Text;
    Namespace.consume_front("::");
    const std::string Full = Namespace.empty()
                                 ? Relative.str()
                                 : (Namespace + "::" + Relative).str();
    if (isNamed(D, Full))
      return &Root;
  }
  return nullptr;
}

Resolved Resolver::matching(const NamedDecl *D) const {
  if (!D)
    return {};
  const StringRef Leaf = leafOf(*D);
  if (Leaf.empty())
    return {};
  for (const RowRef &Candidate : Index.calls(Leaf))
    if (const LibraryRoot *Root =
            rootOf(*D, *Candidate.Library, Candidate.Row->Callee))
      return {Candidate.Library, Candidate.Row, Root, Certainty::Declared};
  return {};
}

Resolved Resolver::matchingClass(QualType ObjectType) const {
  const CXXRecordDecl *Record = recordOf(ObjectType);
  if (!Record || !Record->getIdentifier())
    return {};
  for (const RowRef &Candidate : Index.callClasses(Record->getName()))
    if (const LibraryRoot *Root =
            rootOf(*Record, *Candidate.Library, Candidate.Row->Class))
      return {Candidate.Library, Candidate.Row, Root, Certainty::Declared};
  return {};
}

Resolved Resolver::reference(const Expr &E) const {
  const Expr *Callee = bare(&E);
  // when_all, alias_of_when_all, when_all_t{}
  if (Resolved R = matchingClass(Callee->getType()))
    return R;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee))
    return matching(Ref->getDecl());
  return {};
}

Resolved Resolver::call(const Expr &E) const {
  // all(f, g): the constructor of a class is the call. Copies are not.
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E)) {
    const CXXConstructorDecl *Ctor = Construct->getConstructor();
    if (Ctor->isCopyOrMoveConstructor())
      return {};
    return matching(Ctor->getParent());
  }
  // all(f, g) with dependent arguments.
  if (const auto *Construct = dyn_cast<CXXUnresolvedConstructExpr>(&E)) {
    Resolved R;
    const QualType T = Construct->getTypeAsWritten();
    if (const auto *Deduced = T->getAs<DeducedTemplateSpecializationType>())
      R = matching(Deduced->getTemplateName().getAsTemplateDecl());
    else
      R = matching(recordOf(T));
    R.How = Certainty::Lookup;
    return R;
  }

  const auto *Call = dyn_cast<CallExpr>(&E);
  if (!Call)
    return {};

  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
      Operator && Operator->getOperator() == OO_Call)
    // object(a, b), also through an alias or a copy of the object.
    return reference(*Operator->getArg(0));

  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    const CXXMethodDecl *Method = Member->getMethodDecl();
    // object.operator()(a, b)
    if (Method && Method->getOverloadedOperator() == OO_Call)
      return reference(*Member->getImplicitObjectArgument());
    return matching(Method);
  }

  if (const FunctionDecl *Function = Call->getDirectCallee())
    return indirection(E) == Indirection::None ? matching(Function)
                                               : reference(*Call->getArg(0));

  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  // object(a, b) with dependent arguments.
  if (isa<DeclRefExpr>(Callee)) {
    Resolved R = reference(*Callee);
    R.How = Certainty::Lookup;
    return R;
  }
  // function(a, b) or a && b with dependent operands: all that lookup found
  // must be the same primitive.
  if (const auto *Lookup = dyn_cast<UnresolvedLookupExpr>(Callee)) {
    Resolved R;
    for (const NamedDecl *Found : Lookup->decls()) {
      const Resolved One = matching(Found->getUnderlyingDecl());
      if (!One || (R && R.Row != One.Row))
        return {};
      R = One;
    }
    R.How = Certainty::Lookup;
    return R;
  }
  return {};
}

Indirection Resolver::indirection(const Expr &E) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  const FunctionDecl *Function = Call ? Call->getDirectCallee() : nullptr;
  if (!Function || !Function->getIdentifier() ||
      !Function->isInStdNamespace() || Call->getNumArgs() == 0)
    return Indirection::None;
  if (Function->getName() == "invoke")
    return Indirection::Invoke;
  return Function->getName() == "apply" ? Indirection::Apply
                                        : Indirection::None;
}

bool Resolver::couldCall(const Expr &E, const LibraryIndex &Index) {
  const auto Known = [&Index](const NamedDecl *D) {
    return D && !Index.calls(leafOf(*D)).empty();
  };
  const auto KnownObject = [&](const Expr *Object) {
    Object = bare(Object);
    const CXXRecordDecl *Record = recordOf(Object->getType());
    if (Record && Record->getIdentifier() &&
        !Index.callClasses(Record->getName()).empty())
      return true;
    const auto *Ref = dyn_cast<DeclRefExpr>(Object);
    return Ref && Known(Ref->getDecl());
  };
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E))
    return Known(Construct->getConstructor()->getParent());
  if (const auto *Construct = dyn_cast<CXXUnresolvedConstructExpr>(&E)) {
    const QualType T = Construct->getTypeAsWritten();
    const auto *Deduced = T->getAs<DeducedTemplateSpecializationType>();
    return Known(Deduced ? Deduced->getTemplateName().getAsTemplateDecl()
                         : static_cast<const NamedDecl *>(recordOf(T)));
  }
  const auto *Call = dyn_cast<CallExpr>(&E);
  if (!Call)
    return false;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
      Operator && Operator->getOperator() == OO_Call)
    return KnownObject(Operator->getArg(0));
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    const CXXMethodDecl *Method = Member->getMethodDecl();
    return Method && Method->getOverloadedOperator() == OO_Call
               ? KnownObject(Member->getImplicitObjectArgument())
               : Known(Method);
  }
  if (const FunctionDecl *Function = Call->getDirectCallee())
    return Known(Function) || (indirection(E) != Indirection::None &&
                               KnownObject(Call->getArg(0)));
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (const auto *Lookup = dyn_cast<UnresolvedLookupExpr>(Callee))
    return Lookup->getNumDecls() != 0 &&
           Known((*Lookup->decls_begin())->getUnderlyingDecl());
  return isa<DeclRefExpr>(Callee) && KnownObject(Callee);
}

} // namespace async_tidy
