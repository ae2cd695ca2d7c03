# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Do the reports of one run say the same?
#
#   formats.py DIR     with DIR/out.{json,sarif,github,gitlab,rdjson} of one run
#                      in DIR, where the sources are
#
# Each report is read by the rules of its format and brought to the same triples
# (file, line, check); all must be equal. Ranges are cut out of the sources again,
# in the units of the format, and must give the same text.

import json
import re
import sys
from pathlib import Path


def insist(condition, what):
    if not condition:
        sys.exit(f"formats.py: {what}")


def read(name):
    return json.loads((top / f"out.{name}").read_text(encoding="utf-8"))


def unescape(text):
    return re.sub("%([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), text)


def utf16(line, column):
    """The rest of a line (bytes) behind a column of UTF-16 code units."""
    for index, char in enumerate(text := line.decode("utf-8", "surrogateescape")):
        if column == 1:
            return text[index:].encode("utf-8", "surrogateescape")
        column -= 2 if ord(char) > 0xFFFF else 1
    return b""


def line_of(path, number):
    return (top / path).read_bytes().split(b"\n")[number - 1]


def of_json():
    for f in read("json")["findings"]:
        start = f["range"]["start"]
        text = (top / f["file"]).read_bytes()
        line = line_of(f["file"], start["line"])
        insist(text[start["offset"] :].startswith(line[start["column"] - 1 :]), "json: an offset is wrong")
        marked.append(text[start["offset"] : f["range"]["end"]["offset"]])
        yield f["file"], start["line"], f["check"]


def of_sarif():
    for index, r in enumerate(read("sarif")["runs"][0]["results"]):
        place = r["locations"][0]["physicalLocation"]
        path = unescape(place["artifactLocation"]["uri"])
        region = place["region"]
        line = line_of(path, region["startLine"])
        rest = utf16(line, region["startColumn"])
        insist(rest.startswith(marked[index].split(b"\n")[0]), f"sarif: {region} is not what json marks")
        yield path, region["startLine"], r["ruleId"]


def of_github():
    shape = re.compile(r"::(warning|error) file=([^,:]+)(?:,line=(\d+)[^:]*)?,title=([^,:]+)::([^\n]+)")
    for line in (top / "out.github").read_text(encoding="utf-8").splitlines():
        match = shape.fullmatch(line)
        insist(match, f"github: {line}")
        if match[4] != "async-tidy":
            yield unescape(match[2]), int(match[3]), match[4]


def of_gitlab():
    issues = read("gitlab")
    prints = [i["fingerprint"] for i in issues]
    insist(len(set(prints)) == len(prints), "gitlab: a fingerprint comes twice")
    for i in issues:
        insist(i["severity"] in ("info", "minor", "major", "critical", "blocker"), i)
        insist(i["description"] and not i["location"]["path"].startswith(("/", "./")), i)
        insist(re.fullmatch("[0-9a-f]{32}", i["fingerprint"]), i)
        if i["check_name"] != "async-tidy":
            yield i["location"]["path"], i["location"]["lines"]["begin"], i["check_name"]


def of_rdjson():
    for d in read("rdjson")["diagnostics"]:
        place = d["location"]
        for s in d.get("suggestions", []):
            insist(s["range"]["start"]["line"] >= 1 and s["text"], s)
        if "code" in d:
            yield place["path"], place["range"]["start"]["line"], d["code"]["value"]


top = Path(sys.argv[1])
marked = []
wanted = sorted(of_json())
insist(wanted, "there are no findings")
for reader in (of_sarif, of_github, of_gitlab, of_rdjson):
    got = sorted(reader())
    insist(got == wanted, f"{reader.__name__}:\n{got}\njson:\n{wanted}")
print(f"{len(wanted)} findings in every format")
