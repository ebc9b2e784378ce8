"""A branching scenario alone: state, score and choices are the server's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xblock.fields import Boolean, Scope

from balise_xblocks.block import BaliseBlock
from balise_xblocks.branching import scene_of
from balise_xblocks.content import ContentError

if TYPE_CHECKING:
    from balise_xblocks.content import Course


class ScenarioBlock(BaliseBlock):
    """Complete as its page is: on an ending, or when the learner says that it is done.

    The points of an ending are for the learner, not for the grade.
    """

    icon_class = "problem"

    undo = Boolean(scope=Scope.settings, default=True, help="Whether one may go back a scene")

    def part(self) -> Course:
        """Return what the block holds.

        :raises ContentError: it cannot be played, or holds no scenario.
        """
        course = super().part()
        if not course["scenarios"]:
            raise ContentError("Ce bloc ne tient aucun scénario.", "This block holds no scenario.")
        for scenario in course["scenarios"]:
            scenario["undo"] = self.undo
        return course

    def points(self) -> int | None:
        """Return the points of the ending that the learner reached last; ``None`` before."""
        course: dict[str, Any] = self.part()
        scenario = course["scenarios"][0]
        way = self.state.get("scenarios", {}).get(scenario["id"]) or {}
        scene = scene_of(scenario, way.get("ending") or "")
        return scene.get("points") if scene else None
