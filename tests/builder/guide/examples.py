"""Examples of the trainers' guide, each as the folder of a course."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[3]
GUIDE = ROOT / "docs/guide-formateur"
COMMON = ROOT / "courses/_commun"

FENCE = re.compile(r"^```markdown(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.M | re.S)
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
        for number, section in enumerate(re.split(r"^## ", path.read_text("utf-8"), flags=re.M)):
            found += _of_section(f"{path.name}#{number}", section)
    return found


def _of_section(place: str, section: str) -> list[Example]:
    alone: list[Example] = []
    together: dict[str, str] = {}
    for number, fence in enumerate(FENCE.finditer(section), 1):
        name, body = fence["name"], fence["body"]
        if name is None:
            alone.append(Example(f"{place}-{number}", {"01-exemple.md": PAGE + body}))
        elif name == "capsule":
            alone.append(Example(f"{place}-{number}", {"01-exemple.md": body}))
        else:
            together[name] = body
    return [*alone, Example(f"{place}-files", together)] if together else alone
