"""`migrate`: the database's tables."""

import click

from bot.commands.common import settings_of
from storage import migrations
from storage.migrations import check


@click.command
async def migrate() -> None:
    """Create the database's tables or bring them up to date."""
    url = settings_of().database
    before = await check.current(url)
    await migrations.upgrade(url)
    after = await check.current(url)
    print("The tables were up to date." if before == after else "The tables are up to date now.")
