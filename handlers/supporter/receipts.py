"""Receipts: what proves to a signer that they are counted, and is all they have when it closes.

A receipt in a chat is a trace: what it is and whom it can harm is said before there is one, and
how to get rid of it together with it. Of one that somebody shows, only what could take the
signature back is kept, until they have decided.
"""

from dataclasses import dataclass

from handlers.dialogue.messages import (
    About,
    Attachment,
    Choice,
    Command,
    Country,
    File,
    Language,
    Reply,
    Tap,
    Text,
    Value,
    Words,
    choices,
)
from handlers.dialogue.step import BACK, Form, Step, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import CheckedReceipt, NotAReceipt
from handlers.supporter import high_risk

ENDING = ".tlog-proof"
"""What the file of a receipt is called at its end (C2SP tlog-proof)."""

ASKING = "verify-ask"
"""The step at which a receipt is waited for."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a receipt says, and the key that could take its signature back."""

    campaign: str
    country: str
    locale: str
    signatures: int | None
    key: str


@dataclass(slots=True)
class Checking(Form):
    """A receipt that is being checked, perhaps in the middle of another form."""

    before: str = ""
    """The step at which the person stood."""
    checked: Checked | None = None


def waits(turn: Turn) -> bool:
    """Whether the conversation waits for a receipt and for nothing else."""
    return turn.step == ASKING and not turn.form(Checking).before


# Asking for one's own.


async def offer(turn: Turn) -> Reply | str:
    """What it is and whom it can harm, before there is one."""
    signed = await _signed(turn)
    if not turn.about.campaign and len(signed) == 1:
        turn.about = About(next(iter(signed)))
    if campaign := signed.get(turn.about.campaign):
        return Reply(
            "receipt-ask",
            {"title": high_risk.title(campaign, turn.locale)},
            choices=choices("receipt-yes", "receipt-no"),
        )
    turn.about = About()
    return "receipt-which" if signed else Reply("receipt-none", choices=choices("verify"))


async def which(turn: Turn) -> Reply:
    """The campaigns that the person has signed, to choose the one whose receipt they want."""
    return Reply(
        "receipt-which",
        choices=tuple(listed(turn, each) for each in (await _signed(turn)).values()),
    )


def listed(turn: Turn, campaign: Campaign) -> Choice:
    """A campaign to choose, by its title."""
    title = high_risk.title(campaign, turn.locale)
    return Choice.of("campaign", campaign.handle, Words("campaign-listed", {"title": title}))


async def _signed(turn: Turn) -> dict[str, Campaign]:
    """What the person has signed, where that can still be found."""
    return {each.handle: each for each, _ in await turn.stores.signatures.of(turn.person)}


async def pick(turn: Turn, tap: Tap) -> str:
    """To the receipt of the campaign that was tapped."""
    turn.about = About(tap.value)
    return "receipt"


async def send(turn: Turn) -> Reply | str:
    """The receipt as a file: a promise, or from the next checkpoint on the proof."""
    campaign = (await _signed(turn)).get(turn.about.campaign)
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
    """Leave it: nothing was made."""
    turn.note("receipt-declined")
    return await _away(turn)


# Checking anybody's.


async def verify(turn: Turn) -> str:
    """Wait for a receipt, and go on afterwards where the person stood."""
    form = turn.form(Checking)
    if turn.step != ASKING:
        form.before = turn.step
    form.checked = None
    return ASKING


async def verify_command(turn: Turn, command: Command) -> str:
    """`/verify`, perhaps with the receipt behind it."""
    waiting = await verify(turn)
    if not command.argument:
        return waiting
    return await _check(turn, _pasted(command.argument)) or waiting


async def ask(_turn: Turn) -> Reply:
    """Ask for a receipt, as a text or as a file."""
    return Reply("verify-ask", choices=choices("verify-no"))


async def hear(turn: Turn, text: Text) -> str | None:
    """Check the receipt that was pasted: to what it proves, or None where it does not hold."""
    return await _check(turn, _pasted(text.plain))


async def take(turn: Turn, attachment: Attachment) -> str | None:
    """Check the receipt that was sent as a file: as `hear` does.

    A file that is too large to load, or cannot be had, is said to be too long.
    """
    if (content := await attachment.load()) is not None:
        return await _check(turn, content)
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
    _go_on(turn)
    turn.about = About(found.campaign.handle)
    turn.form(Checking).checked = Checked(
        found.campaign.handle, found.country, found.locale, found.signatures, found.key
    )
    return "verified"


def _go_on(turn: Turn) -> None:
    """Back to where the person stood."""
    form = turn.form(Checking)
    turn.step, form.before = form.before, ""


async def stop(turn: Turn) -> str:
    """Wait for a receipt no longer: back to where the person stood."""
    _go_on(turn)
    turn.about = About()
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
    """Whether the signature of the receipt that was checked is really to be withdrawn."""
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
    turn.form(Checking).checked = None
    title = high_risk.title(found.campaign, turn.locale)
    return Reply(
        "receipt-withdrawn",
        {"title": title},
        choices=choices("hide" if found.campaign.high_risk else "card"),
        sweeps=found.campaign.high_risk,
    )


async def keep(turn: Turn) -> str:
    """Leave the signature as it is, and forget the receipt."""
    turn.form(Checking).checked = None
    turn.note("withdraw-kept")
    return await _away(turn)


async def _away(turn: Turn) -> str:
    """To the alert, or at high risk to the list: nothing is to name the cause again."""
    campaign = await turn.campaign()
    if campaign is not None and campaign.high_risk:
        turn.about = About()
        return "home"
    return "alert"


async def _shown(turn: Turn) -> CheckedReceipt | None:
    """The receipt that the tapped message was about; None, and a word, where it is forgotten."""
    kept = turn.form(Checking).checked
    campaign = await turn.campaign()
    if campaign is None or kept is None or kept.campaign != campaign.handle:
        turn.note("receipt-forgotten")
        return None
    return CheckedReceipt(campaign, kept.country, kept.locale, kept.signatures, kept.key)


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
    ),
    Step("receipt-which", which, on_choice=pick),
    Step("verify", verify),
    Step(
        ASKING,
        ask,
        {"verify-no": stop},
        on_text=hear,
        on_file=take,
        form=Checking,
        resume="choice-continue-verify",
    ),
    Step("verified", verified, {"receipt-withdraw": "receipt-sure", "card": "alert"}),
    Step(
        "receipt-sure",
        sure,
        {"withdraw-yes": take_back, "withdraw-no": keep, "card": "alert", "hide": "hide"},
    ),
)
