"""Looking for what must not be kept: every spelling of a secret, in everything that there is."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import inspect, text

from storage.database import Database

if TYPE_CHECKING:
    from redis.asyncio import Redis


def spellings(secret: str | bytes) -> Iterator[bytes]:
    """Every form in which a careless program might have written it down."""
    encodings = ["utf-8", "utf-16-le", "utf-16-be"]
    for raw in (
        [secret]
        if isinstance(secret, bytes)
        else [secret.encode(encoding) for encoding in encodings]
    ):
        yield raw
        yield raw.hex().encode()
        for shift in range(3):
            # Inside a longer text base64 looks different at each of three offsets; the middle
            # of it does not depend on what is around.
            yield base64.b64encode(bytes(shift) + raw + bytes(3))[4:-8]
            yield base64.urlsafe_b64encode(bytes(shift) + raw + bytes(3))[4:-8]
    if isinstance(secret, bytes):
        return
    yield secret.encode("unicode_escape")
    if secret.isdigit():
        yield from (int(secret).to_bytes(8, order) for order in ("big", "little"))
        yield f"{int(secret):x}".encode()


def found(secret: str | bytes, everything: bytes) -> list[bytes]:
    """The spellings of the secret that stand there, in capitals or not."""
    lowered = everything.lower()
    return [each for each in spellings(secret) if each.lower() in lowered]


async def rows(database: Database) -> bytes:
    """All rows of all tables that the database has, whoever made them."""
    parts: list[bytes] = []
    async with database.read() as connection:
        names = await connection.run_sync(lambda its: inspect(its).get_table_names())
        for name in names:
            for row in await connection.execute(text(f'SELECT * FROM "{name}"')):
                for value in row:
                    parts.append(value if isinstance(value, bytes) else str(value).encode())
                    if isinstance(value, bytes):
                        parts.append(value.hex().encode())
    return b"\n".join(parts)


async def redis_contents(redis: "Redis") -> bytes:
    """All keys of Redis and what they hold, of whatever kind it is."""
    parts: list[bytes] = []
    async for key in redis.scan_iter():
        parts += [key, *_flat(await _value(redis, key))]
    return b"\n".join(parts)


async def _value(redis: "Redis", key: bytes) -> Any:
    match cast("bytes", await redis.type(key)):
        case b"string":
            return await redis.get(key)
        case b"hash":
            return await redis.hgetall(key)
        case b"list":
            return await redis.lrange(key, 0, -1)
        case b"set":
            return await redis.smembers(key)
        case b"zset":
            return await redis.zrange(key, 0, -1, withscores=True)
        case b"none":  # it has ended meanwhile
            return b""
        case kind:
            raise AssertionError(f"nobody looks into a {kind!r}")


def _flat(value: Any) -> Iterator[bytes]:
    if isinstance(value, dict):
        yield from _flat(list(value.items()))
    elif isinstance(value, list | tuple | set):
        for each in value:
            yield from _flat(each)
    else:
        yield value if isinstance(value, bytes) else str(value).encode()


def files(*paths: Path) -> bytes:
    """The names and the contents of these files and of all that are in these folders."""
    parts: list[bytes] = []
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            parts.append(str(file).encode())
            if file.is_file():
                parts.append(file.read_bytes())
    return b"\n".join(parts)
