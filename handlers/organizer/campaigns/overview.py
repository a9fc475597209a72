"""A campaign as its organizers work on it: its languages, a preview, and whether one may sign."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from handlers.dialogue.messages import (
    About,
    Choice,
    Language,
    Reply,
    Tap,
    Words,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Role, may
from handlers.organizer.access import Acting, answers, asks
from handlers.organizer.campaigns import new_campaign
from handlers.organizer.campaigns.lifecycle import (
    lacking,
    named,
    pause,
    resume,
)
from handlers.organizer.navigation import back
from handlers.organizer.sheet import OfPage, OfText
from handlers.supporter import alert

DEEDS: dict[str, tuple[tuple[str, Role], ...]] = {
    "draft": (("opening", "owner"),),
    "open": (("pause", "organizer"), ("closing", "owner")),
    "paused": (("resume", "organizer"), ("closing", "owner")),
    "closed": (),
}
"""What can be done with a campaign as it stands, and who may do it."""

GRAVE = ("pause", "closing")
"""What nobody should do by a slip of the finger."""


@asks("translator")
async def edit(turn: Turn, acting: Acting) -> Reply:
    """The campaign's languages, what each lacks, and what else there is to do."""
    campaign = acting.campaign
    turn.about = About(campaign.slug)
    rooms: list[tuple[str, Role]] = [("settings", "organizer"), *DEEDS[campaign.status]]
    return Reply(
        "edit",
        {
            "title": campaign.alert(turn.locale).title,
            "status": (Words(f"status-{campaign.status}"), *_sealed_to(campaign.keys)),
            "lines": tuple(
                line
                for locale in turn.languages.known
                for line in languages_lines(campaign, locale)
            ),
        },
        choices=(
            *(
                Choice(
                    locale,
                    Words(
                        "choice-edit-text" if locale in campaign.texts else "choice-edit-add",
                        {"language": Language(locale)},
                    ),
                )
                for locale in turn.languages.known
            ),
            *(
                Choice(room, alone=room in GRAVE)
                for room, least in rooms
                if may(acting.organizer, campaign, least)
            ),
            back("desk"),
        ),
    )


def _sealed_to(keys: Sequence[str]) -> tuple[Words, ...]:
    """Which keys signatures are locked with, where they are chosen."""
    if not keys:
        return ()
    return (Words("edit-keys" if len(keys) > 1 else "edit-key", {"keys": named(keys)}),)


def languages_lines(campaign: Campaign, locale: str) -> Iterator[Words]:
    """How far a language has come, and below it what it lacks."""
    language = Language(locale)
    if locale not in campaign.texts:
        yield Words("edit-missing", {"language": language})
        return
    lacks = list(lacking(campaign, locale))
    own = locale == campaign.default_locale
    state = "edit-less" if lacks else "edit-default" if own else "edit-complete"
    yield Words(state, {"language": language})
    yield from lacks


@answers("translator")
async def pick(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    """A language: to its texts, or to writing the first ones."""
    if tap.choice not in turn.languages.known:
        return None
    turn.about = OfText(acting.campaign.slug, tap.choice)
    if tap.choice in acting.campaign.texts:
        return "texts"
    new_campaign.translate(turn, acting.campaign.slug, tap.choice)
    return "found"


# The preview.


def _previewed(turn: Turn) -> OfPage:
    """The page, and in a language that we speak, that the message is about."""
    about = OfPage.of(turn.about)
    return about if about.locale in turn.languages.known else replace(about, locale=turn.locale)


@asks("viewer")
async def preview(turn: Turn, acting: Acting) -> Reply:
    """The card, just as somebody who reads that language gets it."""
    campaign = acting.campaign
    locale = _previewed(turn).locale
    turn.about = OfText(campaign.slug, locale)
    turn.note("preview", language=Language(locale))
    totals = await turn.stores.campaigns.totals(campaign)
    card = alert.shown(campaign, locale, totals, "")
    return _as_seen(card, locale)


@asks("viewer")
async def pages(turn: Turn, acting: Acting) -> Reply:
    """A page of it, likewise."""
    campaign = acting.campaign
    seen = _previewed(turn)
    page, leaf = alert.leaf(campaign, seen.locale, seen.page)
    turn.about = OfPage(campaign.slug, seen.locale, page)
    return _as_seen(leaf, seen.locale)


def _as_seen(reply: Reply, locale: str) -> Reply:
    return replace(reply, choices=(*reply.choices, back("texts")), locale=locale)


@answers("viewer")
async def turn_page(turn: Turn, _acting: Acting, *, by: int) -> str:
    seen = _previewed(turn)
    turn.about = replace(seen, page=max(1, seen.page + by))
    return "pages"


@answers("viewer")
async def first_page(turn: Turn, _acting: Acting) -> str:
    turn.about = replace(_previewed(turn), page=1)
    return "pages"


async def nothing_happens(turn: Turn) -> None:
    """A button that only supporters can use."""
    turn.note("preview-button")


async def to_texts(turn: Turn) -> str:
    return "texts"


STEPS = (
    Step(
        "edit",
        edit,
        {
            "settings": "settings",
            "opening": "opening",
            "pause": pause,
            "resume": resume,
            "closing": "closing",
            "desk": "desk",
        },
        on_choice=pick,
    ),
    Step(
        "preview",
        preview,
        {
            "read": first_page,
            "texts": to_texts,
            **dict.fromkeys(("sign", "share", "updates", "campaigns"), nothing_happens),
        },
        about=OfText,
    ),
    Step(
        "pages",
        pages,
        {
            "next": partial(turn_page, by=1),
            "previous": partial(turn_page, by=-1),
            "sign": nothing_happens,
            "card": "preview",
            "texts": to_texts,
        },
        about=OfPage,
    ),
)
