"""Whether the database has the tables that this version knows."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from storage import migrations
from storage.database import Database
from storage.errors import DatabaseFault, SchemaFault


async def check(database: Database) -> None:
    """See to it that the tables are there and new enough; change nothing.

    Raises:
        DatabaseFault: the database does not answer.
        SchemaFault: the tables are missing, or older than this program.
    """
    state = await _state(database)
    if state == "empty":
        raise SchemaFault(
            f"The database at {database.where} has no tables yet:"
            " run `python -m bot migrate` first."
        )
    _refuse_old(database, state)


async def prepare(database: Database, url: str, *, upgrade: bool) -> None:
    """Give an empty database its tables; bring older ones up to date where `upgrade` says so.

    `url` is the address that `database` was opened with.

    Raises:
        DatabaseFault: the database does not answer.
        SchemaFault: the tables are older than this program, and stay so.
    """
    state = await _state(database)
    if state == "empty" or (state == "behind" and upgrade):
        await migrations.upgrade(url)
    else:
        _refuse_old(database, state)


async def current(url: str) -> str | None:
    """The revision that the database at `url` is at, or None where it is empty.

    Raises:
        DatabaseFault: the database does not answer.
    """
    database = Database(url)
    try:
        with _answering(database):
            return await migrations.current(database)
    finally:
        await database.close()


async def _state(database: Database) -> migrations.State:
    with _answering(database):
        return await migrations.ready(database)


@contextmanager
def _answering(database: Database) -> Iterator[None]:
    """Say in the operator's words that the database does not answer."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise DatabaseFault(
            f"The database at {database.where} does not answer ({type(cause).__name__}):"
            " start it, or set DATABASE_URL to where it is."
        ) from error


def _refuse_old(database: Database, state: migrations.State) -> None:
    if state == "behind":
        raise SchemaFault(
            f"The tables at {database.where} are older than this program:"
            " run `python -m bot migrate` first."
        )
