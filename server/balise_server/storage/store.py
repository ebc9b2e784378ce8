"""One database: connections, transactions, the differences between SQLite and PostgreSQL."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, nullcontext
from random import uniform
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from balise_server.errors import BaliseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine, Table
    from sqlalchemy.engine import URL

BUSY_TIMEOUT = 30
"""Seconds a writer waits for another before it gives up."""
WRITES = "balise_writes"


class Store:
    """The database behind one URL. Thread-safe; made once for each process (after a fork)."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self._writing = self.engine.execution_options(**{WRITES: True})
        self.sqlite = self.engine.dialect.name == "sqlite"
        # SQLite's lock is polled, with sleeps up to 100 ms; threads of one process queue here.
        self._turn: AbstractContextManager[object] = Lock() if self.sqlite else nullcontext()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection for one consistent reading; never waits for a writer in SQLite.

        :raises BaliseError: ``busy`` when the database cannot be reached.
        """
        with _busy_is_told(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection inside one transaction: committed at the end, undone on any error.

        SQLite takes the write lock at the start (``BEGIN IMMEDIATE``): a transaction that reads
        and then asks for the lock can fail at once, whatever the timeout.

        :raises BaliseError: ``busy`` when the lock is not free within 30 seconds.
        """
        with _busy_is_told(), self._turn, self._writing.begin() as connection:
            yield connection

    def upsert(self, table: Table) -> Any:
        """Return ``insert(table)`` of the dialect, which has ``on_conflict_do_update``."""
        return sqlite.insert(table) if self.sqlite else postgresql.insert(table)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def make_engine(url: str) -> Engine:
    """Return the engine of ``url`` with the settings that make a commit durable.

    :raises BaliseError: ``unsupported-database`` for anything but SQLite and PostgreSQL.
    """
    try:
        parsed = driver_of(make_url(url))
    except (ArgumentError, NoSuchModuleError):
        raise BaliseError("unsupported-database", dialect=url.partition(":")[0]) from None
    if parsed.get_backend_name() == "postgresql":
        return create_engine(parsed, pool_size=8, max_overflow=8, pool_pre_ping=True)
    if parsed.get_backend_name() != "sqlite":
        raise BaliseError("unsupported-database", dialect=parsed.get_backend_name())
    engine = create_engine(
        parsed, connect_args={"timeout": BUSY_TIMEOUT}, pool_size=8, max_overflow=8
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def driver_of(url: URL) -> URL:
    """Return ``url`` with psycopg 3 for PostgreSQL (hosts hand out ``postgres://…``)."""
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    # NORMAL can lose the last commits at a power cut, and a completion is a legal record.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    if not connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN")
        return
    # SQLite's own waiting sleeps up to 100 ms between looks, so that under load some starve for
    # seconds; looking every millisecond keeps the slowest in a hundred within tens of them.
    cursor = connection.connection.cursor()
    limit = monotonic() + BUSY_TIMEOUT
    cursor.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                cursor.execute("BEGIN IMMEDIATE")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > limit:
                    raise
                sleep(uniform(0.0003, 0.0015))
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000}")
        cursor.close()


@contextmanager
def _busy_is_told() -> Iterator[None]:
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        text = str(getattr(error, "orig", error))
        if "no such table" in text:
            raise BaliseError("not-migrated") from error
        if "locked" in text or "busy" in text or "connect" in text:
            raise BaliseError("busy") from error
        raise
