# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Which input breaks a reader? Builds a fuzzer of test/fuzz/ with clang's
# libFuzzer and AddressSanitizer and runs it; an input that breaks it is kept
# in the work folder and named.
#
# A fuzzer says in `// SOURCES:` which of our files it tests, in `// SEEDS:` where
# its first inputs come from and in `// FLAGS:` what it is compiled with.
#
# help: fuzz NAME [SECONDS] [--runs=N]   run a fuzzer of test/fuzz
set -euo pipefail
. tool/dev/lib/setup.sh

name="" limit=(-max_total_time=60) work="" major=$(newest_llvm)
build=build/llvm-$major
for argument in "$@"; do
  case $argument in
  --runs=*) limit=(-runs="${argument#*=}") ;;
  --build=*) build=${argument#*=} ;;
  --work=*) work=${argument#*=} ;;
  -*) die "unknown option '$argument'; usage: ./dev fuzz NAME [SECONDS] [--runs=N]" ;;
  [0-9]*) limit=(-max_total_time="$argument") ;;
  *) name=$argument ;;
  esac
done
source=test/fuzz/$name.cpp
[ -n "$name" ] && [ -f "$source" ] ||
  die "name a fuzzer: $(cd test/fuzz && ls ./*.cpp | sed 's/.*\///;s/\.cpp//' | tr '\n' ' ')"
work=${work:-build/fuzz/$name}
need_packages "clang-$major" "libclang-rt-$major-dev" "llvm-$major-dev"

# words KEY: what the fuzzer's `// KEY:` lines list.
words() { sed -n "s/^\/\/ $1: *//p" "$source"; }

mkdir -p "$work/corpus"
objects=()
for object in $(words OBJECTS); do objects+=("$build/$object"); done
say "building $work/fuzzer"
"clang++-$major" -std=c++20 -O1 -g -fno-rtti -Wno-deprecated-declarations -fsanitize=fuzzer,address \
  -isystem "/usr/lib/llvm-$major/include" -I. -Ichecks $(words FLAGS) "$source" $(words SOURCES) \
  "${objects[@]}" -L"/usr/lib/llvm-$major/lib" -lclang-cpp "-lLLVM-$major" -o "$work/fuzzer"
for seed in $(words SEEDS); do cp -n "$seed" "$work/corpus/"; done
# Files that a fuzzer makes stay in memory.
[ ! -d /dev/shm ] || export TMPDIR=/dev/shm
"$work/fuzzer" "${limit[@]}" -max_len=8192 -timeout=10 -print_final_stats=1 \
  -artifact_prefix="$work/" "$work/corpus" >"$work/log" 2>&1 ||
  { tail -n 40 "$work/log" >&2; die "$name broke; the input is in $work"; }
grep -E '^Done|number_of_executed_units' "$work/log"
