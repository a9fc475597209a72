"""Whether the database has the tables that this version knows."""

from sqlalchemy.exc import SQLAlchemyError

from storage import migrations
from storage.database import Database
from storage.errors import DatabaseFault, SchemaFault


async def check(database: Database) -> None:
    """Raise DatabaseFault or SchemaFault unless the tables are there and new enough."""
    try:
        state = await migrations.ready(database)
    except (SQLAlchemyError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise DatabaseFault(
            f"The database at {database.where} does not answer ({type(cause).__name__}):"
            " start it, or set DATABASE_URL to where it is."
        ) from error
    if state == "empty":
        raise SchemaFault(
            f"The database at {database.where} has no tables yet:"
            " run `python -m bot migrate` first."
        )
    if state == "behind":
        raise SchemaFault(
            f"The tables at {database.where} are older than this program:"
            " run `python -m bot migrate` first."
        )
