# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does a call file say, and what do the tools see in it?
#
#   test/real/Inputs/NAME.cpp ──> CallFile: marks, ways to compile
#   async-tidy --explain, clang's tree ──> Report: compared with the marks, per line
#
# Shared by `./dev real-libraries` (the libraries' own headers) and
# test/harness/every_row.py (our mocks, under -DFROM_MOCK).

import os
import re
import subprocess
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

from call_shapes import agrees, shapes_in

ROOT = Path(__file__).resolve().parents[3]
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

    def mocked(self):
        """The way to compile the calls with our mocks alone."""
        folders = [ROOT / "test/harness/mocks", ROOT / "include"]
        return Way("mock", flags=["-DFROM_MOCK", *(f"-I{folder}" for folder in folders)])

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


def seen_in(tools, paths, arguments):
    """What async-tidy sees: ({path: {line: rows}}, problems). One run for all."""
    done = run([tools.async_tidy, "--explain", "--config={}", *map(str, paths), "--", *arguments])
    seen = {path.resolve(): {} for path in paths}
    for file, line, row, library in SEEN.findall(done.stdout):
        if (lines := seen.get(Path(file).resolve())) is not None:
            lines.setdefault(int(line), set()).add((library, row))
    problems = re.findall(r"^.*error: .*$", done.stdout + done.stderr, re.MULTILINE)
    if done.returncode > 1 and not problems:
        problems = [f"async-tidy ended with {done.returncode}: {done.stderr.strip()[-500:]}"]
    return seen, problems


def shapes_by_clang(tools, path, arguments):
    """What clang's tree shows: ({line: shapes}, problems)."""
    tree = ["-Xclang", "-ast-dump=json", "-Xclang", f"-ast-dump-filter={NAMESPACE}"]
    dump = run([tools.clang, *arguments, "-fsyntax-only", "-ferror-limit=0", *tree, str(path)])
    return shapes_in(dump.stdout, path), re.findall(r"^.*error: .*$", dump.stderr, re.MULTILINE)


class Report:
    """What one way of compiling one call file showed.

    Without shapes a line that matches nothing may be one that the preprocessor
    left out: its rows are absent, unless another line matches them.
    """

    def __init__(self, calls, seen, shapes=None):
        self.calls = calls
        self.matched, self.absent, self.problems = set(), set(), []
        for line, rows in calls.marked.items():
            here = seen.get(line, set())
            if (line not in shapes) if shapes is not None else not here:
                self.absent |= set(rows)
                continue
            for row in rows:
                self.compare(line, row, here, shapes)
            if more := here - {(calls.library, row) for row in rows}:
                self.problem(line, f"{said(more)} matched without a mark")
        for line in sorted(set(seen) - set(calls.marked)):
            self.problem(line, f"{said(seen[line])} matched a line without a mark")
        self.absent -= self.matched

    def compare(self, line, row, seen, shapes):
        if (self.calls.library, row) not in seen:
            self.problem(line, f"row '{row}' did not match; seen: {said(seen) or 'no row'}")
            return
        self.matched.add(row)
        declared = self.calls.rows.get(row)
        if shapes is not None and not agrees(row, declared, shapes[line]):
            shown_shapes = ", ".join(map(" ".join, sorted(shapes[line])))
            self.problem(line, f"row '{row}' says {declared}; the tree shows {shown_shapes}")

    def problem(self, line, text):
        self.problems.append(f"{shown(self.calls.path)}:{line}: {text}")


def said(rows):
    return ", ".join(f"{row} of {library}.yml" for library, row in sorted(rows))


def shown(path):
    return os.path.relpath(path, ROOT)


def run(command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
