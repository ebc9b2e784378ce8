"""``balise new capsule|scénario|séance``: a file more in a course, nothing replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builder.cli.commands import plain, run


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a starting course."""
    assert run("new", tmp_path / "c").exit_code == 0
    return tmp_path / "c"


def findings(course: Path) -> str:
    return plain(run("check", "--strict", course).stdout)


CLEAN = "1 cours vérifié : 0 erreur, 0 avertissement, 0 information."


@pytest.mark.parametrize("model", ["capsule", "scénario", "scenario", "Scénario"])
def test_a_model_is_added_last_and_checks_clean(course: Path, model: str) -> None:
    result = run("new", model, course)
    assert result.exit_code == 0, result.stderr
    added = "04-nouvelle-capsule.md" if model == "capsule" else "04-nouveau-scenario.md"
    assert (course / added).is_file()
    assert findings(course) == CLEAN


def test_its_title_names_the_file_the_page_and_the_question(course: Path) -> None:
    run("new", "capsule", course, "--titre", "Accueillir une parole")
    text = (course / "04-accueillir-une-parole.md").read_text(encoding="utf-8")
    assert "titre : Accueillir une parole\nid : accueillir-une-parole\n" in text
    assert "{#q-accueillir-une-parole}" in text


def test_twice_the_same_model_gives_two_files(course: Path) -> None:
    run("new", "capsule", course)
    run("new", "capsule", course)
    assert (course / "05-nouvelle-capsule-2.md").is_file()
    assert findings(course) == CLEAN


def test_a_session_is_never_replaced(course: Path) -> None:
    before = (course / "seance.md").read_bytes()
    refused = run("new", "séance", course)
    assert refused.exit_code == 2
    assert "existe déjà" in plain(refused.stderr)
    assert (course / "seance.md").read_bytes() == before
    (course / "seance.md").unlink()
    assert run("new", "séance", course).exit_code == 0
    assert (course / "seance.md").read_bytes() == before


def test_outside_a_course_nothing_is_written(tmp_path: Path) -> None:
    refused = run("new", "capsule", tmp_path)
    assert refused.exit_code == 2
    assert "n’est pas un cours" in plain(refused.stderr)
    assert list(tmp_path.iterdir()) == []


def test_two_words_that_name_no_model_are_explained(tmp_path: Path) -> None:
    refused = run("new", "mon", tmp_path / "cours")
    assert refused.exit_code == 2
    assert "capsule, scénario, séance" in plain(refused.stderr)
    assert list(tmp_path.iterdir()) == []
