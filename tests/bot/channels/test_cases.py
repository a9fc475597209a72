"""Every channel plays its table of cases: what it hears, and what it sends.

Those of one channel run in one process: its library may take seconds to load.
"""

from collections.abc import Callable, Sequence

import pytest

from handlers.dialogue.messages import Attachment, Picture
from tests.bot.channels.cases import Hears, Sends, Table
from tests.bot.channels.telegram import cases as telegram
from tests.bot.channels.terminal import cases as terminal

TABLES = {"telegram": telegram.TABLE, "terminal": terminal.TABLE}


def each_case(of: Callable[[Table], Sequence[Hears | Sends]]) -> pytest.MarkDecorator:
    """Play those cases of every channel's table."""
    return pytest.mark.parametrize(
        ("table", "case"),
        [
            pytest.param(
                table,
                case,
                id=f"{name}: {case.what}",
                marks=pytest.mark.xdist_group(f"cases-{name}"),
            )
            for name, table in TABLES.items()
            for case in of(table)
        ],
    )


@each_case(lambda table: table.hears)
async def test_what_the_conversation_hears(table: Table, case: Hears) -> None:
    """Once, or nothing at all."""
    async with table.opened() as channel:
        heard = await channel.hears(case.raw)
    if case.incoming is None:
        assert heard == []
    elif case.incoming in (Picture, Attachment):
        assert [type(each) for each in heard] == [case.incoming]
    else:
        assert heard == [case.incoming]


@each_case(lambda table: table.sends)
async def test_what_goes_out(table: Table, case: Sends) -> None:
    """Just as the channel takes it."""
    async with table.opened() as channel:
        assert await channel.sends(case.reply) == case.raw
