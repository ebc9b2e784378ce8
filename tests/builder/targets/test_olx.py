"""The ``olx`` target: a folder that Open edX's own validator takes, the same at each build."""

from __future__ import annotations

import json
import re
import tarfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from balise_builder.build import build, load
from balise_builder.cli.check import of_targets
from balise_builder.config import Options
from balise_builder.contract import dumps
from balise_builder.diagnostics.catalog import openedx
from balise_builder.render import render
from balise_builder.targets import olx
from balise_builder.targets.olx.blocks import needed
from balise_builder.targets.olx.checker import lacking
from balise_builder.targets.olx.cleaner import clean
from balise_builder.targets.olx.problems import problem
from tests.builder.courses import DEAR

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs/administration/openedx.md"


def folder_of(course: Path) -> dict[str, bytes]:
    made = load(course, Options()).course
    assert made is not None
    files = olx.files(made, render(made, dumps(made)))
    return {n: c if isinstance(c, bytes) else c.read_bytes() for n, c in files.items()}


@pytest.mark.parametrize("course", DEAR)
def test_open_edx_takes_the_course_without_a_word(course: Path) -> None:
    files = folder_of(course)
    assert [d.message() for d in (*clean(files), *lacking(files))] == []


@pytest.mark.parametrize("course", DEAR)
def test_every_name_stands_once_and_every_pointer_leads_somewhere(course: Path) -> None:
    files = folder_of(course)
    names = [n.partition("/")[2] for n in files if re.search(r"/(\w+)/[\w-]+\.xml$", n)]
    stems = [Path(n).stem for n in names if not n.startswith("course/")]
    assert len(stems) == len(set(stems))
    for name, content in files.items():
        if name.endswith(".xml"):
            for child in etree.fromstring(content):
                if child.get("url_name"):
                    assert f"course/{child.tag}/{child.get('url_name')}.xml" in files


def test_the_keys_of_evaluations_are_where_open_edx_grades() -> None:
    files = folder_of(ROOT / "courses/hotellerie-personnel")
    policy = json.loads(files["course/policies/balise/grading_policy.json"])
    assert policy["GRADE_CUTOFFS"] == {"Pass": 0.8}
    graded = etree.fromstring(files["course/sequential/bilan.xml"])
    assert graded.get("format") == policy["GRADER"][0]["type"]
    before = etree.fromstring(files["course/sequential/avant.xml"])
    assert (before.get("graded"), before.get("show_correctness")) == (None, "never")


def test_nothing_of_the_pair_or_of_form_c_travels() -> None:
    text = b"".join(folder_of(ROOT / "courses/hotellerie-personnel").values()).decode()
    assert "Accueillez les gens par leur poste" not in text
    assert not re.search(r"problem/suivi|c1-valise", text)


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    course = ROOT / "courses/hotellerie-personnel"
    made = [
        build(course, Options(targets=("olx",), out=tmp_path / n)).packages[0].path for n in "ab"
    ]
    assert made[0].name.endswith("-olx.tar.gz")
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as archive:
        assert {m.name.partition("/")[0] for m in archive.getmembers()} == {"course"}
        assert all(m.isfile() and m.mode == 0o644 for m in archive.getmembers())


def blocks_of(course: Path) -> tuple[dict[str, bytes], list[str]]:
    made = load(course, Options()).course
    assert made is not None
    files = olx.block_files(made, render(made, dumps(made)))
    return {n: c if isinstance(c, bytes) else c.read_bytes() for n, c in files.items()}, needed(
        made
    )


@pytest.mark.parametrize("course", DEAR)
def test_open_edx_takes_the_course_with_our_blocks(course: Path) -> None:
    files, blocks = blocks_of(course)
    assert [d.message() for d in (*clean(files, blocks), *lacking(files, blocks))] == []
    policy = json.loads(files["course/policies/balise/policy.json"])
    assert policy["course/balise"]["advanced_modules"] == blocks
    made = load(course, Options()).course
    assert made is not None and [d.code for d in olx.needs(made)] == ["olx-blocs-requis"]
    readme = files["course/README.txt"].decode()
    assert all(block in readme for block in blocks)


def test_check_asks_for_each_target_what_it_needs() -> None:
    loaded = load(ROOT / "courses/hotellerie-personnel", Options())
    assert {d.code for d in of_targets(loaded, ["olx-balise"])} == {"olx-blocs-requis"}
    assert "olx-blocs-requis" not in {d.code for d in of_targets(loaded, ["olx"])}
    assert of_targets(loaded, []) == []


def test_our_blocks_keep_ids_rule_and_items_of_the_course() -> None:
    course = ROOT / "courses/hotellerie-personnel"
    files, core = blocks_of(course)[0], folder_of(course)
    names = [{n for n in one if n.startswith("course/sequential/")} for one in (files, core)]
    assert names[0] == names[1]
    root = etree.fromstring(files["course/vertical/bilan-questions.xml"])
    block = root.find("balise_assessment")
    assert block is not None and block.get("weight") == "1.0"
    part = json.loads(block.findtext("course") or "")
    rule = {"pages": 0, "evaluation": "bilan", "threshold": 8, "of": 10, "failed": False}
    assert part["rule"] == rule
    forms = {item for form in part["evaluations"][0]["forms"] for item in form["items"]}
    assert {item["id"] for item in part["items"]} == forms
    assert not re.search(r"Accueillez les gens|c1-valise", b"".join(files.values()).decode())


def item(kind: str, **fields: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "kind": kind, "points": 1, "tries": None, "shuffle": False, "partial": False,
        "exact": False, "stem": "<p>Avant.</p><p>Que fait-on?</p>", "choices": [], "targets": [],
        "answers": [], "variants": [], "general": "",
    }  # fmt: skip
    return base | fields


def choice(letter: str, **fields: Any) -> dict[str, Any]:
    base = {"id": letter, "html": f"<p>{letter} &amp; co</p>", "right": False, "fixed": False}
    return base | {"target": None, "idea": None, "feedback": ""} | fields


def capa(made: dict[str, Any]) -> Any:
    return problem(made, "q", "Question", lambda text: text, attempts=None, final=False)


def test_a_number_has_its_tolerance_and_its_other_answers() -> None:
    answers = [
        {"id": "a", "text": "3,5", "value": 3.5, "tolerance": None},
        {"id": "b", "text": "12 ± 2", "value": 12.0, "tolerance": 2.0},
    ]
    root = capa(item("number", answers=answers))
    assert root.xpath("string(//numericalresponse/@answer)") == "12"
    assert root.xpath("string(//responseparam/@default)") == "2"
    assert root.xpath("string(//additional_answer/@answer)") == "3.5"


@pytest.mark.parametrize("kind", ["matching", "categorising"])
def test_each_term_has_its_own_list_with_one_right_answer(kind: str) -> None:
    targets = [{"id": "a", "html": "<p>Un</p>"}, {"id": "b", "html": "<p>Deux</p>"}]
    choices = [choice("a", target="b"), choice("b", target="a"), choice("c", target="b")]
    root = capa(item(kind, choices=choices, targets=targets))
    rights = root.xpath("//optionresponse//option[@correct='True']/text()")
    assert rights == ["Deux", "Un", "Deux"]
    assert root.xpath("count(//optionresponse/label)") == 3


def test_steps_are_ranked_and_not_shown_in_order() -> None:
    root = capa(item("ordering", choices=[choice("b"), choice("c"), choice("a")]))
    labels = root.xpath("//optionresponse/label/text()")
    assert labels == ["a & co", "b & co", "c & co"]
    assert root.xpath("//option[@correct='True']/text()") == ["3", "1", "2"]


def test_terms_and_definitions_are_not_shown_in_the_same_order() -> None:
    targets = [{"id": "a", "html": "<p>L'un</p>"}, {"id": "b", "html": "<p>Deux</p>"}]
    choices = [choice("a", target="a"), choice("b", target="b")]
    root = capa(item("matching", choices=choices, targets=targets))
    assert root.xpath("(//optioninput)[1]/option/text()") == ["Deux", "L’un"]


def test_an_expected_text_is_in_a_fold_and_not_in_show_answer() -> None:
    answers = [{"id": "a", "text": "Équipe <dédiée>", "value": None, "tolerance": None}]
    root = capa(item("short-text", answers=answers))
    assert (root.get("showanswer"), root.xpath("count(//solution)")) == ("never", 0)
    assert root.xpath("string(//regexphint/details/p)") == "Équipe <dédiée>"
    exact = capa(item("short-text", answers=answers, exact=True))
    assert exact.xpath("string(//stringresponse/@answer)") == "Équipe <dédiée>"
    assert exact.get("showanswer") == "answered" and not exact.xpath("//stringresponse/@type")


def test_the_question_is_the_label_and_what_precedes_stands_before() -> None:
    root = capa(item("single", choices=[choice("a", right=True), choice("b")]))
    assert root.xpath("string(/problem/div)") == "Avant."
    assert root.xpath("string(//multiplechoiceresponse/label)") == "Que fait-on?"


def test_the_first_variant_is_said() -> None:
    stem = "<p>{{prénom}} attend.</p>"
    root = capa(
        item("single", stem=stem, variants=[{"prénom": "Nour"}, {"prénom": "Kevin"}],
             choices=[choice("a", right=True), choice("b")])
    )  # fmt: skip
    assert root.xpath("string(//label)") == "Nour attend."


def test_lighter_words_are_said_to_everyone() -> None:
    light = {"stem": "<p>Doucement, que fait-on?</p>", "choices": ["<p>A</p>", "<p>B</p>"]}
    choices = [choice("a", right=True), choice("b")]
    root = capa(item("single", light=light, choices=choices))
    assert root.xpath("string(//label)") == "Doucement, que fait-on?"
    assert root.xpath("//choice/text()") == ["A", "B"]
    same = capa(item("single", light={**light, "choices": []}, choices=choices))
    assert same.xpath("//choice/text()") == ["a & co", "b & co"]


def test_the_administrators_page_names_every_difference() -> None:
    said = set(re.findall(r"`(olx-[\w-]+)`", PAGE.read_text(encoding="utf-8")))
    assert said - {"olx-balise"} == {kind.code for kind in openedx.KINDS}
