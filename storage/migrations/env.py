"""Run by Alembic: migrates over the connection that `storage.migrations` hands it."""

from alembic import context

from storage.models import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a table: Alembic copies it.
)
with context.begin_transaction():
    context.run_migrations()
