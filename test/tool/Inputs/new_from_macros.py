# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# No line of a source changes here but definitions of macros, most of them in a
# header. A statement says what its macros say.

import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from repository import PRELUDE, Repository  # noqa: E402

MACROS = """#pragma once
#define WAIT(a, b) co_await cppcoro::when_all(fetch(a), fetch(b))
#define CHILDREN fetch(1), fetch(2)
#define INNER fetch(1)
#define OUTER INNER, fetch(2)
#define LONG(a) \\
  cppcoro::when_all( \\
      fetch(a), \\
      fetch(2))
#define SAME fetch(1), fetch(2)
#define COUNT 1
#define SPACED(a) cppcoro::when_all(fetch(a), fetch(2))
#define MOVED fetch(4), fetch(5)
#define STRING(a) #a
"""
USES = """
cppcoro::task<> call() { WAIT(1, 2); } // new
cppcoro::task<> argument() {
  co_await cppcoro::when_all(CHILDREN); // new
}
cppcoro::task<> nested() { co_await cppcoro::when_all(OUTER); } // new
cppcoro::task<> in_argument() { co_await cppcoro::when_all(fetch(0), INNER); } // new
cppcoro::task<> several_lines() { co_await LONG(1); } // new
cppcoro::task<> local() { co_await cppcoro::when_all(LOCAL); } // new
// Beside the gather, in a lambda's body, or the same as before: existing code.
cppcoro::task<> same() { co_await cppcoro::when_all(SAME); }
cppcoro::task<> beside() {
  int count = COUNT;
  co_await cppcoro::when_all(fetch(count), fetch(2));
}
cppcoro::task<> in_lambda() {
  co_await cppcoro::when_all(fetch(1), []() -> cppcoro::task<int> { co_return COUNT; }());
}
cppcoro::task<> spaced() { co_await SPACED(1); }
cppcoro::task<> moved() { co_await cppcoro::when_all(MOVED); }
cppcoro::task<> shadowed() {
#undef SAME
#define SAME fetch(1), fetch(2)
  co_await cppcoro::when_all(SAME);
}
"""
LOCAL = "#define LOCAL fetch(1), fetch(2)\n"

repo = Repository(sys.argv[2])
repo.write("macros.h", MACROS)
repo.write("uses.cpp", '#include "macros.h"\n' + PRELUDE + LOCAL + USES)
repo.commit("before")
repo.tidy("--new-from=HEAD", code=0)

new = MACROS.replace("fetch(a), fetch(b))", "fetch(b), fetch(a + 1))")
new = new.replace("CHILDREN fetch(1)", "CHILDREN fetch(3)").replace("INNER fetch(1)", "INNER fetch(3)")
new = new.replace("      fetch(2))", "      fetch(3))").replace("COUNT 1", "COUNT 2")
new = new.replace("cppcoro::when_all(fetch(a), fetch(2))", "  cppcoro::when_all(fetch(a),   fetch(2)) // why")
moved = "#define MOVED fetch(4), fetch(5)\n"
new = new.replace(moved, "").replace("#define WAIT", moved + "#define WAIT").replace(" #a", " #a #a")
repo.write("macros.h", new)
repo.write("uses.cpp", repo.read("uses.cpp").replace(LOCAL, LOCAL.replace("1", "3")))
repo.expect("--new-from=HEAD", existing=6)
