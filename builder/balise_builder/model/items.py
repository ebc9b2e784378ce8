"""Questions, evaluations and the rule of completion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from balise_builder.model.blocks import Block
    from balise_builder.model.span import Span

ItemKind = Literal[
    "single", "multiple", "true-false", "short-text", "number",
    "matching", "categorising", "ordering", "scale", "open",
]  # fmt: skip
Moment = Literal["before", "after", "followup"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a closed question."""

    span: Span
    letter: str
    """``a``, ``b``… frozen in ``ids.lock``; never reused, so not always consecutive."""
    text: tuple[Block, ...]
    right: bool
    feedback: tuple[Block, ...] = ()
    fixed: bool = False
    """Keeps its place when the question is shuffled."""
    target: str | None = None
    """Letter of the right :class:`Target` (matching, categorising)."""
    idea: str | None = None
    """Id of the misconception (``idees.yaml``) behind a wrong choice."""


@dataclass(frozen=True, slots=True)
class Target:
    """A definition (matching) or a category (categorising) that choices are put to."""

    span: Span
    letter: str
    """Of a series of its own in ``ids.lock``."""
    text: tuple[Block, ...]
    again: tuple[Block, ...] = ()
    """The same words where other lines repeat them: shown once, yet none is lost."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One accepted answer of a short text, as the author wrote it (quotes removed)."""

    span: Span
    letter: str
    text: str
    value: float | None = None
    """The number that ``text`` says, when the question asks for a number."""
    tolerance: float | None = None
    """How far from ``value`` an answer may be (``12 ± 2``)."""


@dataclass(frozen=True, slots=True)
class LightWording:
    """The same question in lighter words: same choices, same key, same feedback."""

    span: Span
    stem: tuple[Block, ...]
    choices: tuple[tuple[Block, ...], ...] = ()
    """What stands for each choice, in their order; empty keeps the words of the choices."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question, in practice or in an evaluation."""

    span: Span
    id: str
    number: int
    """The small integer of ``ids.lock`` that suspend data uses; never reused."""
    kind: ItemKind
    stem: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    """Options; terms, things to sort, steps in the right order, degrees from low to high."""
    targets: tuple[Target, ...] = ()
    answers: tuple[Answer, ...] = ()
    general: tuple[Block, ...] = ()
    """Feedback shown after any answer (the alert after the choices)."""
    points: int = 1
    tries: int | None = None
    """Attempts allowed in practice; ``None`` is unlimited."""
    shuffle: bool = False
    partial: bool = False
    exact: bool = False
    """Short text: compare literally, do not fold accents, case and spaces."""
    objective: str | None = None
    situation: Literal["concerning", "ordinary"] | None = None
    form: Literal["A", "B", "C"] | None = None
    certainty: bool = False
    """Asks how sure one is, for calibration."""
    variants: tuple[tuple[tuple[str, str], ...], ...] = ()
    """``variantes``: what stands for ``{{prénom}}``, ``{{il}}``…, one tuple of pairs a variant."""
    light: LightWording | None = None
    """What a learner reads who asked for lighter words; which one was read is never recorded."""

    def lightened(self) -> Item:
        """Return the item in its lighter words; itself when it has none."""
        if self.light is None:
            return self
        words = self.light.choices or tuple(choice.text for choice in self.choices)
        choices = tuple(
            replace(choice, text=text) for choice, text in zip(self.choices, words, strict=True)
        )
        return replace(self, stem=self.light.stem, choices=choices)


@dataclass(frozen=True, slots=True)
class Form:
    """One parallel form: the items in the order of the bank."""

    name: str
    """``A``, ``B``; ``-`` when the evaluation has a single, unnamed form."""
    item_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A scored set of items, with parallel forms when the bank has them."""

    span: Span
    id: str
    number: int
    moment: Moment
    page_id: str
    forms: tuple[Form, ...]
    intro: tuple[Block, ...] = ()
    bank: str | None = None
    draw: int | None = None
    """``tirage``: how many items are drawn from a bank without forms."""
    attempts: int | None = None
    """``tentatives``: ``None`` is unlimited."""


@dataclass(frozen=True, slots=True)
class CompletionRule:
    """What it takes to complete and to pass; the same data decides in every host."""

    pages_percent: int = 100
    """Share of counted pages to read, 0–100; 0 when only the evaluation counts."""
    evaluation_id: str | None = None
    threshold_points: int | None = None
    """``None``: the evaluation is diagnostic, nothing is passed or failed."""
    threshold_of: int | None = None
    threshold_set_by: str = ""
    report_failed: bool = False
    """``en cas d'échec : échec``: send *failed* once attempts are used up."""
