# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Cuts a recipe out of docs/ci.md, so that what the page shows is what a test runs.
#
#   recipe.py PAGE HEADING LANGUAGE [INDEX]   the INDEXth such fence below HEADING

import re
import sys

text = open(sys.argv[1], encoding="utf-8").read()
heading, language, *index = sys.argv[2:]
section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
found = re.findall(rf"^```{language}\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
sys.stdout.write(found[int(index[0]) if index else 0])
