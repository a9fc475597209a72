"""Organizers, what they did, and what they are to be told."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import get_args

from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Deed, LinkSpent, Organizer, Role
from handlers.domain.supporters import Person
from handlers.ports.organizers import Audit, Notices, Organizers
from tests.support.fakes.kept import Kept, Link, Member, Notice

VALID = timedelta(days=1)
"""How long a link waits for its person."""


@dataclass
class FakeOrganizers(Organizers):
    kept: Kept

    async def find(self, person: Person) -> Organizer | None:
        member = self._member(person)
        return member.organizer if member else None

    async def get(self, organizer_id: int) -> Organizer | None:
        member = self.kept.organizers.get(organizer_id)
        return member.organizer if member else None

    async def of(self, campaign: Campaign | None) -> Sequence[Organizer]:
        return self.kept.team(campaign)

    async def link(
        self, campaign: Campaign | None, role: Role, maker: Organizer | None, now: datetime
    ) -> str:
        token = secrets.token_urlsafe(16)
        gives = Link(
            campaign.id if campaign else None, role, maker.id if maker else None, now + VALID
        )
        self.kept.links[token] = gives
        self.kept.write_down("link", maker, campaign, now, role=role)
        return token

    async def peek(self, token: str, now: datetime) -> tuple[Campaign | None, Role]:
        link = self.kept.links.get(token)
        if link is None or link.expires_at <= now:
            raise LinkSpent
        every = {each.id: each for each in self.kept.campaigns.values()}
        return (every[link.campaign_id] if link.campaign_id is not None else None), link.role

    async def join(self, token: str, person: Person, locale: str, now: datetime) -> Organizer:
        if not person.chat_id:
            raise ValueError("organizers need a chat")
        campaign, role = await self.peek(token, now)
        del self.kept.links[token]
        member = self._member(person)
        if member is None:
            number = len(self.kept.organizers) + 1
            self.kept.organizers[number] = member = Member(number, person, locale)
        member.person = person
        if campaign is None:
            member.everywhere = _greater(member.everywhere, role)
        else:
            member.roles[campaign.id] = _greater(member.roles.get(campaign.id), role)
        self.kept.write_down("joined", member.organizer, campaign, now, role=role)
        return member.organizer

    async def remove(
        self, campaign: Campaign | None, organizer: Organizer, by: Organizer | None, now: datetime
    ) -> bool:
        member = self.kept.organizers[organizer.id]
        if campaign is None:
            gone, member.everywhere = member.everywhere, None
        else:
            gone = member.roles.pop(campaign.id, None)
        if gone is None:
            return False
        _spend_links(self.kept, member)
        self.kept.write_down("removed", by, campaign, now, number=organizer.id)
        if not member.roles and member.everywhere is None:
            leave(self.kept, member)
        return True

    async def settle(self, organizer: Organizer, *, locale: str = "", zone: str = "") -> None:
        member = self.kept.organizers[organizer.id]
        member.locale, member.zone = locale or member.locale, zone or member.zone

    def _member(self, person: Person) -> Member | None:
        every = self.kept.organizers.values()
        return next((each for each in every if each.person and is_same(each.person, person)), None)


@dataclass
class FakeAudit(Audit):
    kept: Kept

    async def note(
        self,
        action: str,
        organizer: Organizer | None,
        campaign: Campaign | None,
        now: datetime,
        **details: str | int,
    ) -> None:
        self.kept.write_down(action, organizer, campaign, now, **details)

    async def read(
        self, campaign: Campaign | None, *, before: int | None = None, limit: int = 20
    ) -> Sequence[tuple[int, Deed]]:
        slugs = {each.id: each.slug for each in self.kept.campaigns.values()}
        found = [
            (number, replace(done.deed, who=self._name(done.deed), slug=slug))
            for number, done in enumerate(self.kept.audit, 1)
            if campaign is None or done.campaign_id == campaign.id
            for slug in [slugs[done.campaign_id] if done.campaign_id is not None else ""]
            if before is None or number < before
        ]
        return found[::-1][:limit]

    async def active_days(
        self, campaign: Campaign | None, *, since: datetime, zone: tzinfo
    ) -> Mapping[date, Sequence[tuple[int, str]]]:
        days: dict[date, set[tuple[int, str]]] = {}
        for done in self.kept.audit:
            deed = done.deed
            ours = campaign is None or done.campaign_id == campaign.id
            if ours and deed.organizer_id is not None and deed.at >= since:
                day = deed.at.astimezone(zone).date()
                days.setdefault(day, set()).add((deed.organizer_id, self._name(deed)))
        return {day: sorted(days[day]) for day in sorted(days, reverse=True)}

    def _name(self, deed: Deed) -> str:
        if deed.organizer_id is None:
            return ""
        return self.kept.organizers[deed.organizer_id].organizer.name


@dataclass
class FakeNotices(Notices):
    kept: Kept

    async def put(
        self, organizers: Sequence[Organizer], kind: str, now: datetime, **details: str | int
    ) -> None:
        self.kept.notices += [Notice(each, kind, details) for each in organizers]


def is_same(one: Person, other: Person) -> bool:
    """Whether it is the same person, whatever their profile shows by now."""
    return (one.channel, one.user_id) == (other.channel, other.user_id)


def leave(kept: Kept, member: Member) -> None:
    """Erase an organizer, but for a number."""
    member.person, member.everywhere = None, None
    member.roles.clear()
    _spend_links(kept, member)
    kept.notices = [each for each in kept.notices if each.organizer.id != member.id]
    kept.watchers = {each for each in kept.watchers if each[1] != member.id}


def _spend_links(kept: Kept, member: Member) -> None:
    """Nobody comes by a link whose maker may not add others any more."""
    kept.links = {token: each for token, each in kept.links.items() if each.maker != member.id}


def _greater(one: Role | None, other: Role) -> Role:
    return other if one is None else min(one, other, key=get_args(Role).index)
