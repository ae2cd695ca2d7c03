# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How fast is async-tidy, compared with the compiler and with clang-tidy?
#
# Everything that is compared is measured in one run of this script, in turns,
# so that a busy machine slows all alike. Times are processor time (user and
# system, all processes) unless they say otherwise; of several turns the median
# counts. async-tidy is the one of the packages (`./dev build --release`).
#
# help: bench [--files N] [--async PERCENT] [-p DIR] [--grow N,N] [--shared FOLDER] [--write]   measure speed

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "test" / "bench"))
sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from generate_project import generate  # noqa: E402
from growth_plot import plot  # noqa: E402
import leading_includes  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"
PLOT = ROOT / "docs" / "performance.svg"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass
class Cost:
    """What one command took. Memory is that of its largest process."""

    cpu: float
    wall: float
    megabytes: float


def measure(command, folder):
    """Runs \\p command; its exit code may be anything but a crash or wrong usage."""
    start = time.monotonic()
    process = subprocess.Popen(
        [str(c) for c in command],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"bench: error: {command}: {process.returncode}\n{errors.decode()}")
    return Cost(
        usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024
    )


def median(costs):
    return Cost(*(statistics.median(getattr(c, f) for c in costs) for f in Cost.__annotations__))


def in_turns(commands, folder, turns):
    """The median cost of each of the named \\p commands."""
    costs = defaultdict(list)
    for _ in range(turns):
        for name, command in commands.items():
            costs[name].append(measure(command() if callable(command) else command, folder))
    return {name: median(all_of) for name, all_of in costs.items()}


def table(costs, base):
    lines = ["| | CPU s | wall s | peak MB | CPU, relative |", "|---|--:|--:|--:|--:|"]
    for name, c in costs.items():
        ratio = costs[base].cpu / max(c.cpu, 0.001)
        relative = f"{1 / ratio:.2f} ×" if ratio < 3 else f"1/{ratio:.0f}"
        lines.append(f"| {name} | {c.cpu:.2f} | {c.wall:.2f} | {c.megabytes:.0f} | {relative} |")
    return "\n".join(lines)


class Bench:
    def __init__(self, args):
        self.args = args
        build = ROOT / "build" / f"release-{args.llvm}" / "bin"
        self.plain = ROOT / "build" / f"llvm-{args.llvm}" / "bin" / "async-tidy"
        self.bin = Path(f"/usr/lib/llvm-{args.llvm}/bin")
        self.tool = build / "async-tidy"
        self.plugin = build / f"AsyncTidyPlugin-{args.llvm}.so"
        self.work = ROOT / "build" / "bench"
        self.cache = self.work / "cache"
        self.jobs = os.cpu_count()
        for program in (self.tool, self.plain):
            if not program.exists():
                sys.exit(
                    f"./dev bench: error: {program.relative_to(ROOT)} is missing; run ./dev build "
                    f"--llvm {args.llvm} and ./dev build --release --llvm {args.llvm}"
                )

    def async_tidy(self, folder, *extra):
        return [self.tool, "-p", folder, "--quiet", "--checks=-*,async-*", *extra]

    def empty(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def one_file(self, source, folder):
        """A relevant source by itself."""
        flags = next(
            e["arguments"][1:] for e in self.database(folder) if Path(e["file"]) == source
        )
        return in_turns(
            {
                "clang -fsyntax-only": [self.bin / "clang++", *flags, "-fsyntax-only", "-w"],
                "clang-tidy with the plugin": [
                    self.bin / "clang-tidy", "-load", self.plugin, "-p", folder, "--quiet",
                    "--checks=-*,async-*", source,
                ],
                "async-tidy": self.async_tidy(folder, "--no-cache", source),
                "async-tidy as `./dev build` leaves it": [
                    self.plain, *self.async_tidy(folder, "--no-cache", source)[1:]
                ],
                "async-tidy, from the cache": self.warmed(folder, source),
            },
            folder,
            self.args.turns,
        )

    def warmed(self, folder, *extra):
        command = self.async_tidy(folder, f"--cache-dir={self.cache}", *extra)
        measure(command, folder)
        return command

    @staticmethod
    def database(folder):
        return json.loads((Path(folder) / "compile_commands.json").read_text())

    def project(self, folder, touched):
        """The whole project."""
        cached = self.async_tidy(folder, f"--cache-dir={self.cache}")

        def cold():
            self.empty()
            return cached

        def one_touched():
            with open(touched, "a", encoding="utf-8") as file:
                file.write("// touched\n")
            return cached

        return in_turns(
            {
                "run-clang-tidy with the plugin": [
                    self.bin / "run-clang-tidy", "-clang-tidy-binary", self.bin / "clang-tidy",
                    "-load", self.plugin, "-p", folder, "-quiet", "-checks=-*,async-*",
                    "-j", self.jobs,
                ],
                "async-tidy, cold": cold,
                "async-tidy, one file edited": one_touched,
                "async-tidy, warm": cached,
                "async-tidy, only new code, no cache": self.async_tidy(
                    folder, "--no-cache", "--new-from=HEAD"
                ),
            },
            folder,
            self.args.project_turns,
        )

    def growth(self, sizes):
        rows = []
        for size in sizes:
            folder = self.work / f"grow-{size}"
            generate(folder, size, self.args.share, str(self.bin / "clang++"))
            self.empty()
            command = self.async_tidy(folder, f"--cache-dir={self.cache}")
            rows.append((size, measure(command, folder), measure(command, folder)))
        return rows

    def run(self):
        load = os.getloadavg()[0]
        if self.args.p:
            folder = Path(self.args.p).resolve()
            sources = [Path(e["directory"]) / e["file"] for e in self.database(folder)]
            what = f"{len(sources)} sources of {folder.name}"
        else:
            folder = self.work / "project"
            sources = generate(folder, self.args.files, self.args.share, str(self.bin / "clang++"))
            what = f"{self.args.files} generated sources, {self.args.share} % with Boost.Asio"
        version = subprocess.run([self.tool, "--version"], capture_output=True, text=True, check=True)
        parts = [
            f"`./dev bench {' '.join(self.args.asked)}` on {platform.machine()}, {self.jobs} cores, "
            f"load {load:.0f} when it began; {version.stdout.strip()}."
        ]
        self.empty()
        if not self.args.p:
            costs = self.one_file(sources[0], folder)
            parts += ["One source with a gather:", table(costs, "clang -fsyntax-only")]
        costs = self.project(folder, sources[0])
        parts += [f"A project, {what}:", table(costs, "run-clang-tidy with the plugin")]
        if self.args.grow:
            rows = self.growth(self.args.grow)
            parts.append("Growth with the number of sources:")
            parts.append(
                "| sources | cold, CPU s | per source | warm, CPU s |\n|--:|--:|--:|--:|\n"
                + "\n".join(
                    f"| {n} | {cold.cpu:.2f} | {cold.cpu / n:.3f} | {warm.cpu:.2f} |"
                    for n, cold, warm in rows
                )
            )
            if self.args.write:
                PLOT.write_text(plot([(n, cold.cpu, warm.cpu) for n, cold, warm in rows]))
                parts.append("![CPU time by number of sources](performance.svg)")
        if self.args.shared:
            parts += ["Leading includes that sources share:", leading_includes.table(self.args.shared)]
        return "\n\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--llvm", default="22")
    parser.add_argument("--files", type=int, default=100, help="sources of the generated project")
    parser.add_argument("--async", dest="share", type=int, default=10, help="percent with a gather")
    parser.add_argument("-p", metavar="DIR", help="measure this compile database instead")
    parser.add_argument("--turns", type=int, default=5, help="for one source")
    parser.add_argument("--project-turns", type=int, default=1, help="for the project")
    parser.add_argument(
        "--grow", type=lambda s: [int(n) for n in s.split(",")], default=[], metavar="N,N"
    )
    parser.add_argument(
        "--shared", action="append", default=[], metavar="FOLDER",
        help="count the sources in FOLDER that could share precompiled includes",
    )
    parser.add_argument("--write", action="store_true", help="put the result into docs/performance.md")
    args = parser.parse_args()
    args.asked = [Path(word).name if word.startswith("/") else word for word in sys.argv[1:]]
    result = Bench(args).run()
    print(result)
    if args.write:
        text = PAGE.read_text()
        block = f"{BEGIN}\n\n{result}\n{END}"
        PAGE.write_text(
            re.sub(f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _: block, text, flags=re.DOTALL)
        )


if __name__ == "__main__":
    main()
