# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The examples of docs/extending.md as files, and whether the tools find what the
# comments in its C++ promise.
#
#   extending.py PAGE                 team.yml, .clang-tidy, a.cpp; safe.yml, b.cpp
#   extending.py --compare FILE OUTPUT…

import re
import sys
from pathlib import Path

FENCE = re.compile(r"^```(yaml|cpp)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def write_files(page):
    fences = FENCE.findall(Path(page).read_text(encoding="utf-8"))
    rows, config, safe = [text for language, text in fences if language == "yaml"]
    calls, uses = [text for language, text in fences if language == "cpp"]
    if rows.count("\n") != 5:
        sys.exit("the rows of the page are not five lines")
    files = {"team.yml": rows, ".clang-tidy": config, "a.cpp": calls, "safe.yml": safe, "b.cpp": uses}
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")


def compare(source, outputs):
    promised = set()
    for number, line in enumerate(Path(source).read_text(encoding="utf-8").splitlines(), 1):
        promised |= {(number, check) for check in re.findall(r"async-[a-z-]+", line.partition("//")[2])}
    for output in outputs:
        text = Path(output).read_text(encoding="utf-8")
        found = {(int(n), c) for n, c in re.findall(r"[ab]\.cpp:(\d+):\d+: \w+: .*\[(async-[a-z-]+)", text)}
        if found != promised:
            sys.exit(f"{output}: the page promises {sorted(promised)}, found {sorted(found)}\n{text}")


if __name__ == "__main__":
    if sys.argv[1] == "--compare":
        compare(sys.argv[2], sys.argv[3:])
    else:
        write_files(sys.argv[1])
