"""Every kind of question in course.json, and in the page as it reads without script."""

from __future__ import annotations

import re
from typing import Any

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.contract import dumps, to_json
from balise_builder.model import Course
from balise_builder.render import render
from balise_builder.render.items import shown_choices, shown_targets
from tests.builder import asked

SCORED = {"q-pause", "q-chaine", "q-tri", "q-ordre", "q-jumelle"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    loaded = load(asked.write(tmp_path_factory.mktemp("asked")), Options())
    assert loaded.course is not None, [d.message() for d in loaded.diagnostics]
    return loaded.course


@pytest.fixture(scope="module")
def items(course: Course) -> dict[str, Any]:
    return {item["id"]: item for item in to_json(course)["items"]}


def test_every_kind_is_there_in_practice_and_in_the_evaluation(items: dict[str, Any]) -> None:
    kinds = {"number", "matching", "categorising", "ordering", "scale", "open"}
    for practice in (True, False):
        found = {i["kind"] for i in items.values() if (i["page"] is not None) is practice}
        assert kinds <= found


def test_scales_and_open_questions_are_worth_nothing(items: dict[str, Any]) -> None:
    practice = {name: item["points"] for name, item in items.items() if name.startswith("q-")}
    assert {name for name, points in practice.items() if points} == SCORED


def test_pairs_name_targets_that_exist_and_share_equal_ones(items: dict[str, Any]) -> None:
    chain = items["q-chaine"]
    assert [t["id"] for t in chain["targets"]] == ["a", "b"]
    assert [c["target"] for c in chain["choices"]] == ["a", "b", "b"]
    assert chain["choices"][0]["html"] == "<strong>Un danger</strong> immédiat"
    assert chain["targets"][1]["html"] == "la <em>responsable</em>"


def test_numbers_have_a_value_and_a_tolerance(items: dict[str, Any]) -> None:
    answers = [(a["value"], a["tolerance"]) for a in items["q-pause"]["answers"]]
    assert answers == [(15, 2), (0.25, 0)]


def test_steps_stand_in_the_right_order(items: dict[str, Any]) -> None:
    steps = [c["html"] for c in items["q-ordre"]["choices"]]
    assert steps == ["Observer", "Noter les faits", "Transmettre"]
    assert items["q-ordre"]["shuffle"]


def test_marks_stay_in_the_texts_and_every_variant_fills_them(items: dict[str, Any]) -> None:
    twin = items["q-jumelle"]
    texts = [twin["stem"], *(c["html"] + c["feedback"] for c in twin["choices"])]
    used = set(re.findall(r"\{\{([^{}]+)\}\}", " ".join(texts)))
    assert used == {"prénom", "e", "de-prénom", "Il"}
    assert len(twin["variants"]) == 8
    assert all(set(variant) == used for variant in twin["variants"])
    assert all(item["variants"] == [] for item in items.values() if item is not twin)


def test_only_the_ideas_of_the_course_are_carried(course: Course, items: dict[str, Any]) -> None:
    (idea,) = to_json(course)["ideas"]
    assert items["q-jumelle"]["choices"][1]["idea"] == idea["id"] == "allure"
    assert idea["reality"] == "Aucun signe extérieur ne suffit."
    assert "<cite>" in idea["source"]


def test_the_page_gives_no_key_away(course: Course) -> None:
    text = str(render(course, dumps(course)).sections)
    for item_id in ("q-ordre", "q-chaine", "q-tri"):
        block = text.partition(f'data-item="{item_id}"')[2].partition('data-item="')[0]
        assert "b-hint" in block and "Toujours d" not in block and "Une famille" not in block
    assert "{{" not in text
    assert "allure" not in text


def test_what_is_to_order_or_match_is_never_shown_in_the_right_order(course: Course) -> None:
    everything = {i.id: i for i in course.bank_items}
    everything |= {b.item.id: b.item for p in course.pages for b in p.body if hasattr(b, "item")}
    for item in everything.values():
        letters = [choice.letter for choice in item.choices]
        if item.kind == "ordering":
            assert [c.letter for c in shown_choices(item)] != letters
        if item.kind == "matching":
            assert [t.letter for t in shown_targets(item)] != [t.letter for t in item.targets]
        assert sorted(c.letter for c in shown_choices(item)) == sorted(letters)
