### What a supporter reads before anything is asked of them.

no-campaigns = There is no open petition right now. Come back soon, or write /help.
campaigns =
    { $count ->
        [one] One petition is open. Tap it to read it.
       *[other] { $count } petitions are open. Which one would you like to read?
    }

    { $unnamed }
campaign-listed = { $title }
campaign-urgent = 🚨 { $title }
invite-unknown = That link leads to no petition we know of.
welcome-back = Good to see you again. This is where you left off.
language-unsupported = We do not speak your language yet, so this is in { $language }. /language offers the others.
alert-other-language = This petition has not been translated into your language yet. You are reading it in { $language }.

urgent-mark = 🚨 <b>URGENT</b> ·
sample-mark = 🎈 <i>A sample: its signatures are made up.</i>
picture-credit = <i>{ $credit }</i>
alert =
    { $sample }
    { $urgent } { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    <b>What we demand:</b> { $ask }

    { $total ->
        [0] Nobody has signed yet. Be the first.
        [one] <b>{ $total } person</b> has signed.
       *[other] <b>{ $total } people</b> have signed.
    } { $share ->
        [0] { "" }
       *[other] { $country }: { $share }.
    }
    { $bar }
    Next goal: { $milestone }

    { $high_risk }

    { $credit }
alert-closed =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    This petition is closed. { $total ->
        [one] <b>{ $total } person</b> signed it.
       *[other] <b>{ $total } people</b> signed it.
    }

    { $credit }
alert-paused =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Nobody has signed yet.
        [one] <b>{ $total } person</b> has signed.
       *[other] <b>{ $total } people</b> have signed.
    }

    ⏸ <b>This petition is paused: nobody can sign it for now.</b> Every signature given so far still counts. Tap “Updates” if you would like to hear what comes of it.

    { $credit }
read =
    <b>{ $heading }</b>

    { $text }

    { $page } / { $pages }
    { $credit }

choice-sign = ✍️ Sign
choice-read = 📖 Read more
choice-campaigns = All petitions
choice-next = Next ›
choice-previous = ‹ Back
choice-card = To the petition
