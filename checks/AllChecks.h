// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which checks are there? One line each, in table order: this list is the
// table of contents of the rule book. The module, `--list-checks`,
// `--describe` and the meta-tests iterate it.

#ifndef ASYNC_TIDY_ALLCHECKS_H
#define ASYNC_TIDY_ALLCHECKS_H

#include "DiscardedGatherCheck.h"
#include "HandRolledGatherCheck.h"
#include "MissingTimeoutCheck.h"
#include "OrphaningTimeoutCheck.h"
#include "RawGatherCheck.h"
#include "SwallowedCancellationCheck.h"
#include "UncapturedCleanupCheck.h"
#include "UncheckedResultsCheck.h"

namespace async_tidy {

template <typename... Checks> struct CheckList {
  /// Calls \p Visit.operator()<Check>() for each check.
  template <typename Visitor> static void forEach(Visitor &&Visit) {
    (Visit.template operator()<Checks>(), ...);
  }
  static constexpr std::array Infos = {&Checks::Info...};
};

using AllChecks = CheckList<RawGatherCheck, MissingTimeoutCheck,
                            UncapturedCleanupCheck, UncheckedResultsCheck,
                            SwallowedCancellationCheck, OrphaningTimeoutCheck,
                            HandRolledGatherCheck, DiscardedGatherCheck>;

} // namespace async_tidy

#endif // ASYNC_TIDY_ALLCHECKS_H
