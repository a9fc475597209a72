"""The tables, and why they are so.

Nothing here says who anybody is: people are tags (keyed hashes), what they wrote is sealed to
an organisation's keys, and the chats of those who asked for updates are encrypted with a key
that is outside the database. Days and hours stand where a full time would help somebody who
watches the network to match a message to a row.
"""

from storage.models.base import BigId, metadata
from storage.models.broadcasts import (
    broadcast_chunks,
    broadcast_letters,
    broadcasts,
    deliveries,
    watchers,
)
from storage.models.campaigns import (
    campaign_texts,
    campaigns,
    key_sets,
    organisation_keys,
    pictures,
    sample_campaigns,
    vault,
)
from storage.models.organizers import (
    audit,
    export_requests,
    notices,
    organizer_links,
    organizer_roles,
    organizers,
)
from storage.models.signatures import funnel, held, signatures, wordings
from storage.models.supporters import (
    UNTOLD,
    group_cards,
    invites,
    joinings,
    origins,
    subscriptions,
    supporters,
)
from storage.models.transparency_log import checkpoints, leaves, log_tiles, logs, totals, waiting

__all__ = (
    "UNTOLD",
    "BigId",
    "audit",
    "broadcast_chunks",
    "broadcast_letters",
    "broadcasts",
    "campaign_texts",
    "campaigns",
    "checkpoints",
    "deliveries",
    "export_requests",
    "funnel",
    "group_cards",
    "held",
    "invites",
    "joinings",
    "key_sets",
    "leaves",
    "log_tiles",
    "logs",
    "metadata",
    "notices",
    "organisation_keys",
    "organizer_links",
    "organizer_roles",
    "organizers",
    "origins",
    "pictures",
    "sample_campaigns",
    "signatures",
    "subscriptions",
    "supporters",
    "totals",
    "vault",
    "waiting",
    "watchers",
    "wordings",
)
