"""What of the figures is shown, and what is too little to be shown."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.campaigns import FEWEST as STEPS
from handlers.domain.statistics import largest

FEWEST = STEPS["normal"]

ROWS = 12

COUNTRIES = ["AR", "BE", "BR", "CA", "CH", "DE", "ES", "FR", "GB", "IT", "MX", "NL", "SE", "US"]


@given(
    st.dictionaries(st.sampled_from(COUNTRIES), st.integers(1, 60)),
    st.integers(0, 30),
)
def test_no_number_points_at_few_people(countries: dict[str, int], nowhere: int) -> None:
    """Neither one that is shown nor one that is left when all that is shown is taken away."""
    world = sum(countries.values()) + nowhere
    shown, others = largest(world, countries, ROWS)
    assert all(FEWEST <= amount <= countries[code] < amount + FEWEST for code, amount in shown)
    rest = world - sum(countries[code] for code, _ in shown)
    assert others <= rest < others + FEWEST
    assert len(shown) <= ROWS
    if shown:
        assert others == 0 or others >= FEWEST


def test_two_looks_do_not_tell_from_where_somebody_signed() -> None:
    """Whoever keeps asking sees the world's total move, and a country only by tens."""
    before = largest(63, {"FR": 21, "BE": 22}, ROWS)
    assert before == ([("BE", 20), ("FR", 20)], 20)
    assert largest(64, {"FR": 22, "BE": 22}, ROWS) == before
    assert largest(64, {"FR": 21, "BE": 22, "SE": 1}, ROWS) == before


def test_the_largest_come_first() -> None:
    """And among equals the order is always the same."""
    shown, others = largest(60, {"SE": 10, "FR": 20, "BE": 20}, ROWS)
    assert shown == [("BE", 20), ("FR", 20), ("SE", 10)]
    assert others == 10
