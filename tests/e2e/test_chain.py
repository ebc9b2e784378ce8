"""From the trainer's folder to the manager's page, in both editions, in a real browser."""

from __future__ import annotations

import csv
import io
import sqlite3
import time
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page
from tests.browser import visit
from tests.e2e.conftest import COURSE, House
from tests.e2e.learner import Learner

EDITIONS = ["scorm12", pytest.param("scorm2004", marks=pytest.mark.slow)]
"""A whole course in the other edition is played by ``test_kinds``; here only in the full matrix."""
pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


def sign_in(page: Page, house: House, name: str) -> None:
    """Give a name, as preview mode asks."""
    page.goto(f"{house.pages}/formations/{COURSE}/")
    page.locator("#nom").fill(name)
    page.locator("form button.button-main").click()
    page.get_by_role("heading", level=1).wait_for()


def play(page: Page, house: House, edition: str) -> FrameLocator:
    """Open the player of one edition; return the frame of the package's own page."""
    page.goto(f"{house.pages}/formations/{COURSE}/jouer?paquet={edition}")
    content = page.frame_locator("iframe").frame_locator("iframe")
    content.locator(".b-on").wait_for()
    return content


def rows(house: House, sql: str) -> list[dict[str, Any]]:
    """Read the database with SQLite itself, not through our own code."""
    with sqlite3.connect(house.data / "balise.sqlite") as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(sql)]


def leave_and_save(house: House, content: FrameLocator) -> None:
    """Press « Enregistrer et quitter », read that it is saved, and let the last beacon arrive."""
    content.get_by_role("button", name="Enregistrer et quitter", exact=True).first.click()
    content.get_by_role("heading", name="C’est enregistré").wait_for()
    end = time.monotonic() + 10
    while not any(row["terminated"] for row in rows(house, "select terminated from attempt")):
        assert time.monotonic() < end, "the session was never closed"
        time.sleep(0.05)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_learner_plays_to_a_pass_and_the_record_says_so(
    browser: Browser, house: House, edition: str
) -> None:
    with visit(browser, house.pages, width=390, height=844, locale="fr-CA") as page:
        sign_in(page, house, "Camille")
        content = play(page, house, edition)
        Learner(content, house.course).finish()
        content.get_by_role("heading", name="Vous avez terminé").wait_for()
        leave_and_save(house, content)
    attempt = rows(house, "select * from attempt")[0]
    assert (attempt["completion"], attempt["success"], attempt["score"]) == (
        "completed",
        "passed",
        1.0,
    )
    assert (attempt["edition"], attempt["terminated"], attempt["number"]) == (edition, 1, 1)
    record = rows(house, "select * from registration")[0]
    assert record["completed_at"] is not None
    assert record["passed_at"] is not None


@pytest.mark.slow  # ``test_kinds`` leaves half-way and comes back too.
@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_leaving_half_way_and_coming_back_takes_up_the_same_place(
    browser: Browser, house: House, edition: str
) -> None:
    with visit(browser, house.pages, locale="fr-CA") as page:
        sign_in(page, house, "Sacha")
        learner = Learner(play(page, house, edition), house.course)
        while learner.place() != "gestes":
            learner.read_on()
        page.goto(house.pages)
        half = rows(house, "select * from attempt")[0]
        assert (half["completion"], half["success"]) == ("incomplete", "unknown")
        again = Learner(play(page, house, edition), house.course)
        assert again.place() == "gestes"
        again.finish()
        leave_and_save(house, page.frame_locator("iframe").frame_locator("iframe"))
    done = rows(house, "select * from attempt")
    assert [(a["completion"], a["success"], a["number"]) for a in done] == [
        ("completed", "passed", 1)
    ]
    assert done[0]["sessions"] == 2


def test_below_the_threshold_one_may_try_again_and_the_best_counts(
    browser: Browser, house: House
) -> None:
    with visit(browser, house.pages, locale="fr-CA") as page:
        sign_in(page, house, "Noé")
        content = play(page, house, "scorm2004")
        learner = Learner(content, house.course)
        while learner.place() != "bilan-final":
            learner.read_on()
        host = learner.section().locator("[data-evaluation]").first
        learner.evaluate(host, right=5)
        host.get_by_text("Le seuil est de 8 points.").wait_for()
        page.wait_for_timeout(500)
        low = rows(house, "select * from attempt")[0]
        assert (low["completion"], low["success"], low["score"]) == ("incomplete", "unknown", 0.5)
        host.get_by_role("button", name="Refaire le questionnaire").click()
        learner.evaluate(host, right=9)
        host.get_by_text("Le seuil de 8 points est atteint.").wait_for()
        learner.next()
        learner.finish()
        leave_and_save(house, content)
    high = rows(house, "select * from attempt")[0]
    assert (high["completion"], high["success"], high["score"]) == ("completed", "passed", 0.9)


def test_the_manager_reads_what_was_recorded(browser: Browser, house: House) -> None:
    with visit(browser, house.pages, locale="fr-CA") as page:
        sign_in(page, house, "Lou")
        content = play(page, house, "scorm12")
        Learner(content, house.course).finish()
        leave_and_save(house, content)
        page.goto(f"{house.pages}/statistiques/{COURSE}/")
        page.get_by_role("heading", level=1).wait_for()
        assert page.locator("svg[role=img]").count() >= 1
        table = page.request.get(f"{house.pages}/statistiques/statistiques.csv").text()
    line = next(csv.DictReader(io.StringIO(table.lstrip("﻿"))))
    counted = {name: line[f"{name} (personnes)"] for name in ("Commencée", "Terminée", "Réussie")}
    assert counted == {"Commencée": "1", "Terminée": "1", "Réussie": "1"}
    assert (line["Formation"], line["90–100 %"]) == (house.course["title"], "1")
