"""Invites, and how somebody came to a campaign: what a link carries behind the campaign's name.

`<slug>` alone opens a campaign. Behind it may stand `_` and a tail, whose first letter says
where the link was: `v` an invite with its token, `n` inline with the sharer's token or without
one, `o` an origin with its code, `g` a group, `p` the public page. A tail that cannot be read
opens the campaign without credit to anybody. A link that makes an organizer names no campaign:
it is `_o` and a token. Such a payload has at most 64 of
`A-Za-z0-9_-`, which is what Telegram takes (Bot API, "Deep linking").
"""

import re
from dataclasses import dataclass
from typing import Literal

from handlers.domain.supporters import Consent

Source = Literal["direct", "invite", "inline", "origin", "group", "page"]
"""Where a link was that somebody followed; kept as totals only."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How somebody came: `code` is an invite's token or an origin's code, or empty.

    A code that nobody gave out, or of another campaign, is worth nothing and harms nothing.
    """

    source: Source = "direct"
    code: str = ""


DIRECT = Arrival()
"""By a link that credits nobody, or by none."""


@dataclass(frozen=True, slots=True)
class Invite:
    """A signer's personal link, seen by that signer alone."""

    token: str
    """16 of `A-Za-z0-9_-`."""
    joined: int
    """How many signatures it brought that stand confirmed."""
    consent: Consent | None = None
    """To be told of milestones, while the signer wishes that."""

    @property
    def told(self) -> bool:
        """Whether the signer asked to be told of milestones."""
        return self.consent is not None


TAIL = re.compile("v(?P<invite>[A-Za-z0-9_-]{16})|n(?P<inline>[A-Za-z0-9_-]{16})?|g|p|"
                  "o(?P<origin>[a-z0-9][a-z0-9-]{0,23})", re.ASCII)  # fmt: skip

SOURCES: dict[str, Source] = {
    "v": "invite",
    "n": "inline",
    "o": "origin",
    "g": "group",
    "p": "page",
}


def slug_of(payload: str) -> str:
    """The campaign that a payload opens, by its slug or handle."""
    return payload.partition("_")[0]


def read(payload: str) -> Arrival:
    """How somebody came who followed a link with that payload."""
    tail = payload.partition("_")[2]
    found = TAIL.fullmatch(tail)
    if found is None:
        return DIRECT
    code = found["invite"] or found["inline"] or found["origin"] or ""
    return Arrival(SOURCES[tail[0]], code)


def invite(slug: str, token: str) -> str:
    """The payload of a personal link."""
    return f"{slug}_v{token}"


def inline(slug: str, token: str = "") -> str:
    """The payload of a card posted by inline mode, with the sharer's token if they have one."""
    return f"{slug}_n{token}"


def origin(slug: str, code: str) -> str:
    """The payload of a named link: a poster, a newsletter, a partner."""
    return f"{slug}_o{code}"


def group(slug: str) -> str:
    """The payload of the card in a group or channel."""
    return f"{slug}_g"


def page(slug: str) -> str:
    """The payload of the public page's button."""
    return f"{slug}_p"


def organizer(token: str) -> str:
    """The payload of a one-time link that makes somebody an organizer."""
    return f"_o{token}"


def organizer_token(payload: str) -> str:
    """The token in such a payload, or empty."""
    found = re.fullmatch("_o([A-Za-z0-9_-]{22})", payload, re.ASCII)
    return found[1] if found else ""
