"""python-telegram-bot's way to the Bot API, over aiohttp.

Its own, over httpx, becomes slower with many connections; this one keeps up with paid broadcasts.
"""

import io
import json
from http import HTTPStatus
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
    TCPConnector,
)
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

READ, CONNECT = 20.0, 10.0
"""Seconds in which Telegram has to answer, and to be reached."""

UPLOAD = 60.0
"""Seconds in which it has to answer where a file is sent."""

CONNECTIONS = 300
"""Connections that are held at most: 1,000 messages a second that take 0.3 seconds each."""


class Unreached(NetworkError):
    """There was no connection: nothing was sent, and doing it again is safe."""


class Flood(TelegramError):
    """Telegram did not do it, and wants quiet for so many seconds (429).

    python-telegram-bot's own RetryAfter has no settled type for them yet, and warns of it.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Telegram wants quiet for {seconds} seconds")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """Sends requests over one pool of connections."""

    def __init__(self, connections: int = CONNECTIONS, read_timeout: float = READ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds in which Telegram has to answer, unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; a second time it stays as it is."""
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=self._connections),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The HTTP status and the body of the answer.

        Timeouts are in seconds, None for no limit. `write_timeout` is part of `read_timeout` here,
        and waiting for a free connection of the pool part of connecting.

        Raises:
            RuntimeError: `initialize` was not called.
            Unreached: nothing was sent.
            Flood: Telegram answered with 429 (Too Many Requests).
            TimedOut: no answer came in time; nobody knows whether Telegram did what it was
                asked for.
            NetworkError: the connection broke; again nobody knows.
        """
        if self._session is None:
            raise RuntimeError("this request is not initialised")
        body, usual = _body(request_data), self._read_timeout
        if isinstance(body.get("data"), FormData):
            usual = UPLOAD
        waiting, reading = _or(connect_timeout, CONNECT), _or(read_timeout, usual)
        # Waiting for a free connection of the pool is part of it.
        connect = None if waiting is None else waiting + (_or(pool_timeout, CONNECT) or 0)
        timeout = ClientTimeout(
            # Nothing else limits how long a file is being sent that nobody takes.
            total=None if connect is None or reading is None else connect + reading,
            connect=connect,
            sock_connect=waiting,
            sock_read=reading,
        )
        try:
            async with self._session.request(method, url, timeout=timeout, **body) as response:
                status, answer = response.status, await response.read()
        except (ClientConnectorError, ConnectionTimeoutError) as fault:
            raise Unreached(f"Telegram is out of reach ({type(fault).__name__})") from fault
        except TimeoutError as fault:
            raise TimedOut from fault
        except (ClientError, OSError) as fault:
            # What its text says may hold the address, and so the bot's token.
            raise NetworkError(f"the line broke ({type(fault).__name__})") from fault
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise Flood(_retry_after(answer))
        return status, answer


def _retry_after(answer: bytes) -> float:
    """Seconds to wait (Bot API, ResponseParameters), or one where it does not say."""
    try:
        return float(json.loads(answer)["parameters"]["retry_after"])
    except (ValueError, LookupError, TypeError):
        return 1.0


def _or(given: Any, usual: float | None) -> float | None:
    """The time-out that a call gives, or the usual one where it gives none."""
    if given is BaseRequest.DEFAULT_NONE:
        return usual
    seconds: float | None = given
    return seconds


def _body(request_data: RequestData | None) -> dict[str, Any]:
    """What to send: JSON, and with files multipart/form-data (Bot API, "Making requests")."""
    if request_data is None:
        return {}
    if not request_data.contains_files:
        # JSON as a whole: to encode each parameter by itself, as a form needs it, takes longer.
        return {
            "data": json.dumps(request_data.parameters).encode(),
            "headers": {"Content-Type": "application/json"},
        }
    form = FormData(quote_fields=False)  # a file's name is UTF-8 as it is
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        # In one piece, a large file would hold everything else up (aiohttp warns of it).
        pieces = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, pieces, filename=filename, content_type=kind)
    return {"data": form}
