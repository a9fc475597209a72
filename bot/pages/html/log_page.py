"""The page about a campaign's public log, where a receipt can be checked, too."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.pages import responses
from bot.pages.facts import Facts
from bot.pages.log.log_files import LogFiles, LogState
from bot.pages.pictures.scaling import Pictures
from bot.pages.rendering import Renderer
from bot.pages.requests import RequestReader, wishes
from bot.pages.responses import Content, Contents, Headers
from handlers.dialogue.messages import Words

REFUSALS = (
    "page-refused-base64",
    "page-refused-checkpoint-form",
    "page-refused-encoding",
    "page-refused-index",
    "page-refused-key-name",
    "page-refused-note-form",
    "page-refused-number",
    "page-refused-origin",
    "page-refused-path-length",
    "page-refused-proof-form",
    "page-refused-root",
    "page-refused-signature",
    "page-refused-too-long",
    "page-refused-unsigned",
)
"""Why a receipt can be refused, by the reasons of `storage.transparency_log.formats.refusals`."""

Missing = Callable[[web.Request, Sequence[str]], Awaitable[web.Response]]
"""What is answered where there is no such campaign, in the language nearest to the wishes."""


class LogPage:
    """Serves the page about a log."""

    def __init__(
        self,
        reader: RequestReader,
        logs: LogFiles,
        pictures: Pictures,
        renderer: Renderer,
        signed_every: timedelta,
        missing: Missing,
        contents: Contents,
        headers: Headers,
    ) -> None:
        """`signed_every` is how often the public logs sign a checkpoint."""
        self._reader = reader
        self._logs = logs
        self._pictures = pictures
        self._renderer = renderer
        self._signed_every = signed_every
        self._missing = missing
        self._contents = contents
        self._headers = headers

    async def log(self, request: web.Request) -> web.Response:
        """What the campaign's public log proves, and what checks a receipt without sending it.

        Its languages stand before `log`: what stands behind it is a log's, for programs. It can
        be read in all of ours, for whoever checks need not be whom the campaign speaks to.
        """
        wanted = wishes(request)
        campaign = await self._reader.campaign(request)
        locale = request.match_info.get("locale", "")
        if campaign is None or (locale and locale not in self._renderer.texts.known):
            return await self._missing(request, wanted)
        locale = locale or self._reader.our_locale(wanted, campaign.default_locale)

        async def make() -> Content:
            facts = Facts(campaign, locale, 0, mark=await self._pictures.mark(campaign.mark))
            try:
                state = await self._logs.state(campaign)
            except LookupError:
                state = None
            due = state.due(self._signed_every, datetime.now(UTC)) if state else None
            html = await asyncio.to_thread(self._html, facts, state, due)
            return responses.content(html, "text/html; charset=utf-8")

        found = await self._contents.get_or_make(("log", campaign.slug, locale), make)
        return responses.answer(request, found, self._headers.log, responses.RUSH)

    def _html(self, facts: Facts, state: LogState | None, due: datetime | None) -> bytes:
        """The page; `state` is None before its first checkpoint.

        Nothing is signed before `due`, if it is not None.
        """
        campaign, locale = facts.campaign, facts.locale
        readable = locale in campaign.texts
        return self._renderer.render(
            "log.html",
            locale,
            campaign=campaign,
            alert=facts.alert,
            mark=facts.mark,
            address=f"{self._renderer.address(campaign.slug, locale)}/log",
            anywhere=f"{self._renderer.address(campaign.slug)}/log",
            host=self._renderer.public_url,
            petition=self._renderer.address(campaign.slug, locale if readable else ""),
            alternates=[
                (
                    each,
                    f"/c/{campaign.slug}/{each.tag}/log",
                    self._renderer.plain(Words("page-in-your-language"), each.tag),
                )
                for each in self._renderer.texts.known.values()
            ],
            state=state,
            due=due,
            removals=[
                (self._renderer.plain(Words(f"removal-{reason}"), locale), amount)
                for reason, amount in (state.reasons if state else ())
            ],
            refusals={
                each.removeprefix("page-refused-"): self._renderer.plain(Words(each), locale)
                for each in REFUSALS
            },
        )
