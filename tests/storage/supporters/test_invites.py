"""Passing it on: who joined through whom is counted, and known to nobody else."""

import asyncio
import re
from dataclasses import asdict, fields, replace

import pytest
from sqlalchemy import select, update

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import DIRECT, Arrival, Invite
from handlers.domain.milestones import next_milestone, of_invite
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from storage import models
from storage.container import Storage
from storage.exports.reader import Exported, export
from storage.signatures.retention import Retention
from storage.supporters.invites import new_token
from storage.supporters.milestones import Milestones
from tests.support.petition import consent, person
from tests.support.storage.petition import PRIVATE, VAULT_KEY, close, count, open_petition

IDA, BO, CY = person("ida"), person("bo"), person("cy")


async def sign(
    storage: Storage, campaign: Campaign, who: Person, arrival: Arrival = DIRECT
) -> None:
    """Somebody signs and is counted."""
    await storage.signatures.sign(campaign, who, Draft(country="FR"), consent(), arrival)
    await storage.sequencer.run_once()


async def invite_of(storage: Storage, campaign: Campaign, who: Person) -> Invite:
    """The invite of somebody who has signed."""
    invite = await storage.invites.get_or_create(campaign, who)
    assert invite is not None
    return invite


async def link_of(storage: Storage, campaign: Campaign, who: Person) -> Arrival:
    """How somebody comes who follows that person's link."""
    return Arrival("invite", (await invite_of(storage, campaign, who)).token)


async def joined(storage: Storage, campaign: Campaign, who: Person) -> int:
    """How many that person sees to have joined."""
    return (await invite_of(storage, campaign, who)).joined


async def test_a_friend_joins_and_is_counted_once(storage: Storage, petition: Campaign) -> None:
    """Ida shares; Bo opens her link, signs, and signs again: Ida sees one."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    await storage.signatures.sign(petition, BO, Draft(), consent(), link)
    assert await joined(storage, petition, IDA) == 0, "confirmed, but not counted yet"
    await storage.sequencer.run_once()
    await sign(storage, petition, BO, link)
    assert await joined(storage, petition, IDA) == 1
    assert await joined(storage, petition, BO) == 0


async def test_a_card_posted_inline_credits_whoever_posted_it(
    storage: Storage, petition: Campaign
) -> None:
    """Cy taps the card that Ida put into a chat with the bot's inline mode."""
    await sign(storage, petition, IDA)
    token = (await invite_of(storage, petition, IDA)).token
    await sign(storage, petition, CY, Arrival("inline", token))
    assert await joined(storage, petition, IDA) == 1
    assert (await storage.campaigns.figures(petition)).sources["telegram:inline"] == 1


def test_the_end_of_a_link_is_not_taken_for_the_end_of_a_sentence() -> None:
    """Apps leave a dash at the end out of a link, and show it on the wrong side in Arabic."""
    tokens = {new_token() for _ in range(500)}
    assert len(tokens) == 500
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{15}[A-Za-z0-9]", each) for each in tokens)


async def test_an_invite_is_one_opaque_token(storage: Storage, petition: Campaign) -> None:
    """Ida asks for her link ten times at once: it is the same, fits into a link, tells nothing."""
    assert await storage.invites.get_or_create(petition, IDA) is None, "she has not signed"
    await sign(storage, petition, IDA)
    seen = await asyncio.gather(*(storage.invites.get_or_create(petition, IDA) for _ in range(10)))
    assert len(set(seen)) == 1
    assert re.fullmatch(r"[A-Za-z0-9_-]{16}", (await invite_of(storage, petition, IDA)).token)
    assert await count(storage, models.invites) == 1
    await sign(storage, petition, BO)
    assert await link_of(storage, petition, BO) != await link_of(storage, petition, IDA)


async def test_looking_makes_no_invite(storage: Storage, petition: Campaign) -> None:
    """Bo reads what is held about him before he ever shares: nothing is made by that."""
    await sign(storage, petition, BO)
    assert await storage.invites.find(petition, BO) is None
    assert await count(storage, models.invites) == 0
    made = await invite_of(storage, petition, BO)
    assert await storage.invites.find(petition, BO) == made
    await sign(storage, petition, CY, Arrival("invite", made.token))
    found = await storage.invites.find(petition, BO)
    assert found is not None
    assert found.joined == 1
    assert await storage.invites.find(petition, CY) is None, "there is one, but not hers"


async def test_a_link_that_nobody_gave_out(storage: Storage, petition: Campaign) -> None:
    """Tampered, of another campaign, of no origin: the signature counts, and credits nobody."""
    other = await open_petition(storage, "other")
    await sign(storage, other, IDA)
    foreign = await link_of(storage, other, IDA)
    arrivals = [
        Arrival("invite", "x" * 16),
        foreign,
        Arrival("origin", "poster"),
        Arrival("inline", "y" * 16),
        Arrival("group", foreign.code),
    ]
    for number, arrival in enumerate(arrivals):
        await sign(storage, petition, person(str(number)), arrival)
    figures = await storage.campaigns.figures(petition)
    assert figures.sources == {
        "telegram:direct": 3,
        "telegram:inline": 1,
        "telegram:group": 1,
    }
    assert await joined(storage, other, IDA) == 0
    assert await count(storage, models.joinings) == 0


async def test_whoever_withdraws_is_not_counted_any_more(
    storage: Storage, petition: Campaign
) -> None:
    """Bo and Cy joined through Ida; Bo withdraws, Cy already before being counted."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    await sign(storage, petition, BO, link)
    await storage.signatures.sign(petition, CY, Draft(), consent(), link)
    for who in (BO, CY):
        await storage.signatures.withdraw(petition, who)
    await storage.sequencer.run_once()
    assert await joined(storage, petition, IDA) == 0
    await sign(storage, petition, BO, link)
    assert await joined(storage, petition, IDA) == 1, "she may join again"


async def test_forgetting_somebody_changes_nobodys_count(
    storage: Storage, petition: Campaign
) -> None:
    """Bo asks to be forgotten: Ida still sees one, and nothing leads from her to Bo."""
    await sign(storage, petition, IDA)
    await sign(storage, petition, BO, await link_of(storage, petition, IDA))
    await sign(storage, petition, CY, await link_of(storage, petition, BO))
    await storage.supporters.forget(BO)
    await storage.sequencer.run_once()
    assert await joined(storage, petition, IDA) == 1
    assert await count(storage, models.joinings) == 0, "neither to Bo nor from her"
    assert await count(storage, models.signatures) == 2


async def test_an_invite_ends_with_its_signature(storage: Storage, petition: Campaign) -> None:
    """Ida withdraws: her old link credits nobody, not even her, should she follow it herself."""
    await sign(storage, petition, IDA)
    old = await link_of(storage, petition, IDA)
    await storage.signatures.withdraw(petition, IDA)
    await sign(storage, petition, IDA, old)
    assert await joined(storage, petition, IDA) == 0
    assert await link_of(storage, petition, IDA) != old
    await sign(storage, petition, BO, old)
    assert await joined(storage, petition, IDA) == 0
    assert (await storage.campaigns.figures(petition)).sources == {"telegram:direct": 2}


async def test_two_people_never_credit_each_other(storage: Storage, petition: Campaign) -> None:
    """Bo joined through Ida, who withdraws and comes back by Bo's link: only Bo has credit."""
    await sign(storage, petition, IDA)
    await sign(storage, petition, BO, await link_of(storage, petition, IDA))
    await storage.signatures.withdraw(petition, IDA)
    await sign(storage, petition, IDA, await link_of(storage, petition, BO))
    assert await joined(storage, petition, BO) == 1
    assert await joined(storage, petition, IDA) == 0
    assert await count(storage, models.joinings) == 1


async def test_an_invite_that_goes_while_somebody_follows_it(
    storage: Storage, petition: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ida withdraws between Bo's tap and Bo's signature: Bo is in all the same."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    source = storage.signatures._source

    async def just_before(campaign: Campaign, arrival: Arrival) -> object:
        found = await source(campaign, arrival)
        await storage.signatures.withdraw(petition, IDA)
        return found

    monkeypatch.setattr(type(storage.signatures), "_source", lambda _, *given: just_before(*given))
    await sign(storage, petition, BO, link)
    assert await storage.signatures.total(petition) == 1
    assert await count(storage, models.joinings) == 0


async def test_numbers_of_gone_invites_are_not_given_again(
    storage: Storage, petition: Campaign
) -> None:
    """Ida leaves before those who joined through her are counted: Cy's new invite gets nothing."""
    await sign(storage, petition, IDA)
    await sign(storage, petition, CY)
    link = await link_of(storage, petition, IDA)
    await storage.signatures.sign(petition, BO, Draft(), consent(), link)
    await storage.signatures.withdraw(petition, IDA)
    await link_of(storage, petition, CY)
    await storage.sequencer.run_once()
    assert await joined(storage, petition, CY) == 0


async def test_an_export_tells_nothing_of_invites(storage: Storage, petition: Campaign) -> None:
    """The organisation reads Bo's signature: neither Ida's link nor that she was invited."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    await sign(storage, petition, BO, link)
    await link_of(storage, petition, BO)
    rows = [row async for row in export(storage.database, petition.slug, PRIVATE)]
    assert len(rows) == 2
    alike = {"country", "locale", "channel", "partner", "signed_on", "generated"}
    one, other = (asdict(row) for row in rows)
    assert {key: one[key] for key in alike} == {key: other[key] for key in alike}
    assert not {field.name for field in fields(Exported)} & {"source", "invite", "inviter"}
    assert link.code not in repr(rows)


async def test_after_the_end_nothing_tells_who_invited_whom(
    storage: Storage, petition: Campaign
) -> None:
    """The campaign closes: no more invites, and the graph is erased once all is counted."""
    await sign(storage, petition, IDA)
    await storage.invites.tell(petition, IDA, "fr", consent("milestones"))
    link = await link_of(storage, petition, IDA)
    await storage.signatures.sign(petition, BO, Draft(), consent(), link)
    await close(storage, petition.slug)
    closed = await storage.campaigns.get(petition.slug)
    assert closed is not None
    assert await storage.invites.get_or_create(closed, IDA) is None
    await storage.invites.tell(closed, IDA, "fr", consent("milestones"))
    async with storage.database.read() as connection:
        kept = select(*(models.invites.c[name] for name in models.UNTOLD))
        assert not any((await connection.execute(kept)).one())
    await Retention(storage.database).run_once()
    assert await count(storage, models.invites) == 1, "somebody still waits to be counted"
    await storage.sequencer.run_once()
    assert await storage.milestones.due(["telegram"]) == []
    await Retention(storage.database).run_once()
    assert await count(storage, models.invites) == await count(storage, models.joinings) == 0
    assert await count(storage, models.signatures) == 2


# Milestones.


async def join(storage: Storage, campaign: Campaign, link: Arrival, *numbers: int) -> None:
    """So many people follow a link, and are counted."""
    for number in numbers:
        who = person(f"friend-{number}")
        await storage.signatures.sign(campaign, who, Draft(), consent(), link)
    await storage.sequencer.run_once()


def test_milestones_are_round_numbers_without_end() -> None:
    """After one friend the fifth, then the tenth, and a million is not the end."""
    reached, milestones = 0, []
    while reached < 1_000_000:
        reached = next_milestone(reached, of_invite())
        milestones.append(reached)
    assert milestones[:10] == [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500]
    assert milestones[-1] == 1_000_000


async def test_a_milestone_is_told_once(storage: Storage, petition: Campaign) -> None:
    """Ida wishes to hear; at one and at five she does, in her language, and never twice."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    await storage.invites.tell(petition, IDA, "ar", consent("milestones"))
    assert (await invite_of(storage, petition, IDA)).told
    await join(storage, petition, link, 1)
    elsewhere = Milestones(storage.database, storage.vault)
    told = await asyncio.gather(
        *(each.due(["telegram"]) for each in (storage.milestones, elsewhere) * 3)
    )
    (milestone,) = [each for handed_out in told for each in handed_out]
    assert (milestone.channel, milestone.chat_id, milestone.locale) == (
        IDA.channel,
        IDA.chat_id,
        "ar",
    )
    assert (milestone.slug, milestone.joined) == (petition.slug, 1)
    await join(storage, petition, link, 2, 3, 4)
    assert await storage.milestones.due(["telegram"]) == []
    await join(storage, petition, link, 5, 6)
    assert [each.joined for each in await storage.milestones.due(["telegram"])] == [6]
    await storage.signatures.withdraw(petition, person("friend-6"))
    await storage.signatures.withdraw(petition, person("friend-5"))
    await storage.sequencer.run_once()
    await join(storage, petition, link, 7)
    assert await storage.milestones.due(["telegram"]) == [], "she has heard of five"


async def test_what_was_reached_before_one_asked_is_not_told(
    storage: Storage, petition: Campaign
) -> None:
    """Ida sees that one has joined, and then asks to be told: that one she knows of."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    await join(storage, petition, link, 1)
    await storage.invites.tell(petition, IDA, "fr", consent("milestones"))
    assert await storage.milestones.due(["telegram"]) == []
    await join(storage, petition, link, 2, 3, 4, 5)
    assert len(await storage.milestones.due(["telegram"])) == 1


async def test_stopping_erases_the_address(storage: Storage, petition: Campaign) -> None:
    """Ida wishes to hear nothing more, or blocks the bot: no address or consent is kept."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    kept = select(*(models.invites.c[name] for name in models.UNTOLD))
    for number in (1, 5):
        await storage.invites.tell(petition, IDA, "fr", consent("milestones"))
        await join(storage, petition, link, *range(number))
        if number == 5:
            (milestone,) = await storage.milestones.due(["telegram"])
            await storage.milestones.unreachable(milestone)
        else:
            await storage.invites.untell(petition, IDA)
        async with storage.database.read() as connection:
            assert not any((await connection.execute(kept)).one())
        assert not (await invite_of(storage, petition, IDA)).told
        assert await storage.milestones.due(["telegram"]) == []


async def test_what_one_agreed_to_is_kept_with_the_wish(
    storage: Storage, petition: Campaign
) -> None:
    """Ida agreed in French, later to newer words in Russian: the very words, and the hour."""
    await sign(storage, petition, IDA)
    for locale in ("fr", "ru"):
        agreed = consent("milestones", locale)
        await storage.invites.tell(petition, IDA, locale, agreed)
        to_the_hour = agreed.given_at.replace(minute=0, second=0)
        assert (await invite_of(storage, petition, IDA)).consent == replace(
            agreed, given_at=to_the_hour
        )
    await storage.supporters.speaks(IDA, "ar")
    found = await storage.invites.find(petition, IDA)
    assert found is not None
    assert found.consent is not None
    assert found.consent.wording.locale == "ru", "what she read, whatever she speaks now"


async def test_stopping_makes_no_invite(storage: Storage, petition: Campaign) -> None:
    """Bo never asked to be told, and stops it all the same."""
    await sign(storage, petition, BO)
    await storage.invites.untell(petition, BO)
    await storage.invites.untell(petition, CY)
    assert await count(storage, models.invites) == 0


async def test_telling_needs_a_signature_and_a_chat(storage: Storage, petition: Campaign) -> None:
    """Nothing is kept about somebody who has not signed."""
    await storage.invites.tell(petition, BO, "fr", consent("milestones"))
    assert await count(storage, models.invites) == 0
    await sign(storage, petition, IDA)
    with pytest.raises(ValueError, match="chat"):
        await storage.invites.tell(petition, Person("telegram", "ida"), "fr", consent("milestones"))


async def test_milestones_follow_the_persons_language(storage: Storage, petition: Campaign) -> None:
    """Ida changes the bot's language: the next milestone is told in it."""
    await sign(storage, petition, IDA)
    await storage.invites.tell(petition, IDA, "fr", consent("milestones"))
    await storage.supporters.speaks(IDA, "ru")
    await storage.supporters.speaks(BO, "ar")
    await join(storage, petition, await link_of(storage, petition, IDA), 1)
    assert [each.locale for each in await storage.milestones.due(["telegram"])] == ["ru"]


async def test_a_damaged_address_stops_nobody_else(storage: Storage, petition: Campaign) -> None:
    """Somebody put Bo's address into Ida's row: it opens for Bo alone."""
    for number, who in enumerate([IDA, BO]):
        await sign(storage, petition, who)
        await storage.invites.tell(petition, who, "fr", consent("milestones"))
        await join(storage, petition, await link_of(storage, petition, who), number)
    table = models.invites
    async with storage.database.write() as connection:
        of_bo = select(table.c.chat).order_by(table.c.id.desc()).limit(1).scalar_subquery()
        await connection.execute(update(table).values(chat=of_bo))
    assert [each.chat_id for each in await storage.milestones.due(["telegram"])] == [BO.chat_id]
    assert await storage.milestones.due(["telegram"]) == []


async def test_another_process_credits_the_same_invite(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """Ida's link was made by one process and is followed in another."""
    await sign(storage, petition, IDA)
    link = await link_of(storage, petition, IDA)
    elsewhere = await Storage.open(migrated_database_url, VAULT_KEY)
    await sign(elsewhere, petition, BO, link)
    await elsewhere.close()
    assert await joined(storage, petition, IDA) == 1
