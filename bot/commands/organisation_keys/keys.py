"""What an operator does by command with organisation keys, from making one to letting it go.

Each command says what it will do and what it did. Where a person types, what cannot be undone
waits for a word.
"""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.app.stores import open_storage
from bot.commands.common import FAILED, OK, settings_of
from bot.process.errors import SettingsError
from bot.process.key_files import (
    CHALLENGE,
    PROOF,
    message,
    read_key,
    read_message,
    read_private_key,
    read_text,
    write_key_files,
)
from storage.campaigns.lifecycle import require
from storage.container import Storage, find_campaign
from storage.errors import CampaignFault, KeyFault
from storage.organisation_keys.key_pair import PrivateKey, PublicKey, challenge, prove, short
from storage.organisation_keys.proven_keys import OrganisationKey, Use

BEFORE_A_KEY = """\
This makes a key pair. What people write when they sign is sealed to it.

  Whoever has the private file reads every name. It never belongs on the server.
  Whoever loses it loses every name sealed to it, for good: nobody can make it again, neither the
  server nor those who wrote this program.
  So keep at least two copies in two places, none of them on a server or in an online drive: say a
  USB stick in a safe, and another one with somebody you trust. It is a small text file.
"""


@click.command
@click.option("--out", type=Path, required=True, metavar="FILE")
def new(out: Path) -> int:
    """Make a new pair.

    FILE holds the private key, which never belongs on the server, and FILE.public the public one.
    Nothing is overwritten. At a terminal you are asked first whether you know what losing it means.
    """
    public = out.with_name(f"{out.name}.public")
    for path in (out, public):
        if path.exists():
            raise SettingsError(f"{path} is there already, and no key is overwritten.")
    print(BEFORE_A_KEY)
    if not _agreed("copies", "I will keep two copies of it"):
        return FAILED
    private = PrivateKey.generate()
    write_key_files(out, public, private)
    name = short(private.public.fingerprint)
    print(f"Private key: {out} (to be kept off the server)")
    print(f"Public key:  {public} (for the server)")
    print(f"Fingerprint: {name}")
    print("Now make the copies, and look at each of them:")
    print(f"`python -m bot keys check COPY` has to say that it is whole, and {name}.")
    return OK


@click.command
@click.argument("path", type=Path, metavar="FILE", help="a private or a public key file")
def check(path: Path) -> None:
    """See whether a copy is whole, and its fingerprint; it needs no server."""
    key = read_key(path)
    if isinstance(key, PublicKey):
        print(f"{path} is whole: the public key {short(key.fingerprint)}.")
        print("It opens nothing: whoever is to read the names needs the private one.")
        return
    sealed, expected = challenge(key.public)
    if prove(key, sealed) != expected:
        raise KeyFault(f"{path} does not open what is sealed to it: use another copy.")
    print(f"{path} is whole: the private key {short(key.public.fingerprint)}.")
    print("It opens what is sealed to this key.")


@click.command("list")
async def list_() -> None:
    """List every key that the server knows, and what it serves for."""
    async with open_storage(settings_of()) as storage:
        keys = await storage.organisation_keys.all()
        uses = await storage.organisation_keys.uses()
    for key in keys:
        print(f"{short(key.fingerprint)}  {_proven(key)}")
        for line in _serves(uses[key.fingerprint]):
            print(f"    {line}")
    if not keys:
        print("There are no keys yet: `python -m bot keys --help` says how to make one.")


def _proven(key: OrganisationKey) -> str:
    return f"proven on {key.proven_at:%Y-%m-%d}" if key.proven_at else "not proven yet"


def _serves(use: Use) -> Sequence[str]:
    lines = []
    if use.seals:
        lines.append(f"new signatures are sealed to it: {', '.join(use.seals)}")
    if use.opens:
        lines.append(
            f"it opens: {', '.join(f'{many:,} of {slug}' for slug, many in use.opens.items())}"
        )
    return lines or ["it serves for nothing"]


@click.command
@click.argument("key", help="the public key file, or the beginning of its fingerprint")
async def remove(key: str) -> int:
    """Forget a key that is not in use."""
    async with open_storage(settings_of()) as storage:
        found = await _find_key(storage, key)
        name = short(found.fingerprint)
        if not (await storage.organisation_keys.uses())[found.fingerprint].needed:
            print(f"The server forgets the key {name}: nothing is sealed to it.")
            if not _agreed("forget", "forget it"):
                return FAILED
        await storage.organisation_keys.remove(found.fingerprint)
    print(f"The key {name} is gone from the server. Its private file is what it was.")
    return OK


@click.command
@click.argument("slug")
@click.argument(
    "names",
    nargs=-1,
    required=True,
    metavar="KEY...",
    help="the public key file, or the beginning of its fingerprint",
)
async def seal_to(slug: str, names: Sequence[str]) -> int:
    """Seal what people write from now on to these proven keys, up to four, and to no other.

    Any one of the private keys opens it. Before a campaign opens, this chooses its keys; while it
    is open, it moves to others. What was signed before stays sealed as it is. The campaign's owners
    are told in the chat.
    """
    async with open_storage(settings_of()) as storage:
        campaign = await find_campaign(storage, slug)
        keys = [await _find_key(storage, name) for name in names]
        wanted = {key.fingerprint: key for key in keys}
        if campaign.status == "closed":
            raise CampaignFault(f"Campaign {slug} is closed: nobody signs it, whatever the keys.")
        if set(wanted) == set(campaign.keys):
            print(f"“{slug}” is sealed to {_and(campaign.keys)} already: nothing changes.")
            return OK
        require({key.fingerprint: key.proven_at is not None for key in keys})
        for line in _will_change(
            slug, campaign.keys, wanted, await storage.organisation_keys.uses()
        ):
            print(line)
        if not _agreed(slug, "do so"):
            return FAILED
        kept = await storage.edits.seal_to(campaign, list(wanted), None, datetime.now(UTC))
    when = "Once it is open, what" if kept.status == "draft" else "From now on what"
    print(f"{when} people write under “{slug}” is sealed to {_and(kept.keys)}.")
    print("It is in the audit log, and owners who are in the chat are told.")
    return OK


def _will_change(
    slug: str,
    before: Sequence[str],
    wanted: Mapping[str, OrganisationKey],
    uses: Mapping[str, Use],
) -> Sequence[str]:
    """What `seal_to` will do, line by line."""
    lines = [f"What is signed from now on under “{slug}” will be sealed to:"]
    for fingerprint, key in wanted.items():
        how = "as before" if fingerprint in before else f"new; {_proven(key)}"
        lines.append(f"  {short(fingerprint)}  ({how})")
    if len(wanted) > 1:
        lines.append("Whoever holds one of these keys reads it all, without the others.")
    gone = [each for each in before if each not in wanted]
    if gone:
        lines.append(f"and to {_and(gone)} no more.")
    stay = {each: use.opens[slug] for each, use in uses.items() if slug in use.opens}
    if stay:
        lines.append("What was signed before stays sealed as it is; the server cannot read it:")
        lines += [f"  {short(each)}  opens {many:,}" for each, many in stay.items()]
        lines.append("Keep the private half of each until those signatures are erased.")
    return lines


def _and(fingerprints: Sequence[str]) -> str:
    return " and ".join(short(each) for each in fingerprints)


def _agreed(word: str, what: str) -> bool:
    """Whether a person at a terminal says the word; a script is not asked."""
    if not sys.stdin.isatty():
        return True
    if input(f"Type “{word}” to {what}: ").strip() == word:
        return True
    print("Nothing was changed.")
    return False


@click.command
@click.argument("path", type=Path, metavar="PUBLIC", help="the public key file")
async def add(path: Path) -> None:
    """Keep a public key."""
    settings = settings_of()
    public = PublicKey.parse(read_text(path))
    async with open_storage(settings) as storage:
        key = await storage.organisation_keys.add(public)
    name = short(key.fingerprint)
    if key.proven_at:
        print(f"The key {name} is here already, and proven.")
    else:
        print(f"The key {name} is here. `python -m bot keys challenge {name}` asks for its proof.")


@click.command
@click.argument("key", help="the public key file, or the beginning of its fingerprint")
async def challenge_key(key: str) -> None:
    """Ask whether somebody holds the private half: write a challenge for them."""
    async with open_storage(settings_of()) as storage:
        fingerprint = (await _find_key(storage, key)).fingerprint
        sealed = await storage.organisation_keys.challenge(fingerprint)
    print(message(CHALLENGE, fingerprint, sealed))


@click.command
@click.option(
    "--key", type=Path, required=True, metavar="FILE", help="the organisation's private key"
)
@click.argument("challenge", type=Path)
def prove_key(key: Path, challenge: Path) -> None:
    """Answer a challenge: write the proof; no server has a part in it."""
    private = read_private_key(key)
    _, sealed = read_message(challenge, CHALLENGE)
    print(message(PROOF, private.public.fingerprint, prove(private, sealed)))


@click.command
@click.argument("path", type=Path, metavar="PROOF")
async def answer(path: Path) -> None:
    """Take the proof."""
    settings = settings_of()
    fingerprint, proof = read_message(path, PROOF)
    name = short(fingerprint)
    async with open_storage(settings) as storage:
        if not await storage.organisation_keys.answer(fingerprint, proof):
            raise KeyFault(
                f"{path} answers no challenge that waits for one: ask for a new one with"
                f" `python -m bot keys challenge {name}`."
            )
    print(
        f"The key {name} is proven: `python -m bot campaign open` may use it, and so may"
        " `campaign seal-to`."
    )


async def _find_key(storage: Storage, key: str) -> OrganisationKey:
    """The key in that file, or the one whose fingerprint begins so.

    Raises:
        KeyFault: There is none, or several, or the file holds no public key.
    """
    path = Path(key)
    if path.is_file():
        public = PublicKey.parse(read_text(path))
        return await storage.organisation_keys.get(public.fingerprint)
    found = [
        each
        for each in await storage.organisation_keys.all()
        if each.fingerprint.startswith(key.lower())
    ]
    if len(found) != 1:
        many = "Several known keys begin" if found else "There is no such file, and no key begins"
        raise KeyFault(f"{many} with {key}: give the public key file, after `keys add`.")
    return found[0]
