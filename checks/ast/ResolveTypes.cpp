// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From a type or declaration to its library; see Resolve.h.

#include "Resolve.h"

#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

const CXXRecordDecl *recordOf(QualType T) {
  return T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
}

} // namespace

ResolvedType Resolver::type(QualType Type) const {
  const CXXRecordDecl *Record = recordOf(Type);
  if (!Record || !Record->getIdentifier())
    return {};
  for (const TypeRef &Candidate : Index.types(Record->getName()))
    if (const LibraryRoot *Root =
            rootOf(*Record, *Candidate.Library, Candidate.Row->Name))
      return {Candidate.Library, Candidate.Row, Root};
  return {};
}

bool Resolver::couldBeType(QualType Type, const LibraryIndex &Index) {
  const CXXRecordDecl *Record = recordOf(Type);
  return Record && Record->getIdentifier() &&
         !Index.types(Record->getName()).empty();
}

Home Resolver::home(const Decl &D) const {
  for (const DeclContext *C = D.getDeclContext(); C; C = C->getParent()) {
    const auto *NS = dyn_cast<NamespaceDecl>(C);
    if (!NS || NS->isInline() || NS->isAnonymousNamespace())
      continue;
    for (const AsyncLibrary &Library : Index.libraries())
      for (const LibraryRoot &Root : Library.Roots)
        if (!Root.Namespace.empty() && isNamed(*NS, Root.Namespace))
          return {&Library, &Root};
  }
  return {};
}

bool Resolver::isImplementation(const Decl &D, const SourceManager &SM) const {
  return !SM.isInMainFile(SM.getExpansionLoc(D.getLocation())) &&
         static_cast<bool>(home(D));
}

bool Resolver::isOfType(QualType Type, StringRef Name,
                        const AsyncLibrary &Library) const {
  const CXXRecordDecl *Record = recordOf(Type);
  return Record && Record->getIdentifier() &&
         (isNamed(*Record, Name) || rootOf(*Record, Library, Name));
}

} // namespace async_tidy
