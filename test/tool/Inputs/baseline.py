# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A baseline: written once, then nothing but new findings, however lines move.

import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from repository import PRELUDE, Repository, fail, gather, places  # noqa: E402

repo = Repository(sys.argv[2])
FILE = repo.top / ".async-tidy-baseline"
TWICE = """cppcoro::task<> twice() {
  co_await cppcoro::when_all(fetch(1), fetch(2));
  co_await cppcoro::when_all(fetch(1), fetch(2));%s
}
"""


def baseline():
    return [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def says(done, text):
    if text not in done.stderr:
        fail(f"'{text}' is not said\n{done.stderr}")


repo.write("a.cpp", PRELUDE + gather("one") + gather("two"))
repo.write("b.cpp", PRELUDE + TWICE % "")
repo.write("sub/c.cpp", PRELUDE + "namespace n { struct S {\n" + gather("member") + "};\n}\n")
repo.write("d.h", "#pragma once\n" + PRELUDE + gather("in_header").replace("cppcoro::task<> in", "inline cppcoro::task<> in"))
repo.write("d1.cpp", '#include "d.h"\n')
repo.write("d2.cpp", '#include "d.h"\n')

says(repo.tidy("--write-baseline", code=0), "wrote 6 findings to .async-tidy-baseline")
first = FILE.read_bytes()
repo.tidy("--write-baseline", code=0)
if FILE.read_bytes() != first:
    fail("the second baseline differs from the first")
if baseline() != sorted(baseline()) or len(baseline()) != 6:
    fail(f"not six sorted lines: {baseline()}")
CALL = "cppcoro :: when_all ( fetch ( 1 ) , fetch ( 2 ) )"
for line in (
    f"async-raw-gather\tsub/c.cpp\tn::S::member\t0\t{CALL}",
    f"async-raw-gather\tb.cpp\ttwice\t0\t{CALL}",
    f"async-raw-gather\tb.cpp\ttwice\t1\t{CALL}",
):
    if line not in baseline():
        fail(f"no line {line!r} in {baseline()}")

use = f"--baseline={FILE}"
repo.expect(use, existing=6)
repo.tidy(use, "--existing=print", code=0)
if len(places(repo.tidy(use, "--existing=fail", code=1).stdout)) != 6:
    fail("--existing=fail did not print all")

# Reformatted, moved, other lines around it, renamed: still known.
repo.write("a.cpp", "// a comment\n" + PRELUDE + gather("two").replace("(fetch(1), ", "(\n    fetch(1),\n    ") + "int x;\n" + gather("one"))
(repo.top / "sub/c.cpp").rename(repo.top / "renamed.cpp")
repo.expect(use, existing=6)

# A new one beside, also one that looks the same; the same in another function,
# also if the first is gone there.
repo.write("b.cpp", PRELUDE + (TWICE % "").replace("}\n", "  co_await cppcoro::when_all(fetch(1), fetch(2)); // new\n}\n"))
repo.write("a.cpp", PRELUDE + gather("two") + gather("three", mark=" // new"))
repo.expect(use, existing=5)

# What is fixed drops out, and comes back as new.
says(repo.tidy(use, "--prune", code=1), "took 1 finding out of")
if any("\tone\t" in line for line in baseline()) or len(baseline()) != 5:
    fail(f"not pruned: {baseline()}")
if not any(line.startswith("async-raw-gather\trenamed.cpp\tn::S::member") for line in baseline()):
    fail(f"the renamed file is not renamed: {baseline()}")
repo.write("a.cpp", PRELUDE + gather("two") + gather("one", mark=" // new"))
repo.expect(use, existing=5)

# A run over a part of the project forgets nothing of the rest, nor does a file
# that does not compile.
pruned = baseline()
repo.tidy(use, "--prune", repo.top / "a.cpp", code=1)
repo.write("b.cpp", PRELUDE + "int broken = ;\n")
repo.tidy(use, "--prune", code=3)
if baseline() != pruned:
    fail(f"forgot {set(pruned) - set(baseline())}")
repo.write("b.cpp", PRELUDE)
says(repo.tidy(use, "--prune", code=1), "took 2 findings out of")

# Fixes leave what is known alone.
repo.write("a.cpp", PRELUDE + gather("two"))
before = repo.read("a.cpp")
repo.tidy(use, "--fix", code=0)
if repo.read("a.cpp") != before:
    fail("--fix changed existing code")

# Merged by hand or by git: a doubled line does no harm, a conflict is said.
FILE.write_text("\n".join(baseline() * 2) + "\n", encoding="utf-8")
repo.expect(use)
for text, error in {
    "async-raw-gather\ta.cpp\tf\n": ":2: expected five fields with tabs between them",
    "<<<<<<< ours\n": ":2: a merge conflict: keep the lines of both sides",
    "async-raw-gather\ta.cpp\tf\tx\tcode\n": ":2: 'x' is no ordinal",
    "raw\ta.cpp\tf\t0\tcode\n": ":2: 'raw' is no check of async-tidy",
}.items():
    FILE.write_text("# comment\n" + text, encoding="utf-8")
    repo.refused(use, says=[str(FILE) + error])
FILE.unlink()
repo.refused(use, says=["cannot read", "--write-baseline="])
repo.refused("--prune", says=["--prune needs --baseline=FILE"])
repo.refused("--write-baseline", "--new-from=HEAD", says=["it goes without --baseline, --new-from and --fix"])
repo.refused("--new-from=HEAD", "--line-filter=x", says=["exclude each other"])
