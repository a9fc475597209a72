"""A keyboard as the Bot API takes it, for both libraries."""

from typing import Any

from bot.channels.telegram.render import Button, RenderedMessage


def keyboard(shown: RenderedMessage) -> dict[str, Any] | None:
    """The buttons under a message (Bot API, InlineKeyboardMarkup); None where there are none."""
    rows = [[_button(each) for each in row] for row in shown.rows]
    return {"inline_keyboard": rows} if rows else None


def _button(button: Button) -> dict[str, Any]:
    if button.copied:
        return {"text": button.text, "copy_text": {"text": button.copied}}
    if button.url:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "callback_data": button.data}
