// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Nothing but the standard library: blocking functions run on threads of
// their own, and a std::stop_token tells them when nobody needs them any more.
#include <safe_async/task.hpp>

#include <condition_variable>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using namespace safe_async;

std::string read_file(std::stop_token) { return "contents"; }

// Blocks until it is told to stop.
void watch_directory(std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock guard(mutex);
  wake.wait(guard, stop, [] { return false; });
}

task<int> compute() {
  co_await sleep_for(2ms);
  co_return 6 * 7;
}
task<void> fail() {
  co_await sleep_for(2ms);
  throw std::runtime_error("the disk is full");
}

task<void> program() {
  auto [text, number] = co_await safe_gather(read_file, compute());
  std::cout << text << ' ' << number << '\n';

  try {
    co_await safe_gather(timeout(30s), watch_directory, fail());
  } catch (const std::runtime_error &error) {
    std::cout << "stopped watching: " << error.what() << '\n';
  }
  try {
    co_await safe_gather(timeout(10ms), watch_directory);
  } catch (const timeout_error &) {
    std::cout << "watched for 10 ms\n";
  }
}

int main() { sync_wait(program()); }
