# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Where must each check find something in calls of one library, and where not?
#
#   a call file's marked line ─┐
#   the rows' words ───────────┴─> Place: one line of C++, what must be found
#                                  there, what must not
#
# What is expected is read off the row's words: what reports per child captures, a
# timeout that orphans is blamed, and so on. The places of a call stand below its
# line, where its variables are known; those of the types behind everything else.

import re
from dataclasses import dataclass, field

RAW = "async-raw-gather"
UNBOUNDED = "async-missing-timeout"
UNCAPTURED = "async-uncaptured-cleanup"
UNCHECKED = "async-unchecked-results"
SWALLOWED = "async-swallowed-cancellation"
ORPHANING = "async-orphaning-timeout"
HAND_ROLLED = "async-hand-rolled-gather"
DISCARDED = "async-discarded-gather"
CHECKS = (RAW, UNBOUNDED, UNCAPTURED, UNCHECKED, SWALLOWED, ORPHANING, HAND_ROLLED, DISCARDED)
JUDGED = ("gather", "safe-gather", "race", "timeout")  # roles of calls that a check may find


@dataclass
class Place:
    """One line of C++. What is in neither set may be found there or not."""

    text: str
    must: set = field(default_factory=set)
    must_not: set = field(default_factory=set)
    expect: object = None  # for a call: Words of its row -> (must, must_not)
    line: int = 0
    at: int = 0  # the line of the call that this is a place of


def expression(line):
    """The call on a marked line, or None where it is more than an expression."""
    text = line.split("// row:")[0].strip()
    if re.match(r"(const )?(auto|using)\b", text) or not text.endswith(";"):
        return None
    return re.sub(r"^\(void\)", "", text[:-1])


def may_be_judged(row):
    return any(each["role"] in JUDGED for each in (row, *row.get("variants", [])))


class Words:
    """What follows for a call from the words of its row."""

    def __init__(self, facts, works_on_io):
        gather = facts["role"] in ("gather", "safe-gather")
        captures = facts["reports"] == "per-child"
        self.raw = {RAW} if facts["role"] == "gather" else set()
        orphans = facts["role"] == "timeout" and facts["deadline"] == "orphaning"
        self.always = self.raw | ({ORPHANING} if orphans else set())
        self.unbounded = {UNBOUNDED} if gather and facts["deadline"] != "cancelling" else set()
        self.uncaptured = {UNCAPTURED} if gather and not captures else set()
        self.lost = {UNCHECKED} if gather and captures else set()
        self.quick = set() if works_on_io else {UNBOUNDED}

    def expected(self, may=(), must=()):
        """Nothing but \p must, what is always found, and perhaps \p may."""
        wanted = self.always | set(must)
        return wanted, set(CHECKS) - wanted - set(may) - ({UNBOUNDED} - self.quick)

    def ordinary(self):
        return self.expected()

    def cleanup(self):
        return self.expected(must=self.unbounded | self.uncaptured)

    def dropped(self):
        # Either the awaitable is dropped, or what the call returned is.
        return self.expected(may=self.lost | {DISCARDED})

    def lost_result(self):
        return self.expected(must=self.lost)

    def unevaluated(self):
        return set(), set(CHECKS)


def waits_for_result(row):
    """Whether the call waits for one child without a deadline, and throws its failure."""
    ends = row["role"] == "wait" and row["deadline"] == "none" and row["reports"] != "nothing"
    return ends and row["children"] in (["object"], ["single"])


def wait_in(call, row):
    """How the call \p call of \p row waits: a text with %s for what it waits for."""
    if row["children"] == ["object"]:
        waited = re.fullmatch(r".*(?:\.|->)(\w+\(.*\))", call)
        return f"%s.{waited[1]}" if waited else None
    waited = re.fullmatch(r"([\w:]+)\((make<[^,]*>|\w+)\(\)\)", call)
    return f"{waited[1]}(%s)" if waited else None


def may_lose_results(row):
    return row["role"] == "chain" and row["results"] != "passed-on"


def chain_in(call, row):
    """The places of a chain: (text with %s for the awaitable, whether it loses the results)."""
    member = re.fullmatch(r".*(?:\.|->)(\w+)\(.*\)", call)
    if not member:
        return
    if row["results"] == "to-callable":
        yield f"%s.{member[1]}([](auto &&...) {{}})", True
        yield f"%s.{member[1]}([](auto &&...all) {{ ((void)all, ...); }})", False
        yield f"%s.{member[1]}([]([[maybe_unused]] auto &&...all) {{}})", False
    else:
        yield f"%s.{member[1]}()", row["results"] == "dropped"


def of_chains(call, name, chains):
    """The places of what is chained to the call \p call."""
    for number, (chain, loses) in enumerate(chains):
        expect = Words.lost_result if loses else Words.ordinary
        text = chain % call
        yield Place(f"  auto chained_{name}_{number} = [&] {{ return {text}; }};", expect=expect)
        if loses:
            yield Place(f"  auto meant_{name}_{number} = [&] {{ (void){text}; }};", expect=Words.ordinary)


def of_call(call, name, waits):
    """The places of the call \p call; \p name is unique among them."""
    yield Place(f"  auto plain_{name} = [&] {{ (void)({call}); }};", expect=Words.ordinary)
    yield Place(f"  auto shutdown_{name} = [&] {{ (void)({call}); }};", expect=Words.cleanup)
    yield Place(f"  using type_{name} = decltype({call});", expect=Words.unevaluated)
    yield Place(f"  auto dropped_{name} = [&] {{ {call}; }};", expect=Words.dropped)
    yield Place(f"  auto kept_{name} = [&] {{ return {call}; }};", expect=Words.ordinary)
    for number, (_, wait) in enumerate(waits):
        got = wait % call
        yield Place(f"  auto got_{name}_{number} = [&] {{ {got}; }};", expect=Words.lost_result)
        yield Place(f"  auto left_{name}_{number} = [&] {{ (void){got}; }};", expect=Words.ordinary)
    body = f"[&]() -> place {{ %sco_await {call}; }};"
    yield Place(f"  auto lost_{name} = {body % ''}", expect=Words.lost_result)
    yield Place(f"  auto waived_{name} = {body % '(void)'}", expect=Words.ordinary)


def of_handlers(library):
    """The places of handlers around an await of a type."""
    channel = library["cancellation"]["channel"]
    swallowed = {SWALLOWED} if channel in ("exception", "error-code") else set()
    body = f"try {{ co_await begun(); }}"
    yield Place(f"place all() {{ {body} catch (...) {{ note(); }} }}", swallowed, {SWALLOWED} - swallowed)
    yield Place(f"place rethrown() {{ {body} catch (...) {{ note(); throw; }} }}", must_not={SWALLOWED})
    yield Place(f"place other() {{ {body} catch (const mine &) {{ note(); }} }}", must_not={SWALLOWED})
    cancelled = library["cancellation"]["types"][:1] if channel == "exception" else []
    for type_name in cancelled:
        first = f"catch (const ::{type_name} &) {{ throw; }}"
        yield Place(f"place passed_on() {{ {body} {first} catch (...) {{ note(); }} }}", must_not={SWALLOWED})


def is_member_of(row, type_row):
    own = type_row["name"].split("::")[-1]
    return row["shape"] == "member" and row["callee"].split("::")[-2] in (own, f"{own}Base")


def waits_of(type_row, waits):
    """How an object of the type is waited for: texts with %s for the object."""
    if type_row["awaited"] == "co-await":
        yield "place", "co_await std::move(%s)"
    for row, wait in waits:
        if is_member_of(row, type_row):
            yield "void", wait % "std::move(%s)"


def is_lost_when_dropped(type_row):
    return type_row["dropped"] == "never-runs" and "generator" not in type_row["name"].lower()


def of_type(library, type_row, name, waits):
    """The places of a type of tasks or futures; \p name is its full name."""
    lazy = type_row["start"] == "lazy"
    drop = {DISCARDED} if is_lost_when_dropped(type_row) else set()
    yield Place(f"void dropped() {{ begun(); }}", drop, {DISCARDED} - drop)
    yield Place(f"void unused() {{ auto task = begun(); }}", drop, {DISCARDED} - drop)
    yield Place(f"void waived() {{ (void)begun(); }}", must_not={DISCARDED})
    yield Place(f"auto handed_on() {{ return begun(); }}", must_not=set(CHECKS))
    if type_row["awaited"] == "co-await":
        yield from of_handlers(library)
    eager = set() if lazy else {HAND_ROLLED}
    for head, text in waits_of(type_row, waits):
        one, two = text % "one", text % "two"
        begun = [f"auto {task} = begun();" for task in ("one", "two")]
        yield Place(f"{head} both() {{ {begun[0]} {begun[1]} {one}; {two}; }}", eager, {HAND_ROLLED} - eager)
        yield Place(f"{head} in_turn() {{ {begun[0]} {one}; {begun[1]} {two}; }}", must_not={HAND_ROLLED})


def apart(number, name, places):
    """Each place in a namespace of its own, so that names may repeat."""
    for index, place in enumerate(places):
        begun = f"decltype(start<{name}>()) begun();"
        place.text = f"namespace async_tidy_calls::type_{number}_{index} {{ {begun} {place.text} }}"
        yield place
