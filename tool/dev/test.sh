# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does everything work?
#
#   ./dev test               newest LLVM, every test (at most 15 minutes on two cores)
#   ./dev test FILTER        only tests whose path matches the regular expression
#   ./dev test --all         the other LLVM versions, g++ and the sanitizers
#   ./dev test --llvm N      one LLVM version
#
# Installs what is missing, builds, and runs lit. Every run leaves its results
# in build/results/, from which summary.py counts; skipped tests are listed.
#
# help: run the tests; --all for the other LLVM versions, g++ and sanitizers
set -euo pipefail
. tool/dev/lib/setup.sh

results=build/results
filter="" majors="" all=no
while [ $# -gt 0 ]; do
  case $1 in
  --all) all=yes ;;
  --llvm) shift && majors=${1:?--llvm needs a version} ;;
  --keep-results) results_kept=yes ;;
  -*) die "unknown option $1; usage: ./dev test [--all] [--llvm N] [FILTER]" ;;
  *) filter=$1 ;;
  esac
  shift
done

# run_lit TREE NAME FOLDER PARAMETER…: one run of lit in build/TREE; its exit code is not ours,
# the results are.
run_lit() {
  local tree=$1 name=$2 folder=$3
  shift 3
  local command=(/usr/lib/llvm-22/bin/lit -j2 -sv --show-unsupported
    --output "$results/$name.json" --param "build=build/$tree")
  local parameter
  for parameter in "$@"; do command+=(--param "$parameter"); done
  [ -z "$filter" ] || command+=(--filter "$filter" --allow-empty-runs)
  say "lit $name"
  rm -f "$results/$name.json"
  timeout 2400 "${command[@]}" "$folder" || true
  [ -f "$results/$name.json" ] || touch "$results/$name.failed"
}

# full MAJOR: build for one LLVM version and run every test of it.
full() {
  need_packages $(packages_to_test "$1")
  # Its dependencies conflict with the newer Boost that the other tests use.
  unpack_package libcpprest-dev build/debian/cpprest
  if ! bash tool/dev/build.sh --llvm "$1"; then
    say "the build for LLVM $1 failed"
    touch "$results/llvm-$1.failed"
    return
  fi
  run_lit "llvm-$1" "llvm-$1" test
}

mkdir -p "$results"
[ "${results_kept:-no}" = yes ] || rm -f "$results"/*

newest=$(newest_llvm)
if [ "$all" = yes ]; then
  for major in $SUPPORTED_LLVM; do
    [ "$major" = "$newest" ] || full "$major"
  done
  need_packages $(packages_to_test "$newest")
  run_lit "llvm-$newest" header-g++ test/header tools=none compiler=g++
  run_lit "llvm-$newest" header-asan test/header tools=none sanitize=address,undefined
  run_lit "llvm-$newest" header-tsan test/header tools=none sanitize=thread
  # The packages, on a clean system that debootstrap makes, which takes root; and
  # the command in them, whose code was moved about after it was linked.
  [ "$(id -u)" -ne 0 ] || need_packages $(packages_to_test_packages)
  if bash tool/dev/package.sh --llvm "$newest"; then
    run_lit "release-$newest" packages test/package full=yes
    run_lit "release-$newest" release-checks test/checks
    run_lit "release-$newest" release-tool test/tool
  else
    say "the packages for LLVM $newest could not be made"
    touch "$results/packages.failed"
  fi
  run_lit "llvm-$newest" subsets test/tool/subsets_all.test full=yes
else
  full "${majors:-$newest}"
fi
python3 tool/dev/lib/summary.py "$results"
