"""Lives: whatever may happen to a store, in any order, on a database of its own."""

import asyncio
from collections.abc import Coroutine
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from storage.container import Storage
from tests.support.databases import Databases

T = TypeVar("T")


class Life(RuleBasedStateMachine):
    """Rules run one after the other, in one event loop, over one storage: `start` opens it."""

    databases: ClassVar[Databases]
    backend: ClassVar[str]
    url: str
    storage: Storage

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    async def fresh(self) -> str:
        """The address of an empty database, which is dropped at the end."""
        self.url = await self.databases.migrated(self.backend)
        return self.url

    async def close(self) -> None:
        """Close what was opened."""
        await self.storage.close()

    def teardown(self) -> None:
        self.run(self.close())
        self.run(self.databases.drop(self.url))
        self.runner.close()


def live(
    life: type[Life], databases: Databases, backend: str, *, examples: int, steps: int
) -> None:
    """Live so many lives, of at most so many steps each, on that kind of database."""
    run_state_machine_as_test(
        type(life.__name__, (life,), {"databases": databases, "backend": backend}),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
