"""Passing it on: first the question, then every app that friends may use."""

from collections.abc import Iterator

from handlers.dialogue.messages import About, Invite, Link, Reply, Share, Value, Words, choices
from handlers.dialogue.step import Step, Turn
from handlers.domain import invites
from handlers.domain.campaigns import Campaign
from handlers.domain.invites import Invite as Personal
from handlers.supporter import country as countries
from handlers.supporter.sharing import apps, milestones


async def ask(turn: Turn) -> Reply | str:
    """Whether they would. Who has said yes to that is likelier to do it."""
    campaign = await turn.campaign()
    if campaign is None or campaign.status != "open":
        return "home"
    if campaign.high_risk:
        return "apps"
    return Reply(
        "share-ask",
        {"title": campaign.alert(turn.locale).title},
        choices=choices("share-yes", "share-no"),
    )


async def not_now(turn: Turn) -> str:
    turn.note("share-later")
    return "alert"


async def named(turn: Turn) -> Reply | str:
    """The apps with words that name a cause at high risk: they are sent because somebody wishes."""
    campaign = await turn.campaign()
    if campaign is None or campaign.status != "open" or not campaign.high_risk:
        return "apps"
    country = await countries.of(turn, campaign)
    return Reply(
        "share-apps",
        {
            "title": campaign.alert(turn.locale).title,
            "link": Invite(campaign.handle),
            "joined": "",
        },
        choices=choices("unname-it", "hide"),
        links=tuple(links(campaign, turn.locale, campaign.handle, country)),
        passing=True,
    )


async def _unnamed(turn: Turn, campaign: Campaign) -> Reply:
    """The apps, with words and a link that tell neither what it is about nor who passes it on."""
    turn.about = About(campaign.handle)
    invite = Invite(campaign.handle)
    return Reply(
        "share-high-risk",
        {"link": invite},
        choices=choices("name-it", "hide"),
        links=tuple(
            Link(
                app.name or Words(f"link-{app.id}"),
                Share(
                    app.id,
                    Words("pass-high-risk-beside")
                    if app.beside
                    else Words("pass-high-risk", {"link": invite}),
                    invite,
                    Words("pass-high-risk-subject") if app.subject else None,
                ),
            )
            for app in apps.order(await countries.of(turn, campaign))
        ),
    )


async def show(turn: Turn) -> Reply | str:
    """The apps, each with its words and the person's own link, and how many came by it.

    Whoever has not signed passes on a link that credits nobody.
    """
    campaign = await turn.campaign()
    if campaign is None or campaign.status != "open":
        return "home"
    if campaign.high_risk:
        return await _unnamed(turn, campaign)
    own = await turn.stores.invites.get_or_create(campaign, turn.person)
    payload = invites.invite(campaign.slug, own.token) if own else campaign.slug
    return Reply(
        "share-apps",
        {
            "title": campaign.alert(turn.locale).title,
            "link": Invite(payload),
            "joined": Words("share-joined", {"count": own.joined}) if own else "",
        },
        choices=choices(*_wishes(own), "card"),
        links=tuple(links(campaign, turn.locale, payload, await countries.of(turn, campaign))),
    )


def _wishes(own: Personal | None) -> list[str]:
    if own is None:
        return []
    return ["untell" if own.told else "tell"]


def links(campaign: Campaign, locale: str, payload: str, country: str) -> Iterator[Link]:
    """A link for each app, in the order that suits the country."""
    invite = Invite(payload)
    title = campaign.alert(locale).title
    for app in apps.order(country):
        args: dict[str, Value] = {"title": title}
        if not app.beside:
            args["link"] = invite
        subject = Words(f"pass-{app.id}-subject", {"title": title}) if app.subject else None
        words = Words(f"pass-{app.id}", args)
        yield Link(app.name or Words(f"link-{app.id}"), Share(app.id, words, invite, subject))


STEPS = (
    Step("share", ask, {"share-yes": "apps", "share-no": not_now}),
    Step(
        "apps",
        show,
        {
            "tell": "tell",
            "untell": milestones.stop,
            "share": "apps",
            "card": "alert",
            "name-it": "apps-named",
            "hide": "hide",
        },
    ),
    Step("apps-named", named, {"unname-it": "apps", "hide": "hide"}),
)
