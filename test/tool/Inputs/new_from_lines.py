# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Every way in which a line can change without the code being new, and the other
# way round: one repository, one change, one run.

import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from repository import PRELUDE, Repository, fail, gather  # noqa: E402

WIDE = """cppcoro::task<> wide() {
  co_await cppcoro::when_all(
      fetch(1),
      fetch(2),
      fetch(3));%s
}
"""
LAMBDA = """cppcoro::task<> outer() {
  co_await cppcoro::when_all(fetch(1), [&]() -> cppcoro::task<int> {
    int x = %s;
    co_return x;
  }());
}
"""
CLASS = """struct Server {
  cppcoro::task<> run() { co_await cppcoro::when_all(fetch(1), fetch(2)); }
  cppcoro::task<> walk() { co_await cppcoro::when_all(fetch(3), fetch(4)); }
};
"""

repo = Repository(sys.argv[2])
old = {
    # Lines change, tokens do not.
    "reformat.cpp": PRELUDE + gather("one") + gather("two"),
    "comment.cpp": PRELUDE + WIDE % "",
    "crlf.cpp": PRELUDE + gather("one"),
    # Functions move: in the file, to another file, to a new one that git does
    # not know yet.
    "move.cpp": PRELUDE + gather("one") + gather("two") + "extern int gap;\n" * 20 + gather("three"),
    "from.cpp": PRELUDE + gather("moved") + gather("stays"),
    "to.cpp": PRELUDE + gather("other"),
    "class.cpp": PRELUDE + CLASS,
    # Inside a statement: a child on another line changes, or is deleted.
    "argument.cpp": PRELUDE + WIDE % "",
    "deletion.cpp": PRELUDE + WIDE % "",
    "deletion_between.cpp": PRELUDE + gather("one") + "int gone;\n" + gather("two"),
    "lambda.cpp": PRELUDE + LAMBDA % "1",
    "order.cpp": PRELUDE
    + "cppcoro::task<> f() {\n  int a = 1;\n  co_await cppcoro::when_all(fetch(1), fetch(2));\n  a = 2;\n}\n",
    # Files with names that end alike.
    "a.cpp": PRELUDE + gather("a"),
    "da.cpp": PRELUDE + gather("da"),
    "sub/a.cpp": PRELUDE + gather("sub_a"),
    "name with space.cpp": PRELUDE + gather("space"),
    # Renamed as it is, and with an edit.
    "renamed.cpp": PRELUDE + gather("renamed") + "extern int pad;\n" * 30,
    "edited.cpp": PRELUDE + gather("kept") + "extern int pad;\n" * 30,
    # A copy is new, also where the original stays.
    "copy.cpp": PRELUDE + gather("original"),
    # Swapped: one function loses its gather, another gets the same one.
    "swap.cpp": PRELUDE + gather("loses") + "cppcoro::task<> gets() {\n  co_return;\n}\n",
    "header.h": "#pragma once\n" + PRELUDE + gather("in_header").replace("cppcoro::task<> in", "inline cppcoro::task<> in"),
    "header.cpp": '#include "header.h"\n' + gather("beside"),
    "untouched.cpp": PRELUDE + gather("untouched"),
    # Half a function per branch of an #if: lines hold.
    "torn.cpp": PRELUDE
    + "#if 1\ncppcoro::task<> torn() {\n#else\ncppcoro::task<> torn(int) {\n#endif\n"
    + "  co_await cppcoro::when_all(fetch(1), fetch(2));\n}\n",
}
for name, text in old.items():
    repo.write(name, text)
repo.commit("before")
repo.git("branch", "base")

new = dict(old)
new["reformat.cpp"] = PRELUDE + gather("one").replace("(fetch(1), ", "(\n        fetch(1),\n        ") + "\n\n" + gather("two")
new["comment.cpp"] = PRELUDE + (WIDE % "").replace("fetch(2),", "fetch(2), // why\n      // and more")
new["move.cpp"] = PRELUDE + gather("three") + gather("two") + "extern int gap;\n" * 20 + gather("one")
new["from.cpp"] = PRELUDE + gather("stays")
new["to.cpp"] = PRELUDE + gather("other") + gather("moved")
lines = CLASS.splitlines()
new["class.cpp"] = PRELUDE + "\n".join([lines[0], lines[2], lines[1], lines[3]]) + "\n"
new["argument.cpp"] = PRELUDE + (WIDE % "").replace("when_all(", "when_all( // new").replace("fetch(2)", "fetch(20)")
new["deletion.cpp"] = PRELUDE + (WIDE % "").replace("when_all(", "when_all( // new").replace("      fetch(2),\n", "")
new["deletion_between.cpp"] = PRELUDE + gather("one") + gather("two")
new["lambda.cpp"] = PRELUDE + LAMBDA % "2"
new["order.cpp"] = PRELUDE + "cppcoro::task<> f() {\n  co_await cppcoro::when_all(fetch(1), fetch(2));\n  int a = 1;\n  a = 2;\n}\n"
new["da.cpp"] = PRELUDE + gather("da") + gather("da_new", mark=" // new")
new["name with space.cpp"] = PRELUDE + gather("space") + gather("space_new", mark=" // new")
del new["renamed.cpp"], new["edited.cpp"]
new["after.cpp"] = old["renamed.cpp"]
new["after_edit.cpp"] = PRELUDE + gather("kept") + "extern int pad;\n" * 30 + gather("added", mark=" // new")
new["copy.cpp"] = PRELUDE + gather("original") + gather("the_copy", mark=" // new")
new["swap.cpp"] = (
    PRELUDE
    + "cppcoro::task<> loses() {\n  co_return;\n}\n"
    + gather("gets", mark=" // new")
)
new["header.h"] = old["header.h"] + gather("header_new", mark=" // new").replace("cppcoro::task<> h", "inline cppcoro::task<> h")
new["torn.cpp"] = old["torn.cpp"].replace("fetch(2));", "fetch(3)); // new")

for name in old:
    (repo.top / name).unlink()
for name, text in new.items():
    repo.write(name, text)
repo.write("crlf.cpp", new["crlf.cpp"].replace("\n", "\r\n"))
repo.git("add", "-A")
repo.git("commit", "-q", "-m", "after")
# Neither committed nor added: a change, and files that git does not know.
repo.write("to.cpp", new["to.cpp"] + gather("dirty", mark=" // new"))
repo.write("unknown.cpp", PRELUDE + gather("unknown", mark=" // new"))
repo.write("moved_here.cpp", PRELUDE + gather("untouched"))
(repo.top / "untouched.cpp").unlink()

done = repo.expect("--new-from=base", existing=19)
if "more read nothing that changed" not in done.stderr:
    fail(f"all sources were analysed\n{done.stderr}")

# Existing findings, if somebody asks.
done = repo.tidy("--new-from=base", "--existing=print", code=1)
if done.stdout.count("[async-raw-gather]") <= len(repo.marked()):
    fail("--existing=print printed nothing more")
repo.git("stash", "-q", "-u")
repo.git("checkout", "-q", "base")
repo.tidy("--new-from=base", code=0)
repo.tidy("--new-from=base", "--existing=print", code=0)
repo.tidy("--new-from=base", "--existing=fail", code=1)
