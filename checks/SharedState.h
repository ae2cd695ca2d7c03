// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do the checks of one translation unit share?
//
// Each check is an object of its own that knows nothing of the others. What
// they must agree on (which file has its include edit, which rows lie beside
// the headers) is one object for all checks of a ClangTidyContext, made by the
// first that asks and gone with the last.

#ifndef ASYNC_TIDY_SHAREDSTATE_H
#define ASYNC_TIDY_SHAREDSTATE_H

#include <map>
#include <memory>
#include <mutex>

namespace clang::tidy {
class ClangTidyContext;
} // namespace clang::tidy

namespace async_tidy {

/// The one \p State of the checks of \p Context. Safe to call from several
/// threads for different contexts.
template <typename State>
std::shared_ptr<State> sharedBy(const clang::tidy::ClangTidyContext &Context) {
  static std::mutex Mutex;
  static std::map<const clang::tidy::ClangTidyContext *, std::weak_ptr<State>>
      States;
  const std::lock_guard<std::mutex> Lock(Mutex);
  std::weak_ptr<State> &Entry = States[&Context];
  std::shared_ptr<State> Shared = Entry.lock();
  if (!Shared) {
    Shared = std::make_shared<State>();
    Entry = Shared;
  }
  return Shared;
}

} // namespace async_tidy

#endif // ASYNC_TIDY_SHAREDSTATE_H
