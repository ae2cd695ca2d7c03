# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How does a test talk to a language server? A client with just enough LSP.
#
# A thread reads the server's messages into a list; the test waits for the one
# it needs. Whatever the server says stays in `messages`, in order, so that a
# test can also assert what it did *not* say. Positions are (line, character)
# from zero; files are ASCII, so characters are bytes.

import json
import subprocess
import threading
import time
import urllib.parse
from pathlib import Path

PATIENCE = 120  # seconds until a silent server is a failure


class Server:
    """One running server, used by one thread."""

    def __init__(self, command, root, capabilities=None, log=None):
        self.log = open(log or f"{root}/server.log", "w")
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log
        )
        self.messages, self.arrived = [], threading.Condition()
        self.last_id = 0
        threading.Thread(target=self._read, daemon=True).start()
        self.initialized = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": uri(root),
                "capabilities": CAPABILITIES if capabilities is None else capabilities,
            },
        )
        self.notify("initialized", {})

    def _read(self):
        stream = self.process.stdout
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"" or length == 0:
                if not line:
                    with self.arrived:
                        self.messages.append(None)
                        self.arrived.notify_all()
                    return
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            message = json.loads(stream.read(length))
            message["arrived"] = time.monotonic()
            with self.arrived:
                self.messages.append(message)
                self.arrived.notify_all()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def start(self, method, params):
        """Sends a request; returns its id, to be given to answer()."""
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params})
        return self.last_id

    def wait(self, wanted, after=0, patience=PATIENCE):
        """The first message from index `after` on for which wanted() holds."""
        until = time.monotonic() + patience
        at = after
        with self.arrived:
            while True:
                for message in self.messages[at:]:
                    at += 1
                    if message is None:
                        raise AssertionError(f"the server ended: {self.process.wait()}")
                    if wanted(message):
                        return message
                if not self.arrived.wait(until - time.monotonic()):
                    raise AssertionError(f"no answer in {patience} s; last: {self.messages[-3:]}")

    def answer(self, number):
        return self.wait(lambda m: m.get("id") == number and "method" not in m)

    def request(self, method, params):
        message = self.answer(self.start(method, params))
        assert "error" not in message, message
        return message["result"]

    def stop(self):
        """Asks the server to end, and insists on a clean end."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        code = self.process.wait(PATIENCE)
        assert code == 0, f"exit code {code}"


class File:
    """An open document, with a copy of what the server should think it holds."""

    def __init__(self, server, path, text=None):
        self.server, self.path, self.uri = server, Path(path), uri(path)
        self.text = self.path.read_text() if text is None else text
        self.version = 1
        item = {"uri": self.uri, "languageId": "cpp", "version": 1, "text": self.text}
        server.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, text):
        """Replaces the whole text."""
        self.text = text
        self._changed([{"text": text}])

    def type_at(self, offset, insert, remove=0):
        """Replaces `remove` characters at `offset`, the way editors send it."""
        at = {"start": self.position(offset), "end": self.position(offset + remove)}
        self.text = self.text[:offset] + insert + self.text[offset + remove :]
        self._changed([{"range": at, "text": insert}])

    def _changed(self, changes):
        self.version += 1
        names = {"uri": self.uri, "version": self.version}
        self.server.notify(
            "textDocument/didChange", {"textDocument": names, "contentChanges": changes}
        )

    def close(self):
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})

    def position(self, offset):
        before = self.text[:offset]
        return {"line": before.count("\n"), "character": offset - (before.rfind("\n") + 1)}

    def offset(self, position):
        lines = self.text.splitlines(keepends=True)
        return sum(map(len, lines[: position["line"]])) + position["character"]

    def is_report(self, message):
        return (
            message.get("method") == "textDocument/publishDiagnostics"
            and same(message["params"]["uri"], self.uri)
            and message["params"].get("version") == self.version
        )

    def diagnostics(self):
        """What the server finds in this very version; waits for it."""
        return self.server.wait(self.is_report)["params"]["diagnostics"]

    def ours(self):
        return [d for d in self.diagnostics() if str(d.get("code", "")).startswith("async-")]

    def actions(self, where, only=None, diagnostics=()):
        context = {"diagnostics": list(diagnostics)}
        if only:
            context["only"] = only
        return self.server.request(
            "textDocument/codeAction",
            {"textDocument": {"uri": self.uri}, "range": where, "context": context},
        )

    def apply(self, action):
        """Applies the edit of a code action, and tells the server."""
        edits = self.edits(action)
        text = self.text
        for edit in sorted(edits, key=lambda e: self.offset(e["range"]["start"]), reverse=True):
            begin, end = (self.offset(edit["range"][side]) for side in ("start", "end"))
            text = text[:begin] + edit["newText"] + text[end:]
        self.change(text)

    def edits(self, action):
        edit = action["edit"]
        if "documentChanges" in edit:
            (one,) = edit["documentChanges"]
            assert same(one["textDocument"]["uri"], self.uri), one
            assert one["textDocument"]["version"] in (None, self.version), one
            return one["edits"]
        ((name, edits),) = edit["changes"].items()
        assert same(name, self.uri), name
        return edits


CAPABILITIES = {
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
            "isPreferredSupport": True,
        },
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


def uri(path):
    return "file://" + urllib.parse.quote(str(Path(path).resolve()))


def same(one, other):
    return urllib.parse.unquote(one) == urllib.parse.unquote(other)
