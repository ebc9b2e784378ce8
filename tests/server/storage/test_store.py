"""The database itself: settings, transactions, several processes, migrations."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, insert, select, text

from balise_server.errors import BaliseError
from balise_server.storage import Store, migrations
from balise_server.storage.commits import store_commit
from balise_server.storage.migrations import HEAD, distribute, migrate, revision
from balise_server.storage.schema import DISTRIBUTED, event, learner, metadata
from balise_server.tokens import Sitting
from balise_server.tracking.commit import read_commit
from tests.server.storage.play import ORG, START, Learner, assert_rollup_equals_recount


def test_the_first_migration_makes_the_schema(url: str) -> None:
    store = Store(url)
    assert revision(store) is None
    assert migrate(store)
    assert not migrate(store)
    with store.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert distribute(connection) == []
    store.close()


def test_the_newest_revision_is_the_one_named() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert scripts.get_heads() == [HEAD]


def test_org_id_comes_first_in_every_key() -> None:
    assert set(metadata.tables.values()) == set(DISTRIBUTED)
    for table in metadata.tables.values():
        assert next(c.name for c in table.primary_key.columns) == "org_id"
        for index in table.indexes:
            assert next(iter(index.columns)).name == "org_id"


def test_sqlite_commits_are_durable(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'essai.sqlite'}")
    with store.read() as connection:
        for name, value in {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}.items():
            assert connection.execute(text(f"PRAGMA {name}")).scalar() == value
        assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 30_000
    with store.write() as connection:
        assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 30_000
    store.close()


def test_an_error_in_the_middle_undoes_everything(store: Store) -> None:
    camille = Learner(store)
    opened = camille.open()
    before = camille.attempt(opened), camille.record()
    sitting = Sitting(opened.attempt_id, opened.session, "scorm12", "play")
    commit = read_commit(b'{"cmi.core.lesson_status":"passed","commitSequence":1}', "scorm12")
    with store.write() as connection:
        # The event of this commit cannot be added a second time: the last statement fails.
        connection.execute(insert(event), clash(opened.attempt_id))
    with pytest.raises(Exception, match=r"(?i)unique"):
        store_commit(store, ORG, sitting, commit, START)
    assert (camille.attempt(opened), camille.record()) == before
    assert_rollup_equals_recount(store)


def clash(attempt_id: str) -> dict[str, object]:
    """Return an event that stands in the way of the first commit of the first session."""
    row: dict[str, object] = {c.name: 0 for c in event.columns}
    row |= {"org_id": ORG, "event_id": "e", "attempt_id": attempt_id, "session": 1, "sequence": 1}
    return row | {"kind": "commit", "digest": "", "data": "{}"}


def write_many(url: str, key: str, each: int) -> None:
    """Play one learner in a process of its own."""
    store = Store(url)
    person = Learner(store, key)
    opened = person.open()
    for sequence in range(1, each + 1):
        status = "passed" if sequence == each else "incomplete"
        person.commit(opened, sequence, values={"cmi.core.lesson_status": status})
    store.close()


@pytest.mark.parametrize("each", [8, pytest.param(25, marks=pytest.mark.slow)])
def test_two_processes_write_without_loss(url: str, each: int) -> None:
    store = Store(url)
    migrate(store)
    store.close()
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(url, key, each)) for key in ("ana", "luc")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    store = Store(url)
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(event)) == 2 * each
        assert connection.scalar(select(func.count()).select_from(learner)) == 2
    assert_rollup_equals_recount(store)
    store.close()


def test_a_lock_that_is_not_freed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balise_server.storage.store.BUSY_TIMEOUT", 0.05)
    path = tmp_path / "essai.sqlite"
    store = Store(f"sqlite:///{path}")
    migrate(store)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BaliseError) as caught, store.write():
        pass
    assert caught.value.code == "busy"
    other.execute("ROLLBACK")
    other.close()
    with store.write():
        pass
    store.close()


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "oracle://x"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(BaliseError) as caught:
        Store(url)
    assert caught.value.code == "unsupported-database"


def test_an_empty_database_is_told(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'essai.sqlite'}")
    with pytest.raises(BaliseError) as caught:
        Learner(store)
    assert caught.value.code == "not-migrated"
    store.close()
