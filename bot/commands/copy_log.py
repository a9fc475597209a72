"""`python -m bot copy-log`: copy a public log from where it is served, to check it at home.

Nothing of the copy is trusted here but that it fits itself: what it is worth, `verify` says. The
checkpoint is written last, so a folder's checkpoint is always one that all its files are there for.
"""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import click
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from storage.errors import StorageFault
from storage.transparency_log.formats import checkpoints, notes
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.copies import CHECKPOINT, KEY, Copy, files_of
from storage.transparency_log.formats.tiles import (
    HASH_BYTES,
    LENGTH_BYTES,
    MOST_ENTRY_BYTES,
    WIDTH,
    Bundle,
    Tile,
)

AT_ONCE = 8
"""Files that are asked for at the same time."""

TRIES = 5
"""How often a file is asked for that does not come."""

PAUSE = 0.5
"""Seconds before the second try; they double each time."""

TIMEOUT = ClientTimeout(total=60, sock_connect=15)

MOST_TILE = WIDTH * HASH_BYTES
MOST_BUNDLE = WIDTH * (LENGTH_BYTES + MOST_ENTRY_BYTES)
MOST_NOTE = 1_000_000
"""Bytes of a file that are taken at most."""


class NotServed(StorageFault):
    """The log is not served there, or not whole."""


@click.command
@click.argument("url", help="as https://example.org/c/SLUG/log")
@click.argument("folder", type=Path, help="a new one, or an older copy")
async def command(url: str, folder: Path) -> None:
    """Copy a public log file by file, or what is new of it.

    What was copied before is not asked for again, so a copy that was interrupted is taken up where
    it stopped.
    """
    print(await copy_log(url, folder))


async def copy_log(url: str, folder: Path) -> str:
    """Copy what is new of the log at `url` into the folder; a line of what it is now.

    Raises:
        NotServed: Something of the log cannot be fetched.
        Refused: What is served does not fit itself, or does not follow from what the folder holds.
    """
    copy = Copy(folder)
    older = _parsed(copy.checkpoint()) if (folder / CHECKPOINT).exists() else None
    async with ClientSession(timeout=TIMEOUT) as session:
        site = _Site(session, url.rstrip("/"))
        content = await site.must_get(CHECKPOINT, MOST_NOTE)
        key = await site.must_get(KEY, MOST_NOTE)
        state = _parsed(content)
        fetched = await _fetch(site, folder, state.size)
    await asyncio.to_thread(_check, copy, state, older)
    _write(folder / KEY, key)
    _write(folder / CHECKPOINT, content)
    return (
        f"{folder} holds {state.origin} of {state.size} entries; {fetched} files are new. Now check"
        f" it: `python -m bot verify --log {folder} --key FILE`, where FILE is the log's key that"
        " you have from somebody you trust."
    )


def _parsed(content: bytes) -> Checkpoint:
    return checkpoints.parse(notes.parse(content).text)


def _check(copy: Copy, state: Checkpoint, older: Checkpoint | None) -> None:
    """Check that all that was copied fits.

    Raises:
        Refused: It does not fit its checkpoint, or the older one.
    """
    copy.check(state)
    for _ in copy.entries(state.size):
        pass
    if older is not None:
        copy.check_grown(state.size, older)


async def _fetch(site: "_Site", folder: Path, size: int) -> int:
    """Fetch the files that are not there yet; how many."""
    fetched = 0
    wanted = _missing(folder, size)

    async def work() -> None:
        nonlocal fetched
        for file in wanted:
            path, data = await site.get_either(file)
            _write(folder / path, data)
            fetched += 1

    workers = [asyncio.create_task(work()) for _ in range(AT_ONCE)]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
    return fetched


def _missing(folder: Path, size: int) -> Iterator[Tile | Bundle]:
    return (each for each in files_of(size) if not (folder / each.path).exists())


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, so that an interrupted copy can be gone on with."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)


class _Site:
    """Where a log is served."""

    def __init__(self, session: ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def must_get(self, path: str, most: int) -> bytes:
        """The file, of at most so many bytes.

        Raises:
            NotServed: It is not there, or larger.
        """
        data = await self._get(path, most)
        if data is None:
            raise NotServed(f"There is nothing at {self._url}/{path}.")
        return data

    async def get_either(self, file: Tile | Bundle) -> tuple[str, bytes]:
        """The file and its path, or the full one's that took its place.

        tlog-tiles, "Partial Tiles".

        Raises:
            NotServed: Neither of them is there.
        """
        most = MOST_TILE if isinstance(file, Tile) else MOST_BUNDLE
        data = await self._get(file.path, most)
        if data is not None:
            return file.path, data
        full = Tile(file.level, file.index) if isinstance(file, Tile) else Bundle(file.index)
        if full == file:
            raise NotServed(f"There is nothing at {self._url}/{file.path}.")
        return full.path, await self.must_get(full.path, most)

    async def _get(self, path: str, most: int) -> bytes | None:
        """The file, or None where it is not served.

        Raises:
            NotServed: The server does not answer as one should.
        """
        address, why = f"{self._url}/{path}", ""
        for attempt in range(TRIES):
            if attempt:
                await asyncio.sleep(PAUSE * 2 ** (attempt - 1))
            try:
                async with self._session.get(address) as response:
                    if response.status == 404:
                        return None
                    if response.status == 200:
                        return await _content(response, most)
                    why = f"it answers {response.status}"
                    if response.status < 500 and response.status != 429:
                        break
            except (ClientError, TimeoutError, ValueError) as fault:
                why = type(fault).__name__
        raise NotServed(f"{address} cannot be had: {why}.")


async def _content(response: ClientResponse, most: int) -> bytes:
    """What was answered.

    Raises:
        NotServed: It is more than such a file can have.
    """
    data = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        data += chunk
        if len(data) > most:
            raise NotServed(f"{response.url} is longer than {most} bytes.")
    return bytes(data)
