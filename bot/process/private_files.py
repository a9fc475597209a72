"""Files that nobody else on the machine may read."""

import os
from pathlib import Path


def readable_by_others(path: Path) -> bool:
    """Whether anybody but the file's owner may read or write it, where systems know of that."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)
