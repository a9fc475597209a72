"""Charts: readable on a phone in every language, whatever the numbers, however long the names."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from bot.drawing import canvas, charts
from bot.drawing.canvas import ACCENT, PAPER
from bot.drawing.charts import EDGE, HEIGHT, SIZE, WIDTH, Row, Sheet
from bot.texts.texts import Texts
from handlers.dialogue.messages import Chart, Country, Kind, Mark, Words
from tests.support.tours.replies import each_locale, every_reply

TEXTS = Texts.load()

ENGLISH = Sheet(
    locale="en",
    direction="ltr",
    kind="bars",
    heading="Release them",
    title="Where people sign",
    headline="3,000 signatures",
    rows=(Row("France", 2000, "2,000"), Row("Belgium", 1000, "1,000")),
    empty="Nothing yet",
    note="In whole tens.",
    number=str,
)
ARABIC = replace(
    ENGLISH,
    locale="ar",
    direction="rtl",
    heading="أفرجوا عنهم",
    title="من أين تأتي التوقيعات",
    headline="3,000 توقيع",
    rows=(Row("فرنسا", 2000, "2,000"), Row("بلجيكا", 1000, "1,000")),
    note="الأرقام مقرَّبة إلى العشرات.",
)
BOTH = pytest.mark.parametrize("sheet", [ENGLISH, ARABIC], ids=["ltr", "rtl"])
KINDS: tuple[Kind, ...] = ("line", "columns", "bars", "funnel")


def opened(sheet: Sheet) -> Image.Image:
    return read(charts.draw(sheet))


def read(file: bytes) -> Image.Image:
    with Image.open(io.BytesIO(file)) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


def drawn(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything is drawn in that part."""
    part = image.crop(box)
    changes = ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).convert("L")
    return changes.point(lambda value: 255 * (value > 20)).getbbox() is not None


def accents(image: Image.Image) -> list[tuple[int, int]]:
    """Where the accent's colour is, in the drawing below the titles."""
    box = (EDGE, 260, WIDTH - EDGE, HEIGHT - 120)
    part = image.crop(box)
    red, green, blue = ImageChops.difference(part, Image.new("RGB", part.size, ACCENT)).split()
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue).tobytes()
    return [
        (EDGE + x, 260 + y)
        for y in range(0, part.height, 4)
        for x in range(0, part.width, 4)
        if far[y * part.width + x] < 8
    ]


@BOTH
@pytest.mark.parametrize(
    ("many", "kind"),
    [
        (many, kind)
        for kind in KINDS
        for many in ((1, 2, 8) if kind in {"bars", "funnel"} else (1, 2, 8, 62))
    ],
)
def test_every_chart_keeps_its_margins(sheet: Sheet, kind: Kind, many: int) -> None:
    """Long names and large numbers, few and many: nothing runs over the edge, nothing is huge."""
    name = "Saint Vincent and the Grenadines, " * 3
    rows = tuple(
        Row(f"{number} {name}", 7_000_000 - 9_000 * number, f"{7_000_000 - 9_000 * number:,}")
        for number in range(many)
    )
    chart = replace(sheet, kind=kind, rows=rows, heading=name, title=name, note=name * 2)
    file = charts.draw(chart)
    assert len(file) < 150_000
    image = read(file)
    assert image.size == SIZE == (1080, 1200)
    side = (EDGE - 44, EDGE - 14) if sheet.direction == "ltr" else (WIDTH - EDGE + 14, WIDTH - 20)
    other = (WIDTH - EDGE + 14, WIDTH) if sheet.direction == "ltr" else (0, EDGE - 14)
    for left, right in (side, other):
        assert not drawn(image, (left, 0, right, HEIGHT))
    assert not drawn(image, (EDGE, HEIGHT - 20, WIDTH - EDGE, HEIGHT))


def test_bars_grow_from_where_people_begin_to_read() -> None:
    """From the left in English, from the right in Arabic; half the number is half as long."""
    for sheet, begin in ((ENGLISH, EDGE), (ARABIC, WIDTH - EDGE)):
        places = accents(opened(sheet))
        rows = sorted({y for _, y in places})
        for y, long in ((rows[2], 952), (rows[-2], 476)):
            row = [x for x, at in places if at == y]
            near = min(abs(x - begin) for x in row)
            far = max(abs(x - begin) for x in row)
            assert near < 24
            assert abs(far - long) < 24


@BOTH
@pytest.mark.parametrize("many", [1, 5, 8])
def test_no_bar_swallows_what_hangs_below_its_label(sheet: Sheet, many: int) -> None:
    """Between a name and its bar there is paper: without its dots a final yāʾ is another letter."""
    name = "في مجموعة" if sheet.direction == "rtl" else "gym"
    image = opened(replace(sheet, rows=(Row(name, 9, "9"),) * many))
    left, right = (EDGE, 300) if sheet.direction == "ltr" else (WIDTH - 300, WIDTH - EDGE)
    inside = WIDTH // 2
    bar = min(y for _, y in accents(image))
    while drawn(image, (inside, bar - 1, inside + 1, bar)):
        bar -= 1
    assert drawn(image, (left, bar - 40, right, bar))
    assert not drawn(image, (left, bar - 3, right, bar))


@pytest.mark.parametrize("kind", ["line", "columns"])
def test_time_runs_in_the_direction_of_reading(kind: Kind) -> None:
    """A campaign that grows rises towards the right in English, towards the left in Arabic."""
    rows = tuple(Row(f"{day}.", 100 * day, str(100 * day)) for day in range(1, 8))
    for sheet, rising in ((ENGLISH, 1), (ARABIC, -1)):
        places = accents(opened(replace(sheet, kind=kind, rows=rows)))
        top = min(places, key=lambda place: place[1])
        middle = WIDTH / 2
        assert (top[0] - middle) * rising > 200


def test_a_funnel_narrows_in_its_middle() -> None:
    rows = (Row("Saw it", 1000, "1,000"), Row("Signed", 100, "100"))
    places = accents(opened(replace(ENGLISH, kind="funnel", rows=rows)))
    lowest = max(y for _, y in places)
    last = [x for x, y in places if y == lowest]
    assert abs((min(last) + max(last)) / 2 - WIDTH / 2) < 8


@BOTH
@pytest.mark.parametrize("kind", KINDS)
def test_where_there_is_nothing_the_chart_says_so(sheet: Sheet, kind: Kind) -> None:
    """Words instead of empty axes."""
    image = opened(replace(sheet, kind=kind, rows=()))
    assert accents(image) == []
    assert drawn(image, (EDGE, 400, WIDTH - EDGE, HEIGHT - 300))


@pytest.mark.parametrize("kind", KINDS)
def test_zeros_can_be_drawn(kind: Kind) -> None:
    """No division by nothing, and no bar."""
    rows = (Row("a", 0, "fewer than 10"), Row("b", 0, "fewer than 10"))
    places = accents(opened(replace(ENGLISH, kind=kind, rows=rows)))
    assert bool(places) == (kind == "line")


def test_a_machine_that_cannot_shape_draws_arabic_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without FriBiDi the letters are joined and turned before they are drawn."""
    long = replace(ARABIC, rows=(Row("A poster with a long name at the station " * 3, 5, "5"),))
    monkeypatch.setattr(canvas, "_raqm", lambda: False)
    canvas._font.cache_clear()
    try:
        image = opened(long)
    finally:
        canvas._font.cache_clear()
    assert not drawn(image, (0, 0, EDGE - 14, HEIGHT))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("190 (58%)", "(58%) 190"),
        ("«ا» (ب)", "(\ufe8f) «\ufe8d»"),
        ("\u2068Ida\u2069 :ا", "\ufe8d: Ida"),
    ],
)
def test_brackets_and_quotation_marks_are_turned_there_too(text: str, seen: str) -> None:
    """What opens on the right opens to the left; numbers keep their own order."""
    assert canvas._visual(text, "R") == seen


def test_numbers_in_brackets_stand_where_they_do_with_fribidi(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Arabic reads them from the right though there is not one Arabic letter in them."""
    page = canvas.Page((200, 60), "rtl", "ar")
    monkeypatch.setattr(canvas, "_raqm", lambda: False)
    assert page._laid_out("190 (58%)").text == "(58%) 190"
    assert canvas.Page((200, 60), "ltr", "en")._laid_out("190 (58%)").text == "190 (58%)"


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (1, 1), (4, 1), (5, 2), (37, 10), (81, 50), (650_000, 200_000)]
)
def test_the_lines_of_a_chart_are_at_round_numbers(most: int, step: int) -> None:
    assert charts._step(most) == step


def test_a_chart_is_put_into_the_words_of_a_language() -> None:
    """Names begin with a capital, numbers are written as the language writes them."""
    chart = Chart(
        "bars",
        "Libérez-les",
        Words("stats-languages"),
        Words("stats-nothing"),
        Words("stats-total", {"total": 12_345}),
        (
            Mark(Words("stats-country", {"country": Country("US")}), 12_340),
            Mark(Words("stats-others"), 0, Words("stats-few", {"fewest": 10})),
        ),
    )
    french, arabic = (charts.sheet(chart, locale, TEXTS) for locale in ("fr", "ar"))
    assert french.rows[0] == Row("États-Unis", 12_340, "12\u202f340")
    assert french.rows[1].said == "Moins de 10"
    assert (french.direction, arabic.direction) == ("ltr", "rtl")
    assert french.note == ""
    assert not set("\u2066\u2067\u2068\u2069").intersection(arabic.headline + arabic.heading)


@pytest.mark.parametrize("locale", each_locale(TEXTS.known))
async def test_every_chart_of_the_desk_can_be_drawn(locale: str) -> None:
    """The tour passes through every view; each has a title that fits in large letters."""
    replies = await every_reply(TEXTS, locale)
    found = [reply.picture for reply in replies if isinstance(reply.picture, Chart)]
    assert {chart.kind for chart in found} == set(KINDS)
    for title in {charts.sheet(chart, locale, TEXTS).title for chart in found}:
        assert canvas.width(title, 56) <= charts.ROOM
    for kind in KINDS:
        chart = max((each for each in found if each.kind == kind), key=lambda each: len(each.marks))
        assert drawn(opened(charts.sheet(chart, locale, TEXTS)), (EDGE, 300, WIDTH - EDGE, 900))
