"""The bound holds for courses of any shape, and a walk of real events reaches it."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vary import sample

from balise_builder import codec
from balise_builder.suspend import worst_case
from balise_xblocks.grade import canonical
from balise_xblocks.progress import apply, new_state

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (
    "single", "multiple", "true-false", "short-text", "number",
    "matching", "categorising", "ordering", "scale", "open",
)  # fmt: skip
LETTERS = st.lists(st.sampled_from(ascii_lowercase), min_size=1, max_size=9, unique=True)
Event = dict[str, Any]


def numbers(count: int) -> st.SearchStrategy[list[int]]:
    number = st.one_of(st.integers(1, 70), st.integers(1, 2000))
    return st.lists(number, min_size=count, max_size=count, unique=True)


@st.composite
def courses(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a course of every kind of question and two scenarios, of a long life."""
    course = sample({"base": "kinds"})
    for item, number in zip(course["items"], draw(numbers(len(course["items"]))), strict=True):
        item.update(draw(item_fields()), n=number)
    for page, number in zip(course["pages"], draw(numbers(3)), strict=False):
        page["n"] = number
    for evaluation, number in zip(course["evaluations"], draw(numbers(2)), strict=True):
        count = len(evaluation["forms"][0]["items"])
        evaluation.update(
            n=number, draw=draw(st.one_of(st.none(), st.integers(1, count))),
            attempts=draw(st.one_of(st.none(), st.integers(1, 40))),
        )  # fmt: skip
    course["scenarios"] = [
        {**one, "n": number, **draw(scenario_fields())}
        for one, number in zip(course["scenarios"], draw(numbers(2)), strict=True)
    ]
    return course


@st.composite
def item_fields(draw: st.DrawFn) -> dict[str, Any]:
    kind, letters = draw(st.sampled_from(KINDS)), draw(LETTERS)
    targets = draw(LETTERS) if kind in ("matching", "categorising") else []
    typed = kind in ("short-text", "number")
    choices = [] if typed or kind == "open" else letters
    return {
        "kind": kind,
        "certainty": draw(st.booleans()),
        "tries": draw(st.one_of(st.none(), st.integers(1, 20))),
        "choices": [{"id": c, "right": False, "target": (targets or [""])[0]} for c in choices],
        "targets": [{"id": letter} for letter in targets],
        "answers": [{"id": c, "text": c, "value": 1, "tolerance": 0} for c in letters if typed],
    }


@st.composite
def scenario_fields(draw: st.DrawFn) -> dict[str, Any]:
    """Draw scenes in a ring, endings among them, and one that no choice leads to."""
    found = draw(numbers(draw(st.integers(2, 6))))
    lost = {"id": "lost", "n": found.pop(), "end": draw(st.booleans()), "choices": []}
    ids = [f"s{number}" for number in found]
    after = [*ids[1:], ids[0]]
    way = {"id": "a", "conditions": [], "effects": []}
    return {
        "start": ids[0],
        "variables": [{"name": "v", "value": v} for v in draw(st.lists(st.integers(0, 9)))][:4],
        "scenes": [
            {"id": i, "n": n, "end": draw(st.booleans()), "choices": [{**way, "to": to}]}
            for i, n, to in zip(ids, found, after, strict=True)
        ]
        + [lost],
    }


def candidates(item: dict[str, Any]) -> Iterator[str]:
    """Yield responses of every form that could be the longest; not as the bound finds them."""
    choices, targets = ([one["id"] for one in item[part]] for part in ("choices", "targets"))
    for sure in ("", "1", "4"):
        for answer in (*item["answers"], *item["choices"], {"id": "a"}):
            yield answer["id"] + sure
        yield from ("".join(order) + sure for order in (choices, sorted(choices), choices[::-1]))
        yield "".join(sorted(choices, reverse=True)) + sure
        for target in targets:
            yield from (f"{choice}{target}{sure}" for choice in choices)
            yield "".join(choice + target for choice in choices) + sure


def longest(item: dict[str, Any]) -> str:
    said = [canonical(item, one) for one in candidates(item)]
    return max(said, key=lambda one: len(codec.response(one)))


def fullest_walk(course: dict[str, Any]) -> Iterator[Event]:
    """Yield the events of a learner who does everything, at the greatest length."""
    items = {item["id"]: item for item in course["items"]}
    said = {item_id: longest(item) for item_id, item in items.items()}
    for item in (i for i in course["items"] if i["page"]):
        for _ in range(item["tries"] or codec.MOST_TRIES):
            yield {"type": "item-answered", "item": item["id"], "response": said[item["id"]]}
    for one in course["evaluations"]:
        ids = one["forms"][0]["items"]
        size = {i: len(codec.answer_entry(items[i]["n"], said[i])) for i in ids}
        drawn = sorted(ids, key=lambda i: -size[i])
        attempts = one["attempts"] or codec.MOST_ATTEMPTS
        for attempt in range(attempts):
            start = {"type": "evaluation-started", "form": "-", "drawn": drawn}
            yield {**start, "evaluation": one["id"]}
            for i in ids if attempt == attempts - 1 else ():
                answered = {"item": i, "response": said[i], "evaluation": one["id"]}
                yield {"type": "evaluation-answered", **answered}
            yield {"type": "evaluation-finished", "evaluation": one["id"]}
    yield from scenario_walk(course)
    for page in course["pages"]:
        yield {"type": "page-read", "page": page["id"]}
    yield {"type": "page-opened", "page": max(course["pages"], key=lambda p: p["n"])["id"]}


def scenario_walk(course: dict[str, Any]) -> Iterator[Event]:
    """Yield a way to the ending, then to the scene, of the greatest number."""
    for one in course["scenarios"]:
        ring = [scene for scene in one["scenes"] if scene["choices"]]
        goal = max((s for s in ring if s["end"]), key=lambda s: s["n"], default=None)
        back = {
            "type": "scene-returned", "scenario": one["id"],
            "variables": [variable["value"] for variable in one["variables"]],
        }  # fmt: skip
        if goal is not None:
            yield {**back, "scene": ring[ring.index(goal) - 1]["id"]}
            yield {"type": "scene-chosen", "scenario": one["id"], "choice": "a"}
        yield {**back, "scene": max(one["scenes"], key=lambda s: s["n"])["id"]}


@settings(max_examples=30, deadline=None)
@given(course=courses(), data=st.data())
def test_a_walk_reaches_the_bound_and_none_exceeds_it(
    course: dict[str, Any], data: st.DataObject
) -> None:
    worst = worst_case(course).worst
    state = new_state("__")
    kept = list(fullest_walk(course))
    stops = data.draw(st.sets(st.integers(0, len(kept)), max_size=20))
    for at, event in enumerate(kept):
        state = apply(course, state, event)
        if at in stops:
            assert len(codec.encode(course, state)) <= worst
    assert len(codec.encode(course, state)) == worst
