"""The scenarios for the pair: the map of each, then its scenes with what every choice leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model.walk import page_scenarios
from balise_builder.render.guide.kit import bullets, paragraph
from balise_builder.render.scenario_map import scenario_strips
from balise_builder.render.scenario_shapes import Strips
from balise_builder.render.scenario_words import points_words, rule_words, words_in

if TYPE_CHECKING:
    from balise_builder.model import Scenario, Scene, SceneChoice
    from balise_builder.render.guide.kit import Kit

PAPER = Strips(first=780, then=1130, scale=0.75)
"""Letters of 8 points; room under the words that present a map, then on a page of its own."""


def stories(kit: Kit) -> Markup:
    """Return the scenarios of the capsules; nothing when there is none."""
    parts: list[Markup] = []
    for page in kit.course.pages:
        for scenario in page_scenarios(page):
            parts.append(Markup("<h3>{}</h3>\n").format(kit.typeset(page.title)))
            parts += _story(kit, scenario)
    if not parts:
        return Markup("")
    return kit.sheet("stories", kit.text("stories"), paragraph(kit.text("stories-intro")), *parts)


def _story(kit: Kit, scenario: Scenario) -> list[Markup]:
    words = words_in(kit.course.language)
    strips = scenario_strips(scenario, kit.course.language, kit.typeset, PAPER)
    parts = [kit.blocks(scenario.intro)]
    if scenario.variables:
        values = ", ".join(f"{v.name} = {v.value}" for v in scenario.variables)
        parts.append(paragraph(kit.typeset(words["begins"].format(values=values))))
    parts += [Markup('<div class="map">{}</div>\n').format(strip) for strip in strips]
    return parts + [_scene(kit, scenario, scene) for scene in scenario.scenes]


def _scene(kit: Kit, scenario: Scenario, scene: Scene) -> Markup:
    words = words_in(kit.course.language)
    marks = [words["start"]] if scene.id == scenario.start else []
    marks += [words["end"]] if scene.end else []
    marks += [points_words(scene, words)] if scene.points is not None else []
    mark = paragraph(" · ".join(marks), "role") if marks else Markup("")
    choices = [_choice(kit, scenario, choice) for choice in scene.choices]
    return Markup('<div class="item">\n<h4>{}</h4>\n{}{}{}</div>\n').format(
        _title(kit, scenario, scene.id), mark, kit.blocks(scene.body),
        bullets(choices) if choices else "",
    )  # fmt: skip


def _title(kit: Kit, scenario: Scenario, scene_id: str) -> str:
    """Return the number and title of a scene, as the map writes them."""
    number, scene = next((n, s) for n, s in enumerate(scenario.scenes, 1) if s.id == scene_id)
    return f"{number}. {kit.typeset(scene.title)}"


def _choice(kit: Kit, scenario: Scenario, choice: SceneChoice) -> Markup:
    said = rule_words(scenario, choice, words_in(kit.course.language))
    rule = Markup(" ({})").format(kit.typeset("; ".join(said))) if said else ""
    why = Markup("")
    if choice.feedback:
        why = Markup('<div class="why">{}</div>\n').format(kit.blocks(choice.feedback))
    return Markup("<p>{} → <strong>{}</strong>{}</p>\n{}").format(
        kit.blocks(choice.text).strip(), _title(kit, scenario, choice.target), rule, why
    )
