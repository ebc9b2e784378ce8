"""A small package of its own beside a course: its follow-up at three months, or a booster."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from balise_builder.model.items import CompletionRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from balise_builder.model.course import Course, Medium, Page
    from balise_builder.model.items import Evaluation, Item

KEY_SIGNS = string.digits + string.ascii_letters
KEY_LENGTH = 6
TITLES = {
    "followup": {"fr": "{title} (suivi)", "en": "{title} (follow-up)"},
    "booster": {"fr": "{title} (relance)", "en": "{title} (booster)"},
}


@dataclass(frozen=True, slots=True)
class Companion:
    """What is built beside a course, from the same sources and the same lock."""

    name: str
    """What the id of the course gets: ``suivi``, ``relance``, ``relance-2``."""
    kind: Literal["followup", "booster"]
    page: Page
    evaluation: Evaluation | None = None
    items: tuple[Item, ...] = ()
    """Items that the evaluation asks."""
    media: tuple[Medium, ...] = ()


def small_courses(course: Course) -> Iterator[Course]:
    """Yield the companions of a course, each as a course that targets build like any other."""
    for companion in course.companions:
        yield _small(course, companion)


def _small(course: Course, companion: Companion) -> Course:
    """Return a companion as a course: own id, key and rule; ids and numbers of items as in it."""
    evaluation = companion.evaluation
    language = "en" if course.language.lower().startswith("en") else "fr"
    number = companion.name.rpartition("-")[2]
    title = TITLES[companion.kind][language].format(title=course.title)
    if number.isdigit():
        title = f"{title[:-1]} {number})"
    rule = CompletionRule(pages_percent=100)
    if evaluation is not None:
        rule = CompletionRule(pages_percent=0, evaluation_id=evaluation.id)
    return replace(
        course, id=f"{course.id}-{companion.name}", key=companion_key(course.key, companion.name),
        title=title, pages=(companion.page,), rule=rule,
        evaluations=() if evaluation is None else (evaluation,), bank_items=companion.items,
        reserved_items=(), minutes=companion.page.minutes, facilitation=(), session=None,
        media=companion.media, guide_media=(), companions=(), companion=companion.name,
    )  # fmt: skip


def companion_key(key: str, name: str) -> str:
    """Return the course key of a companion: always the same for the same course and name.

    Suspend data of one is never taken for that of the other; nothing more is kept in ``ids.lock``.
    """
    number = int.from_bytes(sha256(f"{key} {name}".encode()).digest()[:8], "big")
    signs = []
    for _ in range(KEY_LENGTH):
        number, place = divmod(number, len(KEY_SIGNS))
        signs.append(KEY_SIGNS[place])
    return "".join(signs)
