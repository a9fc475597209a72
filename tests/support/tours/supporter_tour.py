"""A tour of everything that can be said, for tests that look at every reply."""

from dataclasses import replace
from typing import get_args

from handlers.dialogue.messages import Incoming, Reply
from handlers.dialogue.step import Languages
from handlers.domain.broadcasts import Letter
from handlers.domain.campaigns import Asks, Campaign, Related
from handlers.domain.signatures import Unfit
from handlers.organizer.broadcasts.letter import letter_reply
from handlers.supporter.sharing import milestones
from tests.support.fakes.campaigns import campaign, high_risk
from tests.support.fakes.kept import Kept
from tests.support.talk import Talk

EVERYTHING = Asks(name="optional", country="optional", email="optional", comment="optional")
REQUIRED = Asks(name="required", country="required", email="required", comment="required")


def _campaigns(locale: str) -> tuple[Campaign, ...]:
    other = "fr" if locale == "en" else "en"
    foreign = {other: campaign().texts[other]}
    return (
        campaign("chechnya", asks=EVERYTHING),
        campaign("civilians", urgent=True, asks=REQUIRED, picture=""),
        campaign("foreign", texts=foreign, default_locale=other),
        campaign("closed", status="closed"),
        campaign("paused", status="paused"),
    )


class Tourist(Talk):
    """A talk that remembers every reply it got."""

    seen: list[Reply]

    async def _answers(self, incoming: Incoming) -> str:
        said = await super()._answers(incoming)
        self.seen.append(self.last)
        return said


async def _receipts(talk: Tourist) -> None:
    """Somebody who signed asks for a receipt, has receipts checked, and keeps the signature."""
    await talk.commands("mydata")
    await talk.taps("receipt")
    await talk.taps("receipt-no")
    await talk.commands("mydata")
    await talk.taps("receipt")
    explained = talk.last
    talk.store.logged = False
    await talk.taps("receipt-yes")
    talk.store.logged = True
    await talk.taps("receipt-yes")
    promise = talk.file.decode()
    talk.store.checkpointed = True
    await talk.taps("receipt-again")
    proof = talk.file
    await talk.commands("verify")
    await talk.commands("help")
    await talk.taps("continue")
    await talk.taps("verify-no")
    await talk.commands("verify")
    for unfit in get_args(Unfit):
        await talk.says(unfit)
    await talk.attaches(None)
    await talk.says(promise)
    await talk.commands("verify", promise)
    await talk.commands("verify")
    await talk.attaches(proof)
    await talk.taps("receipt-withdraw")
    await talk.taps("withdraw-no")
    await talk.taps("receipt-yes", on=explained)
    await talk.forges("verified", "chechnya", "receipt-withdraw")
    await talk.attaches(b",".join([*proof.split(b",")[:3], b"", b"en\n"]))
    await talk.taps("receipt-withdraw")
    kept = dict(talk.store.signatures)
    await talk.taps("withdraw-yes")
    await talk.forges("receipt", "", "receipt-yes")
    talk.store.signatures.update(kept)


async def tour_the_dialogue(languages: Languages, locale: str) -> list[Reply]:
    """Every reply of the dialogue at least once, as somebody of that locale gets it."""
    seen: list[Reply] = []

    def tourist(kept: Kept, user: str = "7", language: str = locale) -> Tourist:
        talk = Tourist(
            locale=language, kept=kept, user=user, campaigns=_campaigns(locale), tongues=languages
        )
        talk.seen = seen
        return talk

    kept = Kept(base=650_000)
    talk = tourist(kept)
    for command in ("start", "help", "privacy", "updates", "mydata", "withdraw", "language"):
        await talk.commands(command)
    await talk.commands("cancel")
    await talk.commands("nothing")
    for slug in ("unknown", "closed", "paused", "foreign", "civilians", "chechnya"):
        await talk.opens(slug)
    await talk.taps("read")
    await talk.taps("next")
    await talk.taps("sign")
    await talk.taps("decline")
    await talk.taps("sign")
    for kind in ("media", "edited", "unknown"):
        await talk.sends(kind)
    await talk.taps("agree")
    await talk.says("🙂")
    await talk.says("x" * 101)
    await talk.taps("anonymous")
    await talk.says("Germny")
    await talk.says("<b>Nowhere</b> &")
    await talk.taps("skip")
    await talk.says("no address")
    await talk.taps("skip")
    await talk.says("\u200b")
    await talk.says("x" * 501)
    await talk.taps("skip")
    await talk.commands("help")
    await talk.commands("mydata")
    await talk.opens("chechnya")
    await talk.taps("edit-name")
    await talk.says("<b>&" + "é" * 90)
    await talk.taps("edit-country")
    await talk.says("Taiwan")
    await talk.taps("edit-email")
    await talk.says("somebody@example.org")
    await talk.taps("edit-comment")
    await talk.says("<i>" + "y " * 240)
    review = talk.last
    await talk.taps("confirm")
    await talk.taps("updates-no")
    await talk.forges("signed", "chechnya", "updates-yes")
    await talk.taps("updates-yes")
    await talk.taps("share-no")
    await talk.taps("share")
    await talk.taps("tell")
    await talk.taps("tell-no")
    await talk.taps("tell")
    await talk.taps("tell-yes")
    await talk.commands("mydata")
    await talk.taps("file")
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("share")
    await talk.taps("untell")
    await talk.commands("mydata")
    await _receipts(talk)
    await talk.commands("withdraw")
    await talk.says("yes")
    await talk.commands("withdraw")
    await talk.taps("withdraw-no")
    await talk.taps("withdraw")
    await talk.taps("withdraw-yes")
    await talk.taps("updates")
    await talk.taps("off_chechnya")
    await talk.taps("confirm", on=review)
    await talk.opens("civilians")
    await talk.taps("sign")
    await talk.taps("agree")
    for word in ("Zoé", "Taiwan", "zoe@example.org", "Because."):
        await talk.says(word)
    await talk.taps("cancel")
    await talk.commands("updates")
    await talk.taps("on_civilians")
    await talk.taps("updates-no")
    await talk.forges("home", "", "campaign_unknown")
    await talk.signs("foreign")
    await talk.commands("withdraw")
    await talk.commands("mydata")
    await talk.taps("forget")
    await talk.taps("forget-no")
    await talk.commands("forget")
    await talk.taps("forget-yes")

    stranger = tourist(Kept(base=1), user="8", language="xx")
    await stranger.opens("chechnya")
    await stranger.taps("sign")
    await stranger.taps("agree")
    await stranger.commands("start")
    await stranger.forges("consent", "chechnya.0", "agree")
    assert stranger.saved is not None
    stranger.saved["answers"]["Signing"]["agreed"]["wording"] = "0"
    for word in ("anonymous", "skip", "skip", "skip", "confirm"):
        await stranger.taps(word)
    stranger.saved["version"] = 0
    await stranger.says("hello")

    nothing = Kept()
    alone = tourist(nothing, user="9")
    nothing.campaigns.clear()
    await alone.commands("start")
    await alone.commands("updates")
    nothing.campaigns["chechnya"] = campaign()
    await alone.signs("chechnya")
    await alone.taps("updates-yes")
    await alone.commands("withdraw")
    await alone.taps("withdraw-yes")
    await alone.signs("chechnya")
    nothing.campaigns["chechnya"] = campaign(asks=Asks("no", "no", "no", "no"))
    nothing.signatures.clear()
    await alone.opens("chechnya")
    await alone.taps("sign")
    await alone.taps("agree")
    await alone.taps("confirm")
    await alone.commands("mydata")
    nothing.campaigns["civilians"] = replace(campaign("civilians"), urgent=True)
    await alone.signs("civilians")
    await alone.commands("mydata")
    await alone.taps("receipt")
    await alone.taps("campaign_civilians")
    await alone.commands("withdraw")
    await alone.taps("campaign_civilians")
    await alone.taps("withdraw-yes")
    for joined in (1, 2, 5, 25):
        seen.append(milestones.reached(campaign("chechnya"), locale, joined))
    letter = Letter("<b>They</b> listened & more.", (Related("Read on", "https://example.org/"),))
    seen.append(letter_reply(campaign("chechnya"), locale, letter, "ab" * 32))
    await alone.taps("updates-stop", on=seen[-1])
    await _at_high_risk(tourist(Kept(campaigns={"quiet": high_risk()}), user="10"))
    letter_at_risk = letter_reply(high_risk(), locale, letter, "ab" * 32)
    return [*seen, letter_at_risk, Reply("trouble"), Reply("group-hello")]


async def _at_high_risk(talk: Tourist) -> None:
    """Somebody who has signed where that is dangerous, and everything they may be shown."""
    await talk.commands("campaigns")
    await talk.opens("quiet")
    await talk.taps("read")
    await talk.taps("sign")
    await talk.taps("check")
    await talk.taps("agree")
    await talk.says("France")
    review = talk.last
    await talk.taps("confirm")
    await talk.forges("review", review.about.encode(), "edit-country")
    await talk.commands("updates")
    await talk.taps(f"on_{high_risk().handle}")
    await talk.taps("updates-yes")
    await talk.commands("mydata")
    await talk.taps("reveal")
    await talk.taps("hide")
    await talk.commands("withdraw")
    await talk.taps("reveal")
    await talk.taps("withdraw-no")
    await talk.taps("share")
    await talk.taps("name-it")
    await talk.taps("unname-it")
    await talk.commands("withdraw")
    await talk.taps("reveal")
    await talk.taps("withdraw-yes")
    await talk.opens("quiet")
    for choice in ("sign", "agree", "skip", "confirm"):
        await talk.taps(choice)
    await talk.commands("mydata")
    await talk.taps("reveal")
    nobody = replace(talk.person, channel="paper")
    talk.person, somebody = nobody, talk.person
    await talk.taps("hide")
    talk.person = somebody
