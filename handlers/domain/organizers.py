"""Organizers and their roles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from handlers.domain.campaigns import Campaign

Role = Literal["owner", "organizer", "translator", "viewer"]
"""What somebody may do in a campaign; each may do what those after it may, and more."""


@dataclass(frozen=True, slots=True)
class Organizer:
    """A person with a role in some campaign, or in every one."""

    id: int
    name: str
    """As their profile showed it when they joined; empty for one who has left."""
    locale: str
    zone: str
    """The time zone in which they read and write times: an IANA name, `Europe/Paris`."""
    everywhere: Role | None = None
    """Their role in every campaign, those to come included."""
    roles: Mapping[int, Role] = field(default_factory=dict)
    """Their role in single campaigns, by the campaign's id."""


class LinkSpent(Exception):
    """A link for organizers was used before, has expired, or never was one."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A row of the audit log: who did what, when. It holds nothing about supporters."""

    at: datetime
    who: str
    """The organizer's name; empty for one who has left, and for the command line."""
    organizer_id: int | None
    action: str
    """A message of the locales is called `deed-<action>`."""
    details: Mapping[str, str | int]
    """Arguments of that message."""
    slug: str = ""


ROLES: tuple[Role, ...] = get_args(Role)
"""The greatest first."""


def role_in(organizer: Organizer, campaign: Campaign | None) -> Role | None:
    """The greatest role that somebody has in a campaign; with None, in all of them."""
    here = organizer.roles.get(campaign.id) if campaign else None
    held = [each for each in (here, organizer.everywhere) if each]
    return min(held, key=ROLES.index) if held else None


def may(organizer: Organizer, campaign: Campaign | None, least: Role) -> bool:
    """Whether somebody may do in that campaign what takes at least that role."""
    role = role_in(organizer, campaign)
    return role is not None and ROLES.index(role) <= ROLES.index(least)
