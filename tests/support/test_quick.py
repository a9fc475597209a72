"""`make quick` leaves nothing quick out."""

import pytest

from tests.support.quick import SLOW, is_quick


def test_no_test_is_quick_in_a_place_that_is_left_out(request: pytest.FixtureRequest) -> None:
    """Whoever adds one there takes the place from the list."""
    assert all(place.exists() for place in SLOW)
    assert not [
        each.nodeid
        for each in request.session.items
        if is_quick(each) and not SLOW.isdisjoint((each.path, *each.path.parents))
    ]
