"""Share cards: every title fits, in every script, and the drawing mirrors with the language."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from bot.drawing import canvas, share_cards
from bot.drawing.canvas import ACCENT, PAPER
from bot.drawing.share_cards import EDGE, HEIGHT, SIZE, WIDTH, Card

FRENCH = Card(
    locale="fr",
    direction="ltr",
    title="Le monde se lève",
    organisation="Porte-voix",
    total="3 000 personnes ont signé",
    goal="Prochain objectif : 5 000",
    part=0.6,
)
ARABIC = Card(
    locale="ar",
    direction="rtl",
    title="العالم يقف إلى جانبهم",
    organisation="منظمة Porte-voix",
    total="وقّع حتى الآن 3,000 شخص",
    goal="هدفنا التالي: 5,000",
    part=0.6,
)
RUSSIAN = replace(
    FRENCH, locale="ru", title="Мир встаёт на защиту", total="Подписали 3 000 человек"
)


def opened(card: Card) -> Image.Image:
    with Image.open(io.BytesIO(share_cards.draw(card))) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """Where something is drawn, but for the band at the side."""
    inside = image.crop((40, 0, WIDTH - 40, HEIGHT))
    drawn = ImageChops.difference(inside, Image.new("RGB", inside.size, PAPER)).convert("L")
    box = drawn.point(lambda value: 255 * (value > 20)).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("card", [FRENCH, ARABIC, RUSSIAN], ids=["fr", "ar", "ru"])
def test_a_card_has_the_size_that_previews_want(card: Card) -> None:
    """1200 × 630, and small enough for a messenger to take it."""
    assert opened(card).size == SIZE == (1200, 630)
    assert len(share_cards.draw(card)) < 60_000


def test_a_card_runs_in_the_direction_of_its_language() -> None:
    """The band, the bar and the words begin on the right in Arabic."""
    for card, first, last in ((FRENCH, 4, WIDTH - 5), (ARABIC, WIDTH - 5, 4)):
        image = opened(card)
        assert is_accent(image, first, HEIGHT // 2)
        assert not is_accent(image, last, HEIGHT // 2)
        begin, end = (100, WIDTH - 100) if first < last else (WIDTH - 100, 100)
        assert is_accent(image, begin, HEIGHT - 110)
        assert not is_accent(image, end, HEIGHT - 110)


def is_accent(image: Image.Image, x: int, y: int) -> bool:
    """Whether that pixel is of the accent's colour, as nearly as a card keeps it."""
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 8 for a, b in zip(pixel, bytes.fromhex(ACCENT[1:]), strict=True))


@pytest.mark.parametrize(
    "title",
    [
        "Libérez immédiatement et sans condition toutes les personnes emprisonnées " * 6,
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "العالم يقف إلى جانب الرجال المثليين في الشيشان ويطالب السلطات بتحقيق شامل " * 4,
        "<script>alert('1')</script> \"quoted\" & {{ braces }}",
        "🚨🚨🚨 emoji only in part 🚨",
        "a",
        "\u202etricks\u202c \x00 with\nlines\t",
    ],
)
@pytest.mark.parametrize("card", [FRENCH, ARABIC], ids=["ltr", "rtl"])
def test_every_title_stays_on_its_card(card: Card, title: str) -> None:
    """Wrapped, made smaller, and in the end cut; never over the edge or over the total."""
    image = opened(replace(card, title=title))
    left, top, right, bottom = ink(image)
    assert left >= 25
    assert right <= WIDTH - 80 - 25
    assert top >= 40
    assert bottom <= HEIGHT - 20
    without = opened(replace(card, title="x"))
    below = (0, 445, WIDTH, HEIGHT)
    moved = ImageChops.difference(image.crop(below), without.crop(below))
    # The few colours of a card are chosen anew for each.
    assert moved.convert("L").point(lambda value: 255 * (value > 40)).getbbox() is None


def test_letters_that_join_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arabic is shaped: its letters together are narrower than each of them alone.

    So it is on a machine without FriBiDi, where Pillow cannot do it by itself.
    """
    word = "المثليين"
    alone = sum(canvas.width(letter, 60) for letter in word)
    assert canvas.width(word, 60) < alone * 0.9
    monkeypatch.setattr(canvas, "_raqm", lambda: False)
    canvas._font.cache_clear()
    try:
        assert canvas.width(word, 60) < alone * 0.9
        right_to_left = opened(ARABIC)
    finally:
        canvas._font.cache_clear()
    monkeypatch.undo()
    whole = opened(ARABIC)
    assert ink(whole)[1::2] == pytest.approx(ink(right_to_left)[1::2], abs=12)


@pytest.mark.parametrize("part", [0.0, 0.0001, 1.0, 7.5])
def test_the_bar_is_never_more_than_full(part: float) -> None:
    """Nor less than nothing."""
    image = opened(replace(FRENCH, part=part))
    assert ink(image)[2] <= WIDTH - 80 - 25


@pytest.mark.parametrize("part", [0.0001, 0.5, 1.0])
def test_the_bar_is_round_at_its_end_however_little_it_holds(part: float) -> None:
    """The first of many signatures is a dot, not a square that sticks out."""
    image = opened(replace(FRENCH, part=part))
    accent = image.getpixel((4, 4))
    top = HEIGHT - 118
    assert image.getpixel((EDGE + 11, top + 11)) == accent
    assert image.getpixel((EDGE, top)) == image.getpixel((EDGE - 20, top))


@pytest.mark.parametrize(
    ("total", "shown"),
    [(0, 0), (7, 7), (999, 999), (1000, 1000), (3009, 3000), (12_345, 12_300), (654_321, 654_000)],
)
def test_the_total_of_a_card_moves_in_steps_that_are_seen(total: int, shown: int) -> None:
    """A card is not drawn anew for each of a million signatures."""
    assert share_cards.visible(total) == shown


HALVES = Image.new("RGBA", (192, 96), "navy")
HALVES.paste((255, 215, 0, 255), (96, 0, 192, 96))
"""A mark that is twice as wide as high: blue on its left, yellow on its right."""


@pytest.mark.parametrize("card", [FRENCH, ARABIC], ids=["ltr", "rtl"])
def test_a_mark_is_shown_as_it_is(card: Card) -> None:
    """In its own proportions, where reading begins, with round corners, and never mirrored."""
    with Image.open(io.BytesIO(share_cards.draw(card, HALVES))) as drawn:
        image = drawn.convert("RGB")
    left = EDGE if card.direction == "ltr" else WIDTH - EDGE - 144
    for x, y, colour in (
        (left + 4, 90, (0, 0, 128)),
        (left + 139, 90, (255, 215, 0)),
        (left + 72, 56, (255, 215, 0)),
        (left + 72, 123, (255, 215, 0)),
        (left + 72, 50, (255, 250, 244)),
        (left, 54, (255, 250, 244)),
        (left + 143, 125, (255, 250, 244)),
    ):
        assert image.getpixel((x, y)) == pytest.approx(colour, abs=8), (x, y)


def test_a_name_is_not_written_over_its_mark() -> None:
    """It begins behind the mark, and is made smaller where that leaves too little room."""
    long = replace(FRENCH, organisation="Union internationale des associations " * 3)
    with Image.open(io.BytesIO(share_cards.draw(long, HALVES))) as drawn:
        image = drawn.convert("RGB")
    between = image.crop((EDGE + 146, 54, EDGE + 160, 126)).getcolors()
    assert between is not None
    assert len(between) == 1
    assert ink(image)[2] <= WIDTH - 80 - 25


def test_a_mark_without_a_ground_stands_on_the_card() -> None:
    """What is see-through in it shows the paper."""
    ring = Image.new("RGBA", (96, 96), (0, 0, 128, 0))
    ring.paste((0, 0, 128, 255), (0, 0, 48, 96))
    with Image.open(io.BytesIO(share_cards.draw(FRENCH, ring))) as drawn:
        image = drawn.convert("RGB")
    assert image.getpixel((EDGE + 10, 90)) == pytest.approx((0, 0, 128), abs=8)
    assert image.getpixel((EDGE + 60, 90)) == pytest.approx((255, 250, 244), abs=8)
