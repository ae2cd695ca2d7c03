# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Of which shape are the calls in a file, as the compiler sees them?
#
# Reads clang's -ast-dump=json independently of our own recognition, so that
# `./dev real-libraries` can compare the shape that a row declares. A shape is a
# word of checks/libraries/README.md.

import json
import sys

OBJECTS = {"function-object", "inherited-call-operator", "helper-namespace-object", "macro"}
CONSTRUCTIONS = {"CXXConstructExpr", "CXXTemporaryObjectExpr", "CXXFunctionalCastExpr"}


def first(node, wanted):
    """The first descendant of \\p node, or itself, that \\p wanted accepts."""
    if wanted(node):
        return node
    for child in node.get("inner", []):
        if child and (found := first(child, wanted)):
            return found
    return None


def name_of(node):
    """What the callee \p node is called: a declaration, a member, or a lookup
    that is still open."""
    named = first(node, lambda n: "referencedDecl" in n or n.get("name"))
    return (named.get("referencedDecl") or named).get("name", "") if named else ""


def shape_of(node):
    """(shape, name) of a call, as far as the tree shows them, or None."""
    kind = node.get("kind")
    if kind == "CXXOperatorCallExpr":
        callee, *arguments = node["inner"]
        operator = name_of(callee)
        if operator != "operator()":
            return "operator", operator
        base = first(arguments[0], lambda n: "DerivedToBase" in n.get("castKind", ""))
        return "inherited-call-operator" if base else "function-object", name_of(arguments[0])
    if kind in ("CallExpr", "CXXMemberCallExpr"):
        callee = node["inner"][0]
        return "member" if "Member" in callee["kind"] else "function", name_of(callee)
    if kind in CONSTRUCTIONS:
        written = node.get("type", {}).get("qualType", "").split("<")[0]
        return "class-template", written.split("::")[-1]
    return None


class Shapes:
    """{line: (shape, name) of each call} in a dump. Clang leaves out a line or file
    that equals the one printed before, so the dump is read in order."""

    def __init__(self, path):
        self.path = str(path)
        self.file = self.line = None
        self.at = {}

    def place(self, location):
        if "expansionLoc" in location:
            self.place(location["spellingLoc"])
            self.place(location["expansionLoc"])
            return
        self.file = location.get("file", self.file)
        self.line = location.get("line", self.line)

    def read(self, node):
        lines = []
        for key, value in node.items():
            if key == "loc" and value:
                self.place(value)
            elif key == "range":
                for end in ("begin", "end"):
                    if value.get(end):
                        self.place(value[end])
                        lines.append(self.line)
            elif key == "inner":
                if lines and self.file == self.path and (shape := shape_of(node)):
                    for line in range(lines[0], lines[-1] + 1):
                        self.at.setdefault(line, set()).add(shape)
                for child in value:
                    if child:
                        self.read(child)


def shapes_in(dump, path):
    """{line: (shape, name) of each call} in every dumped declaration of the call file \\p path."""
    sys.setrecursionlimit(100000)
    shapes = Shapes(path)
    decoder = json.JSONDecoder()
    at = dump.find("{")
    while at != -1:
        tree, end = decoder.raw_decode(dump, at)
        shapes.read(tree)
        at = dump.find("{", end)
    return shapes.at


def agrees(row, declared, seen):
    """Whether a call of \p row in \p seen has the declared shape."""
    shapes = {shape for shape, name in seen if name == row.split("::")[-1]}
    # Where an object lives and what macro made it, the tree of the call hides.
    if declared in ("macro", "helper-namespace-object"):
        return bool(shapes & OBJECTS)
    return declared in shapes
