# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does a command end with exactly this exit code? Its output goes to standard
# output, both streams together.
#
#   exits.py CODE COMMAND [ARGUMENT…]

import subprocess
import sys

wanted, *command = sys.argv[1:]
done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
sys.stdout.buffer.write(done.stdout)
if done.returncode != int(wanted):
    print(f"exits.py: error: exit code {done.returncode}, expected {wanted}")
    sys.exit(1)
