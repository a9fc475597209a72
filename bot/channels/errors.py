"""Why a message was not delivered, or a turn cannot be taken now."""


class Unavailable(Exception):
    """The turn could not be finished now: nothing was lost, and the update has to come again."""


class Gone(Exception):
    """The chat or the message is no more, or we may not write there."""


class Moved(Exception):
    """The chat has another address now."""

    def __init__(self, chat_id: str) -> None:
        super().__init__()
        self.chat_id = chat_id


class Refused(Exception):
    """The channel finds something wrong with this message."""


class Later(Exception):
    """Not now: the channel is busy, out of reach, or wants a pause."""
