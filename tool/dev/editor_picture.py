# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does a finding look like in an editor? Draws docs/editors.svg.
#
# A real Emacs runs in a terminal (tmux) with the settings of docs/editors.md
# and the server that was built; when the findings are there it asks for the
# code actions, and the screen becomes an SVG.
#
# help: draw docs/editors.svg from a session of Emacs with async-clangd

import html
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "test/editors/Inputs"
COLUMNS, ROWS = 108, 32
WIDTH, HEIGHT = 8, 17  # of a character, in pixels
INK, PAPER = "#d0d0d0", "#1c1c1c"
BASIC = "#000000 #cd5c5c #87af5f #d7af5f #5f87d7 #af87af #5fafaf #d0d0d0".split()

SESSION = """
(setq native-comp-async-report-warnings-errors nil
      inhibit-startup-screen t eldoc-echo-area-use-multiline-p nil)
(menu-bar-mode -1)
(defun picture-step ()
  (with-current-buffer "room.cpp"
    (when (>= (length (flymake-diagnostics)) 4)
      (cancel-timer picture-timer)
      (let ((first (car (sort (flymake-diagnostics)
                              (lambda (a b) (< (flymake-diagnostic-beg a)
                                               (flymake-diagnostic-beg b))))))
            (last-nonmenu-event ?a))
        (goto-char (flymake-diagnostic-beg first))
        (recenter 3)
        (flymake-show-buffer-diagnostics)
        (run-with-timer 1 nil #'minibuffer-completion-help)
        (eglot-code-actions (flymake-diagnostic-beg first)
                            (flymake-diagnostic-end first) nil t)))))
(setq picture-timer (run-with-timer 0.5 0.5 #'picture-step))
"""


def colour(code):
    """One of a terminal's 256 colours."""
    if code < 16:
        return BASIC[code % 8]
    if code >= 232:
        return "#" + f"{8 + 10 * (code - 232):02x}" * 3
    steps = [0, 95, 135, 175, 215, 255]
    code -= 16
    return "#" + "".join(f"{steps[code // n % 6]:02x}" for n in (36, 6, 1))


def apply(style, parameters):
    """The style after an escape sequence \\e[...m."""
    numbers = [int(n or 0) for n in re.split("[;:]", parameters)]
    while numbers:
        n = numbers.pop(0)
        if n == 0:
            style = {}
        elif n in (1, 4, 7):
            style = {**style, {1: "bold", 4: "underline", 7: "reverse"}[n]: True}
        elif n in (38, 48) and numbers[:1] == [5]:
            style = {**style, "ink" if n == 38 else "paper": colour(numbers[1])}
            numbers = numbers[2:]
        elif 30 <= n % 10 + 30 <= 37 and n // 10 in (3, 4, 9, 10):
            style = {**style, "ink" if n // 10 in (3, 9) else "paper": BASIC[n % 10 % 8]}
        if n in (39, 49):
            style = {k: v for k, v in style.items() if k != ("ink" if n == 39 else "paper")}
    return style


def draw(screen):
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{COLUMNS * WIDTH + 16}" '
        f'height="{ROWS * HEIGHT + 16}" font-family="monospace" font-size="13">',
        f'<rect width="100%" height="100%" rx="6" fill="{PAPER}"/>',
    ]
    style = {}
    for row, line in enumerate(screen.split("\n")[:ROWS]):
        column = 0
        for text, escape in re.findall(r"([^\x1b]+)|\x1b\[([0-9;:]*)m", line):
            if not text:
                style = apply(style, escape)
                continue
            ink, paper = style.get("ink", INK), style.get("paper")
            if style.get("reverse"):
                ink, paper = paper or PAPER, ink
            x, y = 8 + column * WIDTH, 8 + row * HEIGHT
            if paper:
                out.append(
                    f'<rect x="{x}" y="{y}" width="{len(text) * WIDTH}" '
                    f'height="{HEIGHT}" fill="{paper}"/>'
                )
            extra = ' font-weight="bold"' if style.get("bold") else ""
            extra += ' text-decoration="underline"' if style.get("underline") else ""
            if text.strip():
                out.append(
                    f'<text x="{x}" y="{y + 13}" fill="{ink}"{extra} xml:space="preserve" '
                    f'textLength="{len(text) * WIDTH}">{html.escape(text)}</text>'
                )
            column += len(text)
    return "\n".join(out) + "\n</svg>\n"


def tmux(*command):
    done = subprocess.run(
        ["tmux", "-L", f"picture-{os.getpid()}", *command],
        check=True, stdout=subprocess.PIPE, text=True,
    )
    return done.stdout


def main():
    binaries = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build/llvm-22/bin")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "room")
        mocks = [ROOT / "test/harness" / name for name in ("mocks", "mock-adapters")]
        subprocess.run([sys.executable, INPUTS / "workspace.py", *mocks, work], check=True)
        settings = subprocess.check_output(
            [sys.executable, INPUTS / "settings.py", ROOT / "docs/editors.md", "init.el"]
        )
        Path(work, "init.el").write_bytes(settings + SESSION.encode())
        emacs = "emacs -nw -q --eval '(package-initialize)' -l init.el room.cpp"
        environment = f"HOME={work} PATH={binaries}:$PATH TERM=screen-256color"
        size = ["-x", str(COLUMNS), "-y", str(ROWS)]
        tmux("new-session", "-d", *size, f"cd {work}; exec env {environment} {emacs}")
        for _ in range(120):
            time.sleep(1)
            if "Possible completions" in tmux("capture-pane", "-p"):
                break
        else:
            sys.exit("editor-picture: error: no code actions\n" + tmux("capture-pane", "-p"))
        time.sleep(1)
        (ROOT / "docs/editors.svg").write_text(draw(tmux("capture-pane", "-e", "-p")))
        tmux("kill-server")


main()
