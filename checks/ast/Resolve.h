// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which row of the knowledge base does this expression call, if any?
//
//   call, construct or bare reference ──leaf identifier──> candidate rows
//                                     ──declaration──────> the row
//
// The same primitive reaches the AST in nine shapes (design, §3), through
// aliases, using-declarations, ADL, copies of function objects and dependent
// code. Names are never printed: the last identifier selects the candidates
// and the declaration contexts are compared component by component, inline and
// anonymous namespaces skipped.
//
// Ring 2: clang AST, no clang-tidy. A Resolver is cheap, lives as long as one
// translation unit and must not outlive its index.

#ifndef ASYNC_TIDY_AST_RESOLVE_H
#define ASYNC_TIDY_AST_RESOLVE_H

#include "AsyncLibrary.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Type.h"

#include <optional>
#include <string>
#include <utility>

namespace clang {
class Preprocessor;
class NamedDecl;
class SourceManager;
} // namespace clang

namespace async_tidy {

/// How sure the row is.
enum class Certainty : std::uint8_t {
  Declared, ///< the callee's declaration is known
  Lookup,   ///< dependent code: every candidate of the lookup is this row
};

/// A primitive that is handed to std::invoke or std::apply.
enum class Indirection : std::uint8_t { None, Invoke, Apply };

/// A row together with the library root under which it was found.
struct Resolved {
  const AsyncLibrary *Library = nullptr;
  const CallRow *Row = nullptr;
  const LibraryRoot *Root = nullptr;
  Certainty How = Certainty::Declared;

  explicit operator bool() const { return Row != nullptr; }
};

/// A task or future type together with the root under which it was found.
struct ResolvedType {
  const AsyncLibrary *Library = nullptr;
  const TypeRow *Row = nullptr;
  const LibraryRoot *Root = nullptr;

  explicit operator bool() const { return Row != nullptr; }
};

/// The library that a declaration belongs to.
struct Home {
  const AsyncLibrary *Library = nullptr;
  const LibraryRoot *Root = nullptr;

  explicit operator bool() const { return Library != nullptr; }
};

class Resolver {
public:
  /// \p PP tells what root namespaces that are macros stand for; it may be
  /// null, then the documented roots are used.
  explicit Resolver(const LibraryIndex &Index,
                    const clang::Preprocessor *PP = nullptr);

  /// The row that \p E calls: a call, operator call, member call or the
  /// construction of a class that is itself the primitive.
  Resolved call(const clang::Expr &E) const;

  /// The row whose function object or function \p E names without calling it,
  /// as in `std::apply(stdexec::when_all, tuple)`.
  Resolved reference(const clang::Expr &E) const;

  /// Whether \p E may be a call of some row, by its last identifier alone:
  /// the cheap question to ask of every node.
  static bool couldCall(const clang::Expr &E, const LibraryIndex &Index);

  /// Whether \p E is `std::invoke(f, ...)` or `std::apply(f, tuple)`.
  static Indirection indirection(const clang::Expr &E);

  /// The task or future type row of \p Type, if it has one.
  ResolvedType type(clang::QualType Type) const;

  /// Whether \p Type may have a row, by its last identifier alone.
  static bool couldBeType(clang::QualType Type, const LibraryIndex &Index);

  /// The library in one of whose namespaces \p D is declared.
  Home home(const clang::Decl &D) const;

  /// Whether \p D is code of a library, or of safe_gather, in one of its
  /// headers: how it waits is its own business.
  bool isImplementation(const clang::Decl &D,
                        const clang::SourceManager &Sources) const;

  /// The first variant of \p Row that applies to the call \p Site with
  /// \p Children, or nullptr.
  const Variant *variant(const Resolved &Row, const clang::Expr &Site,
                         llvm::ArrayRef<const clang::Expr *> Children) const;

  /// Whether \p D is called \p Name, a full name without leading colons.
  static bool isNamed(const clang::NamedDecl &D, llvm::StringRef Name);

  /// Whether \p Type is the class \p Name of \p Library, or a full name.
  bool isOfType(clang::QualType Type, llvm::StringRef Name,
                const AsyncLibrary &Library) const;

private:
  Resolved matching(const clang::NamedDecl *D) const;
  Resolved matchingClass(clang::QualType ObjectType) const;
  const LibraryRoot *rootOf(const clang::NamedDecl &D,
                            const AsyncLibrary &Library,
                            llvm::StringRef Relative) const;

  bool holds(const VariantCondition &When, const Resolved &Row,
             const clang::Expr &Site,
             llvm::ArrayRef<const clang::Expr *> Children) const;

  const LibraryIndex &Index;
  const clang::Preprocessor *PP;
  /// Roots that a macro of this translation unit renames.
  llvm::SmallVector<std::pair<const LibraryRoot *, std::string>, 2> Renamed;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_RESOLVE_H
