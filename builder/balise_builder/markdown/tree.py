"""Pairing of container fences: from the flat tokens to boxes and runs of prose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

from balise_builder.diagnostics import Fix
from balise_builder.markdown.attributes import Attributes, understand
from balise_builder.markdown.names import (
    CONTAINERS,
    ContainerSpec,
    container_names,
    containers,
    suggestion,
)
from balise_builder.source.folding import fold_key, slip

if TYPE_CHECKING:
    from balise_builder.markdown.places import Scribe
    from balise_builder.model import Span

DEEPEST = 8


@dataclass(slots=True)
class Run:
    """Consecutive CommonMark blocks.

    A box inside a list item or quote is a token ``block`` whose ``meta["box"]`` is the
    :class:`Box`.
    """

    tokens: list[Token] = field(default_factory=list)


@dataclass(slots=True)
class Box:
    """One container with what it holds."""

    key: str
    """Canonical name (:data:`~balise_builder.markdown.names.CONTAINERS`); "" when unknown."""
    name: str
    """As the author wrote it."""
    span: Span
    """The opening line."""
    colons: int
    attributes: Attributes
    id_at: Span
    """Where an id can be inserted (empty span)."""
    id_text: str
    """``{id}`` is replaced by the id: what is to be inserted at :attr:`id_at`."""
    lines: tuple[int, int] = (0, 0)
    """First line after the opening and attribute lines, line of the closing one (from 0)."""
    nodes: list[Run | Box] = field(default_factory=list)
    closed: bool = False
    """Whether its closing line stands; what an unclosed box holds is not the author's wish."""


@dataclass(slots=True)
class Note:
    """One footnote of the page."""

    label: str
    span: Span
    nodes: list[Run | Box] = field(default_factory=list)


@dataclass(slots=True)
class _Level:
    """What is being filled: the page, a footnote, an open box, or a list item or quote."""

    nodes: list[Run | Box]
    box: Box | None = None
    tokens: list[Token] | None = None
    """Tokens of the run that a list item or quote belongs to; boxes become tokens there."""

    def add(self, token: Token) -> None:
        """Add a token of prose."""
        if self.tokens is not None:
            self.tokens.append(token)
        elif self.nodes and isinstance(self.nodes[-1], Run):
            self.nodes[-1].tokens.append(token)
        else:
            self.nodes.append(Run([token]))

    def add_box(self, box: Box) -> None:
        """Add a box."""
        if self.tokens is None:
            self.nodes.append(box)
        else:
            self.tokens.append(Token("block", "", 0, block=True, meta={"box": box}))


def grow(tokens: list[Token], scribe: Scribe) -> tuple[list[Run | Box], list[Note]]:
    """Return what the file holds: runs and boxes in order, and its footnotes."""
    grower = _Grower(scribe)
    for token in tokens:
        grower.take(token)
    grower.close_boxes(0)
    return grower.root, grower.notes


class _Grower:
    def __init__(self, scribe: Scribe) -> None:
        self.scribe = scribe
        self.root: list[Run | Box] = []
        self.notes: list[Note] = []
        self.levels = [_Level(self.root)]
        self.floors = [0]
        """Index in ``levels`` under which a closing fence cannot reach."""
        self.open = 0
        """How many boxes are open."""
        self.flat = [0]
        """By floor, how many openings too deep to hold anything await their closing fence."""

    def take(self, token: Token) -> None:
        """Place one token."""
        if token.type == "container_open":
            self.open_box(token)
        elif token.type == "container_close":
            self.close_box(token)
        elif token.type == "footnote_reference_open":
            assert token.map is not None
            note = Note(token.meta["label"], self.scribe.line_span(token.map[0]))
            self.notes.append(note)
            self.enter(_Level(note.nodes))
        elif token.type == "footnote_reference_close":
            self.leave()
        elif token.nesting > 0:
            top = self.levels[-1]
            top.add(token)
            run = top.tokens
            if run is None:
                last = top.nodes[-1]
                assert isinstance(last, Run)
                run = last.tokens
            self.enter(_Level(top.nodes, top.box, run))
        elif token.nesting < 0:
            self.leave()
            self.levels[-1].add(token)
        else:
            self.levels[-1].add(token)

    def enter(self, level: _Level) -> None:
        """Begin a list item, quote or footnote."""
        self.floors.append(len(self.levels))
        self.flat.append(0)
        self.levels.append(level)

    def leave(self) -> None:
        """End a list item, quote or footnote: what is still open in it was never closed."""
        floor = self.floors.pop()
        self.flat.pop()
        self.close_boxes(floor)
        del self.levels[floor:]

    def close_boxes(self, floor: int) -> None:
        """Report the boxes that are open above ``floor`` and close them."""
        while len(self.levels) - 1 > floor:
            box = self.levels.pop().box
            assert box is not None
            self.open -= 1
            box.lines = (box.lines[0], max(box.lines[0], box.lines[1]))
            self.scribe.report("conteneur-non-ferme", box.span, name=box.name)

    def open_box(self, token: Token) -> None:
        """Start a box."""
        scribe, meta = self.scribe, token.meta
        assert token.map is not None
        span = scribe.span(meta["start"], meta["end"])
        spec = containers().get(fold_key(meta["name"]))
        if not meta["name"]:
            scribe.report("conteneur-sans-nom", span)
        elif spec is None:
            scribe.report(
                "conteneur-inconnu",
                span,
                self.mended(meta),
                name=meta["name"],
                suggestion=suggestion(meta["name"], container_names()),
            )
        box = self.make_box(token, spec, span)
        if self.open >= DEEPEST:
            if not any(self.flat):
                scribe.report("conteneur-trop-profond", span, deepest=DEEPEST)
            self.flat[-1] += 1
            return
        self.open += 1
        self.levels[-1].add_box(box)
        self.levels.append(_Level(box.nodes, box))

    def mended(self, meta: dict[str, Any]) -> Fix | None:
        """Return the correction of a name that is one slip away from a known one."""
        known = slip(meta["name"], container_names())
        end: int = meta["name_end"]
        return Fix(self.scribe.span(end - len(meta["name"]), end), known) if known else None

    def make_box(self, token: Token, spec: ContainerSpec | None, span: Span) -> Box:
        """Return the box of an opening fence, its attributes understood."""
        scribe, meta = self.scribe, token.meta
        attributes = Attributes()
        if spec is not None:
            attributes = understand(
                meta["raws"], spec.attributes, scribe, takes_id=spec.has_id, owner=spec.names[0]
            )
        brace = meta.get("brace")
        at = meta["name_end"] if brace is None else brace + 1
        text = " {{#{id}}}" if brace is None else "#{id} "
        assert token.map is not None
        return Box(
            spec.key if spec is not None else "", meta["name"] or "?", span,
            meta["colons"], attributes, scribe.span(at, at), text,
            (token.map[1], token.map[1]),
        )  # fmt: skip

    def close_box(self, token: Token) -> None:
        """End the innermost open box, if the fence can."""
        scribe, meta = self.scribe, token.meta
        span = scribe.span(meta["start"], meta["end"])
        if self.flat[-1]:
            self.flat[-1] -= 1
            return
        floor = self.floors[-1]
        box = self.levels[-1].box if len(self.levels) - 1 > floor else None
        if box is None:
            scribe.report("fermeture-sans-ouverture", span)
            return
        if meta["colons"] != box.colons and self.mixed(floor):
            scribe.report(
                "fermeture-deux-points",
                span,
                colons=":" * box.colons,
                name=box.name,
                line=box.span.line,
                found=":" * meta["colons"],
            )
        if meta["name"] and not _same(meta["name"], box.name):
            scribe.report(
                "fermeture-autre-nom", span, found=meta["name"], name=box.name, line=box.span.line
            )
        assert token.map is not None
        box.lines = (box.lines[0], token.map[0])
        box.closed = True
        self.open -= 1
        self.levels.pop()

    def mixed(self, floor: int) -> bool:
        """Return whether the boxes open above ``floor`` have different numbers of colons."""
        return len({level.box.colons for level in self.levels[floor + 1 :] if level.box}) > 1


def _same(one: str, other: str) -> bool:
    """Return whether two names are those of the same container."""
    specs = containers()
    first, second = specs.get(fold_key(one)), specs.get(fold_key(other))
    return fold_key(one) == fold_key(other) or (first is not None and first is second)


def spec_of(key: str) -> ContainerSpec:
    """Return the container of a canonical key."""
    return next(spec for spec in CONTAINERS if spec.key == key)
