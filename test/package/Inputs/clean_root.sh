#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Do the .deb packages work on a Debian that has nothing else?
#
#   clean_root.sh FOLDER MAJOR DIR
#
# FOLDER holds the packages for LLVM MAJOR; the system is made in DIR. There a
# file is linted and fixed by the command and by clang-tidy with the plugin, the
# result is compiled against the installed header, and linted again.
set -euo pipefail
packages=$1 major=$2 root=$3

mkdir -p "$root"
debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian
echo "deb http://deb.debian.org/debian-security bookworm-security main" \
  >> "$root/etc/apt/sources.list"
echo "deb http://deb.debian.org/debian-security bookworm-security main" \
  >> "$root/etc/apt/sources.list"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/lint"
cp "$packages"/*.deb "$root/lint/"

cat > "$root/lint/dashboard.cpp" << 'END'
#include <asio/awaitable.hpp>
#include <asio/experimental/awaitable_operators.hpp>

using namespace asio::experimental::awaitable_operators;

asio::awaitable<int> prices();
asio::awaitable<int> stock();

asio::awaitable<int> dashboard() {
  auto [Prices, Stock] = co_await (prices() && stock());
  co_return Prices + Stock;
}
END

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
  DEBIAN_FRONTEND=noninteractive bash -euc "cd /lint; $1"; }

inside "apt-get update -qq
  apt-get install -y -qq --no-install-recommends ./async-tidy-${major}_*.deb \
    ./libsafe-async-dev_*.deb clang-tidy-$major g++ libasio-dev" > "$root.log" 2>&1 ||
  { cat "$root.log"; exit 1; }

flags="-std=c++20 -DASIO_HAS_CO_AWAIT=1 -DASIO_HAS_STD_COROUTINE=1"
inside "
  async-tidy --version
  async-tidy-$major --version > /dev/null
  ls -l /etc/alternatives/async-tidy /usr/share/man/man1/async-tidy.1
  cp dashboard.cpp plugin.cpp
  ! async-tidy dashboard.cpp -- $flags
  async-tidy --fix dashboard.cpp -- $flags
  g++ $flags -fsyntax-only dashboard.cpp && echo compiled: dashboard.cpp
  clang-tidy-$major -load=AsyncTidyPlugin-$major.so '--checks=-*,async-*' --fix --quiet \
    plugin.cpp -- $flags
  cmp dashboard.cpp plugin.cpp && echo the same fix: dashboard.cpp
  cat dashboard.cpp
  apt-get remove -y -qq async-tidy-$major > /dev/null
  ! test -e /usr/bin/async-tidy && echo removed"
