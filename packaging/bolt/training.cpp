// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does async-tidy's code run when it analyses an ordinary source? This one
// is analysed while the packages are made, and counted; see cmake/Bolt.cmake.
// Most time goes into headers full of templates, so it has many, from libraries
// that are there wherever async-tidy is built: the standard one, and clang's
// own. The rest is a gather and a handler for the checks to look at, with as
// much of cppcoro as that takes.

#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Sema/Sema.h"

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <regex>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

namespace cppcoro {
template <typename T> struct task {
  struct promise_type {
    task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_value(T);
    void unhandled_exception();
  };
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
template <typename... Ts> task<std::tuple<Ts...>> when_all(task<Ts>...);
} // namespace cppcoro

namespace shop {
using cppcoro::task;

task<std::string> name(int Id);
task<std::vector<int>> orders(int Id);

struct Page {
  std::string Title;
  std::map<std::string, std::vector<int>> Rows;
};

task<Page> page(int Id) {
  Page Result;
  try {
    auto [Name, Orders] = co_await cppcoro::when_all(name(Id), orders(Id));
    std::ranges::sort(Orders);
    Result.Rows[Name] = std::move(Orders);
  } catch (const std::exception &E) {
    std::cerr << E.what() << '\n';
  }
  co_return Result;
}

class Counter : public clang::RecursiveASTVisitor<Counter> {
public:
  bool VisitCallExpr(clang::CallExpr *Call) {
    if (const clang::FunctionDecl *Callee = Call->getDirectCallee())
      ++Calls[Callee->getNameAsString()];
    return true;
  }

private:
  std::unordered_map<std::string, unsigned> Calls;
};
} // namespace shop
