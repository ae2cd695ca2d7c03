// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See NameInScope.h.

#include "NameInScope.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ParentMapContext.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

const DeclContext *scopeOf(const Stmt &Place, ASTContext &Context) {
  DynTypedNode Node = DynTypedNode::create(Place);
  while (true) {
    const DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return nullptr;
    Node = Parents[0];
    if (const auto *D = Node.get<Decl>())
      return isa<DeclContext>(D) ? cast<DeclContext>(D) : D->getDeclContext();
  }
}

/// Whether \p D takes the place of the global namespace of the same name.
bool hides(const NamedDecl &D) {
  if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(&D))
    return !Alias->getNamespace()->getParent()->isTranslationUnit() ||
           Alias->getNamespace()->getIdentifier() != Alias->getIdentifier();
  return isa<NamespaceDecl, TypeDecl>(D);
}

} // namespace

std::string nameInScope(const std::string &FullName, const Stmt &Place,
                        ASTContext &Context) {
  const StringRef First = StringRef(FullName).split("::").first;
  if (First.empty() || First.size() == FullName.size())
    return FullName;
  const auto Known = Context.Idents.find(First);
  if (Known == Context.Idents.end())
    return FullName;
  for (const DeclContext *C = scopeOf(Place, Context);
       C && !C->isTranslationUnit(); C = C->getParent())
    if (isa<NamespaceDecl, CXXRecordDecl>(C))
      for (const NamedDecl *D : C->lookup(Known->getValue()))
        if (hides(*D))
          return "::" + FullName;
  return FullName;
}

GatherSpelling spellingInScope(GatherSpelling Spelling, const Stmt &Place,
                               ASTContext &Context) {
  for (std::string *Name :
       {&Spelling.Function, &Spelling.ReturnExceptions, &Spelling.Timeout})
    *Name = nameInScope(*Name, Place, Context);
  return Spelling;
}

} // namespace async_tidy
