"""QR codes that cameras read."""

import io
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from bot.drawing import qr

LINKS = [
    "https://t.me/a_bot?start=release_p",
    "https://t.me/a_bot?start=release_v" + "A" * 16,
    "https://example.org/" + "%C3%A9" * 80,
]


@pytest.mark.parametrize("link", LINKS)
def test_a_camera_reads_the_link(link: str) -> None:
    """The picture says the link again, exactly."""
    with Image.open(io.BytesIO(qr.png(link))) as image:
        [code] = zxingcpp.read_barcodes(image.convert("L"))
    assert code.text == link


def test_a_code_can_be_any_size() -> None:
    """As SVG it has no size of its own, a light ground and nothing active."""
    svg = ElementTree.fromstring(qr.svg(LINKS[0]))
    assert "viewBox" in svg.attrib
    assert "width" not in svg.attrib
    assert {each.tag.rpartition("}")[2] for each in svg.iter()} <= {"svg", "g", "path"}
    assert b'fill="#fff"' in qr.svg(LINKS[0])


def test_a_link_without_end_is_refused() -> None:
    """As a ValueError, which says so."""
    with pytest.raises(ValueError, match="too large"):
        qr.png("https://example.org/" + "x" * 5000)
