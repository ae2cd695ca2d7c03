// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// PyTorch's futures, as far as clang's AST of a call site goes.

#ifndef ASYNC_TIDY_TEST_MOCKS_PYTORCH_H
#define ASYNC_TIDY_TEST_MOCKS_PYTORCH_H

namespace c10 {
template <class T> class intrusive_ptr {
public:
  T *operator->() const;
};
template <class T> class List {
public:
  T *begin() const;
  T *end() const;
};
namespace ivalue {
struct Future {
  void wait();
  void waitAndThrow();
};
} // namespace ivalue
intrusive_ptr<ivalue::Future> collectAll(List<intrusive_ptr<ivalue::Future>>);
intrusive_ptr<ivalue::Future> collectAny(List<intrusive_ptr<ivalue::Future>>);
} // namespace c10

#endif // ASYNC_TIDY_TEST_MOCKS_PYTORCH_H
