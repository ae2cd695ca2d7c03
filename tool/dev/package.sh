# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How are the .deb packages made? Builds, then lets CPack put what `cmake
# --install` would install into build/release-<major>/packages.
#
# help: package [--llvm N]   the .deb packages, in build/release-<N>/packages
set -euo pipefail
. tool/dev/lib/setup.sh

major=$(newest_llvm)
while [ $# -gt 0 ]; do
  case $1 in
  --llvm) shift && major=${1:?--llvm needs a version} ;;
  *) die "unknown option '$1'; usage: ./dev package [--llvm N]" ;;
  esac
  shift
done

need_packages $(packages_to_package)
tree=build/release-$major
bash tool/dev/build.sh --release --llvm "$major"
cmake "$tree" >/dev/null # the manual page needs help2man, which may be new here
cmake --build "$tree" >&2
rm -rf "$tree/packages"
(cd "$tree" && cpack -G DEB >&2)
rm -rf "$tree/packages/_CPack_Packages"
ls "$tree"/packages/*.deb
