"""Store one commit: state, session, event, registration and rollup in one transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, insert, select, update

from balise_server.errors import BaliseError
from balise_server.ids import month_of, uuid7
from balise_server.storage.attempts import outcome_of
from balise_server.storage.rollup import Facts, write_difference
from balise_server.storage.schema import attempt, event, registration, session
from balise_server.tracking.launch import PASSING
from balise_server.tracking.outcome import COMPLETIONS, Outcome, best, outcome, together
from balise_server.tracking.times import parse_duration, parse_timespan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, RowMapping

    from balise_server.storage.store import Store
    from balise_server.tokens import Sitting
    from balise_server.tracking.commit import Commit

IDLE = 300_000
"""A silence longer than five minutes counts as five: the cap of the player, in ms."""
LATITUDE = 10_000
"""How much more than the server's own clock a session may report, in ms."""
TIME = {
    "scorm12": ("cmi.core.session_time", parse_timespan),
    "scorm2004": ("cmi.session_time", parse_duration),
}
EXIT = {"scorm12": "cmi.core.exit", "scorm2004": "cmi.exit"}

_REGISTRATION = [registration.c[name].label(f"r_{name}") for name in registration.c.keys()[3:]]
_SESSION = [session.c[name].label(f"s_{name}") for name in session.c.keys()[2:]]
_LOAD = (
    select(attempt, *_SESSION, *_REGISTRATION)
    .join(
        session,
        and_(session.c.org_id == attempt.c.org_id, session.c.attempt_id == attempt.c.attempt_id),
    )
    .join(
        registration,
        and_(
            registration.c.org_id == attempt.c.org_id,
            registration.c.course_id == attempt.c.course_id,
            registration.c.learner_id == attempt.c.learner_id,
        ),
    )
    .where(
        attempt.c.org_id == bindparam("org"),
        attempt.c.attempt_id == bindparam("attempt"),
        session.c.session == bindparam("sitting"),
    )
    .with_for_update()
)
_ADD_EVENT = insert(event)
_SAVE_ATTEMPT = update(attempt).where(
    attempt.c.org_id == bindparam("org"), attempt.c.attempt_id == bindparam("attempt")
)
_SAVE_SESSION = update(session).where(
    session.c.org_id == bindparam("org"),
    session.c.attempt_id == bindparam("attempt"),
    session.c.session == bindparam("sitting"),
)
_SAVE_REGISTRATION = update(registration).where(
    registration.c.org_id == bindparam("org"),
    registration.c.course_id == bindparam("course"),
    registration.c.learner_id == bindparam("learner"),
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a commit."""

    replayed: bool
    """The same message had been stored before; nothing was written."""
    superseded: bool
    """A later session writes the state; only outcome and time of this one were taken."""
    dropped: int


def store_commit(store: Store, org_id: str, sitting: Sitting, commit: Commit, now: int) -> Receipt:
    """Store ``commit`` once, or not at all.

    A message is known by attempt, session and sequence number. The same one again is acknowledged;
    an older one is refused. Of two sessions of one attempt the later to have saved anything owns
    the state; the other still raises outcome and time, so that a result is never lost.

    :raises BaliseError: ``unknown-attempt``, ``commit-stale``, ``busy``.
    """
    key = {"org": org_id, "attempt": sitting.attempt, "sitting": sitting.session}
    with store.write() as connection:
        row = connection.execute(_LOAD, key).mappings().first()
        if row is None:
            raise BaliseError("unknown-attempt")
        if commit.sequence <= row["s_last_sequence"]:
            return _replay(connection, key, commit, row["s_last_sequence"])
        superseded = sitting.session < row["writer"]
        spent = _session_time(row, commit.values, sitting.edition, now) - row["s_time_ms"]
        reached = best(outcome_of(row), outcome(commit.values, sitting.edition))
        _save_attempt(connection, key, row, sitting, commit, reached, spent, now)
        connection.execute(
            _SAVE_SESSION,
            {
                **key,
                "updated_at": now,
                "last_sequence": commit.sequence,
                "time_ms": row["s_time_ms"] + spent,
                "terminated": int(commit.terminates),
            },
        )
        _add_event(connection, key, commit, reached, row["s_time_ms"] + spent, now)
        _raise_registration(store, connection, org_id, row, reached, spent, now)
    return Receipt(False, superseded, commit.dropped)


def _replay(connection: Connection, key: Mapping[str, Any], commit: Commit, last: int) -> Receipt:
    known = connection.scalar(
        select(event.c.digest).where(
            event.c.org_id == key["org"],
            event.c.attempt_id == key["attempt"],
            event.c.session == key["sitting"],
            event.c.sequence == commit.sequence,
        )
    )
    if known != commit.digest:
        raise BaliseError("commit-stale", sequence=commit.sequence, last=last)
    return Receipt(True, False, commit.dropped)


def _session_time(row: RowMapping, values: Mapping[str, str], edition: str, now: int) -> int:
    """Return how long this session has lasted so far, in ms; it never shrinks.

    What the content reports counts when it is possible at all, that is not longer than the
    session has been open. Content that reports nothing (or is killed before it does) is given the
    time between its messages, silences capped.
    """
    element, parse = TIME[edition]
    reported = parse(values.get(element, "")) or 0
    if reported:
        counted = min(reported, max(0, now - row["s_started_at"]) + LATITUDE)
    else:
        counted = row["s_time_ms"] + min(max(0, now - row["s_updated_at"]), IDLE)
    return int(max(counted, row["s_time_ms"]))


def _save_attempt(
    connection: Connection,
    key: Mapping[str, Any],
    row: RowMapping,
    sitting: Sitting,
    commit: Commit,
    reached: Outcome,
    spent: int,
    now: int,
) -> None:
    values: dict[str, Any] = {
        "updated_at": now,
        "completion": reached.completion,
        "success": reached.success,
        "score": reached.score,
        "progress": reached.progress,
        "time_ms": row["time_ms"] + spent,
        "commits": row["commits"] + 1,
        "dropped": row["dropped"] + commit.dropped,
    }
    if sitting.session >= row["writer"]:
        kept: dict[str, str] = json.loads(row["cmi"]) if commit.partial else {}
        kept |= {n: v for n, v in commit.values.items() if n not in PASSING[sitting.edition]}
        values |= {
            "writer": sitting.session,
            "exit": commit.values.get(EXIT[sitting.edition], ""),
            "terminated": int(commit.terminates),
            "cmi": json.dumps(kept, separators=(",", ":")),
        }
    connection.execute(_SAVE_ATTEMPT, {"org": key["org"], "attempt": key["attempt"], **values})


def _add_event(
    connection: Connection,
    key: Mapping[str, Any],
    commit: Commit,
    reached: Outcome,
    time_ms: int,
    now: int,
) -> None:
    data = {
        "completion": reached.completion,
        "success": reached.success,
        "score": reached.score,
        "progress": reached.progress,
        "elements": len(commit.values),
        "dropped": commit.dropped,
    }
    connection.execute(
        _ADD_EVENT,
        {
            "org_id": key["org"],
            "event_id": uuid7(now),
            "attempt_id": key["attempt"],
            "session": key["sitting"],
            "sequence": commit.sequence,
            "at": now,
            "month": month_of(now),
            "seconds": time_ms // 1000,
            "kind": "terminate" if commit.terminates else "commit",
            "digest": commit.digest,
            "data": json.dumps(data, separators=(",", ":")),
        },
    )


def _raise_registration(
    store: Store,
    connection: Connection,
    org_id: str,
    row: RowMapping,
    reached: Outcome,
    spent: int,
    now: int,
) -> None:
    """Raise the record of the course, and with it the rollup."""
    if row["items"] > 1:
        reached = _package_outcome(connection, org_id, row)
    before = Facts(
        row["r_started_at"],
        row["r_completed_at"],
        row["r_passed_at"],
        row["r_success"],
        row["r_score"],
        row["r_score_at"],
        row["r_completed_ms"],
    )
    known = Outcome(row["r_completion"], row["r_success"], row["r_score"])
    better = best(known, replace(reached, progress=None))
    time_ms = row["r_time_ms"] + spent
    after = replace(before, success=better.success)
    if better.completion == COMPLETIONS[-1] and before.completed_at is None:
        after = replace(after, completed_at=now, completed_ms=time_ms)
    if better.success == "passed" and before.passed_at is None:
        after = replace(after, passed_at=now)
    if better.score != before.score:
        after = replace(after, score=better.score, score_at=now)
    connection.execute(
        _SAVE_REGISTRATION,
        {
            "org": org_id,
            "course": row["course_id"],
            "learner": row["learner_id"],
            "updated_at": now,
            "time_ms": time_ms,
            "completion": better.completion,
            "success": after.success,
            "score": after.score,
            "score_at": after.score_at,
            "completed_at": after.completed_at,
            "completed_ms": after.completed_ms,
            "passed_at": after.passed_at,
        },
    )
    write_difference(store, connection, org_id, row["course_id"], before, after)


def _package_outcome(connection: Connection, org_id: str, row: RowMapping) -> Outcome:
    """Return the outcome of a package with several items: the best attempt of each."""
    rows = connection.execute(
        select(
            attempt.c.item,
            attempt.c.completion,
            attempt.c.success,
            attempt.c.score,
            attempt.c.progress,
        ).where(
            attempt.c.org_id == org_id,
            attempt.c.course_id == row["course_id"],
            attempt.c.learner_id == row["learner_id"],
            attempt.c.edition == row["edition"],
        )
    ).mappings()
    items: dict[str, Outcome] = {}
    for one in rows:
        items[one["item"]] = best(items.get(one["item"], Outcome()), outcome_of(one))
    return together(items.values(), row["items"])
