# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# usage: settings.py PAGE NAME
#
# Prints the settings that PAGE tells people to put into the file NAME: the code
# block whose first line is ```LANGUAGE file=NAME. So the tests run exactly what
# the page says.

import re
import sys
from pathlib import Path

page, name = sys.argv[1:]
pattern = rf"^```\w+ file={re.escape(name)}\n(.*?)^```$"
found = re.findall(pattern, Path(page).read_text(), re.MULTILINE | re.DOTALL)
if len(found) != 1:
    sys.exit(f"{page}: {len(found)} blocks with file={name}")
print(found[0], end="")
