"""Broadcasts, and what becomes of them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from handlers.domain.broadcasts import (
    Audience,
    AudienceUnknown,
    Broadcast,
    BroadcastChanged,
    BroadcastStatus,
    Letter,
    Progress,
    Reach,
)
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from handlers.domain.supporters import Subscription
from handlers.ports.broadcasts import BroadcastLifecycle, Broadcasts
from tests.support.fakes.campaigns import keep_picture
from tests.support.fakes.kept import Delivery, Kept

UNDER_WAY: tuple[BroadcastStatus, ...] = ("scheduled", "preparing", "sending")


@dataclass
class FakeBroadcasts(Broadcasts, BroadcastLifecycle):
    kept: Kept

    async def create(self, campaign: Campaign, organizer: Organizer, now: datetime) -> Broadcast:
        self.kept.begun += 1
        made = Broadcast(self.kept.begun, campaign.slug, "draft", {}, Audience(), organizer.id)
        self.kept.broadcasts[made.id] = made
        self.kept.write_down("broadcast-drafted", organizer, campaign, now, number=made.id)
        return made

    async def get(self, broadcast_id: int) -> Broadcast | None:
        return self.kept.broadcasts.get(broadcast_id)

    async def of(self, campaign: Campaign) -> Sequence[Broadcast]:
        every = reversed(self.kept.broadcasts.values())
        return [each for each in every if each.slug == campaign.slug]

    async def write(self, broadcast: Broadcast, locale: str, letter: Letter | None) -> None:
        there = self._draft(broadcast)
        letters = {each: value for each, value in there.letters.items() if each != locale}
        if letter is not None:
            letters[locale] = letter
        self._change(there, letters=dict(sorted(letters.items())))

    async def illustrate(self, broadcast: Broadcast, picture: bytes | None) -> None:
        sha = keep_picture(self.kept, picture)
        self._change(self._draft(broadcast), picture=sha)

    async def aim(self, broadcast: Broadcast, audience: Audience) -> None:
        self._change(self._draft(broadcast), audience=audience)

    async def set(
        self, broadcast: Broadcast, *, quiet: bool | None = None, paid: bool | None = None
    ) -> None:
        there = self._draft(broadcast)
        self._change(
            there,
            quiet=there.quiet if quiet is None else quiet,
            paid=there.paid if paid is None else paid,
        )

    async def drop(self, broadcast: Broadcast) -> None:
        del self.kept.broadcasts[self._draft(broadcast).id]

    async def reach(self, broadcast: Broadcast) -> Reach:
        readers = readers_of(self.kept, broadcast)
        return Reach(dict(Counter(each.locale for each in readers.values())))

    async def confirm(
        self,
        broadcast: Broadcast,
        organizer: Organizer,
        due_at: datetime,
        expected: int,
        now: datetime,
        *,
        alone: bool,
    ) -> Broadcast:
        if not broadcast.letters:
            raise ValueError("a broadcast needs a letter")
        there = self._draft(broadcast)
        self._write_down(there, "confirmed", organizer, now, size=expected)
        return self._change(
            there,
            status="scheduled" if alone else "waiting",
            author=organizer.id,
            approver=None,
            due_at=due_at,
            expected=expected,
        )

    async def approve(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        there = self._there(broadcast, "waiting", seen=True)
        if there.author == organizer.id:
            raise BroadcastChanged
        self._write_down(there, "approved", organizer, now)
        return self._change(there, status="scheduled", approver=organizer.id)

    async def reject(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        there = self._there(broadcast, "waiting", "scheduled")
        self._write_down(there, "rejected", organizer, now)
        return self._change(there, status="draft", approver=None, due_at=None, expected=0)

    async def pause(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        there = self._there(broadcast, *UNDER_WAY)
        self._write_down(there, "paused", organizer, now)
        return self._change(there, status="paused")

    async def resume(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        there = self._there(broadcast, "paused", seen=True)
        self._write_down(there, "resumed", organizer, now)
        return self._change(there, status="sending" if there.id in self.kept.lists else "scheduled")

    async def cancel(self, broadcast: Broadcast, organizer: Organizer, now: datetime) -> Broadcast:
        there = self._there(broadcast, "waiting", *UNDER_WAY, "paused")
        self._write_down(there, "cancelled", organizer, now)
        return self._change(there, status="cancelled", ended_at=now)

    async def send_unknown_again(
        self, broadcast: Broadcast, organizer: Organizer, now: datetime
    ) -> Broadcast:
        there = self._there(broadcast, "sending", "paused", "done", seen=True)
        unknown = [each for each in self.kept.lists.get(there.id, ()) if each.state == "unknown"]
        if not unknown:
            raise BroadcastChanged
        for each in unknown:
            each.state = "pending"
        self._write_down(there, "repeated", organizer, now, size=len(unknown))
        status = "sending" if there.status == "done" else there.status
        return self._change(there, status=status, ended_at=None)

    async def progress(
        self, broadcast: Broadcast, now: datetime, asleep: Collection[str] = ()
    ) -> Progress:
        there = self.kept.broadcasts[broadcast.id]
        listed = self.kept.lists.get(there.id)
        if listed is None:
            return Progress(size=there.expected)
        return progress_of(listed, asleep if there.quiet else ())

    async def watch(self, broadcast: Broadcast, organizer: Organizer) -> None:
        self.kept.watchers.add((broadcast.id, organizer.id))

    def _draft(self, broadcast: Broadcast) -> Broadcast:
        return self._there(broadcast, "draft", seen=True)

    def _there(
        self, broadcast: Broadcast, *before: BroadcastStatus, seen: bool = False
    ) -> Broadcast:
        """The broadcast as it is: in one of those states, and with `seen`, as it was seen."""
        there = self.kept.broadcasts.get(broadcast.id)
        if there is None or there.status not in before:
            raise BroadcastChanged
        if seen and there.revision != broadcast.revision:
            raise BroadcastChanged
        return there

    def _change(self, there: Broadcast, **changes: Any) -> Broadcast:
        changed = replace(there, revision=there.revision + 1, **changes)
        self.kept.broadcasts[there.id] = changed
        return changed

    def _write_down(
        self, there: Broadcast, deed: str, organizer: Organizer, now: datetime, **details: int
    ) -> None:
        campaign = self.kept.campaigns[there.slug]
        facts = {"number": there.id, **details}
        self.kept.write_down(f"broadcast-{deed}", organizer, campaign, now, **facts)


def readers_of(kept: Kept, broadcast: Broadcast) -> dict[str, Subscription]:
    """Whom a broadcast is for, now. Raises AudienceUnknown."""
    audience, campaign = broadcast.audience, kept.campaigns[broadcast.slug]
    if audience.signed is not None and not campaign.running:
        raise AudienceUnknown
    return {
        who: each
        for (slug, who), each in kept.subscriptions.items()
        if slug == broadcast.slug
        and who not in kept.unreachable
        and (not audience.locales or each.locale in audience.locales)
        and (not audience.countries or each.country in audience.countries)
        and (audience.since is None or each.since >= audience.since)
        and (audience.signed is None or ((slug, who) in kept.signatures) is audience.signed)
    }


def progress_of(listed: Sequence[Delivery], asleep: Collection[str] = ()) -> Progress:
    """How far a list has come."""
    states: Counter[str] = Counter()
    for each in listed:
        states[each.state] += each.amount
    sleeping = [each for each in listed if each.state == "pending" and each.country in asleep]
    return Progress(
        size=states.total(),
        sent=states["sent"],
        blocked=states["blocked"],
        unknown=states["unknown"],
        failed=states["failed"],
        unsubscribed=states["unsubscribed"],
        asleep=sum(each.amount for each in sleeping),
    )
