"""What steps ask of the stores of signatures and receipts."""

from collections.abc import Sequence
from typing import Protocol

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import DIRECT, Arrival
from handlers.domain.signatures import CheckedReceipt, Draft, Receipt, Signature, Signed
from handlers.domain.supporters import Consent, Person


class Signatures(Protocol):
    """The signatures. Every call is for one person and touches only theirs."""

    async def sign(
        self,
        campaign: Campaign,
        person: Person,
        draft: Draft,
        consent: Consent,
        arrival: Arrival = DIRECT,
    ) -> Signed:
        """Store a signature durably, at most one per person and campaign.

        `arrival` credits who passed it on.

        Raises:
            CampaignClosed: the campaign is not open (any more).
        """
        ...

    async def total(self, campaign: Campaign) -> int:
        """How many have signed up to this moment, those still waiting to be counted included."""
        ...

    async def find(self, campaign: Campaign, person: Person) -> Signature | None:
        """The person's signature under that campaign, or None.

        Of a closed campaign nothing is found: its pepper is destroyed, and with it the way from a
        person to their signature.
        """
        ...

    async def of(self, person: Person) -> Sequence[tuple[Campaign, Signature]]:
        """Every signature of that person under the campaigns that are open or paused."""
        ...

    async def withdraw(self, campaign: Campaign, person: Person) -> bool:
        """Take the signature back and erase it; False where there was none."""
        ...


class Receipts(Protocol):
    """Receipts, of which none is kept: one is written whenever its owner asks."""

    async def of(self, campaign: Campaign, person: Person) -> Receipt | None:
        """The person's receipt; None where no signature is found, or there is no log yet.

        Of a closed campaign nobody is found: then the receipt they have is all there is.
        """
        ...

    async def check(self, content: bytes) -> CheckedReceipt:
        """What a receipt says that anybody shows.

        Raises:
            NotAReceipt: no log that is kept here has signed it.
        """
        ...

    async def take_back(self, campaign: Campaign, key: str) -> bool:
        """Take back the signature of a receipt that was checked; False where it is no more.

        This works when the campaign has closed, too.
        """
        ...
