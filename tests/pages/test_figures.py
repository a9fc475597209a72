"""What of the figures is shown, and what is too little to be shown."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.pages.figures import HEIGHT, ROWS, WIDTH, curve
from handlers.alert import FEWEST
from handlers.charts import largest

FIRST = date(2026, 3, 1)

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


def test_growth_adds_up_and_ends_today() -> None:
    """Days without signatures are level; the last number is the total."""
    drawn = curve({FIRST: 5, FIRST + timedelta(days=2): 3}, FIRST + timedelta(days=4))
    assert drawn is not None
    assert [total for _, total in drawn.rows] == [5, 5, 8, 8, 8]
    assert (drawn.first, drawn.last) == (FIRST, FIRST + timedelta(days=4))
    assert drawn.line.startswith(f"M0.0 {HEIGHT * 3 / 8:.1f}L")
    assert drawn.line.endswith(f"{WIDTH:.1f} 0.0")


def test_growth_runs_from_right_to_left_where_people_read_so() -> None:
    """The first day is on the right."""
    drawn = curve({FIRST: 5}, FIRST + timedelta(days=4), mirrored=True)
    assert drawn is not None
    assert drawn.line.startswith(f"M{WIDTH:.1f} ")


def test_years_of_growth_stay_small() -> None:
    """A long campaign's curve has no more corners than can be seen."""
    days = {FIRST + timedelta(days=number): 1 for number in range(3000)}
    drawn = curve(days, max(days))
    assert drawn is not None
    assert drawn.line.count("L") < 120
    assert len(drawn.rows) == ROWS
    assert drawn.rows[-1] == (max(days), 3000)


def test_one_day_is_no_curve() -> None:
    """Nothing is drawn before there is something to see."""
    assert curve({}, FIRST) is None
    assert curve({FIRST: 5}, FIRST) is None
