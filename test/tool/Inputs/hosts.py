# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Loads a plugin into every clang-tidy that is installed.
#
#   hosts.py PLUGIN MAJOR

import os
import subprocess
import sys

plugin, major = sys.argv[1:]
tried = 0
for host in ("16", "19", "22"):
    clang_tidy = f"/usr/lib/llvm-{host}/bin/clang-tidy"
    if not os.path.exists(clang_tidy):
        continue
    tried += 1
    done = subprocess.run(
        [clang_tidy, "-load", plugin, "--checks=-*,async-*", "--list-checks"],
        capture_output=True,
        text=True,
        check=False,
    )
    if host == major:
        assert done.returncode == 0 and "async-raw-gather" in done.stdout, done
        continue
    sentence = (
        f"error: AsyncTidyPlugin-{major}.so was built for clang-tidy {major}; "
        f"this is clang-tidy {host}."
    )
    assert done.returncode == 1, done
    assert done.stderr.startswith(sentence), done.stderr
    assert done.stderr.endswith(f"; load AsyncTidyPlugin-{host}.so\n"), done.stderr
assert tried > 0
