"""Pictures that others show: the card, the badge, the QR code, the photo."""

import io
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from bot import cards
from handlers.stores import Campaign
from storage.campaigns import Picture
from tests.pages.site import PHOTO, Site, readable


async def test_a_card_is_drawn_when_its_total_has_visibly_moved(
    site: Site, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once for all who ask, and again after a signature that shows."""
    drawn: list[cards.Card] = []
    draw = cards.draw

    def counted(card: cards.Card) -> bytes:
        drawn.append(card)
        return draw(card)

    monkeypatch.setattr(cards, "draw", counted)
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
