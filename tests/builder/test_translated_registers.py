"""Registers are said in the language of a translation, and a statement of law never misleads."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from balise_builder.model import Variant
from tests.builder.translated import EN, built, edit, write

LAW = """\
L04:
  énoncé: Toute personne doit signaler sans délai.
  loi: Loi sur la protection de la jeunesse
  article: art. 39
  source: lpj
L06:
  énoncé: Le signalement est confidentiel.
  loi: Loi sur la protection de la jeunesse
  article: art. 44
  source: lpj
"""
COMMON = {
    "droit.yaml": LAW,
    "sources.yaml": "lpj:\n  title: Loi sur la protection de la jeunesse\n",
    "variables.yaml": "gestes: remarquer, accueillir\nequipe: la petite équipe\n",
    "chiffres.yaml": "N2:\n  valeur: 36,4 %\n  année: '2020'\n  source: lpj\n",
    "idees.yaml": "preuve:\n  idée: Il faut une preuve.\n  réalité: Un fait suffit.\n",
    "ressources.yaml": (
        "soutien:\n  nom: Ligne de soutien\n  pour: [moi, accompagner]\n"
        "  téléphone: 1 888 555-0123\n  description: Écoute gratuite.\n"
        "voisin:\n  nom: La maison voisine\n  pour: [moi]\n  description: Une porte ouverte.\n"
    ),
    "glossaire.md": "# Glossaire\n\n## Signal\n\nUn fait que l'on voit.\n",
}
ENGLISH = {
    "droit.yaml": (
        "L04:\n  énoncé: Anyone must report without delay.\n"
        "  loi: Youth Protection Act\n  article: s. 39\n"
    ),
    "variables.yaml": "gestes: notice, listen\n",
    "chiffres.yaml": "N2:\n  valeur: 36.4%\n  année: '2020'\n",
    "idees.yaml": "preuve:\n  idée: You need proof.\n  réalité: One fact is enough.\n",
    "ressources.yaml": ("soutien:\n  nom: Support line\n  description: Free listening.\n"),
    "glossaire.md": "# Glossary\n\n## Sign\n\nA fact that you see.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    course = write(tmp_path)
    common = tmp_path / "_commun"
    (common / "en").mkdir(parents=True)
    for name, text in COMMON.items():
        (common / name).write_text(text, encoding="utf-8")
    for name, text in ENGLISH.items():
        (common / "en" / name).write_text(text, encoding="utf-8")
    marks = (
        "{{droit.L04}} {{droit.L06}} Le plan dit {{gestes}}, {{equipe}}, {{chiffre.N2}},"
        " {{aide.soutien}}. Un [signal]{.terme}.\n\n::: aide\n:::\n"
    )
    said = marks.replace("Le plan dit", "The plan says").replace("Un [signal]", "A [sign]")
    for name, text in (("01-agir.md", marks), ("en/01-agir.md", said)):
        path = course / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    wrong = "- [ ] J'attends un quatrième fait."
    edit(course, "01-agir.md", wrong, f"{wrong} {{idée=preuve}}")
    return course


def found(folder: Path, code: str) -> list[tuple[str, str]]:
    """Return where a finding stands and the entries it names."""
    return [
        (d.span.file, str(d.params.get("ids") or d.params.get("id", "")))
        for d in load(folder, EN).diagnostics if d.code == code
    ]  # fmt: skip


def test_an_english_page_says_the_registers_in_english(folder: Path) -> None:
    data, page, _ = built(folder, "--langue", "en")
    for text in ("notice, listen", "36.4%", "Support line", "Free listening.", "A fact that you"):
        assert text in page
    for text in ("remarquer, accueillir", "36,4", "Ligne de soutien", "Un fait que"):
        assert text not in page
    assert [(i["idea"], i["reality"]) for i in data["ideas"]] == [
        ("You need proof.", "One fact is enough.")
    ]
    assert 'href="tel:18885550123"' in page


def test_a_translated_statement_of_law_is_marked_as_a_translation(folder: Path) -> None:
    _, page, _ = built(folder, "--langue", "en")
    said = 'data-signed="false" lang="en-CA">Anyone must report without delay'
    assert f"{said} <span" in page and "(Youth Protection Act, s. 39)" in page
    assert page.count("translated; to be verified") == 1
    assert '<cite lang="fr-CA">Loi sur la protection de la jeunesse</cite>' in page
    assert found(folder, "traduction-non-verifiee") == [("../_commun/en/droit.yaml", "L04")]
    edit(folder, "../_commun/droit.yaml", "lpj\n", "lpj\n  vérifié_le: 2026-03-01\n"
         "  vérifié_par: Une juriste\n")  # fmt: skip
    assert "translation to be verified" in built(folder, "--langue", "en")[1]
    checked = "\n  vérifié_le: 2026-03-02\n  vérifié_par: A translator\n"
    edit(folder, "../_commun/en/droit.yaml", "s. 39\n", f"s. 39{checked}")
    assert "translation to be verified" not in built(folder, "--langue", "en")[1]
    assert found(folder, "traduction-non-verifiee") == []


def test_a_translation_nobody_checked_holds_back_its_own_release_only(folder: Path) -> None:
    def severity(language: str) -> set[Severity]:
        options = Options(release=True, variant=Variant(language=language))
        found = load(folder, options).diagnostics
        return {d.severity for d in found if d.code == "traduction-non-verifiee"}

    assert (severity("en"), severity("")) == ({Severity.ERROR}, {Severity.WARNING})


def test_what_nobody_translated_is_in_the_source_language_and_says_so(folder: Path) -> None:
    _, page, _ = built(folder, "--langue", "en")
    assert 'lang="fr-CA">Le signalement est confidentiel' in page
    assert '<span class="b-unsigned" lang="en-CA">In French</span>' in page
    assert '<span lang="fr-CA">la petite équipe</span>' in page
    assert '<strong lang="fr-CA">La maison voisine</strong>' in page
    assert '<p lang="fr-CA">Une porte ouverte.</p>' in page
    assert found(folder, "traduction-registre") == [
        ("../_commun/en/droit.yaml", "L06"), ("../_commun/en/ressources.yaml", "voisin"),
        ("../_commun/en/variables.yaml", "equipe"),
    ]  # fmt: skip


def test_a_statement_that_changes_is_shown_in_french_until_it_is_translated(folder: Path) -> None:
    built(folder, "--langue", "en")
    edit(folder, "../_commun/droit.yaml", "doit signaler sans délai", "peut demander conseil")
    _, page, _ = built(folder, "--langue", "en")
    assert "Toute personne peut demander conseil" in page and "Anyone must" not in page
    assert found(folder, "traduction-perimee") == [("../_commun/en/droit.yaml", "")]
    edit(folder, "../_commun/en/droit.yaml", "must report without delay", "may ask for advice")
    assert "Anyone may ask for advice" in built(folder, "--langue", "en")[1]
    assert found(folder, "traduction-perimee") == []


def test_the_french_course_knows_nothing_of_it(folder: Path) -> None:
    _, page, _ = built(folder)
    assert "Toute personne doit signaler" in page and "Anyone" not in page
    assert 'class="b-law" data-signed="false">' in page and "translated" not in page


def test_half_an_entry_or_one_that_translates_nothing_is_told(folder: Path) -> None:
    path = folder.parent / "_commun/en/droit.yaml"
    path.write_text("L04:\n  énoncé: Anyone must report.\nL99:\n  énoncé: X.\n", encoding="utf-8")
    assert found(folder, "traduction-sans-entree") == [("../_commun/en/droit.yaml", "L99")]
    missing = [d for d in load(folder, EN).diagnostics if d.code == "champ-requis"]
    assert {d.span.file for d in missing} == {"../_commun/en/droit.yaml"} and len(missing) == 4


def test_a_number_of_telephone_has_no_translation(folder: Path) -> None:
    edit(folder, "../_commun/en/ressources.yaml", "nom: Support line",
         "nom: Support line\n  téléphone: 1 888 555-0199")  # fmt: skip
    found_ = [d for d in load(folder, EN).diagnostics if d.code == "champ-inconnu"]
    assert [d.span.file for d in found_] == ["../_commun/en/ressources.yaml"]
