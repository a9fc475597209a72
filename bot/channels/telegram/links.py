"""Links that lead to the bot or carry an invite on."""

from urllib.parse import quote, urlencode

LONGEST_LINK = f"https://t.me/{'x' * 32}?start={'x' * 64}"
"""Stands for any deep link: usernames have 32 characters at most, payloads 64."""


def deep_link(username: str, payload: str = "") -> str:
    """The link that opens the private chat with the bot (Bot API, "Deep linking")."""
    start = f"?start={quote(payload, safe='')}" if payload else ""
    return f"https://t.me/{username}{start}"


def share_link(url: str) -> str:
    """The link that lets a person choose whom to send `url` to."""
    return f"https://t.me/share/url?{urlencode({'url': url})}"
