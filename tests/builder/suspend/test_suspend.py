"""The bound of suspend data: the player's own texts, reached and never exceeded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builder import asked
from tests.builder.story import write_story
from tests.vary import golden, sample

from balise_builder import codec
from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.contract import to_json
from balise_builder.model import (
    Choice,
    Course,
    Evaluation,
    EvaluationBlock,
    Form,
    Item,
    ItemBlock,
    Page,
    Scenario,
    ScenarioBlock,
    Scene,
    SceneChoice,
    Span,
    Variable,
)
from balise_builder.suspend import worst_case
from balise_xblocks.grade import canonical

if TYPE_CHECKING:
    from collections.abc import Callable

WORST = golden("codec/worst.json")
HERE = Span("01-un.md", 7)


@pytest.mark.parametrize("vector", golden("codec/vectors.json"), ids=lambda v: v["name"])
def test_codec_writes_what_the_player_writes(vector: dict[str, Any]) -> None:
    course = sample(vector["course"])
    assert codec.encode(course, vector["state"], vector["stamp"]) == vector["text"]


@pytest.mark.parametrize("vector", WORST, ids=lambda v: v["name"])
def test_the_bound_is_reached_by_the_fullest_state(vector: dict[str, Any]) -> None:
    course = sample(vector["course"])
    assert worst_case(course).worst == vector["worst"]
    assert len(codec.encode(course, vector["state"])) == vector["worst"]


@st.composite
def responses(draw: st.DrawFn, item: dict[str, Any]) -> str:
    """Draw what a learner may answer, by the kind of the item; junk in part."""
    letters = [known["id"] for known in (*item["choices"], *item["answers"])]
    said = draw(st.permutations(letters))[: draw(st.integers(0, len(letters)))]
    if item["targets"]:
        targets = st.sampled_from([target["id"] for target in item["targets"]])
        said = [choice + draw(targets) for choice in said]
    junk = draw(st.sampled_from(["", "", "", "a", "zz", "9", "~("]))
    return canonical(item, "".join([*said, junk, draw(st.sampled_from(["", *"1234"]))]))


@st.composite
def states(draw: st.DrawFn, course: dict[str, Any]) -> dict[str, Any]:
    """Draw any state that the player can be in, by the shape of its parts."""
    kept = [p["id"] for p in course["pages"] if p["kind"] not in ("privacy", "help")]
    items = {
        i["id"]: {
            "tries": draw(st.integers(1, i["tries"] or codec.MOST_TRIES)),
            "last": draw(responses(i)),
            "firstRight": draw(st.booleans()), "lastRight": draw(st.booleans()),
        }
        for i in course["items"] if i["page"] and draw(st.booleans())
    }  # fmt: skip
    evaluations = {e["id"]: draw(evaluations_of(course, e)) for e in course["evaluations"]}
    scenarios = {s["id"]: draw(ways(s)) for s in course["scenarios"] if draw(st.booleans())}
    place = draw(st.sampled_from(["", *kept]))
    read = draw(st.lists(st.sampled_from(kept), unique=True))
    return {
        "seed": "ab", "place": place, "read": read, "items": items, "evaluations": evaluations,
        "scenarios": scenarios,
    }  # fmt: skip


@st.composite
def evaluations_of(draw: st.DrawFn, course: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    by_id = {item["id"]: item for item in course["items"]}
    result = {"points": draw(st.integers(0, 2600)), "possible": 2600}
    form = draw(st.sampled_from(one["forms"]))
    ids = draw(st.permutations(form["items"]))[: one["draw"]]
    answers = {i: draw(responses(by_id[i])) for i in ids if draw(st.booleans())}
    done = draw(st.booleans())
    return {
        "form": form["name"], "drawn": ids if one["draw"] else None,
        "current": None if done else answers, "last": answers if done else None,
        "attempts": draw(st.integers(0, one["attempts"] or codec.MOST_ATTEMPTS)),
        "first": result if done else None, "best": result if done else None,
    }  # fmt: skip


@st.composite
def ways(draw: st.DrawFn, scenario: dict[str, Any]) -> dict[str, Any]:
    """Draw where a learner stands in a scenario: an ending is one that a choice leads to."""
    scenes = scenario["scenes"]
    led_to = {choice["to"] for scene in scenes for choice in scene["choices"]}
    endings = [scene["id"] for scene in scenes if scene["end"] and scene["id"] in led_to]
    return {
        "scene": draw(st.sampled_from([scene["id"] for scene in scenes])),
        "variables": [draw(st.integers(0, 9)) for _ in scenario["variables"]],
        "ending": draw(st.sampled_from([None, *endings])),
    }


@pytest.mark.parametrize("vector", WORST, ids=lambda v: v["name"])
@given(data=st.data())
def test_no_state_exceeds_the_bound(vector: dict[str, Any], data: st.DataObject) -> None:
    course = sample(vector["course"])
    text = codec.encode(course, data.draw(states(course)), "zz")
    assert len(text) <= worst_case(course).worst
    assert text.isascii()


def test_contributors_add_up_and_the_largest_comes_first() -> None:
    budget = worst_case(sample())
    sizes = [part.size for part in budget.contributors]
    assert sizes == sorted(sizes, reverse=True)
    assert {part.name for part in budget.contributors[:2]} == {"avant", "bilan"}
    empty = {**sample(), "pages": [], "items": [], "evaluations": [], "scenarios": []}
    frame = len(codec.segment("", "P")) + len(codec.segment("", "I0"))
    assert budget.worst - sum(sizes) == worst_case(empty).worst + frame


def item(number: int, letters: str, page: bool = False) -> Item:
    choices = tuple(Choice(HERE, letter, (), right=letter == "a") for letter in letters)
    return Item(Span("banque.md", number), f"q{number}", number, "single", (), choices)


def model() -> Course:
    practice = ItemBlock(item(1, "abcdef"))
    page = Page(
        HERE, "un", 3, "01-un.md", "capsule", "Un", None, sensitive=True, before=(), notice=None,
        light=(practice,), body=(practice, EvaluationBlock(HERE, "bilan")),
    )  # fmt: skip
    forms = (Form("A", ("q2",)), Form("B", ("q3",)), Form("C", ("q4", "q5")))
    bank = tuple(item(n, "abc") for n in (2, 3, 4, 5))
    later = Evaluation(HERE, "suivi", 2, "followup", "un", forms)
    now = Evaluation(Span("cours.md", 9), "bilan", 1, "after", "un", forms)
    return Course(
        Path(), "c", "Zq81Ab", "C", "1", "fr-CA", "draft", "result", (page,),
        evaluations=(now, later), bank_items=bank, suspend_limit=48_000,
    )  # fmt: skip


def test_the_model_gives_places_and_leaves_out_what_comes_later() -> None:
    budget = worst_case(model())
    named = [(part.span.file, part.span.line, part.name, part.size) for part in budget.contributors]
    assert named == [
        ("cours.md", 9, "bilan", len("E1-_V0000000000") + len("22") + len("34.") - 1 + 1),
        ("banque.md", 1, "q1", 4),
        ("01-un.md", 7, "un", 1),
    ]
    assert budget.limit == 48_000
    assert worst_case(model(), limit=4000).limit == 4000


def scenario(line: int, *numbers: int) -> ScenarioBlock:
    """Return scenes in a row: each leads to the next, the last is an ending."""
    ids = [f"s{number}" for number in numbers]
    ways = [(SceneChoice(HERE, "a", (), target),) for target in ids[1:]]
    scenes = tuple(
        Scene(HERE, scene_id, number, "", (), choices, end=not choices)
        for scene_id, number, choices in zip(ids, numbers, [*ways, ()], strict=True)
    )
    variables = (Variable(HERE, "confiance", 0), Variable(HERE, "heure", 8))
    span = Span("01-un.md", line)
    return ScenarioBlock(Scenario(span, f"l{line}", line, ids[0], scenes, variables))


def test_scenarios_are_named_with_their_longest_scene_and_ending() -> None:
    page = model().pages[0]
    blocks = (scenario(20, 1, 2, 3), scenario(40, 33, 1, 1024))
    grown = replace(model(), pages=(replace(page, body=(*page.body, *blocks)),))
    added = worst_case(grown).worst - worst_case(model()).worst
    named = {part.name: (part.span.line, part.size) for part in worst_case(grown).contributors}
    assert named["l20"] == (20, len("SK3399") + len("cc."))
    assert named["l40"] == (40, len("Se1" + "WW1" * 2 + "99") + len("cc."))
    assert added == named["l20"][1] + named["l40"][1]


@pytest.mark.parametrize("write", [asked.write, write_story])
def test_the_model_and_its_course_json_have_one_bound(
    write: Callable[[Path], Path], tmp_path: Path
) -> None:
    course = load(write(tmp_path), Options()).course
    assert course is not None
    model, data = worst_case(course), worst_case(to_json(course))
    sizes = [{part.name: part.size for part in one.contributors} for one in (model, data)]
    assert (model.worst, sizes[0]) == (data.worst, sizes[1])


def test_ten_questions_two_evaluations_of_ten_and_a_scenario_stay_far_below_600() -> None:
    course = sample()
    question = course["items"][0]
    course["items"] = [
        {**question, "id": f"q{n}", "n": n, "page": "signaux" if n <= 10 else None}
        for n in range(1, 31)
    ]
    forms = [
        {"name": name, "items": [f"q{n}" for n in numbers]}
        for name, numbers in (("A", range(11, 21)), ("B", range(21, 31)))
    ]
    for evaluation in course["evaluations"]:
        evaluation["forms"] = forms
    course["scenarios"] = sample({"base": "kinds"})["scenarios"][:1]
    assert worst_case(course).worst <= 210
