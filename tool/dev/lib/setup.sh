# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Which LLVM versions are there, and is every package we need installed?
#
# Sourced by the subcommands. Packages come from Debian's own archive (bookworm
# and its security updates) and from nowhere else; the only lists of package
# names are the functions below.

# The LLVM versions we support, newest first.
SUPPORTED_LLVM="22 19 16"

# say TEXT: one progress line for a person, kept out of standard output.
say() { printf 'dev: %s\n' "$*" >&2; }

# die TEXT: an error with its remedy; usage and configuration errors exit 2.
die() {
  printf 'dev: error: %s\n' "$*" >&2
  exit 2
}

# packages_to_build MAJOR: what it takes to compile for one LLVM version.
packages_to_build() {
  echo cmake ninja-build ccache git python3 g++ libstdc++-12-dev zlib1g-dev \
    "clang-$1" "clang-tidy-$1" "llvm-$1-dev" "libclang-$1-dev" \
    "libclang-cpp$1-dev"
  # What the archives of clangd use; LLVM 16 has none of its main().
  [ "$1" = 16 ] || echo "libgrpc++1.51" libgrpc29 libprotobuf32 libabsl20220623
}

# packages_to_test MAJOR: what the tests need on top. lit and FileCheck come
# from the newest version whatever is tested, clang-format likewise.
packages_to_test() {
  packages_to_build "$1"
  echo llvm-22-tools clang-format-22 clang-22 libboost1.81-dev libasio-dev \
    libgtest-dev libcapnp-dev qt6-base-dev qcoro-qt6-dev "libclang-rt-$1-dev" \
    neovim emacs-nox elpa-eglot "clang-tools-$1" bear make patch \
    parallel openssh-server openssh-client rsync iproute2 pkgconf \
    python3-yaml python3-sarif-python-om pre-commit
}

# packages_to_release MAJOR: what `./dev build --release` takes on top.
packages_to_release() { echo "lld-$1" "bolt-$1"; }

# packages_to_package: what it takes to make .deb packages.
packages_to_package() { echo help2man dpkg-dev file; }

# packages_to_test_packages: what the tests of the packages need: a clean system
# to install them on, and Bazel with what it would download and be served by.
packages_to_test_packages() {
  echo debootstrap bazel-bootstrap bazel-platforms bazel-rules-java \
    bazel-rules-proto protobuf-compiler python3-protobuf python3-grpcio
}

# unpack_package NAME FOLDER: the files of a Debian package that cannot be
# installed beside the others, below FOLDER. Best effort: a test that needs them
# is skipped without.
unpack_package() {
  [ ! -d "$2" ] || return 0
  local work
  work=$(mktemp -d)
  if (cd "$work" && apt-get download -qq "$1" 2>/dev/null) &&
    dpkg-deb -x "$work"/*.deb "$work/files"; then
    mkdir -p "$(dirname "$2")" && mv "$work/files" "$2"
  else
    say "could not download $1; its tests are skipped"
  fi
  rm -rf "$work"
}

# llvm_installed MAJOR: whether its CMake package can be found.
llvm_installed() {
  [ -f "/usr/lib/llvm-$1/lib/cmake/clang/ClangConfig.cmake" ]
}

# newest_llvm: the newest supported version that is installed, else the newest.
newest_llvm() {
  local major
  for major in $SUPPORTED_LLVM; do
    if llvm_installed "$major"; then
      echo "$major"
      return
    fi
  done
  echo "${SUPPORTED_LLVM%% *}"
}

# need_packages NAME…: installs those that are missing, as root or with sudo.
need_packages() {
  local missing=() name
  for name in "$@"; do
    case $(dpkg-query -W -f '${Status}' "$name" 2>/dev/null) in
    *" installed") ;;
    *) missing+=("$name") ;;
    esac
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local command="apt-get install -y --no-install-recommends ${missing[*]}"
  command -v apt-get >/dev/null ||
    die "these Debian packages are missing: ${missing[*]}; only Debian is set up automatically"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "packages are missing and sudo is not installed; run as root: $command"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >&2 ||
    die "apt-get update failed; check the network and /etc/apt"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $command -qq >&2 ||
    die "could not install packages; run: $command"
}
