"""The allow-list: which elements a commit may store, of which type, length and vocabulary.

SCORM 1.2 RTE 3.4; SCORM 2004 4th edition RTE 4.2. Lengths are the standard's smallest permitted
maximum or more: content that a wider LMS accepts must not lose its state here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from balise_server.tracking.times import parse_duration, parse_timespan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Check = Callable[[str], bool]

Edition = str
"""``scorm12`` or ``scorm2004``."""
SUSPEND = 64_000
ENTRIES = 1000
"""Highest number of interactions, objectives or comments (SCORM 2004 asks for 250)."""
INDEX = re.compile(r"\.(\d{1,4})(?=\.|$)")
DECIMAL = re.compile(r"-?\d{1,10}(?:\.\d{1,10})?")
CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?")
TIMESTAMP = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)?)?)?)?)?)?)?"
)


def text(limit: int) -> Check:
    """Return the check of a character string of at most ``limit`` characters."""
    return lambda value: len(value) <= limit


def words(vocabulary: str, *phrases: str) -> Check:
    """Return the check of one of the words of ``vocabulary``, or of ``phrases``."""
    allowed = frozenset((*vocabulary.split(), *phrases))
    return lambda value: value in allowed


def number(low: float = -1e10, high: float = 1e10) -> Check:
    """Return the check of a decimal number from ``low`` to ``high``."""
    return lambda value: bool(DECIMAL.fullmatch(value)) and low <= float(value) <= high


def _matches(pattern: re.Pattern[str]) -> Check:
    return lambda value: pattern.fullmatch(value) is not None


def _either(*checks: Check) -> Check:
    return lambda value: any(check(value) for check in checks)


_POINTS = number(0, 100)
_TYPES = "true-false choice fill-in matching performance sequencing likert numeric"
_STATUS = words("passed completed failed incomplete browsed", "not attempted")

SCORM12: Mapping[str, Check] = {
    "cmi.suspend_data": text(SUSPEND),
    "cmi.comments": text(4096),
    "cmi.core.lesson_location": text(1000),
    "cmi.core.lesson_status": _STATUS,
    "cmi.core.exit": words("time-out suspend logout"),
    "cmi.core.session_time": lambda value: parse_timespan(value) is not None,
    "cmi.core.score.raw": _POINTS,
    "cmi.core.score.min": _POINTS,
    "cmi.core.score.max": _POINTS,
    "cmi.student_preference.audio": number(-1, 100),
    "cmi.student_preference.language": text(255),
    "cmi.student_preference.speed": number(-100, 100),
    "cmi.student_preference.text": number(-1, 1),
    "cmi.objectives.n.id": text(255),
    "cmi.objectives.n.status": _STATUS,
    "cmi.objectives.n.score.raw": _POINTS,
    "cmi.objectives.n.score.min": _POINTS,
    "cmi.objectives.n.score.max": _POINTS,
    "cmi.interactions.n.id": text(255),
    "cmi.interactions.n.objectives.n.id": text(255),
    "cmi.interactions.n.time": _matches(CLOCK),
    "cmi.interactions.n.type": words(_TYPES),
    "cmi.interactions.n.correct_responses.n.pattern": text(4000),
    "cmi.interactions.n.weighting": number(),
    "cmi.interactions.n.student_response": text(4000),
    "cmi.interactions.n.result": _either(words("correct wrong unanticipated neutral"), number()),
    "cmi.interactions.n.latency": lambda value: parse_timespan(value) is not None,
}

_COMPLETION = words("completed incomplete unknown", "not attempted")
_SUCCESS = words("passed failed unknown")

SCORM2004: Mapping[str, Check] = {
    "cmi.suspend_data": text(SUSPEND),
    "cmi.location": text(1000),
    "cmi.completion_status": _COMPLETION,
    "cmi.success_status": _SUCCESS,
    "cmi.progress_measure": number(0, 1),
    "cmi.exit": words("time-out suspend logout normal"),
    "cmi.session_time": lambda value: parse_duration(value) is not None,
    "cmi.score.scaled": number(-1, 1),
    "cmi.score.raw": number(),
    "cmi.score.min": number(),
    "cmi.score.max": number(),
    "cmi.learner_preference.audio_level": number(0),
    "cmi.learner_preference.language": text(250),
    "cmi.learner_preference.delivery_speed": number(0),
    "cmi.learner_preference.audio_captioning": words("-1 0 1"),
    "cmi.comments_from_learner.n.comment": text(4000),
    "cmi.comments_from_learner.n.location": text(250),
    "cmi.comments_from_learner.n.timestamp": _matches(TIMESTAMP),
    "cmi.objectives.n.id": text(4000),
    "cmi.objectives.n.success_status": _SUCCESS,
    "cmi.objectives.n.completion_status": _COMPLETION,
    "cmi.objectives.n.progress_measure": number(0, 1),
    "cmi.objectives.n.description": text(250),
    "cmi.objectives.n.score.scaled": number(-1, 1),
    "cmi.objectives.n.score.raw": number(),
    "cmi.objectives.n.score.min": number(),
    "cmi.objectives.n.score.max": number(),
    "cmi.interactions.n.id": text(4000),
    "cmi.interactions.n.type": words(f"{_TYPES} long-fill-in other"),
    "cmi.interactions.n.objectives.n.id": text(4000),
    "cmi.interactions.n.timestamp": _matches(TIMESTAMP),
    "cmi.interactions.n.correct_responses.n.pattern": text(4000),
    "cmi.interactions.n.weighting": number(),
    "cmi.interactions.n.learner_response": text(4000),
    "cmi.interactions.n.result": _either(
        words("correct incorrect unanticipated neutral"), number()
    ),
    "cmi.interactions.n.latency": lambda value: parse_duration(value) is not None,
    "cmi.interactions.n.description": text(250),
}

RULES: Mapping[Edition, Mapping[str, Check]] = {"scorm12": SCORM12, "scorm2004": SCORM2004}

OURS: Mapping[Edition, frozenset[str]] = {
    "scorm12": frozenset(
        (
            "cmi.launch_data",
            "cmi.comments_from_lms",
            "cmi.core.student_id",
            "cmi.core.student_name",
            "cmi.core.credit",
            "cmi.core.entry",
            "cmi.core.lesson_mode",
            "cmi.core.total_time",
            "cmi.student_data.mastery_score",
            "cmi.student_data.max_time_allowed",
            "cmi.student_data.time_limit_action",
        )
    ),
    "scorm2004": frozenset(
        (
            "cmi.launch_data",
            "cmi.learner_id",
            "cmi.learner_name",
            "cmi.credit",
            "cmi.entry",
            "cmi.mode",
            "cmi.total_time",
            "cmi.max_time_allowed",
            "cmi.time_limit_action",
            "cmi.scaled_passing_score",
            "cmi.completion_threshold",
        )
    ),
}
"""What the LMS itself says; scorm-again sends it back, and it is never read from there."""

ESSENTIAL: Mapping[Edition, frozenset[str]] = {
    "scorm12": frozenset(name for name in SCORM12 if name.count(".n.") == 0),
    "scorm2004": frozenset(name for name in SCORM2004 if name.count(".n.") == 0),
}
"""A wrong value here refuses the whole commit: acknowledging it would lose the learner's state."""

FOREIGN: Mapping[Edition, Callable[[str], bool]] = {
    "scorm12": frozenset(
        ("cmi.completion_status", "cmi.success_status", "cmi.location", "cmi.session_time")
    ).__contains__,
    "scorm2004": lambda name: name.startswith("cmi.core."),
}
"""Names that only the other edition has."""


@lru_cache(maxsize=8192)
def rule_of(edition: Edition, name: str) -> Check | None:
    """Return the check of an element by its full name; None when it may not be stored."""
    rules = RULES[edition]
    if name in rules or any(int(index) >= ENTRIES for index in INDEX.findall(name)):
        return rules.get(name)
    return rules.get(INDEX.sub(".n", name))
