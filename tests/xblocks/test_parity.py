"""The Python counterparts and the player decide alike, far beyond the golden vectors."""

from __future__ import annotations

import json
import subprocess
from random import Random
from typing import Any

from builder.frontend import ROOT, node_command
from tests.vary import golden, sample

from balise_builder import codec
from balise_xblocks.completion import status
from balise_xblocks.grade import canonical, grade, match
from balise_xblocks.number import readings
from balise_xblocks.progress import apply, new_state

TYPED = "0123456789   \u00a0\u202f.,.,'’-−+%$€°kmMéEbcdyz½²()~*ßİﬁ\u0301"
WORDS = ("millions", "cent", "jours", "douze", "1 234", "1,234", "12,5", ".5", "911", "−0,3")
JUNK = ("", "", "3", "9", "zz", "~(")
Event = dict[str, Any]


def player(cases: dict[str, Any]) -> dict[str, list[Any]]:
    done = subprocess.run(
        node_command("tests/player/support/parity.ts"),
        cwd=ROOT, input=json.dumps(cases), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, list[Any]] = json.loads(done.stdout)
    return found


def typed(draw: Random) -> str:
    pieces = (draw.choice(draw.choice((TYPED, TYPED, WORDS))) for _ in range(draw.randrange(10)))
    return "".join(pieces)


def response(draw: Random, item: dict[str, Any]) -> str:
    letters = [one["id"] for one in (*item["choices"], *item["answers"])]
    draw.shuffle(letters)
    if item["targets"] and draw.random() < 0.8:
        letters = [letter + draw.choice(item["targets"])["id"] for letter in letters]
    return "".join(letters[: draw.randrange(len(letters) + 1)]) + draw.choice(JUNK)


def event(draw: Random, course: dict[str, Any]) -> Event:
    """Draw an event of the course, sensible or not."""
    item, page = draw.choice(course["items"]), draw.choice(course["pages"])["id"]
    said = {"item": item["id"], "response": response(draw, item)}
    evaluation = {"evaluation": draw.choice(course["evaluations"])["id"]}
    drawn = draw.choice((None, [draw.choice(course["items"])["id"] for _ in range(4)]))
    events: list[Event] = [
        {"type": draw.choice(("page-read", "page-opened")), "page": page},
        {"type": "item-answered", **said},
        {"type": "evaluation-started", **evaluation, "form": draw.choice("AB-"), "drawn": drawn},
        {"type": "evaluation-answered", **evaluation, **said},
        {"type": "evaluation-finished", **evaluation},
        {"type": "quick-exit"},
        *(step for one in course["scenarios"] for step in steps(draw, one)),
    ]
    return draw.choice(events)


def steps(draw: Random, one: dict[str, Any]) -> list[Event]:
    values = [draw.randrange(11) for _ in one["variables"]]
    scene = draw.choice(one["scenes"])["id"]
    return [
        {"type": "scene-chosen", "scenario": one["id"], "choice": draw.choice("abcz")},
        {"type": "scene-returned", "scenario": one["id"], "scene": scene, "variables": values},
        {"type": "scenario-restarted", "scenario": one["id"]},
    ]


def test_python_and_the_player_decide_alike() -> None:
    draw = Random(20_261_122)
    courses = [sample(), sample({"base": "kinds"})]
    answers = golden("grade/kinds.json")[6]["item"]["answers"]
    number = {**courses[1]["items"][3], "answers": answers}
    items = [number, *(item for course in courses for item in course["items"])]
    responses: list[Event] = [
        {"item": item, "text": typed(draw), "response": response(draw, item)}
        for item in items for _ in range(100)
    ]  # fmt: skip
    walks = [
        (which, [event(draw, courses[which]) for _ in range(draw.randrange(60))])
        for which in (0, 1) for _ in range(60)
    ]  # fmt: skip
    found = player({"responses": responses, "courses": courses, "walks": walks})
    assert [graded(**case) for case in responses] == found["graded"]
    assert [walked(courses[which], events) for which, events in walks] == found["walked"]


def graded(item: dict[str, Any], text: str, response: str) -> list[Any]:
    right, points = grade(item, response)
    return [match(item, text), readings(text), canonical(item, response), right, points]


def walked(course: dict[str, Any], events: list[Event]) -> list[Any]:
    state = new_state("k-")
    for one in events:
        state = apply(course, state, one)
    return [state, codec.encode(course, state, "zz"), status(course, state)._asdict()]
