"""Learners: a pseudonym, and in preview the name typed on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from balise_server.storage.schema import learner

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from balise_server.storage.store import Store


def enrol(
    store: Store, connection: Connection, org_id: str, learner_id: str, name: str, now: int
) -> None:
    """Add a learner, or take up the name as it is typed today."""
    insert = store.upsert(learner).values(
        org_id=org_id, learner_id=learner_id, name=name, created_at=now
    )
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["org_id", "learner_id"], set_={"name": insert.excluded.name}
        )
    )


def name_of(connection: Connection, org_id: str, learner_id: str) -> str | None:
    """Return the name of a learner; None when there is no such learner."""
    return connection.scalar(
        select(learner.c.name).where(learner.c.org_id == org_id, learner.c.learner_id == learner_id)
    )
