"""What a page says, put into HTML by templates that escape everything by themselves."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from babel import Locale as Cldr
from babel.core import get_global
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.drawing import canvas, share_cards
from bot.pages import growth_curve
from bot.pages.log.log_files import LogState
from bot.texts.share_texts import write
from bot.texts.texts import Texts
from handlers.dialogue.messages import Share, Value, Words
from handlers.dialogue.step import Locale
from handlers.domain.campaigns import Alert, Campaign
from handlers.domain.milestones import next_milestone, of_campaign
from handlers.domain.text import cut
from handlers.supporter.sharing import share

NUMBER = re.compile("<b>([^<>&]*)</b>")
"""What stands out in a sentence."""

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
"""Why a receipt can be refused, by the reasons of `storage.log.refusals`."""

ROOM = Path(__file__).parent

STATIC = ROOM / "static"

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load. Its address changes with its content, so it is loaded once."""

    name: str
    body: bytes
    media_type: str

    @property
    def version(self) -> str:
        """The beginning of its SHA-256."""
        return hashlib.sha256(self.body).hexdigest()[:12]


def assets() -> dict[str, Asset]:
    """All of them, by name."""
    return {
        path.name: Asset(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix])
        for path in sorted(STATIC.iterdir())
    }


@dataclass(frozen=True, slots=True)
class Photo:
    """A campaign's picture as pages show it; in pixels."""

    width: int
    height: int
    widths: tuple[int, ...]
    """In which it can be had."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page is made from."""

    campaign: Campaign
    locale: str
    total: int
    curve: growth_curve.Curve | None = None
    places: Sequence[tuple[str, int]] = ()
    elsewhere: int = 0
    photo: Photo | None = None
    mark: tuple[int, int] | None = None
    """How wide and high the organisation's own mark is, where it has one; in pixels."""
    others: Sequence[Campaign] = ()
    """Campaigns to sign instead, where this one is paused or closed."""
    country: str = ""
    """Where the reader probably is; it decides which apps come first."""

    @property
    def alert(self) -> Alert:
        """The campaign's words."""
        return self.campaign.alert(self.locale)

    @property
    def is_open(self) -> bool:
        """Whether one can sign now."""
        return self.campaign.status == "open"

    @property
    def why_not(self) -> str:
        """The message that says why one cannot."""
        return "page-paused" if self.campaign.status == "paused" else "page-closed"

    @property
    def goal(self) -> int:
        """The next milestone."""
        return next_milestone(self.total, of_campaign(self.campaign.milestones))


@dataclass(frozen=True, slots=True)
class Button:
    """An app to pass the page on in. `url` is empty where the text is to be copied."""

    app: str
    label: str
    url: str
    text: str
    phones_only: bool


PHONES_ONLY = {"viber", "messenger", "sms"}
"""Apps whose addresses open only where the app is, which is mostly on phones."""


class Views:
    """All that pages show, for one public address."""

    def __init__(self, texts: Texts, public_url: str) -> None:
        self._texts = texts
        self._public = public_url.rstrip("/")
        self.assets = assets()
        self._environment = Environment(
            loader=FileSystemLoader(ROOM / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["asset"] = self._asset

    def locales(self, campaign: Campaign) -> list[Locale]:
        """The languages in which the campaign can be read here."""
        return [each for tag, each in self._texts.known.items() if tag in campaign.texts]

    def page(self, facts: Facts, bot_link: str) -> bytes:
        """The campaign's own page."""
        campaign, alert, locale = facts.campaign, facts.alert, facts.locale
        address = self.address(campaign.slug, locale)
        passed_on = self._passed_on(facts, address)
        return self._render(
            "page.html",
            locale,
            facts=facts,
            campaign=campaign,
            alert=alert,
            address=address,
            anywhere=self.address(campaign.slug),
            card=f"{self.address(campaign.slug)}/card/{locale}.png?{share_cards.visible(facts.total)}",
            described=cut(alert.summary, 300, between_words=True),
            alternates=[
                (
                    each,
                    self.address(campaign.slug, each.tag),
                    self.plain(Words("page-in-your-language"), each.tag),
                )
                for each in self.locales(campaign)
            ],
            bot_link=bot_link,
            buttons=[each for each in passed_on if each.url],
            to_copy=next(each.text for each in passed_on if each.app == "copy"),
            paragraphs=_paragraphs,
            curve=facts.curve,
            curve_size=(growth_curve.WIDTH, growth_curve.HEIGHT),
            others=[
                (
                    each.alert(locale).title,
                    self.address(each.slug, locale if locale in each.texts else ""),
                )
                for each in facts.others
            ],
            snippet=self._snippet(facts),
        )

    def log(self, facts: Facts, state: LogState | None, due: datetime | None) -> bytes:
        """The page about the campaign's public log; `state` is None before its first checkpoint.

        Nothing is signed before `due`, if it is not None.
        """
        campaign, locale = facts.campaign, facts.locale
        readable = locale in campaign.texts
        return self._render(
            "log.html",
            locale,
            campaign=campaign,
            alert=facts.alert,
            mark=facts.mark,
            address=f"{self.address(campaign.slug, locale)}/log",
            anywhere=f"{self.address(campaign.slug)}/log",
            host=self._public,
            petition=self.address(campaign.slug, locale if readable else ""),
            alternates=[
                (
                    each,
                    f"/c/{campaign.slug}/{each.tag}/log",
                    self.plain(Words("page-in-your-language"), each.tag),
                )
                for each in self._texts.known.values()
            ],
            state=state,
            due=due,
            removals=[
                (self.plain(Words(f"removal-{reason}"), locale), amount)
                for reason, amount in (state.reasons if state else ())
            ],
            refusals={
                each.removeprefix("page-refused-"): self.plain(Words(each), locale)
                for each in REFUSALS
            },
        )

    def embed(self, facts: Facts) -> bytes:
        """The counter for other sites."""
        return self._render(
            "embed.html",
            facts.locale,
            facts=facts,
            campaign=facts.campaign,
            alert=facts.alert,
            address=self.address(facts.campaign.slug, facts.locale),
        )

    def missing(self, locale: str, others: Sequence[Campaign]) -> bytes:
        """What is shown in place of a campaign that is not there."""
        listed = [(each.alert(locale).title, self.address(each.slug)) for each in others]
        return self._render("missing.html", locale, others=listed)

    def badge(self, facts: Facts) -> bytes:
        """A small picture with the total, as SVG."""
        label = self.plain(Words("page-signatures"), facts.locale)
        number = self.number(facts.total, facts.locale)
        widths = [round(canvas.width(text, BADGE_LETTERS)) + 14 for text in (label, number)]
        return self._render(
            "badge.svg", facts.locale, label=label, said=number, left=widths[0], right=widths[1]
        )

    def card(self, facts: Facts) -> share_cards.Card:
        """What the share card says; `facts.total` is taken as it is."""
        campaign, locale = facts.campaign, facts.locale
        below = (
            Words("page-goal", {"milestone": facts.goal}) if facts.is_open else Words(facts.why_not)
        )
        return share_cards.Card(
            locale=locale,
            direction=self._texts.known[locale].direction,
            title=facts.alert.title,
            organisation=campaign.responsible,
            total=self.plain(Words("page-total", {"total": facts.total}), locale),
            goal=self.plain(below, locale),
            part=facts.total / facts.goal if facts.is_open else 1.0,
            note=self.plain(Words("sample-mark"), locale) if campaign.sample else "",
        )

    def state(self, facts: Facts) -> dict[str, Any]:
        """The figures as JSON has them; `said` is for a page, whose `number` is in `total`."""
        locale = facts.locale
        total = Words("page-total", {"total": facts.total})
        number = NUMBER.search(self._texts.html(total, locale))
        return {
            "slug": facts.campaign.slug,
            "title": facts.alert.title,
            "status": facts.campaign.status,
            "total": facts.total,
            "milestone": facts.goal,
            "said": {
                "number": number[1] if number else "",
                "total": self.plain(total, locale),
                "goal": self.plain(Words("page-goal", {"milestone": facts.goal}), locale),
            },
        }

    def address(self, slug: str, locale: str = "") -> str:
        """Where a campaign's page is, in any language or in one."""
        return f"{self._public}/c/{slug}" + (f"/{locale}" if locale else "")

    def plain(self, words: Words, locale: str) -> str:
        """Words without marks."""
        return self._texts.plain(words, locale)

    def number(self, number: int, locale: str) -> str:
        """A number as its language writes it."""
        return format_decimal(number, locale=Cldr.parse(locale, sep="-"))

    def _render(self, template: str, locale: str, **values: Any) -> bytes:
        def say(message: str, **args: Value) -> Markup:
            # `Texts.html` has escaped the arguments.
            return Markup(self._texts.html(Words(message, args), locale))  # noqa: S704

        def plain(message: str, **args: Value) -> str:
            return self.plain(Words(message, args), locale)

        text = self._environment.get_template(template).render(
            say=say,
            plain=plain,
            number=lambda number: self.number(number, locale),
            country=lambda code: Cldr.parse(locale, sep="-").territories.get(code, code),
            locale=self._texts.known[locale],
            og=og_locale,
            **values,
        )
        return text.encode()

    def _asset(self, name: str) -> str:
        return f"/assets/{self.assets[name].version}/{name}"

    def _passed_on(self, facts: Facts, address: str) -> list[Button]:
        """What can be passed on in each app: this page, for it opens anywhere."""
        locale = facts.locale
        found = []
        for link in share.links(facts.campaign, locale, facts.campaign.slug, facts.country):
            if isinstance(link.url, Share):
                written = write(link.url, locale, self._texts, address)
                label = (
                    link.label if isinstance(link.label, str) else self.plain(link.label, locale)
                )
                app = link.url.app
                found.append(Button(app, label, written.address, written.text, app in PHONES_ONLY))
        return found

    def _snippet(self, facts: Facts) -> str:
        """What the owner of another site copies to show the counter."""
        source = f"{self.address(facts.campaign.slug)}/embed?lang={facts.locale}"
        frame = Markup(
            '<iframe src="{}" title="{}" width="320" height="{}" loading="lazy"'
            ' style="border:0;max-width:100%"></iframe>'
        )
        return str(frame.format(source, facts.alert.title, FRAME_HEIGHT))


BADGE_LETTERS = 11
"""Pixels."""

FRAME_HEIGHT = 300
"""Pixels that the counter takes in the wordiest language, with two lines of a title."""


def og_locale(tag: str) -> str:
    """A locale as Open Graph wants it: with a country, `fr_FR`."""
    if "-" in tag:
        return tag.replace("-", "_")
    likely = str(get_global("likely_subtags").get(tag, tag))
    return f"{tag}_{likely.rpartition('_')[2]}" if "_" in likely else tag


def _paragraphs(text: str) -> list[str]:
    return [each.strip() for each in text.split("\n\n") if each.strip()]


def today(days: Mapping[date, int], now: date, *, running: bool) -> date:
    """Where a curve ends: now, or with the last signature of a campaign that is closed."""
    return now if running else max(days, default=now)
