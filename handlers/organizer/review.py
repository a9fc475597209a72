"""Signatures held for review: what is held, picking out more, releasing and removing them.

Always many at a time, chosen by what is no person's alone: a country, a language, a way, days. How
many that would be is shown before anything is done: all of them exactly, a part of them in whole
tens. Below ten nothing is done to a part, nor told whether there is anybody: who knows where
somebody lives, and when they would have signed, could otherwise ask whether they did.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from handlers import countries
from handlers.dialogue import (
    Answering,
    Asking,
    Choice,
    Country,
    Language,
    Reply,
    Step,
    Turn,
    Value,
    Words,
    choices,
)
from handlers.organizer.access import Acting, answers, asks
from handlers.organizer.stores import (
    CountChanged,
    Decision,
    Found,
    HeldReason,
    Piles,
    Selection,
)
from handlers.organizer.ways import back
from handlers.stores import Campaign, Source

REASONS: tuple[HeldReason, ...] = get_args(HeldReason)

REMOVALS: tuple[Decision, ...] = tuple(each for each in get_args(Decision) if each != "release")

SOURCES: tuple[Source, ...] = get_args(Source)

PILES = 8
"""Piles that are listed."""

LINKS = 20
"""Named links that are offered."""


DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4})"
)
"""A day as ISO 8601 writes it, or the day first."""


# What is held.


@asks("organizer")
async def held(turn: Turn, acting: Acting) -> Reply:
    """What waits for a decision, without small numbers."""
    turn.about = acting.campaign.slug
    piles = await turn.stores.organizing.moderation.piles(acting.campaign)
    return Reply(
        "held" if piles.amounts or piles.deciding else "held-none",
        {"lines": _piles(acting.campaign, piles)},
        choices=(
            *(
                Choice(reason, Words(f"choice-held-{reason}"))
                for reason in REASONS
                if reason in piles.amounts
            ),
            *choices("sift-new"),
            back("desk"),
        ),
    )


def _piles(campaign: Campaign, piles: Piles) -> tuple[Words, ...]:
    lines = []
    for reason in REASONS:
        if reason not in piles.amounts:
            continue
        lines.append(Words(f"held-{reason}", {"count": piles.amounts[reason]}))
        lines += [
            Words(
                "held-pile",
                {
                    "country": _country(each.country),
                    "day": each.day,
                    "count": campaign.rounded(each.amount),
                },
            )
            for each in piles.largest[:PILES]
            if each.held == reason
        ]
    smaller = piles.smaller + max(0, len(piles.largest) - PILES)
    if smaller:
        lines.append(Words("held-smaller", {"count": smaller}))
    if piles.largest:
        lines.append(_steps(campaign))
    if piles.deciding:
        lines.append(Words("held-deciding"))
    return tuple(lines)


def _steps(campaign: Campaign) -> Words:
    return Words("stats-tens", {"fewest": campaign.fewest})


def _country(code: str) -> Value:
    return Country(code) if code else Words("held-nowhere")


@answers("organizer")
async def begin(turn: Turn, acting: Acting) -> str | None:
    """Choose among those that are held for a reason, or among those that are not held."""
    if turn.choice != "sift-new" and turn.choice not in REASONS:
        return None
    turn.leave()
    turn.answers["organizing"] = acting.campaign.slug
    turn.answers["sift"] = {} if turn.choice == "sift-new" else {"held": turn.choice}
    return "sift"


async def to_desk(turn: Turn) -> str:
    return "desk"


# Choosing.


def _chosen(turn: Turn) -> dict[str, Any]:
    """What was chosen up to now, as the session keeps it."""
    return dict(turn.answers.get("sift", {}))


def _selection(turn: Turn) -> Selection:
    kept = _chosen(turn)
    since, until = kept.get("since"), kept.get("until")
    return Selection(
        held=kept.get("held", ""),
        country=kept.get("country", ""),
        locale=kept.get("locale", ""),
        source=kept.get("source", ""),
        partner=kept.get("partner", ""),
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
        newest=kept.get("newest"),
    )


def _choose(turn: Turn, **changes: str) -> str:
    turn.answers["sift"] = _chosen(turn) | changes
    return "sift"


async def _lines(turn: Turn, acting: Acting, selection: Selection) -> tuple[Words, ...]:
    """What was chosen, in words."""
    lines = [Words(f"sifted-{selection.held}" if selection.held else "sifted-new")]
    if selection.country:
        lines.append(Words("sifted-country", {"country": Country(selection.country)}))
    if selection.locale:
        lines.append(Words("sifted-language", {"language": Language(selection.locale)}))
    if selection.partner:
        links = await turn.stores.organizing.moderation.named_links(acting.campaign)
        label = links.get(selection.partner, selection.partner)
        lines.append(Words("sifted-link", {"link": label}))
    elif selection.source:
        lines.append(Words("sifted-source", {"source": Words(f"came-{selection.source}")}))
    if selection.since and selection.until:
        days = {"since": selection.since, "until": selection.until}
        one = selection.since == selection.until
        lines.append(Words("sifted-day" if one else "sifted-days", days))
    return tuple(lines)


async def _found(turn: Turn, acting: Acting, selection: Selection) -> Found:
    return await turn.stores.organizing.moderation.count(acting.campaign, selection)


def _few(campaign: Campaign, selection: Selection, found: Found) -> bool:
    """Whether it is so small a part that it could point at people."""
    return selection.narrowed and found.amount < campaign.fewest


@asks("organizer", form=True)
async def sift(turn: Turn, acting: Acting) -> Reply:
    """Which signatures: what was chosen, how many they are, and what can be done with them."""
    selection = replace(_selection(turn), newest=None)
    found = await _found(turn, acting, selection)
    few = _few(acting.campaign, selection, found)
    doing = ("release", "remove") if selection.held else ("hold",)
    lines = await _lines(turn, acting, selection)
    told: dict[str, Value] = (
        {"lines": lines, "fewest": acting.campaign.fewest}
        if few
        else _numbers(acting.campaign, selection, found, lines)
    )
    return Reply(
        "sift-few" if few else "sift",
        told,
        choices=(
            *(Choice(each, alone=True) for each in (doing if found.amount and not few else ())),
            *choices("sift-country", "sift-language", "sift-link", "sift-days"),
            *(choices("sift-all") if selection.narrowed else ()),
            Choice("sift-leave", alone=True),
        ),
    )


def _numbers(
    campaign: Campaign,
    selection: Selection,
    found: Found,
    lines: tuple[Words, ...],
    counted_as: str = "sifted-counted",
) -> dict[str, Value]:
    """What was chosen, how many that is, and how many of them count already."""
    counted = campaign.rounded(found.counted) if selection.narrowed else found.counted
    return {
        "lines": lines,
        "count": selection.told(campaign, found.amount),
        "counted": (
            *([Words(counted_as, {"count": counted})] if counted else []),
            *([_steps(campaign)] if selection.narrowed else []),
        ),
    }


@answers("organizer", form=True)
async def widen(turn: Turn, acting: Acting) -> None:
    """All of them again."""
    turn.answers["sift"] = {k: v for k, v in _chosen(turn).items() if k == "held"}


@answers("organizer", form=True)
async def leave(turn: Turn, acting: Acting) -> str:
    turn.leave()
    turn.about = acting.campaign.slug
    return "held"


@asks("organizer", form=True)
async def ask_country(turn: Turn, acting: Acting) -> Reply:
    return _ask_country(countries.likely(turn))


def _ask_country(codes: Sequence[str]) -> Reply:
    offered = (Choice(code, countries.label(code)) for code in codes)
    return Reply("sift-country", choices=(*offered, back("back")))


@answers("organizer", form=True)
async def pick_country(turn: Turn, acting: Acting) -> str | None:
    if turn.choice not in countries.codes():
        turn.note("button-unknown")
        return None
    return _choose(turn, country=turn.choice)


@answers("organizer", form=True)
async def hear_country(turn: Turn, acting: Acting) -> Reply | str:
    tags = tuple(turn.languages.known)
    if code := countries.find(turn.text, tags):
        return _choose(turn, country=code)
    turn.note("country-unknown", text=" ".join(turn.text.split())[:40])
    return _ask_country(countries.near(turn.text, tags) or countries.likely(turn))


@asks("organizer", form=True)
async def ask_language(turn: Turn, acting: Acting) -> Reply:
    offered = (
        Choice(tag, Words("sift-language-choice", {"language": Language(tag)}))
        for tag in turn.languages.known
    )
    return Reply("sift-language", choices=(*offered, back("back")))


@answers("organizer", form=True)
async def pick_language(turn: Turn, acting: Acting) -> str | None:
    if turn.choice not in turn.languages.known:
        turn.note("button-unknown")
        return None
    return _choose(turn, locale=turn.choice)


@asks("organizer", form=True)
async def ask_link(turn: Turn, acting: Acting) -> Reply:
    """How they came: where a link was, or which of the named ones. No code has an underscore."""
    links = await turn.stores.organizing.moderation.named_links(acting.campaign)
    return Reply(
        "sift-link",
        choices=(
            *(Choice(source, Words(f"came-{source}")) for source in SOURCES),
            *(
                Choice(f"o_{code}", Words("sift-link-choice", {"link": label}))
                for code, label in list(links.items())[:LINKS]
            ),
            back("back"),
        ),
    )


@answers("organizer", form=True)
async def pick_link(turn: Turn, acting: Acting) -> str | None:
    code = turn.choice.removeprefix("o_")
    if code != turn.choice:
        if code in await turn.stores.organizing.moderation.named_links(acting.campaign):
            return _choose(turn, source="origin", partner=code)
    elif turn.choice in SOURCES:
        return _choose(turn, source=turn.choice, partner="")
    turn.note("button-unknown")
    return None


@asks("organizer", form=True)
async def ask_days(turn: Turn, acting: Acting) -> Reply:
    return Reply("sift-days", choices=(*choices("today", "yesterday", "week"), back("back")))


@answers("organizer", form=True)
async def pick_days(turn: Turn, acting: Acting) -> str | None:
    today = turn.now.date()
    spans = {"today": (0, 0), "yesterday": (1, 1), "week": (6, 0)}
    if turn.choice not in spans:
        turn.note("button-unknown")
        return None
    first, last = spans[turn.choice]
    return _days(turn, today - timedelta(days=first), today - timedelta(days=last))


@answers("organizer", form=True)
async def hear_days(turn: Turn, acting: Acting) -> str | None:
    """A day, or the first and the last one."""
    try:
        days = sorted(_day(found) for found in DAY.finditer(turn.text[:80]))
    except ValueError:
        days = []
    if not 1 <= len(days) <= 2:
        turn.note("sift-days-unclear")
        return None
    return _days(turn, days[0], days[-1])


def _day(found: re.Match[str]) -> date:
    """Raises ValueError for the 31st of February."""
    year, month, day = (found[name] or found[f"{name}2"] for name in "ymd")
    return date(int(year), int(month), int(day))


def _days(turn: Turn, since: date, until: date) -> str:
    return _choose(turn, since=since.isoformat(), until=until.isoformat())


# Deciding.


@answers("organizer", form=True)
async def do(turn: Turn, acting: Acting) -> str | None:
    """Hold or release them, once it was confirmed."""
    holds = not _selection(turn).held
    if (turn.choice == "hold") != holds:
        return None
    turn.answers["doing"] = turn.choice
    return "sift-sure"


@asks("organizer", form=True)
async def why(turn: Turn, acting: Acting) -> Reply | str:
    """Each removal has a reason; the public log says it, and nothing else about them."""
    selection = replace(_selection(turn), newest=None)
    if not selection.held:
        return "sift"
    found = await _found(turn, acting, selection)
    if _few(acting.campaign, selection, found):
        return "sift"
    count = selection.told(acting.campaign, found.amount)
    return Reply("sift-why", {"count": count}, choices=(*choices(*REMOVALS), back("back")))


@answers("organizer", form=True)
async def because(turn: Turn, acting: Acting) -> str | None:
    if turn.choice not in REMOVALS:
        return None
    turn.answers["doing"] = turn.choice
    return "sift-sure"


@asks("organizer", form=True)
async def sure(turn: Turn, acting: Acting) -> Reply | str:
    """How many it is, what it will do, and whether that is meant."""
    selection = replace(_selection(turn), newest=None)
    doing = str(turn.answers.get("doing", ""))
    found = await _found(turn, acting, selection)
    if _few(acting.campaign, selection, found):
        return "sift"
    if not found.amount or not doing:
        turn.note("sift-nothing")
        return "sift"
    turn.answers["sift"] = _chosen(turn) | {"newest": found.newest}
    turn.answers["amount"] = found.amount
    counted_as = "sifted-falls" if doing in REMOVALS else "sifted-counted"
    lines = await _lines(turn, acting, selection)
    args = _numbers(acting.campaign, selection, found, lines, counted_as)
    if doing in REMOVALS:
        reply = Reply("sift-remove", args | {"reason": Words(f"removal-{doing}")})
    else:
        reply = Reply(f"sift-{doing}", args)
    do, leave_it = Choice(f"sure-{_kind(doing)}", alone=True), Choice("sift-no", alone=True)
    return replace(reply, choices=(leave_it, do) if doing in REMOVALS else (do, leave_it))


def _kind(doing: str) -> str:
    return "remove" if doing in REMOVALS else doing


@answers("organizer", form=True)
async def go(turn: Turn, acting: Acting) -> str:
    """Do what was confirmed; where there is more by now, ask again."""
    moderation = turn.stores.organizing.moderation
    campaign, organizer = acting.campaign, acting.organizer
    selection, doing = _selection(turn), str(turn.answers.get("doing", ""))
    if turn.choice != f"sure-{_kind(doing)}":
        return "sift-sure"
    if doing == "hold":
        amount = await moderation.hold(
            campaign, replace(selection, newest=None), organizer, turn.now
        )
    else:
        decision: Decision = next(each for each in get_args(Decision) if each == doing)
        expected = int(turn.answers.get("amount", 0))
        try:
            amount = await moderation.decide(
                campaign, selection, decision, expected, organizer, turn.now
            )
        except CountChanged:
            turn.note("sift-changed")
            return "sift-sure"
    turn.note(f"sift-done-{_kind(doing)}", count=selection.told(campaign, amount))
    turn.leave()
    turn.about = campaign.slug
    return "held"


def _organizing(turn: Turn) -> str:
    return str(turn.answers.get("organizing", ""))


def _form(
    name: str,
    ask: Asking,
    answered: Mapping[str, Answering | str],
    *,
    picked: Answering | None = None,
    heard: Answering | None = None,
) -> Step:
    return Step(
        name,
        ask,
        answered,
        picked=picked,
        heard=heard,
        about=_organizing,
        resume="choice-continue-organizing",
    )


STEPS = (
    Step("held", held, {"desk": to_desk}, picked=begin, aside=True),
    _form(
        "sift",
        sift,
        {
            "hold": do,
            "release": do,
            "remove": "sift-why",
            "sift-country": "sift-country",
            "sift-language": "sift-language",
            "sift-link": "sift-link",
            "sift-days": "sift-days",
            "sift-all": widen,
            "sift-leave": leave,
        },
    ),
    _form("sift-country", ask_country, {"back": "sift"}, picked=pick_country, heard=hear_country),
    _form("sift-language", ask_language, {"back": "sift"}, picked=pick_language),
    _form("sift-link", ask_link, {"back": "sift"}, picked=pick_link),
    _form("sift-days", ask_days, {"back": "sift"}, picked=pick_days, heard=hear_days),
    _form("sift-why", why, {"back": "sift"}, picked=because),
    _form("sift-sure", sure, {"sift-no": "sift"}, picked=go),
)
