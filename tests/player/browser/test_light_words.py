"""A sensitive question in lighter words: same choices, same key, and nothing recorded of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.contract import dumps
from balise_builder.render import render
from tests.player.browser.built import build, opened

pytestmark = pytest.mark.browser

COURSE = """---
id : mots
titre : Des mots légers
version : 0.1.0
langue : fr-CA
réussite :
  évaluation : bilan
  seuil : 1 sur 1
transmission : résultat
---

Bonjour.
"""
ITEM = """::: question {{#{name}}}
{form}
**Une jeune personne crie. Que faites-vous?**

- [x] J'appelle à l'aide.
  > Oui.
- [ ] Je regarde.
  > L'élan se comprend.

::: version-allégée
**Quelqu'un a besoin d'aide. Que faites-vous?**

- [x] Je préviens.
- [ ] J'observe.
:::
:::
"""
PAGE = "---\ntitre : Une page\nid : une-page\n---\n\n"
QUIZ = "::: évaluation {#bilan moment=après banque=items}\n:::\n"
TEST = f"---\ntitre : Bilan\nid : page-bilan\n---\n\n{QUIZ}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course with such a question in a page and in its evaluation."""
    work = tmp_path_factory.mktemp("light")
    course = work / "src/mots"
    course.mkdir(parents=True)
    (work / "src/_commun").mkdir()
    bank = "::: banque {#items}\n" + ITEM.format(name="q-banque", form="") + ":::\n"
    for name, text in (
        ("cours.md", COURSE),
        ("01-page.md", PAGE + ITEM.format(name="q-page", form="")),
        ("02-bilan.md", TEST),
        ("banque.md", bank),
    ):
        (course / name).write_text(text, encoding="utf-8")
    return build(work / "src", "mots", work)


def test_the_lighter_words_are_one_press_away_and_keep_what_was_chosen(
    browser: Browser, folder: Path
) -> None:
    with opened(browser, folder) as (page, learner):
        learner.next()
        item = page.locator("[data-item='q-page']")
        expect(item).to_contain_text("Une jeune personne crie.")
        item.get_by_label("J’appelle à l’aide.").check()
        item.get_by_role("button", name="Lire la version allégée").press("Enter")
        expect(item).to_contain_text("Quelqu’un a besoin d’aide.")
        expect(item).not_to_contain_text("Une jeune personne crie.")
        expect(item.get_by_label("Je préviens.")).to_be_checked()
        expect(item.get_by_role("button", name="Lire le texte complet")).to_be_focused()
        item.get_by_role("button", name="Valider").click()
        expect(item).to_contain_text("Oui.")


@pytest.mark.parametrize("light", [False, True])
def test_either_wording_counts_the_same_in_an_evaluation_and_none_is_kept(
    browser: Browser, folder: Path, light: bool
) -> None:
    with opened(browser, folder) as (page, learner):
        learner.next()
        learner.next()
        page.get_by_role("button", name="Commencer").click()
        if light:
            page.get_by_role("button", name="Lire la version allégée").click()
        page.locator("[data-evaluation]").get_by_label(
            "Je préviens." if light else "J’appelle à l’aide."
        ).check()
        page.get_by_role("button", name="Vérifier mes réponses").click()
        page.get_by_role("button", name="Terminer le questionnaire").click()
        told = page.locator(".b-told")
        expect(told).to_contain_text("Je préviens." if light else "J’appelle à l’aide.")
        expect(page.locator("[data-evaluation]")).to_contain_text("1 point sur 1")
        stored = page.evaluate("JSON.stringify(localStorage)")
        assert "light" not in stored and "préviens" not in stored


def test_the_lighter_words_stand_in_the_light_version_of_a_page(tmp_path: Path) -> None:
    course = tmp_path / "courses/mots"
    course.mkdir(parents=True)
    (course / "cours.md").write_text(COURSE.split("réussite")[0] + "---\n\nBonjour.\n", "utf-8")
    item = ITEM.format(name="q-page", form="")
    body = f"::: avis\nRien de dur.\n:::\n\n::: version-allégée\n{item}:::\n\n{item}"
    (course / "01-page.md").write_text(PAGE.replace("---\n\n", "sensible : oui\n---\n\n") + body)
    loaded = load(course, Options())
    assert loaded.course is not None, loaded.diagnostics
    html = render(loaded.course, dumps(loaded.course)).index("web").decode()
    light, full = html.split("data-light")[1].split("data-full")
    assert "Je préviens." in light and "crie" not in light
    assert "crie" in full and "Je préviens." not in full.split("</details>")[0]
