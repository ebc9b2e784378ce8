"""What each finding is, why it matters, and an example of it with the text mended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.diagnostics.catalog import FAMILIES
from balise_builder.diagnostics.reasons import OF_CODE, OF_FAMILY

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "examples"
PAGE = "01-page.md"
"""The file that an example changes unless it names another."""


@dataclass(frozen=True, slots=True)
class Example:
    """The files that set a finding off, and the same files mended: contents by name."""

    before: Mapping[str, str]
    after: Mapping[str, str]


def family_of(code: str) -> str:
    """Return the family of a known code: the name of its module of the catalogue."""
    return next(
        family.__name__.rpartition(".")[2]
        for family in FAMILIES
        if any(kind.code == code for kind in family.KINDS)
    )


def why(code: str, lang: str = "fr") -> str:
    """Return why a finding matters to learners or to the team."""
    fr, en = OF_CODE.get(code) or OF_FAMILY.get(family_of(code), OF_FAMILY["structure"])
    return en if lang == "en" else fr


def example(code: str) -> Example | None:
    """Return the example of a code; ``None`` where no text can show it (a folder, a package)."""
    return examples(family_of(code)).get(code)


@cache
def examples(family: str) -> Mapping[str, Example]:
    """Return the examples of a family by code."""
    path = FOLDER / f"{family}.md"
    if not path.is_file():
        return {}
    found: dict[str, Example] = {}
    _, *parts = path.read_text(encoding="utf-8").split("\n=== ")
    for part in parts:
        code, _, text = part.partition("\n")
        before, _, after = text.partition("\n>>>\n")
        found[code] = Example(_files(before), _files(after))
    return found


def _files(text: str) -> dict[str, str]:
    """Return the files of half an example."""
    files: dict[str, list[str]] = {}
    name = PAGE
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("+++ "):
            name = line[4:]
            files[name] = []
        else:
            files.setdefault(name, []).append(line)
    return {name: "\n".join(lines) + "\n" for name, lines in files.items()}


def shown(files: Mapping[str, str]) -> list[str]:
    """Return the lines that show half an example: each file that is not the page is named."""
    lines: list[str] = []
    for name, text in files.items():
        if len(files) > 1 or name != PAGE:
            lines += ["", name] if lines else [name]
        lines += text.rstrip("\n").split("\n")
    return lines
