"""Those who asked for updates, and erasing all that is kept about a person."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, exists, select, update

from handlers.domain.campaigns import Campaign
from handlers.domain.supporters import Consent, Person, Subscription
from handlers.ports import supporters as ports
from storage import models
from storage.campaigns.campaigns import Campaigns
from storage.database import Database
from storage.organizers.organizers import Organizers
from storage.signatures import consents
from storage.signatures.erasure import erase_of, theirs
from storage.vault import Vault

table, subscriptions = models.supporters, models.subscriptions
invites, signatures = models.invites, models.signatures


class Supporters(ports.Supporters):
    """Those who asked for updates, known by a keyed hash, their chats encrypted."""

    def __init__(
        self,
        database: Database,
        campaigns: Campaigns,
        wordings: consents.Wordings,
        organizers: Organizers,
        vault: Vault,
    ) -> None:
        self._organizers = organizers
        self._database = database
        self._campaigns = campaigns
        self._wordings = wordings
        self._vault = vault

    async def subscribe(
        self, campaign: Campaign, person: Person, locale: str, country: str, consent: Consent
    ) -> None:
        if not person.chat_id:
            raise ValueError("updates need a chat")
        consent = consents.coarsened(campaign, consent)
        tag = self._vault.supporter_tag(person.channel, person.user_id)
        reachable = {
            "chat": self._vault.encrypt_chat(person.channel, tag, person.chat_id),
            "locale": locale,
            "unreachable_at": None,
        }
        async with self._database.write() as connection:
            consented = await self._wordings.keep(connection, consent)
            supporter_id = await connection.scalar(
                self._database.insert(table)
                .values(channel=person.channel, tag=tag, **reachable)
                .on_conflict_do_update(
                    index_elements=[table.c.channel, table.c.tag], set_=reachable
                )
                .returning(table.c.id)
            )
            await connection.execute(
                self._database.insert(subscriptions)
                .values(
                    supporter_id=supporter_id,
                    campaign_id=campaign.id,
                    country="" if campaign.high_risk else country,
                    joined_on=consents.coarse_day(campaign, datetime.now(UTC).date()),
                    **consented,
                )
                .on_conflict_do_nothing()
            )
        self._wordings.kept(consent)

    async def unsubscribe(self, campaign: Campaign, person: Person) -> bool:
        async with self._database.write(erases=True) as connection:
            supporter_id = await connection.scalar(
                select(table.c.id).where(*self._is(person)).with_for_update()
            )
            if supporter_id is None:
                return False
            stopped = await connection.execute(
                delete(subscriptions).where(
                    subscriptions.c.supporter_id == supporter_id,
                    subscriptions.c.campaign_id == campaign.id,
                )
            )
            needed = exists().where(subscriptions.c.supporter_id == supporter_id)
            await connection.execute(delete(table).where(table.c.id == supporter_id, ~needed))
        return stopped.rowcount > 0

    async def subscriptions(self, person: Person) -> Sequence[Subscription]:
        campaigns = await self._campaigns.by_id()
        columns = subscriptions.c
        async with self._database.read() as connection:
            rows = await connection.execute(
                select(
                    columns.campaign_id,
                    columns.country,
                    columns.joined_on,
                    columns.consented_at,
                    table.c.locale,
                    *consents.COLUMNS,
                )
                .join(table, table.c.id == columns.supporter_id)
                .join(models.wordings, models.wordings.c.hash == columns.wording)
                .where(*self._is(person))
                .order_by(columns.joined_on.desc(), columns.campaign_id.desc())
            )
            return [
                Subscription(
                    campaign=campaigns[row.campaign_id],
                    since=row.joined_on,
                    locale=row.locale,
                    country=row.country,
                    consent=consents.read(row, "updates"),
                )
                for row in rows
                if row.campaign_id in campaigns
            ]

    async def speaks(self, person: Person, locale: str) -> None:
        opened = await self._campaigns.opened()
        told = (
            select(invites.c.id)
            .join(signatures, signatures.c.id == invites.c.signature_id)
            .where(*theirs(person, opened), invites.c.chat.is_not(None))
            .order_by(invites.c.id)
            .with_for_update(of=invites)
        )
        async with self._database.write() as connection:
            await connection.execute(
                update(invites).where(invites.c.id.in_(told)).values(locale=locale)
            )
            await connection.execute(update(table).where(*self._is(person)).values(locale=locale))

    async def returned(self, person: Person) -> None:
        gone = table.c.unreachable_at.is_not(None)
        async with self._database.write() as connection:
            await connection.execute(
                update(table).where(*self._is(person), gone).values(unreachable_at=None)
            )

    async def forget(self, person: Person) -> None:
        opened = await self._campaigns.opened()
        async with self._database.write(erases=True) as connection:
            # Whoever invited them keeps the number they were told.
            erased = await erase_of(connection, person, opened, uncredit=False)
            await connection.execute(delete(table).where(*self._is(person)))
            await self._organizers.forget(connection, person)
        campaigns = {each.campaign.id: each.campaign for each in opened}
        for each in erased:
            if each.counted:
                self._campaigns.noticed(campaigns[each.campaign_id], each.country, -1)

    def _is(self, person: Person) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        tag = self._vault.supporter_tag(person.channel, person.user_id)
        return table.c.channel == person.channel, table.c.tag == tag
