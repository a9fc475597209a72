"""What is held about a person, and how they take it back."""

import json

from handlers.dialogue import Choice, Country, File, Language, Reply, Step, Turn, Words, choices
from handlers.organizer.stores import Organizer
from handlers.stores import Consent, Invite


async def mydata(turn: Turn) -> Reply:
    turn.about = ""
    signatures = await turn.stores.signatures.of(turn.person)
    subscriptions = await turn.stores.supporters.subscriptions(turn.person)
    lines = [
        Words(
            "mydata-signature" if signature.country else "mydata-signature-nowhere",
            {
                "title": campaign.alert(turn.locale).title,
                "since": signature.since,
                "country": Country(signature.country),
                "language": Language(signature.locale),
            },
        )
        for campaign, signature in signatures
    ]
    if lines:
        lines.append(Words("mydata-sealed"))
    for campaign, _ in signatures:
        if own := await turn.stores.invites.find(campaign, turn.person):
            lines.append(
                Words(
                    "mydata-invite-told" if own.told else "mydata-invite",
                    {"title": campaign.alert(turn.locale).title, "count": own.joined},
                )
            )
    lines += [
        Words(
            "mydata-subscription",
            {"title": each.campaign.alert(turn.locale).title, "since": each.since},
        )
        for each in subscriptions
    ]
    if await turn.stores.organizing.organizers.find(turn.person):
        lines.append(Words("mydata-organizer"))
    if turn.step:
        lines.append(Words("mydata-form"))
    if not lines:
        return Reply("mydata-nothing", choices=choices("file"))
    withdraw = choices("withdraw") if signatures else ()
    return Reply(
        "mydata",
        {"lines": tuple(lines)},
        choices=(*choices("file"), *withdraw, *choices("forget")),
    )


def _consent(consent: Consent) -> dict[str, str]:
    return {
        "purpose": consent.purpose,
        "given_at": consent.given_at.isoformat(),
        "wording": consent.wording.text,
        "wording_version": consent.wording.version,
        "wording_sha256": consent.wording.hash,
        "language": consent.wording.locale,
    }


def _invite(invite: Invite | None) -> dict[str, object] | None:
    if invite is None:
        return None
    return {
        "token": invite.token,
        "joined": invite.joined,
        "told": invite.told,
        "consent": _consent(invite.consent) if invite.consent else None,
    }


def _organizer(organizer: Organizer) -> dict[str, object]:
    return {
        "number": organizer.id,
        "name": organizer.name,
        "language": organizer.locale,
        "time_zone": organizer.zone,
        "role_everywhere": organizer.everywhere,
        "roles_in_campaigns": {str(each): role for each, role in organizer.roles.items()},
    }


async def as_file(turn: Turn) -> Reply:
    """All that the server itself can read about the person, as JSON."""
    signatures = await turn.stores.signatures.of(turn.person)
    subscriptions = await turn.stores.supporters.subscriptions(turn.person)
    organizer = await turn.stores.organizing.organizers.find(turn.person)
    held = {
        "produced_at": turn.now.isoformat(timespec="seconds"),
        "channel": turn.person.channel,
        "signatures": [
            {
                "campaign": campaign.slug,
                "title": campaign.alert(turn.locale).title,
                "since": signature.since.isoformat(),
                "country": signature.country,
                "language": signature.locale,
                "name_email_comment": "sealed: only the organisation's key opens them",
                "responsible": campaign.responsible,
                "contact": campaign.contact,
                "consent": _consent(signature.consent),
                "invite": _invite(await turn.stores.invites.find(campaign, turn.person)),
            }
            for campaign, signature in signatures
        ],
        "updates": [
            {
                "campaign": each.campaign.slug,
                "since": each.since.isoformat(),
                "language": each.locale,
                "country": each.country,
                "consent": _consent(each.consent),
            }
            for each in subscriptions
        ],
        "organizer": _organizer(organizer) if organizer else None,
        "conversation": {"step": turn.step, "answers": turn.answers},
    }
    content = json.dumps(held, ensure_ascii=False, indent=2).encode()
    return Reply("mydata-file", file=File("my-data.json", content))


async def withdraw(turn: Turn) -> Reply | str:
    """Which signature to take back; with a single one, that one."""
    signatures = await turn.stores.signatures.of(turn.person)
    if not signatures:
        return Reply("withdraw-none")
    if len(signatures) == 1:
        turn.about = signatures[0][0].slug
        return "withdraw-sure"
    turn.about = ""
    return Reply(
        "withdraw",
        {"count": len(signatures)},
        choices=tuple(
            Choice(
                campaign.slug,
                Words("campaign-listed", {"title": campaign.alert(turn.locale).title}),
            )
            for campaign, _ in signatures
        ),
    )


async def pick_signature(turn: Turn) -> str:
    turn.about = turn.choice
    return "withdraw-sure"


async def withdraw_sure(turn: Turn) -> Reply | str:
    campaign = await turn.stores.campaigns.get(turn.about)
    if campaign is None or not await turn.stores.signatures.find(campaign, turn.person):
        turn.about = ""
        return Reply("withdraw-none")
    return Reply(
        "withdraw-sure",
        {"title": campaign.alert(turn.locale).title},
        choices=choices("withdraw-yes", "withdraw-no"),
    )


async def take_back(turn: Turn) -> Reply | str:
    campaign = await turn.stores.campaigns.get(turn.about)
    if campaign is None or not await turn.stores.signatures.withdraw(campaign, turn.person):
        return Reply("withdraw-none")
    hears = any(
        each.campaign.slug == campaign.slug
        for each in await turn.stores.supporters.subscriptions(turn.person)
    )
    return Reply(
        "withdrawn-hears" if hears else "withdrawn",
        {"title": campaign.alert(turn.locale).title},
        choices=choices(*(["updates"] if hears else []), "card"),
    )


async def keep_signature(turn: Turn) -> str:
    turn.note("withdraw-kept")
    return "already"


async def forget(turn: Turn) -> Reply:
    """Whether that is meant; an organizer loses their roles as well."""
    if await turn.stores.organizing.organizers.find(turn.person):
        turn.note("forget-organizer")
    return Reply("forget", choices=choices("forget-yes", "forget-no"))


async def erase(turn: Turn) -> Reply:
    """Signatures, consents, subscriptions and this conversation, all at once."""
    await turn.stores.supporters.forget(turn.person)
    turn.step, turn.answers = "", {}
    return Reply("forgotten")


async def keep_all(turn: Turn) -> str:
    turn.note("forget-kept")
    return "mydata"


STEPS = (
    Step(
        "mydata",
        mydata,
        {"file": as_file, "withdraw": "withdraw", "forget": "forget"},
        aside=True,
    ),
    Step("withdraw", withdraw, picked=pick_signature, aside=True),
    Step(
        "withdraw-sure",
        withdraw_sure,
        {
            "withdraw-yes": take_back,
            "withdraw-no": keep_signature,
            "updates": "updates",
            "card": "alert",
        },
        aside=True,
    ),
    Step("forget", forget, {"forget-yes": erase, "forget-no": keep_all}, aside=True),
)
