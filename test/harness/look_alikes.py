# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Which calls must no row match, although they look like a library's?
#
# For every row, calls of the same name that is declared elsewhere:
#
#   folly::coro::collectAll ──> team_N::folly::coro::collectAll(1, 2)
#                               folly::team_N::inner::collectAll(1, 2)
#                               folly::team_N::elsewhere::other().collectAll(1, 2)
#
# A row that is found by less than its whole name would match them. One generated
# file holds all, so that a new row has its look-alikes without anybody's work.

OBJECTS = {"function-object", "inherited-call-operator", "helper-namespace-object"}


def within(path, text):
    return f"namespace {'::'.join(path)} {{ {text} }}"


def declaration(row, name):
    """A declaration of \\p name in the row's shape; takes two ints."""
    shape = row["shape"]
    if shape == "operator":
        return f"struct operand {{}}; int {name}({'operand' if unary(name) else 'operand, operand'});"
    if shape == "class-template":
        return f"template <class T> struct {name} {{ {name}(T, int); }};"
    if shape in OBJECTS:
        of = row["class"].split("::")[-1]
        return f"struct {of} {{ int operator()(int, int) const {{ return 0; }} }}; inline constexpr {of} {name}{{}};"
    return f"int {name}(int, int);"


def unary(name):
    return name == "operator+"


def call(row, name, path):
    if row["shape"] != "operator":
        return f"(void)::{'::'.join(path)}::{name}(1, 2);"
    operand = f"::{'::'.join(path)}::operand()"
    symbol = name.removeprefix("operator")
    return f"(void)({symbol}{operand});" if unary(name) else f"(void)({operand} {symbol} {operand});"


def of_row(number, row, root):
    """Declarations, and the calls of them, for one row below one root."""
    *path, name = row["callee"].removeprefix("::").split("::")
    team = f"team_{number}"
    foreign, inner = [team, *root, *path], [*root, team, "inner"]
    if row["shape"] == "member":
        declared = f"struct {path[-1]} {{ int {name}(int, int); }};"
        foreign.pop()
        calls = [f"::{'::'.join([*place, path[-1]])}().{name}(1, 2);" for place in (foreign, inner)]
    else:
        declared = declaration(row, name)
        calls = [call(row, name, place) for place in (foreign, inner)]
    yield within(foreign, declared), calls[0]
    # Below a library's own root, and in no class or namespace that it has.
    yield within(inner, declared), calls[1]
    if row["shape"] != "operator":
        other = [*root, team, "elsewhere"]
        yield (
            within(other, f"struct other {{ int {name}(int, int); }};"),
            f"::{'::'.join(other)}::other().{name}(1, 2);",
        )


def text(libraries):
    """A file that compiles and that no row may match."""
    declarations, calls = [], []
    number = 0
    for library in libraries:
        for root in library["roots"]:
            for row in library["calls"]:
                number += 1
                absolute = row["callee"].startswith("::")
                names = [n for n in root["namespace"].split("::") if n and not absolute]
                for declared, called in of_row(number, row, names):
                    declarations.append(declared)
                    calls.append(f"  {called}")
    return "\n".join([*declarations, "void calls() {", *calls, "}", ""])
