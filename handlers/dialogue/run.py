"""The conversation engine: takes one turn through the steps and comes back with one reply."""

from dataclasses import replace

from handlers.dialogue.messages import (
    ABOUT,
    OWN_ABOUT,
    About,
    Attachment,
    Choice,
    Command,
    Incoming,
    OpenedFrom,
    Picture,
    Reply,
    Tap,
    Text,
    Unreadable,
    Words,
)
from handlers.dialogue.step import BACK, Dialogue, Outcome, Step, Turn


async def run(dialogue: Dialogue, turn: Turn, incoming: Incoming) -> Reply:
    """Answer what came in. `turn` then holds what to keep."""
    step = dialogue.steps.get(turn.step)
    if step is None:
        turn.step = ""
    match incoming:
        case Tap():
            reply = await _tap(dialogue, turn, incoming)
            tapped = dialogue.steps.get(incoming.step)
            return replace(reply, new=tapped is not None and tapped.stays)
        case Command():
            return await _command(dialogue, turn, incoming)
        case Text() if step and step.on_text:
            return await _follow(dialogue, turn, step, await step.on_text(turn, incoming))
        case Picture() if step and step.on_picture:
            return await _follow(dialogue, turn, step, await step.on_picture(turn, incoming))
        case Attachment() if step and step.on_file:
            return await _follow(dialogue, turn, step, await step.on_file(turn, incoming))
        case Text():
            if not turn.notes:
                # Somebody may have typed "yes" under a question that only its buttons answer.
                turn.note("unheard")
        case Picture() | Attachment():
            turn.note("unreadable-media")
        case Unreadable(kind):
            turn.note(f"unreadable-{kind}")
    return await _resume(dialogue, turn)


async def _command(dialogue: Dialogue, turn: Turn, command: Command) -> Reply:
    leads = dialogue.commands.get(command.name)
    if leads is None:
        turn.note("command-unknown")
        return await _resume(dialogue, turn)
    return await _go(
        dialogue, turn, leads if isinstance(leads, str) else await leads(turn, command)
    )


async def _tap(dialogue: Dialogue, turn: Turn, tap: Tap) -> Reply:
    step = dialogue.steps.get(tap.step)
    fits = tap.step == dialogue.language or len(tap.about) <= OWN_ABOUT
    if step is None or not fits or not ABOUT.fullmatch(tap.about):
        turn.note("button-unknown")
        return await _resume(dialogue, turn)
    if tap.choice == "continue":
        return await _resume(dialogue, turn)
    if tap.choice == dialogue.language:
        opened_from = OpenedFrom(step=tap.step, rest=tap.about)
        # Only a forged button can be about more than fits.
        fits = step.aside and ABOUT.fullmatch(opened_from.encode()) is not None
        turn.about = opened_from if fits else About()
        return await _go(dialogue, turn, dialogue.language)
    if step.aside:
        turn.about = step.about.decode(tap.about)
    elif not turn.step:
        # The form is gone, but which campaign it was for is still in the button.
        turn.about = About.decode(tap.about)
        return await _go(dialogue, turn, await dialogue.lost(turn, tap))
    elif turn.step != step.name or step.about_now(turn).encode() != tap.about:
        turn.note("button-old")
        return await _resume(dialogue, turn)
    else:
        turn.about = step.about_now(turn)
    answer = step.answers.get(tap.choice)
    if isinstance(answer, str):
        return await _follow(dialogue, turn, step, answer)
    if answer is not None:
        return await _follow(dialogue, turn, step, await answer(turn))
    if step.on_choice is not None:
        return await _follow(dialogue, turn, step, await step.on_choice(turn, tap))
    turn.note("button-unknown")
    return await _resume(dialogue, turn)


async def _resume(dialogue: Dialogue, turn: Turn) -> Reply:
    """Ask again where the conversation stands."""
    return await _go(dialogue, turn, turn.step or dialogue.home)


async def _follow(dialogue: Dialogue, turn: Turn, step: Step, outcome: Outcome) -> Reply:
    if isinstance(outcome, Reply):
        return _stamp(dialogue, turn, step, outcome)
    if outcome != BACK:
        return await _go(dialogue, turn, outcome or step.name)
    opened_from = OpenedFrom.of(turn.about)
    back = dialogue.steps.get(opened_from.step)
    if back is None or not back.aside:
        return await _resume(dialogue, turn)
    turn.about = back.about.decode(opened_from.rest)
    return await _go(dialogue, turn, back.name)


async def _go(dialogue: Dialogue, turn: Turn, name: str) -> Reply:
    step = dialogue.steps[name]
    if step.aside:
        turn.about = step.about.of(turn.about)
    else:
        turn.step = name
    return await _follow(dialogue, turn, step, await step.ask(turn))


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
        about=step.about_now(turn),
        choices=(*reply.choices, *extra),
        notes=tuple(turn.notes),
    )
