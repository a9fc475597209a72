"""A keyboard as aiogram sends it."""

from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.telegram.render import Shown


def keyboard(shown: Shown) -> InlineKeyboardMarkup | None:
    """The buttons under it."""
    rows = [
        [
            InlineKeyboardButton(
                text=each.text,
                callback_data=each.data or None,
                url=each.url or None,
                copy_text=CopyTextButton(text=each.copied) if each.copied else None,
            )
            for each in row
        ]
        for row in shown.rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
