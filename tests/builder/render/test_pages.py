"""« Qui voit quoi » and « Aide », the two pages that are generated."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from balise_builder.model import CompletionRule, Course, Resource, Span
from balise_builder.render.context import CourseContext
from balise_builder.render.help import is_authority
from balise_builder.render.pages import help_section, privacy_section
from tests.builder.handmade import course, pages, registers


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).replace("\N{NO-BREAK SPACE}", " ").split())


def privacy(made: Course, runtime: str = "scorm12") -> str:
    return words(privacy_section(CourseContext.of(made), runtime))


SCORE, ANSWERS = "votre meilleur résultat", "vos réponses aux questions de ce questionnaire"


@pytest.mark.parametrize(
    ("reporting", "score", "answers"),
    [("status", False, False), ("result", True, False), ("answers", True, True)],
)
def test_the_page_says_what_the_course_reports_and_no_more(
    tmp_path: Path, reporting: str, score: bool, answers: bool
) -> None:
    text = privacy(course(tmp_path, reporting=reporting))
    assert (SCORE in text, ANSWERS in text) == (score, answers)
    assert ("vos points aux questionnaires" in text) == (reporting == "status")


def test_practice_and_ways_around_a_passage_are_never_reported(tmp_path: Path) -> None:
    never = privacy(course(tmp_path)).partition("jamais envoyé")[2]
    for part in ("questions d’exercice", "passer une", "version allégée", "notes personnelles"):
        assert part in never


def test_a_failure_is_announced_where_the_course_sends_it(tmp_path: Path) -> None:
    rule = CompletionRule(100, "bilan", 1, 2, report_failed=True)
    assert "le seuil n’a pas été atteint" in privacy(course(tmp_path, rule=rule))
    assert "le seuil n’a pas été atteint" not in privacy(course(tmp_path))


def test_a_copy_for_the_web_tells_that_nothing_is_sent(tmp_path: Path) -> None:
    text = privacy(course(tmp_path), "web")
    assert "ne transmet rien à personne" in text
    assert "plateforme" not in text


def test_what_a_course_does_not_have_is_not_spoken_of(tmp_path: Path) -> None:
    bare = course(tmp_path, pages=pages()[:1], evaluations=(), rule=CompletionRule())
    text = privacy(bare)
    assert "questionnaire" not in text and "réussie" not in text
    assert "notes personnelles" not in text and "Garder sur cet appareil" not in text


@pytest.mark.parametrize("runtime", ["scorm12", "web"])
def test_every_package_carries_an_accessibility_statement(tmp_path: Path, runtime: str) -> None:
    text = privacy(course(tmp_path), runtime)
    assert "niveau AA des règles WCAG 2.2" in text
    assert "Aucun essai avec des personnes handicapées n’a encore été fait." in text
    assert "Quelque chose vous bloque?" in text


def lists(made: Course) -> tuple[str, str]:
    text = words(help_section(CourseContext.of(made)))
    me, _, others = text.partition("Pour une personne que j’accompagne")
    assert "Pour moi" in me
    return me, others


def test_for_me_comes_first_and_never_names_the_police(tmp_path: Path) -> None:
    me, others = lists(course(tmp_path))
    assert "Ligne d’écoute" in me and "Ligne d’écoute" in others
    assert "Sûreté" not in me and "Sûreté" in others


def test_a_resource_that_nobody_checked_says_so(tmp_path: Path) -> None:
    _, others = lists(course(tmp_path))
    assert "Sûreté du Québec (coordonnées à vérifier)" in others
    assert "Ligne d’écoute (coordonnées" not in others


def test_a_resource_for_another_audience_is_left_out(tmp_path: Path) -> None:
    ours = registers()
    police = replace(ours.resources["tel"], audiences=("police",))
    made = course(tmp_path, registers=replace(ours, resources={"tel": police}))
    assert "Ligne d’écoute" not in "".join(lists(made))


def test_an_empty_register_is_told(tmp_path: Path) -> None:
    made = course(tmp_path, registers=replace(registers(), resources={}))
    assert all("Aucune ressource" in part for part in lists(made))


@pytest.mark.parametrize(
    ("name", "authority"),
    [
        ("Service de police de la Ville de Montréal", True),
        ("DPJ – Protection de la jeunesse", True),
        ("Direction de la protection de la jeunesse", True),
        ("SÛRETÉ du Québec", True),
        ("CAVAC", False),
        ("Tel-jeunes", False),
        ("Info-social 811", False),
    ],
)
def test_authorities_are_known_by_their_names(name: str, authority: bool) -> None:
    assert is_authority(Resource(Span("r"), "x", name, ("me",))) is authority
