// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CancellationTypes.h.

#include "CancellationTypes.h"

#include "Resolve.h"

using namespace clang;
using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// The class called \p Name, a full name, if this translation unit has one.
const CXXRecordDecl *findClass(StringRef Name, const ASTContext &Context) {
  const DeclContext *Where = Context.getTranslationUnitDecl();
  SmallVector<StringRef, 4> Parts;
  Name.split(Parts, "::", -1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts) {
    const auto At = Context.Idents.find(Part);
    if (At == Context.Idents.end())
      return nullptr;
    const DeclContext *Next = nullptr;
    for (const NamedDecl *D : Where->lookup(At->getValue())) {
      D = D->getUnderlyingDecl();
      if (const auto *Alias = dyn_cast<TypedefNameDecl>(D))
        if (const auto *Record =
                Alias->getUnderlyingType()->getAsCXXRecordDecl())
          D = Record;
      if (isa<NamespaceDecl, CXXRecordDecl>(D))
        Next = cast<DeclContext>(D);
    }
    if (!Next)
      return nullptr;
    Where = Next;
  }
  return dyn_cast<CXXRecordDecl>(Where);
}

} // namespace

Surface surfaceOf(const AsyncLibrary &Library, const LibraryRoot &Root,
                  ArrayRef<std::string> Extra, const ASTContext &Context) {
  Surface Out;
  Out.Library = &Library;
  Out.Root = &Root;
  Out.Channel = Library.Channel;
  Out.Names = Library.CancellationTypes;
  const std::string First = Library.Roots.front().Namespace + "::";
  for (std::string &Name : Out.Names) // a vendored copy under another root
    if (&Root != &Library.Roots.front() && StringRef(Name).starts_with(First) &&
        !Root.Namespace.empty() && !findClass(Name, Context))
      Name = Root.Namespace + "::" + Name.substr(First.size());
  if (!Extra.empty()) {
    if (Out.Channel != CancellationChannel::ErrorCode)
      Out.Channel = CancellationChannel::Exception;
    Out.Names.insert(Out.Names.end(), Extra.begin(), Extra.end());
  }
  for (const std::string &Name : Out.Names)
    if (const CXXRecordDecl *Record = findClass(Name, Context))
      if (const CXXRecordDecl *Definition = Record->getDefinition())
        Out.Types.push_back(Definition);
  return Out;
}

Takes takesOf(const CXXCatchStmt &Catch, const Surface &S) {
  const QualType Caught = Catch.getCaughtType();
  if (Caught.isNull())
    return Takes::Everything;
  const CXXRecordDecl *Record =
      Caught.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !Record->getIdentifier())
    return Takes::Nothing;
  for (StringRef Name : S.Names) {
    if (!Resolver::isNamed(*Record, Name))
      continue;
    // The general exception that carries an error code is thrown for every
    // other failure, too.
    return S.Channel == CancellationChannel::ErrorCode &&
                   Record->getName() == "system_error"
               ? Takes::BaseClass
               : Takes::OwnType;
  }
  for (const CXXRecordDecl *Type : S.Types)
    if (Record->hasDefinition() && Type->isDerivedFrom(Record))
      return Takes::BaseClass;
  return S.Types.empty() && Resolver::isNamed(*Record, "std::exception")
             ? Takes::BaseClass
             : Takes::Nothing;
}

const CXXCatchStmt *firstTaker(const CXXTryStmt &Try, const Surface &S) {
  for (unsigned I = 0; I != Try.getNumHandlers(); ++I)
    if (takesOf(*Try.getHandler(I), S) != Takes::Nothing)
      return Try.getHandler(I);
  return nullptr;
}

} // namespace async_tidy
