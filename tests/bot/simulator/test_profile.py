"""The bot's own profile, as its makers set it and as people see it."""

from __future__ import annotations

import pytest

from bot.simulator import Simulator
from tests.support.raw import RawBot


async def test_each_person_sees_the_menu_in_their_language(sim: Simulator, raw: RawBot) -> None:
    """The menu of the person's language, or the one for everybody."""
    one = [{"command": "start", "description": "Start"}]
    fr = [{"command": "aide", "description": "De l’aide"}]
    await raw.result("setMyCommands", commands=one)
    await raw.result("setMyCommands", commands=fr, language_code="fr")
    assert sim.person("Amira", "ar").commands == ["start"]
    assert sim.person("Luc", "fr").commands == ["aide"]
    assert await raw.result("getMyCommands", language_code="fr") == fr
    await raw.result("deleteMyCommands", language_code="fr")
    assert sim.person("Luc").commands == ["start"]


async def test_a_scope_of_ones_own_goes_first(sim: Simulator, raw: RawBot, amira: int) -> None:
    """The menu of one chat hides the general one there, and nowhere else."""
    await raw.result("setMyCommands", commands=[{"command": "all", "description": "x"}])
    await raw.result(
        "setMyCommands",
        commands=[{"command": "mine", "description": "x"}],
        scope={"type": "chat", "chat_id": amira},
    )
    assert sim.person("Amira").commands == ["mine"]
    assert sim.person("Bea").commands == ["all"]


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [
        ("Start", "x", "BOT_COMMAND_INVALID"),
        ("x" * 33, "x", "BOT_COMMAND_INVALID"),
        ("x", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("x", "x" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_bad_command_is_refused(
    raw: RawBot, command: str, description: str, reason: str
) -> None:
    """Lower case, digits and underscores; a description of 1 to 256 characters."""
    commands = [{"command": command, "description": description}]
    refused = await raw.refusal("setMyCommands", commands=commands)
    assert refused == f"400 Bad Request: {reason}"


async def test_a_language_code_has_two_letters(raw: RawBot) -> None:
    """`pt-br` is a client's language, not one of the profile's."""
    refused = await raw.refusal("setMyName", name="x", language_code="pt-br")
    assert refused == "400 Bad Request: invalid language code specified"


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [
        ("MyName", "name", 64),
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
    ],
)
async def test_names_and_descriptions_by_language(
    raw: RawBot, method: str, field: str, most: int
) -> None:
    """Kept per language, with the general one as fallback, and no longer than allowed."""
    await raw.result(f"set{method}", **{field: "x" * most})
    await raw.result(f"set{method}", **{field: "français"}, language_code="fr")
    assert await raw.result(f"get{method}", language_code="fr") == {field: "français"}
    assert await raw.result(f"get{method}", language_code="ru") == {field: "x" * most}
    refused = await raw.refusal(f"set{method}", **{field: "x" * (most + 1)})
    assert refused == f"400 Bad Request: {field} is too long"
