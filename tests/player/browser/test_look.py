"""Accessible, at any width, in light and dark, without script, on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import accessibility_faults, horizontal_overflow, visit
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import press, take, turn_to
from tests.player.sample import write_package

pytestmark = pytest.mark.browser

Act = Callable[[Page], object]


def screens(page: Page) -> Iterator[str]:
    """Walk through every screen of the player; the caller looks at each."""
    yield "notice"
    press(page, "Menu")
    yield "menu"
    page.keyboard.press("Escape")
    press(page, "Aide")
    yield "help"
    page.keyboard.press("Escape")
    press(page, "Continuer", "Commencer")
    yield "evaluation"
    press(page, "Vérifier mes réponses")
    yield "look back"
    press(page, "Terminer le questionnaire")
    yield "thanks"
    press(page, "Suivant", "Continuer")
    yield "full text"
    question = page.locator("[data-full] [data-item=q-gestes]")
    question.get_by_text("Suivre la personne").click()
    for _ in range(2):
        question.get_by_role("button", name="Valider").click()
    yield "feedback"
    question.get_by_role("button", name="Voir la réponse").click()
    yield "key"
    press(page, "Lire la version allégée")
    yield "light version"
    press(page, "Suivant")
    page.locator("textarea").fill("Une note")
    yield "note"
    press(page, "Suivant")
    take(page, right=False)
    page.locator(".b-stage summary").first.click()
    yield "result"
    press(page, "Terminer")
    yield "end"
    press(page, "Qui voit quoi")
    yield "privacy"
    page.locator(".b-exit-button").click()
    expect(page.get_by_role("button", name="Reprendre le cours")).to_be_visible()
    yield "exit"


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 390),
        pytest.param("dark", 1280, marks=pytest.mark.slow),  # test_access_sweep: in the dark too
        pytest.param("dark", 390, marks=pytest.mark.slow),
        pytest.param("light", 1280, marks=pytest.mark.slow),
    ],
)
def test_every_screen_is_accessible(play: Opener, scheme: str, width: int) -> None:
    with play(width=width, color_scheme=scheme, reduced_motion="reduce") as page:
        faults = {name: found for name in screens(page) if (found := accessibility_faults(page))}
    assert faults == {}


@pytest.mark.parametrize(
    ("width", "height"), [pytest.param(320, 568, marks=pytest.mark.slow), (320, 256)]
)
def test_nothing_scrolls_sideways_at_320_pixels(play: Opener, width: int, height: int) -> None:
    with play(width=width, height=height) as page:
        wide = {name: over for name in screens(page) if (over := horizontal_overflow(page))}
    assert wide == {}


def small_targets(page: Page) -> list[str]:
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('button, summary, label')]
              .filter(e => e.checkVisibility() && !e.querySelector('textarea, [type=text]'))
              .filter(e => Math.min(e.offsetHeight, e.offsetWidth) < 44)
              .map(e => e.innerText)"""
        )
    )


def test_controls_are_large_enough_for_a_thumb(play: Opener) -> None:
    with play(width=390, height=844, has_touch=True) as page:
        small = {name: found for name in screens(page) if (found := small_targets(page))}
    assert small == {}


def test_the_focus_never_hides_behind_the_bar(play: Opener) -> None:
    with play(width=390, height=600) as page:
        turn_to(page, "Ce qu’on peut")
        press(page, "Continuer")
        page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
        hidden = []
        for _ in range(40):
            page.keyboard.press("Shift+Tab")
            covered = page.evaluate(
                """() => { const e = document.activeElement, bar = document.querySelector('.b-bar');
                  if (bar.contains(e) || e === document.body || e.closest('.b-skip')) return '';
                  return e.getBoundingClientRect().bottom <= bar.getBoundingClientRect().bottom
                    ? e.outerHTML : ''; }"""
            )
            hidden += [covered] if covered else []
    assert hidden == []


def test_forced_colours_keep_every_control(play: Opener) -> None:
    with play(forced_colors="active") as page:
        press(page, "Continuer", "Commencer")
        page.get_by_role("radio").first.check()
        outline = (
            "() => getComputedStyle(document.querySelector('.b-choice:has(:checked)')).outlineStyle"
        )
        assert page.evaluate(outline) == "solid"


@pytest.fixture
def still(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The document with script turned off."""
    with visit(browser, write_package(tmp_path).as_uri(), java_script_enabled=False) as page:
        yield page


def test_without_script_everything_reads_and_no_key_shows(still: Page) -> None:
    assert still.locator("section.b-section:visible").count() == 6
    expect(still.locator("[data-light]")).to_be_visible()
    expect(still.get_by_text("Au comptoir, un soir de semaine")).to_be_hidden()
    expect(still.get_by_role("navigation").get_by_role("link")).to_have_count(6)
    text = still.locator("body").inner_text()
    assert "Quels gestes" not in text
    assert "Trop large et trop pressant" not in text
    assert "Une famille demande une deuxième clé" not in text
    still.get_by_text("Lire le texte complet").click()
    expect(still.get_by_text("Quels gestes sont de votre rôle?")).to_be_visible()


def test_on_paper_neither_the_full_text_nor_the_feedback_shows(play: Opener) -> None:
    with play() as page:
        press(page, "Suivant", "Continuer")
        question = page.locator("[data-full] [data-item=q-premiere-phrase]")
        question.get_by_text("Racontez-moi").click()
        question.get_by_role("button", name="Valider").click()
        page.emulate_media(media="print")
        expect(page.locator("[data-full]:visible")).to_have_count(0)
        expect(page.locator("#p-signaux [data-light]")).to_be_visible()
        expect(page.locator(".b-feedback:visible")).to_have_count(0)
        for frame in (".b-bar", ".b-foot", ".b-ways-on"):
            expect(page.locator(f"{frame}:visible")).to_have_count(0)


def test_two_courses_stand_on_one_page_without_sharing_an_id(
    browser: Browser, tmp_path: Path
) -> None:
    index = write_package(tmp_path)
    html = index.read_text(encoding="utf-8")
    start, end = html.index('<div class="balise"'), html.index('<script type="application/json"')
    block = html[end : html.index("<script src")]
    twice = html[start:end] + block
    other = twice.replace("exemple-accueil", "autre").replace('"p-', '"q-').replace('"t-', '"u-')
    other = other.replace('"fn-', '"gn-').replace('"fr-', '"gr-').replace('"src-', '"tsrc-')
    index.write_text(html.replace("<script src", other + "<script src"), encoding="utf-8")
    with visit(browser, index.as_uri()) as page:
        expect(page.locator(".b-bar")).to_have_count(2)
        page.get_by_role("button", name="Suivant").first.click()
        shown = page.locator("h1:visible").all_inner_texts()
        assert shown == ["Ce qu’on peut remarquer", "Accueillir et remarquer"]
        ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))
