"""The stores that a turn carries.

The packages under `storage` implement these Protocols; steps see nothing else of them.
"""

from dataclasses import dataclass

from handlers.ports.broadcasts import BroadcastLifecycle, Broadcasts
from handlers.ports.campaigns import AllCampaigns, CampaignEdits, Campaigns
from handlers.ports.exports import Exports
from handlers.ports.moderation import Moderation
from handlers.ports.organizers import Audit, Notices, Organizers
from handlers.ports.signatures import Receipts, Signatures
from handlers.ports.statistics import Statistics
from handlers.ports.supporters import Invites, Supporters

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
