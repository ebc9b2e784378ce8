"""Every finding is worded in both languages, produced by a test, and stands in the guide."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from balise_builder.diagnostics import Diagnostic, kinds, to_text
from balise_builder.diagnostics.__main__ import page
from balise_builder.diagnostics.catalog import FAMILIES, release_codes
from tests.builder.compile.cases import read_cases, run
from tests.builder.golden import expect

TESTS = Path(__file__).resolve().parents[2]
GUIDE = TESTS.parent / "docs/guide-formateur/diagnostics.md"
OF_CASES = {
    "structure", "containers", "shared", "text", "media", "items", "kinds", "scenarios",
    "evaluations", "pedagogy", "people", "safety", "language",
}  # fmt: skip


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Diagnostic]:
    """One finding of every code that the cases produce: the first in their order."""
    found: dict[str, Diagnostic] = {}
    for case in sorted(read_cases("diagnostics"), key=lambda case: case.release):
        for diagnostic in run(case, tmp_path_factory.mktemp("case"))[1]:
            found.setdefault(diagnostic.code, diagnostic)
    return found


def test_every_code_of_the_dialect_is_produced_by_a_case(examples: dict[str, Diagnostic]) -> None:
    declared = {
        kind.code for family in FAMILIES for kind in family.KINDS
        if family.__name__.rpartition(".")[2] in OF_CASES
    }  # fmt: skip
    assert declared - set(examples) == set()


def test_every_other_code_is_named_by_a_test() -> None:
    texts = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("builder", "golden", "server", "e2e")
        for path in (TESTS / folder).rglob("*")
        if path.suffix in (".py", ".md") and path != Path(__file__)
    )
    assert [code for code in kinds() if code not in texts] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_wording_is_the_one_that_was_read(lang: str, examples: dict[str, Diagnostic]) -> None:
    lines = to_text((examples[code] for code in sorted(examples)), lang)
    expect(f"diagnostics/wording.{lang}.txt", ("\n".join(lines) + "\n").encode())


def test_both_languages_use_the_same_parameters() -> None:
    def names(text: str) -> set[str]:
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        return {name.removesuffix("_en") for name in fields} - {"fr", "en"}

    for kind in kinds().values():
        assert names(kind.fr + kind.hint_fr) == names(kind.en + kind.hint_en), kind.code


def test_french_wording_has_quebec_typography() -> None:
    for kind in kinds().values():
        for text in (kind.fr, kind.hint_fr):
            assert "'" not in text, kind.code
            assert "« " not in text and " »" not in text, kind.code
            spaced = [s for s in [";", "?", "!"] if f" {s}" in text.replace(" ![", "")]
            assert not spaced or kind.code == "espace-avant-ponctuation", kind.code


def test_release_codes_exist() -> None:
    assert release_codes() <= set(kinds())


def test_the_guide_lists_every_finding_as_it_is_now() -> None:
    assert GUIDE.read_text(encoding="utf-8") == page(), (
        "python -m balise_builder.diagnostics > docs/guide-formateur/diagnostics.md"
    )
