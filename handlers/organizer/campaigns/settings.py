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
from handlers.organizer.access import CAMPAIGN, CAMPAIGN_FORM, CampaignAccess, requires
from handlers.organizer.campaigns import editing, high_risk
from handlers.organizer.campaigns.parsing import TYPED, Place
from handlers.organizer.forms import CampaignForm, enter, leave
from handlers.organizer.navigation import back

ASKED = ("name", "country", "email", "comment")
"""What signers may be asked for."""


@requires("organizer", CAMPAIGN)
async def settings(turn: Turn, access: CampaignAccess) -> Reply:
    """All settings, each with a button that changes it."""
    campaign = access.campaign
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


@requires("organizer", CAMPAIGN)
async def change(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """To the form for one that is typed."""
    if tap.choice not in TYPED:
        return None
    return editing.begin(turn, access.campaign, Place(tap.choice))


async def _set(turn: Turn, access: CampaignAccess, **changes: Any) -> None:
    try:
        await turn.stores.organizing.edits.set(
            access.campaign, access.organizer, turn.now, **changes
        )
    except CampaignChanged:
        turn.note("edit-changed")
    else:
        turn.note("edit-saved")


@requires("organizer", CAMPAIGN)
async def mark(turn: Turn, access: CampaignAccess, *, urgent: bool) -> None:
    """Urgent, or not any more."""
    if access.campaign.urgent != urgent:
        await _set(turn, access, urgent=urgent)


# What signers are asked for.


@requires("organizer", CAMPAIGN)
async def asking(turn: Turn, access: CampaignAccess) -> Reply:
    """Each question, and whether it must be answered; a tap goes on to the next of the three."""
    campaign = access.campaign
    return Reply(
        "asks",
        {
            "lines": tuple(_asks_line(campaign, each) for each in ASKED),
            "consent": Words("asks-consent") if campaign.running else "",
            "risk": Words("asks-risk") if campaign.high_risk else "",
        },
        choices=(
            *(
                Choice.of(each, how, Words(f"asks-{each}-{how}"))
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


@requires("organizer", CAMPAIGN)
async def ask_for(turn: Turn, access: CampaignAccess, tap: Tap) -> None:
    """Ask for that in that way."""
    each, how = tap.name, tap.value
    ways: dict[str, Asked] = {way: way for way in get_args(Asked)}
    if each not in ASKED or how not in ways or not _may_ask(access.campaign, each, ways[how]):
        return
    changes: dict[str, Any] = {each: how}
    asks_ = replace(access.campaign.asks, **changes)
    if asks_ != access.campaign.asks:
        await _set(turn, access, asks=asks_)


# The language for those whose own is not there.


@requires("organizer", CAMPAIGN)
async def main_language(turn: Turn, access: CampaignAccess) -> Reply:
    """Which language they read whose own is not there."""
    return Reply(
        "main-language",
        {"language": Language(access.campaign.default_locale)},
        choices=(
            *(
                Choice(locale, Words("language-listed", {"language": Language(locale)}))
                for locale in access.campaign.texts
            ),
            back("settings"),
        ),
    )


@requires("organizer", CAMPAIGN)
async def pick_language(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Make that one the main language."""
    if tap.choice not in access.campaign.texts:
        return None
    if tap.choice != access.campaign.default_locale:
        await _set(turn, access, default_locale=tap.choice)
    return "settings"


# The picture.


@requires("organizer", CAMPAIGN)
async def to_picture(turn: Turn, access: CampaignAccess) -> str:
    """To the form for a picture."""
    return enter(turn, CampaignForm(access.campaign.slug), "picture")


@requires("organizer", CAMPAIGN_FORM)
async def picture(turn: Turn, access: CampaignAccess) -> Reply:
    """The picture there is; another one is sent as a photo."""
    campaign = access.campaign
    return Reply(
        "picture" if campaign.picture else "picture-none",
        choices=choices(*(["picture-drop"] if campaign.picture else []), "stop"),
        picture=campaign.picture,
    )


@requires("organizer", CAMPAIGN_FORM)
async def take_picture(turn: Turn, access: CampaignAccess, sent: Picture) -> str | None:
    """Take the picture that was sent."""
    image = await sent.load()
    if image is None:
        turn.note("picture-lost")
        return None
    try:
        await turn.stores.organizing.edits.illustrate(
            access.campaign, image, access.organizer, turn.now
        )
    except PictureRefused as refused:
        turn.note(f"picture-{refused.why}", **refused.facts)
        return None
    except CampaignChanged:
        turn.note("edit-changed")
        return None
    turn.note("picture-saved")
    return _leave(turn, access)


@requires("organizer", CAMPAIGN_FORM)
async def drop_picture(turn: Turn, access: CampaignAccess) -> str | None:
    """Take the picture away."""
    try:
        await turn.stores.organizing.edits.illustrate(
            access.campaign, None, access.organizer, turn.now
        )
    except CampaignChanged:
        turn.note("edit-changed")
        return None
    turn.note("edit-saved")
    return _leave(turn, access)


def _leave(turn: Turn, access: CampaignAccess) -> str:
    return leave(turn, About(access.campaign.slug), "settings")


@requires("organizer", CAMPAIGN_FORM)
async def stop(turn: Turn, access: CampaignAccess) -> str:
    """Leave the picture as it was."""
    turn.note("edit-stopped")
    return _leave(turn, access)


STEPS = (
    Step(
        "settings",
        settings,
        {
            "asks": "asks",
            "picture": to_picture,
            "main-language": "main",
            "urgent-on": partial(mark, urgent=True),
            "urgent-off": partial(mark, urgent=False),
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
        form=CampaignForm,
    ),
)
