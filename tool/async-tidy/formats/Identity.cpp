// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The identity of a finding in a report.

#include "Identity.h"

#include "Format.h"
#include "llvm/ADT/StringExtras.h"

namespace async_tidy::tool {

std::vector<std::string> identities(const std::vector<Finding> &Findings,
                                    const std::string &Root,
                                    SourceTexts &Sources) {
  std::map<std::string, unsigned> Seen;
  std::vector<std::string> Out;
  for (const Finding &F : Findings) {
    std::string Key = F.Check + ":" + pathBelow(Root, F.Main.At.File) + ":";
    for (const char C : Sources.line(F.Main.At))
      if (!llvm::isSpace(C))
        Key += C;
    Key += ":" + std::to_string(++Seen[Key]);
    Out.push_back(std::move(Key));
  }
  return Out;
}

} // namespace async_tidy::tool
