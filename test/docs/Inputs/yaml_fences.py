# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: yaml_fences.py PAGE|DIR|FILE.yaml...
#
# Is the YAML that people copy from the docs YAML, and of the right shape? The
# services have schemas of their own, which are not ours to copy; what a job or
# hook of ours uses of them is written down here. A snippet that no rule knows
# is an error: give it a rule.

import re
import sys
from pathlib import Path

import yaml

FENCE = re.compile(r"^```yaml[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
HOOK = {"id", "name", "description", "entry", "language", "files", "require_serial"}


def insist(condition, what):
    if not condition:
        raise ValueError(what)


def texts(what, *names):
    for name in names:
        insist(isinstance(what.get(name), str), f"{name} must be a text in {what}")


def hook(each):
    texts(each, "id", "name", "entry", "language", "files")
    insist(set(each) <= HOOK, f"unknown keys {set(each) - HOOK}")
    insist(each["language"] == "system", "the command must be installed: language: system")
    insist(each["entry"].split()[0] == "async-tidy", each["entry"])
    re.compile(each["files"])


def hooks(top):
    for each in top:
        hook(each)


def pre_commit(top):
    for repository in top["repos"]:
        texts(repository, "repo")
        insist((repository["repo"] == "local") == ("rev" not in repository), "local, or a rev")
        hooks(repository["hooks"])


def github(top):
    for job in top["jobs"].values():
        texts(job, "runs-on")
        for step in job["steps"]:
            insist(("uses" in step) != ("run" in step), f"uses or run: {step}")
            texts(step, "uses" if "uses" in step else "run")
            insist(set(step) <= {"uses", "run", "if", "with", "name"}, f"keys of {step}")


def script(top):
    insist(all(isinstance(line, str) for line in top["script"]), "script is a list of texts")


def gitlab(top):
    for job in top.values():
        texts(job, "image")
        script(job)
        insist(set(job) <= {"image", "script", "artifacts"}, f"keys of {job}")
        insist(job["artifacts"]["reports"].keys() == {"codequality"}, "reports")


def settings(top):
    insist(set(top) <= {"new-from", "baseline", "existing"}, f"keys of {top}")
    texts(top, *top)


def rule_for(top):
    if isinstance(top, list):
        return hooks
    insist(isinstance(top, dict), "neither a map nor a list of hooks")
    names = {
        "repos": pre_commit,
        "jobs": github,
        "async-tidy": gitlab,
        "script": script,
        "new-from": settings,
        # Read by clangd, clang-tidy and our own reader of rows; other tests do.
        "Diagnostics": None,
        "CheckOptions": None,
        "Checks": None,
        "library": None,
    }
    for key, rule in names.items():
        if key in top:
            return rule
    raise ValueError(f"no rule for a snippet with {', '.join(map(str, top))}")


def snippets(argument):
    path = Path(argument)
    if path.suffix == ".yaml":
        yield path, path.read_text(encoding="utf-8")
        return
    for page in sorted(path.rglob("*.md")) if path.is_dir() else [path]:
        for fence in FENCE.findall(page.read_text(encoding="utf-8")):
            yield page, fence


seen = []
for page, text in (each for argument in sys.argv[1:] for each in snippets(argument)):
    try:
        rule = rule_for(top := yaml.safe_load(text))
        if rule:
            rule(top)
        seen.append(rule)
    except (ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as wrong:
        sys.exit(f"{page}: {wrong!r} in:\n{text}")
missing = {pre_commit, hooks, github, gitlab, script, settings} - set(seen)
if missing:
    sys.exit(f"no snippet of these kinds: {', '.join(rule.__name__ for rule in missing)}")
print(f"{len(seen)} snippets")
