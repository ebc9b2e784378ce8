"""An evaluation: forms, draw, attempts, threshold as in every package; keys stay on the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xblock.fields import Float, List, Scope
from xblock.scorable import ScorableXBlockMixin, Score

from balise_xblocks.block import BaliseBlock
from balise_xblocks.completion import outcome
from balise_xblocks.content import ContentError
from balise_xblocks.grade import is_scored
from balise_xblocks.part import attempt_items

if TYPE_CHECKING:
    from balise_xblocks.content import Course
    from balise_xblocks.sitting import Sitting


class AssessmentBlock(ScorableXBlockMixin, BaliseBlock):
    """The grade is the best attempt's points; 0 or 1 where the course reports its status only."""

    icon_class = "problem"
    has_score = True

    weight = Float(scope=Scope.settings, default=1.0, help="0: nothing is graded")
    override = List(scope=Scope.user_state, help="Points and possible points that staff gave")

    def part(self) -> Course:
        """Return what the block holds.

        :raises ContentError: it cannot be played, or does not hold just one evaluation.
        """
        course = super().part()
        if len(course["evaluations"]) != 1:
            raise ContentError(
                "Ce bloc tient une évaluation, et une seule.",
                "This block holds one evaluation, and only one.",
            )
        return course

    def max_score(self) -> float | None:
        """Return the points that can be had; ``None`` when nothing is graded."""
        try:
            course = self.part()
        except ContentError:
            return None
        return self._possible(course) if self.weight else None

    def _possible(self, course: Course) -> float:
        if course.get("reporting") == "status":
            return 1.0
        if course["rule"]["of"]:
            return float(course["rule"]["of"])
        evaluation = course["evaluations"][0]
        form = evaluation["forms"][0]
        asked = attempt_items(course, evaluation, form["name"], None)
        scored = [item["points"] for item in asked if is_scored(item)]
        return float(sum(scored[: evaluation["draw"]]))

    def _score(self, course: Course, state: dict[str, Any]) -> Score | None:
        done = state.get("evaluations", {}).get(course["evaluations"][0]["id"])
        if done is None or done["best"] is None:
            return None
        if course.get("reporting") == "status":
            return Score(float(outcome(course, state) in ("done", "passed")), 1.0)
        best = done["best"]
        return Score(float(best["points"]), float(best["possible"]))

    def marked(self, course: Course, sitting: Sitting) -> None:
        """Publish the grade of the best attempt; a score that the staff gave stands."""
        score = self._score(course, sitting.state)
        if score is not None and self.weight and not self.override:
            self._publish_grade(score, only_if_higher=True)

    # ScorableXBlockMixin

    def has_submitted_answer(self) -> bool:
        """Return whether an attempt was finished."""
        return bool(self.kept.get("log"))

    def get_score(self) -> Score | None:
        """Return the score that stands: the staff's, else the best attempt's."""
        if self.override:
            return Score(*self.override)
        return self._score(self.part(), self.state)

    def set_score(self, score: Score) -> None:
        """Let a score of the staff stand, whatever the attempts."""
        self.override = [score.raw_earned, score.raw_possible]

    def calculate_score(self) -> Score:
        """Return the score by the present keys, from the answers kept; changes nothing."""
        course = self.part()
        sitting = self._sitting(course)
        sitting.rescore()
        return self._score(course, sitting.state) or Score(0.0, self._possible(course))

    def rescore(self, only_if_higher: bool) -> None:
        """Mark every attempt again by the present keys; grade and completion follow.

        :raises ValueError: nothing was answered yet.
        """
        if not self.has_submitted_answer():
            raise ValueError("nothing was answered yet")
        course = self.part()
        sitting = self._sitting(course)
        sitting.rescore()
        self.override = []
        self._tell_completion(course, sitting)
        self._keep(sitting)
        score = self._score(course, sitting.state)
        if score is not None and self.weight:
            self._publish_grade(score, only_if_higher)
