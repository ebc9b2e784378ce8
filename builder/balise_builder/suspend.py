"""The longest suspend data that a course can ever produce, exactly (tracking, "Suspend data").

Every part is independent of the others but for the form of an evaluation, so that the longest
text is the sum of the longest parts: nothing is sampled, nothing is rounded up, and a learner who
answers everything with its longest response reaches it (tests/builder/suspend).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from balise_builder import codec
from balise_builder.model import Course, Span
from balise_builder.model.scenario import HIGHEST
from balise_builder.model.walk import page_items, page_scenarios

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from balise_builder.model.scenario import Scenario


LIMIT = 4000
"""Characters that every SCORM 1.2 host holds (RTE 3.4.4), with a margin of 96."""

COURSE_FILE = "cours.md"


@dataclass(frozen=True, slots=True)
class Contributor:
    """How much one page, question, evaluation or scenario adds at worst."""

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
    response: str
    """One that takes the most characters (``state.ts``)."""
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
class _Scenario:
    id: str
    number: int
    scenes: tuple[int, ...]
    endings: tuple[int, ...]
    """Those that some choice leads to."""
    variables: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Shape:
    """All that the length of suspend data depends on."""

    key: str
    pages: tuple[tuple[str, int, Span], ...]
    practice: tuple[_Item, ...]
    evaluations: tuple[_Evaluation, ...]
    scenarios: tuple[_Scenario, ...]


def worst_case(course: Course | Mapping[str, Any], limit: int | None = None) -> Budget:
    """Return the exact bound for a course (the model, or course.json as read).

    :param limit: held to instead of the course's own (``limite-suspend``), else :data:`LIMIT`.
    """
    if isinstance(course, Course):
        shape, own = _of_model(course), course.suspend_limit
    else:
        shape, own = _of_json(course), LIMIT
    parts = [
        *_page_parts(shape), *_evaluation_parts(shape), *_scenario_parts(shape.scenarios),
        *_item_parts(shape.practice),
    ]  # fmt: skip
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
        entry = codec.item_entry(item.number, tries, item.response, first=True, now=True)
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
    sizes = sorted((len(codec.answer_entry(i.number, i.response)) for i in items), reverse=True)
    return sum(sizes[:draw])


def _scenario_parts(scenarios: Iterable[_Scenario]) -> Iterator[Contributor]:
    for one in scenarios:
        scene, ending = (max(found, default=None) for found in (one.scenes, one.endings))
        text = codec.scenario(one.number, scene, ending, [HIGHEST] * one.variables)
        yield Contributor(one.span, one.id, len(codec.segment("", text)))


def longest_response(
    kind: str, choices: Sequence[str], targets: Sequence[str], answers: Sequence[str],
    *, certainty: bool,
) -> str:  # fmt: skip
    """Return a response that no other of the item exceeds in characters.

    :param choices: letters; ``targets`` and ``answers`` too.
    """
    if kind in ("matching", "categorising"):
        # Two terms put to one target are never in alphabetical order: they stand as a sequence.
        found = ["".join(c + t for c in sorted(choices)) for t in targets]
    elif kind == "ordering":
        found = ["".join(sorted(choices, reverse=True)), *choices]
    elif kind == "open":
        found = ["a"]
    else:
        found = [*choices, *answers]
    longest = max(found, key=lambda said: len(codec.response(said)), default="")
    return longest + ("4" if certainty else "")


def _of_model(course: Course) -> _Shape:
    practice = [item for page in course.pages for item in page_items(page)]
    items = {
        item.id: _Item(
            item.id, item.number,
            longest_response(
                item.kind, *([one.letter for one in known] for known in
                (item.choices, item.targets, item.answers)), certainty=item.certainty,
            ),
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
                ),
                e.draw, e.attempts, e.span,
            )
            for e in course.asked
        ),
        tuple(_model_scenario(one) for page in course.pages for one in page_scenarios(page)),
    )  # fmt: skip


def _model_scenario(one: Scenario) -> _Scenario:
    led_to = {choice.target for scene in one.scenes for choice in scene.choices}
    return _Scenario(
        one.id, one.number,
        tuple(s.number for s in one.scenes),
        tuple(s.number for s in one.scenes if s.end and s.id in led_to),
        len(one.variables), one.span,
    )  # fmt: skip


def _of_json(course: Mapping[str, Any]) -> _Shape:
    span = Span.whole(COURSE_FILE)
    items = {
        item["id"]: _Item(
            item["id"], item["n"],
            longest_response(
                item["kind"], *([one["id"] for one in item[part]] for part in
                ("choices", "targets", "answers")), certainty=item["certainty"],
            ),
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
        tuple(_json_scenario(one, span) for one in course["scenarios"]),
    )  # fmt: skip


def _json_scenario(one: Mapping[str, Any], span: Span) -> _Scenario:
    led_to = {choice["to"] for scene in one["scenes"] for choice in scene["choices"]}
    return _Scenario(
        one["id"], one["n"],
        tuple(s["n"] for s in one["scenes"]),
        tuple(s["n"] for s in one["scenes"] if s["end"] and s["id"] in led_to),
        len(one["variables"]), span,
    )  # fmt: skip
