"""Learners that open and commit straight to the storage, with a clock of their own."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from balise_server.storage import Store, learners, records
from balise_server.storage.attempts import Opened, Opening, open_session
from balise_server.storage.commits import Receipt, store_commit
from balise_server.storage.records import AttemptRecord, Registration
from balise_server.storage.rollup import Facts, cells
from balise_server.storage.schema import histogram, registration, rollup
from balise_server.tokens import Sitting
from balise_server.tracking.commit import read_commit

ORG = "org"
COURSE = "cours"
START = 1_795_000_000_000
SECOND = 1000
STATUS = "cmi.core.lesson_status"
SCORE = "cmi.core.score.raw"
TIME = "cmi.core.session_time"
SUSPEND = "cmi.suspend_data"
EXIT = "cmi.core.exit"


class Learner:
    """One learner of one course; time passes only when told."""

    def __init__(self, store: Store, key: str = "camille", **opening: Any) -> None:
        self.store, self.key, self.now = store, key, START
        self.opening = {"items": 1, "item": "", "edition": "scorm12", "keeps_state": True}
        self.opening |= opening
        with store.write() as connection:
            learners.enrol(store, connection, ORG, key, key.title(), self.now)

    def open(self, **more: Any) -> Opened:
        """Open a session."""
        given: dict[str, Any] = {
            "org_id": ORG,
            "learner_id": self.key,
            "course_id": COURSE,
            "package": "p",
            "version": "1",
            **self.opening,
            **more,
        }
        return open_session(self.store, Opening(**given), self.now)

    def commit(self, opened: Opened, sequence: int, wait: float = 1, **more: Any) -> Receipt:
        """Commit after ``wait`` seconds; ``more`` names flags, or elements under ``values``."""
        self.now += round(wait * SECOND)
        values = more.pop("values", {})
        body = json.dumps({**values, **more, "commitSequence": sequence}).encode()
        edition = str(self.opening["edition"])
        sitting = Sitting(opened.attempt_id, opened.session, edition, "play")
        return store_commit(self.store, ORG, sitting, read_commit(body, edition), self.now)

    def attempt(self, opened: Opened) -> AttemptRecord:
        """Read the attempt back."""
        with self.store.read() as connection:
            found = records.one_attempt(connection, ORG, opened.attempt_id)
        assert found is not None
        return found

    def record(self) -> Registration:
        """Read the record of the course back."""
        with self.store.read() as connection:
            found = records.one_registration(connection, ORG, COURSE, self.key)
        assert found is not None
        return found


def assert_rollup_equals_recount(store: Store) -> None:
    """Compare the rollup with one made afresh from every registration."""
    with store.read() as connection:
        rows = connection.execute(select(registration)).mappings().all()
        sums = connection.execute(select(rollup)).mappings().all()
        bins = connection.execute(select(histogram)).mappings().all()
    expected: dict[Any, float] = {}
    for row in rows:
        found = cells(Facts(**{name: row[name] for name in Facts.__slots__}))
        for (month, name), amount in found.sums.items():
            key = (row["course_id"], month, name)
            expected[key] = expected.get(key, 0) + amount
        for cell, amount in found.bins.items():
            expected[(row["course_id"], *cell)] = (
                expected.get((row["course_id"], *cell), 0) + amount
            )
    stored: dict[Any, float] = {
        (row["course_id"], row["month"], name): row[name]
        for row in sums
        for name in row
        if name not in ("org_id", "course_id", "month")
    }
    stored |= {(r["course_id"], r["month"], r["measure"], r["bin"]): r["n"] for r in bins}
    keys = set(expected) | set(stored)
    assert {k: round(expected.get(k, 0), 6) for k in keys} == {
        k: round(stored.get(k, 0), 6) for k in keys
    }
