"""Writing the letter of a broadcast in each language."""

from dataclasses import dataclass, replace
from hashlib import sha256

from handlers.dialogue.messages import Choice, Language, Reply, Tap, Text, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain.broadcasts import Letter
from handlers.organizer.about import OfBroadcast, OfLetter
from handlers.organizer.access import BROADCAST_FORM, DRAFT, DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts.drafting import markup
from handlers.organizer.broadcasts.letter import letter_reply
from handlers.organizer.broadcasts.limits import reach, too_long, wanted
from handlers.organizer.broadcasts.summary import preview
from handlers.organizer.broadcasts.ways_back import to_broadcast
from handlers.organizer.campaigns import high_risk
from handlers.organizer.forms import BroadcastForm, enter
from handlers.organizer.navigation import back
from handlers.supporter.updates import STOP


@dataclass(slots=True)
class LetterForm(BroadcastForm):
    """The letter in one language."""

    locale: str = ""
    rewriting: bool = False
    """Whether it is asked for anew, though there is one."""

    @property
    def about(self) -> OfLetter:
        """Its language too, so that no old button takes out another letter.

        That is shortened to two letters, for there is little room.
        """
        mark = sha256(self.locale.encode()).hexdigest()[:2]
        return OfLetter(self.campaign, self.broadcast, mark)


@requires("translator", DRAFT)
async def letters(turn: Turn, access: BroadcastAccess) -> Reply:
    """Which languages are written and which are missing."""
    found, campaign = access.broadcast, access.campaign
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
                    Choice.of(
                        "w",
                        missing[0],
                        Words("choice-write-next", {"language": Language(missing[0])}),
                        alone=True,
                    ),
                )
                if missing
                else ()
            ),
            *(
                Choice.of(
                    "w",
                    each,
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


@requires("translator", DRAFT)
async def pick_language(turn: Turn, access: BroadcastAccess, tap: Tap) -> str | None:
    """To the letter in one language."""
    if tap.name != "w" or tap.value not in {*turn.languages.known, *access.broadcast.letters}:
        turn.note("button-unknown")
        return None
    return _write(turn, access, tap.value)


def _write(turn: Turn, access: BroadcastAccess, locale: str) -> str:
    form = LetterForm(access.campaign.slug, access.broadcast.id, locale)
    return enter(turn, form, "letter-text")


@requires("translator", DRAFT_FORM)
async def letter(turn: Turn, access: BroadcastAccess) -> Reply:
    """The letter as its readers see it, or the question for it."""
    locale = turn.form(LetterForm).locale
    written = locale in access.broadcast.letters
    # A note above the preview would not be part of the letter, and might leave it no room.
    if not written or turn.notes or turn.form(LetterForm).rewriting:
        high_risk.warn(turn, access.campaign)
        return Reply(
            "letter-again" if written else "letter-ask",
            {"language": Language(locale)},
            choices=(*choices(*(["keep"] if written else [])), back("letters")),
        )
    shown = preview(access.broadcast, access.campaign, locale)
    following = _following(access, locale)
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


def _following(access: BroadcastAccess, locale: str) -> str:
    """The next language without a letter, going round; empty where all are written."""
    every = wanted(access.broadcast, access.campaign)
    start = every.index(locale) + 1 if locale in every else 0
    missing = [
        each for each in every[start:] + every[:start] if each not in access.broadcast.letters
    ]
    return missing[0] if missing else ""


@requires("translator", DRAFT_FORM)
async def hear_letter(turn: Turn, access: BroadcastAccess, written: Text) -> str:
    """Take the letter as it was written, unless something is wrong with it."""
    locale = turn.form(LetterForm).locale
    text = markup.tidy(written.marked)
    fault = markup.fault(text)
    before = access.broadcast.letters.get(locale)
    found = Letter(text, before.buttons if before else ())
    if fault is not None:
        turn.notes.append(fault)
    elif not markup.TAG.sub("", text).strip():
        turn.note("letter-empty")
    elif over := turn.overlong(
        letter_reply(access.campaign, locale, found, access.broadcast.picture), locale
    ):
        turn.notes.append(too_long(access.broadcast, locale, over))
    else:
        await turn.stores.organizing.broadcasts.write(access.broadcast, locale, found)
        await access.note(turn, "broadcast-written", language=locale)
        turn.form(LetterForm).rewriting = False
    return "letter-text"


@requires("translator", DRAFT_FORM)
async def write_next(turn: Turn, access: BroadcastAccess) -> str:
    """On to the next language without a letter."""
    following = _following(access, turn.form(LetterForm).locale)
    if not following:
        return access.show(turn)
    return _write(turn, access, following)


@requires("translator", DRAFT_FORM)
async def write_anew(turn: Turn, _access: BroadcastAccess) -> str:
    """Ask for the letter again, though there is one."""
    turn.form(LetterForm).rewriting = True
    return "letter-text"


@requires("translator", DRAFT_FORM)
async def keep(turn: Turn, _access: BroadcastAccess) -> str:
    """Back to the letter as it is."""
    turn.form(LetterForm).rewriting = False
    return "letter-text"


@requires("translator", DRAFT_FORM)
async def write_out(turn: Turn, access: BroadcastAccess) -> str:
    """Take the letter in this language out."""
    locale = turn.form(LetterForm).locale
    if locale in access.broadcast.letters:
        await turn.stores.organizing.broadcasts.write(access.broadcast, locale, None)
        await access.note(turn, "broadcast-written", language=locale)
    turn.note("letter-removed", language=Language(locale))
    return access.show(turn, "letters")


@requires("translator", DRAFT_FORM)
async def no_stop(_turn: Turn, _access: BroadcastAccess) -> Reply:
    """In a preview nobody's messages are stopped."""
    return Reply("preview-stop", choices=(Choice("keep", Words("choice-letter")),))


@requires("translator", BROADCAST_FORM)
async def to_letters(turn: Turn, access: BroadcastAccess) -> str:
    """Back to the languages."""
    return access.show(turn, "letters")


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
        form=LetterForm,
        about=OfLetter,
    ),
)
