"""The parameters of one Bot API call, however they were sent.

A JSON body carries numbers and objects; a form carries strings, with objects as JSON inside
them. Telegram takes both ("Making requests"), so these accessors do too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.client import ClientResponse

from bot.simulator.errors import Json, bad_request


@dataclass(frozen=True)
class Upload:
    """A file that came with a multipart body."""

    name: str
    mime: str
    data: bytes

    def __repr__(self) -> str:
        return f"<{self.name}, {len(self.data)} bytes>"


@dataclass
class Params:
    """The parameters of one call; each is read in the type that it must have."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the parameter was given and is not empty."""
        return self.values.get(name) not in (None, "") or name in self.uploads

    def text(self, name: str) -> str:
        """A string; empty if absent.

        Raises:
            ApiError: 400 where it is of another type.
        """
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, bool | dict | list):
            raise bad_request(f"can't parse {name}: expected a String")
        return str(value)

    def integer(self, name: str, default: int | None = None) -> int:
        """A whole number.

        Raises:
            ApiError: 400 where it is no number, or absent without a `default`.
        """
        value = self.values.get(name)
        if value in (None, ""):
            if default is None:
                raise bad_request(f'parameter "{name}" is required')
            return default
        try:
            return int(str(value))
        except ValueError:
            raise bad_request(f'can\'t parse parameter "{name}" as Integer') from None

    def flag(self, name: str) -> bool:
        """True for true, "true", "True", 1 and "1"."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def json(self, name: str) -> Any:
        """An object or an array; None if absent.

        Raises:
            ApiError: 400 where it is no JSON.
        """
        value = self.values.get(name)
        if value in (None, ""):
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> Json:
        """An object; empty if absent.

        Raises:
            ApiError: 400 where it is something else.
        """
        value = self.json(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise bad_request(f"can't parse {name}: expected an Object")
        return value

    def array(self, name: str) -> list[Any]:
        """An array; empty if absent.

        Raises:
            ApiError: 400 where it is something else.
        """
        value = self.json(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise bad_request(f"can't parse {name}: expected an Array")
        return value

    def upload(self, reference: str) -> Upload | None:
        """The file behind a parameter's name or an `attach://` reference."""
        return self.uploads.get(reference.removeprefix("attach://"))

    def shown(self) -> Json:
        """All that was sent, for the record: JSON strings opened, files named."""
        return {**{name: _opened(value) for name, value in self.values.items()}, **self.uploads}


def _opened(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


async def read_params(source: web.Request | ClientResponse) -> Params:
    """The parameters in a request to the Bot API, or in a webhook's own answer.

    Raises:
        ApiError: 400 where its body is no JSON object.
    """
    params = Params()
    if isinstance(source, web.Request):
        params.values.update(source.query)
    kind = source.content_type
    if kind == "application/json":
        body = await source.read()
        try:
            given = json.loads(body) if body.strip() else {}
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(given, dict):
            raise bad_request("object expected")
        params.values.update(given)
    elif kind == "application/x-www-form-urlencoded":
        if isinstance(source, web.Request):
            params.values.update({name: str(text) for name, text in (await source.post()).items()})
        else:
            pairs = parse_qsl((await source.read()).decode(), keep_blank_values=True)
            params.values.update(pairs)
    elif kind.startswith("multipart/"):
        reader = MultipartReader(source.headers, source.content)
        await _read_parts(reader, params)
    return params


async def _read_parts(reader: MultipartReader, params: Params) -> None:
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            params.values[part.name] = data.decode("utf-8", "surrogatepass")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            params.uploads[part.name] = Upload(part.filename, mime, data)
