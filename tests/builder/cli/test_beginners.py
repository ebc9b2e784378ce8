"""What a person who begins gets wrong: told where it is, mended when it is sure, never spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.diagnostics.explain import PAGE
from tests.builder.cli.commands import run
from tests.builder.source.folders import COURSE, put, write

HEAD = "---\ntitre : Une page\nid : page\n---\n\n"
QUESTION = """::: question {opening}
**Que faites-vous?**

- [x] J'accueille.
  > Oui.
- [ ] J'attends.
  > Un mot suffit.
:::
"""


def page(folder: Path, text: str) -> Path:
    """Write a course of one page."""
    write(folder, cours_md=COURSE)
    put(folder, PAGE, HEAD + text)
    return folder / PAGE


@pytest.mark.parametrize("opening", ["{q-un}", "{# q-un}", "(#q-un)", "{#q-un", "{#}"])
def test_an_id_that_was_not_read_is_told_and_no_second_one_is_written(
    opening: str, tmp_path: Path
) -> None:
    written = page(tmp_path / "c", QUESTION.replace("{opening}", opening))
    before = written.read_text("utf-8")
    run("fix", "--yes", tmp_path / "c")
    assert written.read_text("utf-8") == before
    told = run("check", tmp_path / "c").stdout
    assert "[bloc-sans-id]" not in told and "« # »." not in told
    assert f"{PAGE}:6:" in told


def test_an_id_with_accents_is_written_without_them(tmp_path: Path) -> None:
    written = page(tmp_path / "c", QUESTION.replace("{opening}", "{#q-Échelle}"))
    run("fix", "--yes", tmp_path / "c")
    assert "::: question {#q-echelle}\n" in written.read_text("utf-8")


@pytest.mark.parametrize("bullet", ["• ", "– ", "—", "·\t", "•"])
def test_the_bullets_of_a_word_processor_are_told_and_mended(bullet: str, tmp_path: Path) -> None:
    text = QUESTION.replace("{opening}", "{#q-un}")
    written = page(tmp_path / "c", text.replace("- [", f"{bullet}["))
    told = run("check", tmp_path / "c").stdout
    assert f"{PAGE}:9:1: erreur [choix-mal-ecrit]" in told
    assert f"{PAGE}:11:1: erreur [choix-mal-ecrit]" in told
    assert "[question-sans-choix]" not in told
    run("fix", "--yes", tmp_path / "c")
    assert written.read_text("utf-8").replace("-\t", "- ") == HEAD + text


@pytest.mark.parametrize("sign", ["", "» ", "\u00a0\u00a0> "])
def test_feedback_that_would_be_read_as_the_choice_is_told(sign: str, tmp_path: Path) -> None:
    text = QUESTION.replace("{opening}", "{#q-un}")
    page(tmp_path / "c", text.replace("  > Oui.", f"  {sign}Oui."))
    told = run("check", tmp_path / "c").stdout
    assert f"{PAGE}:10:" in told and "[retroaction-sans-signe]" in told
    page(tmp_path / "d", text)
    assert "[retroaction-sans-signe]" not in run("check", tmp_path / "d").stdout


def test_an_address_without_its_beginning_is_told_as_such(tmp_path: Path) -> None:
    page(tmp_path / "c", "Le [site](www.quebec.ca).\n")
    assert "«\u00a0https://\u00a0»" in run("check", tmp_path / "c").stdout


def test_the_course_here_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(tmp_path / "accueil", "Du texte.\n")
    monkeypatch.chdir(tmp_path / "accueil")
    told = run("build", ".", "-t", "web", "-o", tmp_path / "d")
    assert "accueil — données de reprise" in told.output
