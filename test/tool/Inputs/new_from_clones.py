# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Every kind of repository that CI and people have. What cannot be answered is
# an error that names the command which helps, and that command does help.

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from repository import PRELUDE, Repository, gather, run  # noqa: E402

TOP = Path(sys.argv[2]).absolute()


def branch(name, *options):
    """main with two commits after the branch point; a branch with one finding."""
    repo = Repository(TOP / name, *options)
    repo.write("a.cpp", PRELUDE + gather("old"))
    repo.commit("first")
    repo.git("checkout", "-q", "-b", "work")
    repo.write("a.cpp", PRELUDE + gather("old") + gather("mine", mark=" // new"))
    repo.commit("mine")
    repo.git("checkout", "-q", "main")
    for number in (1, 2):
        repo.write("b.cpp", PRELUDE + gather("theirs") + "extern int x;\n" * number)
        repo.commit("theirs")
    repo.git("checkout", "-q", "work")
    return repo


def clone(repo, name, *options):
    target = TOP / name
    run("git", "clone", "-q", *options, f"file://{repo.top}", target, cwd=TOP)
    return Repository(target, made=False)


def forget(repo):
    """Takes the work tree back: the next case has the same repository."""
    repo.git("checkout", "-q", "-f", "work")


shutil.rmtree(TOP, ignore_errors=True)
TOP.mkdir(parents=True)
origin = branch("origin")

# What main did since is not ours, neither before nor after it is merged or the
# branch is rebased.
origin.expect("--new-from=main", existing=1)
origin.git("merge", "-q", "-m", "merge", "main")
origin.expect("--new-from=main", existing=1)
origin.git("reset", "-q", "--hard", "HEAD^1")
origin.git("rebase", "-q", "main")
origin.expect("--new-from=main", existing=1)

# A merge commit as CI makes it, of the base and the branch; a tag; a commit.
origin.git("checkout", "-q", "--detach", "main")
origin.git("merge", "-q", "--no-ff", "-m", "pull request", "work")
origin.expect("--new-from=HEAD^1")
forget(origin)
origin.git("tag", "-a", "-m", "t", "v1", "main")
origin.expect("--new-from=v1")

# Object names of 256 bits.
branch("sha256", "--object-format=sha256").expect("--new-from=main", existing=1)

# A second work tree of the same repository.
origin.git("checkout", "-q", "main")
origin.git("worktree", "add", "-q", TOP / "second", "work")
second = Repository(TOP / "second", made=False)
second.expect("--new-from=main", existing=1)
second.git("worktree", "remove", "--force", TOP / "second")
forget(origin)

# Without old file contents: git fetches them when asked for. If it cannot, that
# is said.
origin.git("config", "uploadpack.allowFilter", "true")
origin.git("config", "uploadpack.allowAnySHA1InWant", "true")
blobless = clone(origin, "blobless", "--filter=blob:none")
blobless.expect("--new-from=origin/main", existing=1)
offline = clone(origin, "offline", "--filter=blob:none")
offline.git("remote", "set-url", "origin", f"file://{TOP}/nowhere")
offline.refused("--new-from=origin/main", says=["cannot fetch them", "git fetch --refetch --no-filter"])

# Shallow: the branch is there, main is not; then main, but no merge base.
shallow = clone(origin, "shallow", "--depth=1", "--branch=work")
shallow.refused(
    "--new-from=origin/main",
    says=["no such commit", "git fetch origin +refs/heads/main:refs/remotes/origin/main"],
)
shallow.git("fetch", "-q", "--depth=1", "origin", "+refs/heads/main:refs/remotes/origin/main")
shallow.refused("--new-from=origin/main", says=["shallow", "git fetch --deepen=200", "git fetch --unshallow"])
shallow.git("fetch", "-q", "--deepen=200")
shallow.expect("--new-from=origin/main", existing=1)

# A submodule that moved on, with a change that is not committed yet.
library = Repository(TOP / "library")
library.write("lib.cpp", PRELUDE + gather("lib_old"))
library.commit("lib")
outer = Repository(TOP / "outer")
outer.write("a.cpp", PRELUDE + gather("old"))
outer.git("submodule", "--quiet", "add", f"file://{library.top}", "third party/lib")
outer.commit("outer")
outer.git("branch", "base")
inner = Repository(outer.top / "third party/lib", made=False)
inner.write("lib.cpp", PRELUDE + gather("lib_old") + gather("lib_new", mark=" // new"))
inner.commit("lib new")
outer.commit("bump")
inner.write("untracked.cpp", PRELUDE + gather("lib_untracked", mark=" // new"))
outer.expect("--new-from=base", existing=1)
# Asked from inside, its own history counts.
inner.expect("--new-from=HEAD~1", existing=1)
(inner.top / "untracked.cpp").unlink()
lost = outer.git("rev-parse", "base:third party/lib").stdout.strip()
shallow_library = TOP / "shallow library"
run("git", "clone", "-q", "--depth=1", f"file://{inner.top}", shallow_library, cwd=TOP)
shutil.rmtree(inner.top)
shutil.move(shallow_library, inner.top)
outer.refused("--new-from=base", says=["third party/lib lacks the commit", "fetch origin " + lost])

# Links in paths hide no file: headers reached through a link, the whole tree too.
linked = branch("linked")
linked.write("real/h.h", "#pragma once\n" + PRELUDE)
linked.commit("header")
linked.git("branch", "-q", "base")
os.symlink("real", linked.top / "alias")
inline = gather("in_header", mark=" // new").replace("cppcoro::task<> in", "inline cppcoro::task<> in")
linked.write("real/h.h", "#pragma once\n" + PRELUDE + inline)
linked.write("a.cpp", '#include "alias/h.h"\n' + gather("old"))
linked.write("real/a.cpp", PRELUDE)
linked.expect("--new-from=base", "--header-filter=.*", existing=1)
os.symlink(linked.top, TOP / "link")
through = Repository(TOP / "link", made=False)
through.top = TOP / "link"
through.expect("--new-from=base", "--header-filter=.*", existing=1)

# What cannot be answered.
origin.refused("--new-from=nonsense", says=["--new-from=nonsense: no such commit in", "git branch -a"])
blobless.refused("--new-from=v9", says=["no such commit", "--new-from=origin/v9"])
stranger = branch("stranger")
stranger.git("checkout", "-q", "--orphan", "alone")
stranger.commit("alone")
stranger.refused("--new-from=main", says=["no common history"])
empty = Repository(TOP / "empty")
empty.write("a.cpp", PRELUDE)
empty.refused("--new-from=HEAD", says=["has no commit yet"])
bare = TOP / "none"
bare.mkdir()
(bare / ".hg").mkdir()  # a project of its own, though the test may run inside a checkout
outside = Repository(bare, made=False)
outside.write("a.cpp", PRELUDE)
os.environ["GIT_CEILING_DIRECTORIES"] = str(TOP)
outside.refused("--new-from=main", says=["is not in a git work tree", "--baseline"])
os.environ["PATH"] = str(bare)
origin.refused("--new-from=main", says=["there is no program git in PATH", "apt-get install git"])
