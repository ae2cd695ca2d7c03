// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CacheKey.h. Every part goes in with its length in front, so that no two
// lists of parts look the same.

#include "results/CacheKey.h"

#include "OptionList.h"
#include "ast/ClangCompat.h"

#include <cstdlib>
#include <link.h>
#include <set>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

class Parts {
public:
  std::string Text;

  void add(StringRef Part) {
    Text += std::to_string(Part.size()) + ":";
    Text += Part;
  }
  void add(const Stamp &S) {
    for (const std::uint64_t N :
         {S.Device, S.Inode, S.Size, S.ModifiedNanoseconds})
      add(std::to_string(N));
  }
};

/// What the linker wrote into a loaded library to identify it; empty where it
/// was told not to.
StringRef buildId(const dl_phdr_info &Info) {
  for (unsigned I = 0; I < Info.dlpi_phnum; ++I) {
    const ElfW(Phdr) &Part = Info.dlpi_phdr[I];
    if (Part.p_type != PT_NOTE)
      continue;
    const auto *At =
        reinterpret_cast<const char *>(Info.dlpi_addr + Part.p_vaddr);
    const char *const End = At + Part.p_memsz;
    const auto Padded = [](std::size_t Size) { return (Size + 3) & ~3UL; };
    while (End - At >= std::ptrdiff_t(sizeof(ElfW(Nhdr)))) {
      const auto &Note = *reinterpret_cast<const ElfW(Nhdr) *>(At);
      const char *const Name = At + sizeof Note;
      const char *const Value = Name + Padded(Note.n_namesz);
      if (Note.n_type == NT_GNU_BUILD_ID)
        return {Value, Note.n_descsz};
      At = Value + Padded(Note.n_descsz);
    }
  }
  return {};
}

} // namespace

bool namesFiles(StringRef Name) {
  return Name.ends_with("ExtraLibraries") || Name.ends_with("NewLines");
}

// The program and its libraries are large, so what their linker called them
// stands for them; else the program's content, and a library's state: a package
// manager replaces it as a whole.
const std::string &programDigest() {
  static const std::string Digest = [] {
    Parts All;
    ::dl_iterate_phdr(
        [](dl_phdr_info *Info, std::size_t, void *To) {
          auto &Out = *static_cast<Parts *>(To);
          const StringRef Name = Info->dlpi_name;
          Out.add(Name);
          if (const StringRef Id = buildId(*Info); !Id.empty())
            Out.add(Id);
          else if (Name.empty()) // the program
            Out.add(CurrentFiles().digest("/proc/self/exe"));
          else
            Out.add(stampOf(Info->dlpi_name));
          return 0;
        },
        &All);
    return digestOf(All.Text);
  }();
  return Digest;
}

std::string cacheKey(const Source &S, const Arguments &Args,
                     const Reported &Where,
                     const clang::tidy::ClangTidyOptions &Options,
                     CurrentFiles &Now) {
  Parts All;
  All.add(programDigest());
  All.add(S.File);
  All.add(Args.NewLines);
  All.add(Where.Root);
  All.add(Args.Root);
  All.add(Where.HeaderFilter);
  All.add(Args.Explanations == Explain::Yes ? "explain" : "");
  All.add(Args.Skip == Skipping::No ? "no skip" : "");
  for (const auto &Command : S.Commands) {
    All.add("command");
    All.add(Command.Directory);
    All.add(Command.Filename);
    for (const std::string &Word : Command.CommandLine)
      All.add(Word);
  }
  clang::tidy::ClangTidyOptions Asked = Options;
  Asked.FormatStyle
      .reset(); // of fixes, which are no part of a result's finding
  All.add(clang::tidy::configurationAsText(Asked));
  std::set<StringRef> Named; // sorted: the map of options is not
  for (const auto &Option : Options.CheckOptions)
    if (namesFiles(Option.getKey()))
      for (StringRef Name : listOf(Option.getValue().Value))
        Named.insert(Name);
  for (StringRef Name : Named) {
    All.add(Name);
    All.add(Now.digest(Name.str()));
  }
  for (const char *Name :
       {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "GCC_EXEC_PREFIX",
        "COMPILER_PATH", "CCC_OVERRIDE_OPTIONS", "LD_LIBRARY_PATH"}) {
    const char *Value = std::getenv(Name);
    All.add(Value ? Value : "");
  }
  return digestOf(All.Text);
}

} // namespace async_tidy::tool
