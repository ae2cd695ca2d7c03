// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A unified diff. The shortest one, found as Myers does: D insertions and
// deletions are tried before D + 1. Fixes change few lines, so D is small
// whatever the size of the file.

#include "fixes/UnifiedDiff.h"

#include "llvm/Support/FormatVariadic.h"

#include <algorithm>
#include <vector>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;
using Lines = std::vector<StringRef>;

/// Each with its end, so that a missing last one is a difference.
Lines splitLines(StringRef Text) {
  Lines Out;
  while (!Text.empty()) {
    const std::size_t End = std::min(Text.find('\n'), Text.size() - 1) + 1;
    Out.push_back(Text.take_front(End));
    Text = Text.drop_front(End);
  }
  return Out;
}

/// One line of the result: ' ', '-' or '+'.
struct Step {
  char Mark;
  StringRef Line;
};

std::vector<Step> shortestEdit(const Lines &Old, const Lines &New) {
  const int N = static_cast<int>(Old.size());
  const int M = static_cast<int>(New.size());
  // Reach[K + D] is how far into Old one comes on diagonal K with D changes.
  std::vector<std::vector<int>> Trace;
  const auto Follow = [&](int X, int K) {
    while (X < N && X - K < M && Old[X] == New[X - K])
      ++X;
    return X;
  };
  const auto Down = [](const std::vector<int> &Before, int K, int D) {
    const auto At = [&](int Diagonal) { return Before[Diagonal + D - 1]; };
    return K == -D || (K != D && At(K - 1) < At(K + 1));
  };
  for (int D = 0;; ++D) {
    std::vector<int> Reach(2 * D + 1);
    for (int K = -D; K <= D; K += 2) {
      int X = 0;
      if (D > 0) {
        const std::vector<int> &Before = Trace.back();
        X = Down(Before, K, D) ? Before[K + 1 + D - 1]
                               : Before[K - 1 + D - 1] + 1;
      }
      Reach[K + D] = Follow(std::min(X, N), K);
    }
    const int Wanted = N - M;
    const bool Done = std::abs(Wanted) <= D && (Wanted - D) % 2 == 0 &&
                      Reach[Wanted + D] >= N;
    Trace.push_back(std::move(Reach));
    if (Done)
      break;
  }
  std::vector<Step> Steps;
  int X = N;
  int Y = M;
  for (int D = static_cast<int>(Trace.size()) - 1; D > 0; --D) {
    const std::vector<int> &Before = Trace[D - 1];
    const bool Insert = Down(Before, X - Y, D);
    const int K = X - Y + (Insert ? 1 : -1);
    const int FromX = Before[K + D - 1];
    const int FromY = FromX - K;
    while (X > FromX + !Insert && Y > FromY + Insert) {
      --Y;
      Steps.push_back({' ', Old[--X]});
    }
    if (Insert)
      Steps.push_back({'+', New[--Y]});
    else
      Steps.push_back({'-', Old[--X]});
  }
  while (X > 0)
    Steps.push_back({' ', Old[--X]});
  std::reverse(Steps.begin(), Steps.end());
  return Steps;
}

/// A name as git writes it where it holds more than letters: a blank is marked
/// by a tab behind the name, control characters and quotes are quoted.
std::string spelledName(StringRef Name) {
  const bool Quote = llvm::any_of(Name, [](unsigned char C) {
    return C < ' ' || C == '"' || C == '\\' || C == 0x7f;
  });
  if (!Quote)
    return Name.str() + (Name.contains(' ') ? "\t" : "");
  std::string Out = "\"";
  for (const unsigned char C : Name) {
    if (C == '"' || C == '\\')
      Out += '\\';
    if (C < ' ' || C == 0x7f) {
      Out += '\\';
      for (const int Shift : {6, 3, 0})
        Out += static_cast<char>('0' + (C >> Shift & 7));
      continue;
    }
    Out += static_cast<char>(C);
  }
  return Out + "\"";
}

void printHunk(const std::vector<Step> &Steps, std::size_t Begin,
               std::size_t End, std::string &Out) {
  const auto Count = [&](std::size_t From, std::size_t To, char Not) {
    return std::count_if(Steps.begin() + From, Steps.begin() + To,
                         [&](const Step &S) { return S.Mark != Not; });
  };
  const auto Range = [&](char Not) {
    const auto Before = Count(0, Begin, Not);
    const auto Length = Count(Begin, End, Not);
    return llvm::formatv("{0},{1}", Before + (Length > 0), Length).str();
  };
  Out += "@@ -" + Range('+') + " +" + Range('-') + " @@\n";
  for (std::size_t I = Begin; I < End; ++I) {
    Out += Steps[I].Mark;
    Out += Steps[I].Line;
    if (!Steps[I].Line.ends_with("\n"))
      Out += "\n\\ No newline at end of file\n";
  }
}

} // namespace

std::string unifiedDiff(StringRef Old, StringRef New, const std::string &Path) {
  if (Old == New)
    return {};
  constexpr std::size_t Context = 3;
  const std::vector<Step> Steps =
      shortestEdit(splitLines(Old), splitLines(New));
  std::string Out = "--- " + spelledName("a/" + Path) + "\n+++ " +
                    spelledName("b/" + Path) + "\n";
  const auto NextChange = [&](std::size_t From) {
    while (From < Steps.size() && Steps[From].Mark == ' ')
      ++From;
    return From;
  };
  for (std::size_t Change = NextChange(0); Change < Steps.size();) {
    const std::size_t Begin = Change - std::min(Change, Context);
    std::size_t End = Change + 1;
    Change = NextChange(End);
    while (Change < Steps.size() && Change - End <= 2 * Context) {
      End = Change + 1;
      Change = NextChange(End);
    }
    printHunk(Steps, Begin, std::min(End + Context, Steps.size()), Out);
  }
  return Out;
}

} // namespace async_tidy::tool
