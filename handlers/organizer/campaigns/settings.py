"""A campaign's settings, the same in every language: who answers, what is asked, the picture."""

from dataclasses import replace
from functools import partial
from typing import Any, get_args

from handlers.dialogue.messages import (
    About,
    Choice,
    Language,
    Picture,
    Reply,
    Tap,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaign_rules import check_asks
from handlers.domain.campaigns import Asked, Campaign, CampaignChanged, PictureRefused
from handlers.organizer.access import Acting, answers, asks
from handlers.organizer.campaigns import editing, high_risk
from handlers.organizer.campaigns.parsing import TYPED, Place
from handlers.organizer.navigation import back
from handlers.organizer.sheet import Sheet

ASKED = ("name", "country", "email", "comment")
"""What signers may be asked for."""


@asks("organizer")
async def settings(turn: Turn, acting: Acting) -> Reply:
    """All settings, each with a button that changes it."""
    campaign = acting.campaign
    turn.about = About(campaign.slug)
    return Reply(
        "settings",
        {
            "title": campaign.alert(turn.locale).title,
            "responsible": campaign.responsible,
            "contact": campaign.contact,
            "days": campaign.retention_days,
            "date": campaign.date,
            "milestones": _listed(campaign.milestones),
            "asks": tuple(_asks_line(campaign, each) for each in ASKED),
            "default": Language(campaign.default_locale),
            "urgent": Words("settings-urgent" if campaign.urgent else "settings-not-urgent"),
            "picture": Words("settings-picture" if campaign.picture else "settings-no-picture"),
            "safety": high_risk.line(campaign),
        },
        choices=(
            *(Choice(part, Words(f"part-{part}")) for part in TYPED),
            *choices(
                "asks",
                "picture",
                "main-language",
                "urgent-off" if campaign.urgent else "urgent-on",
                *high_risk.offered(campaign),
            ),
            back("edit"),
        ),
    )


def _listed(milestones: tuple[int, ...]) -> Value:
    if not milestones:
        return Words("settings-usual-milestones")
    return tuple(Words("settings-milestone", {"milestone": each}) for each in milestones)


def _asks_line(campaign: Campaign, each: str) -> Words:
    return Words(f"asks-{each}-{getattr(campaign.asks, each)}")


@answers("organizer")
async def change(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    """To the form for one that is typed."""
    if tap.choice not in TYPED:
        return None
    return editing.begin(turn, acting.campaign, Place(tap.choice))


async def _set(turn: Turn, acting: Acting, **changes: Any) -> None:
    try:
        await turn.stores.organizing.edits.set(
            acting.campaign, acting.organizer, turn.now, **changes
        )
    except CampaignChanged:
        turn.note("edit-changed")
    else:
        turn.note("edit-saved")


@answers("organizer")
async def mark(turn: Turn, acting: Acting, *, wanted: bool) -> None:
    """Urgent, or not any more."""
    if acting.campaign.urgent != wanted:
        await _set(turn, acting, urgent=wanted)


# What signers are asked for.


@asks("organizer")
async def asking(turn: Turn, acting: Acting) -> Reply:
    """Each question, and whether it must be answered; a tap goes on to the next of the three."""
    campaign = acting.campaign
    turn.about = About(campaign.slug)
    return Reply(
        "asks",
        {
            "lines": tuple(_asks_line(campaign, each) for each in ASKED),
            "consent": Words("asks-consent") if campaign.running else "",
            "risk": Words("asks-risk") if campaign.high_risk else "",
        },
        choices=(
            *(
                Choice(f"{each}-{how}", Words(f"asks-{each}-{how}"))
                for each in ASKED
                for how in (_following(campaign, each),)
                if how != getattr(campaign.asks, each)
            ),
            back("settings"),
        ),
    )


def _following(campaign: Campaign, each: str) -> Asked:
    """The next way of asking that there may be; the same where there is no other."""
    ways: tuple[Asked, ...] = get_args(Asked)
    how: Asked = getattr(campaign.asks, each)
    found = ways[(ways.index(how) + 1) % len(ways)]
    return found if _may_ask(campaign, each, found) else "no"


def _may_ask(campaign: Campaign, each: str, how: Asked) -> bool:
    changes: dict[str, Any] = {each: how}
    return not any(check_asks(campaign.safety, replace(campaign.asks, **changes)))


@answers("organizer")
async def ask_for(turn: Turn, acting: Acting, tap: Tap) -> None:
    each, _, how = tap.choice.partition("-")
    ways: dict[str, Asked] = {way: way for way in get_args(Asked)}
    if each not in ASKED or how not in ways or not _may_ask(acting.campaign, each, ways[how]):
        return
    changes: dict[str, Any] = {each: how}
    asks_ = replace(acting.campaign.asks, **changes)
    if asks_ != acting.campaign.asks:
        await _set(turn, acting, asks=asks_)


# The language for those whose own is not there.


@asks("organizer")
async def main_language(turn: Turn, acting: Acting) -> Reply:
    turn.about = About(acting.campaign.slug)
    return Reply(
        "main-language",
        {"language": Language(acting.campaign.default_locale)},
        choices=(
            *(
                Choice(locale, Words("language-listed", {"language": Language(locale)}))
                for locale in acting.campaign.texts
            ),
            back("settings"),
        ),
    )


@answers("organizer")
async def pick_language(turn: Turn, acting: Acting, tap: Tap) -> str | None:
    if tap.choice not in acting.campaign.texts:
        return None
    if tap.choice != acting.campaign.default_locale:
        await _set(turn, acting, default_locale=tap.choice)
    return "settings"


# The picture.


@asks("organizer")
async def to_picture(turn: Turn, acting: Acting) -> str:
    turn.leave()
    turn.form(Sheet).answers["organizing"] = acting.campaign.slug
    return "picture"


@asks("organizer", form=True)
async def picture(turn: Turn, acting: Acting) -> Reply:
    """The picture there is; another one is sent as a photo."""
    campaign = acting.campaign
    return Reply(
        "picture" if campaign.picture else "picture-none",
        choices=choices(*(["picture-drop"] if campaign.picture else []), "stop"),
        picture=campaign.picture,
    )


@answers("organizer", form=True)
async def take_picture(turn: Turn, acting: Acting, picture: Picture) -> str | None:
    image = await picture.load()
    if image is None:
        turn.note("picture-lost")
        return None
    try:
        await turn.stores.organizing.edits.illustrate(
            acting.campaign, image, acting.organizer, turn.now
        )
    except PictureRefused as refused:
        turn.note(f"picture-{refused.why}", **refused.facts)
        return None
    except CampaignChanged:
        turn.note("edit-changed")
        return None
    turn.note("picture-saved")
    return _leave(turn)


@answers("organizer", form=True)
async def drop_picture(turn: Turn, acting: Acting) -> str | None:
    try:
        await turn.stores.organizing.edits.illustrate(
            acting.campaign, None, acting.organizer, turn.now
        )
    except CampaignChanged:
        turn.note("edit-changed")
        return None
    turn.note("edit-saved")
    return _leave(turn)


def _leave(turn: Turn) -> str:
    slug = editing.organizing(turn)
    turn.leave()
    turn.about = About(slug)
    return "settings"


async def stop(turn: Turn) -> str:
    turn.note("edit-stopped")
    return _leave(turn)


STEPS = (
    Step(
        "settings",
        settings,
        {
            "asks": "asks",
            "picture": to_picture,
            "main-language": "main",
            "urgent-on": partial(mark, wanted=True),
            "urgent-off": partial(mark, wanted=False),
            "safety-high": "safety",
            "safety-normal": high_risk.lower_it,
            "edit": "edit",
        },
        on_choice=change,
    ),
    Step("asks", asking, {"settings": "settings"}, on_choice=ask_for),
    Step("main", main_language, {"settings": "settings"}, on_choice=pick_language),
    Step(
        "picture",
        picture,
        {"picture-drop": drop_picture, "stop": stop},
        on_picture=take_picture,
        form=Sheet,
        resume="choice-continue-organizing",
    ),
)
