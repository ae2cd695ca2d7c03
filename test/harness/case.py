# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# One fixture, one library, one language version: do all expectations hold?
#
#   Case.run() ──> findings() ──> both_fix() ──> judge_fixes()
#
# The steps are numbered in check_async.py. Each runs in a fresh folder below
# the test's temporary folder, so that a failure can be looked at afterwards.

import difflib
import os
import shutil
from collections import Counter
from fnmatch import fnmatch

from fixture import Fixture, unfixed_lines
from tools import Failed, Tools, findings, show


def read(path):
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        file.write(text)


class Case:
    """One fixture for one library and one language version."""

    def __init__(self, args, tidy, compiler, library, std):
        self.args = args
        self.fixture = Fixture(args.file, library)
        self.folder = os.path.join(args.temp, f"{library}-{std}")
        self.main = os.path.basename(args.file)
        self.beside = [p for p in args.beside.split(",") if p]
        further = [p for p in args.tu.split(",") if p]
        self.beside += further
        self.units = [self.main] + [os.path.basename(p) for p in further]
        self.files = [self.main] + [os.path.basename(p) for p in self.beside]
        mocks = [f"-I{args.root}/test/harness/{d}" for d in ("mocks", "mock-adapters")]
        real = [f"-I{args.root}/test/harness/{d}" for d in ("real", "mocks")]
        header = f"-I{args.root}/include"
        self.compile_args = [f"-std={std}", *real, header, *compiler]
        analysed = self.compile_args if args.real else [f"-std={std}", *mocks, header, *compiler]
        if library != "none" and not self.has_real_headers():
            self.compile_args = analysed
        self.tools = Tools(args, analysed)
        defaults = ["--header-filter=.*", "--config={}"]
        self.tidy = [d for d in defaults if not any(t.startswith(d.split("=")[0]) for t in tidy)]
        self.tidy += tidy

    def has_real_headers(self):
        """Whether fixed code can be compiled against the library itself; where
        it cannot, the mock of its adapter says at least that the edit fits."""
        include = self.fixture.library["include"].split('"')[1]
        return os.path.exists(os.path.join(self.args.root, "test/harness/real", include))

    def lay_out(self, name, newline="\n"):
        """A fresh folder \\p name with the fixture and its neighbours."""
        folder = os.path.join(self.folder, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        texts = {self.main: self.fixture.expand()}
        for path in self.beside:
            source = os.path.join(os.path.dirname(self.args.file), path)
            texts[os.path.basename(path)] = Fixture(source, self.args.current_library).expand()
        for file, text in texts.items():
            write(os.path.join(folder, file), text.replace("\n", newline))
        self.tools.write_database(folder, self.units)
        return folder

    def contents(self, folder):
        return {name: read(os.path.join(folder, name)) for name in self.files}

    def found(self, folder, checks, ok=(0, 1)):
        """async-tidy's findings without notes."""
        output = self.tools.async_tidy(folder, self.units, checks, self.tidy, ok)
        return [f for f in findings(output, folder) if f.severity != "note"]

    def fix(self, folder, checks, with_clang_tidy=False):
        if with_clang_tidy:
            how = ["--fix-notes" if self.args.notes else "--fix"]
            self.tools.clang_tidy(folder, self.units, checks, [*self.tidy, *how])
        else:
            how = ["--fix", *(["--unsafe-fixes"] if self.args.notes else [])]
            self.tools.async_tidy(folder, self.units, checks, [*self.tidy, *how], ok=(0, 1, 3))

    def run(self):
        found = self.judge_findings()
        if self.args.findings_only:
            return None
        if found:
            fixed = self.fix_both_ways()
            if self.contents(fixed) != self.contents(os.path.join(self.folder, "original")):
                return self.judge_fixes(fixed)
        if self.fixture.fix_lines:
            raise Failed("the fixture has CHECK-FIXES but no fix was made")
        return None

    def judge_findings(self):
        """Steps 1 and 2; returns the findings, errors included."""
        folder = self.lay_out("original")
        shutil.rmtree(os.path.join(self.folder, "cache"), ignore_errors=True)
        output = self.tools.clang_tidy(folder, self.units, self.args.checks, self.tidy)
        plugin = set(findings(output, folder))
        warnings = sorted(f for f in plugin if f.severity != "note")
        exit_code = 3 if self.args.broken else 1 if warnings else 0
        tidy = [*self.tidy, f"--cache-dir={self.folder}/cache"]
        first, again = (
            self.tools.async_tidy(folder, self.units, self.args.checks, tidy, ok=(exit_code,))
            for _ in range(2)
        )
        if first != again:
            raise Failed(f"a run from the cache differs\n{self.diff(first, again)}")
        command = set(findings(first, folder))
        # clang-tidy applies one edit only once, so a finding of the plugin says
        # where its edit is; each finding of the command has its own.
        together = "fixed together with the finding of"
        plugin = {f for f in plugin if together not in f.message}
        if plugin != command:
            raise Failed(
                "the plugin and async-tidy differ\n plugin only:\n"
                + show(sorted(plugin - command))
                + "\n async-tidy only:\n"
                + show(sorted(command - plugin))
            )
        checks = os.path.join(folder, self.main + ".checks")
        write(checks, self.fixture.checks)
        if self.fixture.expects_messages:
            unlisted = "--implicit-check-not={{warning|error}}:"
            self.tools.file_check(folder, "CHECK-MESSAGES", output, checks, [unlisted])
        if self.fixture.expects_notes:
            unlisted = "--implicit-check-not={{note|warning|error}}:"
            self.tools.file_check(folder, "CHECK-NOTES", output, checks, [unlisted])
        if not (self.fixture.expects_messages or self.fixture.expects_notes) and warnings:
            raise Failed("the fixture expects silence, but this was found:\n" + show(warnings))
        return warnings

    def fix_both_ways(self):
        """The folder as async-tidy fixes it, which the plugin must fix alike."""
        fixed = self.lay_out("fixed")
        self.fix(fixed, self.args.checks)
        other = self.lay_out("fixed-by-plugin")
        self.fix(other, self.args.checks, with_clang_tidy=True)
        for name, text in self.contents(fixed).items():
            if text != self.contents(other)[name]:
                diff = self.diff(self.contents(other)[name], text)
                raise Failed(f"the plugin (-) and async-tidy (+) fix {name} differently\n{diff}")
        return fixed

    @staticmethod
    def diff(old, new):
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1)
        return "\n".join(lines)

    def judge_fixes(self, fixed):
        """Steps 3 to 7 on the folder that was fixed."""
        original = os.path.join(self.folder, "original")
        before, after = self.contents(original), self.contents(fixed)
        self.judge_changed_lines(fixed, before, after)
        self.judge_compiles(after)
        self.judge_silence(fixed, after)
        if self.args.no_crlf:
            return
        crlf = self.lay_out("crlf", "\r\n")
        self.fix(crlf, self.args.checks)
        for name, text in self.contents(crlf).items():
            if text != after[name].replace("\n", "\r\n"):
                raise Failed(f"CRLF line ends: {name} is fixed to\n{text!r}")

    def judge_changed_lines(self, fixed, before, after):
        added = [
            line
            for name in self.files
            for line in self.diff(before[name], after[name]).split("\n")
            if line.startswith("+") and not line.startswith("+++") and line.strip() != "+"
        ]
        if len(added) != self.fixture.fix_lines:
            raise Failed(
                f"{len(added)} lines changed, the fixture has {self.fixture.fix_lines} "
                "CHECK-FIXES lines; changed are\n" + "\n".join(added)
            )
        checks = os.path.join(self.folder, "original", self.main + ".checks")
        text = "\n".join(after[name] for name in self.files)
        self.tools.file_check(fixed, "CHECK-FIXES", text, checks, ["--match-full-lines"])

    def judge_compiles(self, after):
        folder = self.lay_out("compiled")
        for name in self.files:
            write(os.path.join(folder, name), after[name])
        for name in self.units:
            self.tools.compile(folder, name, self.compile_args)

    def judge_silence(self, fixed, after):
        """Step 5, and step 6 where a finding is left that --fix could act on."""
        left = self.found(fixed, "async-*")
        ours = [f for f in left if self.is_checked(f)]
        lines = {(n, line) for n in self.files for line in unfixed_lines(after[n])}
        if {(f.file, f.line) for f in ours} != lines:
            raise Failed(
                "after the fixes these findings are left, and the lines marked "
                f"`// unfixed` are {sorted(lines)}:\n" + show(ours)
            )
        others = [f for f in left if not self.is_checked(f)]
        if others:
            # The words may change with the code; how many of a check, may not.
            original = os.path.join(self.folder, "original")
            known = Counter(self.check_of(f) for f in self.found(original, "async-*"))
            if Counter(self.check_of(f) for f in others) - known:
                raise Failed("the fixes made new findings; now there are\n" + show(others))
        if ours:
            self.fix(fixed, self.args.checks)
            if self.contents(fixed) != after:
                raise Failed("a second --fix changed the fixed file again")

    @staticmethod
    def check_of(finding):
        return finding.message.rpartition("[")[2].rstrip("]")

    def is_checked(self, finding):
        """Whether the finding is of a check that this fixture is about."""
        return any(fnmatch(self.check_of(finding), g) for g in self.args.checks.split(","))
