"""What a learner has reached: one meaning for both editions, and never a step down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COMPLETIONS = ("incomplete", "completed")
SUCCESSES = ("unknown", "failed", "passed")
"""From worst to best."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Completion, success, score and progress (both fractions of 0 to 1, None when unknown)."""

    completion: str = "incomplete"
    success: str = "unknown"
    score: float | None = None
    progress: float | None = None

    @property
    def finished(self) -> bool:
        """Whether the learner is done with it, well or not."""
        return self.completion == "completed" or self.success != "unknown"


def outcome(values: Mapping[str, str], edition: str) -> Outcome:
    """Return what the elements of one commit say.

    SCORM 1.2 has one status. *passed* implies completed; *failed* does not (RTE 3.4.4,
    lesson_status: all of the elements « may or may not have been completed »); *browsed* is a
    look around without credit.
    """
    if edition == "scorm12":
        status = values.get("cmi.core.lesson_status", "")
        return Outcome(
            completion="completed" if status in ("completed", "passed") else "incomplete",
            success=status if status in ("passed", "failed") else "unknown",
            score=_share(values, "cmi.core.score.", 100.0),
            progress=None,
        )
    success = values.get("cmi.success_status", "unknown")
    completed = values.get("cmi.completion_status") == "completed"
    scaled = values.get("cmi.score.scaled")
    progress = values.get("cmi.progress_measure")
    return Outcome(
        completion="completed" if completed else "incomplete",
        success=success if success in SUCCESSES else "unknown",
        score=_share(values, "cmi.score.", None) if scaled is None else _unit(float(scaled)),
        progress=None if progress is None else _unit(float(progress)),
    )


def best(one: Outcome, other: Outcome) -> Outcome:
    """Return the better of each part; a better status is never lowered."""
    return Outcome(
        completion=max(one.completion, other.completion, key=COMPLETIONS.index),
        success=max(one.success, other.success, key=SUCCESSES.index),
        score=_highest(one.score, other.score),
        progress=_highest(one.progress, other.progress),
    )


def together(items: Iterable[Outcome], count: int) -> Outcome:
    """Return the outcome of a package of ``count`` items from those of the items opened.

    Completed when every item is; failed when one is; passed when all that say something passed
    and everything is completed; the score is the mean of those that have one, once all are done
    (a mean of the first ones could only fall, and what is kept is the best).
    """
    known = list(items)
    completed = len(known) >= count and all(o.completion == "completed" for o in known)
    successes = {o.success for o in known} - {"unknown"}
    success = "unknown"
    if "failed" in successes:
        success = "failed"
    elif successes and completed:
        success = "passed"
    scores = [o.score for o in known if o.score is not None]
    done = sum(o.completion == "completed" for o in known)
    return Outcome(
        completion="completed" if completed else "incomplete",
        success=success,
        score=sum(scores) / len(scores) if scores and completed else None,
        progress=min(1.0, done / count),
    )


def _share(values: Mapping[str, str], prefix: str, top: float | None) -> float | None:
    """Return ``raw`` between ``min`` and ``max``; without a usable range, of ``top``."""
    raw = values.get(prefix + "raw")
    if raw is None:
        return None
    low = float(values.get(prefix + "min", "0"))
    high = values.get(prefix + "max")
    if high is not None and float(high) > low:
        return _unit((float(raw) - low) / (float(high) - low))
    return None if top is None else _unit(float(raw) / top)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


def _highest(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)
