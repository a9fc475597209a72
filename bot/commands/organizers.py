"""`organizer`: the first one, the list, and taking all roles away."""

from collections.abc import Sequence
from datetime import UTC, datetime

import click

from bot.app.stores import open_storage
from bot.channels.telegram.links import deep_link
from bot.commands.campaigns.named_links import NAMELESS, username_of
from bot.commands.common import settings_of
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.organizers import Organizer, Role
from storage.container import find_campaign
from storage.errors import CampaignFault


@click.command
@click.option("--campaign", "slug", metavar="SLUG", help="of that one only (default: of all)")
@click.option(
    "--role",
    type=click.Choice(["owner", "organizer", "translator", "viewer"]),
    default="owner",
    show_default=True,
)
async def invite(slug: str | None, role: Role) -> None:
    """Print a link that makes whoever follows it first an organizer.

    It works once, and for a day.
    """
    settings = settings_of("bot_token")
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


@click.command("list")
async def list_() -> None:
    """List who organizes what."""
    async with open_storage(settings_of()) as storage:
        campaigns = await storage.campaigns.all()
        found = {each.id: each for each in await storage.organizers.of(None)}
        for campaign in campaigns:
            found.update({each.id: each for each in await storage.organizers.of(campaign)})
    if not found:
        print("There are none yet: `python -m bot organizer invite` makes the first one.")
    for number in sorted(found):
        print(f"{number:>4}  {found[number].name or '-'}  {_roles(found[number], campaigns)}")


def _roles(organizer: Organizer, campaigns: Sequence[Campaign]) -> str:
    held = [f"{organizer.everywhere} of every campaign"] if organizer.everywhere else []
    held += [
        f"{organizer.roles[each.id]} of {each.slug}"
        for each in campaigns
        if each.id in organizer.roles
    ]
    return ", ".join(held)


@click.command
@click.argument("number", type=int, help="as `organizer list` shows it")
async def remove(number: int) -> None:
    """Take all roles from an organizer."""
    async with open_storage(settings_of()) as storage:
        organizer = await storage.organizers.get(number)
        if organizer is None or (not organizer.roles and organizer.everywhere is None):
            raise CampaignFault(f"There is no organizer {number}: see `organizer list`.")
        now = datetime.now(UTC)
        await storage.organizers.remove(None, organizer, None, now)
        for campaign in await storage.campaigns.all():
            if campaign.id in organizer.roles:
                await storage.organizers.remove(campaign, organizer, None, now)
    print(f"Organizer {number} has no role any more.")
