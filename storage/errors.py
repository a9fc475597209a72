"""What can go wrong with storage that the operator, and nobody else, can put right."""

from handlers.domain.campaigns import CampaignChanged


class StorageFault(Exception):
    """Something the operator must put right. Its text is one sentence that says what to do."""


class DatabaseFault(StorageFault):
    """The database's address is not understood, or nothing answers there."""


class SchemaFault(StorageFault):
    """The tables are missing or older than the program."""


class WrongVaultKey(StorageFault):
    """The database was made with another vault key."""


class RedisUnreachable(StorageFault):
    """Redis does not answer: no conversation can go on until it does."""


class KeyFault(StorageFault):
    """An organisation key's file is damaged, of the wrong kind, or not the one that is needed."""


class CampaignFault(StorageFault, CampaignChanged):
    """A campaign cannot be saved, opened or closed as it stands.

    To an organizer in the chat, who was offered it a moment ago, it has changed meanwhile.
    """


class ExportFault(StorageFault):
    """Nobody has let this export be made, or not this one."""


class LogFault(StorageFault):
    """A public log must not sign: it would contradict the total, or what it has signed before."""
