"""What the Bot API answers when it refuses a call."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""A JSON object with the Bot API's own field names."""


class ApiError(Exception):
    """A refused call: the Bot API's `error_code`, `description` and `parameters`."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> Json:
        """The JSON answer, as Telegram words it."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> ApiError:
    """400: the call itself is wrong."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403: the person or group does not want this bot."""
    return ApiError(403, f"Forbidden: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    """429: wait `retry_after` whole seconds before the next call."""
    return ApiError(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )
