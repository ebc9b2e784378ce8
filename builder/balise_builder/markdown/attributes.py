"""Attributes in braces and on lines of their own: ``{#id mélanger points=2 rôle="les deux"}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.markdown.names import NO, VARIANTS, YES, attributes_of
from balise_builder.source.folding import ID, fold, fold_key, nearest, slip, slug

if TYPE_CHECKING:
    from balise_builder.markdown.names import AttributeSpec
    from balise_builder.markdown.places import Scribe
    from balise_builder.model import Span

BARE = r"[\w\-.,/:%+’'±]+"
PART = re.compile(
    r"\s*(?:"
    r"#(?P<id>[^\s{}]*)"
    r"|\.(?P<class>[^\s{}]*)"
    rf"|(?P<key>{BARE})\s*=\s*(?P<value>\"[^\"]*\"|“[^”]*”|«[^»]*»|{BARE})"
    rf"|(?P<word>{BARE})"
    r")(?=\s|$)"
)
LINE = re.compile(r"(?P<key>[^\W\d_][\w-]*)(?P<gap>\s*):(?P<space>\s*)(?P<value>.*?)\s*$")
QUOTES = '"“”«» \t\u00a0\u202f'
OBJECTIVE = re.compile(r"[a-z]+\d+|[a-z0-9]+(?:-[a-z0-9]+){2,}")
MINUTES = re.compile(r"(\d{1,3})(?:\s*(?:min\.?|minutes?))?")


@dataclass(frozen=True, slots=True)
class Raw:
    """One attribute as written, with offsets in the body."""

    kind: str
    """``id``, ``class``, ``word`` or ``pair``."""
    key: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribute:
    """One understood attribute."""

    value: str
    """Canonical: ``yes`` for a flag, digits for numbers and minutes."""
    span: Span
    written: str = ""
    """As the author wrote it."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stood in the braces and on the attribute lines of one thing."""

    id: str | None = None
    id_span: Span | None = None
    values: Mapping[str, Attribute] | None = None

    def text(self, key: str) -> str | None:
        """Return the canonical value of ``key``; ``None`` when not given."""
        found = (self.values or {}).get(key)
        return None if found is None else found.value

    def number(self, key: str) -> int | None:
        """Return the whole number of ``key``; ``None`` when not given."""
        text = self.text(key)
        return None if text is None else int(text)

    def flag(self, key: str) -> bool:
        """Return whether the flag ``key`` is set."""
        return self.text(key) == "yes"

    def written(self, key: str) -> str:
        """Return the value of ``key`` as written; empty when not given."""
        found = (self.values or {}).get(key)
        return "" if found is None else found.written

    def words(self, key: str) -> tuple[str, ...]:
        """Return the comma-separated values of ``key``."""
        text = self.text(key)
        return () if text is None else tuple(p.strip() for p in text.split(",") if p.strip())

    def span(self, key: str, default: Span) -> Span:
        """Return where ``key`` stands, else ``default``."""
        found = (self.values or {}).get(key)
        return default if found is None else found.span


def scan(text: str, offset: int) -> tuple[list[Raw], int | None]:
    """Return the attributes of ``text`` (what stands between braces), which begins at ``offset``.

    The second value is the offset of the first thing that is no attribute, ``None`` when all is.
    """
    found: list[Raw] = []
    position = 0
    while text[position:].strip():
        match = PART.match(text, position)
        if match is None or match.end() == position:
            return found, offset + position + len(text[position:]) - len(text[position:].lstrip())
        start = offset + match.end() - len(match.group().lstrip())
        end = offset + match.end()
        if match["key"] is not None:
            value = match["value"].strip(QUOTES)
            found.append(Raw("pair", match["key"], value, start, end))
        elif match["word"] is not None:
            found.append(Raw("word", match["word"], "", start, end))
        else:
            kind = "id" if match["id"] is not None else "class"
            found.append(Raw(kind, "", match[kind], start, end))
        position = match.end()
    return found, None


def understand(
    raws: list[Raw],
    specs: tuple[AttributeSpec, ...],
    scribe: Scribe,
    *,
    takes_id: bool,
    owner: str,
    letter: bool = False,
) -> Attributes:
    """Return the attributes that ``owner`` knows; the others become findings.

    :param letter: the id is a letter of a choice (``#b``), which the lock checks.
    """
    known = attributes_of(specs)
    identity: str | None = None
    identity_span: Span | None = None
    values: dict[str, Attribute] = {}
    for raw in raws:
        span = scribe.span(raw.start, raw.end)
        if raw.kind == "id":
            if not takes_id:
                scribe.report(
                    "attribut-inconnu",
                    span,
                    name=f"#{raw.value}",
                    owner=owner,
                    suggestion=_suggest(raw.value, specs),
                )
            elif identity is not None:
                scribe.report("attribut-en-double", span, name=f"#{raw.value}")
            elif not letter and not ID.fullmatch(raw.value):
                plain = slug(raw.value)
                fix = Fix(span, f"#{plain}") if plain else None
                scribe.report("id-mal-forme", span, fix, id=raw.value, suggestion=plain or "mon-id")
            else:
                identity, identity_span = raw.value, span
            continue
        spec = None if raw.kind == "class" else known.get(fold_key(raw.key))
        if spec is None:
            name = f".{raw.value}" if raw.kind == "class" else raw.key
            scribe.report(
                "attribut-inconnu",
                span,
                _mended(raw, specs, scribe),
                name=name,
                owner=owner,
                suggestion=_suggest(raw.key or raw.value, specs),
            )
        elif spec.key in values:
            scribe.report("attribut-en-double", span, name=raw.key)
        else:
            value = _value(raw, spec, scribe, span)
            if value is not None:
                values[spec.key] = Attribute(value, span, raw.value)
    return Attributes(identity, identity_span, values)


def _mended(raw: Raw, specs: tuple[AttributeSpec, ...], scribe: Scribe) -> Fix | None:
    """Return the correction of a name that is one slip away from a known one."""
    known = slip(raw.key, (n for spec in specs for n in spec.names))
    return Fix(scribe.span(raw.start, raw.start + len(raw.key)), known) if known else None


def _suggest(name: str, specs: tuple[AttributeSpec, ...]) -> str:
    """Return the setting most like ``name``, else the French names of all."""
    every = tuple(n for spec in specs for n in spec.names)
    found = nearest(name, every)
    return found or ", ".join(spec.names[0] for spec in specs) or "—"


def _value(raw: Raw, spec: AttributeSpec, scribe: Scribe, span: Span) -> str | None:
    """Return the canonical value of ``raw``, or ``None`` after a finding."""
    value: str | None = None
    expected = {
        "number": "1, 2, 3",
        "minutes": "5 min",
        "flag": "oui, non",
        "id": "a-z, 0-9, -",
    }.get(spec.kind, spec.shown or "…")
    if raw.kind == "word":
        value = "yes" if spec.kind == "flag" else None
    elif spec.kind == "flag":
        value = "yes" if fold(raw.value) in YES else "no" if fold(raw.value) in NO else None
    elif spec.kind == "number":
        value = str(int(raw.value)) if re.fullmatch(r"0*[1-9][0-9]{0,3}", raw.value) else None
    elif spec.kind == "minutes":
        match = MINUTES.fullmatch(raw.value)
        value = match[1] if match else None
    elif spec.kind == "choice":
        value = spec.values.get(fold_key(raw.value))
    elif spec.kind == "id":
        value = raw.value if ID.fullmatch(raw.value) else None
    else:
        value = raw.value or None
    if value is None:
        scribe.report(
            "attribut-valeur", span, name=raw.key, value=raw.value or "—", expected=expected
        )
    return value


def known_line(line: str, specs: tuple[AttributeSpec, ...]) -> bool:
    """Return whether ``line`` is surely an attribute line: known key, possible fixed value."""
    match = LINE.match(line)
    spec = attributes_of(specs).get(fold_key(match["key"])) if match else None
    if match is None or spec is None:
        return False
    value = match["value"]
    if spec.kind == "choice":
        return fold_key(value) in spec.values
    if spec.kind == "flag":
        return fold(value) in YES | NO
    if spec.key == "variants":
        return all(fold_key(word) in VARIANTS for word in value.split(","))
    if spec.key == "objective":
        return OBJECTIVE.fullmatch(value) is not None
    return spec.kind == "number" and value.isdigit()
