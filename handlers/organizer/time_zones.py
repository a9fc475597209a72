"""Time zones by the cities and countries that people name."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global

from handlers.dialogue.messages import Choice, Words
from handlers.domain import countries
from handlers.domain.countries import fold
from handlers.domain.organizers import Organizer
from handlers.organizer.datetime_parsing import offset

UNASKED = "UTC"
"""The zone of an organizer who was not asked yet."""

UTC = "Etc/UTC"
"""The zone of one who said that it is to be UTC."""

SHOWN = 8
"""How many are offered before anything is typed."""

MOST = 30
"""How many are offered where a name may mean several: the largest countries have as many."""


FIRST = (
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Denver",
    "America/Toronto",
    "America/Vancouver",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "America/Manaus",
    "America/Buenos_Aires",
    "America/Argentina/Buenos_Aires",
    "America/Santiago",
    "America/Guayaquil",
    "Europe/Moscow",
    "Asia/Yekaterinburg",
    "Asia/Novosibirsk",
    "Europe/Kyiv",
    "Europe/Berlin",
    "Europe/Madrid",
    "Europe/Lisbon",
    "Africa/Kinshasa",
    "Asia/Almaty",
    "Asia/Tashkent",
    "Asia/Shanghai",
    "Asia/Jakarta",
    "Asia/Kuala_Lumpur",
    "Asia/Ulaanbaatar",
    "Australia/Sydney",
    "Australia/Brisbane",
    "Australia/Perth",
    "Pacific/Auckland",
)
"""In countries with several zones: where most of their people are. CLDR does not tell."""


@cache
def known() -> dict[str, str]:
    """Every zone where people live, and the country (ISO 3166-1) that it is in."""
    usable = available_timezones()
    return {
        zone: territory
        for territory, zones in get_global("territory_zones").items()
        if territory in countries.codes()
        for zone in zones
        if zone in usable
    } | {UTC: ""}


@cache
def _older() -> dict[str, list[str]]:
    """The other names of a zone, of which CLDR may know one only: Calcutta for Kolkata."""
    names: dict[str, list[str]] = {}
    for old, new in get_global("zone_aliases").items():
        names.setdefault(new, []).append(old)
    return names


def city(zone: str, locale: str) -> str:
    """The city that a zone is called by, in that language (CLDR), else in English."""
    if zone in (UTC, UNASKED):
        return "UTC"
    names = Locale.parse(locale, sep="-").time_zones
    for name in (zone, *_older().get(zone, ())):
        if found := names.get(name, {}).get("city"):
            return str(found)
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def _index(locales: tuple[str, ...]) -> dict[str, str]:
    """Folded name -> zone: IANA names, and cities in these languages and in English."""
    index: dict[str, str] = {}
    for zone in known():
        for name in (zone, *_older().get(zone, ())):
            index.setdefault(fold(name.replace("_", " ")), zone)
            index.setdefault(fold(name.rpartition("/")[2].replace("_", " ")), zone)
        for locale in locales:
            index.setdefault(fold(city(zone, locale)), zone)
    # Every other name that the database has, old ones too, is good if somebody types it whole.
    for zone in sorted(available_timezones()):
        if "/" in zone and not zone.startswith(("posix/", "right/")):
            index.setdefault(fold(zone.replace("_", " ")), zone)
    return index


def find(text: str, locales: tuple[str, ...]) -> list[str]:
    """The zones that may be meant by a city, a country or an IANA name; one where it is clear."""
    wanted = fold(text[:80].replace("_", " "))
    if zone := _index(locales).get(wanted):
        return [zone]
    if code := countries.find(text, locales):
        return of(code)
    if len(wanted) < 3:
        return []
    starting = (zone for name, zone in _index(locales).items() if name.startswith(wanted))
    near = (zone for code in countries.near(text, locales) for zone in of(code))
    return list(dict.fromkeys([*starting, *near]))[:MOST]


def of(code: str) -> list[str]:
    """The zones of a country, first those that most people live in."""
    found = [zone for zone, country in known().items() if country == code]
    return sorted(found, key=lambda zone: FIRST.index(zone) if zone in FIRST else len(FIRST))


def choice(zone: str, locale: str, now: datetime) -> Choice:
    """A zone to tap, with the time that it is there."""
    return Choice(
        _id(zone),
        Words(
            "choice-zone-there", {"city": city(zone, locale), "at": now.astimezone(ZoneInfo(zone))}
        ),
    )


def _id(zone: str) -> str:
    """An id for a button; IANA names have characters that it cannot hold."""
    return f"z_{sha256(zone.encode()).hexdigest()[:8]}"


@cache
def _by_id() -> dict[str, str]:
    return {_id(zone): zone for zone in available_timezones()}


def chosen(choice_id: str) -> str | None:
    """The zone of a choice, or None."""
    return _by_id().get(choice_id)


def offered(codes: Iterable[str]) -> list[str]:
    """The zones that most people of those countries live in; others can be typed."""
    zones = [zone for code in codes for zone in _usual(of(code))]
    return list(dict.fromkeys(zones))[:SHOWN]


def _usual(zones: Sequence[str]) -> Sequence[str]:
    return [zone for zone in zones[:4] if zone in FIRST] or zones[:1]


def asked(organizer: Organizer) -> bool:
    """Whether the organizer has said which zone is theirs."""
    return organizer.zone != UNASKED


def shown(at: datetime, zone: str, locale: str) -> Words:
    """Whose clock a time is on: the city and its distance from UTC at that time."""
    there = at.astimezone(ZoneInfo(zone))
    if zone in (UTC, UNASKED):
        return Words("zone-utc")
    return Words("zone-city", {"city": city(zone, locale), "offset": offset(there)})


def local(moment: datetime, organizer: Organizer) -> datetime:
    """A moment as the organizer's clock shows it."""
    return moment.astimezone(ZoneInfo(organizer.zone))
