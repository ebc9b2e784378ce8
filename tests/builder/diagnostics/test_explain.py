"""Every finding is explained; its example sets it off, and the mended text does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.diagnostics import Severity, kinds
from balise_builder.diagnostics.catalog import FAMILIES
from balise_builder.diagnostics.explain import example, examples, family_of, why
from tests.builder.compile.cases import Case, run

NAMES = [family.__name__.rpartition(".")[2] for family in FAMILIES]
EXAMPLES = [code for name in NAMES for code in examples(name)]
NO_TEXT = {"source", "packages", "translations"}
"""Families about folders and packages: no text of a page can show them."""
IN_THE_LOCK = (
    "verrou-", "lettre-incertaine", "lettres-epuisees", "ancien-id-", "choix-reformule",
    "id-retire", "cible-reformulee", "cible-incertaine",
)  # fmt: skip
FORMS_OF_YAML = ("registre-", "approbations-manquantes")


def codes_of(files: dict[str, str], folder: Path) -> dict[str, Severity]:
    case = Case("example", {name: text.split("\n")[:-1] for name, text in files.items()})
    return {d.code: d.severity for d in run(case, folder)[1]}


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_sets_the_finding_off_and_the_mended_text_does_not(
    code: str, tmp_path: Path
) -> None:
    found = example(code)
    assert found is not None
    assert code in codes_of(dict(found.before), tmp_path / "before")
    after = codes_of(dict(found.after), tmp_path / "after")
    assert code not in after
    assert [c for c, severity in after.items() if severity is Severity.ERROR] == []


def test_nearly_every_finding_that_a_text_can_show_has_an_example() -> None:
    shown = [
        code for code in kinds()
        if family_of(code) not in NO_TEXT and not code.startswith(IN_THE_LOCK + FORMS_OF_YAML)
    ]  # fmt: skip
    left = [code for code in shown if example(code) is None]
    assert len(left) <= len(shown) // 10, left


def test_an_example_belongs_to_a_finding_of_its_family() -> None:
    for name in NAMES:
        for code in examples(name):
            assert code in kinds() and family_of(code) == name


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_finding_says_why_it_matters(lang: str) -> None:
    assert [code for code in kinds() if not why(code, lang).endswith(".")] == []
