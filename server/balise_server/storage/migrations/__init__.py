"""Alembic migrations: :func:`migrate` brings a database to the newest revision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from balise_server.storage.schema import DISTRIBUTED

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from balise_server.storage.store import Store

HEAD = "0001"
"""Newest revision; a test compares it with the scripts."""


def revision(store: Store) -> str | None:
    """Return the revision of the database; None when it is empty."""
    with store.read() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(store: Store) -> bool:
    """Bring the database to :data:`HEAD` in one transaction; return whether anything changed.

    Alembic is imported only when there is something to do: it costs a quarter of a second.
    """
    if revision(store) == HEAD:
        return False
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with store.write() as connection:
        if not store.sqlite:
            # Two workers starting together: the second waits, then finds nothing to do.
            connection.execute(text("SELECT pg_advisory_xact_lock(2026110701)"))
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        distribute(connection)
    return True


def distribute(connection: Connection) -> list[str]:
    """Distribute the tables by ``org_id`` where Citus is installed; return those now distributed.

    Does nothing on SQLite, on a plain PostgreSQL, and for tables already distributed.
    """
    if connection.dialect.name != "postgresql":
        return []
    if not connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'citus'")):
        return []
    known = set(connection.scalars(text("SELECT logicalrelid::text FROM pg_dist_partition")))
    fresh = [table.name for table in DISTRIBUTED if table.name not in known]
    for name in fresh:
        connection.execute(text("SELECT create_distributed_table(:name, 'org_id')"), {"name": name})
    return fresh
