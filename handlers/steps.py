"""The conversation at a glance: every step, and the commands that open one.

A step is named once, where it is defined; here stands in which rooms there are steps.
"""

from collections.abc import Mapping
from dataclasses import replace

from handlers.dialogue.step import Commanding, Dialogue, Step
from handlers.organizer import activity, audit_log, desk, exports, team
from handlers.organizer.broadcasts import overview as broadcasts
from handlers.organizer.broadcasts import sending
from handlers.organizer.broadcasts.drafting import (
    audience,
    countries,
    letters,
    picture,
    since,
    trial,
)
from handlers.organizer.broadcasts.drafting import links as letter_links
from handlers.organizer.broadcasts.scheduling import confirmation, readiness, speed, time_zone, when
from handlers.organizer.campaigns import (
    editing,
    lifecycle,
    links,
    new_campaign,
    sections,
    settings,
    texts,
)
from handlers.organizer.campaigns import high_risk as protection
from handlers.organizer.campaigns import overview as campaigns
from handlers.organizer.moderation import decision, narrowing, piles, selection
from handlers.organizer.statistics import screens as statistics
from handlers.supporter import (
    alert,
    consent,
    guidance,
    high_risk,
    language,
    mydata,
    receipts,
    sign,
    thanks,
    updates,
)
from handlers.supporter.sharing import milestones, share

SUPPORTER: tuple[Step, ...] = (
    *alert.STEPS,
    *consent.STEPS,
    *sign.STEPS,
    *thanks.STEPS,
    *share.STEPS,
    *milestones.STEPS,
    *updates.STEPS,
    *mydata.STEPS,
    *high_risk.STEPS,
    *receipts.STEPS,
    *language.STEPS,
    *guidance.STEPS,
)

ORGANIZER: tuple[Step, ...] = (
    *desk.STEPS,
    *campaigns.STEPS,
    *lifecycle.STEPS,
    *texts.STEPS,
    *sections.STEPS,
    *links.STEPS,
    *settings.STEPS,
    *protection.STEPS,
    *editing.STEPS,
    *new_campaign.STEPS,
    *broadcasts.STEPS,
    *letters.STEPS,
    *letter_links.STEPS,
    *picture.STEPS,
    *trial.STEPS,
    *audience.STEPS,
    *countries.STEPS,
    *since.STEPS,
    *readiness.STEPS,
    *speed.STEPS,
    *time_zone.STEPS,
    *when.STEPS,
    *confirmation.STEPS,
    *sending.STEPS,
    *piles.STEPS,
    *selection.STEPS,
    *narrowing.STEPS,
    *decision.STEPS,
    *exports.STEPS,
    *statistics.STEPS,
    *team.STEPS,
    *audit_log.STEPS,
    *activity.STEPS,
)

HALLS = ("organize", "desk", "join")
"""Where organizers are offered another language to be spoken to in. In the rooms behind, there are
languages enough to choose among: those of the texts."""

STEPS = {
    step.name: step
    for step in (
        *SUPPORTER,
        *(
            replace(each, language=each.name in HALLS, resume="choice-continue-organizing")
            for each in ORGANIZER
        ),
    )
}

COMMANDS: Mapping[str, str | Commanding] = {  # what the messenger's menu offers to everybody
    "start": alert.start,
    "campaigns": "home",
    "language": "language",
    "updates": "updates",
    "mydata": "mydata",
    "withdraw": "withdraw",
    "verify": receipts.verify_command,
    "forget": "forget",
    "privacy": "privacy",
    "help": "help",
    "cancel": guidance.cancel,
}

ORGANIZER_COMMANDS = {"organize": "organize", "audit": "audit", "stats": "stats-which"}
"""Commands that organizers are told of, and nobody else."""

DIALOGUE = Dialogue(
    STEPS, {**COMMANDS, **ORGANIZER_COMMANDS}, home="home", lost=thanks.lost, language="language"
)
