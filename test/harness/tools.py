# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What do the two front doors say of a file?
#
# Runs the plugin in clang-tidy and the async-tidy command over the files of a
# small compile database and reads their findings back from standard output.
# No expectation is judged here.

import json
import os
import re
import subprocess
from dataclasses import dataclass

FINDING = re.compile(
    r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>warning|error|note|fatal error): (?P<message>.*)$",
    re.MULTILINE,
)


class Failed(Exception):
    """An expectation of the runner did not hold; the text says which."""


@dataclass(frozen=True, order=True)
class Finding:
    """One printed diagnostic; notes are findings of severity 'note'."""

    file: str
    line: int
    column: int
    severity: str
    message: str


def findings(output, folder):
    """The diagnostics in \\p output, with file names relative to \\p folder."""
    result = []
    for m in FINDING.finditer(output):
        name = os.path.relpath(os.path.join(folder, m["file"]), folder)
        result.append(Finding(name, int(m["line"]), int(m["column"]), m["severity"], m["message"]))
    return result


def show(items):
    """Findings as text for a failure message, one per line."""
    lines = [f"  {f.file}:{f.line}:{f.column}: {f.severity}: {f.message}" for f in items]
    return "\n".join(lines) or "  (none)"


def run(command, folder, ok=(0,)):
    """Runs \\p command; a return code outside \\p ok is a failure with its output."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="surrogateescape", check=False
    )
    if done.returncode not in ok:
        raise Failed(
            f"{' '.join(command)}\nexited with {done.returncode}, expected one of {ok}\n"
            f"{done.stdout}{done.stderr}"
        )
    return done.stdout


class Tools:
    """The programs of one LLVM version, and how a fixture is given to them."""

    def __init__(self, args, compile_args):
        self.args = args
        self.compile_args = compile_args

    def write_database(self, folder, names):
        """compile_commands.json for \\p names in \\p folder, with absolute paths."""
        entries = [
            {
                "directory": folder,
                "file": os.path.join(folder, name),
                "arguments": [self.args.clangxx, *self.compile_args, "-c", name],
            }
            for name in names
        ]
        with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
            json.dump(entries, file, indent=1)

    def clang_tidy(self, folder, names, checks, extra):
        """The plugin's output. A file that does not compile exits 1."""
        command = [self.args.clang_tidy, "-load", self.args.plugin, "-p", folder, "--quiet"]
        command += [f"--checks=-*,{checks}", *extra, *names]
        return run(command, folder, ok=(0, 1) if self.args.broken else (0,))

    def async_tidy(self, folder, names, checks, extra, ok):
        """The command's output; \\p ok are the exit codes that may come."""
        command = [self.args.async_tidy, "-p", folder, f"--checks=-*,{checks}", *extra, *names]
        return run(command, folder, ok=ok)

    def file_check(self, folder, prefix, output, checks, extra):
        """FileCheck of \\p output against the directives \\p prefix in the file \\p checks."""
        actual = os.path.join(folder, f"{prefix}.actual")
        with open(actual, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(output)
        command = [self.args.filecheck, f"--input-file={actual}", f"--check-prefix={prefix}"]
        try:
            run([*command, "--dump-input=never", "--allow-empty", *extra, checks], folder)
        except Failed as failure:
            raise Failed(f"{failure}\nwhat FileCheck read:\n{output}") from failure

    def compile(self, folder, name, extra):
        """Demands that \\p name compiles; its warnings are not our business."""
        run([self.args.clangxx, "-fsyntax-only", "-w", *extra, name], folder)
