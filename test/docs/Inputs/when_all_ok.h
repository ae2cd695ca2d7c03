// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library that docs/extending.md describes.

#ifndef TEAM_WHEN_ALL_OK_H
#define TEAM_WHEN_ALL_OK_H

namespace team {
template <class T> struct Future {
  T Get();
};
template <class... F> Future<int> WhenAllOk(F... Futures);
namespace async {
template <class... F> Future<int> all(F... Futures);
} // namespace async
} // namespace team

#endif // TEAM_WHEN_ALL_OK_H
