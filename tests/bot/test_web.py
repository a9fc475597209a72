"""The HTTP side: who is let in, and what the operator sees."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from pydantic import SecretStr

if TYPE_CHECKING:
    from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
TOKEN = "a-token-that-only-monitoring-knows"
Client = TestClient[Request, Application]
HELP = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1,
        "from": {"id": 5, "is_bot": False, "first_name": "Ana", "language_code": "en"},
        "chat": {"id": 5, "type": "private"},
        "text": "/help",
    },
}


@pytest.fixture
async def town(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> "AsyncIterator[Town]":
    """A bot by webhook."""
    from tests.support.town import webhook_town

    async with webhook_town(tmp_path, redis_url, migrated_database_url) as built:
        yield built


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def headers(secret: str = "a-secret-that-only-telegram-knows") -> dict[str, str]:
    return {SECRET_HEADER: secret}


async def test_the_reply_stands_in_the_answer(town: "Town", client: aiohttp.ClientSession) -> None:
    """One method suffices: JSON, no second connection, no empty fields."""
    async with client.post(f"{town.url}/hook", json=HELP, headers=headers()) as answer:
        assert answer.status == 200
        assert answer.content_type == "application/json"
        said: dict[str, Any] = await answer.json()
    assert said["method"] == "sendMessage"
    assert said["chat_id"] == 5
    assert said["parse_mode"] == "HTML"
    assert said["link_preview_options"] == {"is_disabled": True}
    assert None not in said.values()
    assert said["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "help:campaigns"


@pytest.mark.parametrize("wrong", ["", "wrong", "a-secret-that-only-telegram-know", "é"])
async def test_nobody_but_telegram_is_let_in(
    town: "Town", client: aiohttp.ClientSession, wrong: str
) -> None:
    """Without the secret the body is not even read."""
    given = headers(wrong) if wrong else {}
    async with client.post(f"{town.url}/hook", data=b"{not json", headers=given) as answer:
        assert answer.status == 401
    assert 'where="secret"' in town.parts.metrics.text()


async def test_no_answer_names_versions(town: "Town", client: aiohttp.ClientSession) -> None:
    """Neither where the webhook is, nor where people look, nor where there is nothing."""
    for path in ("/hook", "/health", "/c/chechnya", "/metrics", "/nothing"):
        async with client.get(f"{town.url}{path}") as answer:
            assert answer.headers["Server"] == "Porte-voix"


async def test_a_refusal_comes_before_the_body(town: "Town") -> None:
    """The answer is there while the body is still on its way."""
    import asyncio

    port = int(town.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"POST /hook HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        b"Content-Length: 100000\r\n\r\n{"
    )
    assert b"401" in await asyncio.wait_for(reader.readline(), 5)
    writer.close()


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{not json", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"x" * 600_000, "application/json", 413),
    ],
)
async def test_what_is_no_update_is_refused(
    town: "Town", client: aiohttp.ClientSession, body: bytes, kind: str, status: int
) -> None:
    """Even with the secret."""
    given = {**headers(), "Content-Type": kind}
    async with client.post(f"{town.url}/hook", data=body, headers=given) as answer:
        assert answer.status == status


async def test_only_post_only_at_its_path(town: "Town", client: aiohttp.ClientSession) -> None:
    """Nothing else is served."""
    async with client.get(f"{town.url}/hook", headers=headers()) as answer:
        assert answer.status == 405
    async with client.post(f"{town.url}/", json=HELP, headers=headers()) as answer:
        assert answer.status == 404


async def test_the_public_page_is_served_beside_the_webhook(
    town: "Town", client: aiohttp.ClientSession
) -> None:
    """Its button opens the bot with the campaign; its addresses are where the webhook is."""
    async with client.get(f"{town.url}/c/chechnya") as answer:
        assert answer.status == 200
        page = await answer.text()
    assert f'href="{town.simulator.deep_link("chechnya_p")}"' in page
    assert '<link rel="canonical" href="http://127.0.0.1/c/chechnya/en">' in page


@pytest.mark.parametrize("path", ["/health", "/c", "/c/hook", "/assets/hook"])
def test_the_webhook_is_not_where_something_else_is(town: "Town", path: str) -> None:
    """The operator is told to choose another path."""
    from bot.process.errors import SettingsError
    from bot.web import Web

    url = f"https://example.org{path}"
    settings = town.parts.settings.model_copy(update={"webhook_url": url})
    with pytest.raises(SettingsError, match="WEBHOOK_URL"):
        Web(replace(town.parts, settings=settings)).application()


async def test_health_is_good_while_both_stores_answer(
    town: "Town", client: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And bad when one does not, without saying more."""
    async with client.get(f"{town.url}/health") as answer:
        assert (answer.status, await answer.text()) == (200, "ok\n")

    async def away() -> None:
        raise ConnectionError("redis://user:secret@host")

    monkeypatch.setattr(town.parts.storage.redis, "ping", away)
    async with client.get(f"{town.url}/health") as answer:
        assert (answer.status, await answer.text()) == (503, "unavailable\n")


@pytest.fixture
async def monitored(town: "Town") -> AsyncIterator[Client]:
    """The same bot, to a monitoring that has a token."""
    from bot.web import Web

    settings = town.parts.settings.model_copy(update={"metrics_token": SecretStr(TOKEN)})
    web = Web(replace(town.parts, settings=settings))
    async with TestClient(TestServer(web.application())) as client:
        yield client


async def test_metrics_count_and_name_nobody(town: "Town", monitored: Client) -> None:
    """Updates by kind and replies by message."""
    ana = town.simulator.person("Ana Canario")
    await ana.says("/help")
    given = {"Authorization": f"Bearer {TOKEN}"}
    async with monitored.get("/metrics", headers=given) as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        text = await answer.text()
    assert 'porte_voix_updates_total{kind="command"} 1' in text
    assert 'porte_voix_replies_total{message="help"} 1' in text
    assert "Canario" not in text
    assert str(ana.id) not in text
    # Nor since when something is counted, which is when somebody first did it.
    assert "_created" not in text


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer ", TOKEN, f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"]
)
async def test_metrics_are_not_there_without_the_token(monitored: Client, given: str) -> None:
    """They tell when somebody signs."""
    async with monitored.get("/metrics", headers={"Authorization": given}) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer "])
async def test_metrics_are_for_nobody_where_no_token_is_set(
    town: "Town", client: aiohttp.ClientSession, given: str
) -> None:
    """An empty token opens nothing."""
    async with client.get(f"{town.url}/metrics", headers={"Authorization": given}) as answer:
        assert answer.status == 404


async def test_an_outage_asks_telegram_to_come_again(
    town: "Town", client: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """200 would promise what is not kept."""

    async def away(*args: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(town.parts.telegram._conversation._sessions, "load", away)
    async with client.post(f"{town.url}/hook", json=HELP, headers=headers()) as answer:
        assert answer.status == 503
