// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files must be changed together, or not at all? Those that one fix
// edits.

#ifndef ASYNC_TIDY_TOOL_FIXGROUPS_H
#define ASYNC_TIDY_TOOL_FIXGROUPS_H

#include "fixes/Fix.h"

namespace async_tidy::tool {

class FixGroups {
public:
  /// The groups that the fixes of \p Plan make.
  FixGroups(const FixPlan &Plan, const std::vector<Finding> &Findings,
            Fixes Which) {
    for (const std::size_t I : Plan.Planned) {
      const std::vector<Edit> Fix = editsOf(Findings[I], Which);
      for (const Edit &E : Fix)
        unite(Fix.front().File, E.File);
    }
  }

  /// The file that stands for the group of \p File.
  std::string leader(const std::string &File) const {
    const auto It = Above.find(File);
    return It == Above.end() ? File : leader(It->second);
  }

private:
  std::map<std::string, std::string> Above;

  void unite(const std::string &A, const std::string &B) {
    if (const std::string From = leader(A), To = leader(B); From != To)
      Above[From] = To;
  }
};

} // namespace async_tidy::tool

#endif // ASYNC_TIDY_TOOL_FIXGROUPS_H
