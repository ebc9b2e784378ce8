"""A scenario in the document: it reads as a game book, and gives nothing away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from balise_builder import contract
from balise_builder.model import Course
from balise_builder.render import render
from tests.builder.compile.cases import Case, run
from tests.builder.story import NIGHT

BODY = NIGHT.split("---\n", 2)[2]


def course_of(folder: Path, body: str = BODY) -> Course:
    made, found, _ = run(Case("story", {"01-page.md": body.splitlines()}), folder)
    assert made is not None, found
    return made


def page_of(made: Course) -> Any:
    html = render(made, contract.dumps(made)).index("web")
    tree: Any = etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))
    (page,) = tree.xpath("//section[@data-page='page']")
    return page


def test_every_choice_is_a_link_that_names_where_it_leads(tmp_path: Path) -> None:
    page = page_of(course_of(tmp_path))
    titles = {s.get("id"): s.findtext("h2") for s in page.iter("section") if s.get("data-scene")}
    links = page.xpath(".//ul[@class='b-scene-choices']/li")
    assert (len(titles), len(links)) == (11, 19)
    for line in links:
        assert titles[line.find("a").get("href")[1:]] == line.findtext("span")
    ends = page.xpath(".//section[@data-end]/@data-scene")
    assert ends == ["fin-ensemble", "fin-accompagnee", "fin-transmise"]


def test_nothing_of_what_decides_can_be_read(tmp_path: Path) -> None:
    words = " ".join("".join(map(str, page_of(course_of(tmp_path)).itertext())).split())
    for secret in ("confiance", "retard", "Reconnaître une maladresse", "points", "`", "{"):
        assert secret not in words
    for text in ("Vous êtes de garde", "« Vous décidez.", "Pour moi", "Elle a choisi"):
        assert text in words


@pytest.mark.parametrize(("above", "level"), [("", "h2"), ("## Avant\n\n", "h3")])
def test_a_scene_has_a_heading_of_the_level_that_follows(
    above: str, level: str, tmp_path: Path
) -> None:
    page = page_of(course_of(tmp_path, above + BODY))
    scenes = page.xpath(".//section[@data-scene]")
    assert {scene[0].tag for scene in scenes} == {level}


def test_the_title_of_a_scene_is_text_in_course_json(tmp_path: Path) -> None:
    body = BODY.replace("## Un silence", "## Un silence & <3").replace(
        "(#un-silence)", "(#un-silence--3)"
    )
    (story,) = contract.to_json(course_of(tmp_path, body))["scenarios"]
    assert "Un silence &amp; &lt;3" in [scene["title"] for scene in story["scenes"]]
