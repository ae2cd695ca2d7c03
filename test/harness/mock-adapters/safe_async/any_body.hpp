// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The body of the adapters over libraries whose gather is a function, included
// where GATHER names it; no guard, no includes.

template <class... Child> auto safe_gather(Child... Children) {
  return GATHER(static_cast<Child &&>(Children)...);
}
template <class... Child> auto safe_gather(timeout_t, Child... Children) {
  return safe_gather(static_cast<Child &&>(Children)...);
}
template <class... Child>
auto safe_gather(return_exceptions_t, Child... Children) {
  return safe_gather(static_cast<Child &&>(Children)...);
}
template <class... Child>
auto safe_gather(return_exceptions_t, timeout_t, Child... Children) {
  return safe_gather(static_cast<Child &&>(Children)...);
}
