"""The total moves while one looks at it."""

import asyncio
import json
from contextlib import aclosing
from typing import Any

import pytest

from bot.pages.figures.live_totals import LiveTotals, TooManyWatchers
from handlers.domain.campaigns import Campaign
from tests.support.site import Site


async def next_event(content: Any) -> dict[str, Any]:
    """The next event of a stream."""
    async with asyncio.timeout(20):
        while True:
            line = (await content.readline()).decode()
            if line.startswith("data: "):
                event: dict[str, Any] = json.loads(line.removeprefix("data: "))
                return event


async def test_a_signature_is_seen_by_who_watches(site: Site, campaign: Campaign) -> None:
    """First what there is, then each change, in the reader's language."""
    async with site.gets("/c/release/events?lang=fr") as stream:
        assert stream.content_type == "text/event-stream"
        assert stream.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in stream.headers
        first = await next_event(stream.content)
        assert (first["total"], first["title"]) == (3, "Libérez-les")
        await site.signs(campaign, "FR", "4")
        second = await next_event(stream.content)
        assert second["total"] == 4
        assert second["said"]["number"] == "4"
        assert second["said"]["number"] in second["said"]["total"]


async def test_who_cannot_watch_asks_now_and_then(site: Site, campaign: Campaign) -> None:
    """The same figures as JSON, for other sites too."""
    async with site.gets("/c/release.json", "en", Origin="https://elsewhere.example") as response:
        assert response.content_type == "application/json"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        figures = await response.json()
    assert figures.keys() >= {"slug", "title", "total", "milestone", "updated", "status"}
    assert (figures["slug"], figures["total"], figures["milestone"]) == ("release", 3, 100)
    assert figures["status"] == "open"


async def test_watchers_do_not_hold_up_the_end(site: Site, campaign: Campaign) -> None:
    """When the server stops, it lets them go at once; they come back to another."""
    async with site.gets("/c/release/events") as stream:
        await next_event(stream.content)
        async with asyncio.timeout(4):
            await site.runner.cleanup()
            await stream.read()


async def test_many_watchers_cost_one_look() -> None:
    """Nobody looks for who does not watch, and one looks for all who do."""
    looks = []
    total = 1

    async def look(slug: str, locale: str) -> bytes:
        looks.append((slug, locale))
        return str(total).encode()

    live = LiveTotals(look, every=0.01)
    followers = [live.follow("release", "fr") for _ in range(50)]
    assert {await anext(each) for each in followers} == {b"retry: 3000\ndata: 1\n\n"}
    assert len(looks) < 5
    total = 2
    async with asyncio.timeout(10):
        assert {await anext(each) for each in followers} == {b"data: 2\n\n"}
    for each in followers:
        await each.aclose()
    before = len(looks)
    await asyncio.sleep(0.05)
    assert len(looks) == before


async def test_an_outage_is_outlived() -> None:
    """Who watches sees nothing of it but silence."""
    answers: list[bytes | OSError] = [b"1", OSError("away"), b"2"]

    async def look(slug: str, locale: str) -> bytes:
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, OSError):
            raise answer
        return answer

    async with aclosing(LiveTotals(look, every=0.01).follow("release", "fr")) as events:
        assert await anext(events) == b"retry: 3000\ndata: 1\n\n"
        async with asyncio.timeout(10):
            assert await anext(events) == b"data: 2\n\n"


async def test_there_is_a_limit(
    site: Site, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes after it is told to ask now and then."""

    async def look(slug: str, locale: str) -> bytes:
        return b"1"

    live = LiveTotals(look, most=1)
    first = live.follow("release", "fr")
    await anext(first)
    with pytest.raises(TooManyWatchers):
        await anext(live.follow("release", "fr"))
    await first.aclose()
    again = live.follow("release", "fr")
    assert await anext(again)
    await again.aclose()
    monkeypatch.setattr(site.pages._totals._live, "_most", 0)
    async with site.gets("/c/release/events") as response:
        assert response.status == 503
        assert response.headers["Retry-After"] == "60"
