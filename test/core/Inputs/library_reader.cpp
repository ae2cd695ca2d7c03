// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reader of library files as a program, for library_reader.test.
//
//   print FILE…     each library in canonical form, which must read back alike
//   index FILE…     roots and rows after the files were added to the built-in
//   damage FILE     the file cut off and corrupted in many ways must never
//   crash builtin         the built-in libraries keep the conventions of
//   README.md

#include "checks/ast/AsyncLibrary.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <cctype>

using namespace async_tidy;
using llvm::outs;

namespace {

std::string printed(const AsyncLibrary &Library) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  printLibrary(Library, Stream);
  Stream.flush();
  return Text;
}

int fail(const llvm::Twine &Message) {
  llvm::errs() << Message << '\n';
  return 1;
}

std::string contents(llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

int print(llvm::StringRef File) {
  const std::string Text = contents(File);
  const std::size_t Slash = File.rfind('/');
  auto Library = parseLibrary({Text, File.substr(Slash + 1)});
  if (!Library)
    return fail(llvm::toString(Library.takeError()));
  const std::string Once = printed(*Library);
  auto Again = parseLibrary({Once, "printed"});
  if (!Again)
    return fail(llvm::toString(Again.takeError()));
  if (printed(*Again) != Once)
    return fail("printing and reading " + File + " changes it");
  outs() << Once;
  return 0;
}

int index(llvm::ArrayRef<llvm::StringRef> Files) {
  auto Buffers = readLibraryFiles(Files);
  if (!Buffers)
    return fail(llvm::toString(Buffers.takeError()));
  auto Index = LibraryIndex::withExtra(refs(*Buffers));
  if (!Index)
    return fail(llvm::toString(Index.takeError()));
  for (const AsyncLibrary &L : (*Index)->libraries()) {
    if (L.Id != "asio" && L.Id != "team")
      continue;
    outs() << L.Id << '\n';
    for (const LibraryRoot &R : L.Roots)
      outs() << "  root " << R.Namespace << " = " << R.Title << '\n';
  }
  for (const char *Leaf : {"operator&&", "all", "nothing"})
    for (const RowRef &R : (*Index)->calls(Leaf))
      outs() << Leaf << ": " << R.Library->Id << ' ' << R.Row->Callee << ' '
             << R.Row->Evidence << '\n';
  for (const RowRef &R : (*Index)->callClasses("when_all_t"))
    outs() << "when_all_t: " << R.Library->Id << '\n';
  for (const RowRef &R : (*Index)->callClasses("all"))
    outs() << "class all: " << R.Library->Id << ' ' << R.Row->Callee << '\n';
  for (const TypeRef &R : (*Index)->types("awaitable"))
    outs() << "awaitable: " << R.Library->Id << '\n';
  return 0;
}

int damage(llvm::StringRef File) {
  const std::string Text = contents(File);
  unsigned Read = 0, Refused = 0;
  const auto Try = [&](const std::string &Broken) {
    auto Library = parseLibrary({Broken, "damaged"});
    if (!Library) {
      ++Refused;
      llvm::consumeError(Library.takeError());
    } else {
      ++Read;
    }
  };
  for (std::size_t Size = 0; Size < Text.size(); Size += 13)
    Try(Text.substr(0, Size));
  const llvm::StringRef Bytes("\t\n:-[]{}'\"&*!|>%@#,?\0\x80\xff", 23);
  for (std::size_t At = 0, Which = 0; At < Text.size(); At += 17, ++Which) {
    std::string Broken = Text;
    Broken[At] = Bytes[Which % Bytes.size()];
    Try(Broken);
  }
  if (Refused < Read)
    return fail("damage is mostly accepted");
  outs() << "survived\n";
  return 0;
}

int builtin() {
  unsigned Wrong = 0;
  for (const AsyncLibrary &L : LibraryIndex::builtin().libraries()) {
    for (const CallRow &R : L.Calls) {
      const bool Named = !R.Pitfall.empty() &&
                         std::isupper(static_cast<unsigned char>(R.Pitfall[0]));
      const bool Upper = !R.Instead.empty() &&
                         std::isupper(static_cast<unsigned char>(R.Instead[0]));
      if (Named || Upper || R.Evidence.empty())
        Wrong += fail(L.Id + ":" + llvm::Twine(R.Line) + ": " + R.Callee +
                      ": clauses start in lower case, evidence is given");
    }
    if (L.Snapshot.empty() && L.Id != "safe_async")
      Wrong += fail(L.Id + ": which snapshot was read?");
  }
  outs() << LibraryIndex::builtin().libraries().size() << " libraries\n";
  return Wrong != 0;
}

} // namespace

int main(int Count, char **Arguments) {
  const llvm::StringRef Mode = Count > 1 ? Arguments[1] : "";
  const std::vector<llvm::StringRef> Files(Arguments + std::min(Count, 2),
                                           Arguments + Count);
  if (Mode == "builtin")
    return builtin();
  if (Mode == "index")
    return index(Files);
  int Result = 0;
  for (llvm::StringRef File : Files)
    Result |= Mode == "damage" ? damage(File) : print(File);
  return Result;
}
