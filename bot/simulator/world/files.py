"""Files that people and the bot have sent: kept in memory, or in a folder."""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass
from pathlib import Path

from bot.simulator.errors import Json, bad_request

MAX_PHOTO_BYTES = 10_000_000
MAX_FILE_BYTES = 50_000_000
MAX_DOWNLOAD_BYTES = 20_000_000


@dataclass(frozen=True)
class StoredFile:
    """One file, by the names the Bot API gives it."""

    file_id: str
    file_unique_id: str
    path: str
    name: str
    mime: str
    size: int
    width: int = 0
    height: int = 0

    def api(self) -> Json:
        """The fields that every kind of file shares."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_unique_id,
            "file_size": self.size,
        }


class Files:
    """All files, found again by `file_id` or by download path."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._data: dict[str, bytes] = {}
        self.known: dict[str, StoredFile] = {}

    def add(self, data: bytes, name: str, mime: str, kind: str) -> StoredFile:
        """Keep `data`; `kind` is the first part of its path ("photos", "documents", ...).

        Raises:
            ApiError: 400 where it is empty, or larger than MAX_FILE_BYTES.
        """
        if not data:
            raise bad_request("file must be non-empty")
        if len(data) > MAX_FILE_BYTES:
            raise bad_request("file is too big")
        width, height = measure_image(data) or (0, 0)
        unique = hashlib.sha256(kind.encode() + name.encode() + data).hexdigest()[:24]
        suffix = Path(name).suffix if re.fullmatch(r"[\w.-]+", Path(name).suffix) else ""
        stored = StoredFile(
            file_id=f"{kind[:1].upper()}gAC-{unique}",
            file_unique_id=unique,
            path=f"{kind}/file_{unique}{suffix}",
            name=name,
            mime=mime,
            size=len(data),
            width=width,
            height=height,
        )
        self.known[stored.file_id] = stored
        if self._folder is None:
            self._data[unique] = data
        else:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / unique).write_bytes(data)
        return stored

    def add_photo(self, data: bytes, name: str = "photo.png") -> StoredFile:
        """Keep a picture, PNG or JPEG.

        Raises:
            ApiError: 400 for what Telegram does not take as a photo.
        """
        if len(data) > MAX_PHOTO_BYTES:
            raise bad_request("file is too big for a photo")
        size = measure_image(data)
        if data and size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if size is not None and (sum(size) > 10_000 or max(size) > 20 * max(min(size), 1)):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        mime = "image/png" if data[:4] == b"\x89PNG" else "image/jpeg"
        return self.add(data, name, mime, "photos")

    def find(self, file_id: str) -> StoredFile:
        """The file with that `file_id`.

        Raises:
            ApiError: 400 where there is none.
        """
        try:
            return self.known[file_id]
        except KeyError:
            raise bad_request("wrong file identifier/HTTP URL specified") from None

    def at(self, path: str) -> StoredFile | None:
        """The file with that download path."""
        return next((file for file in self.known.values() if file.path == path), None)

    def read(self, file: StoredFile) -> bytes:
        """The bytes of a kept file."""
        if self._folder is None:
            return self._data[file.file_unique_id]
        return (self._folder / file.file_unique_id).read_bytes()


def measure_image(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP picture; None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _measure_webp(data)
    if data[:2] == b"\xff\xd8":
        return _measure_jpeg(data)
    return None


def _measure_webp(data: bytes) -> tuple[int, int] | None:
    if len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        width, height = data[24:27], data[27:30]
        return int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width_height: tuple[int, int] = struct.unpack("<HH", data[26:30])
    return width_height[0] & 0x3FFF, width_height[1] & 0x3FFF


def _measure_jpeg(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return None
