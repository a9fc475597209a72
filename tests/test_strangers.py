"""What strangers can do to the port that everybody reaches."""

import gzip
from pathlib import Path

import aiohttp
import pytest

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def test_what_a_stranger_packed_is_not_unpacked(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> None:
    """Few bytes that unpack to very many would keep the process busy, secret or not."""
    from aiohttp import web

    from bot.web import SECRET_HEADER, server
    from tests.support.town import SECRET, webhook_town

    packed = gzip.compress(b'{"update_id": 1}')
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    async with webhook_town(tmp_path, redis_url, migrated_database_url) as town:
        runner = server(town.parts)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            hook = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
            async with aiohttp.ClientSession(headers=headers) as client:
                async with client.post(hook, data=packed) as answer:
                    assert answer.status == 401
                async with client.post(
                    hook, data=packed, headers={SECRET_HEADER: SECRET}
                ) as answer:
                    assert answer.status == 400
        finally:
            await runner.cleanup()
