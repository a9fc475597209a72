"""The database's tables, seen to before the stores are opened."""

from sqlalchemy.exc import SQLAlchemyError

from bot.process.errors import SettingsError
from storage import migrations
from storage.database import Database


async def ensure_tables(url: str, *, upgrade: bool) -> None:
    """Give an empty database its tables, and bring one up to date where `upgrade` says so.

    Raises SettingsError for a database that is behind otherwise.
    """
    database = Database(url)
    try:
        state = await migrations.ready(database)
    except (SQLAlchemyError, OSError):
        return  # it does not answer: opening the stores says so
    finally:
        await database.close()
    if state == "empty" or (state == "behind" and upgrade):
        await migrations.upgrade(url)
    elif state == "behind":
        raise SettingsError(
            "The database's tables are older than this program: run `python -m bot migrate` first."
        )
