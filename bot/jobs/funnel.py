"""Writing down how far people came."""

import asyncio
import logging

from bot.process.metrics import Metrics
from storage.signatures.funnel import Funnel

log = logging.getLogger(__name__)

FLUSH_EVERY = 5.0
"""Seconds between two times that it is written down how far people came."""


async def keep_funnel(funnel: Funnel, metrics: Metrics) -> None:
    """Write down how far people came, every few seconds, until cancelled."""
    while True:
        await asyncio.sleep(FLUSH_EVERY)
        try:
            await funnel.flush()
        except Exception as fault:
            metrics.error("funnel")
            log.warning("Writing down how far people came has to wait", exc_info=fault)
