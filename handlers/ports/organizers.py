"""What steps ask of the stores of organizers, their audit log and notices."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Protocol

from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Deed, Organizer, Role
from handlers.domain.supporters import Person


class Organizers(Protocol):
    """Who organizes what. Every call that changes something is written into the audit log."""

    async def find(self, person: Person) -> Organizer | None:
        """The organizer that this person is, or None."""
        ...

    async def get(self, organizer_id: int) -> Organizer | None:
        """The organizer of that number, also one who has left; None where there never was one."""
        ...

    async def of(self, campaign: Campaign | None) -> Sequence[Organizer]:
        """Those with a role in that campaign, or with None, those with a role in every one."""
        ...

    async def link(
        self, campaign: Campaign | None, role: Role, maker: Organizer | None, now: datetime
    ) -> str:
        """A token that makes one person an organizer, once, within a day.

        It is 22 of `A-Za-z0-9_-`; only its hash is kept.
        """
        ...

    async def peek(self, token: str, now: datetime) -> tuple[Campaign | None, Role]:
        """What the token gives, without using it up.

        Raises:
            LinkSpent: it gives nothing: it was used, has expired, or was never made.
        """
        ...

    async def join(self, token: str, person: Person, locale: str, now: datetime) -> Organizer:
        """Use the token up; a role that the person has already is never made smaller by it.

        Raises:
            LinkSpent: it was used, has expired, or was never made.
            ValueError: the person has no chat.
        """
        ...

    async def remove(
        self, campaign: Campaign | None, organizer: Organizer, by: Organizer | None, now: datetime
    ) -> bool:
        """Take that role away; False where there was none. Without any role left, they are erased.

        What stays is their number in the audit log. The links that they made serve nobody any more.
        """
        ...

    async def settle(self, organizer: Organizer, *, locale: str = "", zone: str = "") -> None:
        """Remember the organizer's language or time zone."""
        ...


class Audit(Protocol):
    """The audit log. Nothing is ever changed in it or taken out."""

    async def note(
        self,
        action: str,
        organizer: Organizer | None,
        campaign: Campaign | None,
        now: datetime,
        **details: str | int,
    ) -> None:
        """Write down what an organizer did."""
        ...

    async def read(
        self, campaign: Campaign | None, *, before: int | None = None, limit: int = 20
    ) -> Sequence[tuple[int, Deed]]:
        """The newest deeds with their numbers; `before` one of these, the older ones.

        With None for the campaign, of all of them and of the house itself.
        """
        ...

    async def active_days(
        self, campaign: Campaign | None, *, since: datetime, zone: tzinfo
    ) -> Mapping[date, Sequence[tuple[int, str]]]:
        """The days in `zone` on which organizers did something, the newest first.

        Of each day the numbers and names of those who did, by number. A name is empty for one who
        has left. What a command did is nobody's. With None for the campaign, as in `read`.
        """
        ...


class Notices(Protocol):
    """Messages to organizers that nobody has just asked for: something waits for them."""

    async def put(
        self, organizers: Sequence[Organizer], kind: str, now: datetime, **details: str | int
    ) -> None:
        """Tell these organizers soon. `kind` is one of `handlers.organizer.notices.KINDS`."""
        ...
