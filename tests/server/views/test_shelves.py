"""A large library: courses by audience and level, what comes after a course inside it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

from tests.server.support import PAGES, own_files, serving

from balise_server.views.library import Card
from balise_server.views.shelves import shelves, together


def course(name: str, audience: str = "", level: str = "", title: str = "") -> Card:
    return Card(name, title or name, audiences=(audience,) if audience else (), level=level)


def test_boosters_then_the_follow_up_stand_in_their_course():
    names = ["a", "a-suivi", "a-relance-12", "a-relance-2", "a-relance", "b-relance-2", "a-suite"]
    cards = [course(name, title=f"{name} (relance 2)") for name in names]
    found = {card.id: [small.id for small in card.beside] for card in together(cards)}
    assert found == {
        "a": ["a-relance", "a-relance-2", "a-relance-12", "a-suivi"],
        "b-relance-2": [], "a-suite": [],
    }  # fmt: skip
    assert together(cards)[0].beside[0].title == "Relance 2"
    named = [replace(card, opening=f"Cas {card.id}") for card in cards]
    assert together(named)[0].beside[0].title == "Cas a-relance"


def test_few_courses_or_one_audience_need_no_shelves():
    four = [course(str(n), audience) for n, audience in enumerate("abcd")]
    assert shelves(four) == []
    assert shelves([course(str(n), "a") for n in range(9)]) == []


def test_the_common_core_comes_first_then_audiences_by_name_and_courses_by_level():
    cards = [
        course("1", "police", "perfectionnement"), course("2", "éducation"), course("3"),
        course("4", "tronc-commun"), course("5", "police", "initiale", "Z"),
        course("6", "police", "initiale", "Écoute"),
    ]  # fmt: skip
    found = [(shelf.name, [card.id for card in shelf.cards]) for shelf in shelves(cards)]
    assert found == [
        ("Tronc commun", ["4"]), ("Éducation", ["2"]), ("Police", ["6", "5", "1"]), ("", ["3"]),
    ]  # fmt: skip


def test_the_page_leads_to_each_audience_and_says_once_that_they_are_drafts(tmp_path):
    audiences = ("police", "santé", "éducation", "tronc-commun", "poursuite")
    with serving(tmp_path) as server:
        for number, audience in enumerate(audiences):
            name = f"c{number}"
            for suffix in ("", "-relance-2"):
                files = own_files()
                data = json.loads(files["course.json"])
                data |= {"id": name + suffix, "audiences": [audience], "level": "initiale"}
                files["course.json"] = json.dumps(data)
                server.add(files, f"{name}{suffix}-1.0.0-scorm12.zip")
        page = server.get("/", PAGES).text
    assert page.count('<li class="course">') == len(audiences)
    assert page.count("aucun partenaire ne les a approuvées") == 1
    targets = re.findall(r'<a href="#(public-\d)">', page)
    assert len(targets) == len(audiences) and all(f'<h2 id="{t}"' in page for t in targets)
    levels = [int(n) for n in re.findall(r"<h(\d)", page)]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.count('<ul class="beside">') == len(audiences)
