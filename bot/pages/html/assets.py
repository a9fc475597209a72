"""Style sheets, scripts and the icon, at addresses that change with their content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.pages import responses
from bot.pages.responses import Headers

STATIC = Path(__file__).parent / "static"

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load. Its address changes with its content, so it is loaded once."""

    name: str
    body: bytes
    media_type: str

    @property
    def version(self) -> str:
        """The first twelve hex digits of its SHA-256."""
        return hashlib.sha256(self.body).hexdigest()[:12]


def load_assets() -> dict[str, Asset]:
    """The files in STATIC, by name."""
    return {
        path.name: Asset(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix])
        for path in sorted(STATIC.iterdir())
    }


class AssetFiles:
    """Serves the files that pages load."""

    def __init__(self, assets: Mapping[str, Asset], headers: Headers) -> None:
        self._assets = assets
        self._headers = headers
        self._contents = {
            name: responses.content(each.body, each.media_type) for name, each in assets.items()
        }

    async def asset(self, request: web.Request) -> web.Response:
        """A file that pages load.

        Raises:
            web.HTTPNotFound: There is none of that name.
        """
        name = request.match_info["name"]
        found = self._contents.get(name)
        if found is None:
            raise web.HTTPNotFound(headers=self._headers.shared)
        # An old version's address shows the new one, which is not to be kept under it.
        right = request.match_info["version"] == self._assets[name].version
        caching = responses.FOR_GOOD if right else responses.RUSH
        return responses.answer(request, found, self._headers.shared, caching)
