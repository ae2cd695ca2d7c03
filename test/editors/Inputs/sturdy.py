# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: sturdy.py SERVER DIR
#
# What people and editors do to a server: they type fast, leave code broken,
# close files that are being analysed, take requests back, open huge files. The
# server must live, and the last word must fit the last text.

import sys
from pathlib import Path

from lsp import File, Server

binary, root = sys.argv[1:]
ROOM = Path(root, "room.cpp")
CALL = "channel_of(id) &&"


def lines(file):
    return sorted(d["range"]["start"]["line"] for d in file.ours())


def rapid_edits(server):
    """Every keystroke is a change; only the last text counts."""
    room = File(server, ROOM)
    at = room.text.index("asio::awaitable<void> start")
    for letter in "// a comment that is typed quickly, letter by letter\n" * 4:
        room.type_at(at, letter)
        at += 1
    expected = [22, 28, 28, 28]
    assert lines(room) == expected, lines(room)
    # Each report is of a text in which its findings are gathers.
    for message in server.messages:
        if message and message.get("method") == "textDocument/publishDiagnostics":
            assert message["params"]["version"] <= room.version, message
    room.close()


def broken_code(server):
    """A statement is deleted and typed again; in between nothing compiles."""
    room = File(server, ROOM)
    before = lines(room)
    begin = room.text.index("  auto [channel")
    end = room.text.index("  show(")
    statement = room.text[begin:end]
    room.type_at(begin, "", remove=end - begin)
    for index, letter in enumerate(statement):
        room.type_at(begin + index, letter)
        if index % 25 == 0:
            room.actions({"start": room.position(begin), "end": room.position(begin)})
    assert lines(room) == before, lines(room)
    room.change(room.text.replace("row_of(id));", "row_of(id);"))
    assert room.diagnostics() != []
    room.change("co_await (((")
    assert room.ours() == []
    room.close()


def stale(server):
    """A gather that is gone leaves no finding and no action behind."""
    room = File(server, ROOM)
    room.ours()
    where = {"start": room.position(room.text.index(CALL)), "end": room.position(len(room.text))}
    room.change(room.text.replace("&&", ","))
    actions = room.actions(where, ["source.fixAll"])
    assert actions == [], actions
    assert room.ours() == [], room.ours()
    room.close()


def closed_in_between(server):
    for _ in range(15):
        room = File(server, ROOM)
        request = server.start(
            "textDocument/codeAction",
            {"textDocument": {"uri": room.uri}, "range": zero(), "context": {"diagnostics": []}},
        )
        room.close()
        server.answer(request)
    room = File(server, ROOM)
    room.version = 1
    assert lines(room) == [18, 24, 24, 24], lines(room)
    room.close()


def cancelled(server):
    room = File(server, ROOM)
    for _ in range(20):
        room.type_at(0, "\n")
        request = server.start(
            "textDocument/codeAction",
            {"textDocument": {"uri": room.uri}, "range": zero(), "context": {"diagnostics": []}},
        )
        server.notify("$/cancelRequest", {"id": request})
        answer = server.answer(request)
        assert "result" in answer or answer["error"]["code"] in (-32800, -32801), answer
    assert lines(room) == [38, 44, 44, 44], lines(room)
    room.close()


def huge(server):
    """50 000 lines; the finding is near the end and moves with the text."""
    text = ROOM.read_text()
    filler = "".join(f"int number_{n}(int a) {{\n  return a + {n};\n}}\n" for n in range(16700))
    at = text.index("asio::awaitable<void> start")
    big = File(server, Path(root, "big.cpp"), text[:at] + filler + text[at:])
    assert big.text.count("\n") > 50000
    assert lines(big) == [50118, 50124, 50124, 50124], lines(big)
    big.type_at(0, "\n")
    assert lines(big) == [50119, 50125, 50125, 50125], lines(big)
    (action,) = big.actions(zero(), ["source.fixAll"])
    big.apply(action)
    assert [d["code"] for d in big.ours()] == ["async-missing-timeout"], big.ours()
    big.close()


def zero():
    return {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


server = Server([binary], root)
for step in (rapid_edits, broken_code, stale, closed_in_between, cancelled, huge):
    step(server)
server.stop()
