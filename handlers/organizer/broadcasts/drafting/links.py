"""The buttons below a letter that open an address."""

from dataclasses import replace

from handlers.dialogue.messages import Language, Reply, Text, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.organizer.about import OfLetter
from handlers.organizer.access import DRAFT_FORM, BroadcastAccess, requires
from handlers.organizer.broadcasts.drafting import markup
from handlers.organizer.broadcasts.drafting.letters import LetterForm
from handlers.organizer.navigation import back


@requires("translator", DRAFT_FORM)
async def links(turn: Turn, access: BroadcastAccess) -> Reply | str:
    """The buttons there are, and how one is typed."""
    locale = turn.form(LetterForm).locale
    written = access.broadcast.letters.get(locale)
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


@requires("translator", DRAFT_FORM)
async def hear_links(turn: Turn, access: BroadcastAccess, text: Text) -> str:
    """Take the buttons that were typed in the place of those before."""
    locale = turn.form(LetterForm).locale
    written = access.broadcast.letters.get(locale)
    found = markup.links(text.plain)
    if written is None:
        return "letter-text"
    if isinstance(found, Words):
        turn.notes.append(found)
        return "letter-links"
    await turn.stores.organizing.broadcasts.write(
        access.broadcast, locale, replace(written, buttons=found)
    )
    await access.note(turn, "broadcast-written", language=locale)
    return "letter-text"


@requires("translator", DRAFT_FORM)
async def links_out(turn: Turn, access: BroadcastAccess) -> str:
    """Take all of them out."""
    locale = turn.form(LetterForm).locale
    written = access.broadcast.letters.get(locale)
    if written is not None and written.buttons:
        await turn.stores.organizing.broadcasts.write(
            access.broadcast, locale, replace(written, buttons=())
        )
        await access.note(turn, "broadcast-written", language=locale)
    return "letter-text"


STEPS = (
    Step(
        "letter-links",
        links,
        {"links-out": links_out, "letter": "letter-text"},
        on_text=hear_links,
        form=LetterForm,
        about=OfLetter,
    ),
)
