# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does the cache ever give another answer than an analysis?
#
#   cache.py ASYNC_TIDY FOLDER MOCKS
#
# Makes a small project in FOLDER and runs the command on it again and again.
# Whether an answer came from the cache is seen at the entries: an analysis
# writes its entry anew, as a new file.

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

tool, folder, mocks = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
project, cache = folder / "project", folder / "cache"

HEADER = """#pragma once
#include "boost_asio.h"
namespace asio = boost::asio;
using namespace boost::asio::experimental::awaitable_operators;
asio::awaitable<int> one();
asio::awaitable<int> two();
inline asio::awaitable<void> in_header() {
  co_await (one() && two());
}
"""
SOURCE = """#include "work.h"
asio::awaitable<void> in_source() {
  co_await (two() && one());
}
"""


def command(*extra):
    folders = [project / "first", project / "second", mocks, Path(mocks).parent / "mock-adapters"]
    flags = ["-std=c++20", *(f"-I{folder}" for folder in folders)]
    return [tool, *extra, str(project / "a.cpp"), str(project / "b.cpp"), "--", *flags]


def run(*extra, cached=True):
    """Standard output of a run; 0 and 1 are the only exit codes."""
    where = f"--cache-dir={cache}" if cached else "--no-cache"
    done = subprocess.run(command(where, *extra), capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def entries():
    return [p for p in cache.rglob("*") if p.is_file() and p.parent != cache]


def state():
    return {str(p): p.stat().st_ino for p in entries()}


def expect(what, analysed, *extra, right=None):
    """One run with the cache: right, and with \\p analysed files analysed."""
    before = state()
    output = run(*extra)
    after = state()
    new = sum(before.get(name) != inode for name, inode in after.items())
    right = right or run(*extra, cached=False)
    assert output == right, f"{what}: another answer\n{output}"
    assert new == analysed, f"{what}: {new} files were analysed, not {analysed}"
    print("ok:", what)
    return output


def set_up():
    shutil.rmtree(folder, ignore_errors=True)
    for path in (project / "first", project / "second"):
        path.mkdir(parents=True)
    (project / ".git").mkdir()
    (project / "second" / "work.h").write_text(HEADER)
    (project / "a.cpp").write_text(SOURCE)
    (project / "b.cpp").write_text(SOURCE)


def inputs():
    header, source = project / "second" / "work.h", project / "a.cpp"
    first = expect("an empty cache", 2)
    assert expect("nothing changed", 0) == first and first.count("warning:") == 3
    source.touch()
    expect("a file was touched", 0, right=first)
    source.write_text(SOURCE.replace(");\n", ");  // NOLINT\n"))
    assert expect("a NOLINT comment", 1).count("warning:") == 2
    header.write_text(HEADER.replace(");\n}", ");  // NOLINT\n}"))
    assert expect("a NOLINT comment in a header", 2).count("warning:") == 1
    shadow = project / "first" / "work.h"
    shadow.write_text(HEADER)
    assert expect("a header that comes earlier on the path", 2).count("warning:") == 2
    shadow.unlink()
    expect("and is gone again", 2)
    header.write_text(HEADER)
    source.write_text(SOURCE)
    (project / ".clang-tidy").write_text("Checks: '-*,async-missing-timeout'\n")
    expect("another configuration", 2)
    (project / ".clang-tidy").unlink()
    expect("explanations", 0, "--explain")  # are not kept
    rows = project / "rows.yml"
    rows.write_text("library: mine\n")
    done = subprocess.run(
        command(f"--cache-dir={cache}", f"--extra-libraries={rows}"),
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 2, "malformed rows are an error with a cache, too"
    expect("the first state again", 2)


def damage():
    shutil.rmtree(cache)
    right = run()
    for what, harm in {
        "cut short": lambda b: b[: len(b) // 2],
        "empty": lambda b: b"",
        "one bit": lambda b: b[:-9] + bytes([b[-9] ^ 1]) + b[-8:],
        "foreign": lambda b: b"something else\n" * 100,
        "only a head": lambda b: b[:13],
    }.items():
        for path in entries():
            path.write_bytes(harm(path.read_bytes()))
        expect(f"damaged: {what}", 2, right=right)


def fixes():
    run()
    text = (project / "a.cpp").read_text()
    run("--fix")
    fixed = (project / "a.cpp").read_text()
    (project / "a.cpp").write_text(text)
    (project / "second" / "work.h").write_text(HEADER)
    (project / "b.cpp").write_text(SOURCE)
    run("--fix", cached=False)
    assert fixed == (project / "a.cpp").read_text() != text, "--fix differs"
    print("ok: fixes are replayed")


def several_at_once():
    shutil.rmtree(cache)
    start = [
        subprocess.Popen(command(f"--cache-dir={cache}"), stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    outputs = {p.communicate()[0] for p in start}
    assert len(outputs) == 1, f"runs at the same time differ: {outputs}"
    expect("after three runs at once", 0)


def killed():
    right = run(cached=False)
    for wait in (0.02, 0.1, 0.2, 0.4):
        shutil.rmtree(cache)
        process = subprocess.Popen(
            command(f"--cache-dir={cache}"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        time.sleep(0.1)  # its workers end with it
        assert run() == right, f"after a kill at {wait} s"
        expect("after a kill, again", 0, right=right)


def size():
    old = cache / "ff"
    old.mkdir(exist_ok=True)
    for number in range(3):
        path = old / f"old{number}"
        path.write_bytes(b"x" * 1_000_000)
        os.utime(path, (1, 1))
    left = old / "killed.new"
    left.write_bytes(b"x")
    os.utime(left, (1, 1))
    (project / "a.cpp").write_text("int a;\n")
    run("--cache-size=1")
    total = sum(p.stat().st_size for p in entries())
    assert total <= 1 << 20, f"{total} bytes are kept"
    assert not left.exists(), "what a killed run left is kept"
    expect("new results are kept, old ones are not", 0)


def unusable():
    (folder / "file").write_text("")
    done = subprocess.run(
        command(f"--cache-dir={folder}/file/cache"), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2 and "cannot write to the cache directory" in done.stderr
    print("ok: an unusable directory is an error")


set_up()
inputs()
damage()
several_at_once()
killed()
size()
set_up()
fixes()
unusable()
