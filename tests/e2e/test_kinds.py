"""One question of each kind, from Markdown to the record of the platform, in both editions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect
from tests.browser import visit
from tests.e2e.conftest import House
from tests.e2e.learner import Learner
from tests.e2e.test_chain import leave_and_save, rows

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

SOURCES = Path(__file__).parent / "kinds"
TYPES = {
    "b-choix": "choice",
    "b-choix-multiple": "choice",
    "b-vrai-faux": "choice",
    "b-mot": "fill-in",
    "b-nombre": "numeric",
    "b-paires": "matching",
    "b-classement": "matching",
    "b-ordre": "sequencing",
}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of the course of all kinds, built by the command from a copy of its sources."""
    work = tmp_path_factory.mktemp("kinds")
    shutil.copytree(SOURCES, work / "courses")
    command = [sys.executable, "-m", "balise_builder", "--lang", "fr"]
    command += ["build", "courses/questions", "-o", "dist"]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return work / "dist"


def enter(page: Page, house: House, edition: str) -> FrameLocator:
    """Sign in, open the player and return the frame of the package's own page."""
    course = f"{house.pages}/formations/{house.course['id']}/"
    page.goto(course)
    if page.locator("#nom").count():
        page.locator("#nom").fill("Camille")
        page.locator("form button.button-main").click()
        page.get_by_role("heading", level=1).wait_for()
    page.goto(f"{course}jouer?paquet={edition}")
    content = page.frame_locator("iframe").frame_locator("iframe")
    content.locator(".b-on").wait_for()
    return content


def sent(house: House) -> dict[str, tuple[str, str]]:
    """Return the type and the result of each answer that the platform kept, by item."""
    cmi = json.loads(rows(house, "select cmi from attempt")[0]["cmi"])
    field = "cmi.interactions.{}.{}".format
    count = sum(name.endswith(".type") for name in cmi)
    return {
        cmi[field(at, "id")].removeprefix("bilan."): (
            cmi[field(at, "type")],
            cmi[field(at, "result")],
        )
        for at in range(count)
    }


@pytest.mark.parametrize("edition", [pytest.param("scorm12", marks=pytest.mark.slow), "scorm2004"])
def test_every_kind_is_played_recorded_and_found_again(
    browser: Browser, house: House, edition: str
) -> None:
    with visit(browser, house.pages, width=390, height=844, locale="fr-CA") as page:
        learner = Learner(enter(page, house, edition), house.course)
        while learner.place() != "bilan-page":
            learner.read_on()
        page.goto(house.pages)
        content = enter(page, house, edition)
        learner = Learner(content, house.course)
        assert learner.place() == "bilan-page"
        learner.button("Précédent").click()
        expect(content.locator(".b-verdict.b-right")).to_have_count(8)
        learner.next()
        learner.finish()
        expect(content.get_by_text("Votre meilleur résultat : 11 sur 11")).to_be_visible()
        leave_and_save(house, content)
    attempt = rows(house, "select * from attempt")[0]
    assert (attempt["completion"], attempt["success"], attempt["score"]) == (
        "completed", "passed", 1.0,
    )  # fmt: skip
    assert "Une note qui reste ici" not in json.dumps(attempt)
    assert sent(house) == {name: (kind, "correct") for name, kind in TYPES.items()}
