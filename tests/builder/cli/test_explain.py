"""``balise explain``: a code as people meet it, explained in their language."""

from __future__ import annotations

import pytest

from balise_builder.diagnostics import kinds
from tests.builder.cli.commands import plain, run


def test_a_code_is_explained_with_an_example_and_its_correction() -> None:
    lines = run("explain", "heure-collee").stdout.splitlines()
    assert lines[0] == "heure-collee (avertissement)"
    assert [line for line in lines if line and not line.startswith(" ")][1:] == [
        "Pourquoi", "Quoi faire", "Exemple", "Corrigé",
        "Dans le guide : docs/guide-formateur/diagnostics.md#heure-collee",
    ]  # fmt: skip
    assert "  Il est 13h30." in lines
    assert "  Il est 13 h 30." in lines


def test_an_example_of_several_files_names_them() -> None:
    lines = run("explain", "lien-vers-rien").stdout.splitlines()
    assert lines.count("  02-autre.md") == 2


def test_brackets_around_a_code_are_understood() -> None:
    assert run("explain", "[lien-vide]", "--lang", "en").stdout.startswith("lien-vide (error)")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_code_is_explained(lang: str) -> None:
    for code in kinds():
        result = run("explain", code, "--lang", lang)
        assert (result.exit_code, result.stdout.split()[0]) == (0, code)


def test_without_a_code_all_are_listed() -> None:
    listed = [line.split()[0] for line in run("explain").stdout.splitlines()]
    assert listed == sorted(kinds())


def test_an_unknown_code_names_the_nearest() -> None:
    result = run("explain", "heure-colle")
    assert result.exit_code == 2
    assert "Vouliez-vous dire « heure-collee »?" in plain(result.stderr)
    assert "balise explain" in run("explain", "zzzzzz").stderr
