"""What each thing gives away when it falls into wrong hands: told from the thief's side.

`docs/compromise.md` says in words what stands here as tests.
"""

import pytest
from redis.asyncio import Redis
from sqlalchemy import select

from handlers.domain.campaigns import Campaign
from handlers.domain.signatures import Draft
from storage import models
from storage.container import Storage
from storage.errors import WrongVaultKey
from storage.organisation_keys.sealing import unseal
from storage.vault import Tampered, Vault
from tests.storage.signatures.test_privacy import SECRETS, dump
from tests.support.canaries import spellings
from tests.support.petition import consent, person
from tests.support.storage.petition import PRIVATE, VAULT_KEY, close

IDA = person("7355608421")
DRAFT = Draft("Ida Lovelace", "FR", "ida@example.org", "Because.")


@pytest.fixture
async def signed(storage: Storage, petition: Campaign) -> Storage:
    """Ida has signed, is counted, and asked for updates."""
    await storage.signatures.sign(petition, IDA, DRAFT, consent())
    await storage.sequencer.run_once()
    await storage.supporters.subscribe(petition, IDA, "fr", "FR", consent("updates"))
    return storage


async def test_the_database_alone_tells_no_account_from_another(
    signed: Storage, migrated_database_url: str
) -> None:
    """The thief of a backup tries an account: without the vault key there is nothing to try by."""
    with pytest.raises(WrongVaultKey):
        await Storage.open(migrated_database_url, bytes(32))
    async with signed.database.read() as connection:
        wrapped = await connection.scalar(select(models.campaigns.c.pepper))
        chat = (await connection.execute(select(models.supporters))).one()
    with pytest.raises(Tampered):
        Vault(bytes(32)).unwrap_pepper("release", wrapped or b"")
    with pytest.raises(Tampered):
        Vault(bytes(32)).decrypt_chat(chat.channel, chat.tag, chat.chat)


async def test_the_running_server_can_try_an_account_until_the_campaign_closes(
    signed: Storage, petition: Campaign, migrated_database_url: str
) -> None:
    """Whoever has both database and vault key can ask of each account whether it signed.

    Closing ends that, for whoever comes later.
    """
    thief = await Storage.open(migrated_database_url, VAULT_KEY)
    assert await thief.signatures.find(petition, IDA) is not None
    assert await thief.signatures.find(petition, person("somebody else")) is None
    await thief.close()
    await close(signed, "release")
    thief = await Storage.open(migrated_database_url, VAULT_KEY)
    closed = await thief.campaigns.get("release")
    assert closed is not None
    assert await thief.signatures.find(closed, IDA) is None
    async with thief.database.read() as connection:
        assert await connection.scalar(select(models.campaigns.c.pepper)) is None
    await thief.close()


async def test_the_running_server_reaches_those_who_asked_for_updates(signed: Storage) -> None:
    """Their chats have to be decrypted to write to them: a thief with the vault key can, too."""
    async with signed.database.read() as connection:
        row = (await connection.execute(select(models.supporters))).one()
    assert signed.vault.decrypt_chat(row.channel, row.tag, row.chat) == IDA.chat_id


async def test_not_even_the_running_server_reads_a_name(signed: Storage, redis: Redis) -> None:
    """No private key is anywhere in what is kept, and nothing else opens what Ida wrote."""
    everything = await dump(signed, redis)
    assert PRIVATE.public.raw in everything, "the public half is there"
    assert PRIVATE.raw not in everything
    for secret in (DRAFT.name, DRAFT.email, DRAFT.comment):
        assert not any(spelling in everything for spelling in spellings(secret))


async def test_the_private_key_and_the_database_tell_names_and_no_accounts(
    signed: Storage, redis: Redis
) -> None:
    """What an export shows: what Ida wrote, and nothing by which Telegram knows her."""
    async with signed.database.read() as connection:
        row = (await connection.execute(select(models.signatures))).one()
    opened = unseal(PRIVATE, "release", row.id, row.sealed)
    assert (opened.name, opened.email, opened.comment) == (DRAFT.name, DRAFT.email, DRAFT.comment)
    everything = await dump(signed, redis)
    assert not any(spelling in everything for spelling in spellings(IDA.user_id))


async def test_the_public_log_says_nothing_of_anybody(signed: Storage, petition: Campaign) -> None:
    """What all the world may copy has neither words nor numbers of Ida, nor what leads to her."""
    async with signed.database.read() as connection:
        leaf = (await connection.execute(select(models.leaves))).one()
        row = (await connection.execute(select(models.signatures))).one()
    public = leaf.commitment
    for secret in (*SECRETS, DRAFT.name, IDA.user_id):
        assert not any(spelling in public for spelling in spellings(secret))
    assert row.tag not in public
    await signed.signatures.withdraw(petition, IDA)
    async with signed.database.read() as connection:
        assert await connection.scalar(select(models.signatures.c.salt)) is None
        again = await connection.scalar(select(models.leaves.c.commitment))
    assert again == public, "it stays, and nothing can open it any more"
