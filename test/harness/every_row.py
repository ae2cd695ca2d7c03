# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Is every row of the knowledge base found, and nothing else?
#
#   test/real/Inputs/*.cpp ── our mocks ──> async-tidy --explain ──> rows per line
#   look_alikes.py ─────────────────────────> async-tidy --explain ──> no row
#   async-tidy --describe=json ─────────────> rows there are ────────> none is left
#
# A row that no test calls may be misspelled and nobody would notice: a missed
# alarm for everybody who uses that primitive. With --clang the shape that a row
# declares is compared with the compiler's tree as well: a mock of another shape
# than the library's proves nothing.

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tool/dev/lib"))
from call_files import CALLS, CallFile, Report, run, said, seen_in, shapes_by_clang  # noqa: E402
import look_alikes  # noqa: E402  (found beside this file)


def called_with_mocks(tools, paths):
    """(rows found, problems) of the call files \p paths, compiled with our mocks."""
    files = [CallFile(path) for path in paths]
    arguments = files[0].mocked().arguments()
    seen, problems = seen_in(tools, paths, arguments)
    found = set()
    for calls in files:
        shapes = None
        if tools.clang:
            shapes, errors = shapes_by_clang(tools, calls.path, arguments)
            problems += errors
        report = Report(calls, seen[calls.path.resolve()], shapes)
        problems += calls.mistakes()
        problems += report.problems
        found |= {(calls.library, row) for row in report.matched}
    return found, problems


def look_alike_problems(tools, libraries):
    path = tools.scratch
    path.write_text(look_alikes.text(libraries), encoding="utf-8")
    seen, problems = seen_in(tools, [path], ["-std=c++20", "-w"])
    lines = path.read_text(encoding="utf-8").splitlines()
    for line, rows in sorted(seen[path.resolve()].items()):
        problems.append(f"look-alike '{lines[line - 1].strip()}' matched {said(rows)}")
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--async-tidy", required=True)
    parser.add_argument("--clang", help="compare the shapes as well")
    parser.add_argument("--scratch", type=Path, required=True, help="file for the generated look-alikes")
    parser.add_argument("--calls", type=Path, default=CALLS, metavar="DIR", help="other call files")
    tools = parser.parse_args()
    libraries = json.loads(run([tools.async_tidy, "--describe=json"]).stdout)["libraries"]
    rows = {(library["id"], call["callee"]) for library in libraries for call in library["calls"]}
    found, problems = called_with_mocks(tools, sorted(tools.calls.glob("*.cpp")))
    problems += look_alike_problems(tools, libraries)
    missing = sorted(rows - found)
    problems += (f"{library}.yml: row '{row}' is found in no call file" for library, row in missing)
    for problem in problems:
        print(problem)
    print(f"{len(rows)} rows, {len(rows) - len(missing)} found, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
