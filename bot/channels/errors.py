"""Why a message was not delivered, or a turn cannot be taken now."""


class Unavailable(Exception):
    """The turn could not be finished now: nothing was lost, and the update has to come again."""


class Gone(Exception):
    """The chat or the message is no more, or we may not write there."""


class Moved(Exception):
    """The chat has another address now."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


class Refused(Exception):
    """The channel finds something wrong with this message."""


class Later(Exception):
    """Not now: it may be sent later, unless it was sent after all."""


class Busy(Later):
    """The channel did not send it, and wants a pause."""


class Unreachable(Later):
    """The channel is out of reach: nothing was sent."""


class Uncertain(Later):
    """The line broke: nobody knows whether it was sent."""
