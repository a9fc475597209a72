"""Any life of a petition: people sign, withdraw, are forgotten and counted, in any order."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from tests.support.databases import Databases
from tests.support.petition import consent, person
from tests.support.storage.lives import Life, live
from tests.support.storage.petition import VAULT_KEY, counted, open_petition

people = st.integers(0, 4).map(lambda number: person(str(number)))
countries = st.sampled_from(["FR", "BE", ""])
slugs = st.sampled_from(["one", "two"])


class Petitions(Life):
    """Two campaigns and five people, against a plain dictionary of who has signed what."""

    def __init__(self) -> None:
        super().__init__()
        self.signed: dict[tuple[str, str], str] = {}
        self.campaigns: dict[str, Campaign] = {}
        self.run(self.start())

    async def start(self) -> None:
        await self.fresh()
        self.storage = await Storage.open(self.url, VAULT_KEY)
        for slug in ("one", "two"):
            self.campaigns[slug] = await open_petition(self.storage, slug)

    @rule(slug=slugs, who=people, country=countries)
    def sign(self, slug: str, who: Any, country: str) -> None:
        result = self.run(
            self.storage.signatures.sign(
                self.campaigns[slug], who, Draft(country=country), consent()
            )
        )
        assert result.new == ((slug, who.user_id) not in self.signed)
        self.signed.setdefault((slug, who.user_id), country)

    @rule(slug=slugs, who=people)
    def withdraw(self, slug: str, who: Any) -> None:
        withdrawn = self.run(self.storage.signatures.withdraw(self.campaigns[slug], who))
        assert withdrawn == (self.signed.pop((slug, who.user_id), None) is not None)

    @rule(slug=slugs, who=people)
    def subscribe(self, slug: str, who: Any) -> None:
        self.run(
            self.storage.supporters.subscribe(
                self.campaigns[slug], who, "fr", "FR", consent("updates")
            )
        )

    @rule(who=people)
    def forget(self, who: Any) -> None:
        self.run(self.storage.supporters.forget(who))
        for slug in self.campaigns:
            self.signed.pop((slug, who.user_id), None)

    @rule(limit=st.integers(1, 5))
    def sequence(self, limit: int) -> None:
        assert self.run(self.storage.sequencer.run_once(limit)) <= limit

    @invariant()
    def everybody_sees_the_truth(self) -> None:
        self.run(self.check())

    async def check(self) -> None:
        for slug, campaign in self.campaigns.items():
            truth = [country for (where, _), country in self.signed.items() if where == slug]
            assert await self.storage.signatures.total(campaign) == len(truth)
            totals = await self.storage.campaigns.totals(campaign, "FR")
            assert (totals.world, totals.country) == (len(truth), truth.count("FR"))
            await self.check_log(campaign, len(truth))

    async def check_log(self, campaign: Campaign, truth: int) -> None:
        """The world's total is what the log adds up to, and as many signatures are counted."""
        tables = (models.leaves, models.waiting, models.signatures)
        async with self.storage.database.read() as connection:
            leaves, waiting, signatures = [
                (
                    await connection.execute(
                        select(table).where(table.c.campaign_id == campaign.id)
                    )
                ).all()
                for table in tables
            ]
        kinds = [leaf.kind for leaf in leaves]
        world = (await counted(self.storage, campaign)).get(("world", ""), 0)
        assert world == kinds.count("add") - kinds.count("withdraw")
        in_log = {leaf.signature_id for leaf in leaves} - {None}
        in_queue = {row.signature_id for row in waiting} - {None}
        assert in_log | in_queue == {row.id for row in signatures}
        assert not in_log & in_queue
        assert len(signatures) == truth


def test_whatever_happens_the_totals_are_the_signatures(databases: Databases, backend: str) -> None:
    """No order of events makes rows, log and totals disagree."""
    live(Petitions, databases, backend, examples=10, steps=25)
