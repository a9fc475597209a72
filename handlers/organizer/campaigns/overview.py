"""A campaign as its organizers work on it: its languages, a preview, and whether one may sign."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.dialogue.messages import Choice, Language, Reply, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Role, may
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.campaigns import new_campaign
from handlers.organizer.campaigns.lifecycle import (
    lacking,
    named,
    pause,
    resume,
)
from handlers.organizer.navigation import back
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


@requires("translator", CAMPAIGN)
async def edit(turn: Turn, access: CampaignAccess) -> Reply:
    """The campaign's languages, what each lacks, and what else there is to do."""
    campaign = access.campaign
    turn.about = campaign.slug
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
                if may(access.organizer, campaign, least)
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


@requires("translator", CAMPAIGN)
async def pick(turn: Turn, access: CampaignAccess) -> str | None:
    """A language: to its texts, or to writing the first ones."""
    if turn.choice not in turn.languages.known:
        return None
    turn.about = f"{access.campaign.slug}.{turn.choice}"
    if turn.choice in access.campaign.texts:
        return "texts"
    new_campaign.translate(turn, access.campaign.slug, turn.choice)
    return "found"


# The preview.


def _previewed(turn: Turn) -> tuple[str, str]:
    """The language and, behind another dot, the page that the message is about."""
    locale, _, page = turn.about.partition(".")[2].partition(".")
    return (locale if locale in turn.languages.known else turn.locale), page


@requires("viewer", CAMPAIGN)
async def preview(turn: Turn, access: CampaignAccess) -> Reply:
    """The card, just as somebody who reads that language gets it."""
    campaign = access.campaign
    locale, _ = _previewed(turn)
    turn.about = f"{campaign.slug}.{locale}"
    turn.note("preview", language=Language(locale))
    totals = await turn.stores.campaigns.totals(campaign)
    card = alert.shown(campaign, locale, totals, "")
    return _as_seen(card, locale)


@requires("viewer", CAMPAIGN)
async def pages(turn: Turn, access: CampaignAccess) -> Reply:
    """A page of it, likewise."""
    campaign = access.campaign
    locale, number = _previewed(turn)
    page, leaf = alert.leaf(campaign, locale, number)
    turn.about = f"{campaign.slug}.{locale}.{page}"
    return _as_seen(leaf, locale)


def _as_seen(reply: Reply, locale: str) -> Reply:
    return replace(reply, choices=(*reply.choices, back("texts")), locale=locale)


@requires("viewer", CAMPAIGN)
async def turn_page(turn: Turn, access: CampaignAccess) -> str:
    locale, page = _previewed(turn)
    step = {"next": 1, "previous": -1}.get(turn.choice, 0)
    now = int(page) if page.isdecimal() and len(page) < 4 else 1
    turn.about = f"{access.campaign.slug}.{locale}.{max(1, now + step) if step else 1}"
    return "pages"


@requires("viewer", CAMPAIGN)
async def nothing_happens(turn: Turn, _access: CampaignAccess) -> None:
    """A button that only supporters can use."""
    turn.note("preview-button")


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
        picked=pick,
        aside=True,
    ),
    Step(
        "preview",
        preview,
        {
            "read": turn_page,
            "texts": "texts",
            **dict.fromkeys(("sign", "share", "updates", "campaigns"), nothing_happens),
        },
        aside=True,
    ),
    Step(
        "pages",
        pages,
        {
            "next": turn_page,
            "previous": turn_page,
            "sign": nothing_happens,
            "card": "preview",
            "texts": "texts",
        },
        aside=True,
    ),
)
