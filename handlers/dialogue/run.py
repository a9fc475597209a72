"""The conversation engine: takes one turn through the steps and comes back with one reply."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from handlers.dialogue.messages import Choice, Reply, Words
from handlers.dialogue.step import (
    ABOUT,
    BACK,
    OWN_ABOUT,
    Attached,
    Commanded,
    Dialogue,
    Incoming,
    Pictured,
    Said,
    Step,
    Tapped,
    Turn,
    Unreadable,
)


async def run(dialogue: Dialogue, turn: Turn, incoming: Incoming) -> Reply:
    """Answer what came in. `turn.step` and `turn.answers` are what to keep afterwards."""
    if turn.step and turn.step not in dialogue.steps:
        turn.step = ""
    match incoming:
        case Said(text, marked):
            turn.text, turn.marked = text, marked
            return await _hear(dialogue, turn)
        case Pictured(load):
            return await _look(dialogue, turn, load)
        case Attached(load):
            return await _take(dialogue, turn, load)
        case Tapped():
            reply = await _tap(dialogue, turn, incoming)
            tapped = dialogue.steps.get(incoming.step)
            return replace(reply, new=tapped is not None and tapped.stays)
        case Commanded(name, argument):
            turn.text = argument
            if name not in dialogue.commands:
                turn.note("command-unknown")
                return await _resume(dialogue, turn)
            return await _go(dialogue, turn, dialogue.commands[name])
        case Unreadable(kind):
            turn.note(f"unreadable-{kind}")
            return await _resume(dialogue, turn)


async def _hear(dialogue: Dialogue, turn: Turn) -> Reply:
    step = dialogue.steps.get(turn.step)
    if step is None or step.heard is None:
        if not turn.notes:
            # Somebody may have typed "yes" under a question that only its buttons answer.
            turn.note("unheard")
        return await _resume(dialogue, turn)
    return await _follow(dialogue, turn, step, await step.heard(turn))


async def _look(
    dialogue: Dialogue, turn: Turn, load: Callable[[], Awaitable[bytes | None]]
) -> Reply:
    step = dialogue.steps.get(turn.step)
    if step is None or step.pictured is None:
        turn.note("unreadable-media")
        return await _resume(dialogue, turn)
    turn.image = await load()
    return await _follow(dialogue, turn, step, await step.pictured(turn))


async def _take(
    dialogue: Dialogue, turn: Turn, load: Callable[[], Awaitable[bytes | None]]
) -> Reply:
    step = dialogue.steps.get(turn.step)
    if step is None or step.attached is None:
        turn.note("unreadable-media")
        return await _resume(dialogue, turn)
    turn.file = await load()
    return await _follow(dialogue, turn, step, await step.attached(turn))


async def _tap(dialogue: Dialogue, turn: Turn, tap: Tapped) -> Reply:
    step = dialogue.steps.get(tap.step)
    turn.choice = tap.choice
    fits = tap.step == dialogue.language or len(tap.about) <= OWN_ABOUT
    if step is None or not fits or not ABOUT.fullmatch(tap.about):
        turn.note("button-unknown")
        return await _resume(dialogue, turn)
    if tap.choice == "continue":
        return await _resume(dialogue, turn)
    if tap.choice == dialogue.language:
        back = f"{tap.step}.{tap.about}"
        # Only a forged button can be about more than fits.
        turn.about = back if step.aside and ABOUT.fullmatch(back) else ""
        return await _go(dialogue, turn, dialogue.language)
    if not step.aside and (turn.step != step.name or step.about(turn) != tap.about):
        if not turn.step:
            # The answers are gone, but which campaign they were for is still in the button.
            turn.about = tap.about.partition(".")[0]
            return await _go(dialogue, turn, dialogue.lost)
        turn.note("button-old")
        return await _resume(dialogue, turn)
    turn.about = tap.about
    answer = step.answers.get(tap.choice, step.picked)
    if answer is None:
        turn.note("button-unknown")
        return await _resume(dialogue, turn)
    outcome = answer if isinstance(answer, str) else await answer(turn)
    return await _follow(dialogue, turn, step, outcome)


async def _resume(dialogue: Dialogue, turn: Turn) -> Reply:
    """Ask again where the conversation stands."""
    return await _go(dialogue, turn, turn.step or dialogue.home)


async def _follow(dialogue: Dialogue, turn: Turn, step: Step, outcome: Reply | str | None) -> Reply:
    if isinstance(outcome, Reply):
        return _stamp(dialogue, turn, step, outcome)
    if outcome == BACK:
        name, _, turn.about = turn.about.partition(".")
        opened_from = dialogue.steps.get(name)
        if opened_from is None or not opened_from.aside:
            return await _resume(dialogue, turn)
        return await _go(dialogue, turn, name)
    return await _go(dialogue, turn, outcome or step.name)


async def _go(dialogue: Dialogue, turn: Turn, name: str) -> Reply:
    step = dialogue.steps[name]
    if not step.aside:
        turn.step = name
    asked = await step.ask(turn)
    return await _follow(dialogue, turn, step, asked)


def _stamp(dialogue: Dialogue, turn: Turn, step: Step, reply: Reply) -> Reply:
    """Put on a reply who asks it, and the two choices that the engine itself answers."""
    extra: list[Choice] = []
    if step.aside and turn.step:
        extra.append(Choice("continue", Words(dialogue.steps[turn.step].resume), placement="last"))
    if step.language and step.name != dialogue.language:
        extra.append(Choice(dialogue.language, placement="last"))
    return replace(
        reply,
        step=step.name,
        about=turn.about if step.aside else step.about(turn),
        choices=(*reply.choices, *extra),
        notes=tuple(turn.notes),
    )
