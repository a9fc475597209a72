"""How a test says what is refused."""

from collections.abc import Callable, Iterator
from typing import ParamSpec

import pytest

from storage.transparency_log.formats.refusals import Reason, Refused

Given = ParamSpec("Given")


def refusal(check: Callable[Given, object], *args: Given.args, **more: Given.kwargs) -> Reason:
    """Why that call is refused; the operator is told in words."""
    with pytest.raises(Refused) as refused:
        check(*args, **more)
    assert str(refused.value)
    return refused.value.reason


def flipped(content: bytes) -> Iterator[bytes]:
    """The content with one byte changed, for each of its bytes and in several ways."""
    for at in range(len(content)):
        for change in (1, 2, 0x20, 0x80):
            yield content[:at] + bytes([content[at] ^ change]) + content[at + 1 :]
