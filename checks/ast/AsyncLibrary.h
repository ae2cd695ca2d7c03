// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is known of the libraries that C++ code awaits with?
//
//   libraries/*.yml ─embedded─┐
//   ExtraLibraries (users') ──┴─> LibraryIndex ──> candidate rows by leaf name
//
// One AsyncLibrary per YAML file: who the library is, its task and future
// types, and one row per primitive. The format is described field by field in
// libraries/README.md; the reader is strict (unknown key, missing key, unknown
// enumerator → file:line:column). The index is immutable once built and may be
// shared between threads; it is parsed once per process, not once per TU.
//
// Ring 2: no clang-tidy. This file knows rows, not AST nodes: AsyncCall.cpp
// compares declarations with them.

#ifndef ASYNC_TIDY_AST_ASYNCLIBRARY_H
#define ASYNC_TIDY_AST_ASYNCLIBRARY_H

#include "../core/Facts.h"
#include "../core/Policy.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace async_tidy {

/// How a call of the primitive looks in the AST (the shapes A–I).
enum class Shape : std::uint8_t {
  Function,              ///< A: function (template)
  FunctionObject,        ///< B: object with its own operator()
  InheritedCallOperator, ///< C: object whose operator() is a base class's
  HelperNamespaceObject, ///< D, E: object that lives in a helper namespace
  ClassTemplate,         ///< F: class template, its constructor is the call
  Operator,              ///< G: overloaded operator
  Member,                ///< H: member function
  Macro,                 ///< I: a macro around a factory class
};

/// One way in which children are passed.
enum class ChildrenForm : std::uint8_t {
  Single,           ///< f(child, …): exactly one child, at FirstChild
  Pack,             ///< f(a, b, c)
  Range,            ///< f(range)
  IteratorPair,     ///< f(first, last) or f(first, n)
  RangeAndCallable, ///< f(range, callable): one child per element
  Object,           ///< they are in the object the member is called on
};

/// How a task or future gives its result.
enum class Awaited : std::uint8_t { CoAwait, Get, Then, Member };

/// A namespace the library may live in. Names below are relative to it, unless
/// they start with "::". Inline namespaces are skipped when
/// names are compared, so none is written here.
struct LibraryRoot {
  std::string Namespace; ///< "boost::asio"; empty: the global namespace
  std::string Title;     ///< how messages name the library under this root
  std::string Macro;     ///< a macro that may rename the root, or empty
  std::string Adapter;   ///< include of the safe_async adapter, or empty
};

/// A task or future type.
struct TypeRow {
  std::string Name; ///< relative to the root: "coro::Task"
  Start Begins = Start::Lazy;
  Dropped WhenDropped = Dropped::NeverRuns;
  Awaited By = Awaited::CoAwait;
  /// The adapter takes it as a child. Where it says so of any type, it takes no
  /// other awaitable.
  bool Child = false;
};

/// When a variant of a row applies. Every given condition must hold.
struct VariantCondition {
  std::optional<unsigned> TemplateArgument; ///< index; compared with Is
  std::optional<unsigned> Argument;         ///< index; its type is Is
  std::string ChildType;                    ///< some child is of this type
  std::string ResultType;                   ///< the call is of this type
  std::string Is;                           ///< type or enumerator's name
  std::string Macro;                        ///< e.g. BOOST_ASIO_VERSION
  unsigned long long AtLeast = 0;           ///< value of Macro
};

struct Variant {
  VariantCondition When;
  RowFacts Facts; ///< the row's facts with the variant's changes applied
  std::string Pitfall;
};

/// One primitive.
struct CallRow {
  std::string Callee; ///< relative to the root: "coro::collectAll"
  Shape Form = Shape::Function;
  std::string Class; ///< class of the call operator, where the shape needs it
  RowFacts Facts;
  std::vector<ChildrenForm> Takes;
  unsigned FirstChild = 0;          ///< index of the first child argument
  unsigned TrailingArguments = 0;   ///< arguments after the last child
  std::optional<unsigned> Executor; ///< index of an executor argument
  std::vector<std::string> Options; ///< names of leading arguments that are
                                    ///< options and no children
  std::string TimeoutSpelling;      ///< safe-gather: name of its timeout
  std::string CaptureSpelling;      ///< safe-gather: name of its capture
  std::string Instead;              ///< what to say where no adapter can help
  std::string Pitfall;  ///< a clause of this primitive's own, for messages
  std::string Evidence; ///< file in the library's repository
  std::vector<Variant> Variants;
  unsigned Line = 0; ///< where the row stands in its YAML file
};

struct AsyncLibrary {
  std::string Id;      ///< file stem, e.g. "asio"
  std::string Extends; ///< user's file: the id it adds to; else empty
  std::string Title;   ///< e.g. "Asio"
  std::string Url;
  std::string Snapshot; ///< release or commit the rows were read from
  std::vector<LibraryRoot> Roots;
  CancellationChannel Channel = CancellationChannel::None;
  std::vector<std::string> CancellationTypes; ///< full names
  bool AmbientTimer = false; ///< safe_gather's timeout(d) needs no timer
  std::vector<TypeRow> Types;
  std::vector<CallRow> Calls;
  Severity Level = Severity::Warning; ///< what the team says, not the file
};

/// Reads one YAML document. Errors are messages of the form
/// `file:line:column: error: what is wrong; what is accepted`.
llvm::Expected<AsyncLibrary> parseLibrary(llvm::MemoryBufferRef Yaml);

/// Prints \p Library in the format parseLibrary() reads (round trip).
void printLibrary(const AsyncLibrary &Library, llvm::raw_ostream &OS);

/// The contents of \p Files, in order; an error that names the first that
/// cannot be read.
llvm::Expected<std::vector<std::unique_ptr<llvm::MemoryBuffer>>>
readLibraryFiles(llvm::ArrayRef<llvm::StringRef> Files);

/// What \p Buffers hold; they stay the owners.
std::vector<llvm::MemoryBufferRef>
refs(llvm::ArrayRef<std::unique_ptr<llvm::MemoryBuffer>> Buffers);

/// A row together with its library.
struct RowRef {
  const AsyncLibrary *Library = nullptr;
  const CallRow *Row = nullptr;
};
struct TypeRef {
  const AsyncLibrary *Library = nullptr;
  const TypeRow *Row = nullptr;
};

/// All libraries, indexed by the last identifier of each name.
class LibraryIndex {
public:
  /// The rows built into the binary.
  static const LibraryIndex &builtin();

  /// The built-in rows and those of \p Files, in order. A user's library with
  /// the id of a built-in one replaces it; one that extends a library adds
  /// roots to it and replaces types and rows of the same name.
  static llvm::Expected<std::shared_ptr<const LibraryIndex>>
  withExtra(llvm::ArrayRef<llvm::MemoryBufferRef> Files);

  /// This index with the severities that the team gives to libraries, by id;
  /// libraries that are off are left out. An unknown id is an error.
  llvm::Expected<std::shared_ptr<const LibraryIndex>> withSeverities(
      llvm::ArrayRef<std::pair<llvm::StringRef, Severity>> Said) const;

  explicit LibraryIndex(std::vector<AsyncLibrary> Libraries);
  LibraryIndex(const LibraryIndex &) = delete;
  LibraryIndex &operator=(const LibraryIndex &) = delete;

  llvm::ArrayRef<AsyncLibrary> libraries() const { return Libraries; }

  /// Rows whose callee ends in \p Leaf: "collectAll", "operator&&".
  llvm::ArrayRef<RowRef> calls(llvm::StringRef Leaf) const;
  /// Rows whose call operator belongs to a class named \p Leaf.
  llvm::ArrayRef<RowRef> callClasses(llvm::StringRef Leaf) const;
  /// Task and future types named \p Leaf.
  llvm::ArrayRef<TypeRef> types(llvm::StringRef Leaf) const;

private:
  std::vector<AsyncLibrary> Libraries;
  llvm::StringMap<std::vector<RowRef>> ByCallee;
  llvm::StringMap<std::vector<RowRef>> ByClass;
  llvm::StringMap<std::vector<TypeRef>> ByType;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_ASYNCLIBRARY_H
