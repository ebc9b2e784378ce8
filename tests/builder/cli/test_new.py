"""``balise new``: a course that checks clean, and nothing ever replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.diagnostics import Collector
from balise_builder.source import read_folder
from tests.builder.cli.commands import plain, run


@pytest.mark.parametrize("name", ["mon-cours", "Accueil à l’hôtel", "2026"])
def test_the_new_course_checks_without_a_single_finding(tmp_path: Path, name: str) -> None:
    result = run("new", tmp_path / name)
    assert result.exit_code == 0, result.stderr
    assert "balise preview" in result.stdout
    checked = run("check", "--strict", tmp_path / name)
    assert plain(checked.stdout) == ("1 cours vérifié : 0 erreur, 0 avertissement, 0 information.")
    assert checked.exit_code == 0
    release = run("check", "--release", tmp_path / name).stdout.splitlines()[:-1]
    assert [line.split("[")[1].split("]")[0] for line in release] == ["approbations-manquantes"]


def test_its_title_and_id_come_from_the_folder(tmp_path: Path) -> None:
    run("new", tmp_path / "Été à l’hôtel")
    folder = read_folder(tmp_path / "Été à l’hôtel", Collector())
    assert folder.settings is not None
    assert (folder.settings.id, folder.settings.title) == ("ete-a-l-hotel", "Été à l’hôtel")


def test_it_has_a_notice_a_question_and_two_forms(tmp_path: Path) -> None:
    from balise_builder.build import load
    from balise_builder.config import Options

    run("new", tmp_path / "c")
    course = load(tmp_path / "c", Options()).course
    assert course is not None
    assert course.pages[0].notice is not None
    assert [e.moment for e in course.evaluations] == ["before", "after"]
    for evaluation in course.evaluations:
        assert [(f.name, len(f.item_ids)) for f in evaluation.forms] == [("A", 2), ("B", 2)]
    situations = {i.id: i.situation for i in course.bank_items}
    assert sorted(situations.values(), key=str) == ["concerning"] * 2 + ["ordinary"] * 2


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_what_stands_there_is_never_replaced(tmp_path: Path, taken: str) -> None:
    place = tmp_path / "c"
    kept = place if taken == "file" else place / "cours.md"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("à moi", encoding="utf-8")
    result = run("new", place)
    assert result.exit_code == 2
    assert "rien n’a été écrit" in plain(result.stderr)
    assert kept.read_text(encoding="utf-8") == "à moi"
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == [kept]


def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("", encoding="utf-8")
    result = run("new", tmp_path / "f" / "cours")
    assert result.exit_code == 2
    assert "ce n’est pas un dossier" in plain(result.stderr)
