"""The cards that stand in groups and channels: where, of which campaign, and what they show.

At most one in each chat. A group may be as sensitive as a person, so its address is encrypted
and it is found by a keyed hash of it.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, delete, select, update

from handlers.domain.campaigns import Campaign
from storage import models
from storage.database import AnyRow, Database
from storage.vault import Tampered, Vault

table = models.group_cards


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A card that is to be edited."""

    chat_id: str
    message_id: str


class GroupCards:
    """The cards of one channel."""

    def __init__(self, database: Database, vault: Vault, channel: str) -> None:
        self._database = database
        self._vault = vault
        self._channel = channel
        self._kind = f"group of {channel}"
        """Keeps the hashes and ciphertexts of groups apart from those of people."""

    async def claim(
        self, chat_id: str, campaign: Campaign, locale: str, shown: str, now: datetime
    ) -> bool:
        """Take the place of the one card in that chat, which is to show `shown`.

        False where there is one already, or somebody else is just posting it.
        """
        tag = self._tag(chat_id)
        async with self._database.write() as connection:
            claimed = await connection.scalar(
                self._database.insert(table)
                .values(
                    channel=self._channel,
                    tag=tag,
                    chat=self._vault.encrypt_chat(self._kind, tag, chat_id),
                    campaign_id=campaign.id,
                    locale=locale,
                    shown=_digest(shown),
                    edited_at=now,
                )
                .on_conflict_do_nothing()
                .returning(table.c.id)
            )
        return claimed is not None

    async def posted(self, chat_id: str, message_id: str) -> None:
        """The card stands there as that message."""
        async with self._database.write() as connection:
            await connection.execute(
                update(table).where(*self._is(chat_id)).values(message_id=message_id)
            )

    async def forget(self, chat_id: str) -> str | None:
        """Forget the chat; the locale of its card, or None where there was none."""
        async with self._database.write(erases=True) as connection:
            locale: str | None = await connection.scalar(
                delete(table).where(*self._is(chat_id)).returning(table.c.locale)
            )
        return locale

    async def kinds(self) -> Sequence[tuple[str, str]]:
        """The campaigns (slugs) and locales of which there are cards."""
        campaigns = models.campaigns
        query = (
            select(campaigns.c.slug, table.c.locale)
            .join(campaigns, campaigns.c.id == table.c.campaign_id)
            .where(table.c.channel == self._channel)
            .distinct()
            .order_by(campaigns.c.slug, table.c.locale)
        )
        async with self._database.read() as connection:
            return [(row.slug, row.locale) for row in await connection.execute(query)]

    async def take(
        self,
        campaign: Campaign,
        locale: str,
        shown: str,
        *,
        before: datetime,
        now: datetime,
        limit: int,
    ) -> Sequence[GroupCard]:
        """Cards that show something other than `shown` and were not edited since `before`.

        They count as edited at `now`: no other process takes them too.
        """
        oldest = (
            select(table.c.id)
            .where(
                table.c.channel == self._channel,
                table.c.campaign_id == campaign.id,
                table.c.locale == locale,
                table.c.message_id.is_not(None),
                table.c.shown != _digest(shown),
                table.c.edited_at <= before,
            )
            .order_by(table.c.edited_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        async with self._database.write() as connection:
            rows = await connection.execute(
                update(table)
                .where(table.c.id.in_(oldest))
                .values(edited_at=now)
                .returning(table.c.tag, table.c.chat, table.c.message_id)
            )
            return list(self._readable(rows.all()))

    async def edited(self, chat_id: str, shown: str) -> None:
        """The card now shows that."""
        async with self._database.write() as connection:
            await connection.execute(
                update(table).where(*self._is(chat_id)).values(shown=_digest(shown))
            )

    def _readable(self, rows: Sequence[AnyRow]) -> Iterator[GroupCard]:
        for row in rows:
            # An address that was changed behind our back does not stop the others.
            with suppress(Tampered):
                chat_id = self._vault.decrypt_chat(self._kind, row.tag, row.chat)
                yield GroupCard(chat_id, row.message_id)

    def _tag(self, chat_id: str) -> bytes:
        return self._vault.supporter_tag(self._kind, chat_id)

    def _is(self, chat_id: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return table.c.channel == self._channel, table.c.tag == self._tag(chat_id)


def _digest(shown: str) -> bytes:
    return sha256(shown.encode()).digest()
