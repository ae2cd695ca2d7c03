# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How many sources could share a precompiled block of leading includes?

Two sources can share one if their directives before the first declaration are
the same, in the same folder. A source whose first include is its own header
shares not even a part.
"""

import re
from collections import Counter
from pathlib import Path

SUFFIXES = {".cpp", ".cc", ".cxx"}
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def leading_directives(text):
    out = []
    for line in COMMENT.sub(" ", text).splitlines():
        words = " ".join(line.split())
        if words and not words.startswith("#"):
            break
        if words:
            out.append(words)
    return tuple(out)


def count(folder):
    """Sources that await, how many share all their includes, and how many begin with their own header."""
    blocks, own = Counter(), 0
    for path in Path(folder).rglob("*"):
        if path.suffix not in SUFFIXES or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        if "co_await" not in text:
            continue
        block = leading_directives(text)
        blocks[path.parent, block] += 1
        first = next((line for line in block if line.startswith("#include")), "")
        own += path.stem in first
    return sum(blocks.values()), sum(n for n in blocks.values() if n > 1), own


def table(folders):
    rows = [(Path(folder).resolve().name, *count(folder)) for folder in folders]
    rows.append(("together", *(sum(column) for column in list(zip(*rows))[1:])))
    head = "| | sources with co_await | share all their includes | own header first |\n|---|--:|--:|--:|\n"
    return head + "\n".join("| " + " | ".join(map(str, row)) + " |" for row in rows)
