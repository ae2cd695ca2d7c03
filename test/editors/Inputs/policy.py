# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: policy.py SERVER ASYNC-TIDY DIR
#
# Does the editor show what CI will? Under each `.clang-tidy`, the server and the
# command must have the same findings in the same file.

import re
import subprocess
import sys
from pathlib import Path

from lsp import File, Server

binary, command, root = sys.argv[1:]
ROOM = Path(root, "room.cpp")
LINES = Path(root, "new-lines.json")
LINES.write_text('[{"name": "room.cpp", "lines": [[1, 20]]}]')
POLICIES = {
    "none": "",
    "other checks": "Checks: '-*,modernize-use-nullptr'\n",
    "one check": "Checks: '-*,async-raw-gather'\n",
    "all but one": "Checks: '-async-raw-gather'\n",
    "existing code": "CheckOptions: {async-raw-gather.ExistingPaths: '*room.cpp'}\n",
    "new lines": f"CheckOptions: {{NewLines: '{LINES}'}}\n",
}


def of_the_command():
    flags = Path(root, "compile_flags.txt").read_text().split()
    done = subprocess.run(
        [command, "--quiet", "room.cpp", "--", *flags],
        cwd=root, stdout=subprocess.PIPE, text=True,
    )
    assert done.returncode in (0, 1), done
    found = re.findall(r"room\.cpp:(\d+):(\d+): warning: .* \[(async-[a-z-]+)\]", done.stdout)
    return sorted({(int(line), int(column), check) for line, column, check in found})


def of_the_editor():
    server = Server([binary], root)
    room = File(server, ROOM)
    found = [(d["range"]["start"], d["code"]) for d in room.ours()]
    server.stop()
    return sorted({(at["line"] + 1, at["character"] + 1, check) for at, check in found})


seen = set()
for name, text in POLICIES.items():
    Path(root, ".clang-tidy").write_text(text)
    ci, editor = of_the_command(), of_the_editor()
    assert ci == editor, f"{name}: CI {ci}, editor {editor}"
    seen.add(tuple(ci))
assert len(seen) >= 3, "the policies differ in what they find"
