# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How much slower than plain clangd is the editor's server?
#
# Both servers run at the same time on the same file (docs/demo/dashboard.cpp),
# and each keystroke goes to one and then to the other, so that a busy machine
# slows both alike. Measured per keystroke: the time until the diagnostics of
# that text arrive, which holds the pause that clangd waits for further typing,
# and the processor time. Medians count. Memory is the most a server held.
#
# help: bench-editor [--keys N] [--write]   keystroke to diagnostics, against plain clangd

import argparse
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "test/editors/Inputs"))
from lsp import File, Server  # noqa: E402  (the tests' client)

PAGE = ROOT / "docs/editors.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
GOAL = 1.05


class Run:
    """One server with the file open, and what it has cost so far."""

    def __init__(self, name, binary, folder, source):
        self.name, self.latency, self.cpu = name, [], []
        self.server = Server([binary, "--background-index=false"], folder, log=f"{folder}/{name}.log")
        self.file = File(self.server, source)
        start = time.monotonic()
        self.findings = len(self.file.ours())
        self.opened = time.monotonic() - start
        self.at = self.file.text.index("// Asks one service")

    def processor(self):
        fields = Path(f"/proc/{self.server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def key(self, letter):
        before, start = self.processor(), time.monotonic()
        self.file.type_at(self.at, letter)
        self.at += len(letter)
        message = self.server.wait(self.file.is_report, after=len(self.server.messages) - 1)
        self.latency.append(message["arrived"] - start)
        self.cpu.append(self.processor() - before)

    def megabytes(self):
        status = Path(f"/proc/{self.server.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def table(plain, ours, keys):
    rows = [
        ("keystroke to diagnostics, median", "ms", 1000, lambda r: statistics.median(r.latency)),
        ("processor time per keystroke, mean", "ms", 1000, lambda r: statistics.mean(r.cpu)),
        ("memory, most", "MB", 1, lambda r: r.megabytes()),
    ]
    yield f"{keys} keystrokes in `docs/demo/dashboard.cpp`, {ours.findings} findings of ours:\n"
    yield "| | clangd | async-clangd | ratio |"
    yield "|---|---|---|---|"
    for name, unit, factor, value in rows:
        one, two = value(plain), value(ours)
        yield f"| {name} | {one * factor:.0f} {unit} | {two * factor:.0f} {unit} | {two / one:.2f} |"


def main():
    parser = argparse.ArgumentParser(prog="./dev bench-editor")
    parser.add_argument("--keys", type=int, default=60, help="keystrokes to measure")
    parser.add_argument("--llvm", default="22")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    args = parser.parse_args()
    clangd = f"/usr/lib/llvm-{args.llvm}/bin/clangd"
    built = ROOT / f"build/llvm-{args.llvm}/bin/async-clangd"
    for path, remedy in ((clangd, f"apt-get install clangd-{args.llvm}"), (built, "./dev build")):
        if not os.path.exists(path):
            sys.exit(f"dev: error: {path} is missing; run: {remedy}")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "dashboard.cpp")
        source.write_text((ROOT / "docs/demo/dashboard.cpp").read_text())
        Path(folder, "compile_flags.txt").write_text(f"-std=c++20\n-I{ROOT}/include\n")
        runs = [Run("clangd", clangd, folder, source), Run("async-clangd", built, folder, source)]
        for number in range(args.keys):
            for run in runs if number % 2 else reversed(runs):
                run.key("//\n" if number == 0 else "x")
        text = "\n".join(table(*runs, args.keys)) + "\n"
        for run in runs:
            run.server.stop()
    print(text, end="")
    if args.write:
        page = PAGE.read_text()
        begin, end = page.index(BEGIN) + len(BEGIN), page.index(END)
        PAGE.write_text(page[:begin] + text + page[end:])
    print(f"goal: a ratio of at most {GOAL}", file=sys.stderr)


main()
