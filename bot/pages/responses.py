"""HTTP answers: what every one of them says for safety, and how little is sent twice."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus

from aiohttp import web, web_response

from bot.pages.single_flight_cache import SingleFlightCache

FRESH = 1.0
"""Seconds for which a page, a figure or a checkpoint is shown again as it is."""

RUSH = "public, max-age=5, stale-while-revalidate=30"
"""For what changes with each signature: a cache in front may answer in our place."""

A_WHILE = "public, max-age=300"
"""For pictures of the total: messengers ask for them once anyway."""

FOR_GOOD = "public, max-age=31536000, immutable"
"""For what has an address of its own in each version."""

BY_LANGUAGE = {"Vary": "Accept-Language"}
"""For what is answered in the language of whoever asks."""

WORTH_PACKING = 500
"""Bytes from which on a text is compressed."""

COMMON = {
    "X-Content-Type-Options": "nosniff",
    # A petition's address may say something about its reader: nobody hears it from us.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
    " connect-src {connects}; base-uri 'none'; form-action 'none'; frame-ancestors {frames}"
)
"""Nothing inline, nothing from elsewhere (Content Security Policy Level 3)."""

PAGE = {
    **COMMON,
    "Content-Security-Policy": POLICY.format(connects="'self'", frames="'none'"),
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""For what is looked at by itself."""

SILENT = {
    **PAGE,
    "Content-Security-Policy": POLICY.format(connects="'none'", frames="'none'"),
}
"""For a page whose scripts have something in hand that must not leave it."""

FRAME = {
    **COMMON,
    "Content-Security-Policy": POLICY.format(connects="'self'", frames="*"),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For the counter, which stands in other people's pages."""

SHARED = {
    **COMMON,
    "Content-Security-Policy": "default-src 'none'; style-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}
"""For pictures and figures that others may show."""


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of each kind of answer, for one public address."""

    page: Mapping[str, str]
    log: Mapping[str, str]
    frame: Mapping[str, str]
    shared: Mapping[str, str]


def headers(public_url: str) -> Headers:
    """The headers for a server that people reach at `public_url`.

    Only over HTTPS may a browser be told to come by HTTPS from then on (RFC 6797, 7.2).
    """
    secure = public_url.startswith("https://")
    transport = {"Strict-Transport-Security": "max-age=31536000"} if secure else {}
    return Headers(
        page={**PAGE, **BY_LANGUAGE, **transport},
        log={**SILENT, **BY_LANGUAGE, **transport},
        frame={**FRAME, **BY_LANGUAGE, **transport},
        shared={**SHARED, **transport},
    )


SERVER = "Porte-voix"
"""Who answers. Which versions of what are behind it helps only those who look for a hole."""


def name_no_versions() -> None:
    """Let no answer of this process say what it is made with.

    Not in a signal: aiohttp sends none for its own answers to what is no HTTP.
    """
    web_response.SERVER_SOFTWARE = SERVER  # type: ignore[attr-defined]  # no setting for it


@dataclass(frozen=True, slots=True)
class Content:
    """A body with all that a cache wants to know about it."""

    body: bytes
    media_type: str
    etag: str
    packed: bytes | None


Contents = SingleFlightCache[tuple[str, ...], Content]
"""Answers that are shown again for FRESH seconds, by what they show: ("page", slug, …)."""


def content(body: bytes, media_type: str, version: bytes = b"") -> Content:
    """A body, compressed if it is text. Bodies of the same `version` count as the same."""
    text = media_type.startswith(("text/", "application/json", "image/svg"))
    packed = gzip.compress(body, mtime=0) if text and len(body) >= WORTH_PACKING else None
    return Content(body, media_type, sha256(version or body).hexdigest()[:20], packed)


def answer(
    request: web.Request,
    found: Content,
    headers: Mapping[str, str],
    caching: str,
    status: HTTPStatus = HTTPStatus.OK,
) -> web.Response:
    """The content, gzipped if that is accepted, or 304 for who has it already (RFC 9110, 13)."""
    # Weak, for the compressed and the plain body share it (RFC 9110, 8.8.3).
    told = {**headers, "ETag": f'W/"{found.etag}"', "Cache-Control": caching}
    if found.packed is not None:
        told["Vary"] = f"{told['Vary']}, Accept-Encoding" if "Vary" in told else "Accept-Encoding"
    known = {each.value for each in request.if_none_match or ()}
    if status == HTTPStatus.OK and known & {"*", found.etag}:
        return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=told)
    told["Content-Type"] = found.media_type
    body = found.body
    if found.packed is not None and _takes_gzip(request.headers.get("Accept-Encoding", "")):
        told["Content-Encoding"] = "gzip"
        body = found.packed
    return web.Response(status=status, body=body, headers=told)


def _takes_gzip(accepted: str) -> bool:
    for coding in accepted.split(","):
        name, _, quality = coding.partition(";")
        if name.strip().lower() == "gzip":
            return quality.replace(" ", "").lower() not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
