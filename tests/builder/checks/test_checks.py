"""Checks over real courses, and how a reading time is estimated."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.checks import check
from balise_builder.checks.reading import reading
from balise_builder.compile import compile_course
from balise_builder.diagnostics import Collector
from balise_builder.source import read_folder
from tests.builder.compile.cases import PAGE, TODAY, Case, run
from tests.builder.courses import EVERY

OF_A_DRAFT = {
    "aide-non-verifiee", "aide-perimee", "droit-non-signe", "droit-expire", "seuil-provisoire",
}  # fmt: skip


@pytest.mark.parametrize("folder", EVERY, ids=lambda folder: folder.name)
def test_a_course_of_the_project_has_only_what_people_must_still_verify(folder: Path) -> None:
    collector = Collector()
    source = read_folder(folder, collector, today=TODAY)
    course = compile_course(source, collector)
    if course is not None:
        check(course, source, collector)
    assert [d for d in collector.sorted() if d.code not in OF_A_DRAFT] == []


def test_the_light_version_and_the_shorter_feedback_take_no_time(tmp_path: Path) -> None:
    text = (
        "Un deux trois.\n\n::: version-allégée\nNon compté.\n::: question {#q}\nQuoi?\n- [x] a\n"
        "- [ ] b\n  > Un deux trois quatre.\n:::\n:::\n\n::: question {#q}\nQuoi?\n- [x] a\n"
        "- [ ] b\n  > Un deux trois quatre.\n:::\n"
    )
    course, found, _ = run(Case("reading", {PAGE: text.split("\n")}), tmp_path)
    assert course is not None, found
    count, items, minutes = reading(course.pages[1])
    assert (count, items) == (3 + 1 + 2 + 4, 1)
    assert minutes == pytest.approx(10 / 200 + 15 / 60)
