"""People pass petitions on in Telegram: by links, by inline mode, and in groups."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.channels.group_cards import LiveCards
from bot.channels.telegram.render import COPIED
from bot.jobs.group_cards import refresh_cards
from bot.jobs.milestones import tell_milestones
from bot.simulator import Person, Seen
from bot.simulator.world.acts import member
from bot.simulator.world.world import Chat
from handlers.domain.supporters import Person as KnownPerson
from storage.supporters.group_cards import GroupCards
from tests.support.outgoing import outgoing
from tests.support.town import Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


async def signs(person: Person, link: str) -> Seen:
    """From a link to the thanks, and no updates."""
    await person.opens(link)
    for choice in ("sign", "agree", "profile"):
        await person.taps(choice)
    await person.says("France")
    await person.taps("confirm")
    return await person.taps("updates-no")


def buttons(shown: Seen) -> dict[str, dict[str, Any]]:
    """The buttons of a message by their labels."""
    rows = shown.raw["reply_markup"]["inline_keyboard"]
    return {each["text"]: each for row in rows for each in row}


def own_link(shown: Seen, town: Town) -> str:
    """The personal link that the message shows."""
    found = re.search(rf"https://t\.me/{town.simulator.username}\?start=\S+_v\S{{16}}", shown.text)
    assert found, shown.text
    return found[0]


async def counted(town: Town) -> None:
    """The sequencer has run."""
    await town.parts.storage.sequencer.run_once()


@pytest.mark.parametrize(("language", "name"), [("fr", "Amélie"), ("ar", "ليلى")])
async def test_one_shares_another_joins_and_the_first_sees_it_counted_once(
    town: Town, language: str, name: str
) -> None:
    """In both directions of text; signing twice or by one's own link adds nothing."""
    first = town.simulator.person(name, language)
    second = town.simulator.person("Ben", language)
    asked = await signs(first, town.simulator.deep_link("chechnya"))
    assert asked.choices == ["share-yes", "share-no", "language"]
    offered = await first.taps("share-yes")
    link = own_link(offered, town)
    nobody_yet = offered.text.split(link)[1]
    await first.taps("Telegram")
    [shared] = first.opened
    assert parse_qs(urlsplit(shared).query)["url"] == [link]
    assert "chechnya" in unquote(shared)

    await signs(second, link)
    await counted(town)
    await second.opens(link)
    assert (await second.taps("sign")).choices[0] == "share"
    await first.opens(link)
    await counted(town)
    shown = await first.taps("share")
    assert shown.text.split(link)[1] != nobody_yet
    invite = town.parts.storage.invites
    petition = await town.parts.storage.campaigns.get("chechnya")
    assert petition is not None
    person = telegram_person(first)
    own = await invite.get_or_create(petition, person)
    assert own is not None
    assert own.joined == 1
    theirs = await invite.get_or_create(petition, telegram_person(second))
    assert theirs is not None
    assert theirs.joined == 0


def telegram_person(person: Person) -> KnownPerson:
    """The person as the stores know them."""
    return KnownPerson("telegram", str(person.id), chat_id=str(person.id))


async def test_apps_that_telegram_cannot_open_get_words_to_copy(town: Town) -> None:
    """Each copies a text with the person's own link, no longer than Telegram allows."""
    ana = town.simulator.person("Ana", "en")
    await signs(ana, town.simulator.deep_link("chechnya"))
    shown = await ana.taps("share-yes")
    link = own_link(shown, town)
    found = buttons(shown)
    copying = {
        label: each["copy_text"]["text"] for label, each in found.items() if "copy_text" in each
    }
    assert sorted(copying) == [
        "📋 Copy the text", "📋 E-mail", "📋 Messenger", "📋 Signal", "📋 Text message", "📋 Viber",
    ]  # fmt: skip
    for text in copying.values():
        assert link in text
        assert len(text) <= COPIED
    opened = {label: each["url"] for label, each in found.items() if "url" in each}
    assert sorted(opened) == ["Facebook", "Telegram", "WhatsApp", "X"]
    assert all(link in unquote(url) for url in opened.values())


async def test_whoever_wishes_is_told_at_milestones_and_once(town: Town) -> None:
    """Nothing before they agreed; then one message for the first who joins, with a way out."""
    ana = town.simulator.person("Ana", "en")
    await signs(ana, town.simulator.deep_link("chechnya"))
    link = own_link(await ana.taps("share-yes"), town)
    await ana.taps("tell")
    await ana.taps("tell-yes")
    await signs(town.simulator.person("Ben", "en"), link)
    await counted(town)
    before = len(ana.screen)
    storage = town.parts.storage
    async with outgoing(town) as registry:
        for _ in range(2):
            await tell_milestones(storage.milestones, storage.campaigns, registry)
    assert len(ana.screen) == before + 1
    assert "first person has signed" in ana.last.text
    assert "Ben" not in ana.last.text
    assert ana.last.choices == ["share", "untell"]
    assert "untell" not in (await ana.taps("untell")).choices


async def test_somebody_who_blocked_the_bot_is_told_nothing_more(town: Town) -> None:
    """Their chat's address is erased."""
    ana = town.simulator.person("Ana", "en")
    await signs(ana, town.simulator.deep_link("chechnya"))
    link = own_link(await ana.taps("share-yes"), town)
    await ana.taps("tell")
    await ana.taps("tell-yes")
    await signs(town.simulator.person("Ben", "en"), link)
    await counted(town)
    await ana.blocks()
    storage = town.parts.storage
    async with outgoing(town) as registry:
        await tell_milestones(storage.milestones, storage.campaigns, registry)
    petition = await storage.campaigns.get("chechnya")
    assert petition is not None
    own = await storage.invites.get_or_create(petition, telegram_person(ana))
    assert own is not None
    assert not own.told


# Inline mode.


async def test_typing_the_bots_name_offers_a_card_that_opens_the_petition(town: Town) -> None:
    """In the person's language, for that person only; its button says it came by inline mode."""
    ana, ben = town.simulator.person("Ana", "fr"), town.simulator.person("Ben", "ar")
    [result] = await ana.asks_inline()
    assert (result["type"], result["title"]) == ("article", "chechnya en français")
    [call] = town.simulator.calls_of("answerInlineQuery")
    assert str(call.params["is_personal"]).lower() == "true"
    assert 0 < int(str(call.params["cache_time"])) <= 60
    card = await ana.picks("chechnya", into=ben)
    assert "chechnya en français" in card.html
    assert card.links == [town.simulator.deep_link("chechnya_n")]
    await ben.opens(card.links[0])
    assert "chechnya بالعربية" in ben.last.text


async def test_a_signers_invite_rides_along_and_brings_credit(town: Town) -> None:
    """And a picture that Telegram knows already makes the card a picture."""
    ana, ben = town.simulator.person("Ana", "en"), town.simulator.person("Ben", "en")
    await signs(ana, town.simulator.deep_link("chechnya"))
    await ana.asks_inline()
    petition = await town.parts.storage.campaigns.get("chechnya")
    assert petition is not None
    invites = town.parts.storage.invites
    assert await invites.find(petition, telegram_person(ana)) is None, "typing makes none"
    link = own_link(await ana.taps("share-yes"), town)
    [result] = await ana.asks_inline("chech")
    assert result["type"] == "photo"
    card = await ana.picks("chechnya", into=ben)
    assert card.photo is not None
    assert card.links == [link.replace("chechnya_v", "chechnya_n")]
    await signs(ben, card.links[0])
    await counted(town)
    await ana.opens(link)
    assert "1 person" in (await ana.taps("share")).text


async def test_what_is_typed_narrows_the_offer_and_never_empties_it(town: Town) -> None:
    """Odd words are no fault."""
    ana = town.simulator.person("Ana")
    for typed in ("ENGLISH chech", "nothing of the kind", "<b>", "' OR 1=1", "🕊" * 60):
        assert len(await ana.asks_inline(typed)) == 1


async def test_the_chosen_language_holds_in_inline_mode_too(town: Town) -> None:
    """Not only the client's."""
    ana = town.simulator.person("Ana", "en")
    await ana.says("/language")
    await ana.taps("fr")
    [result] = await ana.asks_inline()
    assert result["title"] == "chechnya en français"


async def test_a_card_posted_to_the_bot_itself_gets_no_answer(town: Town) -> None:
    """It has a button already."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    await ana.asks_inline()
    before = len(ana.screen)
    await ana.picks("chechnya")
    await town.simulator.settled()
    assert len(ana.screen) == before + 1


# Groups and channels.


def minutes(town: Town) -> tuple[LiveCards, list[float]]:
    """The cards as a worker sees them, and a clock to move: minutes from now."""
    start, passed = datetime.now(UTC), [0.0]
    storage = town.parts.storage
    kept = GroupCards(storage.database, storage.vault, "telegram")
    cards = LiveCards(kept, storage.campaigns, lambda: start + timedelta(minutes=passed[0]))
    return cards, passed


async def test_a_group_gets_one_card_with_the_live_total(town: Town) -> None:
    """Edited at most once a minute, only when there is news, and never with a name."""
    ana, ben = town.simulator.person("Ana", "fr"), town.simulator.person("Ben", "en")
    group = town.simulator.group("Amis", [ana, ben])
    await group.adds_bot(by=ana)
    await town.simulator.settled()
    [card] = [each for each in group.screen if each.from_bot]
    assert "chechnya en français" in card.text
    assert card.choices == []
    assert card.links == [town.simulator.deep_link("chechnya_g")]

    cards, passed = minutes(town)
    async with outgoing(town) as registry:

        def edits() -> int:
            return len(town.simulator.calls_of("editMessageText"))

        quiet = edits()
        passed[0] = 2
        await refresh_cards(cards, registry["telegram"])
        assert edits() == quiet
        await signs(ben, card.links[0])
        await counted(town)
        in_private = edits()
        await refresh_cards(cards, registry["telegram"])
        assert edits() == in_private + 1
        await signs(ana, card.links[0])
        await counted(town)
        in_private = edits()
        passed[0] = 2.9
        await refresh_cards(cards, registry["telegram"])
        assert edits() == in_private
        passed[0] = 3.1
        await refresh_cards(cards, registry["telegram"])
        await refresh_cards(cards, registry["telegram"])
        assert edits() == in_private + 1
    [card] = [each for each in group.screen if each.from_bot]
    assert "2" in card.text
    assert "Ben" not in card.text
    assert "Ana" not in card.text


async def test_what_people_write_in_a_group_is_none_of_our_business(town: Town) -> None:
    """Even as an administrator, to whom Telegram shows everything."""
    ana = town.simulator.person("Ana")
    group = town.simulator.group("Friends", [ana])
    await group.adds_bot(by=ana, admin=True)
    await town.simulator.settled()
    before = len(town.simulator.calls)
    for said in ("I signed!", "chechnya", "/start", "@somebody sign"):
        await ana.says(said, chat=group, hear=False)
    await town.simulator.settled()
    assert len(town.simulator.calls) == before


async def test_a_group_that_throws_the_bot_out_is_forgotten(town: Town) -> None:
    """And gets a card again when it takes the bot back."""
    ana = town.simulator.person("Ana")
    group = town.simulator.group("Friends", [ana])
    await group.adds_bot(by=ana)
    await group.adds_bot(by=ana)
    await town.simulator.settled()
    assert len([each for each in group.screen if each.from_bot]) == 1
    await group.removes_bot(by=ana)
    await town.simulator.settled()
    assert await kinds(town) == []
    await group.adds_bot(by=ana)
    await town.simulator.settled()
    assert len([each for each in group.screen if each.from_bot]) == 2


async def kinds(town: Town) -> list[tuple[str, str]]:
    """The campaigns and locales of the cards that are kept."""
    storage = town.parts.storage
    return list(await GroupCards(storage.database, storage.vault, "telegram").kinds())


@pytest.mark.parametrize("fate", ["deleted", "thrown out unheard"])
async def test_a_card_that_is_gone_is_forgotten(town: Town, fate: str) -> None:
    """Whether the message or the whole group is no more."""
    ana = town.simulator.person("Ana", "en")
    group = town.simulator.group("Friends", [ana])
    await group.adds_bot(by=ana)
    await town.simulator.settled()
    chat = town.simulator.world.chats[group.id]
    if fate == "deleted":
        chat.messages.clear()
    else:
        chat.bot_status = "kicked"
    await signs(ana, town.simulator.deep_link("chechnya_g"))
    await counted(town)
    cards, passed = minutes(town)
    passed[0] = 2
    async with outgoing(town) as registry:
        await refresh_cards(cards, registry["telegram"])
    assert await kinds(town) == []


async def test_a_group_that_becomes_a_supergroup_keeps_a_card(town: Town) -> None:
    """The old number is forgotten, the new one gets a card, once."""
    ana = town.simulator.person("Ana", "fr")
    old = town.simulator.group("Amis", [ana])
    await old.adds_bot(by=ana)
    new = town.simulator.group("Amis, now super", [ana])
    town.simulator.world.chats[new.id].bot_status = "member"
    await town.simulator.settled()
    moved = {
        "message_id": 9,
        "date": 1_700_000_000,
        "chat": {"id": old.id, "type": "group", "title": "Amis"},
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
        "migrate_to_chat_id": new.id,
    }
    for _ in range(2):
        await town.simulator.deliver({"message": moved})
    await town.simulator.settled()
    [card] = [each for each in new.screen if each.from_bot]
    assert "chechnya en français" in card.text
    assert len(await kinds(town)) == 1


@pytest.mark.parametrize(("right", "posted"), [(True, 1), (False, 0)])
async def test_a_channel_gets_a_card_where_the_bot_may_post(
    town: Town, right: bool, posted: int
) -> None:
    """Being an administrator without that right is not enough."""
    ana = town.simulator.person("Ana", "en")
    chat = Chat(-1_002_000_000_001, "supergroup", "News", bot_status="administrator")
    town.simulator.world.chats[chat.id] = chat
    bot = {"id": town.parts.bot.id, "is_bot": True, "first_name": "Bot"}
    promoted = {**member(bot, "administrator"), "can_post_messages": right}
    change = {
        "chat": {"id": chat.id, "type": "channel", "title": "News"},
        "from": ana.user.api(),
        "date": 1_700_000_000,
        "old_chat_member": {"user": bot, "status": "left"},
        "new_chat_member": promoted,
    }
    await town.simulator.deliver({"my_chat_member": change})
    await town.simulator.settled()
    assert len(chat.messages) == posted


async def test_a_forged_invite_opens_the_petition_all_the_same(town: Town) -> None:
    """Without credit to anybody, and without a fault."""
    ana = town.simulator.person("Ana", "en")
    await signs(ana, town.simulator.deep_link("chechnya_vAAAAAAAAAAAAAAAA"))
    await counted(town)
    for payload in ("chechnya_v", "chechnya_x-y_z", "chechnya_oPOSTER", "chechnya__g"):
        opened = await ana.opens(town.simulator.deep_link(payload))
        assert "chechnya in English" in opened.text
