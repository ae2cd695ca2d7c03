# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Do the rows hold for the real libraries?
#
#   test/real/Inputs/NAME.cpp ──> async-tidy --explain ──> rows seen per line
#     our calls, each marked  └─> clang -ast-dump=json ──> shapes seen per line
#     `// row: CALLEE`                                      │
#   checks/libraries/ID.yml ──> rows and declared shapes ───┴─> report
#
# Mocks prove that a row finds what we believe the library looks like; this
# proves the belief. Nothing of a library is committed: its headers come from a
# folder of checkouts or from installed packages. What a call file says of them:
#
#   // LIBRARY: folly                            id of the rows
#   // WITH head: folly <folly/Try.h> -std=c++20   one way to compile the calls
#   // NOT CALLED: Future::get: why              a row that no call here shows
#
# WITH lists include folders (below one of the FOLDERs, or absolute), headers that
# must be there, and flags; where something is missing that way is skipped. What a
# library's build generates stands beside its checkout: folly-gen, stlab-config. A
# marked line that the preprocessor leaves out is a row this version has not.
#
# help: check the rows against real libraries: [FOLDER…] [--library NAME]

import argparse
import os
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from call_shapes import agrees, shapes_in  # noqa: E402  (found beside this file)

ROOT = Path(__file__).resolve().parents[2]
CALLS = ROOT / "test/real/Inputs"
NAMESPACE = "async_tidy_calls"  # every call file keeps its calls in here
INSTALLED = ["/usr/local/include", "/usr/include"]
SEEN = re.compile(r"^(.*?):(\d+):\d+: note: .*, row (\S+) of (\w+)\.yml", re.MULTILINE)


def rows_of(library):
    """{callee: shape} as libraries/\\p library.yml declares them."""
    text = (ROOT / f"checks/libraries/{library}.yml").read_text(encoding="utf-8")
    text = text[text.index("\ncalls:") :]
    rows = {}
    for row in re.split(r"^  - callee: ", text, flags=re.MULTILINE)[1:]:
        shape = re.search(r"^    shape: (\S+)", row, re.MULTILINE)
        rows[row.split("\n")[0].strip("'\"")] = shape[1] if shape else "function"
    return rows


@dataclass
class Way:
    """One way to compile a call file."""

    name: str
    folders: list = field(default_factory=list)
    headers: list = field(default_factory=list)
    flags: list = field(default_factory=list)

    def missing(self, places):
        """What is not on this machine; fills in where the folders are."""
        found = []
        for folder in self.folders:
            # An absolute folder stays what it is below any place.
            there = [p / folder for p in [*places, Path("/")] if (p / folder).is_dir()]
            if not there:
                return folder
            found.append(str(there[0]))
        self.folders = found
        for header in self.headers:
            if not any(Path(place, header).exists() for place in [*found, *INSTALLED]):
                return f"<{header}>"
        return None

    def arguments(self):
        return ["-std=c++20", "-w", *self.flags, *(f"-isystem{f}" for f in self.folders)]


class CallFile:
    """A file of ours that calls the primitives of one library."""

    def __init__(self, path):
        self.path = path
        text = path.read_text(encoding="utf-8")
        self.library = re.search(r"^// LIBRARY: (\w+)$", text, re.MULTILINE)[1]
        self.rows = rows_of(self.library)
        self.explained = dict(re.findall(r"^// NOT CALLED: (\S+): (.+)$", text, re.MULTILINE))
        self.ways = [self.way(*m) for m in re.findall(r"^// WITH ([^:]+): *(.*)$", text, re.MULTILINE)]
        self.marked = {}
        for number, line in enumerate(text.splitlines(), 1):
            if mark := re.search(r"// row: (.+)$", line):
                self.marked[number] = mark[1].split(", ")

    @staticmethod
    def way(name, text):
        way = Way(name)
        for word in text.replace("{multiarch}", sysconfig.get_config_var("MULTIARCH") or "").split():
            if word.startswith("<"):
                way.headers.append(word.strip("<>"))
            else:
                (way.flags if word.startswith("-") else way.folders).append(word)
        return way

    def mistakes(self):
        """Marks and explanations that name no row, and rows nobody mentions."""
        called = {row for rows in self.marked.values() for row in rows}
        for row in sorted((called | set(self.explained)) - set(self.rows)):
            yield f"'{row}' is no row of {self.library}.yml"
        for row in sorted(set(self.rows) - called - set(self.explained)):
            yield f"row '{row}' has neither a call nor a 'NOT CALLED' line"


class Report:
    """What one way of compiling one call file showed."""

    def __init__(self, calls, way, tools):
        self.calls, self.way = calls, way
        self.matched, self.absent, self.problems = set(), set(), []
        arguments = way.arguments()
        tree = ["-Xclang", "-ast-dump=json", "-Xclang", f"-ast-dump-filter={NAMESPACE}"]
        dump = run([tools.clang, *arguments, "-fsyntax-only", "-ferror-limit=0", *tree, str(calls.path)])
        for error in re.findall(r"^(.*(?:error|fatal error): .*)$", dump.stderr, re.MULTILINE):
            self.problems.append(error)
        shapes = shapes_in(dump.stdout, calls.path)
        done = run([tools.async_tidy, "--explain", "--config={}", str(calls.path), "--", *arguments])
        seen = {}
        for file, line, row, library in SEEN.findall(done.stdout):
            if Path(file).name == calls.path.name:
                seen.setdefault(int(line), set()).add((library, row))
        if not seen and done.returncode > 1:
            self.problems.append(f"async-tidy saw no call: {done.stderr.strip()[-500:]}")
        for line, rows in calls.marked.items():
            self.compare(line, rows, shapes.get(line), seen.get(line, set()))
        self.absent -= self.matched

    def compare(self, line, rows, shapes, seen):
        for row in rows:
            if shapes is None:
                self.absent.add(row)
            elif (self.calls.library, row) not in seen:
                others = ", ".join(f"{other} of {library}.yml" for library, other in sorted(seen))
                self.problem(line, f"row '{row}' did not match; seen: {others or 'no row'}")
            elif not agrees(row, self.calls.rows[row], shapes):
                declared = self.calls.rows[row]
                self.problem(line, f"row '{row}' says {declared}; the tree shows {', '.join(map(' '.join, sorted(shapes)))}")
                self.matched.add(row)
            else:
                self.matched.add(row)

    def problem(self, line, text):
        self.problems.append(f"{shown(self.calls.path)}:{line}: {text}")


def shown(path):
    return os.path.relpath(path, ROOT)


def run(command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def main():
    parser = argparse.ArgumentParser(
        prog="./dev real-libraries", description="Checks the rows against real libraries."
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="holds one checkout per library")
    parser.add_argument("--library", action="append", default=[], metavar="NAME", help="only this call file")
    parser.add_argument("--calls", type=Path, default=CALLS, metavar="DIR", help="other call files")
    parser.add_argument("--way", help="only this way of compiling")
    parser.add_argument("--async-tidy", default=str(ROOT / "build/llvm-22/bin/async-tidy"))
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--require", action="store_true", help="fail where a library is missing")
    tools = parser.parse_args()
    if not Path(tools.async_tidy).exists():
        parser.error(f"{tools.async_tidy} is missing; run ./dev build")
    paths = sorted(tools.calls.resolve().glob("*.cpp"))
    if unknown := set(tools.library) - {path.stem for path in paths}:
        parser.error(f"no call file {sorted(unknown)[0]}.cpp in {tools.calls}")
    failed = False
    for path in paths:
        if tools.library and path.stem not in tools.library:
            continue
        calls = CallFile(path)
        for mistake in calls.mistakes():
            print(f"{shown(path)}: error: {mistake}")
            failed = True
        for way in calls.ways:
            if tools.way and way.name != tools.way:
                continue
            if gap := way.missing(tools.folders):
                print(f"{path.stem} ({way.name}): skipped, {gap} is not here")
                failed = failed or tools.require
                continue
            report = Report(calls, way, tools)
            left = sorted(report.absent) + [row for row in calls.explained if row in calls.rows]
            print(
                f"{path.stem} ({way.name}): {len(calls.rows)} rows, {len(report.matched)} matched, "
                f"{len(report.problems)} problems" + (f"; not here: {', '.join(left)}" if left else ""),
                flush=True,
            )
            for problem in report.problems:
                print(f"  {problem}")
            failed = failed or bool(report.problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
