"""What a request asks for: which campaign, and in which language."""

import re
from collections.abc import Mapping, Sequence

from aiohttp import web

from bot.pages import accept_language, responses
from bot.texts.texts import FALLBACK
from handlers.dialogue.step import Locale
from handlers.domain.campaigns import Campaign
from storage.campaigns.campaigns import Campaigns

TAG = re.compile(r"[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,7}", re.ASCII)
"""The form of a BCP 47 language tag, with the underscores that some write in it."""


def wishes(request: web.Request) -> list[str]:
    """The language tags somebody wants, the most wanted first: `?lang=`, or the browser's.

    Raises:
        web.HTTPBadRequest: Neither `?lang=` nor Accept-Language can be read.
    """
    given: Mapping[str, str] = request.query
    if "lang" in given:
        if not TAG.fullmatch(given["lang"]):
            raise web.HTTPBadRequest(text="lang is no language tag\n", headers=responses.SHARED)
        return [given["lang"].replace("_", "-")]
    try:
        return accept_language.wishes(request.headers.get("Accept-Language", ""))
    except accept_language.UnreadableHeader:
        raise web.HTTPBadRequest(
            text="Accept-Language cannot be read\n", headers=responses.SHARED
        ) from None


class RequestReader:
    """Finds the campaign and the language that a request is about."""

    def __init__(
        self, campaigns: Campaigns, known: Mapping[str, Locale], not_found: Mapping[str, str]
    ) -> None:
        """`known` are our locales by their tags; `not_found` are the headers of a 404."""
        self._campaigns = campaigns
        self._known = known
        self._not_found = not_found

    async def campaign(self, request: web.Request) -> Campaign | None:
        """The campaign whose slug is in the path, if there is one."""
        return await self._campaigns.get(request.match_info["slug"])

    async def campaign_and_locale(self, request: web.Request) -> tuple[Campaign, str]:
        """The campaign in the path, and the tag of the locale to answer in.

        Raises:
            web.HTTPBadRequest: The language that is asked for cannot be read.
            web.HTTPNotFound: There is no such campaign.
        """
        wanted = wishes(request)
        campaign = await self.campaign(request)
        if campaign is None:
            raise web.HTTPNotFound(headers=self._not_found)
        return campaign, self.locale(campaign, wanted)

    def speaks(self, campaign: Campaign, locale: str) -> bool:
        """Whether the campaign has a text in that locale, and we have words."""
        return locale in campaign.texts and locale in self._known

    def locale(self, campaign: Campaign, wanted: Sequence[str]) -> str:
        """The locale of the campaign that is nearest to the wishes, else its own."""
        offered = [tag for tag in self._known if tag in campaign.texts]
        own = campaign.default_locale
        return accept_language.choose(wanted, offered, own if own in offered else FALLBACK)

    def our_locale(self, wanted: Sequence[str], otherwise: str = FALLBACK) -> str:
        """The locale nearest to the wishes among all of ours, for what is no campaign's text."""
        return accept_language.choose(
            wanted, self._known, otherwise if otherwise in self._known else FALLBACK
        )

    def country(self, wanted: Sequence[str], locale: str) -> str:
        """Where the reader probably is (ISO 3166-1 alpha-2); empty where nothing tells."""
        return accept_language.region(wanted, locale) or next(
            iter(self._known[locale].countries), ""
        )
