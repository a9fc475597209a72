"""What is held about a person, and how they take it back."""

import json

from handlers.dialogue import session
from handlers.dialogue.messages import About, Country, File, Language, Reply, Tap, Words, choices
from handlers.dialogue.step import Lasting, Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Invite
from handlers.domain.organizers import Organizer
from handlers.domain.supporters import Consent
from handlers.supporter import high_risk, receipts


async def mydata(turn: Turn) -> Reply:
    """What is held; where there are campaigns at high risk, theirs only after one more tap."""
    turn.about = About()
    if not await high_risk.hides_data(turn):
        return await everything(turn)
    lines = await _lines(turn, unnamed=False)
    return Reply(
        "mydata-high-risk",
        {"lines": tuple(lines)},
        choices=(*choices("reveal"), *choices("forget", placement="apart")),
    )


async def everything(turn: Turn) -> Reply:
    """All that is held."""
    turn.about = About()
    lines = await _lines(turn, unnamed=True)
    hide = choices(*(["hide"] if await high_risk.hides_data(turn) else []))
    if not lines:
        return Reply("mydata-nothing", choices=(*choices("file"), *hide))
    signed = await turn.stores.signatures.of(turn.person)
    of_signatures = (*choices("receipt"), *choices("withdraw", placement="apart")) if signed else ()
    return Reply(
        "mydata",
        {"lines": tuple(lines)},
        choices=(*choices("file"), *hide, *of_signatures, *choices("forget", placement="apart")),
    )


def _wrote_nothing(consent: Consent) -> bool:
    """Whether it was signed at high risk: the campaign may have been raised to that only later."""
    return consent.wording.version.startswith("high-")


def _week(campaign: Campaign) -> str:
    """The end of a message that tells of a time, where that is but a week."""
    return "-week" if campaign.high_risk else ""


async def _lines(turn: Turn, *, unnamed: bool) -> list[Words]:
    """What is held, a line each; with `unnamed` about campaigns at high risk, too."""
    signatures = [
        (campaign, signature)
        for campaign, signature in await turn.stores.signatures.of(turn.person)
        if unnamed or not campaign.high_risk
    ]
    subscriptions = [
        each
        for each in await turn.stores.supporters.subscriptions(turn.person)
        if unnamed or not each.campaign.high_risk
    ]
    lines = [
        Words(
            f"mydata-signature{_week(campaign)}{'' if signature.country else '-nowhere'}",
            {
                "title": high_risk.title(campaign, turn.locale),
                "since": signature.since,
                "country": Country(signature.country),
                "language": Language(signature.locale),
            },
        )
        for campaign, signature in signatures
    ]
    if not all(_wrote_nothing(signature.consent) for _, signature in signatures):
        lines.append(Words("mydata-sealed"))
    if signatures:
        lines.append(Words("mydata-log"))
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
            f"mydata-subscription{_week(each.campaign)}",
            {"title": high_risk.title(each.campaign, turn.locale), "since": each.since},
        )
        for each in subscriptions
    ]
    if await turn.stores.organizing.organizers.find(turn.person):
        lines.append(Words("mydata-organizer"))
    if turn.step and not receipts.waits(turn):
        lines.append(Words("mydata-form"))
    return lines


def _named(campaign: Campaign, locale: str) -> dict[str, str]:
    """Which campaign it is. A file stays on the phone: one at high risk is not named in it."""
    if campaign.high_risk:
        return {"campaign": campaign.handle, "title": "not named, to protect you"}
    return {"campaign": campaign.slug, "title": campaign.alert(locale).title}


def _consent(campaign: Campaign, consent: Consent) -> dict[str, str]:
    wording = "not repeated, to protect you" if campaign.high_risk else consent.wording.text
    return {
        "purpose": consent.purpose,
        "given_at": consent.given_at.isoformat(),
        "wording": wording,
        "wording_version": consent.wording.version,
        "wording_sha256": consent.wording.hash,
        "language": consent.wording.locale,
    }


def _invite(campaign: Campaign, invite: Invite | None) -> dict[str, object] | None:
    if invite is None:
        return None
    return {
        "token": invite.token,
        "joined": invite.joined,
        "told": invite.told,
        "consent": _consent(campaign, invite.consent) if invite.consent else None,
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
                **_named(campaign, turn.locale),
                "since": signature.since.isoformat(),
                "country": signature.country,
                "language": signature.locale,
                "name_email_comment": "not asked"
                if _wrote_nothing(signature.consent)
                else "sealed: only the organisation's key opens them",
                "public_log": "a random number that opens its entry there: a receipt tells it",
                "responsible": campaign.responsible,
                "contact": campaign.contact,
                "consent": _consent(campaign, signature.consent),
                "invite": _invite(campaign, await turn.stores.invites.find(campaign, turn.person)),
            }
            for campaign, signature in signatures
        ],
        "updates": [
            {
                "campaign": each.campaign.handle,
                "since": each.since.isoformat(),
                "language": each.locale,
                "country": each.country,
                "consent": _consent(each.campaign, each.consent),
            }
            for each in subscriptions
        ],
        "organizer": _organizer(organizer) if organizer else None,
        "conversation": {"step": turn.step, "answers": session.kept(turn)},
    }
    content = json.dumps(held, ensure_ascii=False, indent=2).encode()
    return Reply("mydata-file", file=File("my-data.json", content))


async def withdraw(turn: Turn) -> Reply | str:
    """Which signature to take back; where there are campaigns at high risk, after a tap only."""
    if await high_risk.hides_data(turn):
        turn.about = About()
        return Reply("withdraw-high-risk", choices=choices("reveal"))
    return "withdraw-any"


async def withdraw_any(turn: Turn) -> Reply | str:
    """Which signature to take back; with a single one, that one."""
    signatures = await turn.stores.signatures.of(turn.person)
    if not signatures:
        turn.about = About()
        return "withdraw-sure"
    if len(signatures) == 1:
        turn.about = About(signatures[0][0].handle)
        return "withdraw-sure"
    turn.about = About()
    return Reply(
        "withdraw",
        {"count": len(signatures)},
        choices=tuple(receipts.listed(turn, campaign) for campaign, _ in signatures),
    )


async def pick_signature(turn: Turn, tap: Tap) -> str:
    turn.about = About(tap.value)
    return "withdraw-sure"


async def withdraw_sure(turn: Turn) -> Reply | str:
    campaign = await turn.campaign()
    if campaign is None or not await turn.stores.signatures.find(campaign, turn.person):
        turn.about = About()
        return Reply("withdraw-none", choices=choices("verify"))
    return Reply(
        "withdraw-sure",
        {"title": high_risk.title(campaign, turn.locale)},
        choices=(*choices("withdraw-yes", placement="apart"), *choices("withdraw-no", "verify")),
    )


async def take_back(turn: Turn) -> Reply | str:
    """Withdraw the person's signature, and say whether they still get updates of the campaign.

    Where none is found, say so, and offer to withdraw one by its receipt.
    """
    campaign = await turn.campaign()
    if campaign is None or not await turn.stores.signatures.withdraw(campaign, turn.person):
        return Reply("withdraw-none", choices=choices("verify"))
    hears = any(
        each.campaign.slug == campaign.slug
        for each in await turn.stores.supporters.subscriptions(turn.person)
    )
    return Reply(
        "withdrawn-hears" if hears else "withdrawn",
        {"title": high_risk.title(campaign, turn.locale)},
        choices=choices(*(["updates"] if hears else []), "hide" if campaign.high_risk else "card"),
        sweeps=campaign.high_risk,
    )


async def keep_signature(turn: Turn) -> str:
    turn.note("withdraw-kept")
    return "already"


async def forget(turn: Turn) -> Reply:
    """Whether that is meant; an organizer loses their roles as well."""
    if await turn.stores.organizing.organizers.find(turn.person):
        turn.note("forget-organizer")
    return Reply(
        "forget", choices=(*choices("forget-yes", placement="apart"), *choices("forget-no"))
    )


async def erase(turn: Turn) -> Reply:
    """Signatures, consents, subscriptions and this conversation, all at once."""
    await turn.stores.supporters.forget(turn.person)
    turn.leave()
    turn.lasting = Lasting()
    return Reply("forgotten", sweeps=True)


async def keep_all(turn: Turn) -> str:
    turn.note("forget-kept")
    return "mydata"


STEPS = (
    Step(
        "mydata",
        mydata,
        {
            "file": as_file,
            "receipt": "receipt",
            "withdraw": "withdraw-any",
            "forget": "forget",
            "reveal": "mydata-all",
            "hide": "hide",
        },
    ),
    Step(
        "mydata-all",
        everything,
        {
            "file": as_file,
            "receipt": "receipt",
            "withdraw": "withdraw-any",
            "forget": "forget",
            "hide": "hide",
        },
    ),
    Step("withdraw", withdraw, {"reveal": "withdraw-any"}, on_choice=pick_signature),
    Step("withdraw-any", withdraw_any, on_choice=pick_signature),
    Step(
        "withdraw-sure",
        withdraw_sure,
        {
            "withdraw-yes": take_back,
            "withdraw-no": keep_signature,
            "verify": "verify",
            "updates": "updates",
            "card": "alert",
            "hide": "hide",
        },
    ),
    Step("forget", forget, {"forget-yes": erase, "forget-no": keep_all}),
)
