"""Many signatures at once, for benchmarks: nothing here is a test, and nothing is asserted."""

import asyncio
import time

from handlers.stores import Campaign, Draft
from storage.opening import Storage
from storage.samples import generate
from tests.storage.petition import consent, open_petition, person


async def signatures_a_second(
    storage: Storage, campaign: Campaign, signers: int = 500, at_once: int = 10
) -> float:
    """How many durable signatures a second `at_once` chats manage together."""
    people = iter(range(signers))

    async def chat() -> None:
        for number in people:
            draft = Draft(f"Ida {number}", "FR")
            await storage.signatures.sign(campaign, person(f"load-{number}"), draft, consent())

    started = time.perf_counter()
    await asyncio.gather(*(chat() for _ in range(at_once)))
    return signers / (time.perf_counter() - started)


async def seconds_to_count(storage: Storage, waiting: int = 100_000) -> float:
    """How long the sequencer takes for so many waiting signatures (which are made up first)."""
    await open_petition(storage, "load", sample=True)
    await generate(storage.database, storage.campaigns, "load", count=waiting, sequence=False)
    started = time.perf_counter()
    while await storage.sequencer.run_once():
        pass
    return time.perf_counter() - started
