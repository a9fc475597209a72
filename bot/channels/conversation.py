"""One turn of a conversation, from what came in to what to answer, for every channel alike.

Load the session, run the dialogue, save: one Redis round trip before and one after. Where two
turns of one person ran at the same time, the slower one is run again on what the faster saved.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from bot.channels.errors import Unavailable
from handlers.dialogue import run, session
from handlers.dialogue.messages import Incoming, Reply
from handlers.dialogue.step import Dialogue, Languages, Overlong, Turn
from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Stage
from handlers.domain.supporters import Person
from handlers.ports.stores import Stores
from storage.database import OUTAGES
from storage.redis.sessions import Sessions

TRIES = 5
"""How often a turn is run again because another turn of that person was faster."""


class Conversation:
    """What channels talk to."""

    def __init__(
        self,
        steps: Dialogue,
        stores: Stores,
        sessions: Sessions,
        languages: Languages,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        overlong: Overlong = lambda _reply, _locale: 0,
        reached: Callable[[Campaign, Stage], None] = lambda _campaign, _stage: None,
    ) -> None:
        """`reached` is told, once it is kept, how far somebody came who was not there before."""
        self._reached = reached
        self._overlong = overlong
        self._steps = steps
        self._stores = stores
        self._sessions = sessions
        self._languages = languages
        self._now = now

    async def answer(
        self, person: Person, incoming: Incoming, update_id: int | str
    ) -> tuple[Reply, str] | None:
        """The reply and the locale to say it in; None where this update was answered before.

        When it returns, the outcome is durable.

        Raises:
            Unavailable: a store does not answer, or other updates of that person were always
                faster. The session is as it was.
        """
        try:
            for _ in range(TRIES):
                loaded = await self._sessions.load(person, update_id)
                if loaded.done:
                    return None
                turn = self._turn(person)
                session.restore(self._steps, turn, loaded.payload)
                reply = await run.run(self._steps, turn, incoming)
                keep = session.saved(turn)
                if await self._sessions.save(person, update_id, keep, loaded.token):
                    for campaign, stage in turn.reached:
                        self._reached(campaign, stage)
                    return reply, turn.locale
        except OUTAGES as outage:
            raise Unavailable(type(outage).__name__) from outage
        raise Unavailable(f"{TRIES} other turns of that person were faster")

    async def returned(self, person: Person) -> None:
        """Somebody who had blocked the bot lets it in again.

        Raises:
            Unavailable: a store does not answer.
        """
        try:
            await self._stores.supporters.returned(person)
        except OUTAGES as outage:
            raise Unavailable(type(outage).__name__) from outage

    async def locale(self, person: Person) -> str:
        """The locale in which that person talks to us.

        Raises:
            Unavailable: a store does not answer.
        """
        try:
            loaded = await self._sessions.load(person, "")
        except OUTAGES as outage:
            raise Unavailable(type(outage).__name__) from outage
        turn = self._turn(person)
        session.restore(self._steps, turn, loaded.payload)
        return turn.locale

    def _turn(self, person: Person) -> Turn:
        return Turn(person, self._stores, self._languages, self._now(), overlong=self._overlong)
