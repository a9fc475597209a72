"""A campaign as its organizers work on it: its languages, a preview, and whether one may sign."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from handlers import alert
from handlers.campaign_rules import tells_less
from handlers.dialogue import Choice, Language, Reply, Step, Turn, Value, Words
from handlers.organizer import founding
from handlers.organizer.access import Acting, answers, asks, may
from handlers.organizer.stores import CampaignChanged, Role
from handlers.organizer.ways import back
from handlers.stores import Campaign

DEEDS: dict[str, tuple[tuple[str, Role], ...]] = {
    "draft": (("opening", "owner"),),
    "open": (("pause", "organizer"), ("closing", "owner")),
    "paused": (("resume", "organizer"), ("closing", "owner")),
    "closed": (),
}
"""What can be done with a campaign as it stands, and who may do it."""

GRAVE = ("pause", "closing")
"""What nobody should do by a slip of the finger."""

SHORT = 16
"""As much of a key's fingerprint as people compare."""


@asks("translator")
async def edit(turn: Turn, acting: Acting) -> Reply:
    """The campaign's languages, what each lacks, and what else there is to do."""
    campaign = acting.campaign
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
                if may(acting.organizer, campaign, least)
            ),
            back("desk"),
        ),
    )


def _sealed_to(keys: Sequence[str]) -> tuple[Words, ...]:
    """Which keys signatures are locked with, where they are chosen."""
    if not keys:
        return ()
    return (Words("edit-keys" if len(keys) > 1 else "edit-key", {"keys": _named(keys)}),)


def _named(keys: Sequence[str]) -> str:
    """Keys as people compare them."""
    return " · ".join(f"{key[:SHORT]}…" for key in keys)


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


@answers("translator")
async def pick(turn: Turn, acting: Acting) -> str | None:
    """A language: to its texts, or to writing the first ones."""
    if turn.choice not in turn.languages.known:
        return None
    turn.about = f"{acting.campaign.slug}.{turn.choice}"
    if turn.choice in acting.campaign.texts:
        return "texts"
    founding.translate(turn, acting.campaign.slug, turn.choice)
    return "found"


# The preview.


def _previewed(turn: Turn) -> tuple[str, str]:
    """The language and, behind another dot, the page that the message is about."""
    locale, _, page = turn.about.partition(".")[2].partition(".")
    return (locale if locale in turn.languages.known else turn.locale), page


@asks("viewer")
async def preview(turn: Turn, acting: Acting) -> Reply:
    """The card, just as somebody who reads that language gets it."""
    campaign = acting.campaign
    locale, _ = _previewed(turn)
    turn.about = f"{campaign.slug}.{locale}"
    turn.note("preview", language=Language(locale))
    totals = await turn.stores.campaigns.totals(campaign)
    card = alert.shown(campaign, locale, totals, "")
    return _as_seen(card, locale)


@asks("viewer")
async def pages(turn: Turn, acting: Acting) -> Reply:
    """A page of it, likewise."""
    campaign = acting.campaign
    locale, number = _previewed(turn)
    page, leaf = alert.leaf(campaign, locale, number)
    turn.about = f"{campaign.slug}.{locale}.{page}"
    return _as_seen(leaf, locale)


def _as_seen(reply: Reply, locale: str) -> Reply:
    return replace(reply, choices=(*reply.choices, back("texts")), locale=locale)


@answers("viewer")
async def turn_page(turn: Turn, acting: Acting) -> str:
    locale, page = _previewed(turn)
    step = {"next": 1, "previous": -1}.get(turn.choice, 0)
    now = int(page) if page.isdecimal() and len(page) < 4 else 1
    turn.about = f"{acting.campaign.slug}.{locale}.{max(1, now + step) if step else 1}"
    return "pages"


async def nothing_happens(turn: Turn) -> None:
    """A button that only supporters can use."""
    turn.note("preview-button")


async def to_texts(turn: Turn) -> str:
    slug, _, rest = turn.about.partition(".")
    turn.about = f"{slug}.{rest.partition('.')[0]}"
    return "texts"


# Whether one may sign.


@asks("owner")
async def opening(turn: Turn, acting: Acting) -> Reply | str:
    """Before people can sign: what is still missing, and to which keys they will be sealed."""
    campaign = acting.campaign
    turn.about = campaign.slug
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
    return Words("open-keys" if len(keys) > 1 else "open-key", {"keys": _named(keys)})


def lacking_lines(campaign: Campaign, locale: str) -> Iterator[Words]:
    """The language and what it lacks; nothing where it lacks nothing."""
    lacks = list(lacking(campaign, locale))
    if lacks:
        yield Words("edit-less", {"language": Language(locale)})
        yield from lacks


@answers("owner")
async def open_with(turn: Turn, acting: Acting) -> str | None:
    offered = await _offered(turn, acting.campaign)
    if turn.choice not in offered:
        return None
    doing = turn.stores.organizing.edits.open(
        acting.campaign, offered[turn.choice], acting.organizer, turn.now
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
    turn.about = turn.about.partition(".")[0]
    return "edit"


@answers("organizer")
async def pause(turn: Turn, acting: Acting) -> str:
    doing = turn.stores.organizing.edits.pause(acting.campaign, acting.organizer, turn.now)
    return await _then_told(turn, doing, "campaign-paused")


@answers("organizer")
async def resume(turn: Turn, acting: Acting) -> str:
    doing = turn.stores.organizing.edits.resume(acting.campaign, acting.organizer, turn.now)
    return await _then_told(turn, doing, "campaign-resumed")


@asks("owner")
async def closing(turn: Turn, acting: Acting) -> Reply | str:
    """What closing destroys, before it is asked a second time."""
    return await _before_closing(turn, acting, "close-sure", "close-yes")


@asks("owner")
async def really(turn: Turn, acting: Acting) -> Reply | str:
    return await _before_closing(turn, acting, "close-really", "close-for-good")


async def _before_closing(turn: Turn, acting: Acting, message: str, yes: str) -> Reply | str:
    campaign = acting.campaign
    turn.about = campaign.slug
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


@answers("owner")
async def close(turn: Turn, acting: Acting) -> str:
    doing = turn.stores.organizing.edits.close(acting.campaign, acting.organizer, turn.now)
    return await _then_told(turn, doing, "campaign-closed")


# What owners are told without asking.


def told_of_keys(details: Mapping[str, str | int]) -> Reply:
    """That names are locked with other keys from now on; the button leads to the campaign."""
    args: dict[str, Value] = {"title": details["title"], "after": details["after"]}
    if details["before"]:
        args["before"] = details["before"]
    return Reply(
        "notice-keys-changed" if details["before"] else "notice-keys",
        args,
        choices=(Choice("edit", Words("choice-look")),),
        step="desk",
        about=str(details["slug"]),
    )


NOTICES: dict[str, Callable[[Mapping[str, str | int]], Reply]] = {"keys": told_of_keys}


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
            "texts": to_texts,
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
            "texts": to_texts,
        },
        aside=True,
    ),
    Step("opening", opening, {"edit": "edit"}, picked=open_with, aside=True),
    Step("closing", closing, {"close-yes": "really", "edit": "edit"}, aside=True),
    Step("really", really, {"close-for-good": close, "edit": "edit"}, aside=True),
)
