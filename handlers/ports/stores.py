"""The stores that a turn carries.

The packages under `storage` implement these Protocols; steps see nothing else of them.
"""

from dataclasses import dataclass

from handlers.domain.broadcasts import (
    Audience,
    AudienceUnknown,
    Broadcast,
    BroadcastChanged,
    BroadcastStatus,
    Letter,
    Progress,
    Reach,
    Reached,
)
from handlers.domain.campaigns import CampaignChanged, PictureRefused, SlugTaken
from handlers.domain.exports import ExportDecided, ExportRequest, ExportState
from handlers.domain.moderation import (
    CountChanged,
    Decision,
    Found,
    HeldReason,
    Pile,
    Piles,
    Selection,
)
from handlers.domain.organizers import Deed, LinkSpent, Organizer, Role
from handlers.domain.statistics import Origin
from handlers.ports.broadcasts import BroadcastLifecycle, Broadcasts
from handlers.ports.campaigns import AllCampaigns, CampaignEdits, Campaigns
from handlers.ports.exports import Exports
from handlers.ports.moderation import Moderation
from handlers.ports.organizers import Audit, Notices, Organizers
from handlers.ports.signatures import Receipts, Signatures
from handlers.ports.statistics import Statistics
from handlers.ports.supporters import Invites, Supporters

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


@dataclass(frozen=True, slots=True)
class Organizing:
    """The stores that organizers' steps use, and a rule of the house."""

    campaigns: AllCampaigns
    organizers: Organizers
    audit: Audit
    notices: Notices
    edits: CampaignEdits
    broadcasts: Broadcasts
    broadcast_lifecycle: BroadcastLifecycle
    statistics: Statistics
    moderation: Moderation
    exports: Exports
    alone: int = ALONE
    """The most people to whom one organizer may send without a second one."""


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores that a turn carries."""

    campaigns: Campaigns
    signatures: Signatures
    supporters: Supporters
    invites: Invites
    receipts: Receipts
    organizing: "Organizing"
