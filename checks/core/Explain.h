// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which way did a call take through the decision tree, and which facts decided
// each step?
//
// The printed path is made from the same predicates as the verdict, in the
// tree's own order, and ends at the leaf.
//
// Ring 1: standard library only, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_EXPLAIN_H
#define ASYNC_TIDY_CORE_EXPLAIN_H

#include "Decide.h"
#include "Wording.h"

#include <string>
#include <vector>

namespace async_tidy {

/// The leaf as the decision tree in the docs writes it.
constexpr std::string_view spellLeaf(Leaf L) {
  switch (L) {
  case Leaf::UseSafeGather:
    return "USE_SAFE_GATHER";
  case Leaf::Keep:
    return "KEEP";
  case Leaf::Migrate:
    return "MIGRATE";
  case Leaf::LowPriority:
    return "LOW_PRIORITY";
  }
  return {};
}

/// One question of the tree, its answer, and the facts behind the answer.
struct Step {
  std::string_view Question;
  bool Answer;
  std::string Because;
};

/// The questions the tree asked of a gather, in order.
inline std::vector<Step> pathThroughTree(const CallFacts &F, const Policy &P) {
  const Answers A = answers(F, P);
  std::vector<Step> Steps;
  Steps.push_back({"is the code new?", A.New,
                   A.New ? "no path, line or baseline says it is existing"
                         : "the policy says it is existing"});
  if (A.New)
    return Steps;
  Steps.push_back({"cleanup region, exceptions captured?",
                   A.Cleanup && A.Captured,
                   std::string(say::region(F.Site.Where)) + "; " +
                       std::string(say::capture(F.Site.Captured))});
  if (A.Cleanup && A.Captured)
    return Steps;
  std::string Why;
  if (A.FailFastHelps)
    Why = std::string("when a child fails, ") +
          std::string(say::siblings(F.Row)) + "; " +
          std::string(say::reports(F.Row.What));
  else
    Why = std::string(say::children(F.Site.Count)) + "; " +
          std::string(say::capture(F.Site.Captured)) +
          "; when a child fails, " + std::string(say::siblings(F.Row));
  Why += "; " + std::string(say::deadline(F.Site.Deadline)) + "; " +
         std::string(say::work(F.Site.Duration));
  Steps.push_back({"would fail-fast or a timeout help?",
                   A.FailFastHelps || A.TimeoutHelps, std::move(Why)});
  return Steps;
}

/// The whole judgement in lines of text, without indentation or final newline.
inline std::vector<std::string> explain(const CallFacts &F, const Policy &P,
                                        const Verdict &V) {
  std::vector<std::string> Lines;
  if (!V.Place)
    return {"not a raw gather: the decision tree does not apply"};
  for (const Step &S : pathThroughTree(F, P))
    Lines.push_back(std::string(S.Question) + " " + (S.Answer ? "yes" : "no") +
                    ": " + S.Because);
  std::string Last = "-> " + std::string(spellLeaf(*V.Place));
  Last += V.Findings.empty() ? " (silent)" : " (warning)";
  Lines.push_back(std::move(Last));
  if (V.Findings.empty())
    return Lines;
  if (V.Fix.Kind == EditKind::None)
    Lines.push_back("fix: none, because " + std::string(describe(V.Fix.Why)));
  else
    Lines.push_back(V.Fix.How == Safety::Safe
                        ? "fix: safe"
                        : "fix: unsafe, because it may change the type of "
                          "the result");
  return Lines;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_EXPLAIN_H
