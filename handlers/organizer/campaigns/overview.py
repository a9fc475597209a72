"""A campaign as its organizers work on it: its languages, a preview, and whether one may sign."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from handlers.dialogue.messages import Choice, Language, Reply, Tap, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Role, may
from handlers.organizer.about import OfPage, OfText
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.campaigns import new_campaign
from handlers.organizer.campaigns.lifecycle import lacking, named, pause, resume
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
async def pick(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """A language: to its texts, or to writing the first ones."""
    if tap.choice not in turn.languages.known:
        return None
    if tap.choice not in access.campaign.texts:
        return new_campaign.translate(turn, access.campaign.slug, tap.choice)
    turn.about = OfText(access.campaign.slug, tap.choice)
    return "texts"


# The preview.


def _previewed(turn: Turn) -> OfPage:
    """The language and the page that the message is about; without a language, the reader's."""
    about = OfPage.of(turn.about)
    return about if about.locale in turn.languages.known else replace(about, locale=turn.locale)


@requires("viewer", CAMPAIGN)
async def preview(turn: Turn, access: CampaignAccess) -> Reply:
    """The card, just as somebody who reads that language gets it."""
    campaign = access.campaign
    turn.about = _previewed(turn)
    locale = turn.about.locale
    turn.note("preview", language=Language(locale))
    totals = await turn.stores.campaigns.totals(campaign)
    card = alert.shown(campaign, locale, totals, "")
    return _as_seen(card, locale)


@requires("viewer", CAMPAIGN)
async def pages(turn: Turn, access: CampaignAccess) -> Reply:
    """A page of it, likewise."""
    campaign = access.campaign
    about = _previewed(turn)
    page, leaf = alert.leaf(campaign, about.locale, about.page)
    turn.about = replace(about, page=page)
    return _as_seen(leaf, about.locale)


def _as_seen(reply: Reply, locale: str) -> Reply:
    return replace(reply, choices=(*reply.choices, back("texts")), locale=locale)


@requires("viewer", CAMPAIGN)
async def turn_page(turn: Turn, access: CampaignAccess, *, by: int) -> str:
    """So many pages on, or back."""
    about = _previewed(turn)
    turn.about = replace(about, page=max(1, about.page + by))
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
        on_choice=pick,
    ),
    Step(
        "preview",
        preview,
        {
            "read": "pages",
            "texts": "texts",
            **dict.fromkeys(("sign", "share", "updates", "campaigns", "hide"), nothing_happens),
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
            "texts": "texts",
        },
        about=OfPage,
    ),
)
