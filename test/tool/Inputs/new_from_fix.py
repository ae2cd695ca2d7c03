# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# --fix edits new code only, although the include it adds moves every line.

import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from repository import PRELUDE, Repository, fail, gather  # noqa: E402

CONFIG = "--config={CheckOptions: {SafeGather: 'team::gather', SafeGatherHeader: '\"team.h\"'}}"
TEAM = """#pragma once
#include "cppcoro.h"
namespace team { template <class... A> cppcoro::task<> gather(A &&...); }
"""

repo = Repository(sys.argv[2])
repo.write("team.h", TEAM)
repo.write("a.cpp", PRELUDE + gather("old") + gather("between") + gather("last"))
repo.write("b.cpp", PRELUDE + gather("other"))
repo.commit("before")
repo.git("branch", "base")
repo.write("a.cpp", PRELUDE + gather("old") + gather("mine") + gather("between") + gather("yours") + gather("last"))

done = repo.tidy("--new-from=base", CONFIG, "--fix", code=0)
for text in ("fixed 2 findings in 1 file", "3 in existing code"):
    if text not in done.stderr:
        fail(f"'{text}' is not said\n{done.stdout}{done.stderr}")
text = repo.read("a.cpp")
if text.count("team::gather(fetch(1), fetch(2))") != 2 or text.count('#include "team.h"') != 1:
    fail(text)
for name in ("old", "between", "last"):
    if gather(name) not in text:
        fail(f"'{name}' was changed\n{text}")
if repo.read("b.cpp") != PRELUDE + gather("other"):
    fail("b.cpp was changed")

# A second run has nothing to do; whoever asks gets the rest fixed too.
repo.tidy("--new-from=base", CONFIG, "--fix", code=0)
if repo.read("a.cpp") != text:
    fail("the second run changed something")
repo.tidy("--new-from=base", CONFIG, "--existing=fail", "--fix", code=0)
if "when_all(fetch" in repo.read("a.cpp") + repo.read("b.cpp"):
    fail("--existing=fail left something")
