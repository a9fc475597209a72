"""Opening, pausing, resuming and closing a campaign."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from handlers.dialogue.messages import About, Choice, Language, Reply, Tap, Value, Words
from handlers.dialogue.step import Step, Turn
from handlers.domain.campaign_rules import tells_less
from handlers.domain.campaigns import Campaign, CampaignChanged
from handlers.organizer.access import CAMPAIGN, CampaignAccess, requires
from handlers.organizer.navigation import back

SHORT = 16
"""As much of a key's fingerprint as people compare."""


def lacking(campaign: Campaign, locale: str) -> Iterator[Words]:
    """What one language does not tell, though another one does or the picture needs it."""
    for less in tells_less(locale, campaign.texts):
        yield Words(
            f"less-{less.what}",
            {"here": less.here, "there": less.there, "fullest": Language(less.fullest)},
        )
    text = campaign.texts[locale]
    if not text.sections:
        yield Words("less-nothing-to-read")
    if campaign.picture and not text.picture_text:
        yield Words("less-picture-text")
    if campaign.picture and not text.credit:
        yield Words("less-credit")


def named(keys: Sequence[str]) -> str:
    """Keys as people compare them."""
    return " · ".join(f"{key[:SHORT]}…" for key in keys)


# Whether one may sign.


@requires("owner", CAMPAIGN)
async def opening(turn: Turn, access: CampaignAccess) -> Reply | str:
    """Before people can sign: what is still missing, and to which keys they will be sealed."""
    campaign = access.campaign
    if campaign.status != "draft":
        return "edit"
    offered = await _offered(turn, campaign)
    if not offered:
        return Reply("open-no-key", {"slug": campaign.slug}, choices=(back("edit"),))
    label = "choice-open-yes" if len(offered) == 1 else "choice-open-with"
    return Reply(
        "open-sure",
        {
            "title": campaign.alert(turn.locale).title,
            "responsible": campaign.responsible,
            "languages": len(campaign.texts),
            "lines": tuple(
                line for locale in campaign.texts for line in lacking_lines(campaign, locale)
            ),
            "sealing": _will_seal(list(offered.values())),
        },
        choices=(
            *(
                Choice(name, Words(label, {"key": keys[0][:SHORT]}))
                for name, keys in offered.items()
            ),
            back("edit"),
        ),
    )


async def _offered(turn: Turn, campaign: Campaign) -> Mapping[str, Sequence[str]]:
    """The choices of keys to open with: those chosen for the campaign, or one of those proven.

    A choice is called by its keys, so that nobody opens with others than they were shown.
    """
    if campaign.keys:
        digest = sha256("\n".join(campaign.keys).encode()).hexdigest()
        return {f"s{digest[:SHORT]}": campaign.keys}
    return {f"k{key[:SHORT]}": [key] for key in await turn.stores.organizing.edits.keys()}


def _will_seal(offered: Sequence[Sequence[str]]) -> Words:
    if len(offered) > 1:
        return Words("open-which-key")
    keys = offered[0]
    return Words("open-keys" if len(keys) > 1 else "open-key", {"keys": named(keys)})


def lacking_lines(campaign: Campaign, locale: str) -> Iterator[Words]:
    """The language and what it lacks; nothing where it lacks nothing."""
    lacks = list(lacking(campaign, locale))
    if lacks:
        yield Words("edit-less", {"language": Language(locale)})
        yield from lacks


@requires("owner", CAMPAIGN)
async def open_with(turn: Turn, access: CampaignAccess, tap: Tap) -> str | None:
    """Open it, sealed to the keys that were shown."""
    offered = await _offered(turn, access.campaign)
    if tap.choice not in offered:
        return None
    doing = turn.stores.organizing.edits.open(
        access.campaign, offered[tap.choice], access.organizer, turn.now
    )
    return await _then_told(turn, doing, "campaign-opened")


async def _then_told(turn: Turn, doing: Awaitable[object], message: str) -> str:
    """Say what was done, or that somebody else was faster; then how it stands."""
    try:
        await doing
    except CampaignChanged:
        turn.note("edit-changed")
    else:
        turn.note(message)
    return "edit"


@requires("organizer", CAMPAIGN)
async def pause(turn: Turn, access: CampaignAccess) -> str:
    """Stop taking signatures for now."""
    doing = turn.stores.organizing.edits.pause(access.campaign, access.organizer, turn.now)
    return await _then_told(turn, doing, "campaign-paused")


@requires("organizer", CAMPAIGN)
async def resume(turn: Turn, access: CampaignAccess) -> str:
    """Take signatures again."""
    doing = turn.stores.organizing.edits.resume(access.campaign, access.organizer, turn.now)
    return await _then_told(turn, doing, "campaign-resumed")


@requires("owner", CAMPAIGN)
async def closing(turn: Turn, access: CampaignAccess) -> Reply | str:
    """What closing destroys, before it is asked a second time."""
    return await _before_closing(turn, access, "close-sure", "close-yes")


@requires("owner", CAMPAIGN)
async def really(turn: Turn, access: CampaignAccess) -> Reply | str:
    """What closing destroys, asked a second time."""
    return await _before_closing(turn, access, "close-really", "close-for-good")


async def _before_closing(
    turn: Turn, access: CampaignAccess, message: str, yes: str
) -> Reply | str:
    campaign = access.campaign
    if not campaign.running:
        return "edit"
    totals = await turn.stores.campaigns.totals(campaign)
    return Reply(
        message,
        {
            "title": campaign.alert(turn.locale).title,
            "total": totals.world,
            "days": campaign.retention_days,
        },
        choices=(back("edit"), Choice(yes, alone=True)),
    )


@requires("owner", CAMPAIGN)
async def close(turn: Turn, access: CampaignAccess) -> str:
    """Close it for good."""
    doing = turn.stores.organizing.edits.close(access.campaign, access.organizer, turn.now)
    return await _then_told(turn, doing, "campaign-closed")


# What owners are told without asking.


def keys_notice(details: Mapping[str, str | int]) -> Reply:
    """That names are locked with other keys from now on; the button leads to the campaign."""
    args: dict[str, Value] = {"title": details["title"], "after": details["after"]}
    if details["before"]:
        args["before"] = details["before"]
    return Reply(
        "notice-keys-changed" if details["before"] else "notice-keys",
        args,
        choices=(Choice("edit", Words("choice-look")),),
        step="desk",
        about=About(str(details["slug"])),
    )


NOTICES: dict[str, Callable[[Mapping[str, str | int]], Reply]] = {"keys": keys_notice}


STEPS = (
    Step("opening", opening, {"edit": "edit"}, on_choice=open_with),
    Step("closing", closing, {"close-yes": "really", "edit": "edit"}),
    Step("really", really, {"close-for-good": close, "edit": "edit"}),
)
