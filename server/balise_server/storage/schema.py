"""The tables. ``org_id`` comes first in every key, so that Citus can distribute by it.

Times are integer milliseconds UTC, durations integer milliseconds, months ``yyyymm``, scores
fractions of 0 to 1; nothing depends on a date or number function of one database.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, String(255), nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null)


def _small(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


learner = Table(
    "learner",
    metadata,
    _text("org_id"),
    _text("learner_id"),
    _text("name"),
    _number("created_at"),
    PrimaryKeyConstraint("org_id", "learner_id"),
)

registration = Table(
    "registration",
    metadata,
    _text("org_id"),
    _text("course_id"),
    _text("learner_id"),
    _number("started_at"),
    _number("updated_at"),
    _small("attempts"),
    _text("completion"),
    _text("success"),
    Column("score", Float),
    _number("score_at", null=True),
    _number("completed_at", null=True),
    _number("passed_at", null=True),
    _number("time_ms"),
    _number("completed_ms", null=True),
    PrimaryKeyConstraint("org_id", "course_id", "learner_id"),
    Index(None, "org_id", "learner_id", "course_id"),
)
"""What one learner has reached in one course, over every attempt: the record managers read."""

attempt = Table(
    "attempt",
    metadata,
    _text("org_id"),
    _text("attempt_id"),
    _text("course_id"),
    _text("learner_id"),
    _text("edition"),
    _text("item"),
    _small("items"),
    _small("number"),
    _text("package"),
    _text("version"),
    _number("started_at"),
    _number("updated_at"),
    _text("completion"),
    _text("success"),
    Column("score", Float),
    Column("progress", Float),
    _number("time_ms"),
    _text("exit"),
    _small("terminated"),
    _small("sessions"),
    _small("writer"),
    _small("commits"),
    _small("dropped"),
    Column("cmi", Text, nullable=False),
    PrimaryKeyConstraint("org_id", "attempt_id"),
    UniqueConstraint("org_id", "course_id", "learner_id", "edition", "item", "number"),
)

session = Table(
    "session",
    metadata,
    _text("org_id"),
    _text("attempt_id"),
    _small("session"),
    _number("started_at"),
    _number("updated_at"),
    _number("last_sequence"),
    _number("time_ms"),
    _small("terminated"),
    PrimaryKeyConstraint("org_id", "attempt_id", "session"),
)

event = Table(
    "event",
    metadata,
    _text("org_id"),
    _text("event_id"),
    _text("attempt_id"),
    _small("session"),
    _number("sequence"),
    _number("at"),
    _small("month"),
    _number("seconds"),
    _text("kind"),
    _text("digest"),
    Column("data", Text, nullable=False),
    PrimaryKeyConstraint("org_id", "event_id"),
    UniqueConstraint("org_id", "attempt_id", "session", "sequence"),
)

rollup = Table(
    "rollup",
    metadata,
    _text("org_id"),
    _text("course_id"),
    _small("month"),
    *(
        _number(name)
        for name in ("started", "completed", "passed", "failed", "seconds_n", "seconds_sum")
    ),
    Column("seconds_squares", Float, nullable=False),
    _number("score_n"),
    Column("score_sum", Float, nullable=False),
    Column("score_squares", Float, nullable=False),
    PrimaryKeyConstraint("org_id", "course_id", "month"),
)

histogram = Table(
    "histogram",
    metadata,
    _text("org_id"),
    _text("course_id"),
    _small("month"),
    _text("measure"),
    _small("bin"),
    _number("n"),
    PrimaryKeyConstraint("org_id", "course_id", "measure", "month", "bin"),
)

DISTRIBUTED = (learner, registration, attempt, session, event, rollup, histogram)
"""Tables that the migration hook distributes by ``org_id`` where Citus is present."""
