"""Switching languages, from every screen and without losing the place."""

from handlers.dialogue.messages import Choice, OpenedFrom, Reply, Tap, Words
from handlers.dialogue.step import BACK, Step, Turn


async def ask(turn: Turn) -> Reply:
    """The languages, each by the name that its own speakers give it."""
    return Reply(
        "language",
        choices=tuple(
            Choice(locale.tag, Words("choice-locale", {"name": locale.name}))
            for locale in turn.languages.known.values()
        ),
    )


async def choose(turn: Turn, tap: Tap) -> str | None:
    """Speak the language that was tapped from now on, and go back to where it was asked for.

    What is sent to them unasked, as a subscriber or an organizer, is in that language as well. An
    unknown one is answered as any unknown button, and the languages are shown again.
    """
    if tap.choice not in turn.languages.known:
        turn.note("button-unknown")
        return None
    turn.lasting.language = tap.choice
    await turn.stores.supporters.speaks(turn.person, tap.choice)
    organizers = turn.stores.organizing.organizers
    if organizer := await organizers.find(turn.person):
        await organizers.settle(organizer, locale=tap.choice)
    return BACK


STEPS = (Step("language", ask, on_choice=choose, about=OpenedFrom),)
