"""Receipts: asking for one with open eyes, and what somebody can do who has one."""

from typing import get_args

import pytest

from handlers.dialogue.messages import Words
from handlers.domain.signatures import Unfit
from tests.support.fakes.campaigns import campaign, high_risk
from tests.support.fakes.kept import Kept
from tests.support.talk import Talk


def file_name(talk: Talk) -> str:
    """What the file that came last is called."""
    return talk.last.file.name if talk.last.file else ""


async def test_a_signer_is_told_what_a_receipt_is_before_there_is_one() -> None:
    """Amina has just signed. She reads who could find out, and only then gets the file."""
    talk = Talk()
    await talk.signs()
    assert await talk.taps("receipt") == "receipt-ask"
    assert file_name(talk) == ""
    assert await talk.taps("receipt-yes") == "receipt-promise"
    assert file_name(talk) == "chechnya.tlog-proof"


async def test_who_would_rather_have_none_gets_none() -> None:
    """Her brother looks into her phone: no file, and nothing that says she signed."""
    talk = Talk()
    await talk.signs()
    await talk.taps("receipt")
    assert await talk.taps("receipt-no") == "alert"
    assert talk.notes == ["receipt-declined"]


async def test_first_the_promise_then_the_proof() -> None:
    """She asks again when the log has signed: now it is the proof, of the same file's name."""
    talk = Talk()
    await talk.signs()
    await talk.taps("receipt")
    await talk.taps("receipt-yes")
    talk.store.checkpointed = True
    assert await talk.taps("receipt-again") == "receipt-proof"
    assert file_name(talk) == "chechnya.tlog-proof"
    assert "receipt-again" not in talk.offered()


async def test_at_high_risk_a_receipt_is_for_whoever_asks_and_names_no_cause() -> None:
    """The thanks offer none. Asked for where all is told, neither words nor file name the cause."""
    talk = Talk(campaigns=(high_risk(),))
    await talk.opens("quiet")
    for choice in ("sign", "agree", "skip", "confirm"):
        await talk.taps(choice)
    assert "receipt" not in talk.offered()
    await talk.commands("mydata")
    assert "receipt" not in talk.offered(), "that would tell whoever holds the phone"
    await talk.taps("reveal")
    assert await talk.taps("receipt") == "receipt-ask"
    assert talk.last.args["title"] == Words("unnamed", {"number": high_risk().id})
    asking = talk.last
    assert await talk.taps("receipt-yes") == "receipt-promise"
    assert talk.last.args["title"] == Words("unnamed", {"number": high_risk().id})
    assert file_name(talk) == "receipt.tlog-proof"
    assert await talk.taps("receipt-no", asking) == "campaigns"
    assert talk.notes == ["receipt-declined"]


async def test_somebody_who_signed_twice_says_for_which() -> None:
    """From /mydata; with a single signature nobody is asked."""
    talk = Talk(campaigns=(campaign(), campaign("water")))
    await talk.signs()
    await talk.commands("mydata")
    assert await talk.taps("receipt") == "receipt-ask"
    await talk.signs("water")
    await talk.commands("mydata")
    assert await talk.taps("receipt") == "receipt-which"
    assert await talk.taps("campaign_water") == "receipt-ask"
    await talk.taps("receipt-yes")
    assert file_name(talk) == "water.tlog-proof"


async def test_without_a_signature_there_is_no_receipt() -> None:
    """She has withdrawn meanwhile, and taps the old button; and a campaign has closed."""
    talk = Talk()
    await talk.signs()
    await talk.taps("receipt")
    explained = talk.last
    talk.store.campaigns["chechnya"] = campaign(status="closed")
    assert await talk.taps("receipt-yes", on=explained) == "receipt-none"
    assert "verify" in talk.offered()
    talk.store.campaigns["chechnya"] = campaign()
    await talk.commands("withdraw")
    await talk.taps("withdraw-yes")
    assert await talk.taps("receipt-yes", on=explained) == "receipt-none"


async def test_a_log_that_is_only_being_made_is_waited_for() -> None:
    """The campaign opened a few seconds ago."""
    talk = Talk(kept=Kept(logged=False))
    await talk.signs()
    await talk.taps("receipt")
    assert await talk.taps("receipt-yes") == "receipt-later"
    talk.store.logged = True
    assert await talk.taps("receipt-yes") == "receipt-promise"


async def signed_receipt(kept: Kept, *, proven: bool = True) -> bytes:
    """What Amina has in a safe place."""
    talk = Talk(kept=kept)
    await talk.signs()
    kept.checkpointed = proven
    await talk.taps("receipt")
    await talk.taps("receipt-yes")
    return talk.file


async def test_a_friend_has_a_receipt_checked() -> None:
    """As a file, as pasted text, and right behind the command: campaign, country and count."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    friend = Talk(kept=kept, user="8")
    assert await friend.commands("verify") == "verify-ask"
    assert await friend.attaches(receipt) == "receipt-holds"
    assert friend.last.args["title"] == "chechnya in English"
    assert friend.last.args["count"] == 1
    await friend.commands("verify")
    assert await friend.says(f" {receipt.decode().strip()}") == "receipt-holds"
    assert await friend.commands("verify", receipt.decode().strip()) == "receipt-holds"


async def test_a_promise_is_told_from_a_proof() -> None:
    """It shows no number of signatures."""
    kept = Kept()
    receipt = await signed_receipt(kept, proven=False)
    friend = Talk(kept=kept, user="8")
    await friend.commands("verify")
    assert await friend.attaches(receipt) == "receipt-promised"
    assert "count" not in friend.last.args


@pytest.mark.parametrize("why", get_args(Unfit))
async def test_what_is_no_receipt_is_said_and_asked_for_again(why: str) -> None:
    """Each refusal in words of its own; the next try can be the right one."""
    talk = Talk()
    await talk.commands("verify")
    assert await talk.says(why) == "verify-ask"
    assert talk.notes == [f"receipt-unfit-{why}"]
    assert await talk.commands("verify", why) == "verify-ask"
    assert talk.notes == [f"receipt-unfit-{why}"]


async def test_a_file_that_is_too_large_is_none() -> None:
    """And a photo of a receipt is none either."""
    talk = Talk()
    await talk.commands("verify")
    assert await talk.attaches(None) == "verify-ask"
    assert talk.notes == ["receipt-unfit-long"]
    assert await talk.shows(b"picture") == "verify-ask"
    assert talk.notes == ["unreadable-media"]


async def test_a_file_is_looked_at_only_where_one_is_asked_for() -> None:
    """Somebody sends one while signing."""
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    assert await talk.attaches(b"proof,chechnya,7,FR,en\n") == "consent-ask"
    assert talk.notes == ["unreadable-media"]


async def test_checking_a_receipt_does_not_lose_ones_place() -> None:
    """In the middle of signing; and it can be given up."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    friend = Talk(kept=kept, user="8")
    await friend.reaches_review()
    await friend.commands("verify")
    await friend.commands("help")
    await friend.taps("continue")
    assert await friend.attaches(receipt) == "receipt-holds"
    assert await friend.taps("continue") == "review"
    await friend.commands("verify")
    await friend.commands("verify")
    assert await friend.taps("verify-no") == "review"
    assert friend.notes == ["verify-stopped"]
    assert await friend.taps("confirm") == "signed-updates"


async def test_who_only_checks_a_receipt_has_begun_no_signature() -> None:
    """What is said to be held is what is held."""
    talk = Talk()
    await talk.commands("verify")
    assert await talk.commands("mydata") == "mydata-nothing"


async def test_after_closing_the_receipt_takes_the_signature_back() -> None:
    """The campaign is closed, and nothing else leads to Amina's signature any more."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    kept.campaigns["chechnya"] = campaign(status="closed")
    talk = Talk(kept=kept)
    assert await talk.commands("withdraw") == "withdraw-none"
    assert await talk.taps("verify") == "verify-ask"
    await talk.attaches(receipt)
    assert await talk.taps("receipt-withdraw") == "receipt-sure"
    assert kept.signatures
    assert await talk.taps("withdraw-yes") == "receipt-withdrawn"
    assert not kept.signatures
    assert "Checking" not in talk.answers, "nothing of the receipt is kept"


async def test_at_high_risk_the_chat_is_swept_once_a_receipt_was_used() -> None:
    """Nothing leads back to what named the cause, and one tap takes the rest out of the chat."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    kept.campaigns["chechnya"] = campaign(safety="high")
    talk = Talk(kept=kept)
    await talk.commands("verify")
    await talk.attaches(receipt)
    await talk.taps("receipt-withdraw")
    assert await talk.taps("withdraw-yes") == "receipt-withdrawn"
    assert talk.last.sweeps
    assert "card" not in talk.offered()
    assert await talk.taps("hide") == "hidden"


async def test_who_changes_their_mind_stays_counted() -> None:
    """And what could take it back is forgotten."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    talk = Talk(kept=kept)
    await talk.commands("verify")
    await talk.attaches(receipt)
    await talk.taps("receipt-withdraw")
    sure = talk.last
    assert await talk.taps("withdraw-no") == "alert"
    assert talk.notes == ["withdraw-kept"]
    assert kept.signatures
    assert "Checking" not in talk.answers
    assert await talk.taps("withdraw-yes", on=sure) == "verify-ask"
    assert talk.notes == ["receipt-forgotten"]
    assert kept.signatures


async def test_a_found_receipt_does_not_tell_whether_its_owner_withdrew() -> None:
    """The answer is the same where the signature was gone already."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    kept.signatures.clear()
    finder = Talk(kept=kept, user="8")
    await finder.commands("verify")
    assert await finder.attaches(receipt) == "receipt-holds"
    await finder.taps("receipt-withdraw")
    assert await finder.taps("withdraw-yes") == "receipt-withdrawn"


async def test_a_button_about_another_receipt_takes_nothing_back() -> None:
    """Two receipts were shown, and the first one's button is tapped."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    kept.campaigns["water"] = campaign("water")
    other = Talk(kept=kept)
    await other.signs("water")
    await other.commands("verify")
    await other.attaches(receipt)
    first = other.last
    await other.commands("verify")
    await other.attaches(b"proof,water,7,FR,en\n")
    assert await other.taps("receipt-withdraw", on=first) == "verify-ask"
    assert len(kept.signatures) == 2


async def test_without_a_country_none_is_named() -> None:
    """The campaign did not ask for one."""
    talk = Talk()
    await talk.commands("verify")
    await talk.attaches(b"proof,chechnya,9,,fr\n")
    origin = talk.last.args["origin"]
    assert "receipt-of-nowhere" in repr(origin)


async def test_a_language_is_changed_in_between() -> None:
    """What was found out is said again in the other language."""
    kept = Kept()
    receipt = await signed_receipt(kept)
    talk = Talk(kept=kept, user="8")
    await talk.commands("verify")
    await talk.taps("language")
    assert await talk.taps("fr") == "verify-ask"
    await talk.attaches(receipt)
    await talk.taps("language")
    assert await talk.taps("ru") == "receipt-holds"
