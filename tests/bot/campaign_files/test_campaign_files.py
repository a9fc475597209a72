"""Campaigners write a campaign as a folder of files, and are told how to mend every slip."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.campaign_files.folder import Reading, read, write
from handlers.domain.campaign_rules import CARD, LONGEST, hidden
from handlers.domain.campaigns import Alert, Asks, Campaign, Related, Section

KNOWN = ("ar", "en", "es", "fr", "pt-BR", "ru")
DEMO = Path(__file__).resolve().parents[3] / "bot" / "demo"

SETTINGS = """\
slug = "clean-rivers"
date = 2026-03-22
default_locale = "en"
responsible = "River Friends"
contact = "data@example.org"
retention_days = 90
"""

ENGLISH = """\
rubric: Environment
title: Let the river live
summary: The river is dying.
ask: Stop the waste.
purpose: To ask the ministry to stop the waste.

# What happens

Waste flows into the river.
"""


def picture(kind: str = "PNG", size: tuple[int, int] = (640, 360), place: bool = False) -> bytes:
    """A plain picture, with the place where it was taken if asked."""
    image = Image.new("RGB", size, "navy")
    file = io.BytesIO()
    if place:
        exif = Image.Exif()
        exif.get_ifd(0x8825)[1] = "N"
        image.save(file, kind, exif=exif)
    else:
        image.save(file, kind)
    return file.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign without faults, in English and without a picture."""
    (tmp_path / "campaign.toml").write_text(SETTINGS)
    (tmp_path / "en.md").write_text(ENGLISH)
    return tmp_path


def add(folder: Path, lines: str) -> None:
    (folder / "campaign.toml").write_text(SETTINGS + lines)


def said(folder: Path) -> list[str]:
    """What a campaigner is told about the folder."""
    return [str(fault) for fault in read(folder, KNOWN).faults]


def campaign(reading: Reading) -> Campaign:
    assert reading.faults == ()
    assert reading.campaign is not None
    return reading.campaign


# What is understood


def test_at_high_risk_nothing_that_people_write_is_asked(folder: Path) -> None:
    """Whoever leaves out what is asked gets what protects: no name, and a country if they like."""
    add(folder, 'safety = "high"\n')
    found = campaign(read(folder, KNOWN))
    assert found.high_risk
    assert found.asks == Asks(name="no", country="optional", email="no", comment="no")
    add(folder, 'safety = "high"\n[ask]\ncountry = "no"\n')
    assert campaign(read(folder, KNOWN)).asks == Asks("no", "no", "no", "no")


def test_what_must_not_be_asked_at_high_risk_is_said_with_its_line(folder: Path) -> None:
    add(
        folder,
        'safety = "high"\n[ask]\nname = "optional"\ncountry = "required"\nemail = "no"\n'
        'comment = "required"\n',
    )
    assert said(folder) == [
        (
            'campaign.toml:9: with safety = "high" nothing that people write may be asked:'
            ' write name = "no", or leave the line out'
        ),
        (
            'campaign.toml:10: with safety = "high" nobody may be made to name their country:'
            ' write country = "optional", or "no" to count only'
        ),
        (
            'campaign.toml:12: with safety = "high" nothing that people write may be asked:'
            ' write comment = "no", or leave the line out'
        ),
    ]
    add(folder, 'safety = "very"\n')
    assert said(folder) == ['campaign.toml:7: safety is “very”: write "normal" or "high"']


@pytest.mark.parametrize("country", ["no", "optional"])
def test_a_campaign_at_high_risk_comes_back_as_it_was_written(
    folder: Path, country: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    add(folder, f'safety = "high"\n[ask]\ncountry = "{country}"\n')
    found = campaign(read(folder, KNOWN))
    copy = tmp_path_factory.mktemp("copies") / "copy"
    write(copy, found)
    assert campaign(read(copy, KNOWN)) == found


def test_a_campaign_needs_two_short_files(folder: Path) -> None:
    """Rules and one language are enough; what is left out has sensible values."""
    found = campaign(read(folder, KNOWN))
    assert found == Campaign(
        id=0,
        slug="clean-rivers",
        status="draft",
        date=date(2026, 3, 22),
        default_locale="en",
        texts={
            "en": Alert(
                "en",
                "Environment",
                "Let the river live",
                "The river is dying.",
                "Stop the waste.",
                "To ask the ministry to stop the waste.",
                sections=(Section("What happens", "Waste flows into the river."),),
            )
        },
        responsible="River Friends",
        contact="data@example.org",
        retention_days=90,
    )


def test_everything_that_can_be_set(folder: Path) -> None:
    """Urgency, milestones, a picture, a mark and what is asked of signers."""
    add(
        folder,
        'urgent = true\nsample = true\nmilestones = [1_000, 5_000]\npicture = "river.png"\n'
        'mark = "ours.png"\n'
        '[ask]\nname = "required"\ncountry = "no"\nemail = "optional"\ncomment = "optional"\n',
    )
    (folder / "river.png").write_bytes(picture())
    (folder / "ours.png").write_bytes(picture(size=(96, 96)))
    (folder / "en.md").write_text(f"credit: Photo: Ana\npicture-text: A river\n{ENGLISH}")
    reading = read(folder, KNOWN)
    found = campaign(reading)
    assert (found.urgent, found.sample, found.milestones) == (True, True, (1000, 5000))
    assert found.asks == Asks("required", "no", "optional", "optional")
    assert [each.data for each in reading.pictures] == [picture(), picture(size=(96, 96))]
    assert [each.media_type for each in reading.pictures] == ["image/png", "image/png"]
    assert [found.picture, found.mark] == [each.sha256 for each in reading.pictures]
    assert found.texts["en"].credit == "Photo: Ana"
    assert found.texts["en"].picture_text == "A river"


def test_nobody_minds_capitals_spaces_and_wrapped_lines(folder: Path) -> None:
    """Editors and people differ in how they space things; the meaning is the same."""
    (folder / "en.md").write_text(
        "---\n"
        "Title :   Let the river live  \n"
        "RUBRIC: Environment\n"
        "\n"
        "summary: The river\n"
        "   is dying.\n"
        "ask:\n"
        "\tStop the waste.\n"
        "purpose: To ask the ministry to stop the waste.\n"
        "---\n"
        "#   What happens  \n"
        "  Waste flows into the river.  \n\n\n\n"
    )
    assert campaign(read(folder, KNOWN)).texts["en"].summary == "The river is dying."
    assert campaign(read(folder, KNOWN)).texts["en"].ask == "Stop the waste."
    assert campaign(read(folder, KNOWN)).texts["en"].sections[0].heading == "What happens"


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_files_from_any_computer_are_read(folder: Path, start: bytes, end: bytes) -> None:
    """Line ends of every system and a byte order mark make no difference."""
    expected = campaign(read(folder, KNOWN))
    for name in ("campaign.toml", "en.md"):
        (folder / name).write_bytes(start + (folder / name).read_bytes().replace(b"\n", end))
    assert campaign(read(folder, KNOWN)) == expected


def test_text_is_shown_as_it_is_written(folder: Path) -> None:
    """Paragraphs, lines, hashtags, brackets and typography reach people unchanged."""
    text = "« C’est < & > ? »\n– one\n– two\n\n#river #life\n\n5 > 3: 👩‍👩‍👧"
    (folder / "en.md").write_text(f"{ENGLISH}\n# More\n{text}\n", encoding="utf-8")
    assert campaign(read(folder, KNOWN)).texts["en"].sections[1] == Section("More", text)


def test_related_reading(folder: Path) -> None:
    """A link is a title and an address; the title may have a bar in it."""
    (folder / "en.md").write_text(
        "link: Report | 2026 | https://example.org/report?a=1#b\n"
        f"link: Map | http://example.org:8080/\n{ENGLISH}"
    )
    assert campaign(read(folder, KNOWN)).texts["en"].links == (
        Related("Report | 2026", "https://example.org/report?a=1#b"),
        Related("Map", "http://example.org:8080/"),
    )


def test_a_language_may_be_spelt_as_systems_spell_it(folder: Path) -> None:
    """`pt_br.md` is the Portuguese of Brazil."""
    (folder / "pt_br.md").write_text(ENGLISH)
    assert list(campaign(read(folder, KNOWN)).texts) == ["en", "pt-BR"]


# What is explained


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    assert said(tmp_path) == [
        "campaign.toml: there is no campaign.toml in this folder: every campaign begins with it"
    ]
    assert "there is no such folder" in said(tmp_path / "nowhere")[0]


def test_all_faults_are_told_at_once(folder: Path) -> None:
    """Nobody mends one fault to be told of the next, and none hides another."""
    (folder / "campaign.toml").write_text(
        'slug = "Clean Rivers"\n'
        "date = 2026-02-30\n"
        'defalt_locale = "en"\n'
        'responsible = ""\n'
        'contact = "http://example.org"\n'
        'retention_days = "90"\n'
        "urgent = yes\n"
        "milestones = [500, 100]\n"
        'picture = "../secret.png"\n'
        "[ask]\n"
        "name = true\n"
        'e-mail = "optional"\n'
        "sample = true\n"
    )
    (folder / "en.md").write_text(
        "titel: Let the river live\n"
        "rubric: Environment\n"
        "rubric: Rivers\n"
        "summary:\n"
        "ask: Stop\n"
        "the waste.\n"
        "link: https://example.org\n"
        "link: Report | javascript:alert(1)\n"
        "# \n"
        "Text.\n"
        "# What happens\n"
    )
    assert said(folder) == [
        (
            "campaign.toml: “default_locale” is missing: the language for those whose own is not "
            'there, like default_locale = "en"'
        ),
        (
            "campaign.toml:1: slug is “Clean Rivers”: use 1 to 24 of a-z, 0-9 and -, with no - at "
            "either end"
        ),
        "campaign.toml:2: there is no such day: write dates as year-month-day, like 2017-06-02",
        "campaign.toml:3: there is no setting “defalt_locale”: did you mean “default_locale”?",
        "campaign.toml:4: responsible is “”: it is empty",
        (
            "campaign.toml:5: contact is “http://example.org”: give an e-mail address, or a web "
            "address that begins with https://"
        ),
        "campaign.toml:6: retention_days is “90”: give a number of days from 1 to 3650",
        (
            "campaign.toml:7: this value cannot be read: texts stand in double quotes, "
            "yes and no are true and false, numbers have no spaces or commas"
        ),
        "campaign.toml:8: milestones is [500, 100]: each must be larger than the one before",
        "campaign.toml:9: picture is “../secret.png”: give the name of a file in this folder",
        'campaign.toml:11: ask.name is true: write "no", "optional" or "required"',
        "campaign.toml:12: nobody can be asked for “e-mail”: did you mean “email”?",
        "campaign.toml:13: “sample” stands below [ask] and so belongs to it: move it above",
        "en.md: “title:” is missing: the campaign's name, as it stands on top of the alert",
        (
            "en.md: “purpose:” is missing: what the signatures are for, as it reads after "
            "“What for:” in the consent"
        ),
        "en.md: warning: “picture-text:” is missing: say what the picture shows",
        "en.md: warning: “credit:” is missing: say who took or drew the picture",
        "en.md:1: there is no header “titel”: did you mean “title”?",
        "en.md:3: rubric stands in line 2 already: keep one of the two",
        "en.md:4: summary is empty: what happens, in two or three sentences",
        (
            "en.md:6: this is text before the first heading: put a line like “# What happened” "
            "above it, or begin it with two spaces if it continues the line above"
        ),
        "en.md:7: a link has a title and an address: “link: Title | https://…”",
        "en.md:8: “javascript:alert(1)” is no web address: it must begin with https://",
        "en.md:9: the heading is empty: write some words after #",
        "en.md:11: nothing stands under this heading: write a paragraph or two",
    ]
    assert read(folder, KNOWN).campaign is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("urgent = yes", "cannot be read"),
        ("urgent = “true”", "curly quotes"),
        ('picture = "a.png', "the closing quote is missing"),
        ('picture = """a.png', "never closed"),
        ("published = 2026-13-01", "there is no such day"),
        ("published = 1.3.2026", "there is no such day"),
        ("retention = 90 days", "this value cannot be read"),
        ("milestones = [1000,\n2000\nurgent = true", "put ] before this line"),
        ("slug = 'again'", "a second time"),
        ("please publish soon", "this is not a setting"),
        ("milestones = " + "[" * 50_000, "absurdly large"),
        ("retention = " + "9" * 5_000, "absurdly large"),
        ("milestones = [1.5]", "write numbers between brackets"),
        ("milestones = [true]", "write numbers between brackets"),
        ("milestones = [0]", "at least 1"),
        ('urgent = "true"', "write true or false, without quotes"),
        ('ask = "name"', "write [ask] on a line of its own"),
        ('[ask]\nname = "maybe"', 'write "no", "optional" or "required"'),
        ("[people]\nname = 'no'", "there is no setting “people”"),
        ('picture = "a\\u202eb.png"', "U+202E (right-to-left override)"),
        ("picture = 7", "write a text in double quotes"),
    ],
)
def test_a_slip_in_the_settings_is_explained(folder: Path, line: str, told: str) -> None:
    """Each usual slip has its own words, and its line."""
    add(folder, line + "\n")
    faults = said(folder)
    assert told in faults[0]
    assert faults[0].startswith(("campaign.toml:", "campaign.toml: a value"))


@pytest.mark.parametrize(
    "contact",
    [
        "nobody",
        "a@b",
        "mailto:a@example.org",
        "https://",
        "https://a b.org",
        "https://u@example.org",
    ],
)
def test_a_contact_must_reach_somebody(folder: Path, contact: str) -> None:
    path = folder / "campaign.toml"
    path.write_text(SETTINGS.replace("data@example.org", contact))
    assert said(folder) == [
        (
            f"campaign.toml:5: contact is “{contact}”: give an e-mail address, or a web address "
            "that begins with https://"
        )
    ]


@pytest.mark.parametrize("value", ["2026-03-22T10:00:00", "20260322", '"22 March 2026"', "true"])
def test_a_date_is_a_day(folder: Path, value: str) -> None:
    (folder / "campaign.toml").write_text(SETTINGS.replace("2026-03-22", value))
    assert said(folder)[0].startswith("campaign.toml:2: date is ")


@pytest.mark.parametrize("key", LONGEST)
def test_a_text_that_is_too_long_says_by_how_much(folder: Path, key: str) -> None:
    """An emoji counts as two, as it does in the messenger."""
    lines = [line for line in ENGLISH.split("\n") if not line.startswith(f"{key}:")]
    text = "🌊" * (LONGEST[key] // 2) + "abc"
    (folder / "en.md").write_text("\n".join([f"{key}: {text}", *lines]), encoding="utf-8")
    most = LONGEST[key]
    over = len(text.encode("utf-16-le")) // 2 - most
    assert said(folder) == [
        f"en.md:1: the {key} has {most + over} characters, {most} fit: shorten it by {over}"
    ]


def test_the_card_has_to_fit_under_the_picture(folder: Path) -> None:
    """Each text may be as long as it likes, but not all of them."""
    (folder / "en.md").write_text(
        f"rubric: {'r' * 60}\ntitle: {'t' * 150}\nsummary: {'s' * 400}\nask: {'a' * 191}\n"
        "purpose: p\n# Heading\nText.\n"
    )
    assert said(folder) == [
        (
            f"en.md:2: rubric, title, summary, ask, credit have 801 characters together, {CARD} "
            "fit on the card under the picture: shorten them by 1"
        )
    ]


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2067", "U+2067 (right-to-left isolate)"),
        ("\u200b", "U+200B (zero width space)"),
        ("\u00ad", "U+00AD (soft hyphen)"),
        ("\u2028", "U+2028 (line separator)"),
        ("\x00", "U+0000 (a control character)"),
        ("\x0b", "U+000B (a control character)"),
        ("\ufffd", "U+FFFD (replacement character)"),
    ],
)
def test_what_nobody_sees_is_named(folder: Path, char: str, name: str) -> None:
    """Pasted text brings invisible characters, and some turn the text around them."""
    (folder / "en.md").write_text(
        ENGLISH.replace("flows", f"fl{char}ows"), encoding="utf-8", newline=""
    )
    (fault,) = said(folder)
    assert fault.startswith("en.md:9: there is a character here that nobody sees: ")
    assert name in fault


def test_marks_that_languages_need_are_welcome(folder: Path) -> None:
    """Persian joins with them, Arabic places numbers, families of emoji hold together."""
    text = "می\u200cخواهم \u200e15 €\u200f 👩\u200d👧"
    (folder / "en.md").write_text(ENGLISH + text, encoding="utf-8")
    assert said(folder) == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"title: x\nsummary: \xe9t\xe9\n", "en.md:2: this line is not UTF-8"),
        ("title: x".encode("utf-16"), "en.md: the file is saved as UTF-16"),
        (b"x" * 100_001, "en.md: the file is larger than 100 kB"),
    ],
)
def test_a_file_in_another_encoding_or_far_too_large(folder: Path, data: bytes, told: str) -> None:
    (folder / "en.md").write_bytes(data)
    (fault,) = said(folder)
    assert fault.startswith(told)


def test_the_default_language_must_be_there(folder: Path) -> None:
    (folder / "en.md").rename(folder / "fr.md")
    assert said(folder) == ["campaign.toml:3: default_locale is “en”, but there is no en.md here"]
    (folder / "campaign.toml").write_text(SETTINGS.replace('"en"', '"eng"'))
    assert said(folder) == ["campaign.toml:3: the bot does not speak “eng”: did you mean “en”?"]


def test_files_that_are_not_read_are_named(folder: Path) -> None:
    """A misspelt language is a fault; a note to colleagues is only mentioned."""
    for name in ("frr.md", "EN_.md", "notes for us.md", "es.docx", "picture.svg"):
        (folder / name).write_text(ENGLISH)
    assert said(folder) == [
        "EN_.md: warning: this is not read: its name is no language",
        "es.docx: warning: this is not read: texts are plain text files like es.md",
        "frr.md: the bot does not speak “frr”: did you mean “fr”?",
        "notes for us.md: warning: this is not read: its name is no language",
    ]


def test_two_files_for_one_language(folder: Path) -> None:
    (folder / "pt-BR.md").write_text(ENGLISH)
    (folder / "pt_BR.md").write_text(ENGLISH)
    assert said(folder) == ["pt_BR.md: there are two files for the language pt-BR: keep one"]


def test_a_language_that_tells_less_is_only_warned_of(folder: Path) -> None:
    """A translation may lag behind; the campaign can open all the same."""
    (folder / "fr.md").write_text(
        f"link: Plus | https://example.org\n{ENGLISH}\n# More\nStill more.\n"
    )
    assert said(folder) == [
        "en.md: warning: has 1 sections where fr.md has 2",
        "en.md: warning: has 0 links where fr.md has 1",
    ]
    assert read(folder, KNOWN).campaign is not None


def test_markup_is_not_what_it_seems(folder: Path) -> None:
    """Who is used to Markdown or HTML learns that people will see it."""
    (folder / "en.md").write_text(
        ENGLISH + "**Now** it is <b>enough</b>.\nSee [this](https://example.org).\n"
        "## Part\n#Another part\ntitle: again\n"
    )
    assert [fault.split(": ", 2)[2] for fault in said(folder)] == [
        "texts are shown as they are written: people will see the stars or lines around words",
        "texts are shown as they are written: people will see an HTML tag",
        (
            "texts are shown as they are written: people will see a link in brackets (use “link: "
            "Title | https://…” above)"
        ),
        "there is one kind of heading, “# …”: this one is shown with its #",
        "a heading needs a space after #: this is shown as text",
        "header lines stand above the first heading: this is shown as text",
    ]
    assert read(folder, KNOWN).campaign is not None


# The picture


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (picture("GIF"), "this is neither a PNG nor a JPEG picture: save it as one of these"),
        (b"", "this is neither a PNG nor a JPEG picture: save it as one of these"),
        (picture()[:100], "the picture is damaged or cut short: save it anew"),
        (picture(size=(100, 100)), "the picture has 100 × 100 pixels; each side needs at least"),
        (picture(size=(5001, 2000)), "the picture has 5001 × 2000 pixels; no side may have more"),
        (picture(size=(2000, 300)), "the picture has 2000 × 300 pixels; it may be at most 4 times"),
        (picture("JPEG", place=True), "the picture says where it was taken (GPS)"),
        (picture() + b"x" * 5_000_000, "the picture has 5.0 MB, 5 MB is the most"),
    ],
)
def test_a_picture_that_cannot_be_shown(folder: Path, data: bytes, told: str) -> None:
    """Broken, far too large or too small, or betraying a place where somebody was."""
    add(folder, 'picture = "river.png"\n')
    (folder / "river.png").write_bytes(data)
    told_of = [fault for fault in said(folder) if fault.startswith("river.png: ")]
    assert len(told_of) == 1
    assert told in told_of[0]
    assert read(folder, KNOWN).campaign is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_tells_nothing_of_who_took_it(folder: Path, kind: str) -> None:
    """The photographer's name and camera stay at home; turned upright, it looks the same."""
    exif = Image.Exif()
    exif[0x013B], exif[0x0110], exif[0x0112] = "CANARY", "CANARY 5000", 6
    file = io.BytesIO()
    Image.new("RGB", (640, 360), "navy").save(file, kind, exif=exif)
    assert b"CANARY" in file.getvalue()
    add(folder, 'picture = "river.png"\n')
    (folder / "river.png").write_bytes(file.getvalue())
    [kept] = read(folder, KNOWN).pictures
    assert b"CANARY" not in kept.data
    with Image.open(io.BytesIO(kept.data)) as shown:
        assert shown.size == (360, 640)
        assert shown.format == kind


def test_a_picture_without_tales_stays_as_it_is(folder: Path) -> None:
    """Byte by byte: nothing is lost by saving it again."""
    plain = io.BytesIO()
    Image.new("RGB", (640, 360), "navy").save(plain, "JPEG")
    add(folder, 'picture = "river.png"\n')
    (folder / "river.png").write_bytes(plain.getvalue())
    [kept] = read(folder, KNOWN).pictures
    assert kept.data == plain.getvalue()


def test_a_misspelt_picture(folder: Path) -> None:
    add(folder, 'picture = "rivers.png"\n')
    (folder / "river.png").write_bytes(picture())
    assert said(folder)[0] == (
        "campaign.toml:7: there is no picture “rivers.png” in this folder: "
        "did you mean “river.png”?"
    )


def test_a_picture_asks_for_its_words_and_its_maker(folder: Path) -> None:
    """Those who cannot see it, and those who made it, are not forgotten."""
    (folder / "river.jpg").write_bytes(picture("JPEG"))
    assert said(folder) == [
        (
            "campaign.toml: warning: no picture is named, but there is river.jpg: add picture = "
            '"river.jpg"'
        )
    ]
    add(folder, 'picture = "river.jpg"\n')
    assert said(folder) == [
        "en.md: warning: “picture-text:” is missing: say what the picture shows",
        "en.md: warning: “credit:” is missing: say who took or drew the picture",
    ]


# The mark


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (picture("GIF"), "this is neither a PNG nor a JPEG picture: save it as one of these"),
        (picture()[:100], "the mark is damaged or cut short: save it anew"),
        (picture(size=(95, 95)), "the mark has 95 × 95 pixels; each side needs at least 96; a"),
        (picture(size=(300, 100)), "the mark has 300 × 100 pixels; it may be at most 2 times"),
        (picture("JPEG", (96, 96), place=True), "the mark says where it was taken (GPS)"),
        (picture() + b"x" * 1_100_000, "the mark has 1.1 MB, 1 MB is the most: save it smaller"),
    ],
)
def test_a_mark_that_cannot_be_shown(folder: Path, data: bytes, told: str) -> None:
    """It stands small beside a name, and keeps to what is safe for pictures."""
    add(folder, 'mark = "ours.png"\n')
    (folder / "ours.png").write_bytes(data)
    [heard] = said(folder)
    assert heard.startswith(f"ours.png: {told}")
    assert read(folder, KNOWN).campaign is None


def test_a_mark_is_looked_for_in_the_folder(folder: Path) -> None:
    """It needs neither words nor credit, and is not taken for a picture that was forgotten."""
    (folder / "ours.png").write_bytes(picture(size=(96, 96)))
    add(folder, 'mark = "our.png"\n')
    assert said(folder) == [
        "campaign.toml:7: there is no picture “our.png” in this folder: did you mean “ours.png”?"
    ]
    add(folder, 'mark = "../ours.png"\n')
    assert said(folder) == [
        "campaign.toml:7: mark is “../ours.png”: give the name of a file in this folder"
    ]
    add(folder, 'mark = "ours.png"\n')
    assert said(folder) == []


@pytest.mark.parametrize("mode", ["P", "RGB", "L"])
def test_a_mark_that_tells_its_maker_stays_see_through(folder: Path, mode: str) -> None:
    """What a drawing program wrote into it goes; that there is no ground behind it does not."""
    file, notes = io.BytesIO(), PngInfo()
    notes.add_text("Author", "CANARY")
    ground: tuple[int, int, int] | int = (0, 0, 0) if mode == "RGB" else 0
    image = Image.new(mode, (96, 96), ground)
    image.save(file, "PNG", pnginfo=notes, transparency=ground)
    add(folder, 'mark = "ours.png"\n')
    (folder / "ours.png").write_bytes(file.getvalue())
    [kept] = read(folder, KNOWN).pictures
    assert b"CANARY" not in kept.data
    with Image.open(io.BytesIO(kept.data)) as shown:
        assert shown.convert("RGBA").getpixel((50, 50)) == (0, 0, 0, 0)


# Writing it back


WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S"], exclude_characters="\ufffd"),
    min_size=1,
    max_size=12,
)
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PARAGRAPHS = st.lists(LINE, min_size=1, max_size=3).map("\n\n".join)


def alerts(locale: str) -> st.SearchStrategy[Alert]:
    link = st.builds(Related, LINE.map(lambda text: text[:60]), st.just("https://example.org/a?b"))
    return st.builds(
        Alert,
        locale=st.just(locale),
        rubric=WORDS,
        title=LINE,
        summary=LINE,
        ask=LINE,
        purpose=LINE,
        credit=LINE | st.just(""),
        picture_text=LINE | st.just(""),
        sections=st.lists(st.builds(Section, LINE, PARAGRAPHS), max_size=3).map(tuple),
        links=st.lists(link, max_size=3).map(tuple),
    )


@st.composite
def campaigns(draw: st.DrawFn) -> Campaign:
    locales = draw(st.lists(st.sampled_from(KNOWN), min_size=1, max_size=2, unique=True))
    asked = st.sampled_from(["no", "optional", "required"])
    return Campaign(
        id=0,
        slug=draw(st.from_regex("[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?", fullmatch=True)),
        status="draft",
        date=draw(st.dates()),
        default_locale=locales[0],
        texts={locale: draw(alerts(locale)) for locale in locales},
        responsible=draw(LINE),
        contact=draw(st.sampled_from(["a@example.org", "https://example.org/privacy"])),
        retention_days=draw(st.integers(1, 3650)),
        asks=draw(st.builds(Asks, asked, asked, asked, asked)),
        urgent=draw(st.booleans()),
        milestones=tuple(sorted(draw(st.sets(st.integers(1, 10**10), max_size=5)))),
        sample=draw(st.booleans()),
    )


@given(
    campaigns(),
    st.sampled_from([None, picture(), picture("JPEG")]),
    st.sampled_from([None, picture(size=(96, 96)), picture("JPEG", (200, 300))]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    campaign: Campaign,
    image: bytes | None,
    mark: bytes | None,
) -> None:
    """An exported campaign can be imported elsewhere without losing a letter."""
    folder = tmp_path_factory.mktemp("written")
    write(folder, campaign, image, mark)
    reading = read(folder, KNOWN)
    assert [fault for fault in reading.faults if fault.severity == "error"] == []
    assert reading.campaign is not None
    assert replace(reading.campaign, picture="", mark="") == campaign
    named = {each.sha256: each.data for each in reading.pictures}
    assert named.get(reading.campaign.picture) == image
    assert named.get(reading.campaign.mark) == mark


def test_nothing_is_written_over(folder: Path, tmp_path: Path) -> None:
    """An old language left behind in a folder would come back to life."""
    found = campaign(read(folder, KNOWN))
    with pytest.raises(FileExistsError):
        write(folder, found)
    with pytest.raises(ValueError, match="neither a PNG nor a JPEG"):
        write(tmp_path / "new", found, b"GIF89a")
    assert not (tmp_path / "new").exists()


def test_a_hash_from_a_chat_does_not_become_a_heading(folder: Path, tmp_path: Path) -> None:
    """Texts that did not come from a file may hold what a file would take for a heading."""
    found = campaign(read(folder, KNOWN))
    for text in ("# 1\n#\nlast", "#\N{NO-BREAK SPACE}1\n#\N{NO-BREAK SPACE}", "#1\n##"):
        alert = replace(found.texts["en"], sections=(Section("Two", text),))
        write(tmp_path / text[:3], replace(found, texts={"en": alert}))
        (section,) = campaign(read(tmp_path / text[:3], KNOWN)).texts["en"].sections
        assert section.text == text


# Never a traceback


FRAGMENTS = st.lists(
    st.sampled_from([*SETTINGS.split("\n"), *ENGLISH.split("\n"), "[ask]", "[[ask]]", "{", '"""'])
    | st.text(max_size=30),
    max_size=12,
).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass"))


@given(
    rules=FRAGMENTS | st.binary(max_size=60),
    text=FRAGMENTS | st.binary(max_size=60),
    image=st.binary(max_size=60) | st.integers(0, 400).map(lambda cut: picture("JPEG")[:cut]),
)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_the_files_hold_is_read_or_explained(
    tmp_path_factory: pytest.TempPathFactory, rules: bytes, text: bytes, image: bytes
) -> None:
    """Any bytes at all give a campaign or faults; nobody ever sees a traceback."""
    folder = tmp_path_factory.mktemp("any")
    (folder / "campaign.toml").write_bytes(rules)
    (folder / "en.md").write_bytes(text)
    (folder / "p.jpg").write_bytes(image)
    for more in (b"", b'\npicture = "p.jpg"\n', b'\nmark = "p.jpg"\n'):
        (folder / "campaign.toml").write_bytes(more + rules)
        reading = read(folder, KNOWN)
        errors = [fault for fault in reading.faults if fault.severity == "error"]
        assert (reading.campaign is None) == bool(errors)
        assert not any(hidden(char) for fault in reading.faults for char in str(fault))


def test_folders_where_files_should_be(tmp_path: Path) -> None:
    for name in ("campaign.toml", "en.md"):
        (tmp_path / name).mkdir()
    assert len(said(tmp_path)) == 2


def test_a_file_whose_name_is_no_text(folder: Path) -> None:
    """Names from an old disk, or made to upset a terminal, are spelt out."""
    (folder / "caf\udce9.md").write_text(ENGLISH)
    (folder / "\x1b[31m.md").write_text(ENGLISH)
    assert said(folder) == [
        "\\u001b[31m.md: warning: this is not read: its name is no language",
        "caf\\udce9.md: warning: this is not read: its name is no language",
    ]


# The samples


@pytest.mark.parametrize("slug", ["chechnya", "civilians"])
def test_the_sample_campaigns_are_complete(slug: str) -> None:
    """Five languages, the same sections in each, a picture with its words: not even a warning."""
    reading = read(DEMO / slug, KNOWN)
    found = campaign(reading)
    assert found.slug == slug
    assert found.sample
    assert set(found.texts) == {"ar", "en", "es", "fr", "ru"}
    assert found.picture == reading.pictures[0].sha256
    assert all(len(each.data) <= 250_000 for each in reading.pictures)
