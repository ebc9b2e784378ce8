"""The page of the catalogue: generated parts between marked lines, the rest as people wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.catalogue.courses import courses
from balise_builder.catalogue.laws import laws
from balise_builder.catalogue.people import people
from balise_builder.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from balise_builder.catalogue.facts import Facts

NAME = "README.md"
BEGIN = "<!-- catalogue : {} (produit par « balise catalogue »; ne rien écrire jusqu’à la fin) -->"
END = "<!-- fin du catalogue : {} -->"
MARK = re.compile(
    r"^<!-- (?P<end>fin du )?catalogue[ \u00a0]: (?P<name>\w+)\b[^\n]*-->[ \t]*$", re.MULTILINE
)
PARTS: Mapping[str, str] = {
    "formations": "## Les formations",
    "personnes": "## Les personnes des mises en situation",
    "droit": "## Les énoncés de droit (⚖)",
}
"""The generated parts, and the heading that each has in a new page."""
TITLE = "# Les formations de ce dossier\n"


def parts(facts: Sequence[Facts]) -> dict[str, str]:
    """Return the text of each generated part."""
    made = {"formations": courses(facts), "personnes": people(facts), "droit": laws(facts)}
    return {name: "\n".join(lines).strip() for name, lines in made.items()}


def filled(page: str, made: Mapping[str, str]) -> str:
    """Return ``page`` with its generated parts as they are now.

    A part that the page does not have yet is added at its end, under its heading.

    :raises UsageError: marks that do not go in pairs: what stands between cannot be told.
    """
    pieces: list[str] = []
    position = 0
    found = _pairs(page)
    for name, (start, end) in sorted(found.items(), key=lambda pair: pair[1]):
        pieces += [page[position:start], f"\n\n{made[name]}\n\n"]
        position = end
    text = "".join([*pieces, page[position:]])
    for name, heading in PARTS.items():
        if name not in found:
            before = f"{text.rstrip()}\n\n" if text.strip() else f"{TITLE}\n"
            marked = f"{BEGIN.format(name)}\n\n{made[name]}\n\n{END.format(name)}\n"
            text = f"{before}{heading}\n\n{marked}"
    return text


def stale_parts(page: str, made: Mapping[str, str]) -> list[str]:
    """Return the names of the parts that are missing from ``page`` or say something else.

    :raises UsageError: as :func:`filled`.
    """
    found = _pairs(page)
    return [
        name for name in PARTS
        if name not in found or page[slice(*found[name])].strip() != made[name]
    ]  # fmt: skip


def _pairs(page: str) -> dict[str, tuple[int, int]]:
    """Return where the text of each generated part begins and ends, by name."""
    found: dict[str, tuple[int, int]] = {}
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(page):
        name, line = mark["name"], page.count("\n", 0, mark.start()) + 1
        if name not in PARTS or name in found:
            raise _broken(line, name)
        if mark["end"] is None and opened is None:
            opened = mark
        elif mark["end"] is not None and opened is not None and opened["name"] == name:
            found[name] = (opened.end(), mark.start())
            opened = None
        else:
            raise _broken(line, name)
    if opened is not None:
        raise _broken(page.count("\n", 0, opened.start()) + 1, opened["name"])
    return found


def _broken(line: int, name: str) -> UsageError:
    return UsageError(
        f"{NAME}, ligne {line} : les lignes « catalogue : {name} » et « fin du catalogue : {name} »"
        " ne vont pas par deux. Remettez celle qui manque, ou enlevez les deux : « balise"
        " catalogue » les réécrit à la fin de la page.",
        f"{NAME}, line {line}: the lines “catalogue : {name}” and “fin du catalogue : {name}” do"
        " not go in pairs. Put back the one that is missing, or remove both: “balise catalogue”"
        " writes them again at the end of the page.",
    )
