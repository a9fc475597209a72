"""Witnesses: others cosign what the public log has signed, and it cannot say otherwise later."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientTimeout, web

from bot.jobs.transparency_log import witnesses as asking
from bot.jobs.transparency_log.publishing import publish_logs
from bot.jobs.transparency_log.witnesses import Witnesses, read_witnesses
from bot.process.errors import SettingsError
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage.container import LiveStorage
from storage.transparency_log.formats import notes, policies
from storage.transparency_log.formats.notes import KeyType, SignerKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.receipts import verify
from storage.transparency_log.formats.refusals import Refused
from storage.transparency_log.reader import LogReader
from storage.transparency_log.rows import SignedCheckpoint
from storage.vault import Vault
from tests.storage.transparency_log.test_log import backup, restore
from tests.support.log.witness import Witness, witness
from tests.support.petition import consent, person
from tests.support.storage.petition import VAULT_KEY, Clock, open_petition

NOW = datetime(2026, 3, 4, 15, 16, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass
class House:
    """A petition with its log, two witnesses, and a worker."""

    storage: LiveStorage
    petition: Campaign
    north: Witness
    south: Witness
    folder: Path
    clock: Clock = field(default_factory=Clock)
    hours: int = 0

    def __post_init__(self) -> None:
        self.worker = self.another_worker()

    @property
    def policy(self) -> bytes:
        """The file that WITNESSES names."""
        both = f"{self.north.key.name} {self.south.key.name}"
        return f"{self.north.line}{self.south.line}group both all {both}\nquorum both\n".encode()

    def another_worker(self) -> Witnesses:
        """One that has just been started."""
        (self.folder / "witnesses").write_bytes(self.policy)
        known = read_witnesses(self.folder / "witnesses")
        return Witnesses(self.storage.log_reader, self.storage.witnessing, known, self.clock)

    async def sign(self, *names: str) -> None:
        """People sign, and are counted."""
        for name in names:
            draft = Draft(country="FR")
            await self.storage.signatures.sign(self.petition, person(name), draft, consent())
        while await self.storage.sequencer.run_once():
            pass

    async def publish(self) -> SignedCheckpoint:
        """What the worker does in the next hour; the newest checkpoint after that."""
        self.hours += 1
        self.clock.now += 3600
        await self.look()
        return await self.last()

    async def look(self) -> None:
        """The worker looks once more in the same hour."""
        now = NOW + self.hours * HOUR
        home = "https://petition.example"
        await publish_logs(self.storage, home, HOUR, self.worker, now)
        key = await self.storage.log_reader.key(self.petition)
        assert key is not None
        for each in (self.north, self.south):
            each.logs[key.name] = key

    async def last(self) -> SignedCheckpoint:
        """The newest checkpoint, as it is served."""
        stamped = await self.storage.log_reader.checkpoint(self.petition)
        assert stamped is not None
        return stamped

    async def trusted(self) -> Policy:
        """Somebody who trusts the log only where both witnesses have cosigned."""
        key = await self.storage.log_reader.key(self.petition)
        assert key is not None
        return policies.parse(f"log {key.text}\n".encode() + self.policy)


@pytest.fixture
async def house(
    migrated_database_url: str, redis: object, redis_url: str, tmp_path: Path
) -> AsyncIterator[House]:
    """The log has begun, and the witnesses know it."""
    async with AsyncExitStack() as stack:
        north = await stack.enter_async_context(witness("north.example/w"))
        south = await stack.enter_async_context(witness("south.example/w"))
        storage = await LiveStorage.connect(
            migrated_database_url, redis_url, VAULT_KEY, bot="bot", log_folder=tmp_path / "logs"
        )
        stack.push_async_callback(storage.close)
        made = House(storage, await open_petition(storage, "release"), north, south, tmp_path)
        await made.publish()
        yield made


def cosigners(stamped: SignedCheckpoint) -> list[str]:
    """Who has signed it after the log."""
    return [each.name for each in notes.parse(stamped.content).signatures[1:]]


BOTH = ["north.example/w", "south.example/w"]


async def test_a_checkpoint_is_cosigned_and_stands_in_receipts(house: House) -> None:
    """Ida's receipt convinces somebody who trusts the log only together with both witnesses."""
    await house.sign("Ida", "Bo")
    assert sorted(cosigners(await house.publish())) == BOTH
    receipt = await house.storage.receipts.of(house.petition, person("Ida"))
    assert receipt is not None
    verified = verify(receipt.content, await house.trusted())
    assert verified.checked is not None
    assert [each.time is not None for each in verified.checked.signed] == [False, True, True]


async def test_every_checkpoint_is_proven_to_follow(house: House) -> None:
    """The witness checks each step by itself, and so does a worker that has just been started."""
    for hour in range(6):
        await house.sign(*(f"{hour}-{number}" for number in range(hour + 1)))
        assert sorted(cosigners(await house.publish())) == BOTH
    grown = [each for each in house.north.asked if each[0] != each[1]]
    assert grown == [(0, 1), (1, 3), (3, 6), (6, 10), (10, 15), (15, 21)]
    house.worker = house.another_worker()
    house.north.asked.clear()
    await house.sign("Zoe")
    assert sorted(cosigners(await house.publish())) == BOTH
    assert house.north.asked == [(0, 21), (21, 21), (21, 22)], "it was told what was seen"


async def test_what_is_cosigned_is_not_asked_again(house: House) -> None:
    """The worker looks every few seconds."""
    await house.sign("Ida")
    await house.publish()
    asked = len(house.north.asked)
    await house.look()
    assert len(house.north.asked) == asked


def silent(each: Witness) -> None:
    each.silent = True


def gone(each: Witness) -> None:
    each.url = "http://127.0.0.1:1/w"


def nowhere(each: Witness) -> None:
    each.url = "http://127.0.0.1:1:2/w"


def answers(**with_what: object) -> Callable[[Witness], None]:
    """A witness that answers the same to everything."""

    def make(each: Witness) -> None:
        each.instead = lambda: web.Response(**with_what)  # type: ignore[arg-type]  # as it is named

    make.__name__ = f"answers_{'_'.join(map(str, with_what.values()))}"
    return make


@pytest.mark.parametrize(
    "trouble",
    [
        silent,
        gone,
        nowhere,
        answers(status=500),
        answers(status=403),
        answers(status=302, headers={"Location": "http://127.0.0.1:1/"}),
        answers(status=409),
        answers(status=409, body=b"many\n", content_type="text/x.tlog.size"),
        answers(status=422),
        answers(status=200, body=b"hello"),
        answers(status=200, body=SignerKey("x.example", bytes(32)).sign("x\n").line.encode()),
    ],
    ids=lambda each: each.__name__,
)
@pytest.mark.parametrize("backend", ["sqlite"])
async def test_a_witness_that_is_down_hinders_nobody(
    house: House,
    trouble: Callable[[Witness], None],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Or mute, or confused: the log signs, the other witness cosigns, and a warning is written."""
    monkeypatch.setattr(asking, "TIMEOUT", ClientTimeout(total=0.2))
    trouble(house.south)
    house.worker = house.another_worker()
    await house.sign("Ida")
    stamped = await house.publish()
    assert (stamped.size, cosigners(stamped)) == (1, ["north.example/w"])
    assert "The witness south.example/w" in caplog.text
    assert not await house.storage.witnessing.doubts(house.petition)


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_a_witness_that_does_not_know_the_log(house: House) -> None:
    """Its operator has to be told of the log first."""
    house.south.logs.clear()
    await house.sign("Ida")
    now = NOW + 2 * HOUR
    await publish_logs(house.storage, "https://petition.example", HOUR, house.worker, now)
    assert cosigners(await house.last()) == ["north.example/w"]


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_a_witness_that_talks_without_end(house: House) -> None:
    """No more is read than an answer can have."""
    house.south.instead = lambda: web.Response(body=b"x" * 1_000_001)
    await house.sign("Ida")
    assert cosigners(await house.publish()) == ["north.example/w"]


async def test_a_witness_that_is_back_cosigns_what_is_there(house: House) -> None:
    """It is left alone for a minute, then for two; what it missed in between it need not see."""
    await house.sign("Ida")
    house.south.instead = lambda: web.Response(status=500)
    await house.publish()
    await house.sign("Bo")
    await house.publish()
    house.south.instead = None
    await house.look()
    assert cosigners(await house.last()) == ["north.example/w"], "not asked yet"
    house.clock.now += 300
    await house.look()
    assert sorted(cosigners(await house.last())) == BOTH


async def test_a_wrong_cosignature_is_not_kept(house: House) -> None:
    """The south signs something else; nobody is shown that."""
    other = house.south.key.sign("petition.example/c/release/log\n9\nAAAA\n", 1_800_000_000)
    house.south.instead = lambda: web.Response(body=other.line.encode())
    await house.sign("Ida")
    stamped = await house.publish()
    assert cosigners(stamped) == ["north.example/w"]
    with pytest.raises(Refused):
        (await house.trusted()).check(stamped.content)


async def forget_everything(house: House) -> None:
    """Redis and the worker's disk are lost, too: nothing of ours remembers what was signed."""
    await house.storage.redis.flushdb()
    for file in (house.folder / "logs").iterdir():
        file.unlink()
    house.worker = house.another_worker()


async def test_an_older_backup_is_found_out_by_a_witness(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """The log signs nothing after that, whatever else is restarted, until the right one is back."""
    await house.sign("Ida")
    await house.publish()
    yesterday = await backup(house.storage)
    await house.sign("Bo")
    await house.publish()
    today = await backup(house.storage)
    await restore(house.storage, yesterday)
    await forget_everything(house)
    await house.sign("Cy", "Di", "Eve")
    assert (await house.publish()).size == 1, "nothing is signed that others have seen otherwise"
    assert "it has seen 2 leaves" in caplog.text
    assert set(await house.storage.witnessing.doubts(house.petition)) == set(BOTH)

    house.worker = house.another_worker()
    for each in (house.north, house.south):
        each.instead = lambda: web.Response(status=500)
    assert (await house.publish()).size == 1, "a new worker knows it, though no witness answers"

    for each in (house.north, house.south):
        each.instead = None
    await restore(house.storage, today)
    await house.sign("Fay")
    assert (await house.publish()).size == 3
    assert not await house.storage.witnessing.doubts(house.petition)
    assert sorted(cosigners(await house.last())) == BOTH


async def test_a_fork_is_found_out_by_a_witness(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody signed another log behind the worker's back, as long as or longer than the true."""
    await house.sign("Ida")
    await house.publish()
    yesterday = await backup(house.storage)
    await house.sign("Bo")
    await house.publish()
    await restore(house.storage, yesterday)
    await forget_everything(house)
    await house.sign("Cy")
    # No witness is asked, so nobody sees it yet.
    house.hours += 1
    now = NOW + house.hours * HOUR
    assert await house.storage.logs.publish(house.petition, now, HOUR)
    await house.sign("Di")
    assert (await house.publish()).size == 2
    assert "a fork" in caplog.text
    assert set(await house.storage.witnessing.doubts(house.petition)) == set(BOTH)


async def test_a_longer_fork_does_not_follow_either(house: House) -> None:
    """Its proof leads to another root than the witness has seen."""
    await house.sign("Ida")
    await house.publish()
    yesterday = await backup(house.storage)
    await house.sign("Bo")
    await house.publish()
    await restore(house.storage, yesterday)
    await forget_everything(house)
    await house.sign("Cy", "Di", "Eve")
    house.hours += 1
    now = NOW + house.hours * HOUR
    assert await house.storage.logs.publish(house.petition, now, HOUR)
    await house.sign("Fay")
    assert (await house.publish()).size == 4
    doubts = await house.storage.witnessing.doubts(house.petition)
    assert set(doubts) == set(BOTH)
    assert "does not follow from that of 2 leaves" in doubts[BOTH[0]]


async def test_a_witness_that_lies_is_taken_out_of_the_file(house: House) -> None:
    """It says it has seen a million; the operator looks into it, and goes on without it."""
    await house.sign("Ida")
    answers(status=409, body=b"1000000\n", content_type="text/x.tlog.size")(house.south)
    await house.publish()
    await house.sign("Bo")
    assert (await house.publish()).size == 1
    (house.folder / "north").write_text(f"{house.north.line}quorum none\n")
    known = read_witnesses(house.folder / "north")
    house.worker = Witnesses(house.storage.log_reader, house.storage.witnessing, known, house.clock)
    stamped = await house.publish()
    assert (stamped.size, cosigners(stamped)) == (2, ["north.example/w"])


class Late(LogReader):
    """The logs of a worker that has read the newest checkpoint, and then was held up."""

    read: list[SignedCheckpoint]

    async def checkpoint(self, campaign: Campaign) -> SignedCheckpoint | None:
        return self.read.pop() if self.read else await super().checkpoint(campaign)


async def test_another_worker_was_faster(house: House) -> None:
    """A witness has seen what that one signed a moment ago: there is no fork in that."""
    await house.sign("Ida")
    logs = Late(house.storage.database, Vault(VAULT_KEY))
    logs.read = [await house.publish()]
    await house.sign("Bo")
    await house.publish()
    asked = len(house.north.asked)
    known = read_witnesses(house.folder / "witnesses")
    late = Witnesses(logs, house.storage.witnessing, known, house.clock)
    await late.ask(house.petition, again=True)
    assert house.north.asked[asked:] == [(0, 1), (2, 2)]
    assert not await house.storage.witnessing.doubts(house.petition)


async def test_both_cosignatures_are_kept_whoever_comes_first(house: House) -> None:
    """Two workers bring one each; of one witness the newest stays."""
    await house.sign("Ida")
    stamped = await house.publish()
    text = notes.parse(stamped.content).text
    newer = house.south.key.sign(text, 1_900_000_000)
    await house.storage.witnessing.cosign(house.petition, stamped.size, newer.line)
    await house.storage.witnessing.cosign(house.petition, 99, newer.line)
    again = await house.last()
    assert sorted(cosigners(again)) == BOTH
    assert newer in notes.parse(again.content).signatures
    with pytest.raises(Refused):
        await house.storage.witnessing.cosign(house.petition, stamped.size, "hello")


W = SignerKey("w.example", bytes(32), KeyType.COSIGNATURE).verifier.text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hello", "is no policy"),
        (f"witness w {W}\nquorum none\n", "no witness"),
        ("quorum none\n", "no witness"),
        (f"witness w {W} ftp://w.example\nquorum none\n", "no web address"),
        (None, "cannot be read"),
    ],
)
def test_a_file_of_witnesses_that_is_none(tmp_path: Path, text: str | None, why: str) -> None:
    """One line says what is wrong."""
    if text is not None:
        (tmp_path / "w").write_text(text)
    with pytest.raises(SettingsError, match=why):
        read_witnesses(tmp_path / "w")


def test_without_a_file_nobody_is_asked() -> None:
    assert read_witnesses(None) == ()


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture) -> None:
    """What is written for the operator."""
    caplog.set_level(logging.WARNING)
