"""Help, privacy in plain words, and leaving a form."""

from handlers.dialogue.messages import Command, Reply, Words, choices
from handlers.dialogue.step import Step, Turn


async def show_help(turn: Turn) -> Reply:
    return Reply("help", choices=choices("campaigns", "mydata", "privacy"))


async def privacy(turn: Turn) -> Reply:
    """Who answers for the data, what is kept and what is not, and how to take it back."""
    lines: dict[tuple[str, str], int] = {}
    # Paused ones too, for those who have signed them; whoever asks, lest it tell who has.
    for each in await turn.stores.campaigns.running():
        # Where one answers for several petitions, rather more readers are told of than fewer.
        who = (each.responsible, each.contact)
        lines[who] = max(lines.get(who, 0), len(each.keys))
    return Reply(
        "privacy",
        {
            "responsible": tuple(
                Words(
                    "privacy-responsible", {"responsible": name, "contact": contact, "keys": keys}
                )
                for (name, contact), keys in lines.items()
            )
        },
        choices=(*choices("mydata"), *choices("forget", placement="apart")),
    )


async def cancel(turn: Turn, _command: Command) -> str:
    """Leave the form; its answers are dropped and nothing else changes."""
    turn.note("cancelled" if turn.step else "nothing-to-cancel")
    return turn.cancel()


STEPS = (
    Step("help", show_help, {"campaigns": "home", "mydata": "mydata", "privacy": "privacy"}),
    Step("privacy", privacy, {"mydata": "mydata", "forget": "forget"}),
)
