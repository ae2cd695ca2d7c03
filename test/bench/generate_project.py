# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does the benchmark measure on?
#
# A project of N sources, of which a share are coroutines on real Boost.Asio
# headers and hold a gather; the others use the standard library the way most
# code does, and no library that we know. All include a header of the project.

import json
import shutil
import subprocess

HEADER = """#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>
struct Order {
  std::string customer;
  std::map<std::string, int> items;
};
inline int count(const Order &order) {
  int sum = 0;
  for (const auto &[name, number] : order.items)
    sum += number;
  return sum;
}
template <typename T> std::shared_ptr<T> share(T value) {
  return std::make_shared<T>(std::move(value));
}
"""

PLAIN = """#include "order.h"
#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>
#include <regex>
#include <sstream>
#include <unordered_map>
namespace part%(number)d {
std::optional<Order> find(const std::vector<Order> &orders, const std::string &pattern) {
  const std::regex wanted(pattern);
  const auto at = std::find_if(orders.begin(), orders.end(), [&](const Order &each) {
    return std::regex_search(each.customer, wanted);
  });
  return at == orders.end() ? std::nullopt : std::optional(*at);
}
std::string report(const std::vector<Order> &orders) {
  std::unordered_map<std::string, int> sums;
  for (const Order &order : orders)
    sums[order.customer] += count(order);
  std::ostringstream out;
  for (const auto &[customer, sum] : sums)
    out << customer << ": " << sum << '\\n';
  return out.str();
}
} // namespace part%(number)d
"""

ASYNC = """#include "order.h"
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
namespace part%(number)d {
namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;
asio::awaitable<std::size_t> send(asio::ip::tcp::socket &to, const std::string &text) {
  co_return co_await asio::async_write(to, asio::buffer(text), asio::use_awaitable);
}
asio::awaitable<std::size_t> receive(asio::ip::tcp::socket &from, std::string &text) {
  co_return co_await asio::async_read_until(from, asio::dynamic_buffer(text), '\\n',
                                            asio::use_awaitable);
}
asio::awaitable<void> exchange(asio::ip::tcp::socket a, asio::ip::tcp::socket b, Order order) {
  std::string answer;
  auto [sent, received] = co_await (send(a, order.customer) && receive(b, answer));
  order.items[answer] = int(sent + received);
}
void run(Order order) {
  asio::io_context context;
  asio::co_spawn(context,
                 exchange(asio::ip::tcp::socket(context), asio::ip::tcp::socket(context), order),
                 asio::detached);
  context.run();
}
} // namespace part%(number)d
"""


def generate(folder, files, share, compiler):
    """Writes the project; the sources, those with a gather first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "order.h").write_text(HEADER)
    gathers = max(1, round(files * share / 100)) if share else 0
    sources, entries = [], []
    for number in range(files):
        source = folder / f"part{number}.cpp"
        source.write_text((ASYNC if number < gathers else PLAIN) % {"number": number})
        arguments = [compiler, "-std=c++20", "-c", source.name]
        entries.append({"directory": str(folder), "file": str(source), "arguments": arguments})
        sources.append(source)
    (folder / "compile_commands.json").write_text(json.dumps(entries, indent=1))
    commit_all(folder)
    return sources


def commit_all(folder):
    """A revision to compare with."""
    me = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"]
    for words in (["init", "-q"], ["add", "-A"], [*me, "commit", "-qm", "generated"]):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
