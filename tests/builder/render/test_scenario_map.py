"""The map of a scenario: nothing overlaps, nothing is left out, the same bytes each time."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from balise_builder.markdown.typography import typeset
from balise_builder.model import Scenario
from balise_builder.model.walk import page_scenarios
from balise_builder.render.layers import Drawing, Edge, draw
from balise_builder.render.scenario_map import (
    course_maps,
    scenario_map,
    scenario_strips,
    wrapped,
)
from balise_builder.render.scenario_shapes import Strips, cut
from balise_builder.render.scenario_words import as_list
from tests.builder.render.test_scenario import course_of

SVG = "{http://www.w3.org/2000/svg}"
LETTER_WIDTH = 7.0 * 96
"""Pixels between the margins of the kit."""


@pytest.fixture
def story(tmp_path: Path) -> Scenario:
    (scenario,) = page_scenarios(course_of(tmp_path).pages[1])
    return scenario


@st.composite
def graphs(draw_: st.DrawFn) -> tuple[dict[str, tuple[float, float]], list[Edge]]:
    names = [f"n{n}" for n in range(draw_(st.integers(1, 9)))]
    sizes = st.tuples(st.floats(60, 200), st.floats(30, 90))
    labels = st.one_of(st.just((0.0, 0.0)), st.tuples(st.floats(20, 120), st.floats(15, 60)))
    ends = st.sampled_from(names)
    edges = draw_(st.lists(st.builds(Edge, ends, ends, labels), max_size=14))
    return {name: draw_(sizes) for name in names}, edges


Box = tuple[float, float, float, float]


def boxes(nodes: dict[str, tuple[float, float]], edges: list[Edge], made: Drawing) -> list[Box]:
    """Left, top, right, bottom of every node and label."""
    found = [(made.nodes[name], size) for name, size in nodes.items()]
    found += [(r.label, e.label) for e, r in zip(edges, made.routes, strict=True) if r.label]
    return [(x - w / 2, y - h / 2, x + w / 2, y + h / 2) for (x, y), (w, h) in found]


@settings(max_examples=80, deadline=None)
@given(graphs())
def test_no_scene_and_no_label_overlap(
    graph: tuple[dict[str, tuple[float, float]], list[Edge]],
) -> None:
    nodes, edges = graph
    made = draw(nodes, edges)
    for (a, b, c, d), (e, f, g, h) in combinations(boxes(nodes, edges, made), 2):
        assert c <= e + 0.2 or g <= a + 0.2 or d <= f + 0.2 or h <= b + 0.2
    assert draw(nodes, edges) == made


@settings(max_examples=80, deadline=None)
@given(graphs())
def test_arrows_join_their_scenes_and_cross_no_other(
    graph: tuple[dict[str, tuple[float, float]], list[Edge]],
) -> None:
    nodes, edges = graph
    made = draw(nodes, edges)
    for edge, route in zip(edges, made.routes, strict=True):
        if edge.source == edge.target:
            assert route.points == ()
            continue
        ends = (made.nodes[edge.source][1], made.nodes[edge.target][1])
        assert (route.points[0][1], route.points[-1][1]) == ends
        for name, (width, _) in nodes.items():
            x, y = made.nodes[name]
            for point in route.points[1:-1]:
                assert (
                    name in (edge.source, edge.target)
                    or point[1] != y
                    or (abs(point[0] - x) >= width / 2)
                )


def test_every_scene_is_on_the_map_and_endings_are_told_by_a_word(story: Scenario) -> None:
    root = etree.fromstring(str(scenario_map(story, "fr-CA", typeset)))
    texts = ["".join(map(str, text.itertext())) for text in root.iter(f"{SVG}text")]
    for number, scene in enumerate(story.scenes, 1):
        (own,) = [text for text in texts if re.match(rf"\D*( · \d points?)?{number}\. ", text)]
        assert ("Fin" in own, "Début" in own) == (scene.end, scene.id == story.start)
    assert root.get("aria-label") == (
        "Carte du scénario\N{NO-BREAK SPACE}: 11 scènes, 3 fins."
        " La liste qui suit dit la même chose."
    )
    assert {e.get("fill") for e in root.iter()} <= {None, "none", "currentColor"}
    assert not root.xpath("//*[@style]")


def test_the_map_fits_the_paper_and_is_the_same_each_time(story: Scenario) -> None:
    drawing = scenario_map(story, "fr-CA", typeset)
    assert drawing == scenario_map(story, "fr-CA", typeset)
    assert float(etree.fromstring(str(drawing)).get("width") or 0) < LETTER_WIDTH * 1.15


def test_a_map_taller_than_its_page_is_cut_between_scenes(story: Scenario) -> None:
    (whole,) = scenario_strips(story, "fr-CA", typeset, Strips(9999, 9999, 1))
    assert whole == scenario_map(story, "fr-CA", typeset)
    strips = scenario_strips(story, "fr-CA", typeset, Strips(300, 500, 0.5))
    end = -8.0
    for strip in strips:
        root = etree.fromstring(str(strip))
        box = [float(n) for n in str(root.get("viewBox")).split()]
        assert box[1] == end
        end = box[1] + box[3]
        assert float(root.get("height") or 0) == pytest.approx(box[3] / 2, abs=0.1)
        for frame in root.iter(f"{SVG}rect"):
            top = float(frame.get("y") or 0)
            assert not top < end < top + float(frame.get("height") or 0)
    assert len(strips) > 1
    assert end == pytest.approx(float(etree.fromstring(str(whole)).get("height") or 0) - 8)


SPANS = st.lists(st.tuples(st.floats(0, 900), st.floats(1, 90)), max_size=20)


@given(SPANS, st.floats(100, 400), st.floats(100, 400))
def test_strips_reach_the_end_and_hold_on_their_pages(
    places: list[tuple[float, float]], first: float, then: float
) -> None:
    cuts = cut([(top, top + high) for top, high in places], 1000, Strips(first, then, 1))
    assert cuts[-1] == 1000
    for above, below in pairwise([first - then, *cuts]):
        assert 0 < below - above <= then + 0.001 or above == first - then
    assert cuts[0] <= first


def test_the_list_says_what_the_map_shows(story: Scenario) -> None:
    french = as_list(story, "fr-CA", typeset)
    assert french.count("mène à") == sum(len(scene.choices) for scene in story.scenes)
    for words in (
        "si retard est sous 3; retard + 1", "si confiance dépasse 0 et retard est au plus 2",
        "confiance devient 0; retard devient 0", "(Fin, 1 point)", "(Début)",
    ):  # fmt: skip
        assert words in french
    english = as_list(story, "en", str)
    assert "if retard is under 3; retard + 1" in english and ": leads to 2. Un bonjour" in english


def test_a_course_has_a_map_a_scenario_with_the_title_of_its_page(tmp_path: Path) -> None:
    ((title, map_),) = course_maps(course_of(tmp_path))
    assert title == "Une page"
    assert "Au départ\N{NO-BREAK SPACE}: confiance = 0, retard = 0." in map_


@given(st.text(alphabet="ab ", max_size=60), st.integers(1, 20))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    assert " ".join(wrapped(text, width)) == text
