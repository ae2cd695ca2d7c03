# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Do the fixes of any set of enabled checks go together?
#
#   subsets.py FILE FOLDER ASYNC-TIDY CLANG-TIDY PLUGIN pairs|all [FLAG…]
#
# A copy of FILE for each subset of the checks, in a folder whose .clang-tidy
# enables just them, is fixed by the command, all in one run. For some of them the
# plugin must write the same. For each result: it compiles, no call is wrapped
# twice, fixing again changes nothing, and what is found again is what the file
# says on its lines: `// left: CHECK`.

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
CHECKS = [*CALLS, "swallowed-cancellation", "hand-rolled-gather"]
BY_PLUGIN = [("raw-gather", "missing-timeout"), ("missing-timeout", "discarded-gather"), tuple(CALLS)]
OPTIONS = "CheckOptions:\n  DefaultTimeout: 5s\n"
TWICE = [
    r"safe_gather\(.*safe_gather\(",
    r"co_await\s+co_await",
    r"return_exceptions,.*return_exceptions",
    r"timeout\(.*safe_async::timeout\(",
]
FOUND = re.compile(r"^(.*?):(\d+):\d+: warning: .* \[async-([\w-]+)\]$", re.MULTILINE)


def subsets(sizes):
    return [chosen for size in sizes for chosen in itertools.combinations(CHECKS, size)]


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


def run(command):
    """What the command prints. The exit code would be 3 if a file did not compile."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def judge(enabled, text, original):
    """What is wrong with the fixed text."""
    for pattern in TWICE:
        if found := re.search(pattern, text):
            yield f"{enabled}: something is there twice: {found.group(0)}"
    includes = re.findall(r"#include <safe_async/.*>", text)
    if len(includes) != len(set(includes)):
        yield f"{enabled}: a header is included twice"
    if text == original and {"raw-gather", "missing-timeout", "uncaptured-cleanup"} & set(enabled):
        yield f"{enabled}: nothing was fixed"


def left_over(enabled, path, text, found):
    """Where what is found in the fixed text differs from its marks."""
    lines = enumerate(text.splitlines(), 1)
    marks = {(n, mark[1]) for n, line in lines if (mark := re.search(r"// left: (\S+)", line))}
    marks = {(line, check) for line, check in marks if check in enabled}
    seen = {(int(line), check) for file, line, check in found if Path(file).resolve() == path.resolve()}
    for line, check in sorted(marks ^ seen):
        how = "is found again" if (line, check) in seen else "is not found"
        yield f"{enabled}: {check} {how} in: {text.splitlines()[line - 1].strip()}"


def main(file, folder, async_tidy, clang_tidy, plugin, which, *flags):
    original = Path(file).read_text(encoding="utf-8")
    folder = Path(folder)
    sets = subsets(range(1, len(CHECKS) + 1) if which == "all" else (1, 2, len(CHECKS)))
    sets += [chosen for chosen in BY_PLUGIN if chosen not in sets]
    sources = lay_out(folder / "command", original, sets, flags)
    fix = [async_tidy, "--quiet", "--fix", "--unsafe-fixes", f"-p={folder / 'command'}", "-j2"]
    run(fix)
    fixed = read(sources)
    found = FOUND.findall(run(fix))
    again = read(sources)
    problems = []
    for enabled, text in fixed.items():
        problems += judge(enabled, text, original)
        problems += left_over(enabled, sources[enabled], text, found)
        if text != again[enabled]:
            problems.append(f"{enabled}: a second run changed it")
    for enabled, source in lay_out(folder / "plugin", original, BY_PLUGIN, flags).items():
        load = [clang_tidy, f"-load={plugin}", "--quiet", "--fix-notes", f"-p={folder / 'plugin'}"]
        for _ in range(2):  # what a first run leaves, the command does by itself
            run([*load, str(source)])
        if source.read_text(encoding="utf-8") != fixed[enabled]:
            problems.append(f"{enabled}: the plugin and the command fix it differently")
    print(f"{len(sets)} subsets, {len(set(fixed.values()))} different results")
    sys.exit("\n".join(problems) or 0)


main(*sys.argv[1:])
