# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How many tests passed, failed and were skipped?
#
# Adds up lit's JSON results of one folder and prints one plain line. A file
# NAME.failed stands for a run that did not even start (a build that failed) and
# counts as one failure. Exits 1 on any failure, and when nothing ran.

import json
import sys
from pathlib import Path

PASSED = {"PASS", "XFAIL", "FLAKYPASS"}
SKIPPED = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def main(folder):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for path in sorted(Path(folder).iterdir()):
        if path.suffix == ".failed":
            print(f"{path.stem}: did not run to its end")
            counts["failed"] += 1
        elif path.suffix == ".json":
            for test in json.loads(path.read_text(encoding="utf-8"))["tests"]:
                code = test["code"]
                kind = "passed" if code in PASSED else "skipped" if code in SKIPPED else "failed"
                counts[kind] += 1
                if kind == "failed":
                    print(f"{path.stem}: {code}: {test['name']}")
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 0 if counts["failed"] == 0 and counts["passed"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
