# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: protocol.py SERVER DIR CXX...
#
# What an editor sees of a finding and can do about it. CXX compiles one file
# of the project, whose name is put behind it; what was fixed must compile.

import subprocess
import sys
from pathlib import Path

from lsp import CAPABILITIES, File, Server, uri

binary, root, *cxx = sys.argv[1:]
ROOM = Path(root, "room.cpp")
TOP = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


def titles(actions):
    return [a["title"] for a in actions]


def named(actions, title):
    (one,) = [a for a in actions if a["title"] == title]
    return one


def places(file):
    return sorted((d["range"]["start"]["line"] + 1, d["code"]) for d in file.ours())


def compiles(file):
    copy = Path(root, "fixed.cpp")
    copy.write_text(file.text)
    subprocess.run([*cxx, str(copy)], check=True)


def findings(room):
    assert places(room) == [
        (19, "async-raw-gather"),
        (25, "async-missing-timeout"),
        (25, "async-raw-gather"),
        (25, "async-uncaptured-cleanup"),
    ], places(room)
    for found in room.ours():
        page = found["codeDescription"]["href"].removeprefix("file://")
        assert Path(page).read_text().startswith(f"# {found['code']}\n"), page
        assert found["source"] == "async-tidy" and "codeActions" not in found, found
    first = min(room.ours(), key=lambda d: d["range"]["start"]["line"])
    child = [r for r in first["relatedInformation"] if "child" in r["message"]]
    assert child[0]["location"]["range"]["start"]["line"] == 19, first
    return first


def one_fix(room, first):
    actions = room.actions(first["range"], diagnostics=[first])
    fix = named(actions, "use safe_async::safe_gather (async-raw-gather)")
    assert fix["isPreferred"] and fix["kind"] == "quickfix", fix
    room.apply(fix)
    assert "co_await safe_async::safe_gather(channel_of(id),\n" in room.text, room.text
    assert "#include <safe_async/boost_asio.hpp>\n" in room.text, room.text
    assert [line for line, _ in places(room)] == [26, 26, 26], places(room)
    compiles(room)


def unsafe_fix(room):
    found = next(d for d in room.ours() if d["code"] == "async-missing-timeout")
    actions = room.actions(found["range"], diagnostics=[found])
    unsafe = [a for a in actions if a["title"].startswith("unsafe fix: ")]
    assert len(unsafe) == 1 and "isPreferred" not in unsafe[0], titles(actions)
    assert unsafe[0]["title"].endswith("(async-missing-timeout)"), unsafe
    assert any("timeout(/* how long? */)" in e["newText"] for e in room.edits(unsafe[0]))


def fix_all(room):
    assert "source.fixAll.async-tidy" not in titles(room.actions(TOP, ["quickfix"]))
    for kind in ("source", "source.fixAll", "source.fixAll.async-tidy"):
        (action,) = room.actions(TOP, [kind])
        assert action["kind"] == "source.fixAll.async-tidy", action
    room.apply(action)
    # A duration is for a person to fill in, so that fix is not applied unseen.
    assert [code for _, code in places(room)] == ["async-missing-timeout"], places(room)
    assert room.text.count("#include <safe_async/boost_asio.hpp>") == 1, room.text
    assert room.text.count("safe_async::safe_gather(") == 2, room.text
    compiles(room)
    assert room.actions(TOP, ["source.fixAll"]) == []


def fix_all_of_one_check(room):
    found = next(d for d in room.ours() if d["code"] == "async-raw-gather")
    actions = room.actions(found["range"], diagnostics=[found])
    assert "fix all async-tidy findings in this file" in titles(actions), titles(actions)
    room.apply(named(actions, "fix all of async-raw-gather in this file"))
    assert "async-raw-gather" not in {code for _, code in places(room)}, places(room)
    compiles(room)


def suppress(room):
    left = {"async-missing-timeout", "async-raw-gather", "async-uncaptured-cleanup"}
    while left:
        found = max(room.ours(), key=lambda d: d["range"]["start"]["line"])
        check = found["code"]
        left.remove(check)
        actions = room.actions(found["range"], diagnostics=[found])
        room.apply(named(actions, f"suppress {check} here with NOLINT"))
        assert {c for line, c in places(room) if line > 20} == left, (places(room), left)
    assert room.text.count("\n  // NOLINTNEXTLINE(") == 1, room.text


server = Server([binary], root)
kinds = server.initialized["capabilities"]["codeActionProvider"]["codeActionKinds"]
assert "source.fixAll.async-tidy" in kinds, kinds
room = File(server, ROOM)
original = room.text
one_fix(room, findings(room))
unsafe_fix(room)
for step in (fix_all, fix_all_of_one_check, suppress):
    room.change(original)
    step(room)
# Windows line ends and text that is no ASCII, changed by parts.
room.change(original.replace("\n", "\r\n"))
fix_all_of_one_check(room)
room.change(original)
room.type_at(room.text.index("asio::awaitable<void> start"), "/* \u00e4\U0001f600 */ ")
room.type_at(room.text.index("close_channel() &&"), "(", 0)
room.type_at(room.text.index(" && close_front"), ")", 0)
assert "(close_channel()) &&" in room.text
fix_all(room)
server.stop()

# An editor that knows no versions of files gets edits without, and one that
# asks for fixes with the findings gets those.
old = {"textDocument": {"codeAction": CAPABILITIES["textDocument"]["codeAction"]}}
old["textDocument"]["publishDiagnostics"] = {"codeActionsInline": True}
server = Server([binary], root, old)
room = File(server, ROOM)
inline = [a for d in room.ours() for a in d["codeActions"]]
assert {True, None} == {a.get("isPreferred") for a in inline}, inline
(action,) = room.actions(TOP, ["source.fixAll"])
assert list(action["edit"]["changes"]) == [uri(ROOM)], action
fix_all(room)
server.stop()
