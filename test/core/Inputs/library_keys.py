# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Is every key that the reader accepts described in the README and exercised?
#
#   library_keys.py ERRORS README YAML
#
# ERRORS is what the reader says of a file with an unknown key in every kind of
# map: each message lists the keys that are known there.

import re
import sys
from pathlib import Path

errors, readme, everything = (Path(p).read_text(encoding="utf-8") for p in sys.argv[1:])
lists = re.findall(r"unknown key 'x' in .*; known are: (.*)", errors)
if len(lists) != 8:
    sys.exit(f"8 kinds of maps are expected to complain, these did:\n{errors}")
keys = {key for one in lists for key in one.split(", ")}
wrong = [f"README.md does not describe '{k}'" for k in keys if f"`{k}" not in readme]
wrong += [
    f"everything.yml does not use '{k}'"
    for k in keys - {"extends"}
    if not re.search(rf"(^|[ {{]){k}:", everything, re.MULTILINE)
]
sys.exit("\n".join(sorted(wrong)) or None)
