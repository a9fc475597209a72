"""Counts of what happens, for the operator's monitoring: numbers only, nothing about people."""

from prometheus_client import CollectorRegistry, Counter, disable_created_metrics, generate_latest

# Else each counter says to the microsecond when it began: when the first person signed, say.
disable_created_metrics()  # type: ignore[no-untyped-call]  # of this library it alone has none


class Metrics:
    """Counters with at most one label each, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._updates = self._counter("updates", "Updates that came in, by kind.", "kind")
        self._replies = self._counter("replies", "Replies, by message.", "message")
        self._errors = self._counter("errors", "Things that went wrong, by where.", "where")
        self._counted = self._counter(
            "counted", "Signatures and withdrawals that this process counted."
        )

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(name, meaning, labels, namespace="porte_voix", registry=self._registry)

    def update(self, kind: str) -> None:
        """Count an update of that kind, such as `message`."""
        self._updates.labels(kind).inc()

    def reply(self, message: str) -> None:
        """Count a reply by its message id in the locales."""
        self._replies.labels(message).inc()

    def error(self, where: str) -> None:
        """Count something that went wrong, by where: `secret`, `flood` and so on."""
        self._errors.labels(where).inc()

    def counted(self, amount: int) -> None:
        """Add to the signatures and withdrawals that the sequencer counted."""
        self._counted.inc(amount)

    def text(self) -> str:
        """The counters in Prometheus' text format, version 0.0.4."""
        return generate_latest(self._registry).decode()
