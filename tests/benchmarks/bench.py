"""What `make bench` measures, printed and written to `build/bench.json`.

The product runs as it runs in production, `python -m bot web` in a process of its own, on SQLite
and on PostgreSQL (with its disk writes switched off, as for the tests). The load comes from this
process, over loopback, together with a Bot API that answers at once and checks nothing: it is the
product that is measured, not the simulator. Broadcasts alone go to the simulator, in a process of
its own, for it keeps to Telegram's limits. Machines differ and are shared, so every rate stands
beside that of a bare aiohttp server measured in the same run: compare the ratios.
"""

import argparse
import asyncio
import base64
import json
import os
import platform
import secrets
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

from aiohttp import ClientSession, TCPConnector, UnixConnector, web

from bot.app.embedded_redis import EmbeddedRedis
from bot.drawing import charts, share_cards
from bot.texts.texts import Texts
from handlers.dialogue.messages import Chart, Kind, Mark, Words
from handlers.domain.campaigns import Asks
from handlers.domain.signatures import Draft
from handlers.supporter import consent
from storage.container import Storage
from storage.organisation_keys.key_pair import PrivateKey
from storage.organisation_keys.sealing import seal
from tests.benchmarks.bench_broadcasts import broadcasting, resuming
from tests.benchmarks.bench_log import publishing, reading
from tests.support.databases import Databases
from tests.support.storage.load import (
    due_broadcast,
    seconds_to_count,
    signatures_a_second,
    subscribe_many,
)
from tests.support.storage.petition import VAULT_KEY, open_petition

TOKEN = "4242:bench-token-of-no-bot"
SECRET = "bench-secret"
CONCURRENCY = 32
OUT = Path("build/bench.json")

A_SIGNING = 6
"""Updates: open, sign, agree, a name, a country, confirm."""


class Numbers(dict[str, Any]):
    """The measurements, each printed as it comes."""

    def note(self, name: str, value: float, unit: str) -> float:
        rounded = float(f"{value:.4g}")
        self[name] = {"value": rounded, "unit": unit}
        print(f"{name:44} {rounded:>12,} {unit}", flush=True)
        return rounded


class BotApi:
    """Answers every method of the Bot API at once, with something that looks right."""

    def __init__(self) -> None:
        self.url = ""
        self._message_id = 1000

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["BotApi"]:
        app = web.Application(client_max_size=2**25)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        await request.read()
        method = request.match_info["method"]
        self._message_id += 1
        result: Any = True
        if method == "getMe":
            result = {"id": 4242, "is_bot": True, "first_name": "B", "username": "bench_bot"}
        elif method.startswith(("send", "editMessage")):
            result = {
                "message_id": self._message_id,
                "date": 1,
                "chat": {"id": 1, "type": "private"},
                "photo": [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}],
            }
        return web.json_response({"ok": True, "result": result})


class Product:
    """`python -m bot web`, and the updates that Telegram would send it."""

    def __init__(self, port: int, process: asyncio.subprocess.Process) -> None:
        self.port = port
        self.process = process
        self._update_id = 0
        self._session: ClientSession | None = None

    @property
    def memory(self) -> float:
        """Resident memory of the process in MiB (Linux), or 0 where it cannot be told."""
        return _memory(self.process.pid)

    async def send(self, update: dict[str, Any]) -> None:
        self._update_id += 1
        await self._post({"update_id": self._update_id, **update})

    async def _post(self, update: dict[str, Any]) -> None:
        if self._session is None:
            self._session = ClientSession(connector=TCPConnector(limit=CONCURRENCY * 2))
        async with self._session.post(
            f"http://127.0.0.1:{self.port}/hook",
            json=update,
            headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
        ) as response:
            await response.read()
            if response.status != 200:
                raise RuntimeError(f"the webhook answered {response.status}")

    async def says(self, user: int, text: str) -> None:
        await self.send({"message": {**_message(user), "text": text, "entities": _command(text)}})

    async def taps(self, user: int, data: str) -> None:
        tapped = {**_message(user), "text": "…", "message_id": 7}
        query = {"id": str(user), "from": _user(user), "chat_instance": "1", "data": data}
        await self.send({"callback_query": {**query, "message": tapped}})

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
        self.process.terminate()
        await self.process.wait()


def _user(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": f"Person {user}", "language_code": "fr"}


def _message(user: int) -> dict[str, Any]:
    chat = {"id": user, "type": "private", "first_name": "P"}
    return {"message_id": 5, "date": 1, "chat": chat, "from": _user(user)}


def _command(text: str) -> list[dict[str, Any]]:
    if not text.startswith("/"):
        return []
    return [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]


@asynccontextmanager
async def running(api: BotApi, database: str, redis: str, folder: Path) -> AsyncIterator[Product]:
    """The product, from nothing to where it answers."""
    port = _free_port()
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": api.url,
        "DATABASE_URL": database,
        "REDIS_URL": redis,
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": SECRET,
        "PORT": str(port),
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "ERROR",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "web", env=environment
    )
    product = Product(port, process)
    try:
        yield product
    finally:
        await product.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def first_answer(product: Product) -> float:
    """Seconds until the first update is answered."""
    started = time.perf_counter()
    while time.perf_counter() - started < 60:
        try:
            await product.says(1, "/help")
        except OSError:
            await asyncio.sleep(0.01)
        else:
            return time.perf_counter() - started
    raise RuntimeError("the product did not start")


async def rate(people: int, work: Callable[[int], Awaitable[int]]) -> float:
    """Pieces of work a second, of as many people at once as there are connections."""
    done = 0
    waiting = iter(range(people))

    async def one_after_the_other() -> None:
        nonlocal done
        for each in waiting:
            pieces = await work(each)
            done += pieces

    started = time.perf_counter()
    await asyncio.gather(*(one_after_the_other() for _ in range(CONCURRENCY)))
    return done / (time.perf_counter() - started)


async def bare(requests: int) -> float:
    """Requests a second of an aiohttp server that parses JSON and answers JSON: the yardstick.

    It runs in a process of its own, like the product.
    """
    program = (
        "from aiohttp import web\n"
        "async def answer(request):\n"
        "    return web.json_response({'said': (await request.json())['update_id']})\n"
        "app = web.Application(); app.router.add_post('/', answer)\n"
        "import sys; web.run_app(app, path=sys.argv[1], print=None, access_log=None)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/bare"
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, path)
        try:
            while not Path(path).exists():
                await asyncio.sleep(0.01)
            async with ClientSession(connector=UnixConnector(path, limit=CONCURRENCY)) as session:

                async def ask(number: int) -> int:
                    body = {"update_id": number, "message": {**_message(1), "text": "/help"}}
                    async with session.post("http://bare/", json=body) as response:
                        await response.read()
                    return 1

                await rate(200, ask)
                return await rate(requests, ask)
        finally:
            process.terminate()
            await process.wait()


async def conversation(numbers: Numbers, backend: str, url: str, scale: int) -> None:
    """Start-up, memory, and updates a second over the webhook."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with EmbeddedRedis() as redis, BotApi().serving() as api:
            key = _vault_key(folder)
            storage = await Storage.open(url, key)
            campaign = await open_petition(storage, "bench", asks=Asks())
            await storage.close()
            shown = Texts.load().wording(consent.wording(campaign, "fr"), "fr").hash[:8]
            async with running(api, url, redis.url, folder) as product:
                numbers.note(f"start to first answer, {backend}", await first_answer(product), "s")
                await asyncio.sleep(1)  # until what start-up left for later is done
                numbers.note(f"memory after start, {backend}", product.memory, "MiB")

                async def asks_for_help(user: int) -> int:
                    await product.says(user + 10, "/help")
                    return 1

                async def signs(user: int) -> int:
                    person = user + 1_000_000
                    await product.says(person, "/start bench")
                    await product.taps(person, "alert.bench:sign")
                    await product.taps(person, f"consent.bench.{shown}:agree")
                    await product.says(person, "Somebody")
                    await product.taps(person, "country.bench:FR")
                    await product.taps(person, "review.bench:confirm")
                    return A_SIGNING

                await rate(200, asks_for_help)
                yardstick = await bare(4 * scale)
                helped = await rate(2 * scale, asks_for_help)
                signed = await rate(scale // 5, signs)
                again = await bare(4 * scale)
                numbers.note(f"bare aiohttp, {backend} run", (yardstick + again) / 2, "requests/s")
                mean = (yardstick + again) / 2
                numbers.note(f"/help, {backend}", helped, "updates/s")
                numbers.note(f"/help, {backend}, to bare", helped / mean, "ratio")
                numbers.note(f"signing, {backend}", signed, "updates/s")
                numbers.note(f"signing, {backend}, to bare", signed / mean, "ratio")
                numbers.note(f"signatures, {backend}", signed / A_SIGNING, "signatures/s")
                if backend == "sqlite":  # a page from the cache asks no database
                    await page(numbers, product.port, scale, mean)
                numbers.note(f"memory after load, {backend}", product.memory, "MiB")
            storage = await Storage.open(url, key)
            if await storage.signatures.total(campaign) != scale // 5:
                raise RuntimeError("not every signature arrived")
            await storage.close()


async def page(numbers: Numbers, port: int, scale: int, yardstick: float) -> None:
    """The public page, again and again, as in a rush."""
    url = f"http://127.0.0.1:{port}/c/bench/en"
    async with ClientSession(connector=TCPConnector(limit=CONCURRENCY)) as session:

        async def read(_: int) -> int:
            async with session.get(url) as response:
                await response.read()
                response.raise_for_status()
            return 1

        await rate(200, read)
        served = await rate(2 * scale, read)
    numbers.note("page served from cache", served, "requests/s")
    numbers.note("page served from cache, to bare", served / yardstick, "ratio")


def drawing(numbers: Numbers) -> None:
    """What drawing a share card and a chart cost, with their fonts loaded."""
    for locale, direction, title in (
        ("en", "ltr", "A petition with a title of quite usual length"),
        ("ar", "rtl", "عريضة لها عنوان ذو طول معتاد تمامًا"),
    ):
        card = share_cards.Card(
            locale, direction, title, "Somebody", "3,000 people have signed", "Next: 5,000", 0.6
        )
        share_cards.draw(card)
        started = time.perf_counter()
        for _ in range(10):
            share_cards.draw(card)
        took = (time.perf_counter() - started) / 10
        numbers.note(f"drawing a card, {locale}", took * 1000, "ms")
    texts = Texts.load()
    for kind in get_args(Kind):
        marks = tuple(Mark(Words("stats-others"), 100 * number) for number in range(1, 9))
        said = Words("stats-growth")
        chart = Chart(kind, "A petition", said, said, said, marks)
        charts.draw(charts.sheet(chart, "ar", texts))
        started = time.perf_counter()
        for _ in range(10):
            charts.draw(charts.sheet(chart, "ar", texts))
        took = (time.perf_counter() - started) / 10
        numbers.note(f"drawing a chart, {kind}", took * 1000, "ms")


def _vault_key(folder: Path) -> bytes:
    key = secrets.token_bytes(32)
    file = folder / "vault.key"
    file.touch(mode=0o600)
    file.write_text(base64.b64encode(key).decode())
    return key


async def counting(numbers: Numbers, backend: str, url: str, scale: int) -> None:
    """Storing signatures as fast as they come, counting those that wait, reading a total."""
    storage = await Storage.open(url, VAULT_KEY)
    petition = await open_petition(storage, "bench")
    stored = await signatures_a_second(storage, petition, scale // 2, CONCURRENCY)
    numbers.note(f"storing signatures, {backend}", stored, "signatures/s")
    many = 10 * scale
    took = await seconds_to_count(storage, many)
    numbers.note(f"counting {many:,} waiting, {backend}", took, "s")
    started = time.perf_counter()
    for _ in range(100):
        await storage.signatures.total(petition)
    took = (time.perf_counter() - started) / 100
    numbers.note(f"a total, after {many:,}, {backend}", took * 1000, "ms")
    log = await open_petition(storage, "log")
    await publishing(numbers.note, backend, storage, log, 100 * scale)
    await storage.close()


async def preparing(numbers: Numbers, backend: str, url: str, scale: int) -> None:
    """The list of a broadcast to everybody, as large as the petition this was first wanted for."""
    many = 65 * scale
    storage = await Storage.open(url, VAULT_KEY)
    petition = await open_petition(storage, "bench")
    await subscribe_many(storage, petition, many)
    broadcast = await due_broadcast(storage, petition, many)
    started = time.perf_counter()
    reach = await storage.broadcasts.reach(broadcast)
    took = time.perf_counter() - started
    numbers.note(f"counting an audience of {many:,}, {backend}", took, "s")
    before = most = _memory("self")
    started = time.perf_counter()
    while await storage.recipient_lists.prepare(datetime.now(UTC)):
        most = max(most, _memory("self"))
    numbers.note(f"preparing {many:,}, {backend}", time.perf_counter() - started, "s")
    numbers.note(f"memory that this took, {backend}", most - before, "MiB")
    progress = await storage.broadcasts.progress(broadcast, datetime.now(UTC))
    if not progress.size == reach.total == many:
        raise RuntimeError("not everybody is on the list")
    await storage.close()


def _memory(process: int | str) -> float:
    """Resident memory of a process in MiB (Linux), or 0 where it cannot be told."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kib) / 1024


def sealing(numbers: Numbers) -> None:
    """What sealing one signature costs."""
    public = PrivateKey.generate().public
    started = time.perf_counter()
    for number in range(500):
        seal([public], "bench", number.to_bytes(16, "big"), Draft("Somebody", "FR"))
    numbers.note("sealing one signature", (time.perf_counter() - started) / 500 * 1000, "ms")


async def measure(scale: int) -> Numbers:
    """Everything, in one run."""
    numbers = Numbers()
    sealing(numbers)
    drawing(numbers)
    reading(numbers.note)
    with tempfile.TemporaryDirectory() as name:
        databases = Databases(Path(name))
        for backend in ("sqlite", "postgresql"):
            await conversation(numbers, backend, await databases.migrated(backend), scale)
            await counting(numbers, backend, await databases.migrated(backend), scale)
            await preparing(numbers, backend, await databases.migrated(backend), scale)
            for paid in (False, True):
                url = await databases.migrated(backend)
                await broadcasting(numbers.note, backend, url, paid=paid)
            await resuming(numbers.note, backend, await databases.migrated(backend))
        await databases.close()
    return numbers


def main() -> None:
    """Measure, print, and write the JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, rough numbers")
    options = parser.parse_args()
    numbers = asyncio.run(measure(1_000 if options.quick else 10_000))
    OUT.parent.mkdir(exist_ok=True)
    about = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "aiogram": version("aiogram"),
        "numbers": numbers,
    }
    OUT.write_text(json.dumps(about, indent=2) + "\n")
    print(f"Written to {OUT}.")


if __name__ == "__main__":
    main()
