"""A broadcast in words: its name, whom it is for, how many that are, and when it goes out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.lists import format_list

from handlers.dialogue.messages import Language, Reply, Value, Words
from handlers.domain.broadcasts import Audience, Broadcast, Reach
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer
from handlers.organizer import time_zones
from handlers.organizer.broadcasts.letter import letter_reply
from handlers.organizer.rounding import in_steps

EXCERPT = 40
"""Characters of a letter by which a broadcast is known in a list."""


def name(broadcast: Broadcast, locale: str, default: str) -> Value:
    """How a broadcast is called in a list: the beginning of its letter."""
    if not broadcast.letters:
        return Words("broadcast-nameless", {"number": broadcast.id})
    text = broadcast.letters[broadcast.read_by(locale, default)].text
    plain = " ".join(
        text.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "").split()
    )
    if len(plain) <= EXCERPT:
        return plain
    words = plain[:EXCERPT].rpartition(" ")[0]
    return f"{words or plain[: EXCERPT - 1]}…"


def preview(broadcast: Broadcast, campaign: Campaign, locale: str) -> Reply:
    """The letter just as somebody who reads that language gets it."""
    read = broadcast.read_by(locale, campaign.default_locale)
    reply = letter_reply(campaign, read, broadcast.letters[read], broadcast.picture)
    return replace(
        reply,
        choices=tuple(
            replace(each, label=replace(each.words, locale=locale)) for each in reply.choices
        ),
    )


def languages(tags: Sequence[str], locale: str) -> str:
    """Languages in a row, by their names in the reader's language."""
    names = Locale.parse(locale, sep="-").languages
    return format_list(
        [names.get(each.replace("-", "_"), each) for each in tags], locale=_cldr(locale)
    )


def countries(codes: Sequence[str], locale: str) -> str:
    """Countries in a row, by their names in the reader's language."""
    names = Locale.parse(locale, sep="-").territories
    return format_list([names.get(each, each) for each in codes], locale=_cldr(locale))


def _cldr(locale: str) -> str:
    return locale.replace("-", "_")


def aimed(audience: Audience, locale: str) -> tuple[Words, ...]:
    """Whom a broadcast is for, a line for each condition."""
    lines: list[Words] = []
    if audience.locales:
        lines.append(Words("aim-line-locales", {"names": languages(audience.locales, locale)}))
    if audience.countries:
        lines.append(Words("aim-line-countries", {"names": countries(audience.countries, locale)}))
    if audience.signed is not None:
        lines.append(Words("aim-line-signed" if audience.signed else "aim-line-unsigned"))
    if audience.since is not None:
        lines.append(Words("aim-line-since", {"since": audience.since}))
    return tuple(lines) or (Words("aim-line-all"),)


def reached(broadcast: Broadcast, campaign: Campaign, reach: Reach) -> tuple[Words, ...]:
    """How many read each language, and what those get for whose language there is no letter."""
    lines: list[Words] = []
    for locale, count in sorted(reach.locales.items(), key=lambda each: (-each[1], each[0])):
        args: dict[str, Value] = {"language": Language(locale), "count": count}
        if locale in broadcast.letters:
            lines.append(Words("reach-line", args))
        elif broadcast.letters:
            lines.append(fallback(broadcast, campaign, locale, count))
        else:
            lines.append(Words("reach-missing", args))
    if broadcast.audience.signed is not None:
        lines.append(in_steps(campaign))
    return tuple(lines) or (Words("reach-nobody"),)


def fallback(broadcast: Broadcast, campaign: Campaign, locale: str, count: int) -> Words:
    """That so many read a language without a letter, and which one they get instead."""
    read = broadcast.read_by(locale, campaign.default_locale)
    args: dict[str, Value] = {"language": Language(locale), "count": count}
    return Words("reach-fallback", {**args, "other": Language(read)})


def unwritten(broadcast: Broadcast, reach: Reach) -> list[str]:
    """The languages that people read and that no letter is written in, the most read first."""
    missing = [
        each for each, count in reach.locales.items() if count and each not in broadcast.letters
    ]
    return sorted(missing, key=lambda each: (-reach.locales[each], each))


def when(moment: datetime, organizer: Organizer, locale: str) -> Words:
    """A time as the organizer's clock shows it, and whose clock that is."""
    return Words(
        "broadcast-when",
        {
            "at": moment.astimezone(ZoneInfo(organizer.zone)),
            "zone": time_zones.shown(moment, organizer.zone, locale),
        },
    )


def lasting(seconds: float) -> Words:
    """A stretch of time in words, as exact as it is of use."""
    minutes = round(seconds / 60)
    if seconds < 60:
        return Words("lasting-seconds", {"count": max(1, round(seconds))})
    if minutes < 60:
        return Words("lasting-minutes", {"count": minutes})
    hours, rest = divmod(minutes, 60)
    return Words("lasting-hours", {"hours": hours, "minutes": rest})
