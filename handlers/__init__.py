"""The conversation, knowing no messenger, no Redis and no SQL.

`DIALOGUE` is all of it at a glance: the steps of the form in their order, the asides around
them, and the commands that open an aside.
"""

from handlers import (
    alert,
    consent,
    discreet,
    guidance,
    language,
    mydata,
    organizer,
    receipts,
    share,
    sign,
    tell,
    thanks,
    updates,
)
from handlers.dialogue import Dialogue

STEPS = {
    step.name: step
    for room in (
        alert,
        consent,
        sign,
        thanks,
        share,
        tell,
        updates,
        mydata,
        discreet,
        receipts,
        language,
        guidance,
        organizer,
    )
    for step in room.STEPS
}

COMMANDS = {  # what the messenger's menu offers to everybody
    "start": "start",
    "campaigns": "home",
    "language": "language",
    "updates": "updates",
    "mydata": "mydata",
    "withdraw": "withdraw",
    "verify": "verify",
    "forget": "forget",
    "privacy": "privacy",
    "help": "help",
    "cancel": "cancel",
}

DIALOGUE = Dialogue(
    STEPS, {**COMMANDS, **organizer.COMMANDS}, home="home", lost="lost", language="language"
)
