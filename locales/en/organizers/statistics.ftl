### The organizers' numbers: charts, and what they say in words.

stats =
    { $sample }
    <b>{ $title }</b>
    { $what }

    { $headline }
    { $lines }

    { $note }
stats-which =
    <b>The numbers</b>

    Of which campaign?
stats-line = • { $label }: { $amount }

stats-total =
    { $total ->
        [0] Nobody has signed yet
        [one] One signature
       *[other] { $total } signatures
    }
stats-about = { $amount }
stats-part = { $amount } ({ NUMBER($part, style: "percent", maximumFractionDigits: 0) })
stats-few = fewer than { $fewest }
stats-tens =
    { $fewest ->
        [100] In whole hundreds
       *[other] In whole tens
    }; what is below { $fewest } is not shown. So nobody can be singled out.
stats-nothing = There is nothing to draw yet: nobody has signed.
stats-too-few = These are too few to be drawn yet: anything below { $fewest } could point at somebody.

stats-growth = How it grew
stats-last-days = { $days ->
        [one] The last day
       *[other] The last { $days } days
    }
stats-best-day = The best day, { DATETIME($day, skeleton: "yMMMMd") }
stats-each-day = Day by day
stats-each-week = Week by week
stats-each-month = Month by month
stats-day = { DATETIME($day, skeleton: "MMMMd") }
stats-week = Week of { DATETIME($day, skeleton: "yMMMMd") }
stats-month = { DATETIME($day, skeleton: "yMMMM") }
stats-day-short = { DATETIME($day, skeleton: "MMMd") }
stats-month-short = { DATETIME($day, skeleton: "yMMM") }

stats-languages = Languages they signed in
stats-language = { $language }
stats-countries = Where people sign
stats-country = { $country }
stats-others = All others

stats-sources = How they came
stats-source-direct = Straight to the bot
stats-source-invite = A friend’s own link
stats-source-inline = A card in a chat
stats-source-origin = Other named links
stats-source-group = The card in a group
stats-source-page = The public page
stats-origin = { $label }

stats-funnel = From start to signature
stats-funnel-note =
    { $fewest ->
        [100] In whole hundreds
       *[other] In whole tens
    }; below { $fewest } is not shown, so that nobody can be singled out. The percentages are of those who saw it. Whoever comes back much later counts again.
stats-stage-seen = Saw it
stats-stage-read = Read on
stats-stage-consented = Agreed to the terms
stats-stage-signed = Signed
stats-stage-shared = Have a link to share

stats-reach = Whom broadcasts reached
stats-reach-nothing = No broadcast has been sent yet.
stats-reach-note = Blocked: they have blocked the bot. Unknown: the line broke while sending.
stats-broadcast = No. { NUMBER($number, useGrouping: 0) }, { DATETIME($day, skeleton: "yMMMd") }
stats-of = { $sent } of { $size }
stats-reach-line = • { $broadcast }: { $sent } of { $size } sent. Blocked: { $blocked }. Stopped updates: { $unsubscribed }. Unknown: { $unknown }. Failed: { $failed }.

choice-stats = 📊 Numbers
stats-view-growth = 📈 Growth
stats-view-pace = 🗓 New
stats-view-languages = 💬 Languages
stats-view-countries = 🌍 Countries
stats-view-sources = 🔗 Ways here
stats-view-funnel = 👣 Steps
stats-view-reach = 📣 Broadcasts
