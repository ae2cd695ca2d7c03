// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For a person at a terminal: findings and explanations in reading order, then
// the files that could not be analysed.

#include "formats/Format.h"

namespace async_tidy::tool {

void writeText(const RunReport &Run, SourceTexts &, Colour Colours,
               llvm::raw_ostream &Stream) {
  Report Out(Stream, Colours);
  auto Next = Run.Explanations.begin();
  for (const Finding &F : Run.Findings) {
    while (Next != Run.Explanations.end() && isBefore(Next->At, F.Main.At))
      Out.explanation(*Next++);
    Out.finding(F);
  }
  while (Next != Run.Explanations.end())
    Out.explanation(*Next++);
  for (const FileResult *R : Run.Incomplete)
    Out.incomplete(*R);
}

} // namespace async_tidy::tool
