"""QR codes of links, for posters and for desktops."""

import io
from functools import lru_cache

import segno

QUIET = 4
"""Modules of empty space around the code (ISO/IEC 18004, 9.1)."""

PIXELS = 16
"""Of a module in a PNG: sharp on a poster, and still a small file."""


@lru_cache(maxsize=256)
def svg(link: str) -> bytes:
    """The code as SVG, as large as whoever shows it likes.

    Raises:
        ValueError: The link is too long for a QR code (about 2,300 bytes).
    """
    file = io.BytesIO()
    # Black on white in a dark theme too: many cameras cannot read an inverted code.
    _code(link).save(
        file, kind="svg", border=QUIET, dark="#000", light="#fff", omitsize=True, xmldecl=False
    )
    return file.getvalue()


@lru_cache(maxsize=256)
def png(link: str) -> bytes:
    """The code as PNG, PIXELS to a module.

    Raises:
        ValueError: The link is too long for a QR code (about 2,300 bytes).
    """
    file = io.BytesIO()
    _code(link).save(file, kind="png", border=QUIET, scale=PIXELS)
    return file.getvalue()


def _code(link: str) -> segno.QRCode:
    # Level M reads with 15 % of it damaged, which a poster in the rain needs.
    return segno.make(link, error="m", micro=False)
