"""Scenarios: every state is explored, faults name the shortest way, the lock keeps numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balise_builder import contract
from balise_builder.compile.branching import explore, way_to, ways
from balise_builder.diagnostics import Collector, Diagnostic
from balise_builder.model import Condition, Course, Effect, Scenario, Scene, SceneChoice, Span
from balise_builder.model.scenario import Variable
from balise_builder.model.walk import page_scenarios
from balise_xblocks import branching
from tests.builder.compile.cases import Case, run
from tests.builder.story import NIGHT

HERE = Span.whole("a.md")
BODY = NIGHT.split("---\n", 2)[2]


def compiled(
    folder: Path, body: str = BODY, lock: str = ""
) -> tuple[Course | None, list[Diagnostic]]:
    files = {"01-page.md": body.splitlines()}
    if lock:
        files["ids.lock"] = lock.splitlines()
    course, found, _ = run(Case("story", files), folder)
    return course, found


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A scenario of some scenes whose choices lead anywhere, endings among them."""
    count, variables = draw(st.integers(1, 5)), draw(st.integers(0, 2))
    names = [f"s{n}" for n in range(count)]
    number = st.integers(0, 9)
    index = st.integers(0, max(variables - 1, 0))
    some = 2 if variables else 0
    conditions = st.lists(st.builds(
        Condition, index, st.sampled_from(["<", ">", "<=", ">=", "=", "!="]), number,
    ), max_size=some)  # fmt: skip
    effects = st.lists(
        st.builds(Effect, index, st.sampled_from(["+", "-", "="]), number), max_size=some
    )
    scenes = []
    for n, name in enumerate(names):
        choices = [
            SceneChoice(HERE, "abc"[c], (), draw(st.sampled_from(names)), (),
                        tuple(draw(conditions)), tuple(draw(effects)))
            for c in range(draw(st.integers(0, 3)))
        ]  # fmt: skip
        scenes.append(Scene(HERE, name, n + 1, name, (), tuple(choices), end=draw(st.booleans())))
    first = tuple(Variable(HERE, f"v{n}", draw(number)) for n in range(variables))
    return Scenario(HERE, "s", 1, "s0", tuple(scenes), first)


def as_json(scenario: Scenario) -> branching.Scenario:
    """The scenario as course.json has it, without its words."""
    story = asdict(scenario)
    for scene in story["scenes"]:
        for choice in scene["choices"]:
            choice |= {"id": choice["letter"], "to": choice["target"]}
    return story


def walks(story: branching.Scenario, chance: random.Random) -> Iterator[branching.Way]:
    """Ways taken at random, as the player would."""
    for _ in range(20):
        way: branching.Way | None = branching.beginning(story)
        for _ in range(30):
            assert way is not None
            yield way
            found = branching.offered(story, way)
            if not found:
                break
            way = branching.chosen(story, way, chance.choice(found)["id"])


@settings(max_examples=60, deadline=None)
@given(scenarios(), st.randoms(use_true_random=False))
def test_what_a_learner_meets_was_explored(scenario: Scenario, chance: random.Random) -> None:
    story, found = as_json(scenario), ways(scenario)
    for way in walks(story, chance):
        state = (way["scene"], tuple(way["variables"]))
        assert state in found.before
        targets = [(t["to"]) for t in branching.offered(story, way)]
        assert [then[0] for then in found.after[state]] == targets


@settings(max_examples=60, deadline=None)
@given(scenarios())
def test_a_scenario_without_errors_always_leads_to_an_ending(scenario: Scenario) -> None:
    collector = Collector()
    explore(scenario, collector)
    ends = {scene.id for scene in scenario.scenes if scene.end}
    found = ways(scenario)
    safe = {state for state in found.before if state[0] in ends}
    for _ in found.before:
        safe |= {s for s, after in found.after.items() if any(then in safe for then in after)}
    empty = any(
        state not in safe and not scenario.scenes[int(state[0][1:])].choices
        for state in found.before
    )
    assert collector.has_errors == (len(safe) < len(found.before) or not ends) or empty


def test_the_way_told_is_the_shortest() -> None:
    def scene(name: str, *targets: str) -> Scene:
        choices = tuple(SceneChoice(HERE, "abc"[n], (), t) for n, t in enumerate(targets))
        return Scene(HERE, name, 1, name.upper(), (), choices)

    story = Scenario(HERE, "s", 1, "a", (
        scene("a", "b", "c"), scene("b", "d"), scene("c", "e"), scene("d", "e"), scene("e", "a"),
    ))  # fmt: skip
    assert [s for s, _ in way_to(("e", ()), ways(story).before)] == ["a", "c", "e"]


def test_a_long_way_is_told_by_its_ends() -> None:
    names = [f"s{n}" for n in range(30)]
    scenes = [
        Scene(HERE, name, 1, name, (), (SceneChoice(HERE, "a", (), then),))
        for name, then in zip(names, [*names[1:], names[-1]], strict=True)
    ]
    collector = Collector()
    end = Scene(HERE, "fin", 1, "fin", (), (), end=True)
    way_out = SceneChoice(HERE, "b", (), "fin")
    scenes[0] = Scene(HERE, "s0", 1, "s0", (), (*scenes[0].choices, way_out))
    scenes[-2] = Scene(HERE, "s28", 1, "s28", (), (
        SceneChoice(HERE, "a", (), "s29"), way_out,
    ))  # fmt: skip
    explore(Scenario(HERE, "s", 1, "s0", (*scenes, end)), collector)
    (found,) = [d for d in collector.sorted() if d.code == "scenario-boucle"]
    assert found.params["way"] == "s0 → s1 → s2 → s3 → … → s26 → s27 → s28 → s29"


def test_the_story_has_its_states_in_course_json(tmp_path: Path) -> None:
    course, found = compiled(tmp_path)
    assert course is not None, found
    data = contract.to_json(course)
    assert data["pages"][1]["scenarios"] == ["nuit-reception"]
    (story,) = data["scenarios"]
    assert (story["start"], len(story["scenes"])) == ("a-la-reception", 11)
    (scenario,) = page_scenarios(course.pages[1])
    assert ways(scenario).whole


LOCK = """course Zq81Ab
scenario nuit-reception 3
scene nuit-reception/a-la-reception 4
scene nuit-reception/au-bar 7
"""


def test_a_scene_of_the_lock_that_is_gone_stops_the_build(tmp_path: Path) -> None:
    course, found = compiled(tmp_path, lock=LOCK)
    (gone,) = [d for d in found if d.code == "scene-disparue"]
    assert course is None
    assert gone.params["id"] == "au-bar"


@pytest.mark.parametrize(("title", "number"), [("## Un silence", 7), ("## À la réception", 4)])
def test_a_former_scene_gives_its_number_or_only_where_it_went(
    title: str, number: int, tmp_path: Path
) -> None:
    body = BODY.replace(title, f"{{ancien-id=au-bar}}\n{title}")
    course, found = compiled(tmp_path, body, LOCK)
    assert course is not None, found
    (scenario,) = page_scenarios(course.pages[1])
    assert next(s.number for s in scenario.scenes if s.title in title) == number
    assert len({scene.number for scene in scenario.scenes}) == len(scenario.scenes)
