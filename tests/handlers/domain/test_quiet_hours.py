"""Nobody is woken: in which countries it is night."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.domain.countries import codes
from handlers.domain.quiet_hours import asleep


def at(time: str, day: str = "2026-01-15") -> datetime:
    return datetime.fromisoformat(f"{day}T{time}+00:00")


@pytest.mark.parametrize(
    ("country", "time", "night"),
    [
        ("FR", "19:59", False),  # 20:59 in Paris
        ("FR", "20:00", True),
        ("FR", "06:59", True),  # 7:59
        ("FR", "07:00", False),
        ("IN", "02:29", True),  # 7:59: half an hour is none of the hours
        ("IN", "02:30", False),
        ("", "07:59", True),
        ("", "08:00", False),
        ("XK", "06:59", True),  # as in Belgrade
        ("XK", "07:00", False),
        ("BV", "08:00", False),  # nobody lives there: UTC
    ],
)
def test_nine_in_the_evening_to_eight_in_the_morning(country: str, time: str, night: bool) -> None:
    assert (country in asleep(at(time))) is night


def test_summer_time_is_known() -> None:
    assert "FR" in asleep(at("19:00", "2026-07-15"))
    assert "FR" not in asleep(at("06:00", "2026-07-15"))


@pytest.mark.parametrize(
    ("time", "night"),
    [
        ("17:59", True),  # 7:59 in Honolulu
        ("18:00", False),
        ("01:59", False),  # 20:59 in New York
        ("02:00", True),  # 21:00 there, and afternoon in Hawaii
    ],
)
def test_where_a_country_is_wide_all_of_it_has_to_be_awake(time: str, night: bool) -> None:
    """Somebody in the United States may live in New York or in Hawaii."""
    assert ("US" in asleep(at(time))) is night


def test_everybody_can_be_written_to_at_some_hour_of_every_day() -> None:
    """Russia with its eleven zones, and Antarctica with all of them, are not left out for ever."""
    for day in ("2026-01-15", "2026-07-15"):
        start = datetime.fromisoformat(f"{day}T00:00+00:00").astimezone(UTC)
        hours = [asleep(start + timedelta(hours=hour)) for hour in range(24)]
        assert codes() & frozenset.intersection(*hours) == set()
        # And everybody has a night.
        assert codes() - frozenset.union(*hours) == set()
