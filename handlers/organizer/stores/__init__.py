"""What an organizer's step may ask of the stores: plain values and small Protocols.

As in `handlers.stores`, all values are immutable and steps see nothing else of the stores.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.organizer.stores.broadcasts import (
    Audience,
    AudienceUnknown,
    Broadcast,
    BroadcastChanged,
    Broadcasts,
    BroadcastStatus,
    Letter,
    Progress,
    Reach,
)
from handlers.organizer.stores.campaigns import (
    CampaignChanged,
    CampaignEdits,
    PictureRefused,
    SlugTaken,
)
from handlers.organizer.stores.exports import (
    ExportDecided,
    ExportRequest,
    Exports,
    ExportState,
)
from handlers.organizer.stores.numbers import (
    Origin,
    Reached,
    Statistics,
)
from handlers.organizer.stores.people import (
    Audit,
    Deed,
    LinkSpent,
    Notices,
    Organizer,
    Organizers,
    Role,
)
from handlers.organizer.stores.review import (
    CountChanged,
    Decision,
    Found,
    HeldReason,
    Moderation,
    Pile,
    Piles,
    Selection,
)
from handlers.stores import Campaign

__all__ = (
    "ALONE",
    "AllCampaigns",
    "Audience",
    "AudienceUnknown",
    "Audit",
    "Broadcast",
    "BroadcastChanged",
    "BroadcastStatus",
    "Broadcasts",
    "CampaignChanged",
    "CampaignEdits",
    "CountChanged",
    "Decision",
    "Deed",
    "ExportDecided",
    "ExportRequest",
    "ExportState",
    "Exports",
    "Found",
    "HeldReason",
    "Letter",
    "LinkSpent",
    "Moderation",
    "Notices",
    "Organizer",
    "Organizers",
    "Organizing",
    "Origin",
    "PictureRefused",
    "Pile",
    "Piles",
    "Progress",
    "Reach",
    "Reached",
    "Role",
    "Selection",
    "SlugTaken",
    "Statistics",
)

ALONE = 1_000
"""What `Organizing.alone` is unless the operator sets something else."""


class AllCampaigns(Protocol):
    """The campaigns, those too that were never opened."""

    async def all(self) -> Sequence[Campaign]:
        """Every campaign, by name; a few seconds old at most."""
        ...


@dataclass(frozen=True, slots=True)
class Organizing:
    """The stores that organizers' steps use, and a rule of the house."""

    campaigns: AllCampaigns
    organizers: Organizers
    audit: Audit
    notices: Notices
    edits: CampaignEdits
    broadcasts: Broadcasts
    statistics: Statistics
    moderation: Moderation
    exports: Exports
    alone: int = ALONE
    """The most people to whom one organizer may send without a second one."""
