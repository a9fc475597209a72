"""What the bot tells Telegram about itself at start-up."""

from typing import TYPE_CHECKING

import pytest

from handlers.steps import COMMANDS

if TYPE_CHECKING:
    from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def introduce(town: "Town") -> None:
    from bot.channels.telegram.profile import announce_profile

    parts = town.parts
    await announce_profile(parts.bot, parts.texts, COMMANDS, parts.storage.shared_cache)


async def test_the_menu_and_the_descriptions_are_in_every_language(town: "Town") -> None:
    """A person's own app shows them; who speaks another language sees English."""
    await introduce(town)
    world = town.simulator.world
    for language in ("en", "fr", "es", "ru", "ar", "de"):
        person = town.simulator.person(f"Ana {language}", language)
        assert person.commands == list(COMMANDS)
    assert set(world.bot.descriptions) == {"", *town.parts.texts.known}
    assert len(set(world.bot.descriptions.values())) == len(town.parts.texts.known)
    assert set(world.bot.short_descriptions) == {"", *town.parts.texts.known}


async def test_the_profile_is_told_only_when_it_has_changed(town: "Town") -> None:
    """Telegram refuses these methods for hours to those who call them often."""
    await introduce(town)
    told = len(town.simulator.calls_of("setMyCommands"))
    await introduce(town)
    assert len(town.simulator.calls_of("setMyCommands")) == told
    await town.parts.storage.shared_cache.drop("profile")
    await introduce(town)
    assert len(town.simulator.calls_of("setMyCommands")) == 2 * told


async def test_a_telegram_that_does_not_answer_is_asked_again(
    town: "Town", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The webhook is set once Telegram answers; until then the process serves already."""
    from bot.channels.telegram import profile

    monkeypatch.setattr(profile, "SHORTEST", 0.01)
    town.simulator.mischief.fail(2, code=500, method="setWebhook")
    await profile.announce(town.parts.bot, [profile.webhook(f"{town.url}/hook", "another-secret")])
    assert [call.ok for call in town.simulator.calls_of("setWebhook")][-1]
    assert town.simulator.webhook.secret == "another-secret"
