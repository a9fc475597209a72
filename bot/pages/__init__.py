"""The public pages: a campaign for people who are in no chat yet, and pictures to show it with.

Nothing here knows who signed. `Pages(...).add_routes(app)` is all that a server has to call.
"""

from bot.pages.routes import Pages

__all__ = ["Pages"]
