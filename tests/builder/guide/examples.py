"""Examples of the trainers' guide, each as the folder of a course."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[3]
GUIDE = ROOT / "docs/guide-formateur"
COMMON = ROOT / "courses/_commun"

PART = re.compile(
    r"^```(?P<markdown>markdown)?(?: (?P<name>\S+))?.*?\n(?P<body>.*?)^```$|^(?P<heading>## )",
    re.M | re.S,
)
COURSE = """\
---
id : exemple
titre : Exemple du guide
version : 0.1.0
langue : fr-CA
public : hôtellerie
objectifs :
  - o1 : Choisir l'action juste
---

Un exemple du guide.
"""
PAGE = "---\ntitre : Exemple\nid : page-exemple\n---\n\n"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>\n'
)
MEDIA = {
    "accueil.mp4": "film",
    "voix.mp3": "son",
    "accueil.vtt": "WEBVTT\n\n00:00.500 --> 00:02.000\nBonjour.\n",
    "accueil.md": "« Bonjour », dit la réceptionniste.\n",
}
"""Stand-ins: what a player plays is never read."""


@dataclass(frozen=True)
class Example:
    """One course of the guide: its place there, and its files."""

    place: str
    """``blocs.md#avis-1``."""
    files: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the course under ``folder``, beside the shared registers; return its folder."""
        shutil.copytree(COMMON, folder / "_commun")
        course = folder / "exemple"
        (course / "media").mkdir(parents=True)
        (course / "media/plan.svg").write_text(PICTURE, encoding="utf-8")
        for name, text in MEDIA.items():
            (course / "media" / name).write_text(text, encoding="utf-8")
        for name, text in ({"cours.md": COURSE} | self.files).items():
            (course / name).write_text(text, encoding="utf-8")
        return course


def examples() -> list[Example]:
    """Return every example of the guide.

    A fence is a page by itself; ``capsule`` says that it has its front matter; one that names a
    file belongs with the others of its section that name one.
    """
    found: list[Example] = []
    for path in sorted(GUIDE.glob("*.md")):
        for section, fences in enumerate(_sections(path.read_text("utf-8"))):
            found += _of_section(f"{path.name}#{section}", fences)
    return found


def _sections(text: str) -> list[list[tuple[str | None, str]]]:
    """Return name and body of the Markdown fences, by section; headings in a fence are text."""
    sections: list[list[tuple[str | None, str]]] = [[]]
    for part in PART.finditer(text):
        if part["heading"]:
            sections.append([])
        elif part["markdown"]:
            sections[-1].append((part["name"], part["body"]))
    return sections


def _of_section(place: str, fences: list[tuple[str | None, str]]) -> list[Example]:
    alone: list[Example] = []
    together: dict[str, str] = {}
    for number, (name, body) in enumerate(fences, 1):
        if name is None:
            alone.append(Example(f"{place}-{number}", {"01-exemple.md": PAGE + body}))
        elif name == "capsule":
            alone.append(Example(f"{place}-{number}", {"01-exemple.md": body}))
        else:
            together[name] = body
    return [*alone, Example(f"{place}-files", together)] if together else alone
