# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does every check find what it must in every library, and nothing else?
#
#   test/real/Inputs/NAME.cpp, the rows ── places.py ──> generated copies
#   async-tidy, our mocks ─────────────────────────────> findings per line
#   both, compared ────────────────────────────────────> problems, and for each
#        check the libraries in which, as the rows say, there is nothing to find
#
# A place that our mocks cannot compile (co_await of what only blocks) is left
# out; no check may lose all its places in a library that way.

import argparse
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tool/dev/lib"))
from call_files import CALLS, SEEN, CallFile, run  # noqa: E402
import places  # noqa: E402  (found beside this file)

FOUND = re.compile(r"^(.*?):(\d+):\d+: (?:warning|error): .* \[(async-[\w-]+)")
BROKEN = re.compile(r"^(.*?):(\d+):\d+: error: (.*)$", re.MULTILINE)
CAUGHT = ("exception", "error-code")  # channels that a handler sees
WORDS = re.compile(r"role ([\w-]+), .*reports ([\w-]+), .*deadline ([\w-]+),")


class Generated:
    """A call file with its places; written again without those that are broken."""

    def __init__(self, calls, library, path):
        self.calls, self.library, self.path = calls, library, path
        self.rows = {row["callee"]: row for row in library["calls"]}
        self.lines = calls.path.read_text(encoding="utf-8").splitlines()
        self.without, self.places, self.works_on_io = set(), [], set()

    def write(self):
        out, self.places = ['#include "places.h"'], []
        for at, line in enumerate(self.lines, 1):
            if line == "namespace async_tidy_calls {" and not self.places:
                self.add_types(out)
            out.append(line)
            rows = self.calls.marked.get(at, [])
            call = places.expression(line) if rows else None
            if call and places.may_be_judged(self.rows[rows[0]]):
                # A group's children are where the group is made.
                if len(rows) > 1 or re.match(r"\w+\.", call):
                    self.works_on_io.add(len(out))
                found = [*places.of_call(call, at, self.waits()), *places.of_chains(call, at, self.chains())]
                self.add(out, found, len(out))
        self.path.write_text("\n".join([*out, ""]), encoding="utf-8")

    def add_types(self, out):
        for index, (type_row, root) in enumerate(self.types()):
            name = f"{root}::{type_row['name']}".removeprefix("::")
            found = places.of_type(self.library, type_row, name, self.waits())
            self.add(out, places.apart(index, name, found), 0)

    def add(self, out, found, at):
        for place in found:
            if place.text not in self.without:
                out.append(place.text)
                place.line, place.at = len(out), at
                self.places.append(place)

    def types(self):
        for type_row in self.library["types"]:
            for root in self.library["roots"]:
                yield type_row, root["namespace"]

    def waits(self):
        """(row, text) of the calls that wait for the result of one child."""
        text = "\n".join(self.lines)
        for at, rows in self.calls.marked.items():
            call = places.expression(self.lines[at - 1])
            row = self.rows[rows[0]]
            wait = places.wait_in(call, row) if call and places.waits_for_result(row) else None
            if wait:
                # The types stand where the variables of the calls are unknown.
                for name, made in re.findall(r"auto &(\w+) = (make<.*>\(\));", text):
                    wait = wait.replace(f"({name})", f"({made})")
                yield row, wait


    def chains(self):
        """The chains of the library, as texts; see places.chain_in."""
        for at, rows in self.calls.marked.items():
            call, row = places.expression(self.lines[at - 1]), self.rows[rows[0]]
            if call and row["role"] == "chain":
                yield from places.chain_in(call, row)


def broken_in(tools, files):
    """{(path, line): error}, as the compiler sees all of them."""
    arguments = [*files[0].calls.mocked().arguments(), f"-I{CALLS}"]
    everything = ["-fsyntax-only", "-ferror-limit=0", *(str(file.path) for file in files)]
    done = run([tools.clang, *arguments, *everything])
    return {(path, int(line)): text for path, line, text in BROKEN.findall(done.stderr)}


def place_of(match):
    """Path and line; async-tidy shows paths below the working directory relative to it."""
    return str(Path(match[1]).resolve()), int(match[2])


class Seen:
    """What async-tidy says of the generated files."""

    def __init__(self, tools, files):
        flags = [*files[0].calls.mocked().arguments(), f"-I{CALLS}"]
        paths = [str(file.path) for file in files]
        done = run([tools.async_tidy, "--explain", "--config={}", *paths, "--", *flags])
        self.found, self.words, self.problems = {}, {}, []
        here = None
        for line in done.stdout.splitlines() + done.stderr.splitlines():
            if finding := FOUND.match(line):
                self.found.setdefault(place_of(finding), set()).add(finding[3])
            elif broken := BROKEN.match(line):
                self.problems.append(broken[0])
            elif seen := SEEN.match(line):
                here = place_of(seen)
            elif here and (words := WORDS.search(line)) and line.startswith("  row:"):
                facts = dict(zip(("role", "reports", "deadline"), words.groups()))
                self.words.setdefault(here, facts)


class Table:
    """For each check the libraries in which it has something to find, and not."""

    def __init__(self, libraries):
        self.libraries = libraries
        self.hits = {check: set() for check in places.CHECKS}
        self.misses = {check: set() for check in places.CHECKS}

    def note(self, library, must, must_not):
        for check in must:
            self.hits[check].add(library)
        for check in must_not:
            self.misses[check].add(library)

    def problems(self):
        for check in places.CHECKS:
            for name, library in self.libraries.items():
                if applies(check, library) != (name in self.hits[check]):
                    yield f"{name}: {check} has {'no ' if applies(check, library) else ''}place that must be found"
                if has_code(library) and name not in self.misses[check]:
                    yield f"{name}: {check} has no place that must be silent"

    def show(self):
        for check in places.CHECKS:
            silent = sorted(set(self.libraries) - self.hits[check])
            print(f"{check}: found in {len(self.hits[check])}, nothing to find in {' '.join(silent)}")


def effective(library):
    """Every row and variant of a library."""
    for row in library["calls"]:
        yield from (row, *row.get("variants", []))


def has_code(library):
    return bool(library["types"]) or any(places.may_be_judged(row) for row in library["calls"])


def applies(check, library):
    """Whether the rows say that \p check has something to find in the library."""
    rows, types = list(effective(library)), library["types"]
    gathers = [row for row in rows if row["role"] in ("gather", "safe-gather")]
    captures = [row["reports"] == "per-child" for row in gathers]
    waits = [row for row in rows if places.waits_for_result(row)]
    lose = [row for row in rows if places.may_lose_results(row)]
    awaited = [row for row in types if row["awaited"] == "co-await"]
    waited = [t for t in types if t in awaited or any(places.is_member_of(row, t) for row in waits)]
    return {
        places.RAW: any(row["role"] == "gather" for row in gathers),
        places.UNBOUNDED: any(row["deadline"] != "cancelling" for row in gathers),
        places.UNCAPTURED: not all(captures),
        places.UNCHECKED: any(captures) and bool(awaited or waits or lose),
        places.SWALLOWED: library["cancellation"]["channel"] in CAUGHT and bool(awaited),
        places.ORPHANING: any(row["role"] == "timeout" and row["deadline"] == "orphaning" for row in rows),
        places.HAND_ROLLED: any(row["start"] == "eager" for row in waited),
        places.DISCARDED: any(map(places.is_lost_when_dropped, types)),
    }[check]


def judge(file, seen, table):
    """Problems of one generated file; fills in \p table."""
    shown, name = str(file.path.resolve()), file.library["id"]
    for place in file.places:
        if place.at:
            words = seen.words.get((shown, place.at))
            if not words or words["role"] not in places.JUDGED:
                continue  # the preprocessor left it out, or a variant is no gather
            io = place.at in file.works_on_io
            place.must, place.must_not = place.expect(places.Words(words, io))
        table.note(name, place.must, place.must_not)
        checks, where = seen.found.get((shown, place.line), set()), place.text.strip()
        for check in sorted(place.must - checks):
            yield f"{name}: {check} is missing at: {where}"
        for check in sorted(place.must_not & checks):
            yield f"{name}: {check} is wrong at: {where}"


def generated(tools, libraries):
    """The generated files, without the places that do not compile."""
    files = []
    for path in sorted(CALLS.glob("*.cpp")):
        calls = CallFile(path)
        if calls.library in libraries:
            files.append(Generated(calls, libraries[calls.library], tools.scratch / path.name))
            files[-1].write()
    broken = broken_in(tools, files)
    for file in files:
        for place in file.places:
            if error := broken.get((str(file.path), place.line)):
                file.without.add(place.text)
                if tools.left_out:
                    print(f"left out: {place.text.strip()}: {error}")
        file.write()
    return files


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--async-tidy", required=True)
    parser.add_argument("--clang", required=True)
    parser.add_argument("--scratch", type=Path, required=True, metavar="DIR")
    parser.add_argument("--left-out", action="store_true", help="print what does not compile")
    parser.add_argument("libraries", nargs="*", help="only these")
    tools = parser.parse_args()
    described = json.loads(run([tools.async_tidy, "--describe=json"]).stdout)["libraries"]
    wanted = tools.libraries or [library["id"] for library in described]
    libraries = {library["id"]: library for library in described if library["id"] in wanted}
    tools.scratch.mkdir(parents=True, exist_ok=True)
    files = generated(tools, libraries)
    seen, table = Seen(tools, files), Table(libraries)
    problems = seen.problems
    for file in files:
        problems += judge(file, seen, table)
    problems += table.problems()
    for problem in problems:
        print(problem)
    table.show()
    print(f"{sum(len(file.places) for file in files)} places, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
