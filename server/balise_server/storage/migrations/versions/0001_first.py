"""The first tables: learners, registrations, attempts, sessions, events, rollup."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


TEXT = sa.String(255)
BIG = sa.BigInteger()
SMALL = sa.Integer()


def upgrade() -> None:
    """Create every table."""
    _learner()
    _registration()
    _attempt()
    _session()
    _event()
    _rollup()
    _histogram()


def downgrade() -> None:
    """Drop every table."""
    for name in reversed(TABLES):
        op.drop_table(name)


TABLES = ("learner", "registration", "attempt", "session", "event", "rollup", "histogram")


def _learner() -> None:
    op.create_table(
        "learner",
        sa.Column("org_id", TEXT, nullable=False),
        sa.Column("learner_id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("created_at", BIG, nullable=False),
        sa.PrimaryKeyConstraint("org_id", "learner_id", name="pk_learner"),
    )


def _registration() -> None:
    op.create_table(
        "registration",
        sa.Column("org_id", TEXT, nullable=False),
        sa.Column("course_id", TEXT, nullable=False),
        sa.Column("learner_id", TEXT, nullable=False),
        sa.Column("started_at", BIG, nullable=False),
        sa.Column("updated_at", BIG, nullable=False),
        sa.Column("attempts", SMALL, nullable=False),
        sa.Column("completion", TEXT, nullable=False),
        sa.Column("success", TEXT, nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("score_at", BIG, nullable=True),
        sa.Column("completed_at", BIG, nullable=True),
        sa.Column("passed_at", BIG, nullable=True),
        sa.Column("time_ms", BIG, nullable=False),
        sa.Column("completed_ms", BIG, nullable=True),
        sa.PrimaryKeyConstraint("org_id", "course_id", "learner_id", name="pk_registration"),
    )
    op.create_index(
        "ix_registration_org_id_learner_id_course_id",
        "registration",
        ["org_id", "learner_id", "course_id"],
    )


def _attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("org_id", TEXT, nullable=False),
        sa.Column("attempt_id", TEXT, nullable=False),
        sa.Column("course_id", TEXT, nullable=False),
        sa.Column("learner_id", TEXT, nullable=False),
        sa.Column("edition", TEXT, nullable=False),
        sa.Column("item", TEXT, nullable=False),
        sa.Column("items", SMALL, nullable=False),
        sa.Column("number", SMALL, nullable=False),
        sa.Column("package", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("started_at", BIG, nullable=False),
        sa.Column("updated_at", BIG, nullable=False),
        sa.Column("completion", TEXT, nullable=False),
        sa.Column("success", TEXT, nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("progress", sa.Float(), nullable=True),
        sa.Column("time_ms", BIG, nullable=False),
        sa.Column("exit", TEXT, nullable=False),
        sa.Column("terminated", SMALL, nullable=False),
        sa.Column("sessions", SMALL, nullable=False),
        sa.Column("writer", SMALL, nullable=False),
        sa.Column("commits", SMALL, nullable=False),
        sa.Column("dropped", SMALL, nullable=False),
        sa.Column("cmi", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "attempt_id", name="pk_attempt"),
        sa.UniqueConstraint(
            "org_id",
            "course_id",
            "learner_id",
            "edition",
            "item",
            "number",
            name="uq_attempt_org_id_course_id_learner_id_edition_item_number",
        ),
    )


def _session() -> None:
    op.create_table(
        "session",
        sa.Column("org_id", TEXT, nullable=False),
        sa.Column("attempt_id", TEXT, nullable=False),
        sa.Column("session", SMALL, nullable=False),
        sa.Column("started_at", BIG, nullable=False),
        sa.Column("updated_at", BIG, nullable=False),
        sa.Column("last_sequence", BIG, nullable=False),
        sa.Column("time_ms", BIG, nullable=False),
        sa.Column("terminated", SMALL, nullable=False),
        sa.PrimaryKeyConstraint("org_id", "attempt_id", "session", name="pk_session"),
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("org_id", TEXT, nullable=False),
        sa.Column("event_id", TEXT, nullable=False),
        sa.Column("attempt_id", TEXT, nullable=False),
        sa.Column("session", SMALL, nullable=False),
        sa.Column("sequence", BIG, nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("month", SMALL, nullable=False),
        sa.Column("seconds", BIG, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "event_id", name="pk_event"),
        sa.UniqueConstraint(
            "org_id",
            "attempt_id",
            "session",
            "sequence",
            name="uq_event_org_id_attempt_id_session_sequence",
        ),
    )


def _rollup() -> None:
    op.create_table(
        "rollup",
        sa.Column("org_id", TEXT, nullable=False),
        sa.Column("course_id", TEXT, nullable=False),
        sa.Column("month", SMALL, nullable=False),
        sa.Column("started", BIG, nullable=False),
        sa.Column("completed", BIG, nullable=False),
        sa.Column("passed", BIG, nullable=False),
        sa.Column("failed", BIG, nullable=False),
        sa.Column("seconds_n", BIG, nullable=False),
        sa.Column("seconds_sum", BIG, nullable=False),
        sa.Column("seconds_squares", sa.Float(), nullable=False),
        sa.Column("score_n", BIG, nullable=False),
        sa.Column("score_sum", sa.Float(), nullable=False),
        sa.Column("score_squares", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "course_id", "month", name="pk_rollup"),
    )


def _histogram() -> None:
    op.create_table(
        "histogram",
        sa.Column("org_id", TEXT, nullable=False),
        sa.Column("course_id", TEXT, nullable=False),
        sa.Column("month", SMALL, nullable=False),
        sa.Column("measure", TEXT, nullable=False),
        sa.Column("bin", SMALL, nullable=False),
        sa.Column("n", BIG, nullable=False),
        sa.PrimaryKeyConstraint(
            "org_id", "course_id", "measure", "month", "bin", name="pk_histogram"
        ),
    )
