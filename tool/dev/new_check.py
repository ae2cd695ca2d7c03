# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does a new check need, and where?
#
#   ./dev new-check lost-error "Finds errors that nobody sees."
#     makes   checks/LostErrorCheck.{h,cpp}  test/checks/lost-error/basic.cpp
#             docs/checks/lost-error.md
#     edits   checks/AllChecks.h  checks/core/Rules.h
#
# CMake finds the files by itself. What cannot be written by a program is left
# to the author and printed: the clause in core/Decide.h, the words, the page.
#
# help: NAME "SUMMARY."   start a new check: code, test, page, registration

import re
import sys
from pathlib import Path

LICENCE = "// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n//\n"

HEADER = """{licence}/// {summary}
//
//   Before: the code that is found
//   After:  the code that is meant

#ifndef ASYNC_TIDY_{guard}CHECK_H
#define ASYNC_TIDY_{guard}CHECK_H

#include "AsyncCheck.h"

namespace async_tidy {{

class {name}Check final : public AsyncCheck {{
public:
  static constexpr CheckInfo Info{{.Id = Rule::{name},
                                  .Name = "async-{kebab}",
                                  .Summary = "{summary}",
                                  .Fix = FixKind::Never,
                                  .Since = "{version}"}};

  {name}Check(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : AsyncCheck(Info, Name, Context) {{}}

private:
  clang::DiagnosticBuilder report(const AsyncCall &Call,
                                  const Verdict &Judgement) override;
}};

}} // namespace async_tidy

#endif // ASYNC_TIDY_{guard}CHECK_H
"""

SOURCE = """{licence}// The words of async-{kebab}; the judgement is core/Decide.h's.

#include "{name}Check.h"

namespace async_tidy {{

clang::DiagnosticBuilder {name}Check::report(const AsyncCall &Call,
                                             const Verdict &) {{
  return diag(Call.At.Loc, "'%0' (%1) what is wrong: why; what to do")
         << Call.displayName() << Call.Row.Root->Title;
}}

}} // namespace async_tidy
"""

TEST = """{licence}// {summary}
//
// RUN: %check_async %s async-{kebab} %t

#include "folly.h"

folly::coro::Task<int> one();

folly::coro::Task<void> bad() {{
  co_await folly::coro::collectAll(one(), one());
  // CHECK-MESSAGES: :[[@LINE-1]]:{{{{[0-9]+}}}}: warning: {{{{.*}}}} [async-{kebab}]
}}

folly::coro::Task<void> ok() {{ co_await one(); }}
"""

PAGE = """# async-{kebab}

<!-- generated: head -->
<!-- end generated -->

<!-- prelude
#include "folly.h"
folly::coro::Task<int> one();
-->

## What it finds

## Why it matters

## Example

```cpp expect=async-{kebab}
```

## Use instead

## When a fix is withheld

## Options

<!-- generated: options -->
<!-- end generated -->

## How to say "I meant it"
"""


def insert_sorted(text, line, pattern):
    """\\p text with \\p line put among the lines that match \\p pattern, in order."""
    lines = text.splitlines(keepends=True)
    places = [i for i, other in enumerate(lines) if re.match(pattern, other)]
    if line in lines:
        return text
    after = [i for i in places if lines[i] > line]
    lines.insert(after[0] if after else places[-1] + 1, line)
    return "".join(lines)


def register(name):
    """Adds the check to AllChecks.h and, where it is new, the rule to Rules.h."""
    path = Path("checks/AllChecks.h")
    text = insert_sorted(path.read_text(), f'#include "{name}Check.h"\n', r'#include "\w+Check\.h"')
    text = re.sub(r"(using AllChecks =\s*CheckList<[^>]*)>;", rf"\1, {name}Check>;", text)
    path.write_text(text)
    path = Path("checks/core/Rules.h")
    text = path.read_text()
    if f"Rule::{name}," not in text:
        text = re.sub(r"(enum class Rule : [^{]*\{[^}]*)\};", rf"\1  {name},\n}};", text, count=1)
        text = re.sub(r"(AllRules = \{[^}]*)\};", rf"\1    Rule::{name},\n}};", text, count=1)
        path.write_text(text)


def main(arguments):
    if len(arguments) != 2 or not re.fullmatch(r"[a-z]+(-[a-z]+)*", arguments[0]):
        print('usage: ./dev new-check some-name "Finds one thing."', file=sys.stderr)
        return 2
    kebab, summary = arguments
    if not re.fullmatch(r"[A-Z][^.]*\.", summary):
        print("new-check: error: the summary is one sentence with a period", file=sys.stderr)
        return 2
    name = "".join(word.capitalize() for word in kebab.split("-"))
    cmake = Path("CMakeLists.txt").read_text()
    version = re.search(r"project\(async_tidy\s+VERSION (\d+\.\d+)", cmake)
    facts = {
        "licence": LICENCE,
        "kebab": kebab,
        "summary": summary,
        "name": name,
        "guard": name.upper(),
        "version": version[1] if version else "0.1",
    }
    files = {
        f"checks/{name}Check.h": HEADER,
        f"checks/{name}Check.cpp": SOURCE,
        f"test/checks/{kebab}/basic.cpp": TEST,
        f"docs/checks/{kebab}.md": PAGE,
    }
    if taken := [path for path in files if Path(path).exists()]:
        print(f"new-check: error: {taken[0]} exists already", file=sys.stderr)
        return 2
    for path, template in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(template.format(**facts), encoding="utf-8")
        print(f"made    {path}")
    register(name)
    print("edited  checks/AllChecks.h\nedited  checks/core/Rules.h\n")
    print("yours   findingsOf() in checks/core/Decide.h: when is it found?")
    print(f"yours   checks/{name}Check.cpp: the words; docs/checks/{kebab}.md: the page")
    print("then    ./dev lint --fix && ./dev gen-docs && ./dev test " + kebab)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
