"""The editor in the workbench, as authors meet it in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import visit
from tests.xblocks.bench import Bench
from tests.xblocks.test_workbench import faults, ready

pytestmark = pytest.mark.browser
HEAD = "---\nid : nuit\ntitre : Une nuit\nversion : 0.1.0\nlangue : fr-CA\n---\n\n"
TEXT = "textarea[name='markdown']"


@contextmanager
def studio(browser: Browser, address: str, locale: str = "fr-CA", **more: Any) -> Iterator[Page]:
    with visit(browser, address, locale=locale, **more) as page:
        page.set_default_timeout(8_000)
        yield page


def said(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => document.querySelector('.b-findings [role=status]').textContent.includes(words)",
        arg=words,
    )


def alert(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => document.querySelector('[role=alert]').textContent.includes(words)", arg=words
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_findings_stand_beside_the_text_and_lead_to_their_lines(
    browser: Browser, bench: Bench, width: int
) -> None:
    with studio(browser, bench.address("new-lesson", view="studio_view/"), width=width) as page:
        said(page, "Aucune remarque")
        page.fill(TEXT, f"{HEAD}Un texte.\n\n::: qestion\nDes mots.\n:::\n")
        said(page, "1 erreur")
        page.get_by_role("button", name="Ligne 10").click()
        chosen = page.evaluate(
            "() => { const t = document.activeElement;"
            " return t.value.slice(t.selectionStart, t.selectionEnd); }"
        )
        assert chosen == "::: qestion"
        assert faults(page) == []
        wide = page.evaluate("document.querySelector('.b-studio').scrollWidth <= innerWidth")
        assert wide or width > 390


def test_a_draft_is_kept_and_then_what_compiles_is_what_learners_meet(
    browser: Browser, bench: Bench
) -> None:
    address = bench.address("new-checklist", view="studio_view/")
    right = f"{HEAD}::: liste-à-cocher {{#liste}}\n- [ ] Un geste\n:::\n"
    with studio(browser, address) as page:
        page.fill(TEXT, right.replace("liste-à", "lste-à"))
        page.locator(".save-button").click()
        alert(page, "Gardé comme brouillon")
        page.reload()
        page.get_by_text("Ceci est un brouillon").wait_for()
        assert "lste-à" in page.input_value(TEXT)
        said(page, "erreur")
        page.fill(TEXT, right)
        page.locator(".save-button").click()
        alert(page, "Enregistré")
    with visit(browser, bench.address("new-checklist", "zoe")) as page:
        ready(page)
        page.get_by_text("Un geste").wait_for()


@pytest.mark.slow
def test_what_is_not_saved_is_given_up_only_when_asked_twice(
    browser: Browser, bench: Bench
) -> None:
    with studio(browser, bench.address("other-lesson", view="studio_view/")) as page:
        page.fill(TEXT, f"{HEAD}Des mots.\n")
        page.locator(".cancel-button").click()
        alert(page, "n’est pas enregistré")
        page.context.set_offline(True)
        page.locator(".save-button").click()
        alert(page, "Rien n’est enregistré")
        assert "Des mots." in page.input_value(TEXT)


@pytest.mark.slow
def test_the_editor_speaks_the_language_of_studio(browser: Browser, bench: Bench) -> None:
    address = bench.address("other-scenario", view="studio_view/")
    with studio(browser, address, locale="en-CA") as page:
        said(page, "No finding")
        assert "## The beginning" in page.input_value(TEXT)
        page.fill(TEXT, "---\nid: a\n---\n")
        said(page, "errors")
        assert faults(page) == []


def test_an_imported_block_says_where_its_source_is(browser: Browser, bench: Bench) -> None:
    with studio(browser, bench.address("gestes-lecon", view="studio_view/")) as page:
        page.get_by_text("vient d’un cours construit").wait_for()
        assert page.locator(TEXT).count() == 0
