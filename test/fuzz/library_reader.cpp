// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does any text make the reader of library rows crash, hang or contradict
// itself? What it accepts must survive printing and reading again.
//
// SOURCES: checks/ast/YamlTree.cpp checks/ast/LibraryReader.cpp
// SOURCES: checks/ast/AsyncLibrary.cpp
// OBJECTS: checks/CMakeFiles/AsyncTidyChecks.dir/BuiltinLibraries.cpp.o
// SEEDS: checks/libraries/*.yml

#include "checks/ast/AsyncLibrary.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>

using namespace async_tidy;

namespace {

std::string printed(const AsyncLibrary &Library) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  printLibrary(Library, OS);
  return Text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *Data, size_t Size) {
  const llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  auto Library = parseLibrary({Text, "fuzzed.yml"});
  if (!Library) {
    // Every complaint names its place.
    if (!llvm::StringRef(llvm::toString(Library.takeError()))
             .starts_with("fuzzed.yml:"))
      std::abort();
    return 0;
  }
  const std::string Once = printed(*Library);
  auto Again = parseLibrary({Once, "printed.yml"});
  if (!Again) {
    llvm::errs() << llvm::toString(Again.takeError()) << '\n' << Once;
    std::abort();
  }
  if (printed(*Again) != Once)
    std::abort();
  return 0;
}
