"""Run by Alembic inside the transaction that :func:`migrate` opened."""

from __future__ import annotations

from alembic import context

from balise_server.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
