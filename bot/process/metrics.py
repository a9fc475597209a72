"""Counts of what happens, for the operator's monitoring: numbers only, nothing about people."""

from collections import Counter

HELP = {
    "porte_voix_updates_total": "Updates that came in, by kind.",
    "porte_voix_replies_total": "Replies, by message.",
    "porte_voix_errors_total": "Things that went wrong, by where.",
    "porte_voix_counted_total": "Signatures and withdrawals that this process counted.",
}


class Metrics:
    """Counters with at most one label each."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def update(self, kind: str) -> None:
        """An update of that kind came in."""
        self._counts["porte_voix_updates_total", "kind", kind] += 1

    def reply(self, message: str) -> None:
        """A message of that id was the reply."""
        self._counts["porte_voix_replies_total", "message", message] += 1

    def error(self, where: str) -> None:
        """Something went wrong there."""
        self._counts["porte_voix_errors_total", "where", where] += 1

    def counted(self, amount: int) -> None:
        """The sequencer counted that many."""
        self._counts["porte_voix_counted_total", "", ""] += amount

    def text(self) -> str:
        """The counters in Prometheus' text format, version 0.0.4."""
        lines: list[str] = []
        for name, meaning in HELP.items():
            lines += [f"# HELP {name} {meaning}", f"# TYPE {name} counter"]
            for (metric, label, value), amount in sorted(self._counts.items()):
                if metric == name:
                    # Label values are ids of ours: nothing in them needs escaping.
                    labels = f'{{{label}="{value}"}}' if label else ""
                    lines.append(f"{name}{labels} {amount}")
        return "\n".join(lines) + "\n"
