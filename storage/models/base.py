"""What all tables have in common."""

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, MetaData, String

from storage.database import UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

BigId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts rows up only in a column whose type is INTEGER."""


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A constraint that `column` holds one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def consent_columns(*, nullable: bool = False) -> tuple[Column[Any], Column[Any]]:
    """What was agreed to, and when; nullable where consent comes later, or never.

    The hour is enough to prove consent and too little to match a row with network traffic.
    """
    return (
        Column("wording", String(64), ForeignKey("wordings.hash"), nullable=nullable),
        Column("consented_at", UtcDateTime, nullable=nullable, comment="cut to the hour"),
    )
