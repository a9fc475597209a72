"""Writing a broadcast: a letter in each language, its buttons, a picture, and looking at it."""

from dataclasses import replace

from handlers.dialogue.messages import (
    Choice,
    Language,
    Picture,
    Reply,
    Tap,
    Text,
    Words,
    choices,
)
from handlers.dialogue.step import Step, Turn
from handlers.domain.broadcasts import Letter
from handlers.domain.campaigns import PictureRefused
from handlers.organizer.broadcasts import markup
from handlers.organizer.broadcasts.access import RESUME, At, at, stand, to
from handlers.organizer.broadcasts.letter import letter_reply
from handlers.organizer.broadcasts.limits import ANY_PICTURE, overlong, reach, too_long, wanted
from handlers.organizer.broadcasts.summary import preview
from handlers.organizer.campaigns import high_risk
from handlers.organizer.navigation import back
from handlers.organizer.sheet import OfBroadcast, OfLetter, Sheet
from handlers.supporter.updates import STOP

# The letters.


@at("translator", draft=True)
async def letters(turn: Turn, here: At) -> Reply:
    """Which languages are written and which are missing."""
    found, campaign = here.broadcast, here.campaign
    readers = await reach(turn, found)
    counts = readers.locales if readers else {}
    first = wanted(found, campaign)
    # Languages that people read come before those that nobody does.
    others = sorted(
        set(turn.languages.known) - set(first), key=lambda each: (-counts.get(each, 0), each)
    )
    missing = [each for each in first if each not in found.letters]
    return Reply(
        "letters",
        {
            "lines": tuple(
                Words(
                    "letters-written" if each in found.letters else "letters-missing",
                    {"language": Language(each), "count": counts.get(each, 0)},
                )
                for each in (*first, *(each for each in others if counts.get(each)))
            ),
        },
        choices=(
            *(
                (
                    Choice(
                        f"w_{missing[0]}",
                        Words("choice-write-next", {"language": Language(missing[0])}),
                        alone=True,
                    ),
                )
                if missing
                else ()
            ),
            *(
                Choice(
                    f"w_{each}",
                    Words(
                        "choice-write-there" if each in found.letters else "choice-write",
                        {"language": Language(each)},
                    ),
                )
                for each in (*first, *others)
                if each not in missing[:1]
            ),
            back("broadcast"),
        ),
    )


@at("translator", draft=True)
async def pick_language(turn: Turn, here: At, tap: Tap) -> str | None:
    locale = tap.choice.removeprefix("w_")
    if locale == tap.choice or locale not in {*turn.languages.known, *here.broadcast.letters}:
        turn.note("button-unknown")
        return None
    return stand(turn, here.broadcast, "letter-text", letter=locale)


def _locale(turn: Turn) -> str:
    return str(turn.form(Sheet).answers.get("letter", ""))


@at("translator", form=True, draft=True)
async def letter(turn: Turn, here: At) -> Reply:
    """The letter as its readers see it, or the question for it."""
    locale = _locale(turn)
    written = locale in here.broadcast.letters
    # A note above the preview would not be part of the letter, and might leave it no room.
    if not written or turn.notes or "rewriting" in turn.form(Sheet).answers:
        high_risk.warn(turn, here.campaign)
        return Reply(
            "letter-again" if written else "letter-ask",
            {"language": Language(locale)},
            choices=(*choices(*(["keep"] if written else [])), back("letters")),
        )
    shown = preview(here.broadcast, here.campaign, locale)
    following = _following(here, locale)
    onward = (
        Choice(
            "write-next",
            Words("choice-write-next", {"language": Language(following)}),
            placement="last",
        ),
    )
    return replace(
        shown,
        choices=(
            *shown.choices,
            *(onward if following else ()),
            *choices("write-done", "write-links", "write-anew", "write-out", placement="last"),
        ),
    )


def _following(here: At, locale: str) -> str:
    """The next language without a letter, going round; empty where all are written."""
    every = wanted(here.broadcast, here.campaign)
    start = every.index(locale) + 1 if locale in every else 0
    missing = [each for each in every[start:] + every[:start] if each not in here.broadcast.letters]
    return missing[0] if missing else ""


@at("translator", form=True, draft=True)
async def hear_letter(turn: Turn, here: At, written: Text) -> str:
    locale = _locale(turn)
    text = markup.tidy(written.marked)
    fault = markup.fault(text)
    before = here.broadcast.letters.get(locale)
    found = Letter(text, before.buttons if before else ())
    if fault is not None:
        turn.notes.append(fault)
    elif not markup.TAG.sub("", text).strip():
        turn.note("letter-empty")
    elif over := turn.overlong(
        letter_reply(here.campaign, locale, found, here.broadcast.picture), locale
    ):
        turn.notes.append(too_long(here.broadcast, locale, over))
    else:
        await turn.stores.organizing.broadcasts.write(here.broadcast, locale, found)
        await _note(turn, here, "broadcast-written", locale)
        turn.form(Sheet).answers.pop("rewriting", None)
    return "letter-text"


async def _note(turn: Turn, here: At, deed: str, locale: str) -> None:
    await turn.stores.organizing.audit.note(
        deed,
        here.organizer,
        here.campaign,
        turn.now,
        number=here.broadcast.id,
        language=locale,
    )


@at("translator", form=True, draft=True)
async def write_next(turn: Turn, here: At) -> str:
    following = _following(here, _locale(turn))
    if not following:
        return to(turn, here.broadcast, leaving=True)
    return stand(turn, here.broadcast, "letter-text", letter=following)


async def write_anew(turn: Turn) -> str:
    turn.form(Sheet).answers["rewriting"] = "yes"
    return "letter-text"


async def keep(turn: Turn) -> str:
    turn.form(Sheet).answers.pop("rewriting", None)
    return "letter-text"


@at("translator", form=True, draft=True)
async def write_out(turn: Turn, here: At) -> str:
    """Take the letter in this language out."""
    locale = _locale(turn)
    if locale in here.broadcast.letters:
        await turn.stores.organizing.broadcasts.write(here.broadcast, locale, None)
        await _note(turn, here, "broadcast-written", locale)
    turn.note("letter-removed", language=Language(locale))
    return to(turn, here.broadcast, "letters", leaving=True)


@at("translator", form=True, draft=True)
async def no_stop(_turn: Turn, _here: At) -> Reply:
    return Reply("preview-stop", choices=(Choice("keep", Words("choice-letter")),))


@at("translator", form=True)
async def to_letters(turn: Turn, here: At) -> str:
    return to(turn, here.broadcast, "letters", leaving=True)


@at("translator", form=True)
async def to_broadcast(turn: Turn, here: At) -> str:
    return to(turn, here.broadcast, leaving=True)


# Link buttons.


@at("translator", form=True, draft=True)
async def links(turn: Turn, here: At) -> Reply | str:
    locale = _locale(turn)
    written = here.broadcast.letters.get(locale)
    if written is None:
        return "letter-text"
    return Reply(
        "letter-links" if written.buttons else "letter-links-none",
        {
            "language": Language(locale),
            "lines": tuple(
                Words("letter-link", {"label": each.title, "url": each.url})
                for each in written.buttons
            ),
        },
        choices=(
            *(choices("links-out") if written.buttons else ()),
            back("letter"),
        ),
    )


@at("translator", form=True, draft=True)
async def hear_links(turn: Turn, here: At, text: Text) -> str:
    locale = _locale(turn)
    written = here.broadcast.letters.get(locale)
    found = markup.links(text.plain)
    if written is None:
        return "letter-text"
    if isinstance(found, Words):
        turn.notes.append(found)
        return "letter-links"
    await turn.stores.organizing.broadcasts.write(
        here.broadcast, locale, replace(written, buttons=found)
    )
    await _note(turn, here, "broadcast-written", locale)
    return "letter-text"


@at("translator", form=True, draft=True)
async def links_out(turn: Turn, here: At) -> str:
    locale = _locale(turn)
    written = here.broadcast.letters.get(locale)
    if written is not None and written.buttons:
        await turn.stores.organizing.broadcasts.write(
            here.broadcast, locale, replace(written, buttons=())
        )
        await _note(turn, here, "broadcast-written", locale)
    return "letter-text"


# The picture.


@at("organizer", draft=True)
async def to_picture(turn: Turn, here: At) -> str:
    return stand(turn, here.broadcast, "letter-picture")


@at("organizer", form=True, draft=True)
async def picture(_turn: Turn, here: At) -> Reply:
    there = bool(here.broadcast.picture)
    return Reply(
        "letter-picture" if there else "letter-picture-none",
        choices=(*choices(*(["picture-out"] if there else [])), back("broadcast")),
        picture=here.broadcast.picture,
    )


@at("organizer", form=True, draft=True)
async def see_picture(turn: Turn, here: At, picture: Picture) -> str:
    image = await picture.load()
    if image is None:
        turn.note("picture-lost")
        return "letter-picture"
    pictured = replace(here.broadcast, picture=here.broadcast.picture or ANY_PICTURE)
    if found := overlong(turn, pictured, here.campaign):
        turn.notes.append(too_long(pictured, *found))
        return "letter-picture"
    try:
        await turn.stores.organizing.broadcasts.illustrate(here.broadcast, image)
    except PictureRefused as refusal:
        turn.note(f"picture-{refusal.why}", **refusal.facts)
        return "letter-picture"
    await _illustrated(turn, here)
    turn.note("letter-picture-taken")
    return "letter-picture"


@at("organizer", form=True, draft=True)
async def picture_out(turn: Turn, here: At) -> str:
    if here.broadcast.picture:
        await turn.stores.organizing.broadcasts.illustrate(here.broadcast, None)
        await _illustrated(turn, here)
    turn.note("letter-picture-removed")
    return "letter-picture"


async def _illustrated(turn: Turn, here: At) -> None:
    await turn.stores.organizing.audit.note(
        "broadcast-illustrated", here.organizer, here.campaign, turn.now, number=here.broadcast.id
    )


# Looking at it as a supporter.


@at("translator")
async def try_out(turn: Turn, here: At) -> Reply | str:
    """In which language to see it in one's own chat."""
    if not here.broadcast.letters:
        turn.note("broadcast-unwritten")
        return "broadcast"
    return Reply(
        "try",
        choices=(
            *(
                Choice(f"t_{each}", Words("choice-try-language", {"language": Language(each)}))
                for each in here.broadcast.letters
            ),
            back("broadcast"),
        ),
    )


@at("translator")
async def try_in(turn: Turn, here: At, tap: Tap) -> Reply | None:
    """The letter itself, with its picture and its buttons."""
    locale = tap.choice.removeprefix("t_")
    if locale == tap.choice or locale not in here.broadcast.letters:
        turn.note("button-unknown")
        return None
    await _note(turn, here, "broadcast-tried", locale)
    shown = preview(here.broadcast, here.campaign, locale)
    return replace(
        shown,
        choices=(*shown.choices, Choice("write-done", Words("choice-back"), placement="last")),
    )


async def try_stop(turn: Turn) -> None:
    turn.note("preview-stop")


STEPS = (
    Step(
        "letters", letters, {"broadcast": "broadcast"}, on_choice=pick_language, about=OfBroadcast
    ),
    Step(
        "letter-text",
        letter,
        {
            STOP: no_stop,
            "write-next": write_next,
            "write-links": "letter-links",
            "write-anew": write_anew,
            "write-out": write_out,
            "write-done": to_broadcast,
            "keep": keep,
            "letters": to_letters,
        },
        on_text=hear_letter,
        form=Sheet,
        about=OfLetter,
        resume=RESUME,
    ),
    Step(
        "letter-links",
        links,
        {"links-out": links_out, "letter": "letter-text"},
        on_text=hear_links,
        form=Sheet,
        about=OfLetter,
        resume=RESUME,
    ),
    Step(
        "letter-picture",
        picture,
        {"picture-out": picture_out, "broadcast": to_broadcast},
        on_picture=see_picture,
        form=Sheet,
        about=OfBroadcast,
        resume=RESUME,
    ),
    Step(
        "try",
        try_out,
        {STOP: try_stop, "write-done": "try", "broadcast": "broadcast"},
        on_choice=try_in,
        about=OfBroadcast,
    ),
)
