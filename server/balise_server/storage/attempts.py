"""Open a session: the attempt it belongs to, and the state that the LMS gives."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import desc, insert, select, update

from balise_server.errors import BaliseError
from balise_server.ids import uuid7
from balise_server.storage import learners
from balise_server.storage.rollup import Facts, write_difference
from balise_server.storage.schema import attempt, registration, session
from balise_server.tracking.launch import Saved, goes_on
from balise_server.tracking.outcome import Outcome

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Connection, RowMapping

    from balise_server.storage.store import Store


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opens what."""

    org_id: str
    learner_id: str
    course_id: str
    edition: str
    item: str
    items: int
    package: str
    version: str
    keeps_state: bool
    """Whether the content takes its own state up after completion (packages made by Balise)."""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """The session to write to, and what was stored before it."""

    attempt_id: str
    number: int
    """Of the attempt, from 1, within course, edition and item."""
    session: int
    learner_name: str
    saved: Saved | None
    """None for a new attempt."""


def open_session(store: Store, opening: Opening, now: int) -> Opened:
    """Start a session of the last attempt or of a new one, in one transaction.

    :raises BaliseError: ``unknown-learner``; ``busy``.
    """
    with store.write() as connection:
        name = learners.name_of(connection, opening.org_id, opening.learner_id)
        if name is None:
            raise BaliseError("unknown-learner")
        _register(store, connection, opening, now)
        row = _last(connection, opening)
        saved = _saved(row) if row else None
        if row is not None and goes_on(
            saved, opening.edition, keeps_state=opening.keeps_state, fresh=opening.fresh
        ):
            attempt_id, number = row["attempt_id"], row["number"]
            sitting = row["sessions"] + 1
            _touch(connection, opening, attempt_id, sitting, now)
        else:
            saved, sitting = None, 1
            number = row["number"] + 1 if row else 1
            attempt_id = _start(connection, opening, number, now)
        connection.execute(
            insert(session).values(
                org_id=opening.org_id,
                attempt_id=attempt_id,
                session=sitting,
                started_at=now,
                updated_at=now,
                last_sequence=0,
                time_ms=0,
                terminated=0,
            )
        )
    return Opened(attempt_id, number, sitting, name, saved)


def outcome_of(row: RowMapping) -> Outcome:
    """Return the outcome columns of an attempt or registration row."""
    return Outcome(row["completion"], row["success"], row["score"], row.get("progress"))


def _register(store: Store, connection: Connection, opening: Opening, now: int) -> None:
    """Make sure there is a registration, and count a learner who has just started.

    The upsert also locks the row in PostgreSQL, so that two launches at once agree on the attempt.
    """
    first = store.upsert(registration).values(
        org_id=opening.org_id,
        course_id=opening.course_id,
        learner_id=opening.learner_id,
        started_at=now,
        updated_at=now,
        attempts=0,
        completion="incomplete",
        success="unknown",
        time_ms=0,
    )
    attempts = connection.scalar(
        first.on_conflict_do_update(
            index_elements=["org_id", "course_id", "learner_id"], set_={"updated_at": now}
        ).returning(registration.c.attempts)
    )
    if not attempts:
        facts = Facts(started_at=now)
        write_difference(store, connection, opening.org_id, opening.course_id, None, facts)


def _last(connection: Connection, opening: Opening) -> RowMapping | None:
    return (
        connection.execute(
            select(attempt)
            .where(
                attempt.c.org_id == opening.org_id,
                attempt.c.course_id == opening.course_id,
                attempt.c.learner_id == opening.learner_id,
                attempt.c.edition == opening.edition,
                attempt.c.item == opening.item,
            )
            .order_by(desc(attempt.c.number))
            .limit(1)
            .with_for_update()
        )
        .mappings()
        .first()
    )


def _saved(row: RowMapping) -> Saved:
    values: dict[str, Any] = json.loads(row["cmi"])
    return Saved(
        outcome=outcome_of(row),
        values=values,
        exit=row["exit"],
        terminated=bool(row["terminated"]),
        time_ms=row["time_ms"],
        commits=row["commits"],
    )


def _touch(
    connection: Connection, opening: Opening, attempt_id: str, sitting: int, now: int
) -> None:
    connection.execute(
        update(attempt)
        .where(attempt.c.org_id == opening.org_id, attempt.c.attempt_id == attempt_id)
        .values(
            sessions=sitting,
            updated_at=now,
            package=opening.package,
            version=opening.version,
            items=opening.items,
        )
    )


def _start(connection: Connection, opening: Opening, number: int, now: int) -> str:
    attempt_id = uuid7(now)
    connection.execute(
        insert(attempt).values(
            org_id=opening.org_id,
            attempt_id=attempt_id,
            course_id=opening.course_id,
            learner_id=opening.learner_id,
            edition=opening.edition,
            item=opening.item,
            items=opening.items,
            number=number,
            package=opening.package,
            version=opening.version,
            started_at=now,
            updated_at=now,
            completion="incomplete",
            success="unknown",
            time_ms=0,
            exit="",
            terminated=0,
            sessions=1,
            writer=0,
            commits=0,
            dropped=0,
            cmi="{}",
        )
    )
    connection.execute(
        update(registration)
        .where(
            registration.c.org_id == opening.org_id,
            registration.c.course_id == opening.course_id,
            registration.c.learner_id == opening.learner_id,
        )
        .values(attempts=registration.c.attempts + 1)
    )
    return attempt_id
