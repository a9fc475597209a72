"""A tour of all that is said about broadcasts, from an empty list to the last report."""

import io
from datetime import UTC, datetime, timedelta

from PIL import Image

from handlers.domain.broadcasts import Broadcast, Progress
from handlers.domain.campaigns import Campaign
from handlers.organizer import notices
from handlers.organizer.broadcasts.progress import progress_reply
from handlers.supporter.updates import STOP
from tests.support.desk import House, OrganizerTalk
from tests.support.fakes.world import FakeWorld
from tests.support.petition import consent, draft_campaign

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def visit_the_broadcasts(there: House, locale: str) -> None:
    """In a house of its own, where two have to agree to everything beyond five people."""
    own = House(FakeWorld(alone=5), there.tongues, there.watch)
    english = draft_campaign().texts["en"]
    campaign = await own.petition(texts={"en": english, "fr": english})
    for language, amount in (("en", 3), ("fr", 4), ("ar", 2)):
        await own.readers(campaign, language, amount)
    ida = await own.organizer("Ida", locale=locale)
    await _write(ida)
    await _picture(ida)
    await _aim(own, campaign, ida)
    await _time(ida)
    await _agree(own, campaign, ida, locale)
    await _go(own, campaign, ida)
    await _report(own, campaign, ida)
    await _slips(own, campaign, ida)
    await ida.forges("desk", "release", "audit")
    while "older" in ida.offered():
        await ida.taps("older")
    ended = await own.petition("ended")
    await _unknown_signers(own, ended, ida)


async def _the(there: House, campaign: Campaign) -> Broadcast:
    return (await there.organizing.broadcasts.of(campaign))[0]


async def _screen(there: House, campaign: Campaign, talk: OrganizerTalk) -> None:
    found = await _the(there, campaign)
    await talk.forges("broadcasts", campaign.slug, f"b_{found.id}")


def _first(talk: OrganizerTalk, beginning: str) -> str:
    return next(each for each in talk.offered() if each.startswith(beginning))


async def _write(ida: OrganizerTalk) -> None:
    await ida.forges("desk", "release", "broadcasts")
    await ida.taps("new-broadcast")
    await ida.taps("schedule")
    await ida.forges("broadcast", ida.about, "drop")
    await ida.taps("drop-yes")
    await ida.taps("new-broadcast")
    await ida.taps("letters")
    await ida.taps("w_en")
    for slip in ("<b>a", "a</b>", "<b>a<i>b</b></i>", "<u>a</u>", "<b a", " "):
        await ida.says(slip)
    ida.too_long = 12
    await ida.says("Long.")
    ida.too_long = 0
    await ida.says("We <b>won</b> & <i>more</i> is to come: 2 < 3.")
    await ida.taps(STOP)
    await ida.taps("keep")
    await ida.taps("write-anew")
    await ida.taps("keep")
    await ida.taps("write-links")
    for slip in ("a", "| https://a.org", "a | b", f"{'a' * 41} | https://a.org", "a\n" * 3):
        await ida.says(slip)
    await ida.says("Read more | https://example.org\nAct | https://example.org/act")
    await ida.taps("write-links")
    await ida.taps("letter")
    await ida.taps("write-next")
    await ida.says("On a gagné.")
    await ida.taps("write-out")
    await ida.taps("broadcast")
    await ida.taps("try")
    await ida.taps("t_en")
    await ida.taps("write-done")
    await ida.taps("broadcast")
    for choice in ("quiet", "quiet", "paid"):
        await ida.taps(choice)
    await ida.taps("paid-yes")
    await ida.taps("paid")
    await ida.taps("paid-no")


def _image(width: int, height: int, kind: str = "PNG", place: bool = False) -> bytes:
    file = io.BytesIO()
    image = Image.new("L", (width, height), 128)
    exif = image.getexif()
    if place:
        exif.get_ifd(0x8825)[1] = "N"
    image.save(file, kind, exif=exif)
    return file.getvalue()


async def _picture(ida: OrganizerTalk) -> None:
    await ida.taps("letter-picture")
    for unfit in (
        None,
        b"0" * 5_000_001,
        b"GIF89a",
        _image(300, 300)[:60],
        _image(100, 100),
        _image(5_001, 2_000),
        _image(1_000, 201),
        _image(300, 300, "JPEG", place=True),
    ):
        await ida.shows(unfit)
    ida.too_long = 12
    await ida.shows(_image(300, 300))
    ida.too_long = 0
    await ida.shows(_image(300, 300))
    await ida.taps("broadcast")
    await ida.taps("letter-picture")
    await ida.taps("picture-out")
    await ida.taps("broadcast")


async def _aim(there: House, campaign: Campaign, ida: OrganizerTalk) -> None:
    await ida.taps("audience")
    await ida.taps("aim-locales")
    await ida.taps("l_ru")
    await ida.taps("audience")
    await ida.taps("broadcast")
    await ida.taps("schedule")
    await ida.taps("aim-locales")
    await ida.taps("every-language")
    await ida.taps("aim-countries")
    await ida.says("France, Belgium")
    await ida.says("Frnace, Atlantis")
    await ida.taps("every-country")
    await ida.says("Belgium")
    await ida.taps("audience")
    await ida.taps("signed")
    await ida.taps("unsigned")
    await ida.taps("aim-since")
    await ida.says("?")
    await ida.says("2027-01-01")
    await ida.says("2026-02-01")
    await ida.taps("aim-since")
    await ida.taps("since-ever")
    await ida.taps("aim-countries")
    await ida.taps("every-country")
    await ida.taps("audience")
    await ida.taps("broadcast")
    assert (await there.organizing.broadcasts.reach(await _the(there, campaign))).total == 9


async def _time(ida: OrganizerTalk) -> None:
    await ida.taps("schedule")
    await ida.taps("gaps-fine")
    await ida.says("Atlantis")
    await ida.says("Brazil")
    await ida.taps(_first(ida, "z_"))
    await ida.taps("zone")
    await ida.says("UTC")
    await ida.taps("zone")
    await ida.says("Paris")
    for slip in ("?", "2026-02-01 10:00", "2028-03-01 10:00", "2026-03-29 02:30"):
        await ida.says(slip)
    await ida.says("2026-10-25 02:30")
    await ida.taps("when")
    await ida.taps("now")


async def _agree(there: House, campaign: Campaign, ida: OrganizerTalk, locale: str) -> None:
    omar = await there.organizer("Omar", "organizer", campaign, locale)
    await ida.forges("last-look", ida.about, "y_000000000000")
    await ida.taps(_first(ida, "y_"))
    await ida.forges("broadcast", ida.about, "approve_1")
    await _screen(there, campaign, omar)
    await omar.taps("reject")
    await _confirm(there, campaign, ida, "2026-03-05 10:00")
    omar.now = NOON + timedelta(days=9)
    await _screen(there, campaign, omar)
    await omar.taps(_first(omar, "approve_"))
    await omar.taps("take-back")
    eve = await there.organizer("Eve", "organizer", campaign, locale)
    await there.organizing.organizers.settle(await eve.organizer(), zone="Etc/UTC")
    await _confirm(there, campaign, eve)
    await there.organizing.organizers.remove(campaign, await eve.organizer(), None, NOON)
    await _screen(there, campaign, ida)
    await ida.taps("reject")
    for notice in await there.world.notices():
        said = notices.reply(notice.kind, notice.details)
        assert said is not None
        there.watch(said)
    about: dict[str, str | int] = {"slug": "release", "number": 5, "title": "Free", "count": 7}
    for kind in ("broadcast-grown", "broadcast-lost"):
        said = notices.reply(kind, about)
        assert said is not None
        there.watch(said)


async def _confirm(
    there: House, campaign: Campaign, ida: OrganizerTalk, typed: str = "", paid: bool = False
) -> None:
    await _screen(there, campaign, ida)
    if paid:
        await ida.taps("paid")
        await ida.taps("paid-yes")
    await ida.taps("schedule")
    if ida.last.id == "gaps":
        await ida.taps("gaps-fine")
    if typed:
        await ida.says(typed)
    else:
        await ida.taps("now")
    await ida.taps(_first(ida, "y_"))


async def _go(there: House, campaign: Campaign, ida: OrganizerTalk) -> None:
    """To few enough people for one organizer, from the time at which it starts."""
    await _screen(there, campaign, ida)
    await ida.taps("audience")
    await ida.taps("aim-locales")
    await ida.taps("l_fr")
    await ida.taps("audience")
    await ida.taps("broadcast")
    await _confirm(there, campaign, ida, "2026-03-05 10:00")
    await ida.taps("take-back")
    await _confirm(there, campaign, ida, paid=True)
    reader = await ida.organizer()
    found = await _the(there, campaign)
    for seconds in (20, 600, 9_000):
        moving = Progress(size=1_000, sent=10, asleep=10, rate=980 / seconds)
        sending = {"status": "sending", "due_at": NOON}
        there.watch(progress_reply(_as(found, **sending), moving, reader, campaign, NOON))
    many = Progress(size=9, sent=1, blocked=1, unknown=1, failed=1, unsubscribed=1)
    for status in ("draft", "waiting", "preparing", "paused"):
        shown = _as(found, status=status, due_at=NOON)
        there.watch(progress_reply(shown, many, reader, campaign, NOON))
    await there.world.prepare(NOON)
    for choice in ("refresh", "watch", "pause", "resume"):
        await ida.taps(choice)


def _as(broadcast: Broadcast, **changes: object) -> Broadcast:
    kept = {name: getattr(broadcast, name) for name in Broadcast.__slots__}
    return Broadcast(**(kept | changes))


async def _report(there: House, campaign: Campaign, ida: OrganizerTalk) -> None:
    await there.world.deliver(["unknown", "blocked", "failed", "sent"], NOON)
    await _screen(there, campaign, ida)
    await ida.taps("again")
    await ida.taps("again-yes")
    await ida.taps("cancel")
    await ida.taps("cancel")
    await ida.taps("stop-yes")
    await ida.taps("broadcasts")


async def _slips(there: House, campaign: Campaign, ida: OrganizerTalk) -> None:
    """Broadcasts that are gone, or that nobody else could agree to."""
    await ida.taps("new-broadcast")
    await ida.taps("letters")
    await ida.taps("w_en")
    await ida.says("Once more.")
    await ida.taps("write-done")
    omar = next(
        each for each in await there.organizing.organizers.of(campaign) if each.name == "Omar"
    )
    await there.organizing.organizers.remove(campaign, omar, None, NOON)
    await ida.taps("schedule")
    await ida.taps("gaps-fine")
    await ida.taps("now")
    await ida.taps("broadcast")
    await ida.taps("letters")
    await ida.taps("w_fr")
    await there.organizing.broadcasts.drop(await _the(there, campaign))
    await ida.says("Trop tard.")
    await ida.taps("new-broadcast")
    about = ida.about
    liz = await there.organizer("Liz")  # only in English is it not clear
    await liz.forges("audience", about, "aim-since")
    await liz.says("1/2/2026")
    await ida.taps("audience")
    await ida.taps("aim-since")
    await ida.taps("since-latest")
    await ida.taps("broadcast")
    await ida.forges("letters", f"release.{(await _the(there, campaign)).id - 1}", "w_en")
    await ida.forges("letters", f"release.{(await _first_of(there, campaign)).id}", "w_en")


async def _first_of(there: House, campaign: Campaign) -> Broadcast:
    return (await there.organizing.broadcasts.of(campaign))[-1]


async def _unknown_signers(there: House, campaign: Campaign, ida: OrganizerTalk) -> None:
    """A draft for those who have signed a campaign that is closed meanwhile."""
    someone = there.person("Amina")
    await there.stores.supporters.subscribe(
        campaign, someone.person, "en", "FR", consent("updates", "en")
    )
    await ida.forges("desk", campaign.slug, "broadcasts")
    await ida.taps("new-broadcast")
    await ida.taps("audience")
    await ida.taps("unsigned")
    await there.readers(campaign, "en", 100, "FR")
    await ida.taps("signed")
    await ida.taps("unsigned")
    await there.close(campaign)
    await ida.taps("signed")
    await ida.taps("broadcast")
