"""Scenarios and containers from Markdown to the learner's screen, in a package as it is built."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import accessibility_faults, served, visit

pytestmark = pytest.mark.browser

SOURCE = Path(__file__).parent / "tools"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked web package of the course, with the contacts of an employer beside it."""
    out = tmp_path_factory.mktemp("tools")
    shutil.copytree(SOURCE, out / "essai")
    command = [sys.executable, "-m", "balise_builder", "build", "essai", "-t", "web", "-o", "."]
    built = subprocess.run(command, cwd=out, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    zipfile.ZipFile(next(out.glob("*-web.zip"))).extractall(out / "site")
    contacts = {"contacts": [{"nom": "Responsable de nuit", "téléphone": "poste 22"}]}
    (out / "site/protocole.json").write_text(json.dumps(contacts), encoding="utf-8")
    return out / "site"


def press(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


def play_the_night(page: Page) -> None:
    press(page, "Monter vérifier")
    expect(page.get_by_text("Votre inquiétude est juste")).to_be_visible()
    press(page, "Continuer", "Redescendre avec elle")
    expect(page.get_by_role("heading", name="La suite")).to_be_focused()
    expect(page.get_by_text("2 points sur 2")).to_be_visible()
    press(page, "Reprendre depuis le début")
    expect(page.get_by_role("heading", name="Au comptoir")).to_be_focused()


def use_the_tools(page: Page) -> None:
    press(page, "Suivant")
    page.get_by_role("tab", name="À l’étage").click()
    expect(page.get_by_text("Vous parlez à votre responsable.")).to_be_visible()
    page.get_by_text("Je sais où noter un fait.").click()
    expect(page.get_by_role("checkbox", name="Je sais où noter un fait.")).to_be_checked()
    contact = page.get_by_text("Responsable de nuit")
    expect(contact).to_be_visible()
    expect(page.get_by_text("direction de la protection de la jeunesse")).to_be_hidden()


def give_an_opinion(page: Page) -> None:
    press(page, "Suivant")
    expect(page.get_by_text("restent sur cet appareil et ne sont pas envoyées")).to_be_visible()
    page.get_by_text("Beaucoup").click()
    page.get_by_role("textbox", name="Ma note privée").fill("Plus d’exemples")
    page.evaluate("() => { window.print = () => {}; }")
    press(page, "Imprimer mes réponses")
    sheet = page.locator(".b-sheet")
    expect(sheet).to_contain_text("☑ Beaucoup")
    expect(sheet).to_contain_text("Plus d’exemples")


def test_a_night_and_its_tools_are_played_as_they_were_written(
    browser: Browser, package: Path
) -> None:
    with served(package) as address, visit(browser, f"{address}/index.html") as page:
        play_the_night(page)
        assert accessibility_faults(page) == []
        use_the_tools(page)
        assert accessibility_faults(page) == []
        give_an_opinion(page)
        page.route("https://neutre.exemple/", lambda route: route.fulfill(body="Météo"))
        page.locator(".b-bar .b-away").click()
        page.wait_for_url("https://neutre.exemple/")
