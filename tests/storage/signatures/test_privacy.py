"""Nothing that is kept says who anybody is: everything is dumped, and searched for Ida."""

import base64
from pathlib import Path

import pytest
from redis.asyncio import Redis
from sqlalchemy import func, make_url, select

from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Arrival
from handlers.domain.signatures import Draft
from handlers.domain.supporters import Person
from storage import models
from storage.container import Storage
from storage.redis.sessions import Sessions
from tests.support.canaries import redis_contents, rows, spellings
from tests.support.petition import consent, person
from tests.support.storage.petition import close, count

IDA = Person(
    channel="telegram",
    user_id="7355608421",
    name="Ida Canary-Profile",
    language="fr",
    chat_id="9183746550",
)
DRAFT = Draft("Ида Canary-Name", "FR", "canary@example.org", "Canary-Comment")
SECRETS = (IDA.user_id, IDA.name, IDA.chat_id, DRAFT.name, DRAFT.email, DRAFT.comment)


async def dump(storage: Storage, redis: Redis) -> bytes:
    """All rows of all tables, and all of Redis, as one long text."""
    return await rows(storage.database) + b"\n" + await redis_contents(redis)


@pytest.fixture
def sessions(storage: Storage, redis: Redis) -> Sessions:
    """Conversations beside the stores."""
    return Sessions(redis, storage.vault, "bot")


async def live(storage: Storage, sessions: Sessions, petition: Campaign) -> None:
    """Ida signs, is counted, wants updates, and stops in the middle of another conversation."""
    await storage.signatures.sign(petition, IDA, DRAFT, consent())
    await storage.sequencer.run_once()
    await storage.supporters.subscribe(petition, IDA, "fr", "FR", consent("updates"))
    await storage.invites.tell(petition, IDA, "fr", consent("milestones"))
    loaded = await sessions.load(IDA, 1)
    answers = {"name": DRAFT.name, "email": DRAFT.email, "comment": DRAFT.comment}
    payload = {"version": 1, "step": "review", "answers": answers}
    assert await sessions.save(IDA, 1, payload, loaded.token)


async def test_no_trace_of_a_person_in_anything_that_is_kept(
    storage: Storage, sessions: Sessions, redis: Redis, petition: Campaign
) -> None:
    """Somebody steals the database and Redis: Ida's name, words, user id and chat are not there."""
    await live(storage, sessions, petition)
    everything = (await dump(storage, redis)).lower()
    assert b"telegram" in everything, "the dump is not empty"
    for secret in SECRETS:
        for spelling in spellings(secret):
            assert spelling.lower() not in everything, f"{secret!r} as {spelling!r}"


async def test_the_search_would_find_a_careless_program(
    storage: Storage, redis: Redis, petition: Campaign
) -> None:
    """The test above is worth something: each spelling is found where it does stand."""
    for secret in SECRETS:
        for spelling in spellings(secret):
            await redis.set("careless", b"x" + spelling + b"x")
            assert spelling.lower() in (await dump(storage, redis)).lower()
    encoded = base64.b64encode(f"before {DRAFT.comment} after".encode())
    assert any(spelling in encoded for spelling in spellings(DRAFT.comment))


async def test_after_being_forgotten_no_row_is_left(
    storage: Storage, sessions: Sessions, redis: Redis, petition: Campaign
) -> None:
    """Ida is forgotten: what stays is a count that she was in and left, and not even a country."""
    await live(storage, sessions, petition)
    invite = await storage.invites.get_or_create(petition, IDA)
    assert invite is not None
    invited = Arrival("invite", invite.token)
    other = person("other")
    await storage.signatures.sign(petition, other, Draft(country="BE"), consent(), invited)
    tag = storage.vault.supporter_tag(IDA.channel, IDA.user_id)
    await storage.supporters.forget(IDA)
    await sessions.forget(IDA)
    await storage.sequencer.run_once()
    assert await count(storage, models.signatures) == 1
    assert await count(storage, models.waiting) == 0
    for table in (models.supporters, models.subscriptions, models.invites, models.joinings):
        assert await count(storage, table) == 0
    leaves, signatures = models.leaves.c, models.signatures.c
    async with storage.database.read() as connection:
        orphans = select(func.count()).where(
            leaves.signature_id.is_not(None),
            leaves.signature_id.not_in(select(signatures.id)),
        )
        assert await connection.scalar(orphans) == 0
    assert tag not in await dump(storage, redis)
    assert not [key async for key in redis.scan_iter("*:session")]
    assert (await storage.campaigns.totals(petition, "FR")).country == 0


def test_only_signing_and_erasing_know_who_invited_whom() -> None:
    """No query lists the graph: the table of it is named where it is written and erased."""
    folder = Path(models.__file__).parent.parent
    knowing = {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*.py")
        if "joinings" in file.read_text() and "versions" not in file.parts
    }
    tables = {"models/__init__.py", "models/supporters.py"}
    # The third erases it, where a campaign is raised to high risk.
    erasing = {"signatures/signatures.py", "signatures/erasure.py", "campaigns/lifecycle.py"}
    assert knowing == {*tables, *erasing, "supporters/invites.py"}
    code = (folder / "supporters/invites.py").read_text().split('"""', 2)[2]
    assert "joinings" not in code, "it is only spoken of"


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_what_is_erased_is_not_left_in_the_file(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """Somebody undeletes the free space of the SQLite file: neither Ida nor the pepper is there."""
    await storage.signatures.sign(petition, IDA, DRAFT, consent())
    signatures, campaigns = models.signatures.c, models.campaigns.c
    async with storage.database.read() as connection:
        tag, sealed = (await connection.execute(select(signatures.tag, signatures.sealed))).one()
        pepper = await connection.scalar(select(campaigns.pepper))
    await storage.signatures.withdraw(petition, IDA)
    await close(storage, petition.slug)
    await storage.close()
    path = Path(make_url(migrated_database_url).database or "")
    kept = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert petition.slug.encode() in kept
    for erased in (tag, sealed[-64:], pepper):
        assert erased
        assert erased not in kept


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_what_is_erased_is_not_left_in_the_log_of_a_running_process(
    storage: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """The server is seized as it runs: Ida was forgotten, and SQLite's journal has forgotten her.

    The pepper that leads to the others goes with the end of the campaign.
    """
    path = Path(make_url(migrated_database_url).database or "")

    def kept() -> bytes:
        return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))

    await storage.signatures.sign(petition, IDA, DRAFT, consent())
    signatures, campaigns = models.signatures.c, models.campaigns.c
    async with storage.database.read() as connection:
        tag, sealed = (await connection.execute(select(signatures.tag, signatures.sealed))).one()
        pepper = await connection.scalar(select(campaigns.pepper))
    assert tag in kept()
    await storage.supporters.forget(IDA)
    assert tag not in kept()
    assert sealed[-64:] not in kept()
    assert pepper
    assert pepper in kept()
    await close(storage, petition.slug)
    assert pepper not in kept()


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_somebody_who_reads_does_not_keep_ida_from_being_forgotten(
    storage: Storage, petition: Campaign
) -> None:
    """SQLite's log cannot be emptied while an export reads: she is forgotten all the same."""
    await storage.signatures.sign(petition, IDA, DRAFT, consent())
    async with storage.database.read() as reading:
        await reading.execute(select(models.signatures))
        await storage.supporters.forget(IDA)
        assert await storage.signatures.find(petition, IDA) is None


async def test_the_time_of_signing_is_not_kept(
    storage: Storage, redis: Redis, petition: Campaign
) -> None:
    """Somebody who watched Ida's phone send a message cannot find the row by its minute."""
    await storage.signatures.sign(petition, IDA, DRAFT, consent())
    async with storage.database.read() as connection:
        row = (await connection.execute(select(models.signatures))).one()
    assert (row.consented_at.minute, row.consented_at.second) == (0, 0)
    assert b"15:16" not in await dump(storage, redis)
