# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How is one tree of tests run for every LLVM version and compiler?
#
#   ./dev test ──> lit --param build=build/llvm-<major> test
#                   └─> this file: features and substitutions for that build
#
# Nothing is configured by CMake: the build directory is a parameter, and its
# name holds the LLVM version. What is not installed becomes a missing feature,
# so that a test which needs it is listed as skipped and never silently green.
#
# Parameters
#   build=DIR       build directory, build/llvm-<major> or build/release-<major>
#   tools=none      run only tests that need no binary of ours (test/header)
#   compiler=NAME   compiler behind %cxx: clang++-<major> (default) or g++
#   sanitize=LIST   sanitizers behind %cxx: address,undefined or thread
#   full=yes        also the long tests
#   libraries=DIR   checkouts of real libraries, for tests that read them
# Environment: ASYNC_TIDY_REAL_INCLUDES and ASYNC_TIDY_REAL_LIBS, where the
# adapters' tests look for real libraries; see harness/real_libraries.py

import glob
import os
import platform
import re
import shutil
import subprocess
import sys

import lit.formats

config.name = "async-tidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".test"]
config.excludes = ["Inputs", "harness"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(config.test_source_root)


def parameter(name, default=""):
    return lit_config.params.get(name, default)


build = os.path.join(root, parameter("build", "build/llvm-22"))
match = re.fullmatch(r"(?:llvm|release)-(\d+)([-+].*)?", os.path.basename(build.rstrip("/")))
if not match:
    lit_config.fatal(f"--param build={build}: expected a directory build/llvm-<major> or "
                     "build/release-<major>")
major = match.group(1)
llvm_bin = f"/usr/lib/llvm-{major}/bin"
newest_bin = os.path.dirname(os.path.abspath(sys.argv[0]))
variant = [parameter("compiler"), parameter("sanitize").replace(",", "+")]
config.test_exec_root = os.path.join(build, "-".join(["test", *filter(None, variant)]))


def built(*names):
    """The first of our binaries that exists in the build directory."""
    for name in names:
        path = os.path.join(build, name)
        if os.path.exists(path):
            return path
    if parameter("tools") == "none":
        return f"{names[0]}-was-not-built"
    lit_config.fatal(f"{os.path.join(build, names[0])} is missing; run ./dev build --llvm {major}")


async_tidy = built("bin/async-tidy")
plugin_name = f"AsyncTidyPlugin-{major}.so"
plugin = built(f"bin/{plugin_name}", f"lib/{plugin_name}")
clangd_archive = f"/usr/lib/llvm-{major}/lib/libclangdMain.a"
async_clangd = built("bin/async-clangd") if os.path.exists(clangd_archive) else ""
clang_tidy = os.path.join(llvm_bin, "clang-tidy")
clangxx = os.path.join(llvm_bin, "clang++")
gxx = shutil.which("g++") or "g++-was-not-found"
file_check = os.path.join(newest_bin, "FileCheck")
harness = os.path.join(config.test_source_root, "harness")
sys.path.insert(0, harness)
import real_libraries  # noqa: E402  (found beside the other parts of the harness)

compiler = parameter("compiler", f"clang++-{major}")
cxx = gxx if compiler.startswith("g++") else compiler
if parameter("sanitize"):
    cxx += f" -g -O1 -fno-omit-frame-pointer -fsanitize={parameter('sanitize')}"
    cxx += " -fno-sanitize-recover=all"

# Features: what a test may REQUIRE.
config.available_features.add(f"llvm-{major}")
for version in (16, 19, 22):
    if int(major) >= version:
        config.available_features.add(f"llvm-at-least-{version}")
config.available_features.add(f"arch-{platform.machine()}")
found = {
    "tools": parameter("tools") != "none",
    "boost-asio": os.path.exists("/usr/include/boost/asio/experimental/awaitable_operators.hpp"),
    "asio": os.path.exists("/usr/include/asio/experimental/awaitable_operators.hpp"),
    "kj": os.path.exists("/usr/include/kj/async.h"),
    "qt": glob.glob("/usr/include/*/qt6/QtCore/qfuture.h") != [],
    "qcoro": os.path.exists("/usr/include/qcoro6/qcoro/qcorotask.h"),
    "cpprest": os.path.exists(f"{root}/build/debian/cpprest/usr/include/pplx/pplxtasks.h"),
    "gcc": os.path.exists(gxx),
    "git": shutil.which("git") is not None,
    "bear": shutil.which("bear") is not None,
    "pre-commit": shutil.which("pre-commit") is not None,
    "apply-replacements": os.path.exists(os.path.join(llvm_bin, "clang-apply-replacements")),
    "libcxx": os.path.exists(f"/usr/lib/llvm-{major}/include/c++/v1/coroutine"),
    "cxx-is-gcc": compiler.startswith("g++"),
    "cxx-is-clang": compiler.startswith("clang"),
    "sanitized": bool(parameter("sanitize")),
    "asan": "address" in parameter("sanitize"),
    "tsan": "thread" in parameter("sanitize"),
    "full": parameter("full") == "yes",
    "async-clangd": async_clangd != "" and parameter("tools") != "none",
    "hosts": os.geteuid() == 0
    and all(map(shutil.which, ["parallel", "sshd", "ssh", "rsync", "ip", "unshare"]))
    and subprocess.run(["unshare", "-num", "true"], check=False, capture_output=True).returncode == 0,
    "bazel": shutil.which("bazel") is not None and os.path.exists("/usr/share/bazel/rules/java"),
    "protoc": shutil.which("protoc") is not None,
    "debootstrap": os.geteuid() == 0 and shutil.which("debootstrap") is not None,
    "packages": os.path.isdir(os.path.join(build, "packages")),
    "real-libraries": bool(parameter("libraries")),
}
config.available_features.update(name for name, there in found.items() if there)
# Packages of Debian's own python, which need not be the one that runs lit.
system_python = "/usr/bin/python3"
for module in ("yaml", "sarif_om", "grpc"):
    if subprocess.run([system_python, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0:
        config.available_features.add(f"python-{module}")
real = real_libraries.find(cxx)
config.available_features.update(real)

asio_args = "-DASIO_HAS_CO_AWAIT=1 -DASIO_HAS_STD_COROUTINE=1"
programs = (
    f"--clang-tidy={clang_tidy} --plugin={plugin} --async-tidy={async_tidy} "
    f"--clangxx={clangxx} --filecheck={file_check} --root={root}"
)
config.substitutions += [
    ("%check_async", f"{sys.executable} {harness}/check_async.py {programs}"),
    ("%check_docs", f"{sys.executable} {harness}/check_docs.py {programs}"),
    (
        "%real_libraries",
        f"{sys.executable} {root}/tool/dev/real_libraries.py --async-tidy={async_tidy} --clang={clangxx}",
    ),
    ("%check_names", f"{sys.executable} {harness}/check_names.py {programs}"),
    ("%async-tidy", async_tidy),
    ("%async-clangd", async_clangd),
    ("%clang-tidy", clang_tidy),
    ("%apply_replacements", os.path.join(llvm_bin, "clang-apply-replacements")),
    ("%plugin", plugin),
    ("%clangxx", clangxx),
    ("%gxx", gxx),
    ("%cxx", cxx),
    ("%python", sys.executable),
    ("%system_python", system_python),
    ("%include", os.path.join(root, "include")),
    ("%mocks", os.path.join(harness, "mocks")),
    ("%harness", harness),
    ("%asio_args", asio_args),
    ("%llvm", major),
    ("%build", build),
    ("%root", root),
    ("%libraries", parameter("libraries")),
]

for name in real_libraries.LIBRARIES:
    args, libs = real.get(name, ("", ""))
    config.substitutions += [(f"%{name}_args", args), (f"%{name}_libs", libs)]

# A test sees our tools and LLVM's, and no colour, ccache or user's settings.
config.environment["PATH"] = os.pathsep.join([newest_bin, config.environment["PATH"]])
config.environment["HOME"] = os.environ.get("HOME", "/nonexistent")
config.environment["XDG_CACHE_HOME"] = "/dev/null"  # no cache but that of the test itself
config.environment["LC_ALL"] = "C.UTF-8"
if "sanitize" in lit_config.params:
    config.environment["TSAN_OPTIONS"] = "halt_on_error=1"
    config.environment["ASAN_OPTIONS"] = "detect_leaks=1"
