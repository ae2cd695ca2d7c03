// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How do the checks become known to clang-tidy?
//
// One module, registered when the program or the plugin is loaded. The front
// doors never name a check: whoever links this file has them all.

#include "AllChecks.h"
#include "ast/ClangCompat.h"
#include "clang-tidy/ClangTidyModule.h"
#include ASYNC_TIDY_MODULE_REGISTRY_H

namespace async_tidy {
namespace {

class AsyncModule final : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    AllChecks::forEach([&Factories]<typename Check>() {
      Factories.registerCheck<Check>(
          llvm::StringRef(Check::Info.Name.data(), Check::Info.Name.size()));
    });
  }
};

const clang::tidy::ClangTidyModuleRegistry::Add<AsyncModule>
    Registration("async-tidy-module",
                 "Checks for code that awaits several operations at once.");

} // namespace
} // namespace async_tidy
