// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ChangedFile.h. Functions are alike if scope and signature are; of several
// alike, the first that is left is taken.

#include "changes/ChangedFile.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <algorithm>

namespace async_tidy::tool {

std::vector<Partners> pairFunctions(llvm::ArrayRef<ChangedFile> Files) {
  struct Candidate {
    std::size_t File;
    const FunctionText *Function;
    bool Taken = false;
  };
  llvm::StringMap<std::vector<Candidate>> Old;
  for (std::size_t I = 0; I < Files.size(); ++I)
    for (const FunctionText &F : Files[I].Old)
      Old[F.Signature].push_back({I, &F});
  enum class From { SameFile, AnyFile };
  const auto Take = [&](const FunctionText &F, std::size_t File,
                        From Where) -> const FunctionText * {
    const auto Alike = Old.find(F.Signature);
    if (Alike == Old.end())
      return nullptr;
    for (Candidate &C : Alike->second)
      if (!C.Taken && (Where == From::AnyFile || C.File == File)) {
        C.Taken = true;
        return C.Function;
      }
    return nullptr;
  };
  std::vector<Partners> Out(Files.size());
  for (std::size_t I = 0; I < Files.size(); ++I)
    for (const FunctionText &F : Files[I].New)
      Out[I].push_back(Take(F, I, From::SameFile));
  for (std::size_t I = 0; I < Files.size(); ++I)
    for (std::size_t N = 0; N < Files[I].New.size(); ++N)
      if (!Out[I][N])
        Out[I][N] = Take(Files[I].New[N], I, From::AnyFile);
  return Out;
}

std::vector<LineRange> newLines(const ChangedFile &File,
                                const Partners &Before) {
  std::vector<LineRange> Left = File.Lines;
  std::vector<LineRange> Out;
  for (std::size_t I = 0; I < File.New.size(); ++I) {
    if (!Before[I])
      continue;
    const unsigned First = File.New[I].firstLine();
    const unsigned Last = File.New[I].lastLine();
    std::vector<LineRange> Outside;
    bool Touched = false;
    for (const auto &[From, To] : Left) {
      if (To < From) { // a deletion
        const bool Inside = From <= Last && First <= To;
        Touched |= Inside;
        if (!Inside)
          Outside.push_back({From, To});
        continue;
      }
      Touched |= From <= Last && First <= To;
      if (From < First)
        Outside.push_back({From, std::min(To, First - 1)});
      if (To > Last)
        Outside.push_back({std::max(From, Last + 1), To});
    }
    Left = std::move(Outside);
    if (Touched)
      llvm::append_range(Out, changedLines(*Before[I], File.New[I]));
  }
  llvm::append_range(Out, Left);
  llvm::sort(Out);
  Out.erase(std::unique(Out.begin(), Out.end()), Out.end());
  return Out;
}

} // namespace async_tidy::tool
