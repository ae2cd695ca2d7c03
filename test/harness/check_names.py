# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Do the names agree wherever they are written?
#
#   XCheck.h  ↔  async-x in the binary and in clang-tidy  ↔  test/checks/x/
#                                                         ↔  docs/checks/x.md
#   options of --describe  ↔  options that clang-tidy --dump-config prints
#   rows: unique, with evidence; summaries: one sentence
#
# Everything is read from the binary, so nothing here lists a check.

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path


def output_of(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def check_names(args, facts):
    """Problems of the four-way mirror of names."""
    described = {check["name"] for check in facts["checks"]}
    root = Path(args.root)
    classes = {p.stem for p in (root / "checks").glob("*Check.h")} - {"AsyncCheck"}
    listed = output_of(args.clang_tidy, "-load", args.plugin, "--checks=-*,async-*", "--list-checks")
    places = {
        "checks/*Check.h": {
            "async-" + re.sub(r"(?<!^)([A-Z])", r"-\1", name.removesuffix("Check")).lower()
            for name in classes
        },
        "checks/*Check.cpp": {
            "async-" + re.sub(r"(?<!^)([A-Z])", r"-\1", p.stem.removesuffix("Check")).lower()
            for p in (root / "checks").glob("*Check.cpp")
            if p.stem != "AsyncCheck"
        },
        "test/checks/*": {
            f"async-{p.name}" for p in (root / "test/checks").iterdir() if p.is_dir()
        },
        "docs/checks/*.md": {
            f"async-{p.stem}" for p in (root / "docs/checks").glob("*.md") if p.stem != "index"
        },
        "clang-tidy --list-checks": set(re.findall(r"\basync-[a-z-]+", listed)),
    }
    for place, names in places.items():
        for name in sorted(described - names):
            yield f"{place} lacks {name}"
        for name in sorted(names - described):
            yield f"{place} has {name}, which --describe=json does not list"
    for check in described:
        folder = root / "test/checks" / check.removeprefix("async-")
        if folder.is_dir() and not list(folder.glob("*.cpp")):
            yield f"{folder} has no test"


def check_options(args, facts):
    """Problems of option names and defaults, as clang-tidy itself sees them."""
    dumped = output_of(
        args.clang_tidy, "-load", args.plugin, "--checks=-*,async-*", "--config={}", "--dump-config"
    )
    seen = {}
    for check, option, value in re.findall(r"^\s+(async-[a-z-]+)\.(\w+):\s*(.*)$", dumped, re.M):
        seen[check, option] = value.strip("'\"")
    wanted = {
        (check["name"], option["name"]): option["default"]
        for check in facts["checks"]
        for option in [*facts["options"], *check["options"]]
    }
    for check, option in sorted(set(wanted) - set(seen)):
        yield f"{check}.{option} is described, but clang-tidy --dump-config does not store it"
    for check, option in sorted(set(seen) - set(wanted)):
        yield f"{check}.{option} is stored, but --describe=json does not list it"
    for key in sorted(set(wanted) & set(seen)):
        if seen[key] != wanted[key]:
            yield f"{'.'.join(key)}: default is '{seen[key]}', described as '{wanted[key]}'"


def check_summaries(facts):
    """Summaries are one sentence with a period and do not speak of themselves."""
    items = [*facts["checks"], *facts["options"]]
    items += [option for check in facts["checks"] for option in check["options"]]
    for item in items:
        text = item["summary"]
        if not re.fullmatch(r"[A-Z][^.]*(\.\w[^.]*)*\.", text):
            yield f"{item['name']}: the summary is not one sentence with a period: '{text}'"
        if "this check" in text.lower():
            yield f"{item['name']}: the summary speaks of itself: '{text}'"


def check_rows(facts):
    """Rows are unique within a library and cite their evidence."""
    ids = [library["id"] for library in facts["libraries"]]
    if ids != sorted(set(ids)):
        yield "libraries are not sorted and unique by id"
    for library in facts["libraries"]:
        rows = [(call["callee"], call["shape"], call.get("class", "")) for call in library["calls"]]
        for row in sorted({row for row in rows if rows.count(row) > 1}):
            yield f"{library['id']}: two rows for {row[0]}"
        for call in library["calls"]:
            if not re.search(r"[\w/]+\.\w+", call["evidence"]):
                yield f"{library['id']}: {call['callee']}: evidence names no file"


def main():
    parser = argparse.ArgumentParser(prog="check_names")
    for name in ("clang-tidy", "plugin", "async-tidy", "clangxx", "filecheck", "root"):
        parser.add_argument(f"--{name}", required=True)
    args = parser.parse_args()
    facts = json.loads(output_of(args.async_tidy, "--describe=json"))
    problems = [
        *check_names(args, facts),
        *check_options(args, facts),
        *check_summaries(facts),
        *check_rows(facts),
    ]
    print("\n".join(problems))
    return 1 if problems or not facts["checks"] else 0


if __name__ == "__main__":
    sys.exit(main())
