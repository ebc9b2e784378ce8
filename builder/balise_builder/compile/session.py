"""``seance.md`` → :class:`~balise_builder.model.Session`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, Place
from balise_builder.compile.pages import without_title
from balise_builder.compile.prose import block, blocks, groups, no_notes, prose, span_of
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.markdown.attributes import MINUTES
from balise_builder.markdown.names import FACILITATION, suggestion
from balise_builder.model import Card, Prose, Session, Step
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from markdown_it.token import Token

    from balise_builder.markdown import Document
    from balise_builder.model import Block, Span
    from balise_builder.model.session import Role

PARTS: Mapping[str, tuple[str, ...]] = {
    "before": ("Avant la séance", "Before the session"),
    "answers": ("Qui répond à quoi", "Who answers what"),
    "rules": ("Règles du groupe", "Ground rules"),
    "steps": ("Déroulement", "Running order"),
    "plan": ("Notre plan", "Our plan", "Plan de l’établissement", "Local plan"),
    "cards": ("Cartes", "Cards"),
    "disclosure": ("Si une personne se confie", "If someone discloses"),
    "feedback": ("Commentaires", "Feedback"),
    "debrief": ("Retour à deux", "Debrief"),
}
"""Parts of a session: French heading, English alias."""

LINES: Mapping[str, tuple[str, ...]] = {
    "minutes": ("durée", "duration"),
    "who": ("qui", "who"),
    "material": ("matériel", "material"),
    "training": ("formation", "training"),
    "community": ("communautaire", "community"),
}
"""Settings of a step: a list right under its heading."""

ROLES = FACILITATION[0].values
LINE = re.compile(r"\s*(?P<key>[^:]+?)\s*:\s*(?P<value>.*?)\s*$", re.S)
PLACE = Place("session")
AID_LIMIT = 1500
"""Most characters of one person's lines that fit on her one-page aid at 12 points."""


@dataclass(slots=True)
class _Part:
    """A stretch of the file under one heading."""

    title: str
    span: Span
    head: list[Token]
    nodes: list[Run | Box] = field(default_factory=list)


def session(desk: Desk, document: Document) -> Session | None:
    """Return the session of ``seance.md``; findings go to the desk's collector."""
    settings = desk.folder.session_settings
    assert settings is not None
    title = settings.title or desk.settings.title
    nodes = without_title(desk, document, title)
    no_notes(desk, nodes, "session")
    intro, parts = _cut(document, nodes, "h2")
    found: dict[str, _Part] = {}
    for part in parts:
        _place(desk, part, found)
    steps = _steps(desk, document, found.get("steps"))
    made = Session(
        span=settings.span, title=title, minutes=settings.minutes, group=settings.group,
        place=settings.place, signal=settings.signal, material=settings.material,
        intro=blocks(desk, document, intro, PLACE), steps=steps,
        cards=_cards(desk, document, found.get("cards")),
        parts={
            key: blocks(desk, document, part.nodes, PLACE)
            for key, part in found.items() if key not in ("steps", "cards")
        },
    )  # fmt: skip
    if not steps and "steps" not in found:
        desk.collector.add("seance-sans-deroulement", settings.span)
    if made.minutes is not None and steps and made.minutes != made.total:
        desk.collector.add(
            "seance-duree-totale",
            settings.where("duration"),
            announced=made.minutes,
            total=made.total,
        )
    _check_aids(desk, made)
    return made


def _cut(
    document: Document, nodes: Iterable[Run | Box], tag: str
) -> tuple[list[Run | Box], list[_Part]]:
    """Return what stands before the first heading ``tag``, and the parts that those begin."""
    first: list[Run | Box] = []
    parts: list[_Part] = []
    for node in nodes:
        for piece in _pieces(node):
            if isinstance(piece, list) and piece[0].type == "heading_open" and piece[0].tag == tag:
                title = plain_text(piece[1].children or [])
                parts.append(_Part(title, span_of(document, piece), piece))
                continue
            into = parts[-1].nodes if parts else first
            if isinstance(piece, Box):
                into.append(piece)
            elif into and isinstance(into[-1], Run):
                into[-1].tokens.extend(piece)
            else:
                into.append(Run(list(piece)))
    return first, parts


def _pieces(node: Run | Box) -> Iterator[list[Token] | Box]:
    if isinstance(node, Box):
        yield node
    else:
        yield from groups(node.tokens)


def _place(desk: Desk, part: _Part, found: dict[str, _Part]) -> None:
    """Put a part under its key, or report why it has none."""
    names = {fold_key(name): key for key, spelled in PARTS.items() for name in spelled}
    key = names.get(fold_key(part.title))
    if key is None:
        known = tuple(spelled[0] for spelled in PARTS.values())
        desk.collector.add(
            "seance-partie-inconnue",
            part.span,
            text=part.title,
            suggestion=suggestion(part.title, known),
        )
    elif key in found:
        desk.collector.add(
            "seance-partie-repetee", part.span, text=part.title, line=found[key].span.line
        )
    else:
        found[key] = part


def _under(desk: Desk, document: Document, part: _Part | None) -> list[_Part]:
    """Return the parts that ``###`` headings make; report text before the first."""
    if part is None:
        return []
    lost, inner = _cut(document, part.nodes, "h3")
    for node in lost:
        span = node.span if isinstance(node, Box) else span_of(document, node.tokens)
        desk.collector.add("seance-texte-hors-etape", span, part=part.title)
    return inner


def _cards(desk: Desk, document: Document, part: _Part | None) -> tuple[Card, ...]:
    return tuple(
        Card(
            inner.span, inner.title,
            (*_head(desk, document, inner.head), *blocks(desk, document, inner.nodes, PLACE)),
        )
        for inner in _under(desk, document, part)
    )  # fmt: skip


def _head(desk: Desk, document: Document, tokens: list[Token]) -> tuple[Prose, ...]:
    made = prose(desk, document, tokens, PLACE)
    return () if made is None else (made,)


def _steps(desk: Desk, document: Document, part: _Part | None) -> tuple[Step, ...]:
    """Return the steps with their clock."""
    inner = _under(desk, document, part)
    if part is not None and not inner:
        desk.collector.add("seance-sans-deroulement", part.span)
    steps: list[Step] = []
    start = 0
    for one in inner:
        step = _step(desk, document, one, start)
        start += step.minutes
        steps.append(step)
    return tuple(steps)


def _step(desk: Desk, document: Document, part: _Part, start: int) -> Step:
    head, nodes, lines = list(part.head), list(part.nodes), {}
    if nodes and isinstance(nodes[0], Run):
        first, *rest = groups(nodes[0].tokens)
        if first[0].type == "bullet_list_open":
            lines = _lines(desk, document, first)
            head += first
            left: list[Token] = [token for group in rest for token in group]
            nodes[:1] = [Run(left)] if left else []
    minutes = _minutes(desk, part, lines)
    who = _who(desk, lines)
    return Step(
        span=part.span, title=part.title, start=start, minutes=minutes, who=who,
        material=lines["material"][0] if "material" in lines else "",
        training=lines["training"][0] if "training" in lines else "",
        community=lines["community"][0] if "community" in lines else "",
        head=_head(desk, document, head),
        body=tuple(
            made for node in nodes
            if (made := _piece(desk, document, node)) is not None
        ),
    )  # fmt: skip


def _piece(desk: Desk, document: Document, node: Run | Box) -> Block | None:
    if isinstance(node, Run):
        return prose(desk, document, node.tokens, PLACE)
    return block(desk, document, node, PLACE)


def _lines(desk: Desk, document: Document, tokens: list[Token]) -> dict[str, tuple[str, Span]]:
    """Return the settings of a step: text and place, by key."""
    names = {fold_key(name): key for key, spelled in LINES.items() for name in spelled}
    known = tuple(spelled[0] for spelled in LINES.values())
    found: dict[str, tuple[str, Span]] = {}
    for item in groups(tokens[1:-1]):
        span = span_of(document, item)
        inline = item[2] if len(item) == 5 and item[1].type == "paragraph_open" else None
        text = "" if inline is None else plain_text(inline.children or [])
        match = LINE.match(text)
        key = names.get(fold_key(match["key"])) if match else None
        simple = inline is not None and all(
            child.type in ("text", "softbreak") for child in inline.children or []
        )
        if match is None or key is None or not simple:
            wrong = text or (item[2].content if len(item) > 2 else "")
            best = known if key or not match else (suggestion(match["key"], known),)
            desk.collector.add(
                "seance-etape-ligne", span, text=wrong[:60], suggestion=", ".join(best)
            )
        elif key in found:
            desk.collector.add("seance-etape-repetee", span, name=match["key"])
        else:
            found[key] = (match["value"], span)
    return found


def _minutes(desk: Desk, part: _Part, lines: Mapping[str, tuple[str, Span]]) -> int:
    if "minutes" not in lines:
        desk.collector.add("seance-etape-sans-duree", part.span, text=part.title)
        return 0
    value, span = lines["minutes"]
    match = MINUTES.fullmatch(value)
    if match is None or int(match[1]) == 0:
        desk.collector.add(
            "seance-etape-valeur", span, name=LINES["minutes"][0], value=value or "—",
            expected="un nombre de minutes, comme « 5 min »",
            expected_en="a number of minutes, such as “5 min”",
        )  # fmt: skip
        return 0
    return int(match[1])


def _who(desk: Desk, lines: Mapping[str, tuple[str, Span]]) -> Role:
    if "who" not in lines:
        return "both"
    value, span = lines["who"]
    role: Role | None = ROLES.get(fold_key(value))  # type: ignore[assignment]
    if role is None:
        desk.collector.add(
            "seance-etape-valeur", span, name=LINES["who"][0], value=value or "—",
            expected=FACILITATION[0].shown, expected_en=FACILITATION[0].shown,
        )  # fmt: skip
    return role or "both"


def _check_aids(desk: Desk, made: Session) -> None:
    """Warn when one person's lines would run over her single page."""
    for role in ("training", "community"):
        size = sum(len(step.title) + len(getattr(step, role)) for step in made.steps)
        if size > AID_LIMIT:
            name = LINES[role][0]
            settings = desk.folder.session_settings
            assert settings is not None
            desk.collector.add(
                "seance-aide-memoire-longue", settings.span, role=name, size=size, limit=AID_LIMIT
            )
