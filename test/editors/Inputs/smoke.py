# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: smoke.py SERVER DIR
#
# A file with raw gathers is opened, the first finding is fixed, and it is gone.

import sys

from lsp import File, Server

server = Server([sys.argv[1]], sys.argv[2])
room = File(server, f"{sys.argv[2]}/room.cpp")

found = [(d["range"]["start"]["line"], d["code"]) for d in room.ours()]
assert sorted(found) == [
    (18, "async-raw-gather"),
    (24, "async-missing-timeout"),
    (24, "async-raw-gather"),
    (24, "async-uncaptured-cleanup"),
], found

first = min(room.ours(), key=lambda d: d["range"]["start"]["line"])
child = [r for r in first["relatedInformation"] if "child" in r["message"]]
assert child[0]["location"]["range"]["start"]["line"] == 19, first

fixes = [a for a in room.actions(first["range"], diagnostics=[first]) if a["kind"] == "quickfix"]
fix = next(a for a in fixes if a["title"] == "use safe_async::safe_gather (async-raw-gather)")
assert fix["isPreferred"], fix
room.apply(fix)
assert "co_await safe_async::safe_gather(channel_of(id),\n" in room.text, room.text
assert "#include <safe_async/boost_asio.hpp>\n" in room.text, room.text
assert not [d for d in room.ours() if d["range"]["start"]["line"] == 19], room.ours()
server.stop()
