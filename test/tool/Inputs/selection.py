# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# With --new-from only the sources are parsed that read something new, however
# they come to it; in doubt a source is parsed.

import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from repository import PRELUDE, Repository, fail, gather  # noqa: E402


def header(name, mark=""):
    return "inline " + gather(name, mark=mark)


repo = Repository(sys.argv[2])
repo.write("inc/deep.h", "#pragma once\n" + PRELUDE + header("deep"))
repo.write("inc/mid dle.h", '#pragma once\n#include "deep.h"\n')
repo.write("through.cpp", '#include "inc/mid dle.h"\n')
repo.write("computed.cpp", '#define WHERE "inc/deep.h"\n#include WHERE\n')
repo.write("part.inc", PRELUDE + gather("part"))
repo.write("unity.cpp", '#include "part.inc"\n')
repo.write("alone.cpp", PRELUDE + gather("alone"))
repo.write("conditional.cpp", '#if __has_include("inc/extra.h")\n#include "inc/extra.h"\n#endif\nint x;\n')
repo.commit("before")
repo.git("branch", "base")


def analysed(files, skipped):
    """That many sources were parsed and left out, and all marks were found."""
    done = repo.expect("--new-from=base")
    text = f"in {files} file{'' if files == 1 else 's'} analysed"
    text += f" ({skipped} more read nothing that changed)" if skipped else ""
    if text not in done.stderr:
        fail(f"expected '{text}'\n{done.stderr}")
    repo.git("add", "-A")
    repo.git("stash", "-q", "--include-untracked")


# Nothing changed, or nothing that a source reads.
analysed(0, 5)
repo.write("README", "text\n")
repo.write("inc/unread.h", "int unread;\n")
analysed(0, 5)

repo.write("alone.cpp", repo.read("alone.cpp") + gather("more", mark=" // new"))
analysed(1, 4)
repo.write("inc/deep.h", repo.read("inc/deep.h") + header("more", mark=" // new"))
analysed(2, 3)
repo.write("part.inc", repo.read("part.inc") + "int more;\n")
analysed(1, 4)

# A header under another name, and one that appears where it is asked for.
repo.git("mv", "inc/deep.h", "inc/deeper.h")
repo.write("inc/deeper.h", repo.read("inc/deeper.h") + header("more", mark=" // new"))
repo.write("inc/mid dle.h", repo.read("inc/mid dle.h").replace("deep.h", "deeper.h"))
repo.write("computed.cpp", repo.read("computed.cpp").replace("deep.h", "deeper.h"))
analysed(2, 3)
repo.write("inc/extra.h", PRELUDE + header("extra", mark=" // new"))
analysed(1, 4)

# A header that is gone: who asked for it cannot be scanned, and says so.
(repo.top / "inc/deep.h").unlink()
done = repo.tidy("--new-from=base", code=3)
if done.stdout.count("'deep.h' file not found") + done.stdout.count("'inc/deep.h' file not found") != 2:
    fail(done.stdout + done.stderr)
if "(3 more read nothing that changed)" not in done.stderr:
    fail(done.stderr)
repo.git("checkout", "-q", "inc/deep.h")

# All existing findings are wanted: everything is parsed.
done = repo.tidy("--new-from=base", "--existing=print", code=0)
if "in 5 files analysed" not in done.stderr or "more read" in done.stderr:
    fail(done.stderr)
