# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Do the fixes of any set of enabled checks go together?
#
#   subsets.py FILE FOLDER ASYNC-TIDY CLANG-TIDY PLUGIN some|all [FLAG…]
#
# A copy of FILE for each subset of the checks, in a folder whose .clang-tidy
# enables just them, is fixed by the command, all in one run. The plugin fixes
# the pairs, and must write the same. For each result: it compiles, no call is
# wrapped twice, and fixing again changes nothing.
#
# `some` are all subsets of the checks that can report the same call, and those
# with the other two; `all` is every subset.

import itertools
import json
import re
import subprocess
import sys
from pathlib import Path

CALLS = [
    "raw-gather",
    "missing-timeout",
    "uncaptured-cleanup",
    "unchecked-results",
    "orphaning-timeout",
    "discarded-gather",
]
OTHERS = ["swallowed-cancellation", "hand-rolled-gather"]
OPTIONS = "CheckOptions:\n  DefaultTimeout: 5s\n"
TWICE = [
    r"safe_gather\(.*safe_gather\(",
    r"co_await\s+co_await",
    r"return_exceptions,.*return_exceptions",
    r"timeout\(.*safe_async::timeout\(",
]


def subsets(of):
    return [c for n in range(len(of) + 1) for c in itertools.combinations(of, n)]


def chosen(which):
    """The subsets to try, the empty one left out."""
    if which == "all":
        return subsets(CALLS + OTHERS)[1:]
    rest = [(*calls, *others) for calls in ((), CALLS) for others in subsets(OTHERS)[1:]]
    pairs = [(call, other) for call in CALLS for other in OTHERS]
    return subsets(CALLS)[1:] + rest + pairs


def lay_out(folder, text, sets, flags):
    """One project with a folder for each subset; returns their sources."""
    folder.mkdir(parents=True)
    sources = {}
    for enabled in sets:
        place = folder / "+".join(enabled)
        place.mkdir()
        checks = ",".join(f"async-{name}" for name in enabled)
        (place / ".clang-tidy").write_text(f"Checks: '-*,{checks}'\n{OPTIONS}", encoding="utf-8")
        sources[enabled] = place / "a.cpp"
        sources[enabled].write_text(text, encoding="utf-8")
    entries = [
        {"directory": str(s.parent), "file": str(s), "arguments": ["c++", *flags, "-c", str(s)]}
        for s in sources.values()
    ]
    (folder / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
    return sources


def read(sources):
    return {enabled: path.read_text(encoding="utf-8") for enabled, path in sources.items()}


def run(command, expected):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode not in expected:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout.decode()}")


def judge(enabled, text, original):
    """What is wrong with the fixed text, or nothing."""
    for pattern in TWICE:
        if found := re.search(pattern, text):
            return f"{enabled}: something is there twice: {found.group(0)}"
    includes = re.findall(r"#include <safe_async/.*>", text)
    if len(includes) != len(set(includes)):
        return f"{enabled}: a header is included twice"
    if text == original and enabled[0] in ("raw-gather", "missing-timeout", "uncaptured-cleanup"):
        return f"{enabled}: nothing was fixed"
    return None


def main(file, folder, async_tidy, clang_tidy, plugin, which, *flags):
    original = Path(file).read_text(encoding="utf-8")
    folder = Path(folder)
    sets = chosen(which)
    sources = lay_out(folder / "command", original, sets, flags)
    fix = [async_tidy, "--quiet", "--unsafe-fixes", "--fix", f"-p={folder / 'command'}", "-j2"]
    run(fix, (0, 1))
    fixed = read(sources)
    problems = [p for enabled, text in fixed.items() if (p := judge(enabled, text, original))]
    run(fix, (0, 1))  # 3 if the fixed text does not compile
    again = read(sources)
    problems += [f"{e}: a second run changed it" for e in sets if fixed[e] != again[e]]

    pairs = [e for e in sets if len(e) == 2 or len(e) == len(CALLS)]
    others = lay_out(folder / "plugin", original, pairs, flags)
    for enabled, source in others.items():
        load = [clang_tidy, f"-load={plugin}", "--quiet", "--fix-notes", f"-p={folder / 'plugin'}"]
        run([*load, str(source)], (0, 1))
        if source.read_text(encoding="utf-8") != fixed[enabled]:
            problems.append(f"{enabled}: the plugin and the command fix it differently")
    print(f"{len(sets)} subsets, {len(set(fixed.values()))} different results")
    sys.exit("\n".join(problems) or 0)


main(*sys.argv[1:])
