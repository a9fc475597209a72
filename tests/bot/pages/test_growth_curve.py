"""How the page shows that a total grew."""

from datetime import date, timedelta

from bot.pages.growth_curve import HEIGHT, ROWS, WIDTH, curve

FIRST = date(2026, 3, 1)


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
