// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which rows may a name mean?
//
// Looking up the last identifier first keeps the hot path cheap: nearly every
// call in a translation unit ends in a name that no row has.

#include "AsyncLibrary.h"

#include "../libraries/BuiltinLibraries.h"
#include "Failure.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MemoryBuffer.h"

namespace async_tidy {

using llvm::StringRef;

namespace {

StringRef leaf(StringRef Name) {
  const std::size_t Colons = Name.rfind("::");
  return Colons == StringRef::npos ? Name : Name.substr(Colons + 2);
}

template <typename Ref>
llvm::ArrayRef<Ref> find(const llvm::StringMap<std::vector<Ref>> &Map,
                         StringRef Leaf) {
  auto At = Map.find(Leaf);
  if (At == Map.end())
    return {};
  return At->second;
}

std::vector<AsyncLibrary> readBuiltin() {
  std::vector<AsyncLibrary> Libraries;
  for (const BuiltinLibrary &File : builtinLibraries()) {
    auto Library = parseLibrary({StringRef(File.Text), StringRef(File.Name)});
    // A broken row in the binary is our own mistake; a test reads them all.
    if (!Library)
      llvm::report_fatal_error(Library.takeError());
    Libraries.push_back(std::move(*Library));
  }
  return Libraries;
}

std::string idsOf(llvm::ArrayRef<AsyncLibrary> Libraries) {
  std::string Ids;
  for (const AsyncLibrary &L : Libraries)
    Ids += (Ids.empty() ? "" : ", ") + L.Id;
  return Ids;
}

llvm::Error unknownLibrary(StringRef File, StringRef Id,
                           llvm::ArrayRef<AsyncLibrary> Libraries) {
  return failure(File + ":1:1: error: '" + Id +
                 "' is no library to extend; known are: " + idsOf(Libraries));
}

/// Adds what \p More says to the library it extends.
void extend(AsyncLibrary &Library, AsyncLibrary &&More) {
  for (LibraryRoot &Root : More.Roots) {
    if (Root.Title.empty())
      Root.Title = Library.Title;
    Library.Roots.push_back(std::move(Root));
  }
  for (TypeRow &Type : More.Types) {
    llvm::erase_if(Library.Types,
                   [&](const TypeRow &T) { return T.Name == Type.Name; });
    Library.Types.push_back(std::move(Type));
  }
  for (CallRow &Call : More.Calls) {
    llvm::erase_if(Library.Calls,
                   [&](const CallRow &C) { return C.Callee == Call.Callee; });
    Library.Calls.push_back(std::move(Call));
  }
}

} // namespace

llvm::Expected<std::vector<std::unique_ptr<llvm::MemoryBuffer>>>
readLibraryFiles(llvm::ArrayRef<StringRef> Files) {
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> Buffers;
  for (StringRef File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
    if (!Buffer)
      return failure(File +
                     ": error: cannot be read: " + Buffer.getError().message());
    Buffers.push_back(std::move(*Buffer));
  }
  return Buffers;
}

std::vector<llvm::MemoryBufferRef>
refs(llvm::ArrayRef<std::unique_ptr<llvm::MemoryBuffer>> Buffers) {
  std::vector<llvm::MemoryBufferRef> Out;
  for (const auto &Buffer : Buffers)
    Out.push_back(Buffer->getMemBufferRef());
  return Out;
}

LibraryIndex::LibraryIndex(std::vector<AsyncLibrary> Rows)
    : Libraries(std::move(Rows)) {
  for (const AsyncLibrary &L : Libraries) {
    for (const CallRow &Row : L.Calls) {
      ByCallee[leaf(Row.Callee)].push_back({&L, &Row});
      // A class template is called through its constructor.
      const bool Constructed = Row.Form == Shape::ClassTemplate;
      if (!Row.Class.empty() || Constructed)
        ByClass[leaf(Row.Class.empty() ? Row.Callee : Row.Class)].push_back(
            {&L, &Row});
    }
    for (const TypeRow &Row : L.Types)
      ByType[leaf(Row.Name)].push_back({&L, &Row});
  }
}

const LibraryIndex &LibraryIndex::builtin() {
  static const LibraryIndex Index(readBuiltin());
  return Index;
}

llvm::Expected<std::shared_ptr<const LibraryIndex>>
LibraryIndex::withExtra(llvm::ArrayRef<llvm::MemoryBufferRef> Files) {
  std::vector<AsyncLibrary> Libraries = builtin().Libraries;
  for (const llvm::MemoryBufferRef &File : Files) {
    auto Library = parseLibrary(File);
    if (!Library)
      return Library.takeError();
    const StringRef Id =
        Library->Extends.empty() ? Library->Id : Library->Extends;
    auto Known = llvm::find_if(
        Libraries, [&](const AsyncLibrary &L) { return L.Id == Id; });
    if (!Library->Extends.empty()) {
      if (Known == Libraries.end())
        return unknownLibrary(File.getBufferIdentifier(), Id, Libraries);
      extend(*Known, std::move(*Library));
    } else if (Known == Libraries.end()) {
      Libraries.push_back(std::move(*Library));
    } else {
      *Known = std::move(*Library);
    }
  }
  return std::make_shared<const LibraryIndex>(std::move(Libraries));
}

llvm::Expected<std::shared_ptr<const LibraryIndex>>
LibraryIndex::withSeverities(
    llvm::ArrayRef<std::pair<StringRef, Severity>> Said) const {
  std::vector<AsyncLibrary> Kept = Libraries;
  for (const auto &[Id, Level] : Said) {
    const auto Known = llvm::find_if(
        Kept, [Id = Id](const AsyncLibrary &L) { return L.Id == Id; });
    if (Known == Kept.end())
      return failure("'" + Id +
                     "' is no library; known are: " + idsOf(Libraries));
    Known->Level = Level;
  }
  llvm::erase_if(
      Kept, [](const AsyncLibrary &L) { return L.Level == Severity::Off; });
  return std::make_shared<const LibraryIndex>(std::move(Kept));
}

llvm::ArrayRef<RowRef> LibraryIndex::calls(StringRef Leaf) const {
  return find(ByCallee, Leaf);
}

llvm::ArrayRef<RowRef> LibraryIndex::callClasses(StringRef Leaf) const {
  return find(ByClass, Leaf);
}

llvm::ArrayRef<TypeRef> LibraryIndex::types(StringRef Leaf) const {
  return find(ByType, Leaf);
}

} // namespace async_tidy
