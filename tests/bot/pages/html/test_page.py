"""The public page, as people, crawlers and curious strangers find it."""

import asyncio
import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from sqlalchemy.exc import OperationalError

from bot.pages.facts import Facts
from bot.pages.html.campaign_views import CampaignViews
from handlers.domain.campaigns import Alert, Campaign, Section
from tests.support.numbers import counted
from tests.support.site import LANGUAGES, TITLES, Page, Site, parsed, readable
from tests.support.storage.petition import close, pause

HOST = "https://sign.example.org"


@pytest.mark.parametrize(
    ("path", "browser", "expected"),
    [
        ("/c/release", "fr-CA,fr;q=0.8,en;q=0.5", "fr"),
        ("/c/release", "pt;q=0.9, ar-EG;q=0.8", "ar"),
        ("/c/release", "", "en"),
        ("/c/release", "*", "en"),
        ("/c/release", "xx,;q=,fr;q=0", "en"),
        ("/c/release?lang=ru", "fr", "ru"),
        ("/c/release?lang=ar_SD", "fr", "ar"),
        ("/c/release?lang=ja", "fr", "en"),
        ("/c/release/fr", "ru", "fr"),
    ],
)
async def test_everybody_reads_it_in_their_language(
    site: Site, campaign: Campaign, path: str, browser: str, expected: str
) -> None:
    """The address decides, then the browser, then the campaign's own language."""
    page = await site.reads(path, browser)
    assert page.one("html").attributes["lang"] == expected
    assert page.one("html").attributes["dir"] == ("rtl" if expected == "ar" else "ltr")
    assert page.one("h1").text == TITLES[expected]


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_a_crawler_finds_a_preview_in_each_language(
    site: Site, campaign: Campaign, locale: str
) -> None:
    """Title, text, card, address and the other languages, whatever is followed first."""
    page = await site.reads(f"/c/release/{locale}")
    own = f"{HOST}/c/release/{locale}"
    assert page.one("title").text == TITLES[locale]
    assert page.meta("og:title") == page.meta("twitter:title") == TITLES[locale]
    said = f"{TITLES[locale]}: {locale}."
    assert page.meta("og:description") == page.meta("description") == said
    assert page.meta("og:type") == "website"
    assert page.meta("og:site_name") == "Example"
    assert page.meta("twitter:card") == "summary_large_image"
    assert page.meta("og:url") == own
    assert page.meta("og:locale")[:3] == f"{locale}_"
    assert page.one("link", rel="canonical").attributes["href"] == own
    alternates = page.all("link", rel="alternate")
    assert {each.attributes["hreflang"]: each.attributes["href"] for each in alternates} == {
        **{tag: f"{HOST}/c/release/{tag}" for tag in LANGUAGES},
        "x-default": f"{HOST}/c/release",
    }
    card = page.meta("og:image")
    assert card.startswith(f"{own.replace(f'/{locale}', '')}/card/{locale}.png")
    async with site.gets(card.removeprefix(HOST)) as response:
        assert response.content_type == "image/png"
        with Image.open(io.BytesIO(await response.read())) as image:
            assert image.size == (1200, 630)
            assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1200", "630")


async def test_everything_can_be_read_without_javascript(site: Site, campaign: Campaign) -> None:
    """The alert, the total, how to sign, how to pass it on: all of it is in the HTML."""
    page = await site.reads("/c/release/en")
    for said in ("Release them: en.", "Let them go.", "Who", "Two people.", "Both write."):
        assert said in page.text
    assert "3 people have signed" in page.text
    bar = page.one("progress").attributes
    assert (bar["value"], bar["max"]) == ("3", "100")
    [sign] = page.all("a", **{"class": "sign"})
    assert sign.attributes["href"] == "https://t.me/a_bot?start=release_p"
    picture = page.one("img", alt="People in front of a prison").attributes
    assert picture["width"], picture["height"]
    assert "A photographer" in page.text
    page.one("img", alt="QR code that opens the petition in Telegram")
    assert page.one("a", href="https://example.org/more").text == "More"
    assert "Responsible: Example" in page.text
    assert "its signatures are made up" not in page.text


async def test_the_links_to_apps_carry_the_page(site: Site, campaign: Campaign) -> None:
    """Plain links, each with the words and the address of the page in this language."""
    page = await site.reads("/c/release/fr")
    address = f"{HOST}/c/release/fr"
    links = [each.attributes["href"] for each in page.all("a")]
    for beginning in (
        "https://wa.me/?",
        "https://t.me/share/url?",
        "viber://forward?",
        "fb-messenger://share/?",
        "https://www.facebook.com/sharer/sharer.php?",
        "https://x.com/intent/post?",
        "mailto:?",
        "sms:?&",
    ):
        [link] = [each for each in links if each.startswith(beginning)]
        query = parse_qs(urlsplit(link).query)
        assert any(address in value for values in query.values() for value in values), link
    assert address in page.one("textarea", id="words").text


@pytest.mark.parametrize(
    ("path", "browser", "first"),
    [
        ("/c/release/fr", "fr-FR", "whatsapp"),
        ("/c/release/ru", "ru", "telegram"),
        ("/c/release/en", "en-BG", "viber"),
        ("/c/release/en", "en-PH", "messenger"),
    ],
)
async def test_the_apps_of_ones_country_come_first(
    site: Site, campaign: Campaign, path: str, browser: str, first: str
) -> None:
    """As the browser's language tells it."""
    page = await site.reads(path, browser)
    order = [each.attributes.get("class", "").split() for each in page.all("li")]
    apps = [each[0] for each in order if each]
    assert apps[0] == first


HOSTILE = """<script>alert("1")</script> & 'it' {{ 7*7 }} </title> <img src=x onerror=y>"""


async def test_a_script_in_a_campaign_is_shown_as_it_is_written(site: Site) -> None:
    """In the title, in every text, in the organisation's name; on every page and figure."""
    alert = Alert(
        *("en", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        sections=(Section(HOSTILE, HOSTILE),),
    )
    written = readable(texts={"en": alert}, responsible=HOSTILE, contact=HOSTILE)
    await site.opens(written)
    page = await site.reads("/c/release")
    assert page.one("h1").text == page.one("title").text == HOSTILE
    assert page.meta("og:title") == page.meta("og:description") == HOSTILE
    assert page.text.count("<script>") >= 7
    assert [each.attributes.keys() for each in page.all("script")] == [{"src", "defer"}]
    assert not any("onerror" in each.attributes for each in page.elements)
    frame = await site.reads("/c/release/embed")
    assert frame.one("h1").text == HOSTILE
    assert len(frame.all("script")) == 1
    async with site.gets("/c/release.json") as response:
        assert (await response.json())["title"] == HOSTILE
    async with site.gets("/c/other") as response:
        assert HOSTILE in (await parsed(response)).text
    for picture in ("card/en.png", "badge.svg", "qr.svg"):
        async with site.gets(f"/c/release/{picture}") as response:
            assert response.status == 200
            assert b"<script" not in await response.read()


EVERYTHING = (
    "/c/release",
    "/c/release/ar",
    "/c/release.json",
    "/c/release/log",
    "/c/release/ar/log",
    "/c/release/embed",
    "/c/release/badge.svg",
    "/c/release/card/fr.png",
    "/c/release/qr.svg",
    "/c/release/qr.png",
    "/c/release/picture",
    "/c/release/picture/640",
    "/c/unknown",
)


@pytest.mark.parametrize("path", EVERYTHING)
async def test_nothing_is_let_in_and_nobody_is_followed(
    site: Site, campaign: Campaign, path: str
) -> None:
    """A strict policy without exceptions, and no cookie anywhere."""
    async with site.gets(path) as response:
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Strict-Transport-Security"].startswith("max-age=")
        assert "Cache-Control" in response.headers
        assert "Set-Cookie" not in response.headers
        if response.content_type == "text/html":
            framed = "frame-ancestors *" in policy
            assert framed == path.endswith("/embed")
            assert framed == ("X-Frame-Options" not in response.headers)


async def test_nothing_comes_from_elsewhere(site: Site, campaign: Campaign) -> None:
    """Whatever a browser loads by itself is from this site, and nowhere is said who signed."""
    for path in ("/c/release/fr", "/c/release/embed", "/c/release/fr/log", "/c/unknown"):
        async with site.gets(path) as response:
            page = await parsed(response)
        loaded = [
            each.attributes[name]
            for each in page.elements
            for name in ("src", "srcset", "data", "poster", "action")
            if name in each.attributes
        ]
        loaded += [
            each.attributes["href"]
            for each in page.all("link")
            if each.attributes["rel"] not in {"canonical", "alternate"}
        ]
        assert loaded
        assert all(each.startswith("/") and not each.startswith("//") for each in loaded)
        assert not any("style" in each.attributes for each in page.elements)
        assert not page.all("style")
        assert "Ida" not in page.source
        for address in (each for each in loaded if each.endswith((".css", ".js", ".svg"))):
            async with site.gets(address) as response:
                assert response.status == 200
                assert not re.search(
                    r"https?://|@import|innerHTML|eval\(",
                    (await response.text()).replace("http://www.w3.org/2000/svg", ""),
                )


async def test_the_page_is_light(site: Site, campaign: Campaign) -> None:
    """Less than 50 kB before the picture, even unpacked; and it travels packed."""
    long = "It is a long story. " * 150
    alert = replace(campaign.alert("ar"), sections=(Section("Story", long), Section("More", long)))
    texts = {**campaign.texts, "ar": alert}
    await site.storage.campaigns.save(replace(campaign, texts=texts))
    page = await site.reads("/c/release/ar")
    needed = [each.attributes["src"] for each in page.all("script")]
    needed += [each.attributes["href"] for each in page.all("link", rel="stylesheet")]
    needed += [each.attributes["href"] for each in page.all("link", rel="icon")]
    needed += ["/c/release/qr.svg", "/c/release/badge.svg"]
    size = len(page.source.encode())
    for address in needed:
        async with site.gets(address) as response:
            size += len(await response.read())
    assert size < 50_000
    async with site.http.get(
        f"{site.url}/c/release/ar", headers={"Accept-Encoding": "gzip"}, auto_decompress=False
    ) as response:
        assert response.headers["Content-Encoding"] == "gzip"


async def test_what_one_has_is_not_sent_again(site: Site, campaign: Campaign) -> None:
    """Neither pages nor figures nor pictures; assets are kept for good."""
    for path in EVERYTHING[:-1]:
        async with site.gets(path) as response:
            etag = response.headers["ETag"]
        strong = etag.removeprefix("W/")
        # A cache between may have several, or make a strong one of it (RFC 9110, 13.1.2).
        for had in (etag, f'"else", {etag}', strong, "*"):
            async with site.gets(path, **{"If-None-Match": had}) as again:
                assert (again.status, await again.read()) == (304, b"")
        for had in ('W/"else"', etag.replace('"', "", 1), f'W/"{strong.strip(chr(34))}more"'):
            async with site.gets(path, **{"If-None-Match": had}) as other:
                assert other.status == 200
    [script] = (await site.reads("/c/release")).all("script")
    async with site.gets(script.attributes["src"]) as response:
        assert "immutable" in response.headers["Cache-Control"]
    async with site.gets("/assets/000000000000/page.js") as response:
        assert response.status == 200
        assert "immutable" not in response.headers["Cache-Control"]


async def test_a_rush_costs_one_page(
    site: Site, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred people at once are shown one and the same rendering."""
    made = []
    page = CampaignViews.page

    def counted(self: CampaignViews, facts: Facts, link: str) -> bytes:
        made.append(facts)
        return page(self, facts, link)

    monkeypatch.setattr(CampaignViews, "page", counted)
    monkeypatch.setattr(site.pages._contents, "_seconds", 60.0)
    await asyncio.gather(*(site.reads("/c/release/fr") for _ in range(100)))
    assert len(made) == 1


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/c/release?lang=", {}, 400),
        ("/c/release?lang=../../etc/passwd", {}, 400),
        ("/c/release?lang=%00", {}, 400),
        ("/c/release?lang=<script>", {}, 400),
        ("/c/release?lang=" + "a" * 5000, {}, 400),
        ("/c/release.json?lang=%F0%9F%92%A9", {}, 400),
        ("/c/release", {"Accept-Language": "<script>"}, 400),
        ("/c/release", {"Accept-Language": "fr" + ",fr" * 1000}, 400),
        ("/c/release", {"Accept-Language": "é"}, 400),
        ("/c/RELEASE", {}, 404),
        ("/c/", {}, 404),
        ("/c", {}, 404),
        ("/c/%2e%2e%2fetc", {}, 404),
        ("/c/release%00", {}, 404),
        ("/c/" + "a" * 25, {}, 404),
        ("/c/release/xx", {}, 404),
        ("/c/release/es", {}, 404),
        ("/c/release/card/xx.png", {}, 404),
        ("/c/release/card/..%2f..%2fx.png", {}, 404),
        ("/c/release/picture/100000", {}, 404),
        ("/c/release/qr.exe", {}, 404),
        ("/c/unknown.json", {}, 404),
        ("/c/unknown/events", {}, 404),
        ("/c/unknown/picture", {}, 404),
        ("/assets/000000000000/../../x.css", {}, 404),
        ("/assets/000000000000/secrets.css", {}, 404),
    ],
)
async def test_nonsense_gets_a_clean_answer(
    site: Site, campaign: Campaign, path: str, headers: dict[str, str], status: int
) -> None:
    """400 or 404, never a traceback, and never the nonsense itself."""
    from yarl import URL

    url = URL(f"{site.url}{path}", encoded=True)
    async with site.http.get(url, headers=headers) as response:
        assert response.status == status
        assert "Traceback" not in await response.text()
        assert "passwd" not in await response.text()


@pytest.mark.parametrize("path", ["/c/release", "/c/release/fr", "/c/release/fr/log"])
async def test_a_slash_at_the_end_leads_to_the_page(
    site: Site, campaign: Campaign, path: str
) -> None:
    """People type it, and some programs add it; what stands behind it is kept."""
    async with site.http.get(f"{site.url}{path}/?lang=fr", allow_redirects=False) as response:
        assert response.status == 308
        assert response.headers["Location"] == f"{path}?lang=fr"
    page = await site.reads(f"{path}/?lang=fr")
    assert page.one("html").attributes["lang"] == "fr"


async def test_only_reading_is_possible(site: Site, campaign: Campaign) -> None:
    """There is nothing to post anything to."""
    for path in EVERYTHING:
        async with site.http.post(f"{site.url}{path}") as response:
            assert response.status == 405
        async with site.http.head(f"{site.url}{path}") as response:
            assert response.status in {200, 404}


async def test_a_closed_campaign_explains_itself(site: Site, campaign: Campaign) -> None:
    """It thanks, shows its total, cannot be signed, and says what can."""
    french = {"fr": replace(campaign.alert("fr"), title="Là")}
    await site.opens(readable("another", texts=french, default_locale="fr"))
    await close(site.storage, "release")
    page = await site.reads("/c/release/fr")
    assert not page.all("a", **{"class": "sign"})
    assert not page.all("progress")
    assert page.one("a", href=f"{HOST}/c/another/fr").text == "Là"
    english = await site.reads("/c/release/en")
    assert "This petition is closed" in english.text
    assert "3 people have signed" in english.text
    async with site.gets("/c/release.json") as response:
        assert (await response.json())["status"] == "closed"


async def test_a_draft_is_nobodys_business(site: Site, campaign: Campaign) -> None:
    """Until it is opened it looks as if it were not there; what is open is offered instead."""
    await site.storage.campaigns.save(readable("secret", texts=campaign.texts))
    async with site.gets("/c/secret", "fr") as response:
        assert response.status == 404
        page = await parsed(response)
    assert page.one("html").attributes["lang"] == "fr"
    assert page.one("a", href=f"{HOST}/c/release").text == TITLES["fr"]


async def test_a_sample_says_so_wherever_its_total_stands(site: Site) -> None:
    """Nobody takes made-up signatures for real ones."""
    await site.opens(readable(sample=True))
    for path in ("/c/release/en", "/c/release/embed"):
        assert "its signatures are made up" in (await site.reads(path)).text


async def test_few_people_of_a_country_are_not_told_apart(site: Site, campaign: Campaign) -> None:
    """Ten from Norway are shown; three from France and one from Chad are not, even by sums."""
    await site.signs(campaign, "NO", *(str(number) for number in range(10, 20)))
    await site.signs(campaign, "SE", *(str(number) for number in range(20, 32)))
    await site.signs(campaign, "TD", "99")
    page = await site.reads("/c/release/en")
    [sweden] = [each for each in page.all("tr") if "Sweden" in each.text]
    assert sweden.text.rstrip().endswith("10+")
    assert "France" not in page.text
    assert "Chad" not in page.text
    # 26 - 12 - 10 would leave 4.
    assert "Norway" not in page.text
    [others] = [each for each in page.all("tr") if "Other countries" in each.text]
    assert others.text.endswith("given10+")


async def test_at_high_risk_a_country_is_shown_from_a_hundred_on(site: Site) -> None:
    """And in whole hundreds: 250 from Sweden are 200 and more, 90 from Chad are not shown."""
    quiet = await site.opens(readable("quiet", safety="high"))
    await counted(site.storage, quiet, 500, countries={"SE": 250, "NO": 120, "TD": 90})
    page = await site.reads("/c/quiet/en")
    rows = [each.text.strip() for each in page.all("tr")]
    assert any("Sweden" in each and each.endswith("200+") for each in rows)
    assert any("Norway" in each and each.endswith("100+") for each in rows)
    assert "Chad" not in page.text


async def test_nobody_can_watch_from_where_each_signature_comes(
    site: Site, campaign: Campaign
) -> None:
    """The total moves at once; the countries and the growth wait for the next day in UTC.

    Else whoever looks after each signature would see which country's tenth it was.
    """
    await site.signs(campaign, "NO", *(str(number) for number in range(10, 29)))
    await site.signs(campaign, "SE", *(str(number) for number in range(30, 40)))
    first = told_of(await site.reads("/c/release/en"))
    assert first[0] == "32"
    assert "Norway10+" in first
    await site.signs(campaign, "NO", "29")
    fresh(site)
    same = told_of(await site.reads("/c/release/fr"))
    assert same[0] == "33"
    again = told_of(await site.reads("/c/release/en"))
    assert again == ["33", *first[1:]]
    site.calendar.tomorrow()
    fresh(site)
    later = told_of(await site.reads("/c/release/en"))
    assert "Norway20+" in later
    # Now there is a day to draw, too: it ends today, with today's first look.
    page = await site.reads("/c/release/en")
    assert page.one("desc").text.endswith("33 signatures.")
    await site.signs(campaign, "NO", "40")
    fresh(site)
    page = await site.reads("/c/release/en")
    assert told_of(page) == ["34", *later[1:]]
    assert page.one("desc").text.endswith("33 signatures.")


def fresh(site: Site) -> None:
    """Forget what is shown again for a moment: figures, and pages made from them."""
    site.pages._contents._results.clear()
    site.storage.campaigns._counts._counted.clear()
    site.storage.campaigns._counts._drawn.clear()


def told_of(page: Page) -> list[str]:
    """The total, and all rows of all tables."""
    return [page.all("b")[0].text, *(" ".join(each.text.split()) for each in page.all("tr"))]


async def test_no_answer_names_what_it_is_made_with(site: Site, campaign: Campaign) -> None:
    """Neither pages nor faults, nor what is said to somebody who sends no HTTP at all."""
    port = int(site.url.rpartition(":")[2])
    for asked in (
        *(f"GET {path} HTTP/1.0\r\nHost: a\r\n\r\n" for path in (*EVERYTHING, "/", "/c/%ff")),
        "POST /c/release HTTP/1.0\r\nHost: a\r\n\r\n",
        "\x16\x03 nonsense\r\n\r\n",
    ):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(asked.encode())
        head, _, _ = (await reader.read()).partition(b"\r\n\r\n")
        writer.close()
        assert b"\r\nServer: Porte-voix" in head, asked
        assert not re.search(rb"python|aiohttp", head, re.IGNORECASE), asked


async def test_the_growth_is_a_picture_and_a_table(site: Site, campaign: Campaign) -> None:
    """A curve with a description, and the same in numbers for who cannot see it."""
    from sqlalchemy import update

    from storage import models

    await site.storage.sequencer.run_once()
    earlier = (datetime.now(UTC) - timedelta(days=3)).date()
    async with site.storage.database.write() as connection:
        table = models.totals
        await connection.execute(
            update(table).where(table.c.dimension == "day").values(key=earlier.isoformat())
        )
    page = await site.reads("/c/release/en")
    chart = page.one("svg").attributes
    assert chart["role"] == "img"
    assert {each.attributes.get("id") for each in page.elements} >= {
        *chart["aria-labelledby"].split()
    }
    assert page.one("desc").text.endswith("3 signatures.")
    assert len([each for each in page.all("tr") if str(earlier.year) in each.text]) == 4


async def test_an_outage_asks_to_come_again(
    site: Site, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 and when, without a word about what is behind."""

    async def away(*args: object) -> None:
        raise OperationalError("SELECT secret", {}, Exception("password"))

    monkeypatch.setattr(site.storage.campaigns, "totals", away)
    async with site.gets("/c/release") as response:
        assert response.status == 503
        assert response.headers["Retry-After"] == "5"
        assert await response.text() == ""


async def test_the_counter_can_stand_anywhere(site: Site, campaign: Campaign) -> None:
    """The page gives a snippet to copy; the counter names the campaign and leads to it."""
    page = await site.reads("/c/release/fr")
    snippet = page.one("textarea", id="snippet").text
    [source] = re.findall(r'<iframe src="([^"]+)"', snippet)
    frame = await site.reads(source.removeprefix(HOST))
    assert frame.one("html").attributes["lang"] == "fr"
    assert frame.one("h1").text == TITLES["fr"]
    [link] = frame.all("a")
    assert link.attributes["href"] == f"{HOST}/c/release/fr"
    assert link.attributes["target"] == "_blank"


async def test_a_paused_campaign_explains_itself(site: Site, campaign: Campaign) -> None:
    """It cannot be signed for now; its total stands, and programs are told why."""
    await pause(site.storage, "release")
    page = await site.reads("/c/release/en")
    assert not page.all("a", **{"class": "sign"})
    assert not page.all("progress")
    assert "This petition is paused" in page.text
    assert "3 people have signed" in page.text
    assert "paused" in (await site.reads("/c/release/embed?lang=en")).text
    async with site.gets("/c/release.json") as response:
        assert (await response.json())["status"] == "paused"
    async with site.gets("/c/release/badge.svg") as response:
        assert "3" in await response.text()
