"""Methods about how updates reach the bot. getUpdates waits, so the server runs it itself."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.simulator.bot_api.api import BotApi, method
from bot.simulator.bot_api.params import Params
from bot.simulator.errors import Json, bad_request

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@method(
    "setWebhook",
    "url max_connections allowed_updates drop_pending_updates secret_token ip_address certificate",
)
def set_webhook(api: BotApi, params: Params) -> bool:
    """Have updates sent to an address on this machine; without an address, stop that.

    Telegram takes only HTTPS; this server never leaves the machine, so it takes plain HTTP too.
    """
    url = params.text("url")
    secret = params.text("secret_token")
    most = params.integer("max_connections", default=40)
    if url and urlsplit(url).hostname not in _LOOPBACK:
        raise bad_request("bad webhook: the simulator only calls addresses on this machine")
    if url and urlsplit(url).scheme not in {"http", "https"}:
        raise bad_request("bad webhook: HTTPS url must be provided for webhook")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    if not 1 <= most <= 100:
        raise bad_request("max_connections must be between 1 and 100")
    _drop_if_asked(api, params)
    api.updates.allow(_kinds(params))
    api.webhook.point_at(url, secret, most)
    return True


@method("deleteWebhook", "drop_pending_updates")
def delete_webhook(api: BotApi, params: Params) -> bool:
    """Stop sending updates; the bot fetches them itself from now on."""
    _drop_if_asked(api, params)
    api.webhook.point_at("", "", 40)
    return True


@method("getWebhookInfo")
def get_webhook_info(api: BotApi, params: Params) -> Json:
    """Where updates go, how many wait, and what went wrong last."""
    hook = api.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(api.updates.waiting),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
        info["ip_address"] = "127.0.0.1"
        info["allowed_updates"] = list(api.updates.allowed)
    if hook.last_error_message:
        info["last_error_date"] = int(hook.last_error_at)
        info["last_error_message"] = hook.last_error_message
    return info


@method("getUpdates", "offset limit timeout allowed_updates")
def get_updates(api: BotApi, params: Params) -> list[Json]:
    """What waits now, oldest first; the server calls this again until something does."""
    api.updates.allow(_kinds(params))
    offset = params.integer("offset", default=0)
    if offset:
        api.updates.confirm_before(offset)
    limit = min(max(params.integer("limit", default=100), 1), 100)
    return [entry.update for entry in api.updates.waiting[:limit]]


def _kinds(params: Params) -> list[str] | None:
    if params.json("allowed_updates") is None:
        return None
    return [str(kind) for kind in params.array("allowed_updates")]


def _drop_if_asked(api: BotApi, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        api.updates.drop()
