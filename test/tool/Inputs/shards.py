# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Do shards, merged, say what one run says?
#
#   shards.py ASYNC_TIDY FOLDER N,N… FORMAT,FORMAT… [RUN OPTION…] [-- MERGE OPTION…]
#
# Runs async-tidy in FOLDER once without shards, then in N shards which are
# merged, and compares every report, both streams, the exit code and all files.
# Prints how many reports were the same.

import re
import shutil
import subprocess
import sys
from pathlib import Path

TIMES = re.compile(rb'"(start|end)TimeUtc": "[^"]*"')


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def report(async_tidy, folder, out, words, formats, at_merge):
    """Everything a run tells: code, streams, files of reports, and the project."""
    if out.exists():
        shutil.rmtree(out)
    out.mkdir()
    options = [f"--format={name}:{out}/{name}" for name in formats]
    code, log, errors = run(folder, async_tidy, *words, *options, *at_merge)
    told = {"code": code, "log": log, "errors": errors}
    for file in sorted(out.iterdir()):
        told[file.name] = TIMES.sub(b"", file.read_bytes())
    project = {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    return told, {name: text for name, text in project.items() if "/.git/" not in name}


def restore(folder, saved):
    for name in [p for p in folder.rglob("*") if p.is_file() and "/.git/" not in str(p)]:
        if str(name) not in saved:
            name.unlink()
    for name, content in saved.items():
        if Path(name).read_bytes() != content:
            Path(name).write_bytes(content)


def main():
    async_tidy, folder, counts, formats, *words = sys.argv[1:]
    formats = formats.split(",")
    folder = Path(folder).resolve()
    out = folder.parent / (folder.name + "-out")
    at_merge = words[words.index("--") + 1 :] if "--" in words else []
    words = words[: words.index("--")] if "--" in words else words
    saved = {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    saved = {name: text for name, text in saved.items() if "/.git/" not in name}
    whole, after = report(async_tidy, folder, out, words, formats, at_merge)
    same = 0
    for n in map(int, counts.split(",")):
        restore(folder, saved)
        shards = [f"{folder}-{i}of{n}.shard" for i in range(1, n + 1)]
        for i, shard in enumerate(shards, 1):
            code, log, errors = run(
                folder, async_tidy, *words, f"--shard={i}/{n}", "-o", shard, "--quiet"
            )
            if code or log or errors:
                sys.exit(f"shard {i}/{n}: exit code {code}\n{log}{errors}")
        # Their order says nothing.
        merged, now = report(
            async_tidy, folder, out, ["merge", *reversed(shards)], formats, at_merge
        )
        for name in sorted(whole.keys() | merged.keys()):
            if whole.get(name) != merged.get(name):
                sys.exit(f"{n} shards: {name} differs:\n{whole.get(name)}\n{merged.get(name)}")
            same += 1
        if now != after:
            sys.exit(f"{n} shards: the files of the project differ afterwards")
    restore(folder, saved)
    print(f"exit code {whole['code']}; {same} reports are the same")
    sys.stdout.flush()
    sys.stdout.buffer.write(whole["errors"])


if __name__ == "__main__":
    main()
