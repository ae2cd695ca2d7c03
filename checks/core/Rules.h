// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which rules are there, and what is said of each?
//
// One CheckInfo per check, written once beside the check; the module, the
// command's `--list-checks` and `--describe`, the docs and the meta-tests all
// read it from the binary. Option names are the named objects below: a check
// reads and stores an option through the same OptionInfo, so that the two
// spellings cannot drift apart.
//
// Ring 1: standard library only, constexpr, no clang, no input or output.

#ifndef ASYNC_TIDY_CORE_RULES_H
#define ASYNC_TIDY_CORE_RULES_H

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace async_tidy {

/// The checks, in table order: on a call with several findings the first
/// enabled and surviving one carries the edit.
enum class Rule : std::uint8_t {
  RawGather,
  MissingTimeout,
  UncapturedCleanup,
  UncheckedResults,
  SwallowedCancellation,
  OrphaningTimeout,
  HandRolledGather,
  DiscardedGather,
};
inline constexpr std::array AllRules = {
    Rule::RawGather,
    Rule::MissingTimeout,
    Rule::UncapturedCleanup,
    Rule::UncheckedResults,
    Rule::SwallowedCancellation,
    Rule::OrphaningTimeout,
    Rule::HandRolledGather,
    Rule::DiscardedGather,
};

/// A set of rules.
class RuleSet {
public:
  constexpr RuleSet() = default;
  static constexpr RuleSet all() {
    RuleSet S;
    for (Rule R : AllRules)
      S.insert(R);
    return S;
  }
  static constexpr RuleSet only(Rule R) {
    RuleSet S;
    S.insert(R);
    return S;
  }
  constexpr void insert(Rule R) { Bits |= bit(R); }
  constexpr bool contains(Rule R) const { return (Bits & bit(R)) != 0; }
  constexpr bool containsOnly(Rule R) const { return Bits == bit(R); }
  constexpr bool empty() const { return Bits == 0; }
  friend constexpr RuleSet operator&(RuleSet A, RuleSet B) {
    A.Bits &= B.Bits;
    return A;
  }
  friend constexpr bool operator==(RuleSet, RuleSet) = default;

private:
  static constexpr std::uint16_t bit(Rule R) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(R));
  }
  std::uint16_t Bits = 0;
};

/// One option of a check, or of all checks.
struct OptionInfo {
  std::string_view Name;
  std::string_view Default;
  std::string_view Summary; ///< one sentence with a period
};

/// How often a check offers a fix.
enum class FixKind : std::uint8_t { Never, Sometimes };

/// What there is to say of one check.
struct CheckInfo {
  Rule Id;
  std::string_view Name;    ///< "async-raw-gather"
  std::string_view Summary; ///< one sentence with a period
  FixKind Fix = FixKind::Never;
  std::string_view Since; ///< first version that has the check
  std::span<const OptionInfo> Options = {}; ///< the check's own options
};

} // namespace async_tidy

#endif // ASYNC_TIDY_CORE_RULES_H
