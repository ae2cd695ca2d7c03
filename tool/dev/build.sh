# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How are the plugin and the command built? Installs what is missing from
# Debian, configures build/llvm-<major> once, and compiles. --release makes what
# the packages hold, in build/release-<major>: the same code in an order that
# runs a sixth faster, and takes a minute to link (cmake/Bolt.cmake).
#
# help: build [--llvm N] [--release] [-j N] [TARGET…]   compile into build/llvm-<N>/bin
set -euo pipefail
. tool/dev/lib/setup.sh

llvm=
jobs=$(nproc)
kind=llvm
targets=()
while [ $# -gt 0 ]; do
  case $1 in
  --llvm)
    [ $# -ge 2 ] || die "--llvm needs a version: one of $SUPPORTED_LLVM"
    llvm=$2
    shift 2
    ;;
  --llvm=*) llvm=${1#*=} && shift ;;
  --release) kind=release && shift ;;
  -j)
    [ $# -ge 2 ] || die "-j needs a number"
    jobs=$2
    shift 2
    ;;
  -j*) jobs=${1#-j} && shift ;;
  -*) die "unknown option '$1'; usage: ./dev build [--llvm N] [--release] [-j N] [TARGET…]" ;;
  *) targets+=("$1") && shift ;;
  esac
done
llvm=${llvm:-$(newest_llvm)}
case " $SUPPORTED_LLVM " in
*" $llvm "*) ;;
*) die "LLVM $llvm is not supported; use one of $SUPPORTED_LLVM" ;;
esac

need_packages $(packages_to_build "$llvm")
[ "$kind" = llvm ] || need_packages $(packages_to_release "$llvm")

tree=build/$kind-$llvm
if [ ! -f "$tree/build.ninja" ]; then
  say "configuring $tree"
  cmake --preset "$kind-$llvm" >&2
fi
say "building $tree"
cmake --build "$tree" -j "$jobs" ${targets[0]+--target "${targets[@]}"} >&2
say "built $tree/bin"
