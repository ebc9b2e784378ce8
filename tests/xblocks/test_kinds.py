"""What the platform asks of every block: search, mobile, reports, readable OLX both ways."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.vary import sample
from tests.xblocks.hosts import Platform
from xblock.fields import Scope, ScopeIds

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.checklist import ChecklistBlock
from balise_xblocks.lesson import LessonBlock
from balise_xblocks.scenario import ScenarioBlock

KINDS = {
    "balise_lesson": LessonBlock, "balise_scenario": ScenarioBlock,
    "balise_checklist": ChecklistBlock, "balise_assessment": AssessmentBlock,
}  # fmt: skip
TEXT = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")
    | st.sampled_from("\n\t<>&\"']"),
    max_size=40,
) | st.just("a]]>b")
STRATEGIES: dict[str, st.SearchStrategy[Any]] = {"weight": st.floats(0, 100), "undo": st.booleans()}


def part(kind: str, reporting: str = "result") -> dict[str, Any]:
    """Return a course.json that this kind of block holds, with words to look for."""
    made = sample({"base": "kinds"})
    made["reporting"] = reporting
    made["checklists"] = [{"id": "gestes", "n": 1, "page": made["pages"][0]["id"]}]
    for item in made["items"]:
        item["stem"] = f"<p>ÉNONCÉ {item['id']}</p>"
    if kind == "balise_assessment":
        made["evaluations"] = [one for one in made["evaluations"] if one["id"] == "bilan"]
    return made


def block(kind: str, reporting: str = "result", **fields: Any) -> Any:
    made = part(kind, reporting)
    text = {"course": json.dumps(made), "document": "<h1>Titre</h1><p>Des <b>mots</b> lus</p>"}
    return Platform().block(KINDS[kind], **(text | fields))


@pytest.mark.parametrize("kind", KINDS)
def test_a_mobile_application_gets_pages_and_no_question(kind: str) -> None:
    made = block(kind, display_name="Une nuit")
    told = made.student_view_data()
    assert told["ready"] is True and told["title"] == "Une nuit" and told["language"] == "fr-CA"
    pages = [one["title"] for one in part(kind)["pages"] if one["kind"] == "capsule"]
    assert told["pages"] == pages and "ÉNONCÉ" not in json.dumps(told, ensure_ascii=False)
    assert made.has_support(made.student_view, "multi_device")


@pytest.mark.parametrize("kind", KINDS)
def test_the_course_search_gets_the_words_of_the_page(kind: str) -> None:
    found = block(kind, display_name="Une nuit", markdown="SOURCE").index_dictionary()
    assert found["content"]["text"] == "Titre Des mots lus"
    assert (found["content"]["display_name"], found["content_type"]) == ("Une nuit", "Balise")
    assert not any(word in json.dumps(found) for word in ("SOURCE", "NONC"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reporting", ["status", "result", "answers"])
def test_a_report_has_a_row_for_each_person_and_what_is_allowed(kind: str, reporting: str) -> None:
    last = {"e-vrai": "a4", "e-aise": "c", "e-projet": "a"}
    best = {"points": 1, "possible": 10}
    done = {"form": "-", "drawn": None, "current": None, "last": last, "attempts": 2,
            "first": best, "best": best}  # fmt: skip
    state = {"seed": "zz", "evaluations": {"bilan": done}}
    people = [SimpleNamespace(username="ana", state={"state": state}),
              SimpleNamespace(username="bea", state={}),
              SimpleNamespace(username="cy", state=None)]  # fmt: skip
    made = block(kind, reporting)
    rows = dict(made.generate_report_data(people))
    assert list(rows) == ["ana", "bea", "cy"]
    assert [*made.generate_report_data(people, 1)] == [("ana", rows["ana"])]
    expected = {"status": {"État"}, "result": {"État", "Note (%)", "Tentatives"},
                "answers": {"État", "Note (%)", "Tentatives", "Réponse à e-vrai"}}  # fmt: skip
    assert set(rows["ana"]) == expected[reporting]
    assert rows["ana"].get("Réponse à e-vrai", "a") == "a"  # how sure one was stays out
    assert "zz" not in json.dumps(list(rows.values()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_report_of_a_broken_block_does_not_stop_those_of_others(kind: str) -> None:
    made = block(kind, course="{")
    assert [*made.generate_report_data([SimpleNamespace(username="ana", state={})])] == []


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(deadline=None, max_examples=25)
def test_olx_carries_everything_an_author_gave_and_nothing_of_a_learner(
    kind: str, data: st.DataObject
) -> None:
    host, made = Platform(), KINDS[kind]
    authored = [
        name
        for name, field in made.fields.items()
        if field.scope in (Scope.content, Scope.settings) and name in vars_of(made)
    ]
    given_: dict[str, Any] = {
        name: data.draw(STRATEGIES.get(name, TEXT), label=name) for name in authored
    }
    one = host.block(made, **given_, state={"seed": "zz"}, kept={"secret": "SECRET"})
    one.scope_ids = ScopeIds("ana", kind, "d1", "u1")
    node = etree.Element("unknown")
    one.add_xml_to_node(node)
    text = etree.tostring(node, encoding="unicode")
    assert node.tag == kind and "SECRET" not in text
    keys = ScopeIds("ana", kind, "d2", "u2")
    back = made.parse_xml(etree.fromstring(text), host.runtime("ana"), keys)
    assert {name: getattr(back, name) for name in authored} == given_
    again = etree.Element("unknown")
    back.add_xml_to_node(again)
    assert etree.tostring(again, encoding="unicode") == text


def vars_of(made: type) -> set[str]:
    """Return the fields that our own classes declare, not those that XBlock gives to all."""
    return {
        name
        for one in made.__mro__
        if one.__module__.startswith("balise_xblocks")
        for name in vars(one)
    }
