"""Checking a receipt in a real browser, which tells nobody about it."""

from __future__ import annotations

import re
import string
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.pages.html.log_page import REFUSALS
from bot.texts.texts import Texts
from handlers.dialogue.messages import Words
from handlers.domain.campaigns import Campaign
from storage.transparency_log.formats.notes import SignerKey
from storage.transparency_log.formats.policies import Policy
from storage.transparency_log.formats.receipts import verify
from storage.transparency_log.formats.refusals import Refused
from tests.support.browsing import (
    NEEDS_BROWSER,
    SCREENSHOTS,
    SIZES,
    expect,
    shuts_nobody_out,
    visit,
)
from tests.support.petition import person
from tests.support.site import TITLES, Site, publish, receipt_of

if TYPE_CHECKING:
    from playwright.async_api import Browser, ConsoleMessage, Page, Request

pytestmark = NEEDS_BROWSER


async def make_proof(site: Site, campaign: Campaign) -> bytes:
    """The receipt of somebody who is in the log, among others."""
    await site.signs(campaign, "FR", *(str(number) for number in range(4, 14)))
    await publish(site, campaign)
    return await receipt_of(site, campaign, "2")


async def make_promise(site: Site, campaign: Campaign) -> bytes:
    """The receipt of somebody who has just signed."""
    await publish(site, campaign)
    await site.signs(campaign, "", "4")
    return await receipt_of(site, campaign, "4")


MADE = {"proof": make_proof, "promise": make_promise}


@pytest_asyncio.fixture(loop_scope="session")
async def proof(site: Site, campaign: Campaign) -> bytes:
    return await make_proof(site, campaign)


def is_of_the_tab(request: Request) -> bool:
    """Whether the browser asks for itself: for the icon beside the title, whenever it likes."""
    return request.resource_type == "other" and request.url.endswith("/icon.svg")


def is_fault(message: ConsoleMessage) -> bool:
    """Whether something went wrong in the page, and not with the icon of its tab."""
    return message.type == "error" and not message.location["url"].endswith("/icon.svg")


async def pastes(page: Page, receipt: bytes | str) -> None:
    """Somebody pastes it, and taps the button."""
    text = receipt if isinstance(receipt, str) else receipt.decode()
    await page.locator("#pasted").fill(text)
    await page.locator("form [type=submit]").click()


async def chooses(page: Page, receipt: bytes) -> None:
    """Somebody chooses the file."""
    await page.locator("input[type=file]").set_input_files(
        {"name": "receipt.tlog-proof", "mimeType": "text/plain", "buffer": receipt}
    )


async def policy(site: Site, campaign: Campaign) -> Policy:
    """Trust in this log alone."""
    key = await site.storage.log_reader.key(campaign)
    assert key is not None
    return Policy.of_log(key)


def changed_at(receipt: bytes, place: int) -> bytes:
    """The receipt with one byte changed: a letter to another, so that base64 stays base64."""
    changed = bytearray(receipt)
    was = chr(changed[place])
    changed[place] = ord("B" if was == "A" else "A") if was in BASE64 else changed[place] ^ 1
    return bytes(changed)


def refusal(receipt: bytes, trusted: Policy) -> str:
    """Why our own program refuses it."""
    with pytest.raises(Refused) as caught:
        verify(receipt, trusted)
    return str(caught.value.reason)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["fr", "ar"])
async def test_a_true_receipt_passes(
    site: Site, proof: bytes, browser: Browser, locale: str, size: str
) -> None:
    """It says what it opens, asks for nothing elsewhere, and shuts nobody out."""
    page = await visit(browser, "about:blank", size, locale=locale)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: errors.append(message.text) if is_fault(message) else None,
    )
    await page.goto(f"{site.url}/c/release/{locale}/log", wait_until="networkidle")
    await expect(page.locator("#unscripted")).to_be_hidden()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    asked: list[str] = []
    page.on(
        "request", lambda request: None if is_of_the_tab(request) else asked.append(request.url)
    )
    await page.context.set_offline(True)  # as the page says one may
    await pastes(page, proof)
    outcome = page.locator("#outcome")
    await expect(outcome).to_have_attribute("data-verdict", "proof")
    await expect(outcome).to_contain_text(TITLES[locale])
    await expect(outcome).to_contain_text({"fr": "France", "ar": "فرنسا"}[locale])
    await expect(outcome).to_contain_text({"fr": "français", "ar": "الفرنسية"}[locale])
    terms = await outcome.locator("dd").all_inner_texts()
    assert terms[-2:] == ["13", "13"]
    narrowest = "each => Math.min(...each.map(one => one.getBoundingClientRect().width))"
    assert await outcome.locator("dd").evaluate_all(narrowest) > 150  # in pixels: words stay whole
    await page.screenshot(path=SCREENSHOTS / f"receipt-{locale}-{size}.png", full_page=True)
    assert await page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
    await shuts_nobody_out(page)
    assert asked == []
    assert errors == []
    assert await page.context.cookies() == []
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    await page.locator("[data-clear]").click()
    await expect(outcome).to_be_hidden()
    await expect(page.locator("#pasted")).to_have_value("")


async def test_a_promise_passes_as_a_promise(
    site: Site, campaign: Campaign, browser: Browser
) -> None:
    """It says to come again after the next checkpoint; a country that was not given is not."""
    promise = await make_promise(site, campaign)
    page = await visit(browser, f"{site.url}/c/release/en/log")
    await chooses(page, promise)
    outcome = page.locator("#outcome")
    await expect(outcome).to_have_attribute("data-verdict", "promise")
    await expect(outcome).to_contain_text("After the next checkpoint")
    await expect(outcome).to_contain_text("Not given")
    await expect(page.locator("#pasted")).to_have_value(promise.decode())


BASE64 = frozenset(f"{string.ascii_letters}+/")
"""The letters of base64 for which flipping a bit may make something else."""

PLACES = {
    r"c2sp": "proof-form",
    r"extra (.)": "root",
    r"extra .{50}(.)": "proof-form",
    r"extra [^\n]*(\n)index": "encoding",
    r"index": "proof-form",
    r"index \d+\n(.)": "root",
    r"\n\n[a-z.]+(/)c": "origin",
    r"log\n(1)3\n": "number",
    r"log\n1(3)\n": "signature",
    r"log\n13\n(.)": "signature",
    r"signatures (1)": "signature",
    r"\n— sign(.)": "unsigned",
    r"\n—( )sign": "note-form",
    r"/log (.)[^\n]+\n\Z": "unsigned",
    r"/log .{10}(.)[^\n]+\n\Z": "signature",
    r"(=)\n\Z": "base64",
}
"""Where a byte of a receipt is changed, and why it is refused then."""


@pytest.mark.parametrize("locale", ["fr", "ar"])
async def test_a_changed_byte_is_refused_with_its_reason(
    site: Site, campaign: Campaign, proof: bytes, browser: Browser, texts: Texts, locale: str
) -> None:
    """In the reader's language, and for the reason that our own program gives."""
    trusted = await policy(site, campaign)
    page = await visit(browser, f"{site.url}/c/release/{locale}/log")
    outcome = page.locator("#outcome")
    for what, reason in PLACES.items():
        found = re.search(what, proof.decode())
        assert found is not None, what
        at = found.start(1 if found.re.groups else 0)
        changed = changed_at(proof, len(proof.decode()[:at].encode()))
        assert refusal(changed, trusted) == reason, what
        await page.locator("[data-clear]").click()
        await chooses(page, changed)
        await expect(outcome).to_have_attribute("data-verdict", "refused")
        await expect(outcome.locator("[data-reason]")).to_have_attribute("data-reason", reason)
        said = texts.plain(Words(f"page-refused-{reason}"), locale)
        await expect(outcome.locator(".why")).to_have_text(said)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    await outcome.screenshot(path=SCREENSHOTS / f"receipt-refused-{locale}.png")
    await shuts_nobody_out(page)


REASONS = """
async (receipts) => {
  const key = await readKey(document.querySelector("form").dataset.key);
  const reasons = [];
  for (const receipt of receipts) {
    const bytes = Uint8Array.from(atob(receipt), (character) => character.charCodeAt(0));
    try {
      reasons.push((await checkReceipt(bytes, key)).kind);
    } catch (fault) {
      reasons.push(fault.reason ?? String(fault));
    }
  }
  return reasons;
}
"""


async def reasons(page: Page, receipts: Sequence[bytes]) -> list[str]:
    """What the page's own script makes of each of them."""
    encoded = [b64encode(each).decode() for each in receipts]
    return list(await page.evaluate(REASONS, encoded))


def told_by_us(receipt: bytes, trusted: Policy) -> str:
    """What our own program makes of it."""
    try:
        return verify(receipt, trusted).kind
    except Refused as refused:
        return refused.reason


@pytest.mark.parametrize("kind", ["proof", "promise"])
async def test_page_and_program_agree_on_every_byte(
    site: Site, campaign: Campaign, browser: Browser, kind: str
) -> None:
    """Whatever bit of whatever byte is flipped, and wherever a receipt is cut or filled up."""
    receipt = await MADE[kind](site, campaign)
    trusted = await policy(site, campaign)
    bent = [receipt]
    for place in range(len(receipt)):
        for bit in (0, 1, 5, 7):
            changed = bytearray(receipt)
            changed[place] ^= 1 << bit
            bent.append(bytes(changed))
        bent.append(receipt[:place])
        bent.append(receipt[:place] + receipt[place + 1 :])
        bent.append(receipt[:place] + b"\n" + receipt[place:])
    page = await visit(browser, f"{site.url}/c/release/en/log")
    ours = [told_by_us(each, trusted) for each in bent]
    assert ours[0] == kind
    assert kind not in ours[1:]
    assert await reasons(page, bent) == ours


def forgeries(proof: bytes) -> dict[str, bytes]:
    """What somebody may make of a receipt, by hand and with some care."""
    text = proof.decode()
    head, _, note = text.partition("\n\n")
    header, extra, index, *path = head.split("\n")
    signed, _, line = note.rpartition("\n\n")
    opened = b64decode(extra.removeprefix("extra "))

    def put(*lines: str, below: str = note) -> bytes:
        return ("\n".join(lines) + f"\n\n{below}").encode()

    def opening(changed: bytes) -> bytes:
        return put(header, f"extra {b64encode(changed).decode()}", index, *path)

    elsewhere = (int(index.removeprefix("index ")) + 1) % 13  # the log is in no certain order
    forged = SignerKey.generate(signed.split("\n")[0]).sign(f"{signed}\n").line
    other = SignerKey.generate("other.example").sign(f"{signed}\n").line
    return {
        "empty": b"",
        "a word": b"hello",
        "a promise of nothing": b"porte-voix promise 1\n",
        "no text": b"\xff\xfe",
        "a byte order mark": b"\xef\xbb\xbf" + proof,
        "too much": proof + b"x" * 16_000,
        "only a head": head.encode(),
        "a head and a blank line": f"{head}\n\n".encode(),
        "no extra": put(header, index, *path),
        "an empty extra": put(header, "extra ", index, *path),
        "extra at the wrong place": put(header, index, extra, *path),
        "a short salt": put(header, "extra AAAA", index, *path),
        "another salt": opening(bytes(32) + opened[32:]),
        "another country": opening(opened.replace(b"\nFR\n", b"\nDE\n")),
        "a line more": opening(opened + b"more\n"),
        "a line less": opening(opened.rpartition(b"\n")[0].rpartition(b"\n")[0] + b"\n"),
        "no line feed": opening(opened[:-1]),
        "no letters": opening(opened[:-3] + b"\xff\xff\n"),
        "no hex": opening(opened.replace(b"release\n", b"release\nzz")),
        "hex in capitals": opening(opened[:72] + opened[72:].upper()),
        "another entry": put(header, extra, f"index {elsewhere}", *path),
        "an entry too far": put(header, extra, "index 13", *path),
        "an entry far too far": put(header, extra, "index 18446744073709551615", *path),
        "a number that is too big": put(header, extra, "index 18446744073709551616", *path),
        "a number with a zero": put(header, extra, "index 01", *path),
        "a negative number": put(header, extra, "index -1", *path),
        "no number": put(header, extra, "index ", *path),
        "a short path": put(header, extra, index, *path[:-1]),
        "a long path": put(header, extra, index, *path, path[0]),
        "no path": put(header, extra, index),
        "a path in another order": put(header, extra, index, *reversed(path)),
        "an endless path": put(header, extra, index, *path[:1] * 65),
        "a short hash": put(header, extra, index, *path, "AAAA"),
        "base64 of another kind": put(header, extra, index, *path, "-_AA"),
        "base64 without padding": put(header, extra, index, path[0].rstrip("="), *path[1:]),
        "base64 with a blank": put(header, extra, index, f" {path[0]}", *path[1:]),
        "a checkpoint without a size": put(header, extra, index, *path, below=f"o\n\n{line}"),
        "a checkpoint with a short root": put(
            header, extra, index, *path, below=f"origin\n13\nAAAA\n\n{line}"
        ),
        "a checkpoint with an empty line": put(
            header, extra, index, *path, below=f"{signed}\n\nmore\n\n{line}"
        ),
        "an empty origin": put(
            header, extra, index, *path, below=f"\n{signed.partition(chr(10))[2]}\n\n{line}"
        ),
        "a checkpoint of another log": proof.replace(b"/release/", b"/another/"),
        "unsigned": put(header, extra, index, *path, below=f"{signed}\n"),
        "signed with nothing": put(header, extra, index, *path, below=f"{signed}\n\n"),
        "signed by another": put(header, extra, index, *path, below=f"{signed}\n\n{other}"),
        "signed in its name": put(header, extra, index, *path, below=f"{signed}\n\n{forged}"),
        "signed by many": proof + other.encode() * 100,
        "signed by a nameless one": proof + "—  AAAAAAAA\n".encode(),
        "signed by a plus": proof + "— a+b AAAAAAAA\n".encode(),
        "signed by a wide blank": proof + "— a\u3000b AAAAAAAA\n".encode(),
        "signed by a next line": proof + "— a\x85b AAAAAAAA\n".encode(),
        "signed with an id alone": proof + "— a AAAAAA==\n".encode(),
        "lines of another system": proof.replace(b"\n", b"\r\n"),
        "no end": proof[:-1],
    }


async def test_page_and_program_agree_on_forgeries(
    site: Site, campaign: Campaign, proof: bytes, browser: Browser
) -> None:
    """What is refused here is refused there, for the same reason; every reason occurs."""
    trusted = await policy(site, campaign)
    page = await visit(browser, f"{site.url}/c/release/en/log")
    made = forgeries(proof)
    ours = {name: told_by_us(each, trusted) for name, each in made.items()}
    theirs = dict(zip(made, await reasons(page, list(made.values())), strict=True))
    assert theirs == ours
    assert "proof" not in ours.values()
    assert {*ours.values()} >= {each.removeprefix("page-refused-") for each in REFUSALS} - {
        "signature"
    }
    # Signatures of witnesses do not harm.
    witnessed = proof + SignerKey.generate("w.example").sign("text\n").line.encode()
    assert told_by_us(witnessed, trusted) == "proof"
    assert await reasons(page, [witnessed]) == ["proof"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17])
async def test_every_leaf_of_every_tree_is_found(
    site: Site, browser: Browser, campaign: Campaign, count: int
) -> None:
    """Whatever the size of the log, and wherever in it somebody stands."""
    names = ["1", "2", "3", *(str(number) for number in range(4, count + 1))][:count]
    for gone in {"1", "2", "3"}.difference(names):
        await site.storage.signatures.withdraw(campaign, person(gone))
    await site.signs(campaign, "FR", *names[3:])
    await publish(site, campaign)
    page = await visit(browser, f"{site.url}/c/release/en/log")
    receipts = [await receipt_of(site, campaign, name) for name in names]
    assert await reasons(page, receipts) == ["proof"] * count


async def test_what_copying_does_to_a_receipt_does_no_harm(
    site: Site, proof: bytes, browser: Browser
) -> None:
    """A blank or an empty line around it, and the line ends of another system."""
    page = await visit(browser, f"{site.url}/c/release/en/log")
    outcome = page.locator("#outcome")
    text = proof.decode()
    for copied in (text.strip(), f"\n  {text}\n\n ", text.replace("\n", "\r\n")):
        await pastes(page, copied)
        await expect(outcome).to_have_attribute("data-verdict", "proof")
        await page.locator("[data-clear]").click()
    await pastes(page, f"{text[:40]} {text[40:]}")
    await expect(outcome).to_have_attribute("data-verdict", "refused")


async def test_a_file_can_be_dropped(site: Site, proof: bytes, browser: Browser) -> None:
    """From the folder where the messenger has put it."""
    page = await visit(browser, f"{site.url}/c/release/en/log", "desktop")
    dropped = await page.evaluate_handle(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "receipt.tlog-proof"));
          return data;
        }""",
        proof.decode(),
    )
    await page.dispatch_event("#pasted", "drop", {"dataTransfer": dropped})
    await expect(page.locator("#outcome")).to_have_attribute("data-verdict", "proof")
    assert page.url.endswith("/log")


@pytest.mark.parametrize("lacks", ["Ed25519", "https"])
async def test_a_browser_that_cannot_check_says_so_kindly(
    site: Site, proof: bytes, browser: Browser, lacks: str
) -> None:
    """Nobody takes their receipt for a false one because their browser is old."""
    page = await visit(browser, "about:blank")
    await page.add_init_script(
        "crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))"
        if lacks == "Ed25519"
        else "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
    )
    await page.goto(f"{site.url}/c/release/en/log")
    await pastes(page, proof)
    outcome = page.locator("#outcome")
    await expect(outcome).to_have_attribute("data-verdict", "unable")
    await expect(outcome).to_contain_text("may well be fine")


async def test_without_scripts_the_page_says_how_to_check_otherwise(
    site: Site, proof: bytes, browser: Browser
) -> None:
    """All of it can be read, and nothing is offered that does not work."""
    page = await visit(browser, f"{site.url}/c/release/en/log", java_script_enabled=False)
    await expect(page.locator("form")).to_be_hidden()
    await expect(page.locator("#unscripted")).to_be_visible()
    await expect(page.get_by_text("python -m bot verify")).to_be_visible()
    await expect(page.locator("[data-copy]").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_page_can_be_read_by_all(
    site: Site, campaign: Campaign, browser: Browser, size: str, scheme: str
) -> None:
    """In the dark, too, and before there is a checkpoint."""
    page = await visit(browser, f"{site.url}/c/release/ru/log", size, color_scheme=scheme)
    await expect(page.locator("h1")).to_be_visible()
    await shuts_nobody_out(page)
    await publish(site, campaign)
    site.a_moment_later()
    await page.reload()
    await expect(page.locator(".total b")).to_have_text("3")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"log-ru-{size}-{scheme}.png", full_page=True)
    assert await page.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
    await shuts_nobody_out(page)
