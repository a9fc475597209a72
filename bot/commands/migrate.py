"""`migrate`: the database's tables."""

import click

from bot.commands.common import settings_of
from storage import migrations


@click.command
async def migrate() -> None:
    """Create the database's tables or bring them up to date."""
    url = settings_of().database
    before = await _revision(url)
    await migrations.upgrade(url)
    after = await _revision(url)
    print("The tables were up to date." if before == after else "The tables are up to date now.")


async def _revision(url: str) -> str | None:
    from sqlalchemy.exc import SQLAlchemyError

    from storage.errors import DatabaseFault

    try:
        return await migrations.current(url)
    except (SQLAlchemyError, OSError) as fault:
        raise DatabaseFault(
            f"The database does not answer ({type(fault).__name__}): start it, or set"
            " DATABASE_URL to where it is."
        ) from fault
