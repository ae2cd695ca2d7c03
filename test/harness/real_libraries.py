# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Which libraries that no distribution packages are on this machine, so that
# their adapters can be tested against the real thing?
#
# A library is found if a program that includes its header compiles and, where
# the library is more than headers, links. Looked for in the compiler's own
# places and in two environment variables, lists of folders as in PATH:
#
#   ASYNC_TIDY_REAL_INCLUDES   folders for #include
#   ASYNC_TIDY_REAL_LIBS       folders with libraries
#
# What is found becomes a feature of lit and two substitutions, %NAME_args and
# %NAME_libs; what is not found is a missing feature, and its tests are listed
# as skipped. Adding a library is one entry of LIBRARIES.

import os
import subprocess
import tempfile

# feature: the header that shows it is there, flags to compile, flags to link
LIBRARIES = {
    # Its buffer resource adds an offset to null, which UBSan would stop at.
    "cobalt": ("boost/cobalt.hpp", ["-fno-sanitize=pointer-overflow"], ["-lboost_cobalt"]),
    "cppcoro": ("cppcoro/when_all.hpp", [], ["-lcppcoro"]),
    "folly": (
        "folly/coro/Collect.h",
        [],
        "-lfolly -lboost_context -lglog -lgflags -ldouble-conversion -lfmt -levent -ldl".split(),
    ),
    "seastar": (
        "seastar/core/future.hh",
        "-DSEASTAR_API_LEVEL=9 -DSEASTAR_SCHEDULING_GROUPS_COUNT=16 -DSEASTAR_SSTRING "
        "-DSEASTAR_LOGGER_TYPE_STDOUT -DSEASTAR_DEFERRED_ACTION_REQUIRE_NOEXCEPT "
        "-DFMT_SHARED".split(),
        "-lseastar -lboost_program_options -lboost_thread -lboost_filesystem -lcares -lfmt -llz4 "
        "-lgnutls -lssl -lcrypto -lsctp -lnuma -lyaml-cpp -lrt -ldl".split(),
    ),
    "stdexec": ("stdexec/execution.hpp", [], []),
    # Its header uses libaio wherever it finds that, and would have to be linked.
    "async_simple": ("async_simple/coro/Collect.h", ["-DASYNC_SIMPLE_HAS_NOT_AIO"], []),
    "beman": ("beman/execution/execution.hpp", ["-std=c++23"], []),
    "libcoro": ("coro/when_all.hpp", [], ["-lcoro"]),
    "unifex": ("unifex/when_all.hpp", [], ["-lunifex"]),
}


def folders(variable):
    return [folder for folder in os.environ.get(variable, "").split(os.pathsep) if folder]


def find(cxx):
    """{feature: (args, libs)} of the libraries that the compiler `cxx` (a
    command with its flags) can use."""
    given = folders("ASYNC_TIDY_REAL_INCLUDES")
    includes = [part for folder in given for part in ("-isystem", folder)]
    search = ["-L" + folder for folder in folders("ASYNC_TIDY_REAL_LIBS")]
    found = {}
    for name, (header, args, libs) in LIBRARIES.items():
        # Cheap where there is nothing, which is the usual case.
        places = [*given, "/usr/local/include", "/usr/include"]
        if not any(os.path.exists(os.path.join(place, header)) for place in places):
            continue
        args = [*includes, *args]
        libs = [*search, *libs] if libs else []
        if compiles(cxx, header, args, libs):
            found[name] = (" ".join(args), " ".join(libs))
    return found


def compiles(cxx, header, args, libs):
    with tempfile.TemporaryDirectory() as scratch:
        source = os.path.join(scratch, "probe.cpp")
        with open(source, "w", encoding="utf-8") as file:
            file.write(f"#include <{header}>\nint main() {{}}\n")
        command = [*cxx.split(), "-std=c++20", "-w", *args, source]
        command += ["-o", os.path.join(scratch, "probe"), *libs] if libs else ["-fsyntax-only"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
