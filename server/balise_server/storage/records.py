"""What people read about learners: the record of one course, the state of one attempt."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import desc, select

from balise_server.storage.schema import attempt, registration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, RowMapping


@dataclass(frozen=True, slots=True)
class Registration:
    """What one learner has reached in one course, best of every attempt; times ms since 1970."""

    course_id: str
    learner_id: str
    started_at: int
    updated_at: int
    attempts: int
    completion: str
    """``incomplete`` or ``completed``."""
    success: str
    """``unknown``, ``failed`` or ``passed``."""
    score: float | None
    """0 to 1."""
    completed_at: int | None
    passed_at: int | None
    time_ms: int
    """Time spent over every attempt."""


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """One attempt as the LMS has recorded it, for the panel beside the player."""

    attempt_id: str
    course_id: str
    learner_id: str
    edition: str
    item: str
    number: int
    version: str
    started_at: int
    updated_at: int
    completion: str
    success: str
    score: float | None
    progress: float | None
    time_ms: int
    exit: str
    terminated: bool
    sessions: int
    commits: int
    dropped: int
    """Elements that were sent and are not in the allow-list."""
    cmi: Mapping[str, str]
    """Stored elements by their full name."""


REGISTRATION = [registration.c[name] for name in Registration.__slots__]
ATTEMPT = [attempt.c[name] for name in AttemptRecord.__slots__]


def registrations(connection: Connection, org_id: str, learner_id: str) -> list[Registration]:
    """Return every course a learner has opened, latest first."""
    rows = connection.execute(
        select(*REGISTRATION)
        .where(registration.c.org_id == org_id, registration.c.learner_id == learner_id)
        .order_by(desc(registration.c.updated_at))
    ).mappings()
    return [Registration(**row) for row in rows]


def one_registration(
    connection: Connection, org_id: str, course_id: str, learner_id: str
) -> Registration | None:
    """Return a learner's record in one course; None before the first launch."""
    row = (
        connection.execute(
            select(*REGISTRATION).where(
                registration.c.org_id == org_id,
                registration.c.course_id == course_id,
                registration.c.learner_id == learner_id,
            )
        )
        .mappings()
        .first()
    )
    return Registration(**row) if row else None


def attempts(
    connection: Connection, org_id: str, course_id: str, learner_id: str
) -> list[AttemptRecord]:
    """Return a learner's attempts in one course, latest first, over every edition and item."""
    rows = connection.execute(
        select(*ATTEMPT)
        .where(
            attempt.c.org_id == org_id,
            attempt.c.course_id == course_id,
            attempt.c.learner_id == learner_id,
        )
        .order_by(desc(attempt.c.updated_at), desc(attempt.c.number))
    ).mappings()
    return [_attempt(row) for row in rows]


def one_attempt(connection: Connection, org_id: str, attempt_id: str) -> AttemptRecord | None:
    """Return one attempt; None when there is no such attempt."""
    row = (
        connection.execute(
            select(*ATTEMPT).where(attempt.c.org_id == org_id, attempt.c.attempt_id == attempt_id)
        )
        .mappings()
        .first()
    )
    return _attempt(row) if row else None


def _attempt(row: RowMapping) -> AttemptRecord:
    values: dict[str, Any] = dict(row)
    values["terminated"] = bool(values["terminated"])
    values["cmi"] = json.loads(values["cmi"])
    return AttemptRecord(**values)
