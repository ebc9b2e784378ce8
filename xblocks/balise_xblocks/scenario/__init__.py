"""A branching scenario alone: state, score and choices are the server's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_xblocks.block import BaliseBlock
from balise_xblocks.branching import scene_of
from balise_xblocks.content import ContentError

if TYPE_CHECKING:
    from balise_xblocks.content import Course


class ScenarioBlock(BaliseBlock):
    """Complete once an ending is reached; its points are for the learner, not for the grade."""

    icon_class = "problem"

    def part(self) -> Course:
        """Return what the block holds.

        :raises ContentError: it cannot be played, or holds no scenario.
        """
        course = super().part()
        if not course["scenarios"]:
            raise ContentError("Ce bloc ne tient aucun scénario.", "This block holds no scenario.")
        return course

    def points(self) -> int | None:
        """Return the points of the ending that the learner reached last; ``None`` before."""
        course: dict[str, Any] = self.part()
        scenario = course["scenarios"][0]
        way = self.state.get("scenarios", {}).get(scenario["id"]) or {}
        scene = scene_of(scenario, way.get("ending") or "")
        return scene.get("points") if scene else None
