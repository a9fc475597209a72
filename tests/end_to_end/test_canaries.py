"""Somebody fills in everything that can be filled in, and then the server is seized.

The bot is the processes that run in production. What a thief would find, in the database, Redis,
logs, files and on the public pages, is searched for every word that Ida ever gave to it; and, once
she is forgotten, for whatever stood there in her place.
"""

import asyncio
import re
import signal
from base64 import b64decode
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from redis.asyncio import Redis
from sqlalchemy import Select, make_url, select, text

from bot.simulator import TOKEN, Person, Simulator
from bot.simulator.world.world import Chat, User
from storage import models
from storage.container import LiveStorage, Storage
from storage.database import Database
from storage.transparency_log.formats import checkpoints
from storage.transparency_log.formats.copies import Copy
from storage.transparency_log.formats.entries import signatures_in
from storage.transparency_log.formats.notes import VerifierKey
from storage.transparency_log.rows import SignedCheckpoint, committed_of
from tests.support.canaries import files, found, redis_contents, rows
from tests.support.mailing import letters_of
from tests.support.process import PATIENCE, ROOT, command, done, free_port

SLUG = "chechnya"

NUMBER = 7_355_608_421
"""Ida's account, and so the number of her chat with the bot (Bot API, "Chat")."""

NAME, EMAIL, COMMENT = "Ида Canary-Typed", "canary-mail@example.org", "Canary-Comment, ёжик"

NOWHERE, SOMEWHERE = "Canary-Nowhere", "I live in France near Canary-Wharf"
"""A country that there is not, and one among more words."""

GROUP, PAYLOAD, SEARCHED = "Canary-Group of Ida", "Canary-Payload", "Canary-Searched"
CAPTION, FILE, CONTENT, EDITED = (
    "Canary-Caption",
    "canary-file.pdf",
    "Canary-Content",
    "Canary-Edited",
)
PASTED = "Canary-Pasted"

IDA = User(
    NUMBER,
    "Canaryfirst",
    last_name="Canarylast",
    username="canary_username",
    language_code="fr-x-canarian",
)

CANARIES = (
    str(NUMBER),
    IDA.first_name,
    IDA.last_name,
    IDA.username,
    "x-canarian",
    NAME,
    EMAIL,
    COMMENT,
    NOWHERE,
    SOMEWHERE,
    "Canary-Wharf",
    GROUP,
    PAYLOAD,
    SEARCHED,
    CAPTION,
    FILE,
    CONTENT,
    EDITED,
    PASTED,
)

PAGES = (
    "",
    ".json",
    "/badge.svg",
    "/embed",
    "/qr.svg",
    "/en",
    "/fr",
    "/log",
    "/fr/log",
    "/log/checkpoint",
    "/log/key",
)

METRICS = "only-for-whoever-looks-at-the-metrics"

EVERY = timedelta(hours=1)
"""How often the log signs."""


@dataclass
class Server:
    """The bot's processes, and all that they leave anywhere."""

    simulator: Simulator
    redis: Redis
    folder: Path
    """Where it works; the data folder is in there."""
    office: Path
    """The organizers' own machine: their key is there and nowhere else."""
    settings: dict[str, str]
    database: Database

    async def run(self, *arguments: str) -> str:
        """Run a command that has to succeed; what it wrote."""
        status, said = await done(*arguments, folder=self.folder, settings=self.settings)
        assert status == 0, said
        return said

    async def counts(self, wanted: int) -> None:
        """Wait until so many are counted, and nobody waits for it any more."""
        async with asyncio.timeout(PATIENCE):
            # The page knows a little earlier than the log what its own process was told.
            while await self.total() != wanted or await self.first(select(models.waiting)):
                await asyncio.sleep(0.1)

    async def first(self, query: Select[Any]) -> Any:
        """The first value of what a query finds, or None."""
        async with self.database.read() as connection:
            return await connection.scalar(query)

    async def log_begins(self) -> None:
        """Wait until the public log has signed for the first time."""
        url = f"{self.site}/c/{SLUG}/log/checkpoint"
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while (await session.get(url)).status != 200:
                await asyncio.sleep(0.1)

    async def total(self) -> int:
        """What the public page says."""
        url = f"{self.site}/c/{SLUG}.json"
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return int((await response.json())["total"])

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.settings['PORT']}"

    @property
    def vault_key(self) -> bytes:
        return b64decode((self.folder / "data" / "vault.key").read_text())

    async def surrenders(self) -> dict[str, bytes]:
        """Everything that whoever seizes the server finds, and all that it tells the public."""
        kept = {
            "SQL": await rows(self.database),
            "Redis": await redis_contents(self.redis),
            "files": files(self.folder),
            "pages": await self._public(),
        }
        url = make_url(self.settings["DATABASE_URL"])
        if url.get_backend_name() == "sqlite":
            path = Path(url.database or "")
            kept["the database's file"] = files(*path.parent.glob(f"{path.name}*"))
        return kept

    async def _public(self) -> bytes:
        seen: list[bytes] = []
        async with aiohttp.ClientSession() as session:
            for path in PAGES:
                async with session.get(f"{self.site}/c/{SLUG}{path}") as response:
                    assert response.status in (200, 404), path
                    seen += [str(response.headers).encode(), await response.read()]
            headers = {"Authorization": f"Bearer {METRICS}"}
            async with session.get(f"{self.site}/metrics", headers=headers) as response:
                assert response.status == 200
                seen.append(await response.read())
        return b"\n".join(seen)

    async def holds(self, *secrets: str | bytes) -> list[str]:
        """Where any of the secrets stand, and how they are spelled there."""
        return [
            f"{secret!r} as {spelling!r} in {where}"
            for where, everything in (await self.surrenders()).items()
            for secret in secrets
            for spelling in found(secret, everything)
        ]


@pytest.fixture
async def server(
    tmp_path: Path, redis: Redis, redis_url: str, migrated_database_url: str
) -> AsyncIterator[Server]:
    """A web process that tells all it can, and a petition that asks for everything."""
    port = free_port()
    folder, office = tmp_path / "server", tmp_path / "office"
    for each in (folder, office):
        each.mkdir()
    async with Simulator(flood_control=False, webhook_pause=0.05) as simulator:
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": migrated_database_url,
            "REDIS_URL": redis_url,
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_SECRET": "only-for-this-test-and-no-other",
            "METRICS_TOKEN": METRICS,
            "PORT": str(port),
            "LOG_LEVEL": "DEBUG",
        }
        database = Database(migrated_database_url)
        there = Server(simulator, redis, folder, office, settings, database)
        async with command("web", folder=folder, settings=settings) as web:
            for name in ("organisation.key", "another.key"):
                status, said = await done(
                    "keys", "new", "--out", name, folder=office, settings=settings
                )
                assert status == 0, said
            await there.run("campaign", "import", str(asking(office)))
            key = str(office / "organisation.key")
            await there.run("campaign", "open", SLUG, "--key", key)
            await web.says("Serving on port")
            yield there
            assert await web.ends(signal.SIGTERM) == 0
        await database.close()
        assert simulator.complaints == []
        assert simulator.unknown_methods == []


def asking(office: Path) -> Path:
    """The sample campaign, which asks for an e-mail address, too."""
    folder = office / SLUG
    folder.mkdir()
    for file in (ROOT / "bot" / "demo" / SLUG).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    settings = folder / "campaign.toml"
    content = settings.read_text()
    settings.write_text(content.replace('email = "no"', 'email = "optional"'))
    assert settings.read_text() != content
    return folder


@pytest.fixture
def ida(server: Server) -> Person:
    """Somebody whose every word can be told from all others."""
    world = server.simulator.world
    world.users[NUMBER] = IDA
    world.chats[NUMBER] = Chat(NUMBER, "private", members=[NUMBER])
    return server.simulator.person(IDA.first_name)


async def test_a_seized_server_holds_nothing_that_ida_wrote(server: Server, ida: Person) -> None:
    """She leaves a word wherever one can be left; once she is forgotten, not even her tag is there.

    What stays of her is a commitment in the public log, which nothing opens any more.
    """
    owner = server.simulator.person("Owner", "en")
    await fills_in(ida)
    await wanders(server, ida)
    assert await server.holds(*CANARIES) == [], "in the middle of signing"
    await ida.taps("confirm")
    await ida.taps("updates-yes")
    await ida.taps("share-yes")
    await ida.taps("tell")
    await ida.taps("tell-yes")
    await server.counts(1)
    names = await exported(server)
    assert all(each in names for each in (NAME, EMAIL, COMMENT)), "it was not lost, either"
    async with command("worker", folder=server.folder, settings=server.settings) as worker:
        await worker.says("Working")
        await server.log_begins()
        await has_a_receipt(server, ida)
        await brings_a_friend(server)
        await server.counts(2)
        await hears_of_it(server, owner, ida)
        await refused_exports(server, owner)
        assert await server.holds(*CANARIES) == []
        traces, commitment = await traces_of_ida(server)
        there = await server.surrenders()
        assert all(found(each, there["SQL"]) for each in traces), "these are what stands for her"

        await ida.says("/forget")
        await ida.taps("forget-yes")
        await server.counts(1)
        assert await server.holds(*CANARIES, *traces) == []
        assert found(commitment, (await server.surrenders())["SQL"]), "it is public"
        await told_afterwards(server)
        assert await worker.ends(signal.SIGTERM) == 0
    stamped = await next_checkpoint(server)
    await counted_by_the_log(server, stamped)
    assert await server.holds(*CANARIES, *traces) == []
    await a_careless_program_is_found_out(server)


async def fills_in(ida: Person) -> None:
    """From the link to the review, by typing all that can be typed."""
    await ida.says(f"/start {SLUG}_{PAYLOAD}")
    await ida.taps("sign")
    await ida.taps("agree")
    await ida.says(NAME)
    await ida.says(NOWHERE)
    await ida.says(SOMEWHERE)
    await ida.taps("FR")
    await ida.says(EMAIL)
    assert "confirm" in (await ida.says(COMMENT)).choices


async def wanders(server: Server, ida: Person) -> None:
    """What nobody asked for: a picture, a file, a change of mind, a search, a group of her own."""
    await ida.sends_photo(caption=CAPTION)
    await ida.sends_file(CONTENT.encode(), FILE, "application/pdf")
    await ida.says("Hello?")
    await ida.edits(None, EDITED, hear=False)
    await ida.asks_inline(SEARCHED)
    group = server.simulator.group(GROUP, [ida])
    await group.adds_bot(by=ida)
    await ida.says(f"/verify {PASTED}")
    await ida.says(PASTED)
    await ida.taps("verify-no")


async def exported(server: Server) -> str:
    """What the organizers decrypt on their own machine."""
    key, out = server.office / "organisation.key", server.office / "names.csv"
    await server.run("export", "--key", str(key), "--out", str(out))
    return out.read_text(encoding="utf-8-sig")


async def has_a_receipt(server: Server, ida: Person) -> None:
    """She asks what is held, asks for her receipt, and lets the bot check it."""
    await ida.says("/mydata")
    await ida.taps("file")
    asked = await ida.says("/mydata")
    await ida.taps("receipt", message=asked)
    assert "receipt-again" not in (await ida.taps("receipt-yes")).choices, "it is the proof"
    receipt = ida.files[-1]
    await ida.says("/verify")
    checked = await ida.sends_file(receipt.data, receipt.name)
    assert "receipt-withdraw" in checked.choices


async def brings_a_friend(server: Server) -> None:
    """Somebody signs by her link: the database has a pair of numbers for that."""
    token = await server.first(select(models.invites.c.token))
    friend = server.simulator.person("Friend", "fr")
    await friend.says(f"/start {SLUG}_v{token}")
    for tap in ("sign", "agree", "anonymous", "FR", "skip", "skip", "confirm"):
        await friend.taps(tap)
    assert await server.first(select(models.joinings.c.invite_id)) is not None


async def hears_of_it(server: Server, owner: Person, ida: Person) -> None:
    """An owner writes to all who asked for updates."""
    link = re.search(r"https://t\.me/\S+", await server.run("organizer", "invite"))
    assert link is not None
    await owner.opens(link[0])
    await owner.taps("join-yes")
    for tap in (SLUG, "broadcasts", "new-broadcast", "letters", "w_fr"):
        await owner.taps(tap)
    await owner.says("Ils sont libres.")
    for tap in ("write-done", "quiet", "schedule"):
        await owner.taps(tap)
    await owner.says("Tokyo")
    look = await owner.taps("now")
    await owner.taps(next(each for each in look.choices if each.startswith("y_")))
    await server.simulator.until(lambda: bool(letters_of(ida)), PATIENCE, "it never came")


async def refused_exports(server: Server, owner: Person) -> None:
    """One is tried with a key that opens nothing; the other an owner does not grant."""
    status, said = await done(
        *("export", "--no-wait", "--key", str(server.office / "another.key")),
        *("--out", "stolen.csv"),
        folder=server.folder,
        settings=server.settings,
    )
    assert status != 0, said
    key = str(server.office / "organisation.key")
    arguments = ("export", "--key", key, "--out", "refused.csv")
    async with command(*arguments, folder=server.folder, settings=server.settings) as running:
        await server.simulator.until(
            lambda: any("refuse" in each.choices for each in owner.screen), PATIENCE, "not asked"
        )
        await owner.taps("refuse")
        assert await running.ends() == 1


async def traces_of_ida(server: Server) -> tuple[list[str | bytes], bytes]:
    """All that stands for her in the database, and her commitment, which is public."""
    signatures, invites = models.signatures, models.invites
    async with server.database.read() as connection:
        query = (
            select(signatures, invites.c.token, invites.c.chat, models.leaves.c.commitment)
            .join(invites, invites.c.signature_id == signatures.c.id)
            .join(models.leaves, models.leaves.c.signature_id == signatures.c.id)
            .where(invites.c.chat.is_not(None))
        )
        row = (await connection.execute(query)).one()
        supporter = (await connection.execute(select(models.supporters))).one()
    committed = committed_of(SLUG, row)
    assert committed.under(row.salt) == row.commitment
    traces: list[str | bytes] = [
        *(row.id, row.tag, row.salt, row.sealed[-64:], row.token, row.chat),
        *(supporter.tag, supporter.chat),
    ]
    return traces, row.commitment


async def told_afterwards(server: Server) -> None:
    """The database has no row that was hers, and Redis no conversation."""
    for table in (models.supporters, models.subscriptions, models.joinings):
        assert await server.first(select(table)) is None, table.name
    storage = await Storage.open(server.settings["DATABASE_URL"], server.vault_key)
    try:
        bot = server.settings["BOT_TOKEN"].partition(":")[0]
        name = storage.vault.session_name(bot, "telegram", str(NUMBER))
    finally:
        await storage.close()
    kept = [key.decode() async for key in server.redis.scan_iter(f"*{name}*")]
    # That an update was handled is remembered for an hour, lest it be handled again.
    assert all(":done:" in each for each in kept), kept
    assert all([0 < await server.redis.ttl(each) <= 3600 for each in kept])


async def next_checkpoint(server: Server) -> SignedCheckpoint:
    """What a worker signs when the next hour has come."""
    storage = await LiveStorage.connect(
        server.settings["DATABASE_URL"],
        server.settings["REDIS_URL"],
        server.vault_key,
        bot="bot",
        log_folder=server.folder / "data" / "logs",
    )
    try:
        [campaign] = await storage.campaigns.all()
        stamped = await storage.logs.publish(campaign, datetime.now(UTC) + EVERY, EVERY)
    finally:
        await storage.close()
    assert stamped is not None
    return stamped


async def counted_by_the_log(server: Server, stamped: SignedCheckpoint) -> None:
    """Two signed and one is gone: anybody counts that from a copy, and the page says so, too."""
    copied = server.office / "copy"
    url = f"{server.site}/c/{SLUG}/log/checkpoint"
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        # A page is shown for a moment as it was.
        while await (await session.get(url)).read() != stamped.content:
            await asyncio.sleep(0.1)
    await server.run("copy-log", f"{server.site}/c/{SLUG}/log", str(copied))
    copy = Copy(copied)
    key = VerifierKey.parse((copied / "key").read_text().strip())
    state = checkpoints.check(copy.checkpoint(), key).checkpoint
    copy.check(state)
    kinds = [line.split()[0] for lines in copy.entries(state.size) for line in lines]
    assert sorted(kinds) == [b"add", b"add", b"withdraw"]
    assert signatures_in(state) == stamped.signatures == await server.total() == 1
    said = await server.run("verify", "--log", str(copied), "--key", str(copied / "key"))
    assert "2 signed" in said


async def a_careless_program_is_found_out(server: Server) -> None:
    """The search is worth something: a word that is left anywhere is found there."""
    async with server.database.write() as connection:
        await connection.execute(text("CREATE TABLE careless (word TEXT)"))
        await connection.execute(text("INSERT INTO careless VALUES ('Canary-In-SQL')"))
    await server.redis.hset("careless", "word", "Canary-In-Redis")
    (server.folder / "data" / "careless.log").write_text(b"Canary-In-A-File".hex())
    for word, where in (
        ("Canary-In-SQL", "SQL"),
        ("Canary-In-Redis", "Redis"),
        ("Canary-In-A-File", "files"),
    ):
        assert any(each.endswith(f" in {where}") for each in await server.holds(word)), word
