"""Campaigns at high risk: less is kept, and what is kept tells less."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from handlers.domain.campaigns import Asks, Campaign, CampaignChanged
from handlers.domain.invites import Arrival
from handlers.domain.organizers import Organizer
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import CampaignFault
from storage.organisation_keys.sealing import unseal
from storage.signatures.signatures import Signatures
from tests.support.petition import consent, draft_campaign, person
from tests.support.storage.petition import PRIVATE, close, count, counted, open_petition

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
IDA, OMAR = person("1"), person("2")
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
"""Of the week in which they agreed (`petition.AGREED_AT`)."""


@pytest.fixture
async def quiet(storage: Storage) -> Campaign:
    """An open campaign at high risk, `quiet`."""
    return await open_petition(
        storage, "quiet", safety="high", asks=Asks("no", "optional", "no", "no")
    )


@pytest.fixture
async def owner(storage: Storage) -> Organizer:
    """An owner of every campaign."""
    token = await storage.organizers.link(None, "owner", None, NOW)
    return await storage.organizers.join(token, person("9"), "fr", NOW)


def this_week() -> date:
    today = datetime.now(UTC).date()
    return today - timedelta(days=today.weekday())


async def settings(storage: Storage, slug: str) -> Campaign:
    return next(each for each in await storage.campaigns.all() if each.slug == slug)


async def test_of_a_signature_only_the_week_is_kept(storage: Storage, quiet: Campaign) -> None:
    """Neither the day of signing nor the hour of the consent."""
    signed = await storage.signatures.sign(quiet, IDA, Draft(country="FR"), consent())
    assert signed.signature.since == this_week()
    assert signed.signature.consent.given_at == MONDAY
    assert await storage.signatures.find(quiet, IDA) == signed.signature
    while await storage.sequencer.run_once():
        pass
    days = {key for dimension, key in await counted(storage, quiet) if dimension == "day"}
    assert days == {this_week().isoformat()}


async def test_nothing_that_somebody_wrote_is_kept(storage: Storage, quiet: Campaign) -> None:
    """Not even where a caller brings it along, from a form begun before the campaign was raised."""
    draft = Draft("Ida", "FR", "ida@example.org", "Because.")
    await storage.signatures.sign(quiet, IDA, draft, consent())
    async with storage.database.read() as connection:
        row = (await connection.execute(select(models.signatures))).one()
    assert unseal(PRIVATE, "quiet", row.id, row.sealed) == Draft(country="")


async def test_of_a_wish_for_updates_only_the_week_is_kept_and_no_country(
    storage: Storage, quiet: Campaign
) -> None:
    await storage.supporters.subscribe(quiet, IDA, "fr", "FR", consent("updates"))
    [subscription] = await storage.supporters.subscriptions(IDA)
    assert subscription.since == this_week()
    assert subscription.country == ""
    assert subscription.consent.given_at == MONDAY


async def test_nobody_has_a_link_of_their_own(storage: Storage, quiet: Campaign) -> None:
    """It would tell everybody who gets it, and the server, that its owner has signed."""
    await storage.signatures.sign(quiet, IDA, Draft(), consent())
    assert await storage.invites.get_or_create(quiet, IDA) is None
    assert await storage.invites.find(quiet, IDA) is None
    await storage.invites.tell(quiet, IDA, "fr", consent("milestones"))
    assert await count(storage, models.invites) == 0


async def test_it_is_found_by_a_handle_that_does_not_name_it(
    storage: Storage, quiet: Campaign
) -> None:
    assert quiet.handle == f"-{quiet.id}"
    assert await storage.campaigns.get(quiet.handle) == quiet
    other = await open_petition(storage, "release")
    assert other.handle == "release"
    assert await storage.campaigns.get(f"-{other.id}") is None
    draft = await storage.campaigns.save(draft_campaign("draft", safety="high"))
    assert await storage.campaigns.get(draft.handle) is None


async def test_raising_it_erases_who_passed_it_on_to_whom(
    storage: Storage, owner: Organizer
) -> None:
    """Ida's link and that Omar came by it are gone; both signatures count as before."""
    petition = await open_petition(storage, "release")
    await storage.signatures.sign(petition, IDA, Draft(name="Ida", country="FR"), consent())
    invite = await storage.invites.get_or_create(petition, IDA)
    assert invite is not None
    await storage.invites.tell(petition, IDA, "fr", consent("milestones"))
    came = Arrival("invite", invite.token)
    await storage.signatures.sign(petition, OMAR, Draft(name="Omar"), consent(), came)
    assert await count(storage, models.joinings) == 1
    raised = await storage.edits.set(petition, owner, NOW, safety="high")
    assert raised.high_risk
    assert raised.asks == Asks("no", "optional", "no", "no")
    assert await count(storage, models.invites) == 0
    assert await count(storage, models.joinings) == 0
    assert await storage.milestones.due(["telegram"]) == []
    while await storage.sequencer.run_once():
        pass
    assert (await counted(storage, raised))["world", ""] == 2
    assert await storage.signatures.withdraw(raised, OMAR)
    audit = [deed.details for _, deed in await storage.audit.read(raised)]
    assert {"what": "safety"} in audit
    assert {"what": "asks"} in audit


async def test_one_that_was_opened_is_never_lowered(
    storage: Storage, quiet: Campaign, owner: Organizer
) -> None:
    """Neither in the chat nor by an import: people have signed it trusting in that."""
    with pytest.raises(CampaignFault):
        await storage.edits.set(quiet, owner, NOW, safety="normal")
    with pytest.raises(CampaignFault, match="cannot be lowered"):
        await storage.campaigns.save(replace(quiet, safety="normal", asks=Asks()))
    assert (await settings(storage, "quiet")) == quiet
    await close(storage, "quiet")
    with pytest.raises(CampaignFault):
        await storage.campaigns.save(replace(quiet, safety="normal"))


async def test_a_draft_may_be_lowered(storage: Storage, owner: Organizer) -> None:
    draft = await storage.campaigns.save(draft_campaign("draft", safety="high"))
    assert draft.asks == Asks("no", "optional", "no", "no")
    assert not (await storage.edits.set(draft, owner, NOW, safety="normal")).high_risk


async def test_a_draft_that_was_opened_meanwhile_is_not_lowered(
    storage: Storage, quiet: Campaign, owner: Organizer
) -> None:
    """The organizer is told that somebody was faster."""
    with pytest.raises(CampaignChanged):
        await storage.edits.set(replace(quiet, status="draft"), owner, NOW, safety="normal")
    assert (await settings(storage, "quiet")).high_risk


async def test_what_is_asked_cannot_become_more(
    storage: Storage, quiet: Campaign, owner: Organizer
) -> None:
    changed = await storage.edits.set(quiet, owner, NOW, asks=Asks("required", "required"))
    assert changed.asks == Asks("no", "optional", "no", "no")


async def test_a_process_that_has_not_heard_of_it_keeps_nothing_more(
    storage: Storage, quiet: Campaign
) -> None:
    """A step may still hold the campaign as it was before: the store goes by what it is now."""
    before = replace(quiet, safety="normal", asks=Asks())
    signatures: Signatures = storage.signatures
    signed = await signatures.sign(before, IDA, Draft(name="Ida", country="FR"), consent())
    assert signed.signature.since == this_week()
