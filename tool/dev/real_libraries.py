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
# marked line that the preprocessor leaves out is a row this version has not. A
# line without a mark must match no row. With -DFROM_MOCK the same file calls our
# mocks, where every row has a call: test/libraries/every_row.test.
#
# help: check the rows against real libraries: [FOLDER…] [--library NAME]

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from call_files import CALLS, ROOT, CallFile, Report, seen_in, shapes_by_clang, shown  # noqa: E402  (found beside this file)


def report_of(calls, way, tools):
    seen, broken = seen_in(tools, [path := calls.path], way.arguments())
    shapes, errors = shapes_by_clang(tools, path, way.arguments())
    report = Report(calls, seen[path.resolve()], shapes)
    # Headers of others: async-tidy is content with what clang can recover from.
    report.problems[:0] = errors or (broken if not report.matched else [])
    return report


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
            report = report_of(calls, way, tools)
            left = sorted(report.absent | set(calls.explained) & set(calls.rows))
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
