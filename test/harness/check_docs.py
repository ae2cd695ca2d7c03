# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Is every example in the docs true?
#
#   page.md ──> fences ──> file ──> async-tidy ──> what the fence promises
#
#   ```cpp expect=CHECK[,CHECK…] [as=NAME]   these findings, nothing else
#   ```cpp expect=none                       silent
#   ```cpp fixed[=NAME]                      the --fix of that fence (or the last)
#   ```sh project exit=N                     each line runs in a sample project
#
# A comment `<!-- prelude … -->` holds declarations that come before the later
# C++ fences of the page, a comment `<!-- config … -->` their configuration. C++
# fences over a library that is installed are also compiled against it. Fences without such a tag are not looked at, so a page with C++ or
# command lines but no tagged fence fails.

import argparse
import os
import re
import shutil
import subprocess
import sys
from glob import glob

from tools import Failed, Tools, findings, show

CONFIG = re.compile(r"<!-- config (.*?) -->")
REAL = re.compile(r'#include "(boost_)?asio\.h"')
PRELUDE = re.compile(r"<!-- prelude\n(.*?)-->", re.DOTALL)
FENCE = re.compile(r"^```(?P<language>cpp|sh) (?P<tags>[^\n]+)\n(?P<code>.*?)^```$", re.DOTALL | re.M)
INCLUDE_LINE = re.compile(r"^#include <safe_async/.*\n", re.MULTILINE)


def tags_of(text):
    return dict((word + "=").split("=")[:2] for word in text.split())


class Page:
    """One page of the docs and the examples on it."""

    def __init__(self, args, path, folder):
        self.args = args
        self.path = path
        self.folder = folder
        harness = f"{args.root}/test/harness"
        mocks = [f"-I{harness}/mocks", f"-I{harness}/mock-adapters"]
        self.real = ["-std=c++20", f"-I{harness}/real", f"-I{args.root}/include"]
        self.tools = Tools(args, ["-std=c++20", *mocks])
        self.config = "{}"
        self.fixes = {}
        self.examples = 0

    def run(self):
        text = open(self.path, encoding="utf-8").read()
        marks = [(m.start(), m) for r in (PRELUDE, CONFIG, FENCE) for m in r.finditer(text)]
        prelude = ""
        for start, match in sorted(marks, key=lambda mark: mark[0]):
            if match.re is PRELUDE:
                prelude = match[1]
                continue
            if match.re is CONFIG:
                self.config = match[1]
                continue
            tags = tags_of(match["tags"])
            line = text.count("\n", 0, start) + 1
            try:
                self.example(match["language"], tags, match["code"], prelude)
            except Failed as failure:
                raise Failed(f"{self.path}:{line}: {failure}") from failure
        if not self.examples:
            raise Failed(f"{self.path}: no example on this page is tested")

    def example(self, language, tags, code, prelude):
        self.examples += 1
        if language == "sh" and "project" in tags:
            self.commands(code, int(tags["exit"]))
        elif "expect" in tags:
            self.finds(tags, code, prelude)
        elif "fixed" in tags:
            wanted = self.fixes.get(tags["fixed"])
            if wanted is None:
                raise Failed("no fence before this one has that name and a fix")
            if code != wanted:
                raise Failed(f"the fix is\n{wanted}\nthe page says\n{code}")
        else:
            raise Failed("a tag is wrong; see check_docs.py")

    def finds(self, tags, code, prelude):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        path = os.path.join(self.folder, "example.cpp")
        with open(path, "w", encoding="utf-8") as file:
            file.write(prelude + code)
        self.tools.write_database(self.folder, ["example.cpp"])
        self.compiles(prelude)
        expected = [] if tags["expect"] == "none" else sorted(tags["expect"].split(","))
        extra = [f"--config={self.config}", "--quiet"]
        output = self.tools.async_tidy(
            self.folder, ["example.cpp"], "async-*", extra, ok=(1 if expected else 0,)
        )
        found = [f for f in findings(output, self.folder) if f.severity != "note"]
        checks = sorted(re.findall(r"\[(async-[a-z-]+)\]$", "\n".join(f.message for f in found), re.M))
        if checks != expected:
            raise Failed(f"expected {expected}, found\n{show(found)}")
        if not expected:
            return
        self.tools.async_tidy(
            self.folder, ["example.cpp"], "async-*", [*extra, "--fix"], ok=(0, 1)
        )
        self.compiles(prelude)
        fixed = INCLUDE_LINE.sub("", open(path, encoding="utf-8").read())
        unchanged = INCLUDE_LINE.sub("", prelude)
        if not fixed.startswith(unchanged):
            raise Failed("the fix changed the prelude")
        self.fixes[""] = self.fixes[tags.get("as", "")] = fixed[len(unchanged) :]

    def compiles(self, prelude):
        """Against the real library; a mocked one is compiled by the analysis."""
        if REAL.search(prelude):
            self.tools.compile(self.folder, "example.cpp", self.real)

    def commands(self, code, exit_code):
        """Each line of \\p code in a project with one file that has a finding."""
        for line in code.splitlines():
            project = os.path.join(self.folder, "project")
            shutil.rmtree(project, ignore_errors=True)
            shutil.copytree(os.path.join(self.args.root, "test/docs/Inputs/project"), project)
            os.makedirs(os.path.join(project, "build"))
            self.tools.write_database(project, ["src/page.cpp"])
            shutil.move(os.path.join(project, "compile_commands.json"), os.path.join(project, "build"))
            binaries = os.path.dirname(self.args.async_tidy)
            shutil.copy(self.args.plugin, project)
            path = os.pathsep.join([binaries, os.environ["PATH"]])
            done = subprocess.run(
                ["bash", "-c", line],
                cwd=project,
                env={**os.environ, "PATH": path, "LD_LIBRARY_PATH": project},
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode != exit_code:
                raise Failed(
                    f"`{line}` exited with {done.returncode}, the page says {exit_code}\n"
                    f"{done.stdout}{done.stderr}"
                )


def main():
    parser = argparse.ArgumentParser(prog="check_docs")
    for name in ("clang-tidy", "plugin", "async-tidy", "clangxx", "filecheck", "root"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("temp", help="folder that is made anew")
    parser.add_argument("pages", nargs="+", help="pages, or folders of pages, below the root")
    args = parser.parse_args()
    args.broken = False
    count = 0
    pages = []
    for name in args.pages:
        path = os.path.join(args.root, name)
        pages += sorted(glob(f"{path}/*.md")) if os.path.isdir(path) else [path]
    for path in pages:
        if os.path.basename(path) == "index.md":
            continue
        page = Page(args, path, os.path.abspath(args.temp))
        try:
            page.run()
        except Failed as failure:
            print(f"check_docs: {failure}", file=sys.stderr)
            return 1
        count += page.examples
    print(f"{count} examples hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
