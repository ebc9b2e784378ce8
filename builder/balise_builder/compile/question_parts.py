"""The parts of a question while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from balise_builder.compile.prose import groups
from balise_builder.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from balise_builder.compile.desk import Desk
    from balise_builder.markdown import Document
    from balise_builder.markdown.attributes import Attributes
    from balise_builder.model import Span


Shape = Literal["boxes", "pairs", "categories", "steps", "degrees", "stem"]
"""How the body of a question is written; "boxes" stands for answer lines too."""


@dataclass(slots=True)
class ReadChoice:
    """One option, term, thing to sort, step or degree."""

    span: Span
    right: bool
    attributes: Attributes
    text: list[Token] = field(default_factory=list)
    feedback: list[Token] = field(default_factory=list)
    target: int | None = None
    """Index in :attr:`Body.targets`."""
    number: str = ""
    """Of a step, as the author wrote it."""

    @property
    def words(self) -> str:
        """Return the words of its text."""
        return words_of_tokens(self.text)


@dataclass(slots=True)
class ReadTarget:
    """One definition or category."""

    span: Span
    words: str
    text: list[Token]
    letter: str | None = None
    """The letter that the author wrote."""
    again: list[Token] = field(default_factory=list)
    """The same words on other lines."""


@dataclass(slots=True)
class ReadAnswer:
    """One accepted answer."""

    span: Span
    text: str


@dataclass(slots=True)
class Body:
    """What a question holds, sorted."""

    shape: Shape = "boxes"
    stem: list[Token] = field(default_factory=list)
    choices: list[ReadChoice] = field(default_factory=list)
    targets: list[ReadTarget] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    """Indexes in :attr:`targets` by folded words."""
    answers: list[ReadAnswer] = field(default_factory=list)
    general: list[Token] | None = None
    level: str = ""
    """Tag of the headings of its categories."""
    unsupported: bool = False
    """A finding already says why there is nothing to answer."""


def words_of_tokens(tokens: Iterable[Token]) -> str:
    """Return the words of block tokens."""
    return " ".join(plain_text(t.children or []) for t in tokens if t.type == "inline").strip()


def items_of(group: list[Token]) -> list[list[Token]]:
    """Return the items of a list, each with its tokens."""
    return groups(group[1:-1])


def report_lazy(desk: Desk, document: Document, tokens: Iterable[Token]) -> None:
    """Report lines at the margin that CommonMark joins to the paragraph before (laziness)."""
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        for number in range(token.map[0] + 1, token.map[1]):
            line = document.scribe.lines[number]
            if line[:1].strip() and not line.startswith(">"):
                desk.collector.add("suite-a-la-marge", document.scribe.line_span(number))
