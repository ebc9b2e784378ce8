"""What a learner does, in a word each."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

BEGIN = re.compile("^(Commencer|Reprendre le questionnaire|Refaire le questionnaire)$")
RIGHT = {
    "Une famille demande": ["Continuer le service habituel"],
    "Un couple âgé": ["Continuer le service habituel"],
    "ne répond à aucune question": ["Observer et consigner"],
    "La même chambre": ["Observer et consigner"],
    "Que consigne-t-on": ["L’heure", "Les faits observés"],
    "À qui transmet-on": ["À la personne responsable du quart", "Au 911 en cas de danger"],
}


def button(page: Page, name: str) -> Locator:
    """Return the visible button of this name (several may stand in closed dialogs)."""
    return page.get_by_role("button", name=name, exact=True)


def press(page: Page, *names: str) -> None:
    """Press buttons one after the other."""
    for name in names:
        button(page, name).click()


def turn_to(page: Page, name: str) -> None:
    """Open a page through the menu, by a part of its title."""
    press(page, "Menu")
    page.locator(".b-entry", has_text=name).click()


def again(page: Page) -> None:
    """Reload, and say that the progress found is mine where that is asked."""
    page.reload()
    if button(page, "Oui, continuer").is_visible():
        press(page, "Oui, continuer")


def save_now(page: Page) -> None:
    """Have the state saved without waiting for the quiet that follows the last change."""
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")


def title(page: Page) -> str:
    """Return the words of the page's visible title."""
    return page.locator("h1:visible").inner_text()


def focused(page: Page) -> str:
    """Return the words of what has the focus."""
    return str(page.evaluate("() => document.activeElement.innerText"))


def answer_rightly(page: Page) -> None:
    """Tick the right choices of the question on stage."""
    stem = page.locator(".b-stage .b-stem").inner_text()
    wanted = next((choices for words, choices in RIGHT.items() if words in stem), None)
    if wanted is None:
        raise AssertionError(f"no right answer is known for « {stem} »")
    for words in wanted:
        page.locator(".b-stage label", has_text=words).click()


def take(page: Page, right: bool = True) -> None:
    """Go through the evaluation of the page, all rightly, or without any answer."""
    page.get_by_role("button", name=BEGIN).click()
    while not button(page, "Terminer le questionnaire").is_visible():
        if right:
            answer_rightly(page)
        page.locator(".b-steps .b-main-action").click()
    press(page, "Terminer le questionnaire")
