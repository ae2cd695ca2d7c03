# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Are the docs in step with the binary?
#
#   async-tidy --describe=json ──> whole pages: docs/decision-tree.md,
#                                  docs/checks/index.md, docs/libraries/*.md
#                              └─> generated regions of docs/checks/NAME.md
#
# Prose is written by hand, facts are not written twice. With --check nothing is
# written; what differs is printed, with the command that repairs it.
#
# help: write the generated docs; --check only compares

import argparse
import difflib
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import built  # noqa: E402  (found beside this file)
from library_pages import comparison_page, library_page  # noqa: E402
from markdown import BY_HAND, code, table  # noqa: E402

END = "<!-- end generated -->"
HEADINGS = [
    "## What it finds",
    "## Why it matters",
    "## Example",
    "## Use instead",
    "## When a fix is withheld",
    "## Options",
    '## How to say "I meant it"',
]


def options_table(options):
    rows = [[code(o["name"]), code(o["default"]), o["summary"]] for o in options]
    return table(["option", "default", "meaning"], rows)


def check_index(facts):
    fixes = {"never": "no", "sometimes": "where it can"}
    rows = [
        [f"[{c['name']}]({c['name'].removeprefix('async-')}.md)", c["summary"], fixes[c["fix"]]]
        for c in sorted(facts["checks"], key=lambda c: c["name"])
    ]
    return (
        f"{BY_HAND}# Checks\n\n"
        + table(["check", "finds", "fix"], rows)
        + "\n## Options of all checks\n\n"
        + "Given once: `SafeGather: …`. Written for one check\n"
        + "(`async-raw-gather.SafeGather: …`) they hold for all: checks that see the\n"
        + "same call must judge it alike. Two different values are an error.\n\n"
        + options_table(facts["options"])
    )


def decision_page(facts):
    decision = facts["decision"]
    answers = decision["answers"]
    leaves = table(
        ["leaf", "means"], [[leaf["name"], leaf["summary"]] for leaf in decision["leaves"]]
    )
    questions = table(
        ["question", "yes if"], [[a["name"], a["summary"]] for a in answers]
    )
    rows = [
        [*("yes" if row[a["name"]] else "no" for a in answers), row["leaf"]]
        for row in decision["tree"]
    ]
    whole = table([*(a["name"] for a in answers), "leaf"], rows)
    return (
        f"{BY_HAND}# The decision tree\n\n"
        "```\n"
        "is the code new?\n"
        "├─ yes ─────────────────────────────> USE_SAFE_GATHER   (warning)\n"
        "└─ no: cleanup region, exceptions captured?\n"
        "   ├─ yes ──────────────────────────> KEEP              (silent)\n"
        "   └─ no: would fail-fast or a timeout help?\n"
        "      ├─ yes ───────────────────────> MIGRATE           (warning)\n"
        "      └─ no ────────────────────────> LOW_PRIORITY      (off by default)\n"
        "```\n\n"
        "`async-tidy --explain` prints the way through it for every call.\n\n"
        f"## Leaves\n\n{leaves}\n## Questions\n\n{questions}\n## The whole table\n\n{whole}"
    )


def with_region(text, name, content):
    """\\p text with the generated region \\p name filled anew."""
    start = f"<!-- generated: {name} -->\n"
    before, found, rest = text.partition(start)
    if not found or END not in rest:
        raise ValueError(f"no region '{start.strip()}' … '{END}'")
    return f"{before}{start}{content}{rest[rest.index(END):]}"


def check_page(path, check, shared):
    """The page of one check: prose as it is, facts anew."""
    text = path.read_text(encoding="utf-8")
    missing = [h for h in HEADINGS if f"\n{h}\n" not in text]
    if missing:
        raise ValueError(f"missing heading '{missing[0]}'")
    fix = {"never": "It has no fix.", "sometimes": "It has a fix where one can be made."}
    head = f"{check['summary']} {fix[check['fix']]} Since version {check['since']}.\n"
    text = with_region(text, "head", head)
    own = options_table(check["options"]) + "\n" if check["options"] else ""
    names = ", ".join(code(o["name"]) for o in shared)
    options = f"{own}[Shared by all checks](index.md): {names}.\n"
    return with_region(text, "options", options)


def pages(facts):
    """Path and text of every page that holds generated text."""
    docs = Path("docs")
    yield docs / "decision-tree.md", decision_page(facts)
    yield docs / "checks/index.md", check_index(facts)
    yield docs / "libraries/index.md", comparison_page(facts["libraries"])
    for library in facts["libraries"]:
        yield docs / f"libraries/{library['id']}.md", library_page(library)
    for check in facts["checks"]:
        path = docs / f"checks/{check['name'].removeprefix('async-')}.md"
        try:
            yield path, check_page(path, check, facts["options"])
        except (OSError, ValueError) as error:
            raise SystemExit(f"gen_docs: error: {path}: {error}") from error


def main():
    parser = argparse.ArgumentParser(prog="gen_docs")
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 on differences")
    built.option(parser)
    args = parser.parse_args()
    binary = built.chosen(args, "gen_docs")
    described = subprocess.run([binary, "--describe=json"], stdout=subprocess.PIPE, check=True)
    facts = json.loads(described.stdout)
    differs = False
    wanted = dict(pages(facts))
    generated = {p for p in Path("docs/libraries").glob("*.md")}
    for path in sorted(generated - set(wanted)):
        differs = True
        print(f"{path}: no such library; remove the page")
    for path, text in wanted.items():
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old == text:
            continue
        differs = True
        if args.check:
            lines = difflib.unified_diff(
                old.splitlines(), text.splitlines(), f"{path} (committed)", f"{path} (binary)", lineterm=""
            )
            print("\n".join(lines))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path}")
    if args.check and differs:
        print("gen_docs: the docs are behind the binary; run ./dev gen-docs", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
