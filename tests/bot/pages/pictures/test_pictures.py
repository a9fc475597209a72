"""Pictures that others show: the card, the badge, the QR code, the photo."""

import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from bot.drawing import share_cards
from handlers.domain.campaigns import Campaign
from storage.campaigns.pictures import Picture
from tests.support.site import PHOTO, Page, Site, mark, readable


async def test_a_card_is_drawn_when_its_total_has_visibly_moved(
    site: Site, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once for all who ask, and again after a signature that shows."""
    drawn: list[share_cards.Card] = []
    draw = share_cards.draw

    def counted(card: share_cards.Card, mark: Image.Image | None) -> bytes:
        drawn.append(card)
        return draw(card, mark)

    monkeypatch.setattr(share_cards, "draw", counted)
    etag = ""
    for _ in range(3):
        async with site.gets("/c/release/card/en.png") as response:
            assert response.status == 200
            etag = response.headers["ETag"]
    assert [each.total for each in drawn] == ["3 people have signed"]
    await site.signs(campaign, "FR", "4")
    async with site.gets("/c/release/card/en.png", **{"If-None-Match": etag}) as response:
        assert response.status == 200
    assert [each.total for each in drawn][1:] == ["4 people have signed"]


async def test_the_badge_shows_the_total(site: Site, campaign: Campaign) -> None:
    """As SVG, whose words can be read aloud."""
    async with site.gets("/c/release/badge.svg?lang=en") as response:
        assert response.content_type == "image/svg+xml"
        svg = ElementTree.fromstring(await response.text())
    assert svg.attrib["aria-label"] == "Signatures: 3"
    async with site.gets("/c/release/badge.svg?lang=ar") as response:
        ElementTree.fromstring(await response.text())


async def test_the_code_opens_the_bot(site: Site, campaign: Campaign) -> None:
    """A phone that reads it comes to the campaign, and is counted as coming from the page."""
    async with site.gets("/c/release/qr.png") as response:
        with Image.open(io.BytesIO(await response.read())) as image:
            [code] = zxingcpp.read_barcodes(image.convert("L"))
    assert code.text == "https://t.me/a_bot?start=release_p"
    async with site.gets("/c/release/qr.svg") as response:
        assert response.content_type == "image/svg+xml"
        ElementTree.fromstring(await response.text())


async def test_a_phone_gets_a_small_photo(site: Site, campaign: Campaign) -> None:
    """No wider than it can show; whoever wants the original has it, byte for byte."""
    async with site.gets("/c/release/picture") as response:
        assert response.content_type == "image/jpeg"
        assert await response.read() == PHOTO.data
    shape = 0.0
    for width in (640, 1280):
        async with site.gets(f"/c/release/picture/{width}") as response:
            assert response.content_type == "image/webp"
            with Image.open(io.BytesIO(await response.read())) as image:
                assert image.width == width
                assert not image.getexif()
                shape = image.width / image.height
    page = await site.reads("/c/release/en")
    shown = page.one("img", alt="People in front of a prison").attributes
    assert shown["srcset"] == "/c/release/picture/640 640w, /c/release/picture/1280 1280w"
    assert abs(int(shown["width"]) / int(shown["height"]) - shape) < 0.01


async def test_a_campaign_may_have_no_photo(site: Site) -> None:
    """Then there is none on its page, and nothing at its address."""
    await site.opens(readable(picture=""))
    assert not (await site.reads("/c/release/en")).all("figure")
    async with site.gets("/c/release/picture") as response:
        assert response.status == 404


async def test_a_photo_that_is_damaged_does_not_hide_the_words(site: Site) -> None:
    """The page stands without it."""
    damaged = Picture("image/jpeg", b"no picture")
    await site.storage.campaigns.save(readable(picture=damaged.sha256), [damaged])
    await site.opens(readable(picture=damaged.sha256))
    assert not (await site.reads("/c/release/en")).all("figure")
    async with site.gets("/c/release/picture/640") as response:
        assert response.status == 404


def shown_mark(page: Page) -> dict[str, str]:
    """The picture beside the organisation's name."""
    return page.all("img")[0].attributes


async def test_an_organisation_shows_its_own_mark(site: Site) -> None:
    """Beside its name, in its own proportions, kept and guarded as the picture is."""
    own = mark()
    await site.opens(readable(mark=own.sha256), own)
    shown = shown_mark(await site.reads("/c/release/fr"))
    assert (shown["src"], shown["alt"]) == ("/c/release/mark", "")
    assert (shown["width"], shown["height"]) == ("53", "40")
    async with site.gets("/c/release/picture") as picture, site.gets(shown["src"]) as response:
        assert response.status == 200
        for header in ("Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"):
            assert response.headers[header] == picture.headers[header]
        with Image.open(io.BytesIO(await response.read())) as image:
            assert image.format == "WEBP"
            assert image.size == (128, 96)
        etag = response.headers["ETag"]
    async with site.gets(shown["src"], **{"If-None-Match": etag}) as again:
        assert again.status == 304


async def test_without_a_mark_the_product_lends_its_own(site: Site, campaign: Campaign) -> None:
    """A megaphone stands beside the name, and nothing is at the mark's address."""
    shown = shown_mark(await site.reads("/c/release/fr"))
    assert shown["src"].endswith("/icon.svg")
    async with site.gets("/c/release/mark") as response:
        assert response.status == 404


async def test_a_new_mark_is_on_the_next_card(site: Site, campaign: Campaign) -> None:
    """Nobody has to wait for a signature until the card shows it."""
    etags = []
    for colour in ("", "navy", "gold"):
        own = mark(colour) if colour else None
        changed = replace(campaign, mark=own.sha256 if own else "")
        await site.storage.campaigns.save(changed, [own] if own else [])
        async with site.gets("/c/release/card/fr.png") as response:
            etags.append(response.headers["ETag"])
            with Image.open(io.BytesIO(await response.read())) as card:
                corner = card.convert("RGB").getpixel((share_cards.EDGE + 40, 70))
        shown = {"navy": (0, 0, 128), "gold": (255, 215, 0)}.get(colour)
        assert shown is None or corner == pytest.approx(shown, abs=8)
    assert len(set(etags)) == 3


async def test_a_mark_that_is_damaged_does_not_hide_the_name(site: Site) -> None:
    """The page and the card stand with the product's."""
    damaged = Picture("image/png", b"no picture")
    await site.opens(readable(mark=damaged.sha256), damaged)
    assert shown_mark(await site.reads("/c/release/fr"))["src"].endswith("/icon.svg")
    async with site.gets("/c/release/card/fr.png") as response:
        assert response.status == 200
    async with site.gets("/c/release/mark") as response:
        assert response.status == 404
