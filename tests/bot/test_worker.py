"""The worker does timed jobs, and only those."""

import asyncio
import base64
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.simulator import TOKEN, Simulator
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from tests.support.log.witness import witness
from tests.support.petition import consent, draft_campaign, person
from tests.support.process import PATIENCE, command, done
from tests.support.storage.petition import VAULT_KEY, close, count, counted, open_petition

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def test_a_worker_starts_and_stops(
    tmp_path: Path, redis: object, redis_url: str, database_url: str
) -> None:
    """It knows who it is, asks for no updates, and ends at once when it is told to."""
    async with Simulator() as simulator:
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
        async with command(
            "worker", folder=tmp_path, settings=settings, new_interpreter=True
        ) as worker:
            await worker.says("Working")
            assert {each.method for each in simulator.calls} == {"getMe"}
            assert await worker.ends(signal.SIGTERM) == 0
            assert TOKEN not in worker.log


async def test_a_worker_counts_who_waits_and_erases_what_is_due(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> None:
    """Ida signed just now and is counted; Omar's campaign closed a hundred days ago."""
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    petition, old = await open_petition(storage, "release"), await open_petition(storage, "old")
    await storage.signatures.sign(old, person("omar"), Draft("Omar", "FR"), consent())
    await storage.sequencer.run_once()
    await close(storage, "old", datetime.now(UTC) - timedelta(days=100))
    await storage.signatures.sign(petition, person("ida"), Draft("Ida", "FR"), consent())
    async with Simulator() as simulator:
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": migrated_database_url,
            "REDIS_URL": redis_url,
            "VAULT_KEY": base64.b64encode(VAULT_KEY).decode(),
        }
        async with command("worker", folder=tmp_path, settings=settings) as worker:
            await worker.says("Working")
            async with asyncio.timeout(PATIENCE):
                while ("world", "") not in await counted(storage, petition):
                    await asyncio.sleep(0.05)
                while await count(storage, models.signatures) > 1:
                    await asyncio.sleep(0.05)
    assert (await counted(storage, petition))["world", ""] == 1
    assert (await counted(storage, old))["world", ""] == 1
    await storage.close()


async def test_a_wrong_token_is_said_in_one_line(
    tmp_path: Path, redis: object, redis_url: str, database_url: str
) -> None:
    """It is not tried for ever."""
    async with Simulator() as simulator:
        settings = {
            "BOT_TOKEN": "1:wrong",
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
        async with asyncio.timeout(PATIENCE):
            status, said = await done("worker", folder=tmp_path, settings=settings)
    assert status == 2
    assert said.count("\n") == 1
    assert "BOT_TOKEN is wrong" in said


async def test_a_worker_signs_what_the_public_log_says(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> None:
    """Ida signed: the log signs that under its address, and the worker's folder remembers it."""
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    petition = await open_petition(storage, "release")
    await storage.campaigns.save(draft_campaign("draft"))
    await storage.signatures.sign(petition, person("ida"), Draft("Ida", "FR"), consent())
    while await storage.sequencer.run_once():
        pass
    async with Simulator() as simulator:
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": migrated_database_url,
            "REDIS_URL": redis_url,
            "PUBLIC_URL": "https://petition.example",
            "VAULT_KEY": base64.b64encode(VAULT_KEY).decode(),
        }
        async with command("worker", folder=tmp_path, settings=settings) as worker:
            await worker.says("Working")
            async with asyncio.timeout(PATIENCE):
                while not (stamped := await storage.log_reader.checkpoint(petition)):
                    await asyncio.sleep(0.05)
    assert stamped.content.startswith(b"petition.example/c/release/log\n1\n")
    (remembered,) = (tmp_path / "data" / "logs").iterdir()
    assert remembered.read_bytes() == stamped.content
    assert await count(storage, models.logs) == 1
    await storage.close()


async def test_a_worker_has_its_witnesses_cosign(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> None:
    """The file that WITNESSES names says whom to ask; one that is none is said in one line."""
    storage = await Storage.open(migrated_database_url, VAULT_KEY)
    petition = await open_petition(storage, "release")
    await storage.signatures.sign(petition, person("ida"), Draft("Ida", "FR"), consent())
    while await storage.sequencer.run_once():
        pass
    await storage.logs.begin(petition, "https://petition.example")
    key = await storage.log_reader.key(petition)
    assert key is not None
    async with Simulator() as simulator, witness("north.example/w") as north:
        north.logs[key.name] = key
        (tmp_path / "witnesses").write_text(f"{north.line}quorum none\n")
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": migrated_database_url,
            "REDIS_URL": redis_url,
            "PUBLIC_URL": "https://petition.example",
            "VAULT_KEY": base64.b64encode(VAULT_KEY).decode(),
            "WITNESSES": str(tmp_path / "witnesses"),
        }
        async with command("worker", folder=tmp_path, settings=settings) as worker:
            await worker.says("Working")
            async with asyncio.timeout(PATIENCE):
                while not (
                    (stamped := await storage.log_reader.checkpoint(petition))
                    and b"north.example/w" in stamped.content
                ):
                    await asyncio.sleep(0.05)
        settings["WITNESSES"] = str(tmp_path / "nothing")
        async with asyncio.timeout(PATIENCE):
            status, said = await done("worker", folder=tmp_path, settings=settings)
    assert status == 2
    assert said.count("\n") == 1
    assert "WITNESSES" in said
    await storage.close()
