// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The complete tables of the predicates that are not about a call: handlers,
// dropped tasks, children started by hand, awaits before a rethrow. Printed
// and compared with node_tables.golden, which is reviewed like code.
//
// RUN: %clangxx -std=c++20 -Wall -Wextra -Werror -I%root %s -o %t
// RUN: %t > %t.txt
// RUN: diff -u %S/node_tables.golden %t.txt

#include "checks/core/NodeRules.h"
#include "checks/core/Spelling.h"

#include <cstdio>
#include <string>

using namespace async_tidy;

namespace {

const char *yes(bool B) { return B ? "yes" : "no"; }

template <typename Enum, typename F> void each(F Print) {
  for (const auto &S : Spellings<Enum>)
    Print(S.Value, std::string(S.Text).c_str());
}

/// "fix", or why there is none.
template <typename Facts> std::string fixOf(const Facts &F) {
  const Refusal Why = refusalFor(F);
  return Why == Refusal::None ? "fix" : std::string(describe(Why));
}

void printHandlers() {
  std::printf("\nhandlers that stop it: takes, does\n");
  each<Takes>([](Takes T, const char *What) {
    each<Handling>([&](Handling H, const char *Does) {
      if (stopsIt(T, H))
        std::printf("  %-12s %s\n", What, Does);
    });
  });
  std::printf("\nswallowed cancellation: channel, excuse\n");
  HandlerFacts Bad{.What = Takes::Everything};
  each<CancellationChannel>([&](CancellationChannel C, const char *Channel) {
    each<Excuse>([&](Excuse E, const char *Because) {
      Bad.Channel = C;
      Bad.Because = E;
      std::printf("  %-12s %-18s %s\n", Channel, Because,
                  yes(swallowsCancellation(Bad)));
    });
  });
  std::printf("\nrethrow first: channel, takes, type, context\n");
  for (CancellationChannel C :
       {CancellationChannel::Exception, CancellationChannel::ErrorCode})
    each<Takes>([&](Takes T, const char *What) {
      each<Visibility>([&](Visibility V, const char *Type) {
        each<Context>([&](Context In, const char *Where) {
          const HandlerFacts F{.Channel = C, .What = T, .Type = V, .In = In};
          // One line for each reason, and one for each context that counts.
          if (T == Takes::Nothing ||
              (In != Context::Plain && fixOf(F) != describe(refusalFor(In)) &&
               fixOf(F) != "fix"))
            return;
          std::printf("  %-11s %-11s %-9s %-15s %s\n",
                      std::string(spell(C)).c_str(), What, Type, Where,
                      fixOf(F).c_str());
        });
      });
    });
}

void printDrops() {
  std::printf("\ndiscarded: start, held, waiver\n");
  each<Start>([](Start S, const char *Begins) {
    each<Held>([&](Held H, const char *How) {
      each<Waiver>([&](Waiver W, const char *Meant) {
        std::printf("  %-6s %-10s %-5s %s\n", Begins, How, Meant,
                    yes(isDiscarded({.Begins = S, .How = H, .Meant = W})));
      });
    });
  });
  std::printf("\nawait it: caller, context, obstacle\n");
  each<Caller>([](Caller C, const char *Where) {
    each<Context>([&](Context In, const char *Text) {
      for (EditObstacle O : {EditObstacle::None, EditObstacle::UnsupportedForm})
        std::printf(
            "  %-10s %-15s %-17s %s\n", Where, Text,
            std::string(spell(O)).c_str(),
            fixOf(DropFacts{.Where = C, .In = In, .Obstacle = O}).c_str());
    });
  });
}

void printStarts() {
  std::printf("\nhand-rolled gather: start, children, order, failure\n");
  each<Start>([](Start S, const char *Begins) {
    each<Children>([&](Children N, const char *Count) {
      each<Order>([&](Order O, const char *Sequence) {
        each<FailureOfOne>([&](FailureOfOne F, const char *Failure) {
          if (isHandRolledGather(
                  {.Begins = S, .Count = N, .Sequence = O, .Failure = F}))
            std::printf("  %-6s %-8s %-14s %s\n", Begins, Count, Sequence,
                        Failure);
        });
      });
    });
  });
  std::printf("\nmay replace the exception: region, captured, throws\n");
  each<Region>([](Region R, const char *Where) {
    each<Capture>([&](Capture C, const char *Captured) {
      each<Throwing>([&](Throwing T, const char *Throws) {
        if (mayReplaceException({.Where = R, .Captured = C, .Throws = T}))
          std::printf("  %-15s %-15s %s\n", Where, Captured, Throws);
      });
    });
  });
}

} // namespace

int main() {
  std::printf("The tables of NodeRules.h. Reviewed by hand; see "
              "node_tables.cpp.\n");
  printHandlers();
  printDrops();
  printStarts();
}
