"""Scenarios in course.json: what decides; the words of the scenes stand in index.html."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.model.walk import page_scenarios
from balise_builder.render.blocks import blocks_html
from balise_builder.render.context import PageContext

if TYPE_CHECKING:
    from balise_builder.contract.shape import ScenarioData, SceneChoiceData, SceneData
    from balise_builder.model import Scenario, Scene, SceneChoice
    from balise_builder.render.context import CourseContext


def scenarios(context: CourseContext) -> list[ScenarioData]:
    """Return every scenario of the course, in the order of its pages."""
    return [
        _scenario(one, PageContext(context, page))
        for page in context.course.pages
        for one in page_scenarios(page)
    ]


def _scenario(one: Scenario, page: PageContext) -> ScenarioData:
    return {
        "id": one.id,
        "n": one.number,
        "page": page.id,
        "start": one.start,
        "variables": [{"name": v.name, "value": v.value} for v in one.variables],
        "scenes": [_scene(scene, page) for scene in one.scenes],
    }


def _scene(scene: Scene, page: PageContext) -> SceneData:
    return {
        "id": scene.id,
        "n": scene.number,
        "title": page.course.typeset(scene.title).replace("&", "&amp;").replace("<", "&lt;"),
        "end": scene.end,
        "points": scene.points,
        "choices": [_choice(choice, page) for choice in scene.choices],
    }


def _choice(choice: SceneChoice, page: PageContext) -> SceneChoiceData:
    return {
        "id": choice.letter,
        "html": str(blocks_html(choice.text, page)).strip(),
        "to": choice.target,
        "feedback": str(blocks_html(choice.feedback, page)).strip(),
        "conditions": [
            {"variable": c.variable, "operator": c.operator, "value": c.value}
            for c in choice.conditions
        ],
        "effects": [
            {"variable": e.variable, "operator": e.operator, "value": e.value}
            for e in choice.effects
        ],
    }
