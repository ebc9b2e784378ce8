"""Tabs, checklists, protocols and surveys with script; what they become without it and on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import served, visit
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import again, press, save_now, turn_to
from tests.player.browser.test_leaving import everything_kept
from tests.player.browser.test_notice import HOST
from tests.player.sample import write_package
from tests.player.tools import BODY, tools

pytestmark = pytest.mark.browser

LINE = "Je sais où noter un fait."
NIGHT = {"nom": "Responsable de nuit", "téléphone": "418 555-0100", "courriel": "nuit@exemple.org"}


def panels(page: Page) -> list[str]:
    """Return the first words of the parts that show."""
    bodies = page.locator(".b-part-body").filter(visible=True).all_inner_texts()
    return [" ".join(body.split()[:2]) for body in bodies]


def test_tabs_follow_the_arrows_home_and_end(tour: Opener) -> None:
    with tour() as page:
        turn_to(page, "Vos outils")
        tabs = page.get_by_role("tab")
        assert tabs.all_inner_texts() == ["À la réception", "À l’étage", "La nuit"]
        tabs.first.focus()
        for key, shown in [
            ("ArrowRight", "Vous gardez"), ("ArrowRight", "Vous n’êtes"),
            ("ArrowRight", "Vous notez"), ("ArrowLeft", "Vous n’êtes"),
            ("Home", "Vous notez"), ("End", "Vous n’êtes"),
        ]:  # fmt: skip
            page.keyboard.press(key)
            assert panels(page) == [shown]
        expect(page.get_by_role("tab", selected=True)).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("tabpanel", name="La nuit")).to_be_focused()


def test_on_a_phone_the_parts_fold_out_one_under_the_other(tour: Opener) -> None:
    with tour(width=390, height=844, has_touch=True) as page:
        turn_to(page, "Vos outils")
        expect(page.get_by_role("tab")).to_have_count(0)
        assert panels(page) == ["Vous notez"]
        second = page.get_by_role("button", name="À l’étage")
        second.tap()
        expect(second).to_have_attribute("aria-expanded", "true")
        assert panels(page) == ["Vous notez", "Vous gardez"]
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(page.get_by_role("tab")).to_have_count(3)
        assert panels(page) == ["Vous notez"]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_link_to_a_part_opens_it(tour: Opener, width: int) -> None:
    with tour(width=width) as page:
        turn_to(page, "Vos outils")
        page.get_by_role("link", name="La nuit").click()
        assert panels(page) == ["Vous n’êtes"]
        expect(page.get_by_text("Vous n’êtes jamais seule")).to_be_in_viewport()


def test_on_paper_every_part_shows_under_its_title(tour: Opener) -> None:
    with tour() as page:
        turn_to(page, "Vos outils")
        page.emulate_media(media="print")
        expect(page.locator(".b-part-title:visible")).to_have_count(3)
        assert len(panels(page)) == 3
        expect(page.locator(".b-tab:visible")).to_have_count(0)
        expect(page.get_by_text("L’heure, le lieu, les mots entendus.")).to_be_visible()


def test_without_script_the_containers_read_whole(tour: Opener) -> None:
    with tour(java_script_enabled=False) as page:
        expect(page.locator(".b-part p:visible")).to_have_count(3)
        expect(page.get_by_text(LINE)).to_be_visible()
        expect(page.get_by_text("n’a pas encore ajouté ses contacts")).to_be_visible()


def box(page: Page) -> Locator:
    return page.get_by_role("checkbox", name=LINE)


def test_ticks_live_for_the_sitting_and_are_never_sent(tour: Opener) -> None:
    with tour("scorm12", script=HOST) as page:
        turn_to(page, "Vos outils")
        page.get_by_text(LINE).click()
        press(page, "Suivant", "Précédent")
        expect(box(page)).to_be_checked()
        save_now(page)
        assert "avant-quart" not in everything_kept(page)
        before = page.evaluate("() => JSON.stringify(calls.filter((c) => /suspend/.test(c[1])))")
        page.get_by_text("Je sais qui est responsable").click()
        save_now(page)
        after = page.evaluate("() => JSON.stringify(calls.filter((c) => /suspend/.test(c[1])))")
        assert after == before
        again(page)
        turn_to(page, "Vos outils")
        expect(box(page)).not_to_be_checked()


def test_ticks_are_kept_on_purpose_and_erased_with_the_notes(tour: Opener) -> None:
    with tour("scorm12", script=HOST) as page:
        turn_to(page, "Vos outils")
        box(page).check()
        page.get_by_role("checkbox", name="Garder sur cet appareil").check()
        again(page)
        turn_to(page, "Vos outils")
        expect(box(page)).to_be_checked()
        press(page, "Menu", "Effacer mes notes")
        page.keyboard.press("Escape")
        expect(box(page)).not_to_be_checked()
        assert "avant-quart" not in everything_kept(page)


def printed(page: Page) -> str:
    """Return what a print button would put on paper, and go back to the screen."""
    page.emulate_media(media="print")
    words = " ".join(page.locator("body").inner_text().replace("\N{NO-BREAK SPACE}", " ").split())
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    return words


def test_a_checklist_prints_alone_with_its_ticks(tour: Opener) -> None:
    with tour(script="window.print = () => {}") as page:
        turn_to(page, "Vos outils")
        box(page).check()
        press(page, "Imprimer la liste")
        assert printed(page) == (
            "Vos outils Avant mon quart : ☐ Je sais qui est responsable ce soir."
            f" ☑ {LINE} ☐ Je sais où trouver de l’aide."
        )
        expect(box(page)).to_be_checked()


def test_a_survey_says_what_becomes_of_the_answers_and_prints_them(tour: Opener) -> None:
    with tour(script="window.print = () => {}") as page:
        turn_to(page, "Votre avis")
        expect(page.get_by_text("restent sur cet appareil et ne sont pas envoyées")).to_be_visible()
        page.get_by_text("Beaucoup").click()
        page.locator("[data-item=mot] textarea").fill("Plus d’exemples")
        press(page, "Imprimer mes réponses")
        words = printed(page)
        assert "☑ Beaucoup" in words
        assert "☐ Un peu" in words
        assert "Plus d’exemples" in words
        assert "Garder sur cet appareil" not in words
        assert "noté" not in words


def test_a_survey_inside_a_platform_does_not_promise_more(tour: Opener) -> None:
    with tour("scorm12", script=HOST) as page:
        turn_to(page, "Votre avis")
        expect(page.get_by_text("ni comme résultat ni comme rapport")).to_be_visible()


@contextmanager
def beside(
    browser: Browser, folder: Path, content: str | None, told: list[str] | None = None
) -> Iterator[Locator]:
    """Give the protocol of the page, served with ``protocole.json`` beside it or not.

    :param told: takes what the console says.
    """
    heard = told if told is not None else []
    write_package(folder, change=tools, source=BODY)
    if content is not None:
        (folder / "protocole.json").write_text(content, encoding="utf-8")
    with served(folder) as address, visit(browser, "about:blank") as page:
        page.on("console", lambda message: heard.append(message.text))
        page.goto(f"{address}/index.html")
        page.wait_for_load_state("networkidle")
        turn_to(page, "Vos outils")
        yield page.locator("[data-protocol]")


def test_the_contacts_of_the_employer_stand_in_place_of_the_default(
    browser: Browser, tmp_path: Path
) -> None:
    content = json.dumps({"contacts": {"texte": "<b>La nuit</b>", "contacts": [NIGHT]}})
    with beside(browser, tmp_path, content) as protocol:
        expect(protocol.get_by_text("Contacts ajoutés par votre employeur")).to_be_visible()
        expect(protocol.get_by_text("<b>La nuit</b>")).to_be_visible()
        expect(protocol.get_by_text("Danger immédiat")).to_be_hidden()
        assert protocol.get_by_role("link").evaluate_all("all => all.map((a) => a.href)") == [
            "tel:4185550100", "mailto:nuit@exemple.org",
        ]  # fmt: skip


@pytest.mark.parametrize("content", [None, "{", '{"contacts": {"contacts": [{"nom": "A"}]}}'])
def test_without_a_file_that_reads_the_default_stands(
    browser: Browser, tmp_path: Path, content: str | None
) -> None:
    told: list[str] = []
    with beside(browser, tmp_path, content, told) as protocol:
        expect(protocol.get_by_text("Danger immédiat")).to_be_visible()
        expect(protocol.get_by_text("Votre employeur n’a pas encore")).to_be_visible()
        assert any("protocole.json: " in line for line in told) == (content is not None)
