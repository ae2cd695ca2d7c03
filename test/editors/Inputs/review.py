# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: review.py SERVER ASYNC-TIDY DIR
#
# Does the editor ask for what CI asks for? DIR becomes a git repository. After
# each step the text in the editor is saved, and the command must print exactly
# those findings that the server gave as warnings before it was saved.

import os
import re
import subprocess
import sys
from pathlib import Path

from lsp import File, Server

binary, command, root = sys.argv[1:]
ROOM = Path(root, "room.cpp")
SETTINGS = Path(root, ".async-tidy")
ORIGINAL = ROOM.read_text()
GATHER = "  auto [{0}, row_{0}] = co_await (channel_of(id) &&\n                                  row_of(id));\n"
AGAIN = "  show(channel, row);\n"
WARNING, HINT = 2, 4
TOP = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
for name in [n for n in os.environ if n.startswith("GIT_")]:
    del os.environ[name]
os.environ.update(
    GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1",
    GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@b.invalid",
    GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@b.invalid",
)


def git(*arguments):
    subprocess.run(["git", "-C", root, *arguments], check=True, stdout=subprocess.DEVNULL)


def of_the_command(*arguments):
    flags = Path(root, "compile_flags.txt").read_text().split()
    done = subprocess.run(
        [command, "--quiet", "--no-cache", *arguments, "room.cpp", "--", *flags],
        cwd=root, stdout=subprocess.PIPE, text=True,
    )
    assert done.returncode in (0, 1), done
    found = re.findall(r"room\.cpp:(\d+):\d+: warning: .* \[(async-[a-z-]+)\]", done.stdout)
    return sorted({(int(line), check) for line, check in found})


def by_severity(room, severity):
    return sorted(
        (d["range"]["start"]["line"] + 1, d["code"])
        for d in room.ours()
        if d["severity"] == severity
    )


def agree(room, warnings, hints):
    """The editor shows so many of each; CI, of the saved text, the warnings."""
    asked = by_severity(room, WARNING)
    counts = len(asked), len(by_severity(room, HINT))
    assert counts == (warnings, hints), (counts, room.ours())
    ROOM.write_text(room.text)
    assert of_the_command() == asked, (of_the_command(), asked)
    return asked


def notices(server):
    return [
        m["params"]["message"]
        for m in server.messages
        if m and m.get("method") == "window/showMessage"
    ]


def twin(room, name):
    """Types the same gather again behind what `start` does first."""
    room.type_at(room.text.index(AGAIN) + len(AGAIN), GATHER.format(name))


def new_code(server):
    SETTINGS.write_text("new-from: HEAD\n")
    room = File(server, ROOM)
    agree(room, 0, 4)
    twin(room, "second")
    (found,) = agree(room, 1, 4)
    assert found == (22, "async-raw-gather"), found
    # Lines move; a comment and a line break say nothing new.
    room.type_at(0, "// one\n// two\n")
    room.type_at(room.text.index("close_channel() &&"), "\n      ")
    (found,) = agree(room, 1, 4)
    assert found == (24, "async-raw-gather"), found
    # Only what is new is fixed together, as by --fix.
    (action,) = room.actions(TOP, ["source.fixAll"])
    room.apply(action)
    assert room.text.count("safe_async::safe_gather(") == 1, room.text
    agree(room, 0, 4)
    # A deleted child is a change of the gather.
    room.change(ORIGINAL.replace("co_await (close_channel() && close_front_row())",
                                 "co_await (close_channel() && close_channel())"))
    agree(room, 3, 1)
    # Once it is committed it is existing code; git was asked by nobody but us.
    ROOM.write_text(room.text)
    git("commit", "-qam", "changed")
    room.type_at(0, "\n")
    agree(room, 0, 4)
    # A file that git does not know is new.
    fresh = File(server, Path(root, "fresh.cpp"), ORIGINAL)
    assert len(by_severity(fresh, WARNING)) == 4, fresh.ours()
    fresh.close()
    room.close()
    git("checkout", "-q", "HEAD~1", "--", "room.cpp")
    git("commit", "-qm", "back")


def baseline(server):
    SETTINGS.unlink()
    of_the_command("--write-baseline")
    SETTINGS.write_text("baseline: .async-tidy-baseline\n")
    room = File(server, ROOM)
    agree(room, 0, 4)
    twin(room, "second")
    (found,) = agree(room, 1, 4)
    assert found == (22, "async-raw-gather"), found
    room.type_at(0, "\n\n")
    (found,) = agree(room, 1, 4)
    assert found == (24, "async-raw-gather"), found
    # With both, a finding counts if it is new and not listed.
    SETTINGS.write_text("new-from: HEAD\nbaseline: .async-tidy-baseline\n")
    room.type_at(0, "\n")
    agree(room, 1, 4)
    SETTINGS.write_text("existing: fail\nbaseline: .async-tidy-baseline\n")
    room.type_at(0, "\n")
    agree(room, 5, 0)
    room.change(ORIGINAL)
    ROOM.write_text(ORIGINAL)
    room.close()


def what_is_wrong(server):
    """One clear message each, and the server goes on: everything counts."""
    room = File(server, ROOM)
    wrong = {
        "new-from: no-such-revision\n": ".async-tidy: --new-from=no-such-revision: no such commit",
        "baseline: nowhere\n": "nowhere: No such file or directory; --write-baseline=",
        "baseline: broken\n": "broken:1: expected five fields",
        "baselin: x\n": ".async-tidy:1:1: error: unknown key 'baselin'",
        "- a\n": ".async-tidy:1:1: error: expected keys with values",
    }
    SETTINGS.write_text("")  # as while it is being written
    room.type_at(0, "\n")
    assert len(by_severity(room, WARNING)) == 4 and not notices(server), room.ours()
    Path(root, "broken").write_text("not a line of a baseline\n")
    for text, message in wrong.items():
        before = len(notices(server))
        SETTINGS.write_text(text)
        for _ in range(3):
            room.type_at(0, "\n")
            assert len(by_severity(room, WARNING)) == 4, room.ours()
        said = notices(server)[before:]
        assert len(said) == 1 and message in said[0], (text, said)
    SETTINGS.write_text("new-from: HEAD\n")
    room.type_at(0, "\n")
    assert len(by_severity(room, HINT)) == 4, room.ours()
    room.close()


git("init", "-q")
git("add", "room.cpp")
git("commit", "-qm", "base")
for step in (new_code, baseline, what_is_wrong):
    server = Server([binary], root)
    step(server)
    server.stop()
