"""What an operator does by command about organizers: make the first one, list and remove them."""

# ruff: noqa: T201 - a command talks to its user

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.administration import find_campaign, open_storage
from bot.channels.telegram.links import deep_link
from bot.named_links import NAMELESS, username_of
from bot.settings import Settings
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role
from storage.errors import CampaignFault


async def invite(settings: Settings, slug: str | None, role: Role) -> int:
    """Print a one-time link that makes somebody an organizer, of one campaign or of all."""
    async with open_storage(settings) as storage:
        campaign = await find_campaign(storage, slug) if slug else None
        token = await storage.organizers.link(campaign, role, None, datetime.now(UTC))
    payload = invites.organizer(token)
    where = f"the campaign {slug}" if slug else "every campaign"
    print(f"Whoever follows this link first becomes {role} of {where}. It works for a day:")
    try:
        print(deep_link(await username_of(settings), payload))
    except LookupError as why:
        print(deep_link(NAMELESS, payload))
        print(f"{why}: put the bot's name, without the @, where {NAMELESS} stands.")
    return 0


async def list_all(settings: Settings) -> int:
    """A table of the organizers and their roles."""
    async with open_storage(settings) as storage:
        campaigns = await storage.campaigns.all()
        found = {each.id: each for each in await storage.organizers.of(None)}
        for campaign in campaigns:
            found.update({each.id: each for each in await storage.organizers.of(campaign)})
    if not found:
        print("There are none yet: `python -m bot organizer invite` makes the first one.")
    for number in sorted(found):
        print(f"{number:>4}  {found[number].name or '-'}  {_roles(found[number], campaigns)}")
    return 0


def _roles(organizer: Organizer, campaigns: Sequence[Campaign]) -> str:
    held = [f"{organizer.everywhere} of every campaign"] if organizer.everywhere else []
    held += [
        f"{organizer.roles[each.id]} of {each.slug}"
        for each in campaigns
        if each.id in organizer.roles
    ]
    return ", ".join(held)


async def remove(settings: Settings, number: int) -> int:
    """Take all roles from an organizer. Raises CampaignFault where there is none of that number."""
    async with open_storage(settings) as storage:
        organizer = await storage.organizers.get(number)
        if organizer is None or (not organizer.roles and organizer.everywhere is None):
            raise CampaignFault(f"There is no organizer {number}: see `organizer list`.")
        now = datetime.now(UTC)
        await storage.organizers.remove(None, organizer, None, now)
        for campaign in await storage.campaigns.all():
            if campaign.id in organizer.roles:
                await storage.organizers.remove(campaign, organizer, None, now)
    print(f"Organizer {number} has no role any more.")
    return 0
