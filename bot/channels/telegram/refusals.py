"""What Telegram means by its refusals (400), whichever library hears them."""

from typing import Literal

Meaning = Literal["unmodified", "gone", "file", "fault"]
"""`unmodified`: the message shows just that already. `gone`: nobody is there (any more), there is
no such message, or we may not write there: no use to try again. `file`: the file's name is not
(any more) known. `fault`: something is wrong with the request."""

REFUSALS: dict[str, Meaning] = {
    "message is not modified": "unmodified",
    "chat not found": "gone",
    "user not found": "gone",
    "user is deactivated": "gone",
    "peer_id_invalid": "gone",
    "bot was blocked": "gone",
    "message to edit not found": "gone",
    "message can't be edited": "gone",
    "message to delete not found": "gone",
    "message can't be deleted": "gone",
    "message_id_invalid": "gone",
    "not enough rights": "gone",
    "need administrator rights": "gone",
    "chat_write_forbidden": "gone",
    "chat_admin_required": "gone",
    "channel_private": "gone",
    "wrong file identifier": "file",
    "wrong remote file": "file",
    "file_reference": "file",
    "query is too old": "fault",
    "can't parse entities": "fault",
    "message is too long": "fault",
    "message caption is too long": "fault",
    "button_data_invalid": "fault",
    "button_url_invalid": "fault",
}
"""Parts of their descriptions, in small letters; the Bot API documents none of them."""


def known(description: str) -> str:
    """The usual refusal that a description is, for logs: the rest of it may quote what was said."""
    lower = description.lower()
    return next((each for each in REFUSALS if each in lower), "for another reason")


def meaning(description: str) -> Meaning:
    """What the refusal means; one that is not known is the request's fault."""
    return REFUSALS.get(known(description), "fault")
