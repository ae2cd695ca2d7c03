// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CancellationReach.h. Plain values are numbers, characters and what the
// standard library makes of them; anything else may carry a request.

#include "CancellationReach.h"

#include "CallParts.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

/// Whether the library knows of requests to stop by tokens only.
bool goesByToken(const AsyncLibrary &Library) {
  const auto Any = [&](Cancellation How) {
    return llvm::any_of(Library.Calls, [How](const CallRow &Row) {
      return Row.Facts.Cancel == How;
    });
  };
  return Any(Cancellation::ExplicitToken) && !Any(Cancellation::Implicit);
}

bool isPlainValue(QualType T) {
  T = T.getNonReferenceType().getUnqualifiedType();
  while (T->isAnyPointerType())
    T = T->getPointeeType();
  if (const auto *Array = T->getAsArrayTypeUnsafe())
    T = Array->getElementType();
  if (T->isArithmeticType() || T->isEnumeralType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->isInStdNamespace() ||
      Record->getName() == "stop_token" || Record->getName() == "function" ||
      Record->getName() == "move_only_function")
    return false;
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  return !Special ||
         llvm::all_of(Special->getTemplateArgs().asArray(),
                      [](const TemplateArgument &A) {
                        return A.getKind() != TemplateArgument::Type ||
                               isPlainValue(A.getAsType());
                      });
}

bool speaksOfCancellation(StringRef Name) {
  static constexpr StringRef Words[] = {"abort", "cancel", "interrupt", "stop"};
  return llvm::any_of(Words, [Name](StringRef Word) {
    return Name.contains_insensitive(Word);
  });
}

} // namespace

bool isOutOfReach(const Expr &E, const Resolver &Rows) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  const auto *Callee =
      Call ? dyn_cast_or_null<FunctionDecl>(Call->getCalleeDecl()) : nullptr;
  if (!Callee || isa<CXXMethodDecl>(Callee) || !Callee->getIdentifier() ||
      speaksOfCancellation(Callee->getName()) || Rows.call(E))
    return false;
  const Home From = Rows.home(*Callee);
  return From && goesByToken(*From.Library) &&
         llvm::all_of(writtenArguments(E), [](const Expr *Argument) {
           return isPlainValue(Argument->getType());
         });
}

} // namespace async_tidy
