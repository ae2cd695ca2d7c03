# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does a check say what its fixture expects, and do its fixes hold?
#
#   %check_async FILE CHECKS TEMP [options] [-- tidy arguments [-- compile arguments]]
#
# For every library and language version asked for, in this order:
#   1 the plugin in clang-tidy and the async-tidy command find the same, and the
#     command, run again from its cache, prints the same;
#   2 CHECK-MESSAGES (or CHECK-NOTES, which lists notes too) hold, and nothing
#     is found that they do not list; a file with neither must be silent;
#   3 both tools' --fix write the same text, whose changed lines are exactly
#     the CHECK-FIXES lines;
#   4 the fixed file compiles against the real headers, or against the mock of
#     the adapter where the library is not installed by a package;
#   5 on it the same checks are silent, except on lines marked `// unfixed`,
#     and no async check finds anything it did not find before;
#   6 fixing again changes nothing;
#   7 with CRLF line ends the fixes are the same, with CRLF line ends.
# What is between the first and second `--` goes to both tools.

import argparse
import os
import sys

from case import Case
from tools import Failed


def parse(argv):
    """Options, tidy arguments and compile arguments of the command line."""
    groups = [[]]
    for word in argv:
        if word == "--" and len(groups) < 3:
            groups.append([])
        else:
            groups[-1].append(word)
    own, tidy, compiler = (groups + [[], []])[:3]
    parser = argparse.ArgumentParser(prog="check_async")
    for name in ("clang-tidy", "plugin", "async-tidy", "clangxx", "filecheck", "root"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("file")
    parser.add_argument("checks", help="comma list, as for clang-tidy")
    parser.add_argument("temp", help="folder that is made anew for this run")
    parser.add_argument("--library", default="none", help="comma list from libraries.json")
    parser.add_argument("--std", default="c++20", help="comma list")
    parser.add_argument("--with", dest="beside", default="", help="files copied beside, comma list")
    parser.add_argument("--tu", default="", help="further TUs analysed together, comma list")
    parser.add_argument("--real", action="store_true", help="real headers, also when analysed")
    parser.add_argument("--notes", action="store_true", help="apply the fixes on notes too")
    parser.add_argument("--findings-only", action="store_true", help="only steps 1 and 2")
    parser.add_argument("--no-crlf", action="store_true", help="leave out step 7")
    parser.add_argument("--broken", action="store_true", help="the file does not compile")
    args = parser.parse_args(own)
    for name in ("clang_tidy", "plugin", "async_tidy", "clangxx", "filecheck", "file", "temp"):
        setattr(args, name, os.path.abspath(getattr(args, name)))
    return args, tidy, compiler


def main(argv):
    try:
        args, tidy, compiler = parse(argv)
        for library in args.library.split(","):
            args.current_library = library
            for std in args.std.split(","):
                try:
                    Case(args, tidy, compiler, library, std).run()
                except Failed as failure:
                    where = f"{args.file} (library {library}, {std})"
                    print(f"check_async: {where}: {failure}", file=sys.stderr)
                    return 1
    except (OSError, ValueError) as error:
        print(f"check_async: error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
