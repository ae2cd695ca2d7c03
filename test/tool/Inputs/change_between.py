# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Runs a command on a project and changes a file after it was analysed.
#
#   change_between.py FILE PIPE COMMAND…
#
# The last source of the project includes PIPE, so its analysis waits until this
# script opens the pipe; by then, with -j1, every other source has been read.

import os
import subprocess
import sys

file, pipe, *command = sys.argv[1:]
os.mkfifo(pipe)
done = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
with open(pipe, "w", encoding="utf-8") as waiting:
    with open(file, "a", encoding="utf-8") as changed:
        changed.write("// typed meanwhile\n")
    waiting.write("\n")
output, _ = done.communicate()
os.unlink(pipe)
sys.stdout.buffer.write(output)
