// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See FunctionText.h. The difference is Myers' greedy algorithm.

#include "changes/FunctionText.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Basic/LangStandard.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/TargetParser/Triple.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

struct RawToken {
  std::string Text;
  unsigned Line = 0;
  bool InDirective = false;
  bool StartsDirective = false;
};

std::vector<RawToken> lex(StringRef Text) {
  clang::LangOptions Options;
  std::vector<std::string> Includes; // none: that is for OpenCL
  clang::LangOptions::setLangDefaults(Options, clang::Language::CXX,
                                      llvm::Triple(), Includes,
                                      clang::LangStandard::lang_cxx20);
  const std::string Terminated = Text.str(); // the lexer wants a NUL behind
  const char *Begin = Terminated.c_str();
  clang::Lexer Lex(clang::SourceLocation(), Options, Begin, Begin,
                   Begin + Terminated.size());
  std::vector<RawToken> Tokens;
  unsigned Line = 1;
  const char *Counted = Begin;
  bool InDirective = false;
  clang::Token T;
  while (true) {
    Lex.LexFromRawLexer(T);
    if (T.is(clang::tok::eof))
      return Tokens;
    const char *At = Lex.getBufferLocation() - T.getLength();
    Line += std::count(Counted, At, '\n');
    Counted = At;
    if (T.isAtStartOfLine())
      InDirective = T.is(clang::tok::hash);
    Tokens.push_back({std::string(At, T.getLength()), Line, InDirective,
                      InDirective && T.isAtStartOfLine()});
  }
}

bool isControl(StringRef Word) {
  return Word == "if" || Word == "for" || Word == "while" || Word == "switch" ||
         Word == "do" || Word == "else" || Word == "try" || Word == "catch";
}

/// What an opening brace begins, by the tokens since the last `;` or brace.
enum class Brace { Scope, Definition, Odd };

Brace kindOf(const std::vector<RawToken> &Tokens, std::size_t From,
             std::size_t Open) {
  int Parens = 0;
  bool Class = false, Paren = false, Assigned = false;
  for (std::size_t I = From; I < Open; ++I) {
    const StringRef T = Tokens[I].Text;
    Parens += T == "(" || T == "[";
    Parens -= T == ")" || T == "]";
    if (Tokens[I].InDirective || Parens > 0)
      continue;
    if (I == From && isControl(T))
      return Brace::Odd; // no definition starts so: a macro hides something
    Paren |= T == ")";
    Assigned |= T == "=";
    Class |= T == "namespace" || T == "class" || T == "struct" ||
             T == "union" || T == "extern" || T == "export";
  }
  return Class && !Paren && !Assigned ? Brace::Scope : Brace::Definition;
}

/// The brace that closes the definition whose first block opens at \p Open, or
/// the number of tokens where there is none.
std::size_t endOfDefinition(const std::vector<RawToken> &Tokens,
                            std::size_t Open) {
  int Depth = 0;
  for (std::size_t I = Open; I < Tokens.size(); ++I) {
    if (Tokens[I].InDirective)
      continue;
    Depth += Tokens[I].Text == "{";
    Depth -= Tokens[I].Text == "}";
    if (Depth > 0 || Tokens[I].Text != "}")
      continue;
    // More blocks follow: `S() : a{1}, b{2} { }`, `f() try { } catch (...) {
    // }`.
    const StringRef Next =
        I + 1 < Tokens.size() ? Tokens[I + 1].Text : StringRef();
    if (Next != "," && Next != "{" && Next != "catch")
      return I;
  }
  return Tokens.size();
}

std::string join(const std::vector<RawToken> &Tokens, std::size_t From,
                 std::size_t To) {
  std::string Out;
  for (; From < To; ++From)
    if (!Tokens[From].InDirective)
      Out += Tokens[From].Text + " ";
  return Out;
}

/// Tokens of \p From to before \p To.
std::vector<TextToken> textOf(const std::vector<RawToken> &Tokens,
                              std::size_t From, std::size_t To) {
  std::vector<TextToken> Out;
  for (; From < To; ++From)
    Out.push_back(
        {std::hash<std::string>()(Tokens[From].Text), Tokens[From].Line});
  return Out;
}

/// Where the directive ends that starts at \p At.
std::size_t endOfDirective(const std::vector<RawToken> &Tokens,
                           std::size_t At) {
  do
    ++At;
  while (At < Tokens.size() && Tokens[At].InDirective &&
         !Tokens[At].StartsDirective);
  return At;
}

/// The pairs of equal tokens of a shortest edit script, or nothing where the
/// two differ too much.
std::optional<std::vector<std::pair<int, int>>>
matches(const std::vector<TextToken> &A, const std::vector<TextToken> &B) {
  constexpr int Most = 3000; // the trace takes the square of this
  const int N = A.size(), M = B.size();
  std::vector<std::vector<int>> Trace;
  std::vector<int> V(2 * Most + 3, 0);
  const auto At = [&](int K) -> int & { return V[K + Most + 1]; };
  for (int D = 0; D <= std::min(N + M, Most); ++D) {
    Trace.emplace_back(V.begin() + (Most + 1 - D - 1),
                       V.begin() + (Most + 1 + D + 2));
    for (int K = -D; K <= D; K += 2) {
      int X = K == -D || (K != D && At(K - 1) < At(K + 1)) ? At(K + 1)
                                                           : At(K - 1) + 1;
      int Y = X - K;
      while (X < N && Y < M && A[X].Text == B[Y].Text)
        ++X, ++Y;
      At(K) = X;
      if (X < N || Y < M)
        continue;
      std::vector<std::pair<int, int>> Out;
      for (int Step = D; Step >= 0; --Step) {
        const std::vector<int> &Before = Trace[Step];
        const auto Old = [&](int Diagonal) {
          return Before[Diagonal + Step + 1];
        };
        const int Diagonal = X - Y;
        const bool Down =
            Diagonal == -Step ||
            (Diagonal != Step && Old(Diagonal - 1) < Old(Diagonal + 1));
        const int From = Down ? Diagonal + 1 : Diagonal - 1;
        const int FromX = Step == 0 ? 0 : Old(From);
        const int FromY = Step == 0 ? 0 : FromX - From;
        const int StartX = Step == 0 ? 0 : (Down ? FromX : FromX + 1);
        while (X > StartX) {
          --X, --Y;
          Out.push_back({X, Y});
        }
        X = FromX;
        Y = FromY;
      }
      std::reverse(Out.begin(), Out.end());
      return Out;
    }
  }
  return std::nullopt;
}

/// Whether \p A and \p B are the same, wherever one starts to read: a diff may
/// put `; call()` for `call() ;`.
bool sameTurned(llvm::ArrayRef<TextToken> A, llvm::ArrayRef<TextToken> B) {
  if (A.size() != B.size() || A.empty())
    return false;
  for (std::size_t Turn = 0; Turn < A.size(); ++Turn) {
    bool Same = true;
    for (std::size_t I = 0; Same && I < A.size(); ++I)
      Same = A[I].Text == B[(I + Turn) % B.size()].Text;
    if (Same)
      return true;
  }
  return false;
}

} // namespace

std::vector<FunctionText> functionsIn(StringRef Text) {
  const std::vector<RawToken> Tokens = lex(Text);
  std::vector<FunctionText> Out;
  std::vector<std::string> Scopes;
  std::size_t From = 0; // where the current declaration began
  for (std::size_t I = 0; I < Tokens.size(); ++I) {
    if (Tokens[I].InDirective) {
      const std::size_t End = endOfDirective(Tokens, I);
      if (End - I > 2 && Tokens[I + 1].Text == "define")
        Out.push_back(
            {"#define " + Tokens[I + 2].Text, textOf(Tokens, I, End)});
      if (From == I)
        From = End;
      I = End - 1;
      continue;
    }
    const StringRef T = Tokens[I].Text;
    if (T == ";") {
      From = I + 1;
    } else if (T == "}") {
      if (Scopes.empty())
        return {};
      Scopes.pop_back();
      From = I + 1;
    } else if (T == "{") {
      const Brace Kind = kindOf(Tokens, From, I);
      if (Kind == Brace::Odd)
        return {};
      if (Kind == Brace::Scope) {
        Scopes.push_back(join(Tokens, From, I));
        From = I + 1;
        continue;
      }
      const std::size_t Close = endOfDefinition(Tokens, I);
      if (Close == Tokens.size())
        return {};
      FunctionText F;
      for (const std::string &Scope : Scopes)
        F.Signature += Scope + "{ ";
      F.Signature += join(Tokens, From, I);
      F.Tokens = textOf(Tokens, From, Close + 1);
      Out.push_back(std::move(F));
      I = Close;
      From = I + 1;
    }
  }
  return Scopes.empty() ? Out : std::vector<FunctionText>();
}

std::vector<LineRange> changedLines(const FunctionText &Old,
                                    const FunctionText &New) {
  const auto Equal = matches(Old.Tokens, New.Tokens);
  if (!Equal)
    return {{New.firstLine(), New.lastLine()}};
  // Runs between equal tokens: what was deleted and what was added there.
  struct Run {
    llvm::ArrayRef<TextToken> Deleted, Added;
    LineRange Where;
    bool Moved = false;
  };
  std::vector<Run> Runs;
  int X = 0, Y = 0;
  const auto Close = [&](int ToX, int ToY) {
    if (ToX > X || ToY > Y) {
      Run R;
      R.Deleted = llvm::ArrayRef(Old.Tokens).slice(X, ToX - X);
      R.Added = llvm::ArrayRef(New.Tokens).slice(Y, ToY - Y);
      if (ToY > Y) {
        R.Where = {New.Tokens[Y].Line, New.Tokens[ToY - 1].Line};
      } else { // between the token before and the one behind
        const unsigned Before = New.Tokens[std::max(Y - 1, 0)].Line;
        const unsigned Behind =
            New.Tokens[std::min<int>(Y, New.Tokens.size() - 1)].Line;
        R.Where = Before == Behind ? LineRange(Before, Before)
                                   : LineRange(Before + 1, Before);
      }
      Runs.push_back(R);
    }
    X = ToX + 1;
    Y = ToY + 1;
  };
  for (const auto &[InOld, InNew] : *Equal)
    Close(InOld, InNew);
  Close(Old.Tokens.size(), New.Tokens.size());
  for (Run &A : Runs)
    for (Run &B : Runs)
      if (A.Deleted.empty() && B.Added.empty() && !A.Moved && !B.Moved &&
          sameTurned(A.Added, B.Deleted))
        A.Moved = B.Moved = true;
  std::vector<LineRange> Lines;
  for (const Run &R : Runs)
    if (!R.Moved)
      Lines.push_back(R.Where);
  return Lines;
}

} // namespace async_tidy::tool
