"""The apps that people pass things on in: what each takes, and in which order to offer them.

Nothing here knows where a button stands. A channel that can open an app's address does; one that
cannot gives the words to copy.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from handlers.domain.text import length

LONGEST = 1000
"""The most characters of words to pass on: more than anybody reads of a friend's message."""

LIGHT = re.compile("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
"""What X counts once; everything else counts twice (twitter-text, configuration version 3)."""

X_TEXT, X_LINK = 280, 23
"""The weight of a post, and of any link in it, however long (twitter-text, version 3)."""


def fits_x(text: str) -> bool:
    """Whether it is short enough for a post with a blank and the link behind it."""
    light = len(LIGHT.findall(text))
    return light + 2 * (len(text) - light) <= X_TEXT - X_LINK - 1


GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The default alphabet of a text message, 7 bits each (3GPP TS 23.038, 6.2.1)."""

GSM_TWICE = frozenset("\f^{}\\[~]|€")
"""Its extension, at the price of two (6.2.1.1)."""

SMS_GSM, SMS_OTHER = 160, 70
"""The characters of one text message in that alphabet, and in any other (UCS-2)."""

TYPEWRITER = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "–": "-", "—": "-",
     "…": "...", "\u00a0": " ", "\u202f": " "}
)  # fmt: skip
"""What stands in for characters that would more than halve the length of a text message."""


def fits_sms(text: str) -> bool:
    """Whether it is a single text message."""
    if GSM.union(GSM_TWICE).issuperset(text):
        return len(text) + sum(letter in GSM_TWICE for letter in text) <= SMS_GSM
    return length(text) <= SMS_OTHER


def fits(text: str) -> bool:
    """Whether it is short enough for a friend to read."""
    return length(text) <= LONGEST


@dataclass(frozen=True, slots=True)
class App:
    """An app. `name` is its own, in nobody's language; empty for things that have none."""

    id: str
    name: str = ""
    fits: Callable[[str], bool] = fits
    """Whether the app takes such words, best effort: a long link alone may be too much."""
    beside: bool = False
    """The link travels beside the words and must not stand in them."""
    subject: bool = False
    plain: bool = False
    """Typewriter quotes and dots only: anything finer makes a text message cost double."""


APPS = {
    app.id: app
    for app in (
        App("telegram", "Telegram", beside=True),
        App("whatsapp", "WhatsApp"),
        App("viber", "Viber"),
        App("messenger", "Messenger"),
        App("facebook", "Facebook"),
        App("x", "X", fits_x, beside=True),
        App("email", subject=True),
        App("sms", fits=fits_sms, plain=True),
        App("copy"),
        App("signal", "Signal"),
    )
}
"""In the order for a country of which nothing else is known."""

FIRST = {
    "whatsapp telegram facebook": "AE AR BD BO BR CL CO CR DO DZ EC EG ES GH GT HN IL IN IT JO KE "
    "KW LB LK LY MA MX MY NG NI OM PA PE PK PR PY QA SA SD SG SN SV TN TR TZ UG UY VE YE ZA ZW",
    "whatsapp signal telegram": "AT BE CH DE FI GB IE LU NL PT",
    "whatsapp messenger sms": "AU CA FR NZ US",
    "messenger whatsapp facebook": "CZ DK GE LT MM MN NO PH PL SE SK",
    "viber telegram facebook": "AL BA BG GR ME MK RS",
    "telegram viber whatsapp": "AM AZ BY HR HU KG KZ LV MD RO RU TJ TM UA UZ",
    "telegram whatsapp x": "ET HK IQ IR KH SY",
}
"""Apps -> where they come first, in this order: everyday habit, not a measurement. Change it
freely; what is not named follows in the usual order."""

_FIRST = {country: apps.split() for apps, those in FIRST.items() for country in those.split()}


def order(country: str) -> list[App]:
    """Every app, those that people in that country use most first."""
    return [APPS[each] for each in dict.fromkeys((*_FIRST.get(country, ()), *APPS))]


def address(app: App, text: str, link: str, subject: str = "") -> str:
    """The address that opens the app with these words, and the link where it goes beside them.

    Empty for an app that cannot be opened so: there the words are to be copied. Only some of
    these are web addresses; the others are opened by the app itself.
    """
    match app.id:
        case "telegram":
            return _url("https://t.me/share/url", url=link, text=text)
        case "whatsapp":
            return _url("https://wa.me/", text=text)
        case "viber":
            return _url("viber://forward", text=text)
        case "messenger":
            return _url("fb-messenger://share/", link=link)
        case "facebook":
            return _url("https://www.facebook.com/sharer/sharer.php", u=link)
        case "x":
            return _url("https://x.com/intent/post", text=text, url=link)
        case "email":
            return _url("mailto:", subject=subject, body=text)
        case "sms":
            # Apple's phones want `&` before the body, and the others take it too (RFC 5724, 2.2).
            return f"sms:?&body={quote(text, safe='')}"
        case _:
            return ""


def _url(base: str, **query: str) -> str:
    # Blanks as %20: mail programs and WhatsApp show a plus as it is.
    return f"{base}?{urlencode(query, quote_via=quote)}"
