# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Is a file SARIF 2.1.0, as far as async-tidy writes it?
#
#   sarif_shape.py FILE       checks a file
#   sarif_shape.py --model    checks the tables below: Debian packages classes
#                             that were generated from the schema, and what we
#                             use of an object must be in its class, and all
#                             that the class requires must be required here
#
# The OASIS schema is not ours to copy, so the part of the standard that we use
# is written down here: which properties an object may have, which it must have,
# and of which type they are. On top come the rules that a schema cannot say:
# indexes that point at something, regions that do not run backwards, relative
# URIs with a base, percent-encoding.

import json
import re
import sys

TEXT, COUNT, FLAG = "text", "count", "flag"
# name: (type, must be there); a type is one of the above, an object's name, or
# a list of one.
SHAPES = {
    "log": {"$schema": (TEXT, 0), "version": (TEXT, 1), "runs": (["run"], 1)},
    "run": {
        "tool": ("tool", 1),
        "automationDetails": ("details", 0),
        "columnKind": (TEXT, 0),
        "originalUriBaseIds": ("bases", 0),
        "invocations": (["invocation"], 0),
        "results": (["result"], 1),
    },
    "details": {"id": (TEXT, 0)},
    "bases": {"SRCROOT": ("artifactLocation", 1)},
    "tool": {"driver": ("component", 1)},
    "component": {
        "name": (TEXT, 1),
        "version": (TEXT, 0),
        "informationUri": (TEXT, 0),
        "rules": (["descriptor"], 0),
        "notifications": (["descriptor"], 0),
    },
    "descriptor": {
        "id": (TEXT, 1),
        "name": (TEXT, 0),
        "shortDescription": ("message", 0),
        "fullDescription": ("message", 0),
        "help": ("message", 0),
        "helpUri": (TEXT, 0),
        "defaultConfiguration": ("configuration", 0),
        "properties": (None, 0),
    },
    "configuration": {"level": (TEXT, 0)},
    "message": {"text": (TEXT, 1), "markdown": (TEXT, 0)},
    "invocation": {
        "executionSuccessful": (FLAG, 1),
        "exitCode": (COUNT, 0),
        "startTimeUtc": (TEXT, 0),
        "endTimeUtc": (TEXT, 0),
        "toolExecutionNotifications": (["notification"], 0),
    },
    "notification": {
        "descriptor": ("reference", 0),
        "level": (TEXT, 0),
        "message": ("message", 1),
        "locations": (["location"], 0),
    },
    "reference": {"id": (TEXT, 0)},
    "result": {
        "ruleId": (TEXT, 0),
        "ruleIndex": (COUNT, 0),
        "level": (TEXT, 0),
        "message": ("message", 1),
        "locations": (["location"], 0),
        "relatedLocations": (["location"], 0),
        "partialFingerprints": (None, 0),
        "fixes": (["fix"], 0),
    },
    "location": {"id": (COUNT, 0), "physicalLocation": ("place", 0), "message": ("message", 0)},
    "place": {"artifactLocation": ("artifactLocation", 1), "region": ("region", 0)},
    "artifactLocation": {"uri": (TEXT, 0), "uriBaseId": (TEXT, 0), "description": ("message", 0)},
    "region": {
        "startLine": (COUNT, 1),
        "startColumn": (COUNT, 0),
        "endLine": (COUNT, 0),
        "endColumn": (COUNT, 0),
    },
    "fix": {
        "description": ("message", 0),
        "artifactChanges": (["artifactChange"], 1),
        "properties": (None, 0),
    },
    "artifactChange": {
        "artifactLocation": ("artifactLocation", 1),
        "replacements": (["replacement"], 1),
    },
    "replacement": {"deletedRegion": ("region", 1), "insertedContent": ("content", 0)},
    "content": {"text": (TEXT, 0)},
}
# The classes of the shapes; a message stands in two roles.
MODEL = {
    "log": ["SarifLog"],
    "run": ["Run"],
    "details": ["RunAutomationDetails"],
    "tool": ["Tool"],
    "component": ["ToolComponent"],
    "descriptor": ["ReportingDescriptor"],
    "configuration": ["ReportingConfiguration"],
    "message": ["Message", "MultiformatMessageString"],
    "invocation": ["Invocation"],
    "notification": ["Notification"],
    "reference": ["ReportingDescriptorReference"],
    "result": ["Result"],
    "location": ["Location"],
    "place": ["PhysicalLocation"],
    "artifactLocation": ["ArtifactLocation"],
    "region": ["Region"],
    "fix": ["Fix"],
    "artifactChange": ["ArtifactChange"],
    "replacement": ["Replacement"],
    "content": ["ArtifactContent"],
}
CHOICES = {
    "level": {"none", "note", "warning", "error"},
    "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
    "version": None,
}
URI = re.compile(r"([a-z]+://)?([A-Za-z0-9\-._~/]|%[0-9A-F]{2})+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NOT_EMPTY = {"runs", "artifactChanges", "replacements"}


def insist(condition, where, what):
    if not condition:
        sys.exit(f"sarif_shape.py: {where}: {what}")


def check(value, shape, where):
    if shape is None:
        insist(isinstance(value, dict), where, "expected an object")
    elif isinstance(shape, list):
        insist(isinstance(value, list), where, "expected an array")
        for index, item in enumerate(value):
            check(item, shape[0], f"{where}[{index}]")
    elif shape == TEXT:
        insist(isinstance(value, str) and value, where, "expected a text")
    elif shape == COUNT:
        insist(isinstance(value, int) and not isinstance(value, bool), where, "expected a number")
    elif shape == FLAG:
        insist(isinstance(value, bool), where, "expected true or false")
    else:
        insist(isinstance(value, dict), where, "expected an object")
        allowed = SHAPES[shape]
        for key in value:
            insist(key in allowed, where, f"'{key}' is not a property of a {shape} that we use")
            check(value[key], allowed[key][0], f"{where}.{key}")
            if CHOICES.get(key):
                insist(value[key] in CHOICES[key], where, f"{key} is {value[key]}")
            if key.endswith("Utc"):
                insist(TIME.fullmatch(value[key]), where, f"{key} is {value[key]}")
            if key in NOT_EMPTY:
                insist(value[key], where, f"{key} is empty")
        for key, (_, needed) in allowed.items():
            insist(key in value or not needed, where, f"'{key}' is missing")
        RULES.get(shape, lambda value, where: None)(value, where)


def check_location(value, where):
    insist(("uri" in value) != ("description" in value), where, "it is neither a place nor described")
    if "description" in value:
        return
    insist(URI.fullmatch(value["uri"]), where, f"{value['uri']} is not percent-encoded")
    absolute = value["uri"].startswith("file:///")
    insist(absolute != ("uriBaseId" in value), where, "a relative URI has a base, another has none")
    insist(absolute or not value["uri"].startswith("/"), where, "a relative URI starts with '/'")


def check_region(value, where):
    insist(min(value.values()) >= 1, where, "lines and columns count from 1")
    start = value["startLine"], value.get("startColumn", 1)
    end = value.get("endLine", start[0]), value.get("endColumn", 1 << 30)
    insist(start <= end, where, "it ends before it starts")


def check_run(value, where):
    rules = value["tool"]["driver"]["rules"]
    names = [rule["id"] for rule in rules]
    insist(len(set(names)) == len(names), where, "a rule is listed twice")
    for rule in rules:
        insist("help" in rule and "shortDescription" in rule, where, f"{rule['id']} lacks help")
    root = value["originalUriBaseIds"]["SRCROOT"]
    insist(root.get("uri", "/").endswith("/"), where, "SRCROOT is no directory")
    prints = set()
    for result in value["results"]:
        insist(names[result["ruleIndex"]] == result["ruleId"], where, "a rule index is wrong")
        own = json.dumps(result["partialFingerprints"], sort_keys=True)
        insist(own not in prints, where, f"two results have the fingerprint {own}")
        prints.add(own)
    failed = value["invocations"][0]["toolExecutionNotifications"]
    insist(value["invocations"][0]["executionSuccessful"] == (not failed), where, "failed or not?")


RULES = {"artifactLocation": check_location, "region": check_region, "run": check_run}


def check_model():
    import attr
    import sarif_om

    # Its keys are ours to choose, so it has no class.
    insist(set(SHAPES) - set(MODEL) == {"bases"}, "MODEL", "a shape has no class")
    for shape, names in MODEL.items():
        for name in names:
            fields = {f.metadata["schema_property_name"]: f for f in attr.fields(getattr(sarif_om, name))}
            for key in SHAPES[shape]:
                insist(key in fields, shape, f"the schema's {name} has no {key}")
            for key, field in fields.items():
                if field.default is attr.NOTHING:
                    ours = SHAPES[shape].get(key, (None, 0))
                    insist(ours[1], shape, f"the schema's {name} requires {key}")
    print(f"{len(MODEL)} shapes are in the schema")


def main(path):
    if path == "--model":
        check_model()
        return
    with open(path, encoding="utf-8") as file:
        log = json.load(file)
    check(log, "log", "log")
    insist(log["version"] == "2.1.0", "log", "the version is not 2.1.0")
    results = sum(len(run["results"]) for run in log["runs"])
    print(f"SARIF 2.1.0 with {results} results")


if __name__ == "__main__":
    main(*sys.argv[1:])
