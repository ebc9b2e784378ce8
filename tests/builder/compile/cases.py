"""Cases written as text, in ``tests/golden/{dialect,diagnostics}/*.md``: anyone can edit them.

A file holds cases::

    === what the case shows
    body of the page 01-page.md
    +++ banque.md
    body of another file
    >>> 3:1 code-of-a-finding
    >>> banque.md:1:5 another-code

Lines are counted in the body as it stands in the case; front matter is put above it, unless the
body begins with its own. ``+++ _commun/x.yaml`` and ``+++ media/x.svg`` make other files; ``\\xNN``
and ``\\uNNNN`` in a line make that character. A ``>>>`` line of a dialect case is a line of the
outline instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from balise_builder.checks import check
from balise_builder.checks.variants import check_variants
from balise_builder.compile import compile_course
from balise_builder.diagnostics import Collector, Diagnostic
from balise_builder.model import Course, Variant
from balise_builder.source import read_folder

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
PAGE = "01-page.md"
HEADS = {
    "cours.md": "---\nid : essai\ntitre : Essai\nversion : 0.1.0\nlangue : fr-CA\n{more}---\n",
    PAGE: "---\ntitre : Une page\nid : page\n{more}---\n",
    "02-autre.md": "---\ntitre : Une autre\nid : autre\n{more}---\n",
}
DEFAULT = {
    "cours.md": "Bienvenue.\n\n::: avis\nCe que vous verrez.\n:::\n",
    PAGE: "Du texte.\n",
}
QUIET = frozenset({"capsule-sans-question", "question-sans-retroaction"})
"""Found in nearly every case; told only where a case expects it."""
TODAY = date(2026, 11, 22)


@dataclass
class Case:
    """One case of a golden file."""

    name: str
    files: dict[str, list[str]] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)
    release: bool = False

    def write(self, root: Path) -> dict[str, int]:
        """Write the files; return how many lines of front matter stand above each body."""
        shifts = {}
        course = root / "cours"
        for name, default in DEFAULT.items():
            self.files.setdefault(name, default.splitlines())
        for name, lines in self.files.items():
            head = "" if lines[:1] == ["---"] else HEADS.get(name, "")
            more = [line[2:] for line in lines if line.startswith("%%")]
            body = "\n".join(line for line in lines if not line.startswith("%%")) + "\n"
            text = head.format(more="".join(m.rstrip() + "\n" for m in more)) + _unescaped(body)
            shifts[name] = head.count("\n") + (len(more) if head else 0)
            path = (root if name.startswith("_commun") else course) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return shifts


def _unescaped(text: str) -> str:
    return re.sub(
        r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))", lambda m: chr(int(m[1] or m[2], 16)), text
    )


def read_cases(noun: str) -> list[Case]:
    """Return the cases of every file of ``tests/golden/<noun>``."""
    found: list[Case] = []
    for path in sorted((GOLDEN / noun).glob("*.md")):
        file = PAGE
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=== "):
                found.append(Case(f"{path.stem}: {line[4:]}"))
                file = PAGE
            elif not found:
                continue
            elif line.startswith("+++ "):
                file = line[4:].strip()
                found[-1].files[file] = []
            elif line == ">>> release":
                found[-1].release = True
            elif line.startswith(">>>"):
                found[-1].expected.append(_unescaped(line[4:]))
            else:
                found[-1].files.setdefault(file, []).append(line)
    return found


def run(case: Case, root: Path) -> tuple[Course | None, list[Diagnostic], dict[str, int]]:
    """Read, compile and check one case in ``root``."""
    shifts = case.write(root)
    collector = Collector()
    folder = read_folder(root / "cours", collector, today=TODAY)
    course = compile_course(folder, collector)
    if course is not None:
        check(course, folder, collector, release=case.release)
        check_variants(course, folder, collector, Variant(), release=case.release)
    return course, list(collector.sorted()), shifts


def told(case: Case, found: list[Diagnostic], shifts: dict[str, int]) -> list[str]:
    """Return the findings as the lines of a case."""
    lines = []
    for d in found:
        if d.code in QUIET and not any(d.code in line for line in case.expected):
            continue
        shift = shifts.get(d.span.file, 0) if d.span.line > shifts.get(d.span.file, 0) else 0
        inside = "" if shift or not shifts.get(d.span.file) else "^"
        file = "" if d.span.file == PAGE else f"{d.span.file}:"
        lines.append(f"{file}{inside}{d.span.line - shift}:{d.span.column} {d.code}")
    return lines
