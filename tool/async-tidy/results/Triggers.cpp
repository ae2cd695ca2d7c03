// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Triggers.h.

#include "results/Triggers.h"

#include "OptionList.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/LangStandard.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/MemoryBuffer.h"

#include <set>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

/// With comments, raw strings and separated digits.
const clang::LangOptions &newestCxx() {
  static const clang::LangOptions Options = [] {
    clang::LangOptions Out;
    std::vector<std::string> Includes;
    clang::LangOptions::setLangDefaults(Out, clang::Language::CXX,
                                        llvm::Triple(), Includes,
                                        clang::LangStandard::lang_cxx20);
    return Out;
  }();
  return Options;
}

} // namespace

bool isJudged(Role What) {
  switch (What) {
  case Role::Gather:
  case Role::SafeGather:
  case Role::Race:
  case Role::Timeout:
  case Role::Scope:
  case Role::Builder:
    return true;
  case Role::Wait:
  case Role::Detach:
  case Role::Io:
  case Role::Chain:
    return false;
  }
  return true;
}

llvm::Expected<Triggers>
Triggers::create(const clang::tidy::ClangTidyOptions &Options) {
  Triggers Out;
  Out.need({"co_await"});
  Out.need({"import"}); // what a module declares is not seen
  std::set<std::string> Extra;
  bool SingleAwaits = false;
  for (const auto &Option : Options.CheckOptions) {
    if (Option.getKey().ends_with("ExtraLibraries"))
      Extra.insert(Option.getValue().Value);
    SingleAwaits |= Option.getKey().ends_with("RequireDeadline");
  }
  Out.needAll(LibraryIndex::builtin(), SingleAwaits);
  for (const std::string &List : Extra) {
    auto Buffers = readLibraryFiles(listOf(List));
    if (!Buffers)
      return Buffers.takeError();
    auto Index = LibraryIndex::withExtra(refs(*Buffers));
    if (!Index)
      return Index.takeError();
    Out.needAll(**Index, SingleAwaits);
  }
  return Out;
}

void Triggers::needAll(const LibraryIndex &Index, bool SingleAwaits) {
  for (const AsyncLibrary &Library : Index.libraries()) {
    std::vector<std::string> Names;
    for (const TypeRow &Type : Library.Types)
      Names.push_back(Type.Name);
    for (const CallRow &Call : Library.Calls)
      // A single operation only where the team wants deadlines for those, too.
      if (SingleAwaits || isJudged(Call.Facts.Kind)) {
        Names.push_back(Call.Callee);
        if (!Call.Class.empty())
          Names.push_back(Call.Class);
      }
    for (const std::string &Name : Names) {
      if (StringRef(Name).starts_with("::")) {
        need({StringRef(Name)});
        continue;
      }
      for (const LibraryRoot &Root : Library.Roots) {
        need({StringRef(Root.Namespace), StringRef(Name)});
        if (!Root.Macro.empty()) // may stand for any namespace
          need({StringRef(Root.Macro), StringRef(Name)});
      }
    }
  }
}

void Triggers::need(llvm::ArrayRef<StringRef> Names) {
  std::set<unsigned> All;
  for (StringRef Name : Names) {
    llvm::SmallVector<StringRef, 6> Parts;
    Name.split(Parts, "::", -1, /*KeepEmpty=*/false);
    for (StringRef Part : Parts)
      if (!Part.starts_with("operator")) // no word of its own
        All.insert(
            Numbers.try_emplace(Part, unsigned(Numbers.size())).first->second);
  }
  Needs.emplace_back(All.begin(), All.end());
}

Words Triggers::in(StringRef Code) const {
  Words Found = none();
  const std::string Terminated = Code.str();
  clang::Lexer Lexer(clang::SourceLocation(), newestCxx(), Terminated.data(),
                     Terminated.data(), Terminated.data() + Terminated.size());
  clang::Token Token;
  // Not until LexFromRawLexer() is true: that is with the last token already,
  // where nothing stands behind it.
  do {
    Lexer.LexFromRawLexer(Token);
    if (Token.is(clang::tok::raw_identifier))
      if (const auto At = Numbers.find(Token.getRawIdentifier());
          At != Numbers.end())
        Found.set(At->second);
  } while (Token.isNot(clang::tok::eof));
  return Found;
}

bool Triggers::isMet(const Words &Found) const {
  return llvm::any_of(Needs, [&](const std::vector<unsigned> &Need) {
    return llvm::all_of(Need, [&](unsigned Word) { return Found.test(Word); });
  });
}

} // namespace async_tidy::tool
