# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Makes a folder a project: DIR/build/compile_commands.json lists every source
# in it, and an empty .git marks its top.
#
#   project.py DIR [FLAG…]

import json
import os
import sys
from pathlib import Path

top, *flags = sys.argv[1:]
build = Path(top, "build").absolute()
build.mkdir(exist_ok=True)
Path(top, ".git").mkdir(exist_ok=True)
sources = [p for p in sorted(Path(top).rglob("*.cpp"))]
entries = [
    {
        "directory": str(build),
        "file": os.path.relpath(source, build),
        "arguments": ["g++", "-std=c++20", *flags, "-c", os.path.relpath(source, build)],
    }
    for source in sources
]
(build / "compile_commands.json").write_text(json.dumps(entries, indent=1), encoding="utf-8")
