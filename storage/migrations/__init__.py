"""Bringing a database's tables up to date, from any folder and without a settings file.

Alembic itself is loaded only by `upgrade`: a web process that starts just asks `ready`.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.errors import SchemaFault

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
"""The newest revision. Revisions are numbered in order, so that they can be compared."""

LOCK = 0x70_76_6D_69_67
"""PostgreSQL advisory lock ("pvmig"): release processes that start together take turns."""

State = Literal["ready", "empty", "behind", "ahead"]


async def upgrade(url: str) -> None:
    """Create or bring up to date the tables of the database at `url`, all or nothing.

    Raises:
        SchemaFault: the database is at a revision that this program does not know.
    """
    from alembic import command
    from alembic.script.revision import ResolutionError
    from alembic.util import CommandError

    def run(connection: Connection) -> None:
        try:
            command.upgrade(config(connection), "head")
        except CommandError as error:
            if not isinstance(error.__cause__, ResolutionError):
                raise
            raise SchemaFault(
                f"The database's tables are at revision {error.__cause__.argument}, which this"
                " program does not know: run the program that made them, or use another database."
            ) from error

    database = Database(url, patience=None)  # a large table takes its time
    try:
        async with database.write() as connection:
            if not database.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
            await connection.run_sync(run)
    finally:
        await database.close()


async def current(database: Database) -> str | None:
    """The revision that the database is at, or None where it is empty."""
    async with database.read() as connection:
        return await _revision(connection)


async def ready(database: Database) -> State:
    """How the database stands to this program.

    `ahead` is an older program beside a newer one, as for a while during a deployment.
    """
    revision = await current(database)
    if revision is None:
        return "empty"
    if revision == HEAD:
        return "ready"
    return "behind" if revision < HEAD else "ahead"


def config(connection: Connection | None = None) -> "Config":
    """Alembic's settings, for work over that connection."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


async def _revision(connection: AsyncConnection) -> str | None:
    has_table = await connection.run_sync(
        lambda sync: sync.dialect.has_table(sync, "alembic_version")
    )
    if not has_table:
        return None
    revision: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
