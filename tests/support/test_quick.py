"""`make quick` leaves nothing quick out."""

import pytest

from tests.support.quick import SLOW_PATHS, is_quick


def test_no_test_is_quick_in_a_folder_that_is_left_out(request: pytest.FixtureRequest) -> None:
    """Whoever adds one there takes the folder or the file from the list."""
    assert all(path.exists() for path in SLOW_PATHS)
    assert not [
        each.nodeid
        for each in request.session.items
        if is_quick(each) and any(each.path.is_relative_to(path) for path in SLOW_PATHS)
    ]
