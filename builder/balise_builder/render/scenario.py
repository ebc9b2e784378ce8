"""A branching scenario → HTML that reads as a game book: every scene, every choice a link.

What decides (conditions, effects, feedback, points) stands in course.json only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from balise_builder.model import Block, Scenario, Scene
    from balise_builder.render.context import PageContext

    Renderer = Callable[[Iterable[Block], PageContext], Markup]


def scenario_html(scenario: Scenario, page: PageContext, inner: Renderer) -> Markup:
    """Return the introduction of a scenario and its scenes, in the order of the source.

    :param inner: renders the blocks that it holds.
    """
    level = (3 if page.headed else 2) + page.lowered
    titles = {scene.id: page.course.typeset(scene.title) for scene in scenario.scenes}
    scenes = Markup("").join(
        _scene(scenario, scene, titles, level, page, inner) for scene in scenario.scenes
    )
    return Markup('<div class="b-scenario" data-scenario="{}">\n{}{}</div>\n').format(
        scenario.id, inner(scenario.intro, page), scenes
    )


def scene_anchor(scenario: Scenario, scene_id: str) -> str:
    """Return the id of a scene in the document."""
    return f"s-{scenario.id}-{scene_id}"


def _scene(
    scenario: Scenario,
    scene: Scene,
    titles: dict[str, str],
    level: int,
    page: PageContext,
    inner: Renderer,
) -> Markup:
    choices = Markup("").join(
        Markup('<li><a href="#{}">{}</a> <span class="b-scene-to">{}</span></li>\n').format(
            scene_anchor(scenario, choice.target),
            inner(choice.text, page).strip(),
            titles[choice.target],
        )
        for choice in scene.choices
    )
    listed = Markup('<ul class="b-scene-choices">\n{}</ul>\n').format(choices) if choices else ""
    return Markup(
        '<section class="b-scene" data-scene="{}" id="{}"{}>\n'
        '<h{} class="b-scene-title">{}</h{}>\n{}{}</section>\n'
    ).format(
        scene.id,
        scene_anchor(scenario, scene.id),
        Markup(" data-end") if scene.end else "",
        level,
        titles[scene.id],
        level,
        inner(scene.body, page),
        listed,
    )
