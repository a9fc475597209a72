"""Four hundred people, two organizers in the chat, and two workers killed: one broadcast, whole.

Organizers and supporters do everything in the chat, over the simulator's Bot API; the bot is the
processes that run in production. What happened is read from the simulator's record of calls and
from what stands on the organizers' screens, never from the bot's own database.
"""

import asyncio
import re
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from redis.asyncio import Redis

from bot.simulator import TOKEN, Person, Seen, Simulator
from bot.simulator.bot_api.api import KEPT_CALLS, Call
from bot.simulator.bot_api.limits import FloodControl
from bot.texts.texts import Texts
from handlers.dialogue.messages import Language, Value, Words
from handlers.supporter.updates import STOP
from tests.support.process import PATIENCE, ROOT, Command, command, done, free_port

SLUG = "chechnya"

LETTERS = {
    "en": "They are <b>free</b>. Tell a friend.",
    "fr": "Ils sont <b>libres</b>. Dites-le à vos proches.",
    "ar": "إنهم <b>أحرار</b>. أخبروا أصدقاءكم.",
}

WRITTEN = {re.sub("</?b>", "", letter): locale for locale, letter in LETTERS.items()}
"""The letters as people read them, and their languages."""

READ_BY = {"en": "en", "fr": "fr", "ar": "ar", "es": "en"}
"""Whose letter somebody gets: nothing is written in Spanish, and the campaign's own is English."""

EARLY, LATE = 160, 240
"""People who ask for updates before it is drafted, and while it waits for its second organizer."""

BLOCK, FORGET, SWITCH_OFF = 40, 5, 5
"""Those who leave before it reaches them: they block the bot, say `/forget`, or use `/updates`."""

STOP_BY_BUTTON, BLOCK_LATER = 15, 10
"""Those who leave once they have read it: by the button under it, or by blocking the bot."""

READ = STOP_BY_BUTTON + BLOCK_LATER

UNDER_WAY = 8
"""Letters that are under way, at least, when a worker is killed."""

HELD = 2.0
"""Seconds for which the simulator keeps letters under way."""

MOST_IN_FLIGHT = 30
"""What two chunks begin with at a time at thirty a second: half a second's worth each."""

TOGETHER = 20
"""People who ask for updates at the same time."""

LOOK = 0.1
"""Seconds between two looks whether it has happened."""

TOKYO = ZoneInfo("Asia/Tokyo")

SIGNS = {"✉️": "sent", "🚫": "blocked", "❓": "unknown", "⚠️": "failed", "🔕": "unsubscribed"}
"""How the lines of a report begin, in every language."""


@dataclass
class Story:
    """The bot's processes, and the people around them."""

    simulator: Simulator
    folder: Path
    settings: Mapping[str, str]
    texts: Texts

    async def run(self, *arguments: str) -> str:
        """Run a command that has to succeed; what it wrote."""
        status, said = await done(*arguments, folder=self.folder, settings=self.settings)
        assert status == 0, said
        return said

    @asynccontextmanager
    async def worker(self) -> AsyncIterator[Command]:
        """A worker that works."""
        async with command("worker", folder=self.folder, settings=self.settings) as running:
            await running.says("Working")
            yield running

    async def until(self, happens: Callable[[], bool], otherwise: str) -> None:
        """Wait for something."""
        deadline = time.monotonic() + PATIENCE
        while not happens():
            assert time.monotonic() < deadline, f"{otherwise}\n{self.simulator.troubles()}"
            await asyncio.sleep(LOOK)

    # The simulator's record.

    def sent(self, people: Sequence[Person]) -> list[tuple[int, Call]]:
        """The letters that Telegram has taken for any of them, in order, and for whom each was."""
        assert len(self.simulator.calls) < KEPT_CALLS, "the first calls are forgotten already"
        wanted = ids(people)
        calls = [each for each in self.simulator.calls_of("sendMessage") if each.ok]
        found = [(each.result["chat"]["id"], each) for each in calls if text(each) in WRITTEN]
        return [(number, call) for number, call in found if number in wanted]

    def record(self, people: Sequence[Person]) -> dict[int, list[str]]:
        """Which letters Telegram has taken for each of them, by language, in order."""
        found: dict[int, list[str]] = {each.id: [] for each in people}
        for number, call in self.sent(people):
            found[number].append(WRITTEN[text(call)])
        return found

    def shown(self, person: Person, message: Seen) -> list[str]:
        """All that a message has ever shown, from the record of its calls."""
        return [
            text(call)
            for call in self.simulator.calls
            if call.ok
            and call.method in ("sendMessage", "editMessageText")
            and call.result["chat"]["id"] == person.id
            and call.result["message_id"] == message.message_id
        ]

    def under_way(self, people: Sequence[Person]) -> set[int]:
        """To whom something is under way just now."""
        return {each for each in ids(people) if self.simulator.api.in_flight[str(each)]}


@dataclass
class Crowd:
    """Everybody who asked for updates, and who of them leaves."""

    people: Sequence[Person]
    blockers: Sequence[Person]
    stoppers: Sequence[Person]

    @classmethod
    def of(cls, people: Sequence[Person], record: Mapping[int, Sequence[str]]) -> "Crowd":
        """Some leave who have read it, and more who came last and would get it last."""
        readers = [each for each in people if record[each.id]]
        last = people[-BLOCK - FORGET - SWITCH_OFF :]
        return cls(
            people,
            [*last[:BLOCK], *readers[STOP_BY_BUTTON:READ]],
            [*last[BLOCK:], *readers[:STOP_BY_BUTTON]],
        )

    @property
    def gone(self) -> set[int]:
        """All who have left."""
        return ids([*self.blockers, *self.stoppers])

    async def leaves(self) -> None:
        """Fifty block the bot, and ten unsubscribe by a command, while the letters go on."""
        assert len(self.blockers) == 50
        for person in self.blockers:
            await person.blocks()
        # One after the other: Telegram takes thirty messages a second.
        for person in self.stoppers[:FORGET]:
            await person.says("/forget")
            await person.taps("forget-yes")
        for person in self.stoppers[FORGET : FORGET + SWITCH_OFF]:
            await person.says("/updates")
            await person.taps(f"off_{SLUG}")

    async def has_enough(self) -> None:
        """Fifteen who have read the letter ask for no more of them."""
        assert len(self.stoppers[FORGET + SWITCH_OFF :]) == 15
        for person in self.stoppers[FORGET + SWITCH_OFF :]:
            await person.taps(STOP)


def text(call: Call) -> str:
    """What a call has sent or changed a message to."""
    return str(call.result["text"])


def ids(people: Iterable[Person]) -> set[int]:
    """The numbers of their chats."""
    return {each.id for each in people}


async def ask_for_updates(people: Sequence[Person]) -> None:
    """All of them, a few at a time."""
    door = asyncio.Semaphore(TOGETHER)

    async def asks(person: Person) -> None:
        async with door:
            await person.says("/updates")
            await person.taps(f"on_{SLUG}")
            await person.taps("updates-yes")

    await asyncio.gather(*map(asks, people))


def starting(message: Seen, beginning: str) -> str:
    """The choice that begins so."""
    return next(each for each in message.choices if each.startswith(beginning))


def report(message: Seen) -> Counter[str]:
    """The numbers of a report or of a message that follows a broadcast, in any language."""
    return report_in(message.text)


def report_in(shown: str) -> Counter[str]:
    """The same, from its text."""
    found: Counter[str] = Counter()
    for line in map(plain, shown.splitlines()):
        sign, _, rest = line.partition(" ")
        if name := SIGNS.get(sign):
            numbers = [int(each) for each in re.findall(r"\d+", rest)]
            found[name] = numbers[0]
            if name == "sent":
                found["size"] = numbers[1]
    return found


def plain(shown: str) -> str:
    """A text without marks of direction."""
    return shown.translate(dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069")))


def follows(person: Person) -> bool:
    """Whether a message in the organizer's chat shows how far it has come."""
    return any(report(each)["size"] for each in person.screen)


def is_over(person: Person) -> bool:
    """Whether the organizer's chat has a report."""
    return any(is_report(each) for each in person.screen)


def ended(person: Person) -> Seen:
    """The newest report in an organizer's chat."""
    return next(each for each in reversed(person.screen) if is_report(each))


def is_report(message: Seen) -> bool:
    return plain(message.text).startswith("✅") and "✉️" in message.text


@pytest.fixture
async def story(
    tmp_path: Path, redis: Redis, redis_url: str, migrated_database_url: str
) -> AsyncIterator[Story]:
    """A web process, and the sample campaign open to be signed."""
    port = free_port()
    # Everybody comes within seconds here; from when the limits count, the test says.
    async with Simulator(flood_control=False, webhook_pause=0.05) as simulator:
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": simulator.url,
            "DATABASE_URL": migrated_database_url,
            "REDIS_URL": redis_url,
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_SECRET": "only-for-this-test",
            "PORT": str(port),
            "BROADCAST_ALONE": "100",
        }
        there = Story(simulator, tmp_path, settings, Texts.load())
        async with command("web", folder=tmp_path, settings=settings) as web:
            await there.run("keys", "new", "--out", "organisation.key")
            await there.run("campaign", "import", str(ROOT / "bot" / "demo" / SLUG))
            await there.run("campaign", "open", SLUG, "--key", "organisation.key")
            await web.says("Serving on port")
            yield there
            assert await web.ends(signal.SIGTERM) == 0
        assert simulator.complaints == []
        assert simulator.unknown_methods == []


async def test_everybody_who_stays_hears_of_it_once(story: Story) -> None:
    """From the first organizer's link to the report, and to those of whom nobody knew."""
    simulator = story.simulator
    ida, amal = simulator.person("Ida", "en"), simulator.person("Amal", "ar")
    tongues = [*READ_BY] * ((EARLY + LATE) // len(READ_BY))
    people = [simulator.many(1, tongue)[0] for tongue in tongues]

    # An owner comes by the link that a command prints, and asks a second organizer in.
    await ida.opens(link_in(await story.run("organizer", "invite")))
    await ida.taps("join-yes")
    await ida.taps(f"campaign_{SLUG}")
    await ida.taps("team")
    await ida.taps("team-add")
    await amal.opens(link_in((await ida.taps("organizer")).text))
    await amal.taps("join-yes")

    await ask_for_updates(people[:EARLY])
    await drafts(ida)
    await schedules(ida)
    await ask_for_updates(people[EARLY:])
    simulator.api.flood = FloodControl()
    async with story.worker() as first:
        await story.until(lambda: has(amal, "refresh"), "Amal was not told")
        waiting = await amal.taps("refresh")
        assert not story.sent(people)
        await amal.taps(starting(waiting, "approve_"))
        await story.until(lambda: len(story.sent(people)) >= READ, "it does not go out")
        await story.until(lambda: follows(ida) and follows(amal), "nobody can follow it")
        crowd = Crowd.of(people, story.record(people))
        await crowd.leaves()
        lost = await killed(story, first, people, arrive=False)
    # Now nothing goes out: there is time for it, however slow the machine is.
    await crowd.has_enough()
    async with story.worker() as second:
        held = await killed(story, second, people, arrive=True)
    async with story.worker() as third:
        await story.until(lambda: is_over(ida) and is_over(amal), "it does not end")
        once = story.record(people)
        reached_once(crowd, once, lost, held)
        assert report(ended(amal)) == report(ended(ida))
        agrees(crowd, once, report(ended(ida)), lost | held)
        moved(story, ida)
        moved(story, amal)
        repeated = await again(story, crowd, ida, once)
        await told_in_the_audit_log(story, ida, EARLY, repeated)
        assert await third.ends(signal.SIGTERM) == 0


def link_in(said: str) -> str:
    """The link to the bot in what was said."""
    found = re.search(r"https://t\.me/\S+", said)
    assert found is not None, said
    return found[0]


def has(person: Person, choice: str) -> bool:
    """Whether that can be tapped somewhere in the chat."""
    return any(choice in each.choices for each in person.screen)


async def drafts(ida: Person) -> None:
    """In three languages; then a look at what Arabic readers get. It may go out at night, too."""
    await ida.says("/organize")
    await ida.taps(f"campaign_{SLUG}")
    await ida.taps("broadcasts")
    await ida.taps("new-broadcast")
    for locale, letter in LETTERS.items():
        await ida.taps("letters")
        await ida.taps(f"w_{locale}")
        assert WRITTEN[(await ida.says(letter)).text] == locale
        await ida.taps("write-done")
    await ida.taps("quiet")
    await ida.taps("try")
    tried = await ida.taps("t_ar")
    assert WRITTEN[tried.text] == "ar"
    assert STOP in tried.choices
    await ida.taps("write-done")
    await ida.taps("broadcast")


async def schedules(ida: Person) -> None:
    """For tomorrow morning on the clocks of Tokyo, and then for as soon as it may go.

    That what waits for a time goes out then is proven in `tests/bot/jobs/broadcasts`, where a time
    need not be a full minute.
    """
    gaps = await ida.taps("schedule")
    assert "w_es" in gaps.choices  # nothing is written in Spanish
    await ida.taps("gaps-fine")
    await ida.says("Tokyo")
    tomorrow = datetime.now(TOKYO).date() + timedelta(days=1)
    look = await ida.says(f"{tomorrow} 09:07")
    assert "9:07" in look.text
    assert f"{tomorrow:%A}" in look.text
    await ida.taps("when")
    look = await ida.taps("now")
    waiting = await ida.taps(starting(look, "y_"))
    assert "take-back" in waiting.choices  # it takes two to write to so many


async def killed(
    story: Story, worker: Command, people: Sequence[Person], *, arrive: bool
) -> set[int]:
    """Kill the worker while letters are under way, which arrive or get lost; whose they are."""
    mischief = story.simulator.mischief
    mischief.delay(HELD, method="sendMessage")
    await story.until(lambda: len(story.under_way(people)) >= UNDER_WAY, "nothing is under way")
    await worker.kill()
    found = story.under_way(people)
    if not arrive:
        # What the worker wrote to organizers just then is lost, too.
        mischief.fail(story.simulator.api.in_flight.total(), method="sendMessage")
    await story.until(lambda: not story.under_way(people), "what is under way never arrives")
    mischief.calm()
    assert len(found) >= UNDER_WAY
    return found


def reached_once(
    crowd: Crowd, record: Mapping[int, Sequence[str]], lost: set[int], held: set[int]
) -> None:
    """The simulator's own record: everybody who stayed, in their language, and nobody twice.

    But for those whose letters were under way as a worker was killed, and were lost.
    """
    assert max(map(len, record.values())) == 1, "somebody got it twice"
    for person in crowd.people:
        assert record[person.id] in ([], [READ_BY[person.language]])
    assert held - crowd.gone <= got(record)
    assert lost - crowd.gone <= missing(crowd, record)


def got(record: Mapping[int, Sequence[str]]) -> set[int]:
    """Who has got a letter."""
    return {number for number, letters in record.items() if letters}


def missing(crowd: Crowd, record: Mapping[int, Sequence[str]]) -> set[int]:
    """Who has stayed and not got it."""
    return ids(crowd.people) - crowd.gone - got(record)


def agrees(
    crowd: Crowd, record: Mapping[int, Sequence[str]], told: Counter[str], flew: set[int]
) -> None:
    """The report says what the record does; `flew` is whose letters were under way at the kills."""
    has = got(record)
    assert told["size"] == len(crowd.people)
    assert told["failed"] == 0
    assert told["sent"] + told["blocked"] + told["unsubscribed"] + told["unknown"] == told["size"]
    assert told["sent"] <= len(has) <= told["sent"] + told["unknown"]
    # Besides what was under way there may be a few whose outcome was not written down yet.
    assert len(flew) <= told["unknown"] <= len(flew) + MOST_IN_FLIGHT
    assert len(missing(crowd, record)) <= told["unknown"] - len(flew & has)
    # Of those who had left, a few may have been next just then.
    unsure = told["unknown"] - len(flew - crowd.gone)
    for people, counted in (
        (crowd.blockers, told["blocked"]),
        (crowd.stoppers, told["unsubscribed"]),
    ):
        assert counted <= len(ids(people) - has) <= counted + unsure


def moved(story: Story, person: Person) -> None:
    """One message has followed it all the way, and only ever forwards."""
    shown = story.shown(person, ended(person))
    assert plain(shown[0])[0] in "📅📤"
    sent = [report_in(each)["sent"] for each in shown]
    assert sent == sorted(sent)
    assert len(set(sent)) > 3


async def again(story: Story, crowd: Crowd, ida: Person, once: Mapping[int, Sequence[str]]) -> int:
    """Those of whom nobody knew get it once more, as Ida was warned, and nobody else. How many."""
    old = ended(ida)
    before = report(old)
    warning = await ida.taps("again", message=old)
    assert re.findall(r"\d+", warning.text) == [str(before["unknown"])]
    await ida.taps("again-yes")
    await story.until(lambda: is_over(ida) and ended(ida) != old, "it does not end again")
    twice = story.record(crowd.people)
    more = {each for each in twice if twice[each] != once[each]}
    assert missing(crowd, once) <= more
    assert not more & crowd.gone
    for person in crowd.people:
        times = len(once[person.id]) + (person.id in more)
        assert twice[person.id] == [READ_BY[person.language]] * times
    after = report(ended(ida))
    assert after == Counter(
        size=len(crowd.people),
        sent=len(got(twice)),
        blocked=len(ids(crowd.blockers) - got(twice)),
        unsubscribed=len(ids(crowd.stoppers) - got(twice)),
    )
    assert after["sent"] == before["sent"] + len(more)
    return before["unknown"]


async def told_in_the_audit_log(story: Story, ida: Person, size: int, repeated: int) -> None:
    """Who did what is in the audit log once, and Ida can read it."""
    page = await ida.says("/audit")
    lines = page.text.splitlines()
    while "older" in page.choices:
        page = await ida.taps("older")
        lines += page.text.splitlines()
    number: dict[str, Value] = {"number": 1}
    for who, deed, args in (
        ("Ida", "drafted", number),
        *(("Ida", "written", number | {"language": Language(each)}) for each in LETTERS),
        ("Ida", "loud", number),
        ("Ida", "tried", number | {"language": Language("ar")}),
        ("Ida", "confirmed", number | {"size": size}),
        ("Amal", "approved", number),
        ("Ida", "repeated", number | {"size": repeated}),
    ):
        what = story.texts.plain(Words(f"deed-broadcast-{deed}", args), "en")
        told = [each for each in map(plain, lines) if each.endswith(f": {what}")]
        assert len(told) == 1, what
        assert f" · {who} (" in told[0], "who, and in which campaign"
    assert sum("no. 1" in each for each in lines) == 9
