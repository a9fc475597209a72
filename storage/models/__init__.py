"""The tables, and why they are so.

Nothing here says who anybody is: people are tags (keyed hashes), what they wrote is sealed to
an organisation's keys, and the chats of those who asked for updates are encrypted with a key
that is outside the database. Days and hours stand where a full time would help somebody who
watches the network to match a message to a row.
"""

from storage.models.base import BigId, metadata
from storage.models.log import checkpoints, log_tiles, logs
from storage.models.organizing import (
    audit,
    broadcast_chunks,
    broadcast_letters,
    broadcasts,
    deliveries,
    export_requests,
    funnel,
    held,
    notices,
    organizer_links,
    organizer_roles,
    organizers,
    watchers,
)
from storage.models.petitions import (
    UNTOLD,
    campaign_texts,
    campaigns,
    group_cards,
    invites,
    joinings,
    key_sets,
    leaves,
    organisation_keys,
    origins,
    pictures,
    sample_campaigns,
    signatures,
    subscriptions,
    supporters,
    totals,
    vault,
    waiting,
    wordings,
)

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
