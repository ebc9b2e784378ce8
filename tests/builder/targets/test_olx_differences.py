"""What Open edX does otherwise is said for each course, where it stands, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.targets import olx
from balise_builder.targets.olx.cleaner import clean

COMMON = Path(__file__).parents[3] / "courses/_commun"
COURSE = """\
---
id : essai
titre : Essai
version : 0.1.0
langue : fr-CA
{more}
---

::: avis
Un avis.
:::
"""
PAGE = "---\ntitre : Page\nid : page\n{more}---\n\n"
SINGLE = "**Que faire?**\n\n- [x] Bien\n  > Oui.\n- [ ] Autre{idea}\n  > Non.\n"
RULE = "réussite :\n  évaluation : bilan\n  seuil : 1 sur 1\n"

CASES: Mapping[str, tuple[str, str, str]] = {
    "olx-sans-certitude": ("", "", "::: question {#q certitude}\n" + SINGLE + ":::\n"),
    "olx-une-variante": (
        "", "", "::: question {#q variantes=prénom}\n**{{prénom}} attend. Que faire?**\n\n"
        "- [x] Bien\n  > Oui.\n- [ ] Autre\n  > Non.\n:::\n",
    ),
    "olx-points-partiels": (
        "", "", "::: question {#q partiel}\n**Quoi?**\n\n- [x] A\n  > Oui.\n- [x] B\n  > Oui.\n"
        "- [ ] C\n  > Non.\n:::\n",
    ),
    "olx-question-laissee": (
        "", "", "::: question {#q type=échelle}\n**À quel point?**\n\n- Peu\n- Beaucoup\n:::\n",
    ),
    "olx-points-par-ligne": (
        "", "", "::: question {#q}\n**Qui fait quoi?**\n\n- Un -> A\n- Deux -> B\n:::\n",
    ),
    "olx-nombre-avec-marge": (
        "", "", "::: question {#q}\n**Combien?**\n\n- réponse : 12 ± 2\n:::\n",
    ),
    "olx-sans-melange": (
        "", "", "::: question {#q mélanger}\n**Quoi?**\n\n- [x] A\n  > Oui.\n- [x] B\n  > Oui.\n"
        "- [ ] C\n  > Non.\n:::\n",
    ),
    "olx-reponse-cachee": (
        RULE, "", "::: évaluation {#bilan moment=après}\n::: question {#q}\n**Qui?**\n\n"
        "- réponse : la DPJ\n:::\n:::\n",
    ),
    "olx-texte-seulement": (
        "", "", "::: réflexion {#note}\nEt vous?\n:::\n\n::: liste-à-cocher {#liste}\n- [ ] Un"
        " geste\n:::\n",
    ),
    "olx-mots-legers": (
        "", "", ":::: question {#q}\n" + SINGLE + "\n::: version-allégée\n**Que fait-on?**\n:::\n\n"
        "::::\n",
    ),
    "olx-sans-idee": ("", "", "::: question {#q}\n" + SINGLE + ":::\n"),
    "olx-sans-trois-suites": (
        "", "sensible : oui\n",
        "::: avis\nUn avis.\n:::\n\n::: version-allégée\nEn bref.\n:::\n\nTexte complet.\n",
    ),
    "olx-scenario-lineaire": (
        "", "", "::: scénario {#s}\n## Un\n\nTexte.\n\n- [Suite](#deux)\n  > Oui.\n\n{.fin}\n"
        "## Deux\n\nFin.\n:::\n",
    ),
    "olx-tentatives-par-question": (
        RULE, "", "::: évaluation {#bilan moment=après}\n::: question {#q}\n" + SINGLE
        + ":::\n:::\n",
    ),
    "olx-sans-echec": (
        RULE + "  tentatives : 2\n  en cas d'échec : échec\n", "",
        "::: évaluation {#bilan moment=après}\n::: question {#q}\n" + SINGLE + ":::\n:::\n",
    ),
}  # fmt: skip


def differences(tmp_path: Path, more: str, head: str, body: str, bank: str = "") -> set[str]:
    tmp_path.mkdir(exist_ok=True)
    shutil.copytree(COMMON, tmp_path / "_commun")
    (tmp_path / "_commun/idees.yaml").write_text(
        "preuve:\n  idée: Il faut une preuve.\n  réalité: Un doute suffit.\n", encoding="utf-8"
    )
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "cours.md").write_text(COURSE.replace("{more}", more.rstrip()), encoding="utf-8")
    (folder / "01-page.md").write_text(PAGE.replace("{more}", head) + body, encoding="utf-8")
    if bank:
        (folder / "banque.md").write_text(bank, encoding="utf-8")
    loaded = load(folder, Options())
    assert loaded.course is not None, [d.message() for d in loaded.diagnostics]
    return {d.code for d in olx.notes(loaded.course)}


@pytest.mark.parametrize("code", CASES)
def test_a_difference_is_said(code: str, tmp_path: Path) -> None:
    more, head, body = CASES[code]
    idea = " {idée=preuve}" if code == "olx-sans-idee" else ""
    found = differences(tmp_path, more, head, body.replace("{idea}", idea))
    assert code in found
    assert found <= {code, "olx-tentatives-par-question"}


def test_fixed_forms_and_no_draw_are_said(tmp_path: Path) -> None:
    place = "::: évaluation {#bilan moment=après banque=items tirage=1}\n:::\n"
    one, two = (f"::: question {{#q{n}}}\n{SINGLE}:::\n\n" for n in "ab")
    bank = "::: banque {#items}\n" + (one + two).replace("{idea}", "") + ":::\n"
    assert "olx-sans-tirage" in differences(tmp_path / "draw", RULE, "", place, bank)
    forms = bank.replace("{#qa}", "{#qa forme=A}").replace("{#qb}", "{#qb forme=B}")
    found = differences(tmp_path / "forms", RULE, "", place.replace(" tirage=1", ""), forms)
    assert "olx-forme-fixe" in found


def test_a_page_without_any_difference_says_nothing(tmp_path: Path) -> None:
    body = "::: question {#q}\n" + SINGLE.replace("{idea}", "") + ":::\n"
    assert differences(tmp_path, "", "", body) == set()


def test_what_the_validator_refuses_is_an_error() -> None:
    broken = {"course/course.xml": b'<course org="B" course="c" url_name="r"/>'}
    assert {d.code for d in clean(broken)} == {"olx-refuse"}
