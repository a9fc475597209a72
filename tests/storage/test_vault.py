"""The server's own secrets."""

import pytest

from storage.container import Storage
from storage.database import Database
from storage.errors import WrongVaultKey
from storage.vault import Tampered, Vault, claim, person_tag
from tests.support.storage.petition import VAULT_KEY

OTHER_KEY = bytes(32)


def test_a_tag_tells_channel_and_user_apart() -> None:
    """No two people share a tag because of where one part ends and the next begins."""
    key = b"pepper"
    tags = {
        person_tag(key, *parts)
        for parts in [("a", "bc"), ("ab", "c"), ("abc",), ("", "abc"), ("abc", "")]
    }
    assert len(tags) == 5
    assert person_tag(key, "a", "bc") == person_tag(key, "a", "bc")
    assert person_tag(b"other", "a", "bc") not in tags


def test_what_is_encrypted_opens_only_in_its_place() -> None:
    """A chat's address moved to another supporter's row, or a changed one, does not open."""
    vault = Vault(VAULT_KEY)
    sealed = vault.encrypt_chat("telegram", b"tag", "12345")
    assert vault.decrypt_chat("telegram", b"tag", sealed) == "12345"
    assert vault.encrypt_chat("telegram", b"tag", "12345") != sealed, "never the same twice"
    for place in [("telegram", b"other"), ("whatsapp", b"tag")]:
        with pytest.raises(Tampered):
            vault.decrypt_chat(*place, sealed)
    for changed in (b"", b"short", sealed[:-1], sealed[:-1] + bytes([sealed[-1] ^ 1])):
        with pytest.raises(Tampered):
            vault.decrypt_chat("telegram", b"tag", changed)
    with pytest.raises(Tampered):
        Vault(OTHER_KEY).decrypt_chat("telegram", b"tag", sealed)
    with pytest.raises(Tampered):
        vault.decrypt_session("chat of telegram 746167", sealed)


def test_a_pepper_belongs_to_one_campaign() -> None:
    """A wrapped pepper copied to another campaign does not open."""
    vault = Vault(VAULT_KEY)
    wrapped = vault.new_pepper("one")
    assert len(vault.unwrap_pepper("one", wrapped)) == 32
    with pytest.raises(Tampered):
        vault.unwrap_pepper("two", wrapped)


@pytest.mark.parametrize("length", [0, 16, 33])
def test_a_key_of_another_length(length: int) -> None:
    """A key that was cut or padded is refused before it does harm."""
    with pytest.raises(WrongVaultKey, match="32"):
        Vault(bytes(length))


async def test_a_process_with_another_key_refuses_to_start(
    storage: Storage, migrated_database_url: str
) -> None:
    """With another key everybody could sign twice: the operator is told what to set."""
    with pytest.raises(WrongVaultKey, match="VAULT_KEY"):
        await Storage.open(migrated_database_url, OTHER_KEY)
    await (await Storage.open(migrated_database_url, VAULT_KEY)).close()


async def test_two_keys_on_one_empty_database(migrated_database_url: str) -> None:
    """The first process binds the database to its key; the key itself is not in it."""
    database = Database(migrated_database_url)
    await claim(database, Vault(VAULT_KEY))
    with pytest.raises(WrongVaultKey):
        await claim(database, Vault(OTHER_KEY))
    assert VAULT_KEY.hex() not in Vault(VAULT_KEY).fingerprint
    await database.close()
