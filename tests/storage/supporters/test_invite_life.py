"""Any life of the invites: whoever signs by whose link, leaves and is forgotten, in any order."""

import asyncio
import random
from dataclasses import dataclass
from graphlib import TopologicalSorter

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival, Source
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from storage import models
from storage.container import Storage
from tests.support.databases import Databases
from tests.support.petition import consent, person
from tests.support.storage.lives import Life, live
from tests.support.storage.petition import VAULT_KEY, count, open_petition

users = st.sampled_from(["ana", "ben", "cai", "dee"])


@dataclass
class Signed:
    """A standing signature, as the model knows it."""

    token: str
    """Of the invite that it is credited to, or empty."""
    counted: bool = False


async def inviters(storage: Storage) -> dict[bytes, bytes]:
    """Who came through whom: signature -> the inviter's signature. No program does this."""
    query = select(
        models.joinings.c.signature_id.label("invited"),
        models.invites.c.signature_id.label("inviter"),
    ).join(models.invites, models.invites.c.id == models.joinings.c.invite_id)
    async with storage.database.read() as connection:
        rows = await connection.execute(query)
        return {row.invited: row.inviter for row in rows}


def never_in_a_circle(edges: dict[bytes, bytes]) -> None:
    """Raise CycleError where credit leads back to where it came from; oneself included."""
    TopologicalSorter({invited: [inviter] for invited, inviter in edges.items()}).prepare()


class EphemeralMessages(Life):
    """Four people, against a plain record of who came through whom."""

    def __init__(self) -> None:
        super().__init__()
        self.signed: dict[str, Signed] = {}
        self.links: dict[str, str] = {}
        """Everybody's invites that stand: user -> token."""
        self.last: dict[str, str] = {}
        """The last link that everybody gave out, even if it is dead."""
        self.kept: dict[str, int] = {}
        """Credit for people who were forgotten after they were counted, by token."""
        self.run(self.start())

    async def start(self) -> None:
        await self.fresh()
        self.storage = await Storage.open(self.url, VAULT_KEY)
        self.petition = await open_petition(self.storage, "release")

    @rule(who=users, through=users, source=st.sampled_from(["invite", "inline"]))
    def sign(self, who: str, through: str, source: Source) -> None:
        """By the last link that somebody gave out: a friend's, a dead one, or one's own."""
        token = self.last.get(through, "x" * 16)
        result = self.run(
            self.storage.signatures.sign(
                self.petition, person(who), Draft(), consent(), Arrival(source, token)
            )
        )
        assert result.new == (who not in self.signed)
        if result.new:
            self.signed[who] = Signed(token if token in self.links.values() else "")

    @rule(who=users)
    def share(self, who: str) -> None:
        invite = self.run(self.storage.invites.get_or_create(self.petition, person(who)))
        assert (invite is None) == (who not in self.signed)
        if invite is not None:
            assert self.links.setdefault(who, invite.token) == invite.token
            self.last[who] = invite.token

    def leave(self, who: str) -> Signed | None:
        """The signature is gone, the invite too, and with it the credit of those who came by it."""
        gone = self.links.pop(who, None)
        for each in self.signed.values():
            if each.token == gone:
                each.token = ""
        return self.signed.pop(who, None)

    @rule(who=users)
    def withdraw(self, who: str) -> None:
        assert self.run(self.storage.signatures.withdraw(self.petition, person(who))) == (
            self.leave(who) is not None
        )

    @rule(who=users)
    def forget(self, who: str) -> None:
        self.run(self.storage.supporters.forget(person(who)))
        left = self.leave(who)
        if left is not None and left.token and left.counted:
            self.kept[left.token] = self.kept.get(left.token, 0) + 1

    @rule()
    def sequence(self) -> None:
        """Count all, and look: everybody sees those who stand, and those who were forgotten."""
        while self.run(self.storage.sequencer.run_once(2)):
            pass
        for each in self.signed.values():
            each.counted = True
        for who, token in self.links.items():
            invite = self.run(self.storage.invites.get_or_create(self.petition, person(who)))
            standing = [each for each in self.signed.values() if each.token == token]
            assert invite is not None
            assert invite.joined == len(standing) + self.kept.get(token, 0)

    @invariant()
    def credit_is_as_it_was_given(self) -> None:
        edges = self.run(inviters(self.storage))
        never_in_a_circle(edges)
        assert len(edges) == len([each for each in self.signed.values() if each.token])


def test_no_circle_no_self_credit_and_true_numbers(databases: Databases, backend: str) -> None:
    """No order of events credits anybody twice, or themselves, or in a circle."""
    live(EphemeralMessages, databases, backend, examples=10, steps=30)


async def wander(storage: Storage, campaigns: list[Campaign], who: Person, seed: int) -> None:
    """One person does a dozen things in two campaigns, in an order of their own."""
    chance = random.Random(seed)
    for _ in range(12):
        campaign = chance.choice(campaigns)
        match chance.randrange(7):
            case 0:
                await storage.signatures.withdraw(campaign, who)
            case 1:
                await storage.supporters.forget(who)
            case 2:
                if chance.random() < 0.7:
                    await storage.invites.tell(campaign, who, "fr", consent("milestones"))
                else:
                    await storage.invites.untell(campaign, who)
            case 3:
                await storage.supporters.speaks(who, "ar")
            case _:
                friend = person(str(chance.randrange(6)))
                invite = await storage.invites.get_or_create(campaign, friend)
                arrival = Arrival("invite", invite.token if invite else "")
                await storage.signatures.sign(campaign, who, Draft(), consent(), arrival)


@pytest.mark.parametrize("seed", range(3))
async def test_all_at_once(storage: Storage, petition: Campaign, seed: int) -> None:
    """Six people and two processes that count: nobody waits for ever, and the numbers hold."""
    campaigns = [petition, await open_petition(storage, "second")]

    async def serve() -> None:
        for _ in range(30):
            await storage.sequencer.run_once(3)
            await storage.milestones.due(["telegram"])

    async with asyncio.timeout(60):
        await asyncio.gather(
            serve(),
            serve(),
            *(wander(storage, campaigns, person(str(n)), seed * 10 + n) for n in range(6)),
        )
    while await storage.sequencer.run_once():
        pass
    edges = await inviters(storage)
    never_in_a_circle(edges)
    standing = await count(storage, models.signatures)
    totals = [await storage.signatures.total(campaign) for campaign in campaigns]
    assert sum(totals) == standing
    async with storage.database.read() as connection:
        for row in await connection.execute(select(models.invites)):
            mine = list(edges.values()).count(row.signature_id)
            assert row.joined >= mine, "those who were forgotten may come on top"
