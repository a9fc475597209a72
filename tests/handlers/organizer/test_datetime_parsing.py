"""Days and times as people write them, on clocks that jump twice a year."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.organizer import datetime_parsing, time_zones
from handlers.organizer.datetime_parsing import DayOrMonth, Skipped, Unclear

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LOCALES = ("en", "fr", "es", "ru", "ar")


@pytest.mark.parametrize(
    ("text", "locale", "meant"),
    [
        ("2026-03-02 18:30", "en", "2026-03-02 18:30"),
        ("18:30 2026-03-02", "en", "2026-03-02 18:30"),
        ("2026-3-2, 6:30 pm", "en", "2026-03-02 18:30"),
        ("2 March 2026 at 6pm", "en", "2026-03-02 18:00"),
        ("March 2, 18:30", "en", "2026-03-02 18:30"),
        ("12:05 am 2 mar", "en", "2026-03-02 00:05"),
        ("25/12/2026 08:00", "en", "2026-12-25 08:00"),
        ("12/25/2026 08:00", "en", "2026-12-25 08:00"),
        ("02.03.2026 18:30", "en", "2026-03-02 18:30"),
        ("02/03/2026 18h30", "fr", "2026-03-02 18:30"),
        ("2 mars à 18 h", "fr", "2026-03-02 18:00"),
        ("le 14 juillet à 18h30", "fr", "2026-07-14 18:30"),
        ("14 de julio, 18:30", "es", "2026-07-14 18:30"),
        ("2.3. 18:30", "ru", "2026-03-02 18:30"),
        ("2 марта 18:30", "ru", "2026-03-02 18:30"),
        ("2.3.26 18:30", "ru", "2026-03-02 18:30"),
        ("٢٠٢٦-٠٣-٠٢ ١٨:٣٠", "ar", "2026-03-02 18:30"),
        ("2 مارس 18:30", "ar", "2026-03-02 18:30"),
        ("28 February 10:00", "en", "2027-02-28 10:00"),
        ("18:30", "en", "2026-03-01 18:30"),
        ("9:00", "en", "2026-03-02 09:00"),
        ("12:59", "fr", "2026-03-02 12:59"),
    ],
)
def test_a_time_is_understood_as_people_write_it(text: str, locale: str, meant: str) -> None:
    """In each language's order and month names; without a date it is the next such time."""
    found = datetime_parsing.moment(text, locale, PARIS, NOW)
    assert f"{found.at:%Y-%m-%d %H:%M}" == meant
    assert found.at.tzinfo is PARIS
    assert not found.twice


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-03-02",
        "25:00",
        "18:60",
        "2026-02-30 10:00",
        "2026-13-01 10:00",
        "32 March 10:00",
        "13 pm",
        "0 am",
        "99999-01-01 10:00",
        "1999-01-01 10:00",
        "x" * 5000,
        "1:2:3:4",
    ],
)
def test_what_is_no_time_is_not_guessed_at(text: str) -> None:
    with pytest.raises(Unclear):
        datetime_parsing.moment(text, "en", PARIS, NOW)


def test_in_english_nobody_mixes_up_the_day_and_the_month() -> None:
    """3/4 is April to some and March to others: they are asked, not guessed at."""
    with pytest.raises(DayOrMonth):
        datetime_parsing.moment("3/4/2026 10:00", "en", PARIS, NOW)
    assert datetime_parsing.moment("3/4/2026 10:00", "fr", PARIS, NOW).at.date() == date(2026, 4, 3)
    assert datetime_parsing.moment("4/4/2026 10:00", "en", PARIS, NOW).at.date() == date(2026, 4, 4)


def test_a_time_that_the_clocks_jump_over_is_told_with_the_next_there_is() -> None:
    """On 29 March 2026 clocks in Paris go from 02:00 to 03:00."""
    with pytest.raises(Skipped) as told:
        datetime_parsing.moment("2026-03-29 02:30", "fr", PARIS, NOW)
    assert told.value.after == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert f"{told.value.after:%H:%M}" == "03:00"
    assert datetime_parsing.moment("2026-03-29 03:00", "fr", PARIS, NOW).at == told.value.after


def test_of_a_time_that_comes_twice_the_first_is_taken_and_it_is_said() -> None:
    """On 25 October 2026 clocks in Paris show 02:30 in summer time, and again an hour later."""
    found = datetime_parsing.moment("2026-10-25 02:30", "fr", PARIS, NOW)
    assert found.twice
    assert found.at.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert datetime_parsing.offset(found.at) == "UTC+2"


def test_after_the_clocks_have_jumped_the_next_such_time_is_tomorrow() -> None:
    """At ten in the morning of that day, half past two is no hour that was skipped."""
    later = datetime(2026, 3, 29, 10, tzinfo=PARIS)
    found = datetime_parsing.moment("2:30", "en", PARIS, later.astimezone(UTC))
    assert found.at == datetime(2026, 3, 30, 2, 30, tzinfo=PARIS)


def test_between_the_two_times_that_look_alike_the_second_is_the_next() -> None:
    """Twenty to three has come once; half past two will come once more."""
    between = datetime(2026, 10, 25, 0, 40, tzinfo=UTC)
    found = datetime_parsing.moment("2:30", "en", PARIS, between)
    assert found.at.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert not found.twice


def test_a_zone_may_jump_by_half_an_hour() -> None:
    """Lord Howe Island does."""
    howe = ZoneInfo("Australia/Lord_Howe")
    with pytest.raises(Skipped) as told:
        datetime_parsing.moment("2026-10-04 02:15", "en", howe, NOW)
    assert f"{told.value.after:%H:%M}" == "02:30"
    assert datetime_parsing.offset(datetime(2026, 7, 1, tzinfo=howe)) == "UTC+10:30"
    assert (
        datetime_parsing.offset(datetime(2026, 7, 1, tzinfo=ZoneInfo("America/Bogota"))) == "UTC−5"
    )


@pytest.mark.parametrize(
    ("text", "locale", "meant"),
    [
        ("2026-02-01", "en", date(2026, 2, 1)),
        ("1 February", "en", date(2026, 2, 1)),
        ("24 décembre", "fr", date(2025, 12, 24)),
        ("24.12.", "ru", date(2025, 12, 24)),
        ("24/12/25", "es", date(2025, 12, 24)),
    ],
)
def test_a_day_without_a_year_is_the_last_one(text: str, locale: str, meant: date) -> None:
    assert datetime_parsing.day(text, locale, date(2026, 3, 1)) == meant


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("Paris", "Europe/Paris"),
        ("Париж", "Europe/Paris"),
        ("باريس", "Europe/Paris"),
        ("France", "Europe/Paris"),
        ("Moscou", "Europe/Moscow"),
        ("new york", "America/New_York"),
        ("America/New_York", "America/New_York"),
        ("Sao Paulo", "America/Sao_Paulo"),
        ("Kolkata", "Asia/Kolkata"),
        ("Calcutta", "Asia/Kolkata"),
        ("India", "Asia/Kolkata"),
        ("Київ", None),
        ("Kyiv", "Europe/Kyiv"),
        ("Kiev", "Europe/Kyiv"),
        ("utc", "Etc/UTC"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),
    ],
)
def test_a_time_zone_is_found_by_a_city_a_country_or_its_name(typed: str, zone: str | None) -> None:
    found = time_zones.find(typed, LOCALES)
    assert found == ([zone] if zone else found)
    if zone:
        assert time_zones.chosen(time_zones.choice(zone, "en", NOW).id) == zone


def test_a_country_of_many_zones_is_asked_back() -> None:
    assert "America/Sao_Paulo" in time_zones.find("Brazil", LOCALES)[:4]
    assert {"America/New_York", "America/Chicago"} <= set(time_zones.find("USA", LOCALES)[:8])
    assert "Europe/Berlin" in time_zones.find("Berl", LOCALES)
    assert time_zones.find("Atlantis", LOCALES) == []
    assert time_zones.find("<b>", LOCALES) == []
    assert time_zones.chosen("z_00000000") is None


def test_where_most_people_live_is_offered_first() -> None:
    assert time_zones.of("RU")[0] == "Europe/Moscow"
    assert time_zones.of("AU")[0] == "Australia/Sydney"
    offered = time_zones.offered(["CA", "ES", "FR"])
    assert offered == ["America/Toronto", "America/Vancouver", "Europe/Madrid", "Europe/Paris"]
    several = [zone for zone in time_zones.FIRST if zone in time_zones.known()]
    assert all(len(time_zones.of(time_zones.known()[zone])) > 1 for zone in several)


def test_a_city_is_called_as_the_reader_calls_it() -> None:
    assert time_zones.city("Europe/Moscow", "fr") == "Moscou"
    assert time_zones.city("Asia/Kolkata", "ru") == "Калькутта"
    assert time_zones.city("America/New_York", "en") == "New York"
    assert time_zones.city("Etc/UTC", "ar") == "UTC"


def test_every_zone_can_be_tapped() -> None:
    """Their ids are all different, and whoever taps one gets that one."""
    ids = {time_zones.choice(zone, "en", NOW).id: zone for zone in time_zones.known()}
    assert len(ids) == len(time_zones.known())
    assert all(time_zones.chosen(each) == zone for each, zone in ids.items())
