"""Shared registers: fields required and known, every scalar as text, references, dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from balise_builder.diagnostics import Collector, Diagnostic
from balise_builder.model import Registers
from balise_builder.source.freshness import report_freshness
from balise_builder.source.registers import BUILT_IN_AUDIENCES, read_registers
from tests.builder.source.folders import codes, places, put

SOURCES = (
    "s1:\n  title: Un rapport\n  author:\n    - {family: Roy, given: Ana}\n"
    "  issued:\n    date-parts: [[2025, 3]]\n"
)
FIGURE = "N1:\n  valeur: 36,4 %\n  année: 2020\n  source: s1\n"
LAW = (
    "L01:\n  énoncé: Toute personne doit signaler.\n  loi: LPJ\n  article: 39\n  source: s1\n"
    "  vérifié_le: 2025-01-01\n  vérifié_par: Me X\n  échéance: 2026-01-01\n"
)
HELP = "cavac:\n  nom: CAVAC\n  pour: [moi, accompagner]\n  téléphone: 1 866 532-2822\n"


def registers(folder: Path, **files: str) -> tuple[Registers, tuple[Diagnostic, ...]]:
    for name, content in files.items():
        put(folder, f"{name}.yaml", content)
    collector = Collector()
    return read_registers(folder, "../_commun", collector), collector.sorted()


def test_entries_are_typed_and_scalars_stay_as_written(tmp_path: Path) -> None:
    found, problems = registers(
        tmp_path, sources=SOURCES, chiffres=FIGURE, droit=LAW, ressources=HELP,
        territoires='"06":\n  fr: Montréal\n  en: Montreal\n  genre: région\n',
        variables="courriel: oui\n",
        mots="- mot: proxo\n  préférer: proxénète\n  gravité: erreur\n",
        prenoms="- prénom: Aminata\n  genre: f\n  origine: Mali\n",
    )  # fmt: skip
    assert codes(problems) == []
    assert found.figures["N1"].value == "36,4 %"
    assert found.laws["L01"].expires == date(2026, 1, 1)
    assert found.resources["cavac"].for_whom == ("me", "accompany")
    assert found.sources["s1"].fields["author"] == "Roy, Ana"
    assert found.sources["s1"].fields["issued"] == "2025-03"
    assert found.territories["06"].kind == "région"
    assert found.variables["courriel"] == "oui"
    assert (found.words[0].prefer, found.words[0].severity) == ("proxénète", "error")
    assert found.first_names[0].name == "Aminata"
    assert "chiffres.yaml" in found.present


def test_the_built_in_audiences_serve_without_a_register(tmp_path: Path) -> None:
    found, _ = registers(tmp_path)
    assert list(found.audiences) == list(BUILT_IN_AUDIENCES)
    found, _ = registers(tmp_path, publics="sport:\n  fr: Sport\n  en: Sport\n")
    assert list(found.audiences) == ["sport"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("chiffres", "N1:\n  valeur: 1\n", ["1:1 champ-requis"] * 2),
        ("droit", LAW + "  echeanse: 2027-01-01\n", ["9:3 champ-mal-ecrit"]),
        ("droit", LAW.replace("2025-01-01", "hier"), ["6:15 valeur-incomprise"]),
        ("droit", LAW + LAW, ["9:1 cle-repetee"]),
        ("ressources", HELP.replace("accompagner", "tous"), ["3:15 valeur-incomprise"]),
        ("ressources", HELP + "  territoires: [Mars]\n", ["1:1 territoire-inconnu"]),
        ("chiffres", FIGURE.replace("s1", "s9"), ["1:1 source-inconnue"]),
        ("chiffres", "- valeur: 1\n", ["1:1 registre-correspondances"]),
        ("mots", "a: b\n", ["1:1 registre-liste"]),
        ("variables", "a:\n  b: c\n", ["2:3 registre-texte"]),
        ("chiffres", "N1: 3\n", ["1:1 champ-requis"] * 3 + ["1:5 registre-champs"]),
        ("chiffres", "N 1!:\n  valeur: 1\n", ["1:1 registre-id"]),
        ("droit", "L01:\n  énoncé: a: b\n", ["2:12 registre-illisible"]),
        ("droit", "a: &x 1\nb: *x\n", ["1:4 registre-ancre"]),
    ],
)
def test_each_mistake_is_found_where_it_stands(
    tmp_path: Path, name: str, content: str, expected: list[str]
) -> None:
    _, problems = registers(tmp_path, **{"sources": SOURCES, name: content})
    assert places(problems) == [f"../_commun/{name}.yaml:{line}" for line in expected]


def test_an_ampersand_in_a_text_is_text(tmp_path: Path) -> None:
    found, problems = registers(tmp_path, variables="a: Roy & Fils!\n")
    assert codes(problems) == []
    assert found.variables["a"] == "Roy & Fils!"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 12, 31), ["aide-non-verifiee"]),
        (date(2026, 1, 2), ["droit-expire", "aide-non-verifiee"]),
    ],
)
def test_expired_law_is_judged_at_the_date_given(
    tmp_path: Path, today: date, expected: list[str]
) -> None:
    found, _ = registers(tmp_path, sources=SOURCES, droit=LAW, ressources=HELP)
    collector = Collector()
    report_freshness(found, ["L01", "L99"], ["cavac"], today, collector)
    assert codes(collector.sorted()) == expected


@pytest.mark.parametrize(
    ("today", "stale"), [(date(2026, 6, 30), []), (date(2026, 7, 1), ["aide-perimee"])]
)
def test_help_is_stale_after_180_days(tmp_path: Path, today: date, stale: list[str]) -> None:
    found, _ = registers(tmp_path, ressources=HELP + "  vérifié_le: 2026-01-01\n")
    collector = Collector()
    report_freshness(found, [], ["cavac"], today, collector)
    assert codes(collector.sorted()) == stale


def test_a_register_that_did_not_change_is_not_read_twice(tmp_path: Path) -> None:
    one, _ = registers(tmp_path, ressources=HELP)
    two, _ = registers(tmp_path)
    assert one.resources is two.resources
    three, _ = registers(tmp_path, ressources=HELP.replace("CAVAC", "Cavac"))
    assert three.resources["cavac"].name == "Cavac"
