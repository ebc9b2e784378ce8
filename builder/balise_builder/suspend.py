"""The longest suspend data that a course can ever produce, exactly (tracking, "Suspend data").

Every part is independent of the others but for the form of an evaluation, so that the longest
text is the sum of the longest parts: nothing is sampled, nothing is rounded up, and a learner who
answers everything with the last letter reaches it (tests/builder/suspend).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from balise_builder import codec
from balise_builder.model import Course, Span
from balise_builder.model.walk import page_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


LIMIT = 4000
"""Characters that every SCORM 1.2 host holds (RTE 3.4.4), with a margin of 96."""

COURSE_FILE = "cours.md"


@dataclass(frozen=True, slots=True)
class Contributor:
    """How much one page, question or evaluation adds at worst."""

    span: Span
    name: str
    """Its id."""
    size: int
    """Characters."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The worst case, the limit it is held to, and what it is made of."""

    worst: int
    """Characters; ASCII, so bytes too."""
    limit: int
    contributors: tuple[Contributor, ...]
    """Largest first. Their sum is ``worst`` less the fixed frame (key, head, marks)."""


@dataclass(frozen=True, slots=True)
class _Item:
    id: str
    number: int
    last_letter: str
    """The highest letter: one character for each five letters up to it."""
    tries: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Evaluation:
    id: str
    number: int
    forms: tuple[tuple[str, tuple[_Item, ...]], ...]
    draw: int | None
    attempts: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Shape:
    """All that the length of suspend data depends on."""

    key: str
    pages: tuple[tuple[str, int, Span], ...]
    practice: tuple[_Item, ...]
    evaluations: tuple[_Evaluation, ...]


def worst_case(course: Course | Mapping[str, Any], limit: int | None = None) -> Budget:
    """Return the exact bound for a course (the model, or course.json as read).

    :param limit: held to instead of the course's own (``limite-suspend``), else :data:`LIMIT`.
    """
    if isinstance(course, Course):
        shape, own = _of_model(course), course.suspend_limit
    else:
        shape, own = _of_json(course), LIMIT
    parts = [*_page_parts(shape), *_evaluation_parts(shape), *_item_parts(shape.practice)]
    frame = len(codec.join(shape.key, [codec.head("00", "00", _longest_place(shape))]))
    frame += len(codec.segment("", "P")) if shape.pages else 0
    blocks = {(item.number - 1) // codec.BLOCK for item in shape.practice}
    frame += sum(len(codec.segment("", "I" + codec.varint(block))) for block in blocks)
    parts.sort(key=lambda part: (-part.size, part.span, part.name))
    return Budget(frame + sum(part.size for part in parts), limit or own, tuple(parts))


def _longest_place(shape: _Shape) -> int | None:
    return max((number for _, number, _ in shape.pages), default=None)


def _page_parts(shape: _Shape) -> Iterator[Contributor]:
    """Yield the digits of the pages read; a page adds those that no lower number needs."""
    digits = 0
    for name, number, span in sorted(shape.pages, key=lambda page: page[1]):
        needed = len(codec.pages([number])) - 1
        yield Contributor(span, name, needed - digits)
        digits = needed


def _item_parts(items: Iterable[_Item]) -> Iterator[Contributor]:
    for item in items:
        tries = codec.MOST_TRIES if item.tries is None else item.tries
        entry = codec.item_entry(item.number, tries, item.last_letter, first=True, now=True)
        yield Contributor(item.span, item.id, len(entry))


def _evaluation_parts(shape: _Shape) -> Iterator[Contributor]:
    """Yield each evaluation with all its attempts used and its longest form answered whole."""
    for one in shape.evaluations:
        attempts = codec.MOST_ATTEMPTS if one.attempts is None else one.attempts
        results = codec.result(0, 0) * 2
        frame = codec.evaluation_head(one.number, "-", 0, attempts, results)
        answers = max((_longest(items, one.draw) for _, items in one.forms), default=0)
        yield Contributor(one.span, one.id, len(codec.segment("", frame)) + answers)


def _longest(items: Iterable[_Item], draw: int | None) -> int:
    """Return the length of the answers of a form, or of its longest draw."""
    sizes = sorted((len(codec.answer_entry(i.number, i.last_letter)) for i in items), reverse=True)
    return sum(sizes[:draw])


def _highest(letters: list[str]) -> str:
    return max(letters, default="")


def _of_model(course: Course) -> _Shape:
    practice = [item for page in course.pages for item in page_items(page)]
    items = {
        item.id: _Item(
            item.id, item.number,
            _highest([*(c.letter for c in item.choices), *(a.letter for a in item.answers)]),
            item.tries, item.span,
        )
        for item in (*course.bank_items, *practice)
    }  # fmt: skip
    return _Shape(
        course.key,
        tuple((page.id, page.number, page.span) for page in course.pages),
        tuple(items[i] for i in dict.fromkeys(i.id for i in practice)),
        tuple(
            _Evaluation(
                e.id, e.number,
                tuple(
                    (f.name, tuple(items[i] for i in f.item_ids))
                    for f in e.forms
                    if f.name != "C"
                ),
                e.draw, e.attempts, e.span,
            )
            for e in course.evaluations
            if e.moment != "followup"
        ),
    )  # fmt: skip


def _of_json(course: Mapping[str, Any]) -> _Shape:
    span = Span.whole(COURSE_FILE)
    items = {
        item["id"]: _Item(
            item["id"], item["n"],
            _highest([known["id"] for known in (*item["choices"], *item["answers"])]),
            item["tries"], span,
        )
        for item in course["items"]
    }  # fmt: skip
    return _Shape(
        course["key"],
        tuple(
            (p["id"], p["n"], span) for p in course["pages"] if p["kind"] not in ("privacy", "help")
        ),
        tuple(items[i["id"]] for i in course["items"] if i["page"] is not None),
        tuple(
            _Evaluation(
                e["id"], e["n"],
                tuple((f["name"], tuple(items[i] for i in f["items"])) for f in e["forms"]),
                e["draw"], e["attempts"], span,
            )
            for e in course["evaluations"]
        ),
    )  # fmt: skip
