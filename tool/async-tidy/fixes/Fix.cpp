// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Choosing fixes that can live beside each other.
//
// Edits conflict where their bytes overlap, or where two different texts are
// inserted at the same place and their order would matter. Includes are the
// exception: two of them at one place stand in either order.

#include "fixes/Fix.h"

#include "llvm/ADT/StringRef.h"

#include <algorithm>

namespace async_tidy::tool {
namespace {

bool isInclude(const Edit &E) {
  const llvm::StringRef Text(E.Text);
  return E.Length == 0 && Text.trim().starts_with("#include") &&
         Text.trim().count('\n') == 0;
}

bool conflict(const Edit &A, const Edit &B) {
  if (A == B)
    return false;
  if (A.Length == 0 && B.Length == 0)
    return A.Offset == B.Offset && !(isInclude(A) && isInclude(B));
  return A.Offset < B.Offset + B.Length && B.Offset < A.Offset + A.Length;
}

/// Whether every edit of \p Fix can stand beside \p Chosen.
bool fits(const std::vector<Edit> &Fix,
          const std::map<std::string, std::vector<Edit>> &Chosen) {
  return std::all_of(Fix.begin(), Fix.end(), [&](const Edit &E) {
    const auto It = Chosen.find(E.File);
    return It == Chosen.end() ||
           std::none_of(It->second.begin(), It->second.end(),
                        [&](const Edit &C) { return conflict(C, E); });
  });
}

} // namespace

std::vector<Edit> editsOf(const Finding &F, Fixes Which) {
  if (Which == Fixes::None)
    return {};
  if (!F.Main.Fix.empty() || Which == Fixes::Safe)
    return F.Main.Fix;
  const Message *Only = nullptr;
  for (const Message &Note : F.Notes) {
    if (Note.Fix.empty())
      continue;
    if (Only)
      return {}; // a choice, and not ours
    Only = &Note;
  }
  return Only ? Only->Fix : std::vector<Edit>();
}

FixPlan chooseEdits(const std::vector<Finding> &Findings, Fixes Which) {
  FixPlan Plan;
  for (std::size_t I = 0; I < Findings.size(); ++I) {
    const std::vector<Edit> Fix = editsOf(Findings[I], Which);
    if (Fix.empty())
      continue;
    if (!fits(Fix, Plan.PerFile)) {
      Plan.Conflicting.push_back(I);
      continue;
    }
    for (const Edit &E : Fix) {
      std::vector<Edit> &Chosen = Plan.PerFile[E.File];
      if (std::find(Chosen.begin(), Chosen.end(), E) == Chosen.end())
        Chosen.push_back(E);
    }
    Plan.Planned.insert(I);
  }
  for (auto &[File, Chosen] : Plan.PerFile)
    std::sort(Chosen.begin(), Chosen.end());
  return Plan;
}

std::string applyEdits(llvm::StringRef Old, const std::vector<Edit> &Edits) {
  std::string New;
  std::size_t At = 0;
  for (const Edit &E : Edits) {
    New += Old.slice(At, E.Offset);
    New += E.Text;
    At = E.Offset + E.Length;
  }
  New += Old.drop_front(At);
  return New;
}

llvm::Expected<std::string> makePlainly(const std::string &,
                                        llvm::StringRef Old,
                                        const std::vector<Edit> &Edits) {
  return applyEdits(Old, Edits);
}

} // namespace async_tidy::tool
