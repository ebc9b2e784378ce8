"""Open edX's own grader (capa) marks every question as every other host does.

Where it cannot, it does what the administrator's page says: a box of a question with several
answers, or a line of a list, is worth a share of the points.
"""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.contract import to_json
from balise_builder.targets.olx.markup import html, plain_words
from balise_builder.targets.olx.problems import NEVER_ASKED, as_asked, problem
from balise_xblocks.grade import grade, match
from tests.builder.openedx.environment import ROOT, answers, python_with
from tests.vary import golden, sample

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
COURSES = sorted(p.parent for p in (ROOT / "courses").glob("*/cours.md"))
CONTRIB = "xblocks-contrib==0.13.1"
ROUNDED = 0.006
"""What capa loses of a partial credit, which it keeps in hundredths."""
Case = tuple[dict[str, Any], float | None]
"""What is sent to the grader, and the share of the points that it is worth."""
TYPED = ("", "zzz", "911", "0911", "1 234", "1,234", "12", "12,5", "12.50", "14", "15", "3 %")


def items() -> dict[str, dict[str, Any]]:
    """Return every question that Open edX asks: of the courses, the samples, the golden rules."""
    found: dict[str, dict[str, Any]] = {}
    for course in COURSES:
        made = load(course, Options()).course
        assert made is not None, course.name
        found |= {f"{course.name}/{item['id']}": dict(item) for item in to_json(made)["items"]}
    for base in ("", "kinds"):
        data = sample({"base": base} if base else {})
        found |= {f"sample-{base}/{item['id']}": item for item in data["items"]}
    for file in ("responses", "kinds"):
        for number, case in enumerate(golden(f"grade/{file}.json")):
            found[f"{file}/{number}"] = whole(case)
    return {n: item for n, item in found.items() if item["kind"] not in NEVER_ASKED}


def whole(case: dict[str, Any]) -> dict[str, Any]:
    """Return an item of the golden rules with the words that it does not need there."""
    item = {"choices": [], "targets": [], "answers": [], "kind": case.get("kind"), **case["item"]}
    bare = {"right": False, "fixed": False, "feedback": "", "target": None}
    choices = [{"id": one} if isinstance(one, str) else one for one in item["choices"]]
    item["choices"] = [{**bare, "html": f"<p>Choix {c['id']}</p>", **c} for c in choices]
    item["targets"] = [{"id": one, "html": f"<p>Cible {one}</p>"} for one in item["targets"]]
    number = {"value": None, "tolerance": None}
    item["answers"] = [{"text": str(a.get("value")), **number, **a} for a in item["answers"]]
    base = {
        "id": "q", "points": 1, "partial": False, "exact": False, "certainty": False,
        "shuffle": False, "stem": "<p>Que fait-on?</p>", "general": "", "variants": [],
        "said": [*case.get("texts", {}), case.get("text", "")],
    }  # fmt: skip
    return base | item


def cases(item: dict[str, Any]) -> Iterator[Case]:
    kind, choices = item["kind"], item["choices"]
    if kind in ("single", "true-false"):
        for at, choice in enumerate(choices):
            yield {"2_1": f"choice_{at}"}, share(item, choice["id"])
    elif kind == "multiple":
        yield from boxes(item)
    elif kind in ("short-text", "number"):
        yield from typed(item)
    else:
        yield from lines(item)


def share(item: dict[str, Any], response: str) -> float:
    return grade({**item, "points": 1}, response).points


def boxes(item: dict[str, Any]) -> Iterator[Case]:
    choices = item["choices"]
    for picks in itertools.product((True, False), repeat=min(len(choices), 6)):
        ticked = [at for at, pick in enumerate(picks) if pick]
        rightly = sum(c["right"] is (at in ticked) for at, c in enumerate(choices))
        worth = share(item, "".join(choices[at]["id"] for at in ticked))
        if item["partial"]:
            worth = rightly / len(choices) if ticked else 0
        yield {"2_1": [f"choice_{at}" for at in ticked]}, worth


def typed(item: dict[str, Any]) -> Iterator[Case]:
    texts = [answer["text"] for answer in item["answers"]]
    for text in texts:
        more = (f"  {text}  ", text.upper(), f"{text}.", f"« {text} »", text.replace(" ", "  "))
        straight = text.replace("’", "'").replace("-", "‑")
        plain = "".join(c for c in text if c.isascii())
        for said in (text, *more, straight, plain, text[:-1], f"{text}x"):
            yield from worth_of(item, said)
    for said in (*TYPED, *item.get("said", ())):
        yield from worth_of(item, said)


def worth_of(item: dict[str, Any], said: str) -> Iterator[Case]:
    margin = item["kind"] == "number" and any(answer["tolerance"] for answer in item["answers"])
    if item["exact"]:
        said = unicodedata.normalize("NFC", said)  # As browsers send what is typed.
    if margin and re.fullmatch(r"\d+,\d", said):
        # Read by its calculator: a French decimal is not marked, one is asked to type it again.
        yield {"2_1": said}, None
    elif not margin or re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", said):
        yield {"2_1": said}, share(item, match(item, said)) if said.strip() else 0


def lines(item: dict[str, Any]) -> Iterator[Case]:
    """Give each line its own answer, then that of its neighbours, then none."""
    steps = list(enumerate(item["choices"], 1))
    if item["kind"] == "ordering":
        steps.sort(key=lambda step: plain_words(html(step[1]["html"], ())))
        keys = [str(rank) for rank, _ in steps]
    else:
        names = {t["id"]: plain_words(t["html"]).replace("'", "’") for t in item["targets"]}
        keys = [names[choice["target"]] for _, choice in steps]
    for turn in range(len(keys)):
        said = keys[turn:] + keys[:turn]
        right = sum(a == b for a, b in zip(said, keys, strict=True))
        yield {f"{at}_1": one for at, one in enumerate(said, 2)}, right / len(keys)
    yield {}, 0


def adapted(text: str) -> str:
    return html(text, ())


def test_capa_marks_every_question_as_we_say() -> None:
    asked, expected = {}, {}
    for name, item in items().items():
        root = problem(item, "q", "Question", adapted, attempts=None, final=False, expected="Clé")
        given = list(cases(as_asked(item)))  # type: ignore[arg-type]
        asked[name] = {
            "olx": etree.tostring(root, encoding="unicode"), "answers": [case[0] for case in given],
        }  # fmt: skip
        expected[name] = given
    script = Path(__file__).with_name("mark.py")
    marks = answers(python_with(CONTRIB), script, [], json.dumps(asked))
    assert [mark["name"] for mark in marks] == list(asked)
    wrong = [
        (mark["name"], said, worth, got)
        for mark in marks
        for (said, worth), got in zip(expected[mark["name"]], mark["shares"], strict=True)
        if got != worth and (got is None or worth is None or abs(got - worth) > ROUNDED)
    ]
    assert wrong == []
    count = sum(len(given) for given in expected.values())
    print(f"{len(marks)} questions, {count} answers marked")
