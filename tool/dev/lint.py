# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does our own code keep the house rules that a program can check?
#
# Formatting, licence lines, file lengths, the include direction of the three
# rings, where version tests may stand. Facts of the sources only; what needs a
# binary (names, options, docs) is tested in test/meta and test/docs.
#
# help: check formatting and house rules; --fix formats in place
# packages: clang-format-22

import re
import subprocess
import sys
from pathlib import Path

FORMATTER = "clang-format-22"
LICENCE = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
LONGEST = 300
LONG_REASON = re.compile(r"Longer than 300 lines because \w+")
CXX = {".h", ".hpp", ".cpp"}
SOURCE = CXX | {".py", ".sh", ".cmake", ".yml"}
# Spelled in pieces, so that this file does not find itself.
UNFINISHED = re.compile("TO" + r"DO\b|FIX" + r"ME\b|XX" + r"X\b")
WORKPLACE = re.compile("/wo" + r"rk/|\.mir" + "ror|/tmp/re" + "al")
VERSION_TEST = re.compile(r"^\s*#\s*(el)?if.*\b(LLVM|CLANG)_VERSION_")
INCLUDE = re.compile(r'^\s*#\s*include\s+(<[^>]+>|"[^"]+")', re.MULTILINE)


def is_fixture(path):
    """Whether formatting, length and wording are the point of the file."""
    fixtures = (("test", "checks"), ("test", "libraries"))
    return path.parts[:2] in fixtures or "Inputs" in path.parts


def allowed_include(path, target):
    """Why \\p path must not include \\p target, or None where it may."""
    quoted, name = target[0] == '"', target[1:-1]
    if path.parts[:2] == ("checks", "core"):
        if quoted and "/" not in name:
            return None
        if not quoted and re.fullmatch(r"[a-z_]+", name):
            return None
        return "core/ includes only the standard library and core/"
    if path.parts[:2] == ("checks", "ast"):
        if "clang-tidy/" in name or name.endswith("Check.h"):
            return "ast/ includes nothing of clang-tidy and no check"
        return None
    if path.parts[0] == "checks" and re.fullmatch(r"(?!Async)\w+Check", path.stem):
        if name.startswith("ast/") and not re.fullmatch(r"ast/(Async\w+|Edits)\.h", name):
            return "a check includes nothing of ast/ but its models (Async*.h) and Edits.h"
        return None
    if path.parts[0] == "include" and re.match(r"clang|llvm|\.\./\.\.", name):
        return "the public headers stand alone"
    return None


def problems_of(path, text):
    """(line, text) of every rule that \\p path breaks."""
    lines = text.splitlines()
    scripted = text.startswith("#!")
    if path.suffix in SOURCE or scripted or path.name == "CMakeLists.txt":
        if not any(LICENCE in line for line in lines[: 2 if scripted else 1]):
            yield 1, f"the first line is not '{LICENCE}'"
        too_long = len(lines) > LONGEST and not LONG_REASON.search(text)
        if too_long and path.suffix != ".yml" and not is_fixture(path):
            yield 1, f"{len(lines)} lines; say 'Longer than 300 lines because …' or split the file"
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield number, "unfinished work is an issue, not a comment"
        if WORKPLACE.search(line):
            yield number, "a path of one machine"
        if VERSION_TEST.search(line) and path.suffix in CXX and path.name != "ClangCompat.h":
            yield number, "version tests stand in checks/ast/ClangCompat.h only"
    if path.suffix in CXX:
        for match in INCLUDE.finditer(text):
            if reason := allowed_include(path, match[1]):
                yield text.count("\n", 0, match.start()) + 1, f"{match[1]}: {reason}"


def main(arguments):
    if unknown := [a for a in arguments if a != "--fix"]:
        print(f"lint: error: unknown argument {unknown[0]}; usage: ./dev lint [--fix]")
        return 2
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
    )
    names = sorted(set(listed.stdout.decode().split("\0")) - {""})
    paths = [Path(name) for name in names if Path(name).is_file()]
    count = 0
    for path in paths:
        for line, problem in problems_of(path, path.read_text(encoding="utf-8", errors="replace")):
            print(f"{path}:{line}: error: {problem}")
            count += 1
    formatted = [str(p) for p in paths if p.suffix in CXX and not is_fixture(p)]
    how = ["-i"] if "--fix" in arguments else ["--dry-run", "--Werror"]
    if formatted and subprocess.run([FORMATTER, *how, *formatted], check=False).returncode:
        print("lint: error: formatting differs; run ./dev lint --fix")
        count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
