# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Which async-tidy do the commands of ./dev run?

The one that was named, else that of the newest LLVM in build/.
"""

import sys
from pathlib import Path


def option(parser):
    """Lets the user of a command name the binary."""
    parser.add_argument("--async-tidy", help="by default the newest one in build/")


def chosen(args, command):
    """The absolute path of async-tidy; ends `command` where there is none."""
    if args.async_tidy:
        return args.async_tidy
    built = sorted(Path("build").glob("llvm-*/bin/async-tidy"))
    if not built:
        print(f"{command}: error: async-tidy is not built; run ./dev build", file=sys.stderr)
        raise SystemExit(2)
    return str(built[-1].resolve())
