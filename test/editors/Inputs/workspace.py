# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: workspace.py MOCKS ADAPTERS DIR
#
# Makes DIR a project that an editor could open: sources with raw gathers of a
# mocked Boost.Asio, and compile_flags.txt, so that clangd needs no database.

import shutil
import sys
from pathlib import Path

mocks, adapters, directory = sys.argv[1:]
root = Path(directory)
shutil.rmtree(root, ignore_errors=True)
shutil.copytree(Path(__file__).parent / "project", root)
(root / "compile_flags.txt").write_text(f"-std=c++20\n-I{mocks}\n-I{adapters}\n")
(root / ".clang-format").write_text("BasedOnStyle: LLVM\n")
