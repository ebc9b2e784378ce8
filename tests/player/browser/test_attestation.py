"""The attestation: printable once the course is completed, without a score, never a gate."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import accessibility_faults
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import press, title, turn_to

pytestmark = pytest.mark.browser

PRINTED = """
window.print = () => {
  window.printed = [...document.querySelector('.b-sheet').children].map((e) => e.textContent);
  window.dispatchEvent(new Event('afterprint'));
};
"""


def only_pages(data: dict[str, Any]) -> None:
    data["rule"].update(pages=0, evaluation=None, threshold=None, of=None)


def finish(page: Page) -> None:
    turn_to(page, "Le bilan")
    press(page, "Terminer")


def test_a_completed_course_offers_a_sheet_that_bears_no_score(play: Opener) -> None:
    with play(change=only_pages, script=PRINTED) as page:
        finish(page)
        assert title(page) == "Vous avez terminé"
        press(page, "Imprimer l’attestation")
        said = page.evaluate("() => window.printed")
        assert said[:2] == ["Attestation", "Nom"]
        assert "version 0.1.0" in said[2]
        assert said[3].startswith("Le ")
        assert said[4] == (
            "Cette formation est une ébauche, que ses partenaires n’ont pas encore approuvée."
        )
        assert len(said) == 5
        expect(page.locator(".b-sheet")).to_have_count(0)
        assert accessibility_faults(page) == []


def test_a_course_that_is_not_completed_offers_none(play: Opener) -> None:
    with play() as page:
        finish(page)
        expect(page.locator("[data-attestation]")).to_have_count(0)
