"""The public log over HTTP: whoever mistrusts the count copies it, and counts again."""

import asyncio
import re
from base64 import b64decode
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.exc import OperationalError

from bot.pages.html.assets import STATIC
from bot.pages.html.log_page import REFUSALS
from bot.pages.log import log_files
from bot.pages.log.log_files import LogState
from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Decision, Selection
from storage.supporters import samples
from storage.transparency_log.formats.notes import VerifierKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.receipts import verify
from storage.transparency_log.formats.refusals import Reason
from storage.transparency_log.formats.tiles import Bundle, Tile
from storage.transparency_log.reader import LogReader
from storage.transparency_log.rows import SignedCheckpoint
from tests.support.petition import draft_campaign, person
from tests.support.site import (
    HOST,
    HOUR,
    LANGUAGES,
    TITLES,
    Site,
    parsed,
    publish,
    readable,
    receipt_of,
)

NOW = datetime.now(UTC)
LOG = "/c/release/log"


@pytest_asyncio.fixture(loop_scope="session")
async def logged(site: Site, campaign: Campaign) -> Campaign:
    """Three have signed, and the log has said so."""
    await publish(site, campaign)
    return campaign


async def crowd(site: Site, count: int = 700) -> Campaign:
    """A petition that many have signed: its log has two full bundles and a partial one."""
    campaign = await site.opens(readable(sample=True))
    await samples.generate(site.storage.database, site.storage.campaigns, "release", count)
    await publish(site, campaign)
    return campaign


async def fetched(site: Site, path: str) -> bytes:
    """A file of the log."""
    async with site.gets(f"{LOG}/{path}") as response:
        assert response.status == 200, path
        return bytes(await response.read())


async def status(site: Site, path: str) -> int:
    """How an answer begins."""
    async with site.gets(path) as response:
        return int(response.status)


class Copy:
    """What somebody makes of a log who has read nothing but its description: docs/log.md."""

    def __init__(self, site: Site) -> None:
        self.site = site

    async def checked(self) -> tuple[int, int]:
        """Its size and how many signatures count. Whatever is wrong fails."""
        name, _, encoded = (await fetched(self.site, "key")).decode().strip().split("+", 2)
        note = await fetched(self.site, "checkpoint")
        text, _, signature = note.decode().rpartition("\n\n— ")
        origin, size, root, count = f"{text}\n".splitlines()
        signer, signed = signature.split()
        assert name == origin == signer
        raw = b64decode(encoded)
        Ed25519PublicKey.from_public_bytes(raw[1:]).verify(
            b64decode(signed)[4:], f"{text}\n".encode()
        )
        entries = [entry async for entry in self._entries(int(size))]
        assert len(entries) == int(size)
        assert self._root(entries) == b64decode(root)
        kinds = Counter(entry.split()[0] for entry in entries)
        signatures = kinds[b"add"] - kinds[b"withdraw"] - kinds[b"invalidate"]
        assert count == f"signatures {signatures}"
        return int(size), signatures

    async def _entries(self, size: int) -> AsyncIterator[bytes]:
        for first in range(0, size, 256):
            width = min(256, size - first)
            path = f"{first // 256:03}" + (f".p/{width}" if width < 256 else "")
            data = await fetched(self.site, f"tile/entries/{path}")
            hashes = await fetched(self.site, f"tile/0/{path}")
            while data:
                length = int.from_bytes(data[:2], "big")
                entry, data = data[2 : 2 + length], data[2 + length :]
                assert hashes[:32] == sha256(b"\0" + entry).digest()
                hashes = hashes[32:]
                yield entry
            assert not hashes

    def _root(self, entries: list[bytes]) -> bytes:
        if len(entries) <= 1:
            return sha256(b"\0" + entries[0] if entries else b"").digest()
        half = 1 << (len(entries) - 1).bit_length() - 1
        left, right = self._root(entries[:half]), self._root(entries[half:])
        return sha256(b"\1" + left + right).digest()


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
async def test_a_copy_of_the_log_adds_up(site: Site) -> None:
    """A journalist writes a program of forty lines, and it comes to the public total."""
    campaign = await crowd(site)
    await site.signs(campaign, "FR", "Ida", "Bo")
    assert await site.storage.signatures.withdraw(campaign, person("Bo"))
    await publish(site, campaign, 1)
    size, signatures = await Copy(site).checked()
    # Bo was not counted yet: of what was never in the log nothing has to be taken back.
    assert (size, signatures) == (701, 701)
    assert signatures == (await site.storage.campaigns.totals(campaign)).world
    above = await fetched(site, "tile/1/000.p/2")
    assert len(above) == 2 * 32


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
async def test_what_an_old_checkpoint_showed_can_still_be_had(site: Site) -> None:
    """Somebody downloads slowly, and the log has grown meanwhile."""
    campaign = await crowd(site, 10)
    old = [await fetched(site, f"tile/{kind}/000.p/10") for kind in ("0", "entries")]
    await site.signs(campaign, "FR", *(str(number) for number in range(300)))
    await publish(site, campaign, 1)
    assert [await fetched(site, f"tile/{kind}/000.p/10") for kind in ("0", "entries")] == old
    whole = await fetched(site, "tile/0/000")
    assert (len(whole), whole[: len(old[0])]) == (256 * 32, old[0])
    site.a_moment_later()
    assert await Copy(site).checked() == (310, 310)


async def test_the_log_is_found_where_its_name_says(site: Site, logged: Campaign) -> None:
    """Its origin is its address without the scheme, and the page gives the same key."""
    key = VerifierKey.parse((await fetched(site, "key")).decode().removesuffix("\n"))
    assert f"https://{key.name}" == f"{HOST}{LOG}"
    page = await site.reads("/c/release/fr/log")
    assert page.one("textarea", id="key").text == key.text
    assert page.one("textarea", id="address").text == f"{HOST}{LOG}"
    assert verify(await receipt_of(site, logged, "1"), Policy.of_log(key)).kind == "proof"


FILES = {
    "checkpoint": "text/plain; charset=utf-8",
    "key": "text/plain; charset=utf-8",
    "tile/0/000.p/3": "application/octet-stream",
    "tile/0/000.p/1": "application/octet-stream",
    "tile/entries/000.p/3": "application/octet-stream",
}


@pytest.mark.parametrize("path", FILES)
async def test_anybodys_program_may_read_it(site: Site, logged: Campaign, path: str) -> None:
    """In other people's pages, too; what never changes is kept for good, and nobody is followed."""
    async with site.gets(f"{LOG}/{path}", Origin="https://checker.example") as response:
        headers = response.headers
        body = await response.read()
    assert headers["Content-Type"] == FILES[path]
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert ("immutable" in headers["Cache-Control"]) == path.startswith("tile/")
    assert "Set-Cookie" not in headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    async with site.gets(f"{LOG}/{path}", **{"If-None-Match": headers["ETag"]}) as again:
        assert (again.status, await again.read()) == (304, b"")
    async with site.http.head(f"{site.url}{LOG}/{path}") as head:
        assert (head.status, await head.read()) == (200, b"")
        assert int(head.headers["Content-Length"]) == len(body)
    async with site.http.post(f"{site.url}{LOG}/{path}") as posted:
        assert posted.status == 405


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/000",
        "tile/0/000.p/4",
        "tile/0/000.p/0",
        "tile/0/000.p/03",
        "tile/0/000.p/256",
        "tile/0/000.p/",
        "tile/0/001.p/1",
        "tile/0/x000/000.p/3",
        "tile/0/x001/000",
        "tile/00/000.p/3",
        "tile/1/000.p/1",
        "tile/63/000.p/1",
        "tile/64/000.p/1",
        "tile/entries/000",
        "tile/entries/000.p/4",
        "tile/entries/001.p/1",
        "tile/0/0000.p/3",
        "tile/0/",
        "tile/",
        "tile",
        "tile/0/" + "x999/" * 6 + "999",
        "tile/0/" + "x999/" * 60 + "999",
        "tile/0/..%2f..%2fkey",
        "tile/0/000.p%2f3",
        "checkpoints",
        "checkpoint/1",
        "fr",
        "log",
    ],
)
async def test_what_no_checkpoint_shows_is_not_there(
    site: Site, logged: Campaign, path: str
) -> None:
    """404, and no cache keeps that: the next checkpoint may show it."""
    from yarl import URL

    async with site.http.get(URL(f"{site.url}{LOG}/{path}", encoded=True)) as response:
        assert response.status == 404
        assert response.headers["Cache-Control"] == "no-store"


async def test_signatures_show_with_the_next_checkpoint(site: Site, logged: Campaign) -> None:
    """Neither a tile nor the page tells of them before."""
    await site.signs(logged, "FR", "4")
    await site.storage.sequencer.run_once()
    assert await status(site, f"{LOG}/tile/0/000.p/4") == 404
    assert "3 signatures" in (await site.reads("/c/release/en/log")).text
    await publish(site, logged, 1)
    assert len(await fetched(site, "tile/0/000.p/4")) == 4 * 32


async def test_a_checkpoint_that_another_process_has_just_shown(
    site: Site, logged: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This process still shows the old one, and serves the tiles of the new one all the same."""
    monkeypatch.setattr(site.pages._logs._stamps, "_seconds", 3600.0)
    old = await fetched(site, "checkpoint")
    await site.signs(logged, "FR", "4")
    await publish(site, logged, 1)
    assert await fetched(site, "checkpoint") == old
    assert len(await fetched(site, "tile/0/000.p/4")) == 4 * 32


@pytest.mark.parametrize("slug", ["draft", "unknown", "release"])
async def test_where_there_is_no_log(site: Site, campaign: Campaign, slug: str) -> None:
    """Of a draft nobody hears, and a petition that was just opened waits for its worker."""
    await site.storage.campaigns.save(draft_campaign("draft"))
    for path in FILES:
        assert await status(site, f"/c/{slug}/log/{path}") == 404
    assert await status(site, f"/c/{slug}/log") == (200 if slug == "release" else 404)
    if slug == "release":
        page = await site.reads("/c/release/en/log")
        assert "Nothing has been signed by the log yet" in page.text
        assert not page.all("form")


async def test_a_flood_of_tiles_costs_one_look_at_each(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand ask for all parts of three bundles: signers find the database free."""
    await crowd(site)
    reads: list[Bundle] = []
    at_once: list[int] = []
    running = 0
    bundle = LogReader.bundle

    async def counted(self: LogReader, campaign: Campaign, wanted: Bundle) -> bytes | None:
        nonlocal running
        running += 1
        at_once.append(running)
        reads.append(wanted)
        try:
            return await bundle(self, campaign, wanted)
        finally:
            running -= 1

    monkeypatch.setattr(LogReader, "bundle", counted)
    paths = [f"tile/entries/{number:03}.p/{width}" for number in (0, 1) for width in range(1, 256)]
    paths += [f"tile/entries/002.p/{width}" for width in range(1, 189)]
    found = await asyncio.gather(*(fetched(site, path) for path in (*paths, *paths[:302])))
    assert len(found) == 1000
    assert sorted(reads, key=lambda each: each.index) == [Bundle(0), Bundle(1), Bundle(2, 188)]
    assert max(at_once) <= log_files.AT_ONCE


async def test_a_flood_of_nonsense_costs_one_look_at_a_time(
    site: Site, logged: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds ask for tiles that are not there: the database hears of few, one after another."""
    looks = 0
    checkpoint = LogReader.checkpoint

    async def counted(self: LogReader, campaign: Campaign) -> SignedCheckpoint | None:
        nonlocal looks
        looks += 1
        return await checkpoint(self, campaign)

    monkeypatch.setattr(LogReader, "checkpoint", counted)
    monkeypatch.setattr(site.pages._logs._stamps, "_seconds", 3600.0)
    asked = [f"{LOG}/tile/0/{number:03}" for number in range(1, 301)]
    assert set(await asyncio.gather(*(status(site, path) for path in asked))) == {404}
    assert looks < 300


async def test_who_comes_when_it_is_crowded_comes_again(
    site: Site, logged: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 and when, and then it works."""
    going_on = asyncio.Event()
    tile = LogReader.tile

    async def slow(self: LogReader, campaign: Campaign, wanted: Tile) -> bytes | None:
        await going_on.wait()
        return await tile(self, campaign, wanted)

    monkeypatch.setattr(LogReader, "tile", slow)
    monkeypatch.setattr(log_files, "MOST_WAITING", 1)
    waiting = asyncio.create_task(fetched(site, "tile/0/000.p/3"))
    while not site.pages._logs._waiting:
        await asyncio.sleep(0.01)
    async with site.gets(f"{LOG}/tile/entries/000.p/3") as response:
        assert response.status == 503
        assert response.headers["Retry-After"] == "2"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cache-Control"] == "no-store"
    going_on.set()
    assert len(await waiting) == 3 * 32
    assert await fetched(site, "tile/entries/000.p/3")


async def test_an_outage_of_the_log_asks_to_come_again(
    site: Site, logged: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503, without a word about what is behind."""

    async def away(*args: object) -> None:
        raise OperationalError("SELECT secret", {}, Exception("password"))

    for name in ("checkpoint", "tile", "bundle", "key"):
        monkeypatch.setattr(LogReader, name, away)
    for path in FILES:
        async with site.gets(f"{LOG}/{path}") as response:
            assert (response.status, await response.text()) == (503, "")


# The page.


@pytest.mark.parametrize(
    ("path", "browser", "expected"),
    [
        (LOG, "fr-CA,fr;q=0.8", "fr"),
        (LOG, "", "en"),
        (f"{LOG}?lang=ar", "fr", "ar"),
        ("/c/release/ru/log", "fr", "ru"),
        # The campaign does not speak it, and who checks the count may.
        ("/c/release/es/log", "fr", "es"),
        (f"{LOG}/?lang=es", "fr", "es"),
    ],
)
async def test_everybody_reads_it_in_their_language(
    site: Site, logged: Campaign, path: str, browser: str, expected: str
) -> None:
    page = await site.reads(path, browser)
    assert page.one("html").attributes["lang"] == expected
    title = page.all("a", dir="auto")[0]
    speaks = expected in LANGUAGES
    assert title.text == TITLES[expected if speaks else "en"]
    assert title.attributes["lang"] == (expected if speaks else "en")
    there = f"{HOST}/c/release/{expected}" if speaks else f"{HOST}/c/release"
    assert title.attributes["href"] == there
    assert page.one("link", rel="canonical").attributes["href"] == (
        f"{HOST}/c/release/{expected}/log"
    )
    assert {each.attributes["hreflang"] for each in page.all("link", rel="alternate")} == {
        *("en", "fr", "es", "ru", "ar"),
        "x-default",
    }


async def test_the_petitions_page_leads_there(site: Site, logged: Campaign) -> None:
    """Beside the count, in the same language, and back."""
    page = await site.reads("/c/release/ar")
    link = page.one("a", href="/c/release/ar/log")
    assert link.text == "التحقق من العدد"
    assert (await site.reads("/c/release/ar/log")).one("h1").text == link.text


@pytest.mark.parametrize("path", ["/c/release/en", "/c/release/en/log"])
async def test_it_says_who_answers_and_how_many_keys_open_what_signers_write(
    site: Site, logged: Campaign, path: str
) -> None:
    page = await site.reads(path)
    assert (
        page.all("footer")[-1]
        .text.rstrip()
        .endswith(
            f"Responsible: {logged.responsible}, {logged.contact}."
            f" Keys that open what signers write: {len(logged.keys)}."
        )
    )


async def test_nothing_that_is_pasted_there_can_leave(site: Site, logged: Campaign) -> None:
    """Its policy lets no script connect to anything, and other sites cannot read the page."""
    async with site.gets(LOG) as response:
        policy = response.headers["Content-Security-Policy"]
        assert "connect-src 'none'" in policy
        assert "form-action 'none'" in policy
        assert "Access-Control-Allow-Origin" not in response.headers
        page = await parsed(response)
    for each in page.all("script"):
        async with site.gets(each.attributes["src"]) as script:
            assert script.status == 200
    assert "action" not in page.one("form").attributes
    assert not any("name" in each.attributes for each in page.all("textarea"))


async def removes(site: Site, campaign: Campaign, count: int, decision: Decision) -> None:
    """An organizer removes as many of those who signed."""
    token = await site.storage.organizers.link(None, "owner", None, NOW)
    ida = await site.storage.organizers.join(token, person("ida"), "en", NOW)
    picked = Selection(held="picked")
    await site.storage.moderation.hold(campaign, Selection(country="FR"), ida, NOW)
    await site.storage.moderation.decide(campaign, picked, decision, count, ida, NOW)
    while await site.storage.moderation.run_once():
        pass


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
async def test_removals_are_told_with_their_reasons(site: Site, campaign: Campaign) -> None:
    """How the number comes about, and why organizers removed whom they removed, from ten on."""
    await site.signs(campaign, "FR", *(str(number) for number in range(4, 11)))
    await publish(site, campaign)
    await removes(site, campaign, 10, "automated")
    await site.signs(campaign, "FR", "11", "12")
    await publish(site, campaign, 1)
    await removes(site, campaign, 2, "false-details")
    await site.signs(campaign, "FR", "13", "14")
    await publish(site, campaign, 2)
    assert await site.storage.signatures.withdraw(campaign, person("13"))
    await publish(site, campaign, 3)
    page = await site.reads("/c/release/en/log")
    rows = [" ".join(each.text.split()) for each in page.all("tr")]
    assert rows[:4] == [
        "Signed14",
        "Taken back−1",
        "Removed by the organizers−12",
        "Entries in the log27",
    ]
    assert rows[4:] == ["ReasonSignatures", "made by a program10"]
    assert page.all("b")[0].text == "1"
    assert await Copy(site).checked() == (27, 1)


async def test_each_entry_is_counted_once(site: Site, campaign: Campaign) -> None:
    """The page of a log of millions costs what is new since it was last looked at."""
    await publish(site, campaign)
    asked: list[tuple[int, int]] = []
    tally = LogReader.tally

    async def counted(self: LogReader, of: Campaign, start: int, end: int) -> object:
        asked.append((start, end))
        return await tally(self, of, start, end)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(LogReader, "tally", counted)
        patched.setattr(log_files, "AT_A_TIME", 2)
        for hours in (1, 2):
            for locale in ("en", "fr"):
                await site.reads(f"/c/release/{locale}/log")
            await site.signs(campaign, "FR", f"more {hours}")
            await publish(site, campaign, hours)
            site.a_moment_later()
        state = await site.pages._logs.state(campaign)
    assert state.tally == {"add": 5}
    assert asked == [(0, 2), (2, 3), (3, 4), (4, 5)]


@pytest.mark.parametrize(
    ("passed", "expected"), [(timedelta(minutes=59), True), (timedelta(hours=1), False)]
)
def test_when_the_next_checkpoint_is_due(passed: timedelta, expected: bool) -> None:
    """Not before the hour is over; after that, as soon as there is something new."""
    signed_at = datetime(2026, 3, 4, 15, tzinfo=UTC)
    state = LogState(
        VerifierKey("log", bytes(32)), SignedCheckpoint(1, 1, b"", signed_at), {"add": 1}
    )
    due = state.due(timedelta(hours=1), signed_at + passed)
    assert due == (signed_at + timedelta(hours=1) if expected else None)


async def test_the_page_says_when(site: Site, logged: Campaign) -> None:
    """In universal time, which is the same everywhere."""
    stamped = await site.storage.log_reader.checkpoint(logged)
    assert stamped is not None
    page = await site.reads("/c/release/en/log")
    told = [each.attributes["datetime"] for each in page.all("time")]
    assert told == [stamped.signed_at.isoformat(), (stamped.signed_at + HOUR).isoformat()]
    assert page.text.count("(UTC)") == 2


def test_each_refusal_has_its_words() -> None:
    """What the script in the page can refuse, the page can say, and a program calls it the same."""
    script = (STATIC / "receipt.js").read_text(encoding="utf-8")
    reasons = set(re.findall(r'refuse\("([a-z0-9-]+)"\)', script))
    assert reasons == {each.removeprefix("page-refused-") for each in REFUSALS}
    assert reasons <= set(Reason)
