"""A bot without a library: calls of the Bot API as plain HTTP, and a webhook that listens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

import aiohttp
from aiohttp import web

from bot.simulator import Simulator

Json = dict[str, Any]


class RawBot:
    """Calls methods, and gives back the whole answer, refused or not."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str) -> None:
        self._session = session
        self.base = f"{url}/bot{token}/"

    async def call(self, method: str, /, **params: Any) -> Json:
        """Call a method with a JSON body."""
        async with self._session.post(self.base + method, json=params) as response:
            answer: Json = await response.json()
        assert response.status == answer.get("error_code", 200)
        return answer

    async def result(self, method: str, /, **params: Any) -> Any:
        """The result of a call that must work."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, /, **params: Any) -> str:
        """Why a call was refused, as "400 Bad Request: ..."."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"

    async def upload(self, method: str, field: str, name: str, data: bytes, **params: Any) -> Json:
        """Call a method with a file in a multipart body."""
        form = aiohttp.FormData(quote_fields=False)
        for key, value in params.items():
            form.add_field(key, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, data, filename=name, content_type="application/octet-stream")
        async with self._session.post(self.base + method, data=form) as response:
            answer: Json = await response.json()
        return answer

    async def updates(self, **params: Any) -> list[Json]:
        """What getUpdates gives."""
        found: list[Json] = await self.result("getUpdates", **params)
        return found


class Hook:
    """A webhook: notes what it is sent, and answers as it is told."""

    def __init__(self) -> None:
        self.updates: list[Json] = []
        self.secrets: list[str] = []
        self.statuses: list[int] = []
        """Answers for the next requests; 200 when there are none left."""
        self.answer: Callable[[Json], web.Response] = lambda update: web.Response()
        self.busy = 0
        self.most_busy = 0
        self.hold: asyncio.Event | None = None
        self.url = ""

    async def start(self) -> web.AppRunner:
        """Listen on a free port."""
        app = web.Application()
        app.router.add_post("/hook", self._take)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        return runner

    async def _take(self, request: web.Request) -> web.Response:
        self.busy += 1
        self.most_busy = max(self.busy, self.most_busy)
        update = await request.json()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        self.updates.append(update)
        if self.hold:
            await self.hold.wait()
        self.busy -= 1
        status = self.statuses.pop(0) if self.statuses else 200
        return self.answer(update) if status == 200 else web.Response(status=status)

    def texts(self) -> list[str]:
        """The texts of the messages so far."""
        return [update["message"]["text"] for update in self.updates if "message" in update]


def keyboard(*rows: Sequence[tuple[str, str]]) -> Json:
    """An inline keyboard of (label, callback data)."""
    buttons = [[{"text": label, "callback_data": data} for label, data in row] for row in rows]
    return {"inline_keyboard": buttons}


async def start(simulator: Simulator, name: str = "Amira") -> int:
    """Have somebody start the bot, and forget the update; the chat's number."""
    person = simulator.person(name)
    await person.says("/start", hear=False)
    simulator.updates.drop()
    return person.id
