# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does Bazel keep in a remote cache, and does another checkout find it there?
#
#   http_cache.py DIR COMMAND…   runs COMMAND, {port} in it replaced
#
# Serves what was PUT back on GET, which is all of Bazel's HTTP protocol. It lies in
# DIR, one file for each digest, for the test to look into.

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STORE = Path(sys.argv[1])


class Cache(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def file(self):
        kind, digest = self.path.strip("/").split("/")[-2:]  # ac or cas
        return STORE / kind / digest

    def answer(self, code, content=b""):
        self.send_response(code)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self):
        if self.file().is_file():
            self.answer(200, self.file().read_bytes())
        else:
            self.answer(404)

    def do_PUT(self):
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.file().parent.mkdir(parents=True, exist_ok=True)
        self.file().write_bytes(content)
        self.answer(200)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Cache)
threading.Thread(target=server.serve_forever, daemon=True).start()
command = [word.replace("{port}", str(server.server_port)) for word in sys.argv[2:]]
sys.exit(subprocess.run(command, check=False).returncode)
