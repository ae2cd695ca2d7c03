# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does async-tidy survive code that nobody here wrote?
#
#   FOLDER… ──copied──> every C++ source in it ──> async-tidy, then --fix, then
#   async-tidy again on what was edited ──> crashes, hangs, fixes that broke code
#
# Many files will not compile: their headers and flags are not here. That is wanted:
# half-understood code is what editors see all day. Files that do compile must still
# compile after their fixes, and a second --fix must find nothing to do. async-tidy
# takes back itself what does not compile, and says so; that is a defect, too. Every
# file is analysed, also those that a run would skip since they hold no word of a
# finding. What breaks clang-tidy without our checks is clang's own, and only told.
#
# help: look for crashes, hangs and invalid fixes: FOLDER… [--limit N]

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import built  # noqa: E402  (found beside this file)

INCLUDE = Path(__file__).resolve().parents[2] / "include"  # what fixes include
SOURCES = {".cpp", ".cc", ".cxx", ".c++", ".C", ".cppm"}
BATCH = 400
NOT_ANALYSED = re.compile(r"^(.*): error: not analysed: (.*)$", re.MULTILINE)
NOT_COMPILED = re.compile(r"^(.*): note: does not compile", re.MULTILINE)
TAKEN_BACK = re.compile(r"error: (.*?): (not fixed.*|not taken back.*)$", re.MULTILINE)
FINDING = re.compile(r"^(.*?):\d+:\d+: (?:warning|error): .* \[(async-[a-z-]+)", re.MULTILINE)


class Runner:
    """async-tidy on many files, in batches."""

    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.failed = {}  # file -> what happened
        self.taken_back = {}  # file -> why its fixes are not in it
        self.complete = set()
        self.findings = Counter()
        self.with_findings = set()

    def run(self, files, *options):
        for at in range(0, len(files), BATCH):
            self.batch(files[at : at + BATCH], options)
        return self

    def batch(self, files, options):
        command = [self.args.async_tidy, "--quiet", f"--timeout-per-file={self.args.timeout}"]
        command += ["--no-skip", "--no-cache", f"-j{self.args.jobs}"]
        command += [f"--config={self.args.config}", *options, *files, "--", *self.args.flags.split()]
        command += [f"-I{INCLUDE}"]
        done = subprocess.run(
            command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False
        )
        text = done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")
        failed = dict(NOT_ANALYSED.findall(text))
        if done.returncode not in (0, 1, 3):
            failed.update({file: f"exit code {done.returncode}" for file in files})
        self.failed.update(failed)
        self.taken_back.update(TAKEN_BACK.findall(text))
        self.complete |= set(files) - set(NOT_COMPILED.findall(text)) - set(failed)
        for file, check in FINDING.findall(text):
            self.findings[check] += 1
            self.with_findings.add(file)


def breaks_clang(args, folder, file):
    """Whether clang-tidy fares no better on \p file, without any check of ours."""
    command = [args.clang_tidy, "--checks=-*,bugprone-assert-side-effect", file, "--"]
    try:
        done = subprocess.run(
            [*command, *args.flags.split()],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=args.timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode < 0


def sample(files, limit):
    """At most \\p limit of \\p files (0: all), evenly spread; the same ones each time."""
    if not 0 < limit < len(files):
        return files
    return [files[i * len(files) // limit] for i in range(limit)]


def check_folder(args, folder):
    """Prints what happened in \\p folder; the number of defects."""
    found = (p for p in folder.rglob("*") if p.suffix in SOURCES and p.is_file())
    files = sample(sorted(str(p.relative_to(folder)) for p in found), args.limit)
    before = Runner(args, folder).run(files)
    touched = sorted(before.with_findings & set(files))
    fixed = Runner(args, folder).run(touched, "--fix")
    after = Runner(args, folder).run(touched)
    texts = {file: (folder / file).read_bytes() for file in touched}
    Runner(args, folder).run(touched, "--fix")
    unstable = [file for file in touched if (folder / file).read_bytes() != texts[file]]
    failed = {**after.failed, **fixed.failed, **before.failed}
    # On a busy machine one file may have had no time: a hang hangs alone, too.
    for file in [file for file, what in failed.items() if "not finished" in what]:
        alone = Runner(args, folder).run([file])
        if file not in alone.failed:
            del failed[file]
            after.complete |= alone.complete
    unfinished = set(after.failed) & set(failed)
    broken = sorted(before.complete & set(touched) - after.complete - unfinished)
    clang = {file for file in failed if breaks_clang(args, folder, file)}
    counts = ", ".join(f"{n} {check}" for check, n in sorted(before.findings.items())) or "none"
    print(
        f"{folder.name}: {len(files)} files, {len(before.complete)} compile; findings: {counts} "
        f"in {len(before.with_findings)} files; "
        f"{before.findings.total() - after.findings.total()} repaired; "
        f"{len(failed)} crashes or hangs ({len(clang)} of them clang's own), "
        f"{len(broken)} broken by a fix, {len(fixed.taken_back)} taken back by --fix, "
        f"{len(unstable)} changed by a second --fix"
    )
    for file, what in sorted(failed.items()):
        print(f"  {file}: {what}{' (clang-tidy alone, too)' if file in clang else ''}")
    for file in broken:
        print(f"  {file}: does not compile after --fix")
    for file, why in sorted(fixed.taken_back.items()):
        print(f"  {file}: {why}")
    for file in unstable:
        print(f"  {file}: a second --fix changes it")
    wrong = len(broken) + len(fixed.taken_back) + len(unstable)
    return len(files), len(failed) - len(clang) + wrong


def main():
    parser = argparse.ArgumentParser(prog="./dev robustness", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    built.option(parser)
    parser.add_argument("--clang-tidy", default="clang-tidy-22", help="to tell clang's own crashes")
    parser.add_argument("--flags", default="-std=c++20", help="for every file")
    parser.add_argument("--config", default="{}", help="instead of the folder's .clang-tidy files")
    parser.add_argument("--timeout", type=int, default=60, help="seconds per file")
    parser.add_argument("--limit", type=int, default=0, help="files of each folder, spread; 0: all")
    parser.add_argument("-j", dest="jobs", type=int, default=os.cpu_count(), help="files at a time")
    args = parser.parse_args()
    args.async_tidy = built.chosen(args, "robustness")
    files = defects = 0
    for folder in args.folders:
        if not folder.is_dir():
            print(f"robustness: error: {folder} is no folder", file=sys.stderr)
            return 2
        with tempfile.TemporaryDirectory() as work:
            copy = Path(work) / folder.resolve().name
            shutil.copytree(folder, copy, symlinks=True, ignore=shutil.ignore_patterns(".git"))
            seen, wrong = check_folder(args, copy.resolve())
        files, defects = files + seen, defects + wrong
        sys.stdout.flush()
    print(f"all: {files} files, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    sys.exit(main())
