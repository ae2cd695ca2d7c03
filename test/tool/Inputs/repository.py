# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A git repository made by a test, and what async-tidy says about it.
#
# A test writes `// new` behind every line where a finding must be printed, and
# `expect()` compares both sets of places. Comments are no tokens, so a mark
# does not make a line new.

import json
import os
import subprocess
import sys
from pathlib import Path

TOOL = sys.argv[1]

#: A library as small as it can be: the tests parse it some hundred times.
LIBRARY = """#pragma once
namespace std {
template <class R, class...> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <class = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
};
struct suspend_never {
  bool await_ready() noexcept;
  template <class H> void await_suspend(H) noexcept;
  void await_resume() noexcept;
};
} // namespace std
namespace cppcoro {
template <class T> struct returns { void return_value(T); };
template <> struct returns<void> { void return_void(); };
template <class T = void> struct task {
  struct promise_type : returns<T> {
    task get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void unhandled_exception();
  };
  bool await_ready();
  template <class H> void await_suspend(H);
  T await_resume();
};
template <class... A> task<> when_all(A &&...);
} // namespace cppcoro
"""

#: Two children and no deadline: a finding in new code and in existing code.
PRELUDE = '#include "cppcoro.h"\ncppcoro::task<int> fetch(int);\n'


def gather(name, *children, mark=""):
    """A function with one raw gather; `mark` ends the line of the call."""
    inner = ", ".join(f"fetch({c})" for c in children or (1, 2))
    return f"cppcoro::task<> {name}() {{\n  co_await cppcoro::when_all({inner});{mark}\n}}\n"


def fail(text):
    print(f"error: {text}")
    sys.exit(1)


def run(*command, cwd, ok=True):
    settings = {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    done = subprocess.run(
        [str(c) for c in command],
        cwd=cwd,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if ok and done.returncode:
        fail(f"{command}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done


class Repository:
    """A work tree. Every .cpp file in it is a source."""

    def __init__(self, top, *options, made=True):
        self.top = Path(top).absolute()
        self.top.mkdir(parents=True, exist_ok=True)
        if made:
            self.git("init", "-q", "-b", "main", *options)

    def git(self, *arguments, ok=True):
        # Submodules of tests are fetched from a folder.
        return run("git", "-c", "protocol.file.allow=always", *arguments, cwd=self.top, ok=ok)

    def write(self, name, text):
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name):
        return (self.top / name).read_text(encoding="utf-8")

    def commit(self, text="change"):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", text)
        return self.git("rev-parse", "HEAD").stdout.strip()

    def configure(self, *flags):
        """A build folder beside the work tree, so that git does not see it."""
        build = self.top.parent / (self.top.name + "-build")
        build.mkdir(exist_ok=True)
        (build / "include").mkdir(exist_ok=True)
        (build / "include/cppcoro.h").write_text(LIBRARY, encoding="utf-8")
        sources = sorted(self.top.rglob("*.cpp"))
        entries = [
            {
                "directory": str(self.top),
                "file": str(p),
                "arguments": ["c++", "-std=c++20", f"-I{build}/include", f"-I{self.top}", *flags, "-c", str(p)],
            }
            for p in sources
        ]
        (build / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
        return build

    def tidy(self, *arguments, code=None):
        build = self.configure()
        done = run(TOOL, "-p", build, "--checks=-async-*,async-raw-gather", *arguments, cwd=self.top, ok=False)
        if code is not None and done.returncode != code:
            fail(f"{arguments}: exit code {done.returncode}, expected {code}\n{done.stdout}{done.stderr}")
        return done

    def marked(self, mark="// new"):
        """The places that carry `mark`, as "file:line"."""
        return {
            f"{path.relative_to(self.top)}:{number}"
            for path in self.top.rglob("*")
            if path.suffix in (".cpp", ".h") and path.is_file()
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if mark in line
        }

    def expect(self, *arguments, existing=None):
        """The findings are exactly those marked; `existing` others are counted."""
        wanted = self.marked()
        done = self.tidy(*arguments, code=1 if wanted else 0)
        found = places(done.stdout)
        if found != wanted:
            fail(f"missing {sorted(wanted - found)}, too many {sorted(found - wanted)}\n{done.stdout}{done.stderr}")
        if existing is not None and f", {existing} in existing code" not in done.stderr:
            fail(f"expected {existing} findings in existing code\n{done.stderr}")
        return done

    def refused(self, *arguments, says):
        """A clear error that says all of `says`, and nothing else."""
        done = self.tidy(*arguments, code=2)
        for text in says:
            if text not in done.stderr:
                fail(f"'{text}' is not said\n{done.stdout}{done.stderr}")
        if done.stdout:
            fail(f"printed findings as well\n{done.stdout}")
        return done


def places(output):
    return {
        ":".join(line.split(":")[:2])
        for line in output.splitlines()
        if ": warning: " in line and "[async-" in line
    }
