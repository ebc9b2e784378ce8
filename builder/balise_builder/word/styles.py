"""Styles and lists of a Word document (ISO/IEC 29500-1, 17.7 and 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from balise_builder.word.content import Place

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = re.compile(r"heading ([1-9])$")
DEPTH = re.compile(r"^list (?:bullet|number|continue) ([2-5])$")
DEEPEST = 8
"""Levels of Word's lists go to 9; the ninth joins the eighth."""
LETTERS = frozenset({"lowerLetter", "upperLetter"})
ROLES = {
    "title": "title", "subtitle": "subtitle", "quote": "quote", "intense quote": "quote",
    "toc heading": "toc",
}  # fmt: skip


def value(element: Any, name: str, attribute: str = "val") -> str | None:
    """Return an attribute of the child ``w:name`` of ``element``; ``None`` when absent."""
    child = None if element is None else element.find(W + name)
    found = None if child is None else child.get(W + attribute)
    return None if found is None else str(found)


def switched(element: Any, name: str) -> bool | None:
    """Return what the toggle ``w:name`` of a ``rPr`` says; ``None`` when it says nothing."""
    child = None if element is None else element.find(W + name)
    if child is None:
        return None
    return child.get(W + "val", "true").lower() not in ("0", "false", "off", "none")


def whole(text: str | None, default: int = 0) -> int:
    """Return a whole number of the file, ``default`` for anything else."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else default


@dataclass(slots=True)
class _Level:
    numbered: bool = False
    lettered: bool = False
    start: int = 1


class Styles:
    """What the styles of the document say, inheritance included."""

    def __init__(self, document: Document) -> None:
        root: Any = document.styles.element
        self._by_id: dict[str, Any] = {}
        self._default = ""
        for style in root.iter(W + "style"):
            identity = style.get(W + "styleId") or ""
            self._by_id.setdefault(identity, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default = identity

    def chain(self, identity: str | None) -> list[Any]:
        """Return the style and those that it is based on."""
        found: list[Any] = []
        seen: set[str] = set()
        identity = identity or self._default
        while identity and identity not in seen and identity in self._by_id:
            seen.add(identity)
            found.append(self._by_id[identity])
            identity = value(found[-1], "basedOn")
        return found

    def names(self, identity: str | None) -> list[str]:
        """Return the built-in names of a style and of its bases, in lower case."""
        return [(value(style, "name") or "").lower() for style in self.chain(identity)]

    def heading(self, properties: Any) -> int:
        """Return the level of a heading, 0 for another paragraph."""
        for name in self.names(value(properties, "pStyle")):
            if match := HEADING.match(name):
                return int(match[1])
        return 0

    def role(self, properties: Any) -> str:
        """Return ``title``, ``subtitle``, ``quote``, ``toc`` or nothing."""
        for name in self.names(value(properties, "pStyle")):
            if name in ROLES or re.fullmatch(r"toc [1-9]", name):
                return ROLES.get(name, "toc")
        return ""

    def toggle(self, run: Any, paragraph: Any, name: str) -> bool:
        """Return whether a run is bold (``b``), italic (``i``)…, by itself or by its styles."""
        own = switched(run, name)
        if own is not None:
            return own
        styles = self.chain(value(run, "rStyle")) if value(run, "rStyle") else []
        for style in [*styles, *self.chain(value(paragraph, "pStyle"))]:
            said = switched(style.find(W + "rPr"), name)
            if said is not None:
                return said
        return False

    def listing(self, properties: Any) -> tuple[str, int] | None:
        """Return the number of the list of a paragraph and its level; ``None`` outside lists."""
        own = None if properties is None else properties.find(W + "numPr")
        number, level = value(own, "numId"), value(own, "ilvl")
        chain = self.chain(value(properties, "pStyle"))
        for style in chain:
            inherited = style.find(f"{W}pPr/{W}numPr")
            number = number if number is not None else value(inherited, "numId")
            level = level if level is not None else value(inherited, "ilvl")
        if number in (None, "0"):
            return None
        depth = whole(level)
        if level is None:
            names = [(value(style, "name") or "").lower() for style in chain]
            depths = [int(m[1]) - 1 for n in names if (m := DEPTH.match(n))]
            depth = depths[0] if depths else 0
        return str(number), min(max(depth, 0), DEEPEST - 1)


class Lists:
    """The lists of the document: bullets, numbers or letters, and where each count stands."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self._restarts: dict[str, dict[int, int]] = {}
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering") and not relation.is_external:
                self._read(getattr(relation.target_part, "element", None))

    def _read(self, root: Any) -> None:
        if root is None:
            return
        for abstract in root.iter(W + "abstractNum"):
            identity = abstract.get(W + "abstractNumId") or ""
            for level in abstract.iter(W + "lvl"):
                key = (identity, whole(level.get(W + "ilvl")))
                self._levels[key] = self._level(level)
        for number in root.iter(W + "num"):
            identity = number.get(W + "numId") or ""
            self._abstract[identity] = value(number, "abstractNumId") or ""
            for override in number.iter(W + "lvlOverride"):
                start = value(override, "startOverride")
                if start is not None:
                    level = whole(override.get(W + "ilvl"))
                    self._restarts.setdefault(identity, {})[level] = whole(start, 1)

    @staticmethod
    def _level(level: Any) -> _Level:
        form = value(level, "numFmt") or "decimal"
        return _Level(
            form not in ("bullet", "none"), form in LETTERS, max(whole(value(level, "start"), 1), 0)
        )

    def place(self, listing: tuple[str, int]) -> Place:
        """Return the place of the next line of a list, counted as Word counts."""
        number, level = listing
        abstract = self._abstract.get(number, number)
        kind = self._levels.get((abstract, level), _Level())
        counts = self._counts.setdefault(abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for deep, start in self._restarts.get(number, {}).items():
                counts[deep] = start - 1
        counts[level] = counts.get(level, kind.start - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        return Place(number, level, kind.numbered, kind.lettered, counts[level])
