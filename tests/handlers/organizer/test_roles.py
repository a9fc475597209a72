"""What each role may do: every step with every button, also forged ones, tried by everybody."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, get_args

import pytest

from handlers.dialogue import session
from handlers.dialogue.step import Step, Turn
from handlers.domain.broadcasts import Letter
from handlers.domain.campaigns import Campaign
from handlers.domain.moderation import Selection
from handlers.domain.organizers import Role
from handlers.domain.signatures import Draft
from handlers.organizer.access import Guarded
from handlers.organizer.broadcasts.drafting.letters import LetterForm
from handlers.organizer.broadcasts.scheduling.when import ScheduleForm
from handlers.organizer.campaigns.editing import EditForm
from handlers.organizer.campaigns.overview import DEEDS
from handlers.organizer.campaigns.parsing import Place
from handlers.organizer.desk import ROOMS
from handlers.organizer.forms import BroadcastForm, CampaignForm
from handlers.organizer.moderation.piles import SelectionForm
from handlers.steps import DIALOGUE, ORGANIZER
from tests.support.desk import House, OrganizerTalk, house
from tests.support.petition import person

NOBODYS = {"organize", "stats-which", "join", "found"}
"""Steps of no campaign: each says to somebody who may nothing there that there is nothing."""

MOVES = {"join_yes", "join_no", "pick", "pick_campaign"}
"""Answers without a guard: they join, or lead to a step that looks for itself who may come in."""

LEAST: dict[Role, tuple[str, ...]] = {
    "viewer": ("desk", "preview", "pages", "broadcasts", "broadcast", "stats", "audit", "activity"),
    "translator": (
        *("edit", "texts", "sections", "section", "links", "write", "sure"),
        *("letters", "letter-text", "letter-links", "try"),
    ),
    "organizer": (
        *("settings", "asks", "main", "picture", "drop", "letter-picture", "audience", "safety"),
        *("aim-locales", "aim-countries", "aim-since", "gaps", "paid", "zone", "when"),
        *("last-look", "stop", "again", "held", "sift", "sift-country", "sift-language"),
        *("sift-link", "sift-days", "sift-why", "sift-sure"),
    ),
    "owner": (
        *("opening", "closing", "really", "exports", "export"),
        *("team", "team-add", "team-remove"),
    ),
}
"""Who may come to each step, and whoever is more; as issued, viewers change nothing at all."""

GREATER: tuple[Role, ...] = ("viewer", "translator", "organizer", "owner")

FORGED = (
    *("en", "FR", "l_fr", "c_FR", "w_en", "n_1", "remove_1", "owner", "picked", "sift-new"),
    *("release", "automated", "today", "direct", "sure-remove", "house_team", "new_campaign"),
)
"""What is tapped besides the buttons that a step has."""


def least(step: str) -> Role | None:
    return next((role for role, steps in LEAST.items() if step in steps), None)


def reaches(role: Role | None, step: str) -> bool:
    """Whether somebody with that role may see that step; those of no organizer are for all."""
    needed = least(step)
    return needed is None or (role is not None and GREATER.index(role) >= GREATER.index(needed))


def test_every_step_is_somebodys() -> None:
    """Who adds one has to say here who may come to it, and to guard it as it says."""
    said = {step.name: step.ask.least for step in ORGANIZER if isinstance(step.ask, Guarded)}
    assert {name: role for name, role in said.items() if name not in NOBODYS} == {
        step: role for role, steps in LEAST.items() for step in steps
    }
    assert {step.name for step in ORGANIZER} - set(said) == {"join"}
    assert tuple(reversed(get_args(Role))) == GREATER


@pytest.mark.parametrize("step", ORGANIZER, ids=lambda step: step.name)
def test_every_answer_is_guarded(step: Step) -> None:
    """Whatever one does, `@requires` stands above it."""
    messages = (step.on_choice, step.on_text, step.on_picture, step.on_file)
    for answer in (*step.answers.values(), *messages):
        each = answer.func if isinstance(answer, partial) else answer
        if each is not None and not isinstance(each, str | Guarded):
            assert getattr(each, "__name__", "") in MOVES, f"{each} of {step.name}"


def test_the_desk_offers_what_may_be_entered() -> None:
    """A room has no button for somebody whom its step would refuse, and one for everybody else."""
    [edit] = [step for step in ORGANIZER if step.name == "edit"]
    handlers = {**edit.answers, **{step.name: step.ask for step in ORGANIZER}}
    offered = (*ROOMS, *(deed for some in DEEDS.values() for deed in some))
    guards = {name: handlers[name] for name, _ in offered}
    assert {name: each.least for name, each in guards.items() if isinstance(each, Guarded)} == dict(
        offered
    )


@pytest.fixture
async def there() -> AsyncIterator[House]:
    """A campaign with something in every room."""
    async with house() as opened:
        release = await opened.petition()
        broadcasts = opened.organizing.broadcasts
        await opened.readers(release, "en", 3)
        ida = await opened.organizer("Ida", "owner", release)
        owner = await ida.organizer()
        draft = await broadcasts.create(release, owner, ida.now)
        await broadcasts.write(draft, "en", Letter("Good news"))
        waiting = await broadcasts.create(release, owner, ida.now)
        await broadcasts.write(waiting, "en", Letter("More news"))
        [seen] = [each for each in await broadcasts.of(release) if each.id == waiting.id]
        await opened.organizing.broadcast_lifecycle.confirm(
            seen, owner, ida.now, 3, ida.now, alone=False
        )
        for number in range(12):
            await opened.world.sign(release, person(f"s{number}"), Draft("", "FR"))
        await opened.organizing.moderation.hold(release, Selection(), owner, ida.now)
        await opened.world.ask_export(release, 12, ida.now)
        yield opened


def stands_in(talk: OrganizerTalk, step: Step, campaign: Campaign, number: int) -> dict[str, Any]:
    """A session that stands in that step of a form, ready for its last button."""
    forms = (
        CampaignForm(campaign.slug),
        EditForm(campaign.slug, Place("title", "en")),
        SelectionForm(campaign.slug, Selection("picked"), "automated", 12),
        BroadcastForm(campaign.slug, number),
        LetterForm(campaign.slug, number, "en"),
        ScheduleForm(campaign.slug, number, datetime(2026, 3, 5, 12, tzinfo=UTC)),
    )
    turn = Turn(talk.person, talk.stores, talk.tongues, talk.now, step=step.name)
    turn.forms = {type(each): each for each in forms if type(each) is step.form}
    assert turn.forms
    return session.saved(turn) or {}


def at_hand(talk: OrganizerTalk, saved: dict[str, Any] | None) -> Turn:
    """A turn of theirs, with nothing done in it yet."""
    turn = Turn(talk.person, talk.stores, talk.tongues, talk.now)
    session.restore(DIALOGUE, turn, saved)
    return turn


async def tries(talk: OrganizerTalk, step: Step, campaign: Campaign) -> set[str]:
    """Tap and write whatever there is; the steps of all that is shown of the campaign."""
    shown = set()

    def look() -> None:
        if talk.about.partition(".")[0] == campaign.slug:
            shown.add(talk.last.step)

    standing = None if step.aside else stands_in(talk, step, campaign, 1)
    abouts = (
        (campaign.slug, f"{campaign.slug}.1", f"{campaign.slug}.2")
        if standing is None
        else (step.about_now(at_hand(talk, standing)).encode(),)
    )
    for choice in (*step.answers, *(FORGED if step.on_choice else ()), "nonsense"):
        for about in abouts:
            talk.saved = standing
            await talk.forges(step.name, about, choice)
            look()
    if step.on_text or step.on_picture:
        for incoming in ("Hello", "2026-03-04", "France", None):
            talk.saved = standing
            await (talk.shows(None) if incoming is None else talk.says(incoming))
            look()
    return shown


async def somebody(there: House, role: Role | None, campaign: Campaign) -> Sequence[OrganizerTalk]:
    """People with just that role in the campaign; without one, a stranger, and another's owner."""
    if role is not None:
        return [await there.organizer("Omar", role, campaign)]
    other = await there.petition("other")
    return [there.person("Amina"), await there.organizer("Eve", "owner", other)]


@pytest.mark.parametrize("role", [None, "viewer", "translator", "organizer"])
async def test_nobody_does_or_sees_more_than_their_role(there: House, role: Role | None) -> None:
    """Whatever they tap, they end where they may be; and where that is less, nothing changes."""
    [release] = await there.organizing.campaigns.all()
    for talk in await somebody(there, role, release):
        before = await there.world.everything()
        for step in ORGANIZER:
            own = role not in (None, "viewer") and reaches(role, step.name)
            if step.name in NOBODYS or (own and least(step.name) != "viewer"):
                continue
            if own and role == "organizer":
                continue
            shown = await tries(talk, step, release)
            assert [each for each in shown if not reaches(role, each)] == [], step.name
            assert await there.world.everything() == before, step.name


@pytest.mark.parametrize("role", GREATER)
async def test_everybody_comes_to_what_is_theirs(there: House, role: Role) -> None:
    """The least role that a step needs is enough for it."""
    [release] = await there.organizing.campaigns.all()
    [talk] = await somebody(there, role, release)
    for step in ORGANIZER:
        if least(step.name) != role:
            continue
        turn = at_hand(talk, None if step.aside else stands_in(talk, step, release, 1))
        turn.about = step.about.decode(f"{release.slug}.1")
        await step.ask(turn)
        assert "organizer-not-yours" not in [each.id for each in turn.notes], step.name
