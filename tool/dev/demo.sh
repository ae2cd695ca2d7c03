# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does async-tidy do for me? Shows it on a small real program: build, run
# the program as it is, read the findings, apply the fixes to a copy, run that.
# Every step is checked; the exit code is 0 only if the whole story came true.
#
# help: install, build and see async-tidy work on a small Boost.Asio program
set -euo pipefail
. tool/dev/lib/setup.sh

major=$(newest_llvm)
while [ $# -gt 0 ]; do
  case $1 in
  --llvm) shift && major=${1:?--llvm needs a version} ;;
  --built) built=yes ;; # the test of this script has built already
  *) die "unknown argument $1; usage: ./dev demo [--llvm N]" ;;
  esac
  shift
done

if [ "${built:-no}" = no ]; then
  need_packages $(packages_to_build "$major") libboost1.81-dev
  bash tool/dev/build.sh --llvm "$major"
fi
async_tidy=$PWD/build/llvm-$major/bin/async-tidy
compile=("clang++-$major" -std=c++20 "-I$PWD/include" -pthread)
folder=$PWD/build/llvm-$major/demo

# step TEXT: a headline; shown COMMAND…: a command, printed before it is run.
step() { printf '\n== %s\n' "$*"; }
shown() {
  printf '$ %s\n' "$*"
  "$@"
}
failed() {
  printf '\ndemo: error: %s\n' "$*"
  exit 1
}

rm -rf "$folder"
mkdir -p "$folder"
cp docs/demo/dashboard.cpp docs/demo/.clang-tidy "$folder"
cd "$folder"
printf '[{"directory": "%s", "file": "dashboard.cpp", "command": "%s -c dashboard.cpp"}]\n' \
  "$folder" "${compile[*]}" >compile_commands.json
echo "The demo works on a copy in ${folder#"$OLDPWD/"}."

step "The program as it is: one service is down, and nobody learns which"
"${compile[@]}" dashboard.cpp -o before
shown ./before | tee before.txt
! grep -q "participants: 503" before.txt || failed "the raw gather told the cause"

step "What async-tidy finds (exit code 1: there are findings)"
status=0
shown "$async_tidy" -p . dashboard.cpp || status=$?
[ "$status" -eq 1 ] || failed "async-tidy exited with $status, not 1"

step "Its fixes, applied to the copy"
cp dashboard.cpp original.cpp
status=0
shown "$async_tidy" -p . --fix dashboard.cpp >fix.txt 2>&1 || status=$?
[ "$status" -eq 0 ] || failed "async-tidy --fix exited with $status: $(cat fix.txt)"
diff -u original.cpp dashboard.cpp && failed "no fix was applied"

step "The fixed program: the same services, and the cause is named"
"${compile[@]}" dashboard.cpp -o after
shown ./after | tee after.txt
grep -q "participants: 503" after.txt || failed "the fixed program hides the cause"

step "async-tidy on the fixed program: nothing left"
shown "$async_tidy" -p . dashboard.cpp || failed "findings are left"
