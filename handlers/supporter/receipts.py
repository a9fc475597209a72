"""Receipts: what proves to a signer that they are counted, and is all they have when it closes.

A receipt in a chat is a trace: what it is and whom it can harm is said before there is one, and
how to get rid of it together with it. Of one that somebody shows, only what could take the
signature back is kept, until they have decided.
"""

from handlers.dialogue.messages import Choice, Country, File, Language, Reply, Value, Words, choices
from handlers.dialogue.step import BACK, Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CheckedReceipt, NotAReceipt
from handlers.supporter import high_risk

ENDING = ".tlog-proof"
"""What the file of a receipt is called at its end (C2SP tlog-proof)."""

ASKING = "verify-ask"
"""The step at which a receipt is waited for."""

BEFORE, SHOWN = "before-verify", "receipt"
"""Answers: where the person stood who wants to check a receipt, and what theirs says."""


def asked(turn: Turn) -> bool:
    """Whether the conversation waits for a receipt and for nothing else."""
    return turn.step == ASKING and not turn.answers.get(BEFORE)


# Asking for one's own.


async def offer(turn: Turn) -> Reply | str:
    """What it is and whom it can harm, before there is one."""
    signed = await _signed(turn)
    if not turn.about and len(signed) == 1:
        turn.about = next(iter(signed))
    if campaign := signed.get(turn.about.partition(".")[0]):
        turn.about = campaign.handle
        return Reply(
            "receipt-ask",
            {"title": high_risk.title(campaign, turn.locale)},
            choices=choices("receipt-yes", "receipt-no"),
        )
    turn.about = ""
    return "receipt-which" if signed else Reply("receipt-none", choices=choices("verify"))


async def which(turn: Turn) -> Reply:
    return Reply(
        "receipt-which",
        choices=tuple(listed(turn, each) for each in (await _signed(turn)).values()),
    )


def listed(turn: Turn, campaign: Campaign) -> Choice:
    """A campaign to choose, by its title."""
    title = high_risk.title(campaign, turn.locale)
    return Choice(campaign.handle, Words("campaign-listed", {"title": title}))


async def _signed(turn: Turn) -> dict[str, Campaign]:
    """What the person has signed, where that can still be found."""
    return {each.handle: each for each, _ in await turn.stores.signatures.of(turn.person)}


async def pick(turn: Turn) -> str:
    turn.about = turn.choice
    return "receipt"


async def send(turn: Turn) -> Reply | str:
    """The receipt as a file: a promise, or from the next checkpoint on the proof."""
    campaign = (await _signed(turn)).get(turn.about)
    if campaign is None:
        return "receipt"
    receipt = await turn.stores.receipts.of(campaign, turn.person)
    if receipt is None:
        return Reply("receipt-later", choices=choices("receipt-yes"))
    return Reply(
        "receipt-proof" if receipt.proven else "receipt-promise",
        {"title": high_risk.title(campaign, turn.locale)},
        choices=() if receipt.proven else choices("receipt-again"),
        # A file stays on the phone: its name tells no cause at high risk.
        file=File(f"{'receipt' if campaign.high_risk else campaign.slug}{ENDING}", receipt.content),
    )


async def decline(turn: Turn) -> str:
    turn.note("receipt-declined")
    return await _away(turn)


# Checking anybody's.


async def verify(turn: Turn) -> str:
    """Wait for a receipt, and go on afterwards where the person stood."""
    if turn.step != ASKING:
        turn.answers[BEFORE] = turn.step
    turn.answers.pop(SHOWN, None)
    pasted, turn.text = turn.text, ""
    return await _check(turn, _pasted(pasted)) or ASKING if pasted else ASKING


async def ask(_turn: Turn) -> Reply:
    return Reply("verify-ask", choices=choices("verify-no"))


async def hear(turn: Turn) -> str | None:
    return await _check(turn, _pasted(turn.text))


async def take(turn: Turn) -> str | None:
    if turn.file is not None:
        return await _check(turn, turn.file)
    turn.note("receipt-unfit-long")
    return None


def _pasted(text: str) -> bytes:
    """The receipt in a pasted text: apps cut off the line feed at its end."""
    return f"{text.strip()}\n".encode()


async def _check(turn: Turn, content: bytes) -> str | None:
    try:
        found = await turn.stores.receipts.check(content)
    except NotAReceipt as refused:
        turn.note(f"receipt-unfit-{refused.why}")
        return None
    turn.step = turn.answers.pop(BEFORE, "")
    turn.about = found.campaign.handle
    turn.answers[SHOWN] = {
        "campaign": found.campaign.handle,
        "country": found.country,
        "locale": found.locale,
        "signatures": found.signatures,
        "key": found.key,
    }
    return "verified"


async def stop(turn: Turn) -> str:
    turn.step = turn.answers.pop(BEFORE, "")
    turn.about = ""
    turn.note("verify-stopped")
    return BACK


async def verified(turn: Turn) -> Reply | str:
    """What the receipt proves, and what it does not."""
    found = await _shown(turn)
    if found is None:
        return "verify"
    origin: dict[str, Value] = {"language": Language(found.locale)}
    if found.country:
        origin["country"] = Country(found.country)
    args: dict[str, Value] = {
        "title": high_risk.title(found.campaign, turn.locale),
        "origin": Words("receipt-of" if found.country else "receipt-of-nowhere", origin),
    }
    if found.signatures is not None:
        args["count"] = found.signatures
    return Reply(
        "receipt-promised" if found.signatures is None else "receipt-holds",
        args,
        choices=choices("receipt-withdraw", "card"),
    )


async def sure(turn: Turn) -> Reply | str:
    found = await _shown(turn)
    if found is None:
        return "verify"
    return Reply(
        "receipt-sure",
        {"title": high_risk.title(found.campaign, turn.locale)},
        choices=(*choices("withdraw-yes", placement="apart"), *choices("withdraw-no")),
    )


async def take_back(turn: Turn) -> Reply | str:
    """Take it back. Whether it was still there is told to nobody: it may be another's receipt."""
    found = await _shown(turn)
    if found is None:
        return "verify"
    await turn.stores.receipts.take_back(found.campaign, found.key)
    turn.answers.pop(SHOWN, None)
    title = high_risk.title(found.campaign, turn.locale)
    discreetly = found.campaign.high_risk
    return Reply(
        "receipt-withdrawn",
        {"title": title},
        choices=choices("hide" if discreetly else "card"),
        sweeps=discreetly,
    )


async def keep(turn: Turn) -> str:
    turn.answers.pop(SHOWN, None)
    turn.note("withdraw-kept")
    return await _away(turn)


async def _away(turn: Turn) -> str:
    """To the alert, or at high risk to the list: nothing is to name the cause again."""
    campaign = await turn.stores.campaigns.get(turn.about.partition(".")[0])
    if campaign is not None and campaign.high_risk:
        turn.about = ""
        return "home"
    return "alert"


async def _shown(turn: Turn) -> CheckedReceipt | None:
    """The receipt that the tapped message was about; None, and a word, where it is forgotten."""
    kept = turn.answers.get(SHOWN, {})
    campaign = await turn.stores.campaigns.get(turn.about)
    if campaign is None or kept.get("campaign") != campaign.handle:
        turn.note("receipt-forgotten")
        return None
    return CheckedReceipt(
        campaign, kept["country"], kept["locale"], kept["signatures"], kept["key"]
    )


STEPS = (
    Step(
        "receipt",
        offer,
        {
            "receipt-yes": send,
            "receipt-again": send,
            "receipt-no": decline,
            "verify": "verify",
        },
        aside=True,
    ),
    Step("receipt-which", which, picked=pick, aside=True),
    Step("verify", verify, aside=True),
    Step(
        ASKING,
        ask,
        {"verify-no": stop},
        heard=hear,
        attached=take,
        about=lambda _turn: "",
        resume="choice-continue-verify",
    ),
    Step("verified", verified, {"receipt-withdraw": "receipt-sure", "card": "alert"}, aside=True),
    Step(
        "receipt-sure",
        sure,
        {"withdraw-yes": take_back, "withdraw-no": keep, "card": "alert", "hide": "hide"},
        aside=True,
    ),
)
