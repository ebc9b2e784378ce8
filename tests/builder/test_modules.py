"""What every module of the project has: forms, ordinary situations, scenario, people, session."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from balise_builder.build import build
from balise_builder.catalogue.courses import items_of
from balise_builder.compile import compile_course
from balise_builder.config import Options
from balise_builder.diagnostics import Collector
from balise_builder.model import Course, Item
from balise_builder.model.walk import page_items, page_scenarios, page_surveys
from balise_builder.source import read_folder
from balise_builder.suspend import worst_case
from tests.builder.courses import DEAR, EVERY

pytestmark = pytest.mark.filterwarnings("error")
LENGTHS = {"A": 10, "B": 10, "C": 8}
LIGHTEST = 2000
"""Characters of suspend data: half of what SCORM 1.2 keeps, for the modules to come."""


@cache
def compiled(folder: Path) -> Course:
    """Return a course, compiled once for all these tests."""
    collector = Collector()
    course = compile_course(read_folder(folder, collector), collector)
    assert course is not None, [d.message() for d in collector.sorted()]
    return course


@pytest.fixture(params=EVERY, ids=lambda folder: folder.name)
def course(request: pytest.FixtureRequest) -> Course:
    return compiled(request.param)


def objectives(items: list[Item]) -> Counter[tuple[str | None, str | None]]:
    """Return how many items a form has for each objective and situation."""
    return Counter((item.objective, item.situation) for item in items)


def test_forms_are_as_long_as_said_and_parallel(course: Course) -> None:
    forms = {form: items_of(course, form) for form in LENGTHS}
    assert {form: len(items) for form, items in forms.items()} == LENGTHS
    assert objectives(forms["A"]) == objectives(forms["B"])
    for rank, (one, other) in enumerate(zip(forms["A"], forms["B"], strict=True), 1):
        assert one.situation == other.situation, f"rank {rank}: {one.id}, {other.id}"


def test_ordinary_situations_are_a_third_of_each_form(course: Course) -> None:
    for form in LENGTHS:
        said = [item.situation for item in items_of(course, form) if item.situation]
        assert said.count("ordinary") * 3 >= len(said) > 0, form


def test_form_c_is_seen_nowhere_before(course: Course) -> None:
    reserved = {item.id for item in items_of(course, "C")}
    shown = {item.id for page in course.every_page for item in page_items(page)}
    assert not reserved & (shown | {item.id for item in course.bank_items})


def test_keys_do_not_always_stand_at_the_same_place(course: Course) -> None:
    for form in LENGTHS:
        places = Counter(
            next(n for n, choice in enumerate(item.choices) if choice.right)
            for item in items_of(course, form) if item.kind == "single"
        )  # fmt: skip
        assert max(places.values()) * 2 <= places.total() + 1, (form, places)


def test_there_is_a_scenario_of_eight_scenes_with_two_good_ways(course: Course) -> None:
    scenarios = [one for page in course.pages for one in page_scenarios(page)]
    assert max(len(one.scenes) for one in scenarios) >= 8
    assert sum(scene.end for one in scenarios for scene in one.scenes) >= 2


def test_follow_up_boosters_and_surveys_are_there(course: Course) -> None:
    names = {one.name for one in course.companions}
    assert names == {"suivi", "relance-2", "relance-6", "relance-12"}
    assert any(page_surveys(page) for page in course.pages)
    after = next(one for one in course.companions if one.name == "suivi")
    assert page_surveys(after.page)


def test_every_objective_is_assessed_in_the_forms_or_in_the_session(course: Course) -> None:
    asked = {item.objective for form in LENGTHS for item in items_of(course, form)}
    left = [one.id for one in course.objectives if one.id not in asked and not one.in_session]
    assert left == []


def test_the_people_are_declared_and_the_pair_has_its_session(course: Course) -> None:
    assert course.people and course.session is not None
    assert (course.folder / "A-VERIFIER.md").is_file()


def test_the_state_of_a_learner_stays_small(course: Course) -> None:
    assert worst_case(course).worst <= LIGHTEST


@pytest.mark.parametrize("folder", DEAR)
def test_every_target_takes_the_module(folder: Path, tmp_path: Path) -> None:
    targets = ("scorm12", "scorm2004", "web", "guide", "olx", "olx-balise")
    built = build(folder, Options(targets=targets, out=tmp_path, locked=True))
    assert {package.target for package in built.packages} == set(targets)


def test_there_are_thirteen_modules_and_no_two_share_an_id() -> None:
    ids = [compiled(folder).id for folder in EVERY]
    assert len(ids) == len(set(ids)) == 13
