"""How far people come on the way to a signature, and that nobody is counted twice."""

from handlers.domain.statistics import Stage
from tests.support.fakes.campaigns import campaign
from tests.support.fakes.kept import Kept
from tests.support.talk import Talk


def far(talk: Talk, slug: str = "chechnya") -> list[Stage]:
    return [stage for where, stage in talk.reached if where == slug]


async def test_somebody_goes_the_whole_way() -> None:
    """RenderedMessage the alert, read on, agreed: each once, in that order."""
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("read")
    await talk.taps("next")
    await talk.taps("sign")
    assert far(talk) == ["seen", "read"]
    await talk.taps("agree")
    assert far(talk) == ["seen", "read", "consented"]


async def test_whoever_goes_back_and_forth_counts_once() -> None:
    """Cards, pages and cancelled forms: the person is the same."""
    talk = Talk()
    for _ in range(3):
        await talk.opens("chechnya")
        await talk.taps("read")
        await talk.taps("sign")
        await talk.taps("agree")
        await talk.commands("cancel")
    assert far(talk) == ["seen", "read", "consented"]


async def test_each_campaign_counts_for_itself() -> None:
    talk = Talk(campaigns=(campaign("chechnya"), campaign("civilians")))
    await talk.opens("chechnya")
    await talk.taps("read")
    await talk.opens("civilians")
    assert far(talk) == ["seen", "read"]
    assert far(talk, "civilians") == ["seen"]


async def test_a_list_of_campaigns_shows_none_of_them() -> None:
    talk = Talk(campaigns=(campaign("chechnya"), campaign("civilians")))
    await talk.commands("start")
    await talk.commands("help")
    assert talk.reached == []


async def test_declining_is_no_consent() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.taps("sign")
    await talk.taps("decline")
    assert far(talk) == ["seen"]


async def test_nobody_is_counted_who_looks_at_what_is_over() -> None:
    talk = Talk(campaigns=(campaign("chechnya", status="closed"),))
    await talk.opens("chechnya")
    await talk.taps("read")
    assert talk.reached == []
    assert talk.saved is None


async def test_a_signers_session_looks_like_that_of_one_who_only_looked() -> None:
    """Somebody who gets hold of the sessions cannot tell from them who has signed."""
    kept = Kept()
    signer, looker = Talk(kept=kept), Talk(kept=kept, user="8")
    await signer.signs()
    await looker.opens("chechnya")
    assert signer.store.slugs_signed == ["chechnya"]
    assert signer.saved == looker.saved


async def test_forgetting_forgets_how_far_one_came() -> None:
    talk = Talk()
    await talk.opens("chechnya")
    await talk.commands("forget")
    await talk.taps("forget-yes")
    assert talk.saved is None
