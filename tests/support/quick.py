"""What `make quick` runs: every test that needs no database, no server, no process and no browser.

Most tests say what they need by their fixtures. One that starts something by itself is marked
`real`, and one that forgot to say so fails: while a quick test runs no process may be started and
no socket may listen.
"""

import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

FIXTURES = frozenset({"redis_url", "databases", "sim", "hook", "library", "one_browser"})
"""The fixtures below which a database, a server or a browser is."""

MARKS = ("real", "browser")

STARTS = frozenset({"subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "socket.bind"})
"""Events of `sys.audit`, raised before the thing is done."""

ROOT = Path(__file__).resolve().parents[1]

SLOW = frozenset(
    ROOT / each
    for each in (
        "bot/app",
        "bot/channels/telegram/background",
        "bot/channels/telegram/test_high_risk.py",
        "bot/channels/telegram/test_organizers_told.py",
        "bot/channels/telegram/test_pictures.py",
        "bot/channels/telegram/test_polling.py",
        "bot/channels/telegram/test_profile.py",
        "bot/channels/telegram/test_receipts.py",
        "bot/channels/telegram/test_receive.py",
        "bot/channels/telegram/test_sharing.py",
        "bot/channels/telegram/test_stats.py",
        "bot/commands/exports/test_export_approval.py",
        "bot/commands/organisation_keys",
        "bot/commands/test_cli.py",
        "bot/demo/test_demo.py",
        "bot/demo/test_demo_organizers.py",
        "bot/demo/test_talk.py",
        "bot/jobs/broadcasts",
        "bot/jobs/test_channels.py",
        "bot/pages/html",
        "bot/pages/log/test_receipt_browser.py",
        "bot/pages/pictures",
        "bot/simulator/test_delivery.py",
        "bot/simulator/test_edits.py",
        "bot/simulator/test_groups.py",
        "bot/simulator/test_libraries.py",
        "bot/simulator/test_messages.py",
        "bot/simulator/test_mischief.py",
        "bot/simulator/test_page_browser.py",
        "bot/simulator/test_people.py",
        "bot/simulator/test_profile.py",
        "bot/simulator/test_queries.py",
        "bot/simulator/world",
        "bot/test_web.py",
        "bot/test_worker.py",
        "end_to_end",
        "storage/broadcasts",
        "storage/campaigns",
        "storage/exports",
        "storage/organisation_keys/test_proven_keys.py",
        "storage/organizers",
        "storage/signatures/test_compromise.py",
        "storage/signatures/test_funnel.py",
        "storage/signatures/test_high_risk.py",
        "storage/signatures/test_life.py",
        "storage/signatures/test_moderation.py",
        "storage/signatures/test_origins.py",
        "storage/signatures/test_retention.py",
        "storage/signatures/test_signatures.py",
        "storage/signatures/test_statistics.py",
        "storage/supporters/test_group_cards.py",
        "storage/supporters/test_invite_life.py",
        "storage/supporters/test_samples.py",
        "storage/supporters/test_supporters.py",
        "storage/transparency_log/test_log.py",
        "storage/transparency_log/test_log_life.py",
        "storage/transparency_log/test_sequencer.py",
        "support/test_servers.py",
        "test_strangers.py",
    )
)
"""Where no test is quick; importing them would take longer than the quick tests do."""


def is_quick(item: pytest.Item) -> bool:
    """Whether a test says that it needs nothing."""
    fixtures = getattr(item, "fixturenames", ())
    return FIXTURES.isdisjoint(fixtures) and not any(map(item.get_closest_marker, MARKS))


class Quick:
    """The plugin behind `pytest --quick`."""

    def __init__(self) -> None:
        self._started: list[str] | None = None
        self._main = os.getpid()
        sys.addaudithook(self._audit)

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Do not look for tests where none is quick."""
        return True if collection_path in SLOW else None

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Leave out what is not quick."""
        slow = [item for item in items if not is_quick(item)]
        config.hook.pytest_deselected(items=slow)
        left_out = set(slow)
        files = {item.path for item in slow}
        items[:] = [item for item in items if item not in left_out]
        whole = config.args_source == pytest.Config.ArgsSource.TESTPATHS
        chosen = config.option.keyword or config.option.markexpr
        in_vain = files - {item.path for item in items}
        if in_vain and whole and not chosen:
            names = ", ".join(sorted(str(each.relative_to(ROOT)) for each in in_vain))
            raise pytest.UsageError(f"no quick test in {names}: tell so in {__name__}.SLOW")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self) -> Generator[None, None, None]:
        """Fail a test that starts something.

        Raising in the audit hook would be caught, or stop an event loop, wherever it happens.
        """
        self._started = []
        try:
            yield
        finally:
            started, self._started = self._started, None
        if started:
            pytest.fail(f"{', '.join(started)}: mark this test with @pytest.mark.real")

    def _audit(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._started is not None and event in STARTS and os.getpid() == self._main:
            self._started.append(f"{event}{arguments}")
