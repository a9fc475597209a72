"""`make quick` leaves nothing quick out."""

import pytest

from tests.support.quick import SLOW_FOLDERS, is_quick


def test_no_test_is_quick_in_a_folder_that_is_left_out(request: pytest.FixtureRequest) -> None:
    """Whoever adds one there takes the folder from the list."""
    assert all(folder.is_dir() for folder in SLOW_FOLDERS)
    assert not [
        each.nodeid
        for each in request.session.items
        if is_quick(each) and any(folder in each.path.parents for folder in SLOW_FOLDERS)
    ]
