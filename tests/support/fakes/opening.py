"""All fake stores at once."""

from handlers.ports.stores import ALONE, Organizing, Stores
from tests.support.fakes.broadcasts import FakeBroadcasts
from tests.support.fakes.campaigns import FakeCampaignEdits, FakeCampaigns
from tests.support.fakes.exports import FakeExports
from tests.support.fakes.invites import FakeInvites
from tests.support.fakes.kept import Kept
from tests.support.fakes.moderation import FakeModeration
from tests.support.fakes.organizers import FakeAudit, FakeNotices, FakeOrganizers
from tests.support.fakes.receipts import FakeReceipts
from tests.support.fakes.signatures import FakeSignatures
from tests.support.fakes.statistics import FakeStatistics
from tests.support.fakes.supporters import FakeSupporters


def open_stores(kept: Kept, alone: int = ALONE) -> Stores:
    """Stores over what is kept; `alone` is the most people one organizer may write to."""
    campaigns = FakeCampaigns(kept)
    broadcasts = FakeBroadcasts(kept)
    organizing = Organizing(
        campaigns=campaigns,
        organizers=FakeOrganizers(kept),
        audit=FakeAudit(kept),
        notices=FakeNotices(kept),
        edits=FakeCampaignEdits(kept),
        broadcasts=broadcasts,
        broadcast_lifecycle=broadcasts,
        statistics=FakeStatistics(kept),
        moderation=FakeModeration(kept),
        exports=FakeExports(kept),
        alone=alone,
    )
    return Stores(
        campaigns=campaigns,
        signatures=FakeSignatures(kept),
        supporters=FakeSupporters(kept),
        invites=FakeInvites(kept),
        receipts=FakeReceipts(kept),
        organizing=organizing,
    )
