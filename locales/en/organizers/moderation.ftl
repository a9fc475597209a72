### Signatures held for review, and what becomes of them.

held =
    <b>Held for review</b>

    { $lines }
held-none =
    <b>Held for review</b>

    Nothing waits for your decision. Where something looks wrong, pick out the signatures: those that are not counted yet wait until you have looked into it.
held-picked =
    <b>Picked out by an organizer:</b> { $count ->
        [0] fewer than ten
       *[other] { $count }
    }
held-suspicious =
    <b>Suspicious from the start:</b> { $count ->
        [0] fewer than ten
       *[other] { $count }
    }
held-pile = • { $country }, { DATETIME($day, dateStyle: "medium") }: { $count }
held-nowhere = no country
held-smaller =
    { $count ->
        [one] and one smaller group
       *[other] and { $count } smaller groups
    }
held-deciding = ⏳ What was decided is being carried out right now.

sift =
    <b>Which signatures?</b>

    { $lines }

    { $count ->
        [0] No signature fits.
        [one] One signature fits.
       *[other] { $count } signatures fit.
    }
    { $counted }
sift-few =
    <b>Which signatures?</b>

    { $lines }

    Fewer than { $fewest } signatures fit, or none. So few could point at somebody: that is why they are not counted here, and nothing can be done to them by themselves. Please choose more widely.
sifted-new = All that are not held
sifted-picked = Picked out by an organizer
sifted-suspicious = Suspicious from the start
sifted-country = • From: { $country }
sifted-language = • Signed in: { $language }
sifted-source = • Came by: { $source }
sifted-link = • Came by the link: { $link }
sifted-day = • Signed on { DATETIME($since, dateStyle: "medium") }
sifted-days = • Signed from { DATETIME($since, dateStyle: "medium") } to { DATETIME($until, dateStyle: "medium") }
sifted-counted =
    { $count ->
        [one] One of them is counted already, and stays so unless it is removed.
       *[other] { $count } of them are counted already, and stay so unless they are removed.
    }
sifted-falls = ✂️ Off the total: { $count }
came-direct = a plain link
came-invite = a personal link
came-inline = a card sent in a chat
came-origin = a named link
came-group = a group
came-page = the public page

sift-country = From which country? Choose below, or type its name in any language.
sift-language = In which language did they sign?
sift-language-choice = { $language }
sift-link = How did they come? Choose a kind of link, or one of your named links.
sift-link-choice = 🔗 { $link }
sift-days = On which days? Choose below, or type a day or two, such as 2026-03-01 2026-03-04. Days are those of UTC.
sift-days-unclear = That does not read as one day or two. Write them like this: 2026-03-01 2026-03-04
sift-why =
    { $count ->
        [one] <b>Why is this signature to be removed?</b>
       *[other] <b>Why are these { $count } signatures to be removed?</b>
    }

    The public log will show the reason, and nothing about the people.
sift-nothing = There is nothing left that fits.
sift-changed = More signatures have been held in the meantime. Here is the new number: please look again.

sift-hold =
    { $count ->
        [one] <b>Hold one signature for review?</b>
       *[other] <b>Hold { $count } signatures for review?</b>
    }

    { $lines }

    What is not counted yet waits until you release it. Nobody is told.
    { $counted }
sift-release =
    { $count ->
        [one] <b>Release one signature?</b>
       *[other] <b>Release { $count } signatures?</b>
    }

    { $lines }

    All of them will count.
    { $counted }
sift-remove =
    { $count ->
        [one] <b>Remove one signature for good?</b>
       *[other] <b>Remove { $count } signatures for good?</b>
    }

    { $lines }
    Reason: { $reason }

    This cannot be undone. Everything about them is erased, and the total falls by those that were counted. Anybody among them may sign again.
    { $counted }
removal-duplicate = signed more than once
removal-automated = made by a program
removal-false-details = false details
removal-legal = a legal obligation
sift-done-hold =
    { $count ->
        [0] There was nothing left to hold.
        [one] Done. One signature is held.
       *[other] Done. { $count } signatures are held.
    }
sift-done-release =
    { $count ->
        [0] Somebody else has decided about these already.
        [one] Done. One signature is released.
       *[other] Done. { $count } signatures are released.
    }
sift-done-remove =
    { $count ->
        [0] Somebody else has decided about these already.
        [one] Done. One signature is removed.
       *[other] Done. { $count } signatures are removed.
    }

choice-held = 🔎 Held for review
choice-held-picked = Picked out
choice-held-suspicious = Suspicious
choice-sift-new = ➕ Pick out signatures
choice-hold = Hold them
choice-release = Release them
choice-remove = Remove them
choice-sift-country = Country
choice-sift-language = Language
choice-sift-link = Link
choice-sift-days = Days
choice-sift-all = All again
choice-sift-leave = ← Leave it
choice-today = Today
choice-yesterday = Yesterday
choice-week = The last 7 days
choice-duplicate = Signed more than once
choice-automated = Made by a program
choice-false-details = False details
choice-legal = A legal obligation
choice-sure-hold = Yes, hold them
choice-sure-release = Yes, let them count
choice-sure-remove = Yes, remove them for good
choice-sift-no = No, back
