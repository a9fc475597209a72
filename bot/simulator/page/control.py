"""Serves the chat page, and does what people do on it.

The page acts for other people's accounts, so only the page itself may use this: requests must
name this machine as host, acts need a header that no foreign site can set, and nothing but the
page's own files may load (Content-Security-Policy).
"""

from __future__ import annotations

import asyncio
import contextlib
from base64 import b64decode
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.simulator.bot_api.api import Call
from bot.simulator.errors import ApiError, Json
from bot.simulator.page.snapshot import snapshot
from bot.simulator.world.acts import Acts, Impossible
from bot.simulator.world.files import StoredFile
from bot.simulator.world.sample_pictures import sample_picture
from bot.simulator.world.world import Chat, User, World

FOLDER = Path(__file__).parent / "static"
HEADER = "X-Porte-Voix"
_PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_PAUSE = 0.03
_HEARTBEAT = 15.0


class Page:
    """The page's files, its picture of the world, and its acts."""

    def __init__(self, world: World, acts: Acts, calls: Collection[Call]) -> None:
        """`calls` are those of the Bot API, oldest first; it grows while the page is served."""
        self._world = world
        self._acts = acts
        self._calls = calls
        self._closed = asyncio.Event()

    def add_routes(self, app: web.Application) -> None:
        """Register the page's addresses."""
        app.router.add_get("/", _guarded(self._file))
        app.router.add_get("/{name:[a-z]+\\.(?:css|js|svg)}", _guarded(self._file))
        app.router.add_get("/page/state", _guarded(self._state))
        app.router.add_get("/page/events", _guarded(self._events))
        app.router.add_get("/page/file/{unique}", _guarded(self._download))
        app.router.add_post("/page/act", _guarded(self._act))

    def close(self) -> None:
        """Let all open pages go."""
        self._closed.set()

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(FOLDER / request.match_info.get("name", "index.html"))

    async def _state(self, request: web.Request) -> web.StreamResponse:
        try:
            person, chat = (int(request.query.get(name) or 0) for name in ("person", "chat"))
        except ValueError:
            raise web.HTTPBadRequest(text="person and chat are numbers") from None
        return web.json_response(snapshot(self._world, self._calls, person, chat))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: one line whenever the page should look again."""
        response = web.StreamResponse(headers={**_SAFE, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        news = asyncio.Event()
        news.set()
        forget = self._world.listen(news.set)
        try:
            while not self._closed.is_set():
                if news.is_set():
                    news.clear()
                    await response.write(f"data: {self._world.version}\n\n".encode())
                    await asyncio.sleep(_PAUSE)
                else:
                    await response.write(b": still here\n\n")
                await _first(news, self._closed, _HEARTBEAT)
        except ConnectionError:
            pass
        finally:
            forget()
        return response

    async def _download(self, request: web.Request) -> web.StreamResponse:
        unique = request.match_info["unique"]
        files = self._world.files
        for file in files.known.values():
            if file.file_unique_id == unique:
                break
        else:
            raise web.HTTPNotFound
        if file.mime in _PICTURES and "/photos/" in f"/{file.path}":
            return web.Response(body=files.read(file), content_type=file.mime)
        name = f"attachment; filename*=UTF-8''{quote(file.name)}"
        return web.Response(
            body=files.read(file),
            content_type="application/octet-stream",
            headers={"Content-Disposition": name},
        )

    async def _act(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get(HEADER) != "page" or request.content_type != "application/json":
            raise web.HTTPForbidden(text="only the page itself may act")
        try:
            wanted = await request.json()
            result = self._do(str(wanted["act"]), wanted)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": f"not understood: {error}"}, status=400)
        except (Impossible, ApiError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response(result or {})

    def _do(self, act: str, wanted: Json) -> Json | None:
        world, acts = self._world, self._acts
        if act == "add_person":
            name = str(wanted["name"]).strip()[:64]
            if not name or any(user.first_name == name for user in world.users.values()):
                raise Impossible("a new person needs a name that nobody else has")
            return {"person": world.add_user(name, language_code=str(wanted["language"])[:8]).id}
        user = world.users[int(wanted["person"])]
        chat = world.chats[int(wanted.get("chat") or user.id)]
        self._do_in(act, wanted, user, chat)
        if act == "search":
            return {"search": acts.search(user, str(wanted["query"])).id}
        return None

    def _do_in(self, act: str, wanted: Json, user: User, chat: Chat) -> None:
        world, acts = self._world, self._acts
        deeds: dict[str, Callable[[], Any]] = {
            "say": lambda: acts.say(user, chat, str(wanted["text"])),
            "tap": lambda: acts.tap(user, chat, int(wanted["message"]), str(wanted["data"])),
            "open": lambda: acts.open(user, str(wanted["link"])),
            "edit": lambda: acts.edit(user, chat, int(wanted["message"]), str(wanted["text"])),
            "sticker": lambda: acts.send_sticker(user, chat),
            "voice": lambda: acts.send_voice(user, chat),
            "photo": lambda: acts.send_photo(
                user, chat, world.files.add_photo(sample_picture(user.id))
            ),
            "document": lambda: acts.send_document(user, chat, self._file_of(wanted)),
            "block": lambda: acts.block(user),
            "unblock": lambda: acts.unblock(user),
            "clear": lambda: acts.clear(user),
            "language": lambda: self._speak(user, str(wanted["language"])[:8]),
            "add_bot": lambda: acts.add_bot(user, chat),
            "remove_bot": lambda: acts.remove_bot(user, chat),
            "choose": lambda: acts.choose(
                user, world.searches[str(wanted["search"])], str(wanted["result"]), chat
            ),
            "search": lambda: None,
        }
        if act not in deeds:
            raise Impossible(f"nobody can {act}")
        deeds[act]()

    def _file_of(self, wanted: Json) -> StoredFile:
        """The file that somebody chose on their own machine, in base64."""
        name = str(wanted["name"]).strip()[:128]
        if not name:
            raise Impossible("a file needs a name")
        data = b64decode(str(wanted["data"]), validate=True)
        mime = str(wanted["mime"])[:128] or "application/octet-stream"
        return self._world.files.add(data, name, mime, "documents")

    def _speak(self, user: User, language: str) -> None:
        user.language_code = language
        self._world.changed()


def _guarded(
    handler: Callable[[web.Request], Any],
) -> Callable[[web.Request], Any]:
    """`handler` for requests from this machine's own pages only, with safe headers."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        if not _is_ours(request):
            raise web.HTTPForbidden(text="only this machine's own page may ask", headers=_SAFE)
        try:
            response: web.StreamResponse = await handler(request)
        except web.HTTPException as refusal:
            refusal.headers.update(_SAFE)
            raise
        if not response.prepared:
            response.headers.update(_SAFE)
        return response

    return guarded


def _is_ours(request: web.Request) -> bool:
    """Against other sites in the same browser, and names that point at this machine."""
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}")
        if host.hostname not in _LOOPBACK:
            return False
    except ValueError:
        return False
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{host.netloc}":
        return False
    return request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}


async def _first(one: asyncio.Event, other: asyncio.Event, seconds: float) -> None:
    tasks = [asyncio.create_task(event.wait()) for event in (one, other)]
    try:
        await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
