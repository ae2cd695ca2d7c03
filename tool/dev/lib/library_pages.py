# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How is a library's row said to a reader?
#
#   async-tidy --describe=json ──> one page per library, and one page that
#                                  compares the primitives of all of them
#
# Every enumerator has its words in the tables below and nowhere else; one that
# is missing stops gen_docs.py, so no page can show a raw enumerator.

import re

from markdown import BY_HAND, code, table

SIBLINGS = {
    ("cancels-siblings", "after-all"): "cancelled and joined",
    ("cancels-siblings", "early"): "cancelled, **not joined**",
    ("cancels-siblings", "sequential"): "cancelled; not awaited",
    ("leaves-siblings", "after-all"): "run to their end, joined",
    ("leaves-siblings", "early"): "**run on without anybody**",
    ("leaves-siblings", "sequential"): "**run on; those behind it are not awaited**",
    ("terminates", "after-all"): "the program ends",
    ("terminates", "early"): "the program ends",
}
SEES = {
    "first-in-time": "the first failure",
    "first-in-order": "the failure first in argument order",
    "last": "the last failure",
    "unspecified": "some failure",
    "per-child": "every result by itself",
    "nothing": "**no failure**",
}
CANCELS = {
    "implicit": "yes",
    "explicit-token": "only through a token you pass",
    "none": "no",
}
DEADLINE = {
    "cancelling": "cancelled and joined",
    "orphaning": "**runs on**",
    "none": "is not bounded",
}
FIX = {
    "deadline-only": "safe: adds a deadline",
    "adapter": "replaced by `safe_gather`",
    "report-only": "",
}
START = {"lazy": "when it is awaited", "eager": "when it is made"}
DROPPED = {
    "never-runs": "it never runs",
    "detaches": "it runs on, its failure is lost",
    "cancels": "it is cancelled",
    "cancels-and-joins": "it is cancelled and joined",
    "joins": "it is joined",
    "terminates": "the program ends",
}
CHANNEL = {
    "exception": "Cancellation is an exception",
    "error-code": "Cancellation is an error code, inside a general exception",
    "stopped": "Cancellation is a channel of its own that no handler sees",
    "none": "The library has no cancellation",
}
ROLES = {
    "wait": "waits",
    "detach": "starts work that nobody joins",
    "scope": "owns work until it is joined",
    "io": "takes as long as the outside world",
    "builder": "makes the object whose call is the gather or race",
    "chain": "makes one awaitable of another",
    "safe-gather": "is what findings ask for",
}


def leaf(name):
    return code(name.split("::")[-1])


def condition(when):
    """When a variant applies, as the end of `call` …."""
    if "template-argument" in when:
        return f" with {leaf(when['is'])} as template argument"
    if "argument" in when:
        return f" with {leaf(when['is'])}"
    if "child-type" in when:
        return f" of {leaf(when['child-type'])}"
    if "result-type" in when:
        return f" that gives {leaf(when['result-type'])}"
    return f" where {code(when['macro'])} is at least {when['at-least']}"


def forms(library):
    """Every row, and every variant as if it were a row of its own."""
    for call in library["calls"]:
        names = code(call["callee"])
        yield {**call, "spelled": names}
        base = {key: value for key, value in call.items() if key != "pitfall"}
        for variant in call.get("variants", []):
            yield {**base, **variant, "spelled": names + condition(variant["when"])}


def of(library, role):
    return [call for call in forms(library) if call["role"] == role]


def fix(library, call):
    """What --fix does; nothing without an adapter."""
    adapter = any(root.get("adapter") for root in library["roots"])
    return FIX[call["fix"]] if adapter else ""


def siblings(call):
    return SIBLINGS[call["on-failure"], call["resumes"]]


def losers(call):
    return SIBLINGS[call["on-success"], call["resumes"]]


def evidence(library, call):
    """The file that proves a row, as a link where the repository is known."""
    path, url, snapshot = call["evidence"], library.get("url", ""), library.get("snapshot", "")
    commit = re.match(r"[0-9a-f]{12,40}\b", snapshot)
    if url.startswith("https://github.com/") and commit and " " not in path:
        return f"[{code(path)}]({url}/blob/{commit[0]}/{path})"
    return code(path)


def mind(call):
    """What to know beside the columns: the pitfall, then what to do instead."""
    instead = f"instead: {call['instead']}" if call.get("instead") else ""
    return "; ".join(filter(None, [call.get("pitfall", ""), instead]))


def gather_table(library):
    head = ["gather", "a child fails: its siblings", "the caller sees", "cancels its children"]
    rows = [
        [c["spelled"], siblings(c), SEES[c["reports"]], CANCELS[c["cancellation"]], fix(library, c)]
        + [mind(c), evidence(library, c)]
        for c in of(library, "gather")
    ]
    return table([*head, "fix", "mind that", "evidence"], rows)


def race_table(library):
    rows = [
        [c["spelled"], losers(c), mind(c), evidence(library, c)] for c in of(library, "race")
    ]
    return table(["race", "one wins: the others", "mind that", "evidence"], rows)


def timeout_table(library):
    rows = [
        [c["spelled"], DEADLINE[c["deadline"]], mind(c), evidence(library, c)]
        for c in of(library, "timeout")
    ]
    return table(["timeout", "time is up: the work", "mind that", "evidence"], rows)


def others_table(library):
    rows = [
        [c["spelled"], ROLES[c["role"]], mind(c), evidence(library, c)]
        for role in ROLES
        for c in of(library, role)
    ]
    return table(["primitive", "it", "mind that", "evidence"], rows)


def type_table(library):
    rows = [
        [code(t["name"]), START[t["start"]], DROPPED[t["dropped"]]] for t in library["types"]
    ]
    return table(["type", "its work starts", "nobody awaits it"], rows)


def cancellation_line(library):
    facts = library.get("cancellation", {"channel": "none"})
    types = " or ".join(code(name) for name in facts.get("types", []))
    return CHANNEL[facts["channel"]] + (f": {types}" if types else "") + ".\n"


def library_page(library):
    names = ", ".join(code(root["namespace"]) for root in library["roots"])
    text = f"{BY_HAND}# {library['title']}\n\nNamespace {names}."
    if library.get("url"):
        text += f" <{library['url']}>"
    if library.get("snapshot"):
        text += f"\n\nThe rows were read from {library['snapshot']}."
    adapters = [root["adapter"] for root in library["roots"] if root.get("adapter")]
    text += "\n\n" + (
        "`safe_gather` for it: " + ", ".join(code(f"#include <{a}>") for a in adapters) + ".\n"
        if adapters
        else "There is no `safe_gather` adapter for it; findings are reported without a fix.\n"
    )
    text += "\n" + cancellation_line(library)
    others = any(call["role"] in ROLES for call in forms(library))
    for heading, there, section in [
        ("Gathers", of(library, "gather"), gather_table),
        ("Races", of(library, "race"), race_table),
        ("Timeouts", of(library, "timeout"), timeout_table),
        ("Tasks and futures", library["types"], type_table),
        ("Other primitives", others, others_table),
    ]:
        if there:
            text += f"\n## {heading}\n\n{section(library)}"
    return text


def compared(libraries, role, head, cells):
    rows = [
        [f"[{library['title']}]({library['id']}.md)", call["spelled"], *cells(library, call)]
        for library in libraries
        for call in of(library, role)
    ]
    return table(["library", *head], rows)


def comparison_page(libraries):
    """All gathers, races and timeouts side by side."""
    libraries = sorted(libraries, key=lambda library: library["title"].lower())
    gathers = compared(
        libraries,
        "gather",
        ["gather", "a child fails: its siblings", "the caller sees", "cancels its children", "fix"],
        lambda library, c: [siblings(c), SEES[c["reports"]], CANCELS[c["cancellation"]], fix(library, c)],
    )
    races = compared(
        libraries, "race", ["race", "one wins: the others", "mind that"], lambda _, c: [losers(c), mind(c)]
    )
    timeouts = compared(
        libraries,
        "timeout",
        ["timeout", "time is up: the work", "mind that"],
        lambda _, c: [DEADLINE[c["deadline"]], mind(c)],
    )
    index = ", ".join(f"[{library['title']}]({library['id']}.md)" for library in libraries)
    return (
        f"{BY_HAND}# What every gather really does\n\n"
        "The same name means different things. This page compares the primitives that async-tidy\n"
        "knows; a library's page has its waits and task types, and the file that proves each row.\n"
        "`safe_gather` cancels and joins the siblings, rethrows the first failure, and has a deadline.\n\n"
        f"{index}.\n\n## Gathers\n\n{gathers}\n## Races\n\n{races}\n## Timeouts\n\n{timeouts}"
    )
