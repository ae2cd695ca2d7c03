# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does a fixture say, and how does it look for one library?
#
#   foo.cpp + libraries.json ──> Fixture.expand() ──> text that clang reads
#                            └─> Fixture.checks  ──> text that FileCheck reads
#
# A fixture is a C++ file with expectations in comments. Where one text makes
# sense for many libraries it is written with placeholders, one row of
# libraries.json per library: LIB_INCLUDE and LIB_PROLOGUE (whole lines),
# LIB_TASK (the task template), LIB_GATHER(a, b) (the call), LIB_CALLEE and
# LIB_TITLE (how messages name it), LIB_ADAPTER (the header a fix includes). Substitution is plain text and keeps the line numbers.

import json
import os
import re

DIRECTIVE = re.compile(r"//\s*CHECK-(MESSAGES|NOTES|FIXES)[A-Z-]*:")
UNFIXED = re.compile(r"//.*\bunfixed\b")


def load_library(name):
    """The row called \\p name; 'none' stands for a fixture without placeholders."""
    if name == "none":
        return {}
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "libraries.json")
    with open(table, encoding="utf-8") as file:
        rows = json.load(file)
    if name not in rows:
        raise ValueError(f"{table} has no library '{name}'; it has {', '.join(sorted(rows))}")
    return rows[name]


def split_arguments(text, start):
    """The top-level arguments of a call whose '(' is at \\p start, and the end of it."""
    depth, begin, arguments = 0, start + 1, []
    for at in range(start, len(text)):
        if text[at] in "([{":
            depth += 1
        elif text[at] in ")]}":
            depth -= 1
            if depth == 0:
                arguments.append(text[begin:at].strip())
                return [a for a in arguments if a], at + 1
        elif text[at] == "," and depth == 1:
            arguments.append(text[begin:at].strip())
            begin = at + 1
    raise ValueError("LIB_GATHER( without its closing parenthesis")


def substitute(text, library):
    """\\p text with the placeholders of \\p library."""
    if not library:
        return text
    text = text.replace("LIB_INCLUDE", library["include"])
    text = text.replace("LIB_PROLOGUE", library.get("prologue", ""))
    text = text.replace("LIB_TASK", library["task"])
    text = text.replace("LIB_ADAPTER", library["adapter"])
    text = text.replace("LIB_CALLEE", library["callee"])
    text = text.replace("LIB_TITLE", library["title"])
    while (at := text.find("LIB_GATHER(")) >= 0:
        arguments, end = split_arguments(text, at + len("LIB_GATHER"))
        call = library["call"].replace("{args}", library.get("separator", ", ").join(arguments))
        text = text[:at] + call + text[end:]
    return text


class Fixture:
    """One fixture file as it reads for one library."""

    def __init__(self, path, library_name):
        self.path = path
        self.library = load_library(library_name)
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            self.source = file.read()
        self.checks = substitute(self.source, self.library)
        kinds = DIRECTIVE.findall(self.source)
        self.expects_messages = "MESSAGES" in kinds
        self.expects_notes = "NOTES" in kinds
        self.fix_lines = kinds.count("FIXES")

    def expand(self):
        """The text clang reads: expectations blanked, so that no edit can match them."""
        lines = self.checks.split("\n")
        return "\n".join("//" if DIRECTIVE.search(line) else line for line in lines)


def unfixed_lines(text):
    """1-based numbers of the lines whose findings are expected to have no fix."""
    return {n for n, line in enumerate(text.split("\n"), 1) if UNFIXED.search(line)}
