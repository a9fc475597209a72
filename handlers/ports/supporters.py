"""What steps ask of the stores of supporters and their invites."""

from collections.abc import Sequence
from typing import Protocol

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Invite
from handlers.domain.supporters import Consent, Person, Subscription


class Supporters(Protocol):
    """Those who asked for updates, and all that is kept about a person."""

    async def subscribe(
        self, campaign: Campaign, person: Person, locale: str, country: str, consent: Consent
    ) -> None:
        """Remember that the person wants updates; a second time changes nothing.

        The chat and the language are those of the last time, for all of the person's updates.

        Raises:
            ValueError: the person has no chat.
        """
        ...

    async def unsubscribe(self, campaign: Campaign, person: Person) -> bool:
        """Stop updates, and erase the chat's address with the last of them.

        False where there were none. Works for closed campaigns, too.
        """
        ...

    async def subscriptions(self, person: Person) -> Sequence[Subscription]:
        """What the person hears about, the newest first."""
        ...

    async def speaks(self, person: Person, locale: str) -> None:
        """Send the person's updates in that language from now on; nothing if they get none."""
        ...

    async def returned(self, person: Person) -> None:
        """Write to the person again, who had blocked the bot; nothing if they get no updates."""
        ...

    async def forget(self, person: Person) -> None:
        """Erase everything about the person: signatures, consents, subscriptions, invites, roles.

        Signatures under a closed campaign are out of reach: nothing leads from the person to them
        since its pepper was destroyed.
        """
        ...


class Invites(Protocol):
    """Personal links. There is no list of them, and nobody is compared with anybody."""

    async def find(self, campaign: Campaign, person: Person) -> Invite | None:
        """The person's invite, or None where none was made.

        None as well where the campaign is closed: nothing leads from a person to what was theirs
        there. And at high risk, where a link of one's own would tell who has signed.
        """
        ...

    async def get_or_create(self, campaign: Campaign, person: Person) -> Invite | None:
        """The person's invite, made at the first time; None for somebody who has not signed.

        None as well where the campaign is closed or at high risk, as in `find`.
        """
        ...

    async def tell(self, campaign: Campaign, person: Person, locale: str, consent: Consent) -> None:
        """Tell the person, in that language, when so many have joined.

        The chat's address is kept as long as they wish, and not after the campaign; so is what
        they agreed to. What was reached before they asked they have seen. Nothing happens for
        somebody who has not signed.

        Raises:
            ValueError: the person has no chat.
        """
        ...

    async def untell(self, campaign: Campaign, person: Person) -> None:
        """Tell the person no more, and erase the chat's address and the consent."""
        ...
