"""Stand-in pictures that people send: a PNG with a soft gradient, no library needed."""

from __future__ import annotations

import colorsys
import struct
import zlib

WIDTH, HEIGHT = 330, 220
"""Large enough for a campaign and for a broadcast, which take none below 200 pixels."""


def sample_picture(seed: int) -> bytes:
    """A picture; another `seed` has another colour."""
    rows = bytearray()
    hue = seed * 0.381966 % 1.0
    for y in range(HEIGHT):
        rows.append(0)
        for x in range(WIDTH):
            light = 0.35 + 0.4 * (x + y) / (WIDTH + HEIGHT)
            colour = colorsys.hls_to_rgb((hue + 0.15 * y / HEIGHT) % 1.0, light, 0.5)
            rows += bytes(int(255 * part) for part in colour)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(bytes(rows))),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
