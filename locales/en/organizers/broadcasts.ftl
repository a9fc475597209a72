### Broadcasts: writing to those who asked to hear what came of it.

choice-broadcasts = 📣 Broadcasts
broadcasts =
    <b>Broadcasts</b> ({ $title })

    They go to the people who asked to hear what comes of it. Tap one to see how it stands.
broadcasts-none =
    <b>Broadcasts</b> ({ $title })

    There is none yet. A broadcast goes to the people who asked to hear what comes of it: you write it once in each language, look at it, and choose who gets it and when.
choice-new-broadcast = ✏️ Write a new one
choice-broadcast-listed = { $state } { $name }
choice-broadcast-numbered = { $state } { NUMBER($number, useGrouping: 0) } · { $name }
broadcast-nameless = No. { NUMBER($number, useGrouping: 0) }, still empty
broadcast-gone = That broadcast is no longer there.
broadcast-no-draft = This is not a draft any more, so it cannot be changed. Here is how it stands.
broadcast-changed = Somebody else was faster: it has changed since you looked. Here is how it stands now; nothing was done.
broadcast-somebody = Somebody

## The draft

broadcast-draft =
    <b>Draft no. { NUMBER($number, useGrouping: 0) }</b>

    <b>Who gets it</b>
    { $aim }
    { $reach }

    { $letters }
    In all: <b>{ $total }</b>

    { $picture }
    { $quiet }
    { $paid }
draft-letter = ✅ { $language }: { $readers }
draft-letter-links = ✅ { $language }: { $readers } (buttons: { $count })
draft-letter-missing = ▫️ { $language }: { $readers }, not written
draft-picture = 🖼 With a picture
draft-no-picture = 🖼 No picture
draft-quiet = 🌙 Nobody is written to at night, between 9 in the evening and 8 in the morning where they live.
draft-loud = 🔔 It arrives at any hour, at night too.
draft-paid = ⭐ Sent faster, for Stars.
choice-broadcast = ← The broadcast
choice-letters = ✍️ Texts
choice-letter-picture = 🖼 Picture
choice-audience = 👥 Who gets it
choice-try = 👁 Try it on me
choice-quiet-on = 🌙 Spare the nights
choice-quiet-off = 🔔 At night too
choice-paid = ⭐ Faster, for Stars
choice-paid-on = ⭐ Faster is on
choice-schedule = 📅 When to send it
choice-drop = 🗑 Throw away
broadcast-drop = Throw “{ $name }” away? Its texts are gone then.
choice-drop-yes = Yes, throw it away
choice-drop-no = No, keep it
broadcast-dropped = The draft is gone.
quiet-is-on = Done: whoever has night now gets it in the morning.
quiet-is-off = Done: it arrives at any hour, at night too.

## Letters

letters =
    <b>The texts, and how many will read them</b>

    { $lines }

    Whoever reads a language that nothing is written in gets the campaign’s own language.
letters-written = ✅ { $language }: { $count }
letters-missing = ▫️ { $language }: { $count }, not written
choice-write-next = ▶️ Now in { $language }
choice-write-there = ✅ { $language }
choice-write = ▫️ { $language }
letter-ask =
    <b>What shall it say in { $language }?</b>

    Write it as a message and send it; bold and italic are kept. Then you see it as its readers will.
letter-again =
    <b>What shall it say in { $language } instead?</b>

    Send the new text; bold and italic are kept. Until then the old one stays.
letter-empty = There are no words in that. Send the text itself.
letter-too-long = That is too long for one message ({ $language }). Characters that have to go: { $count }. Nothing was changed.
letter-too-long-pictured = That is too long for the words under a picture ({ $language }). Characters that have to go: { $count }. Shorten it, or send it without a picture. Nothing was changed.
letter-removed = The text is taken out ({ $language }).
letter-risk = 🔒 This goes to people for whom it is dangerous to be known as signers. Neither the text nor the buttons nor the picture may name the cause: whoever looks at their phone can read it. Above it stands only “{ $title }”.
preview-stop = This is how people stop these messages. Here, for you, the button does nothing.
choice-write-done = ✓ Looks good
choice-write-links = 🔗 Buttons
choice-write-anew = ✏️ Write again
choice-write-out = 🗑 Take out
markup-unfinished = { $tag } is not a whole mark: its end is missing. Use your app’s bold and italic, or write { $bold } and { $italic }.
markup-unknown = { $tag } is not a mark that can be shown. There are only bold and italic: use those of your app, or write { $bold } and { $italic }.
markup-not-open = { $tag } closes something that was never opened. Take it out, or put the beginning where it belongs.
markup-crossed = { $tag } comes before { $open } is closed. What was opened last has to be closed first.
markup-open = { $tag } is never closed. Put the end where it belongs, or take it out.

## Buttons

letter-links =
    <b>The buttons under the text</b> ({ $language })

    { $lines }

    To change them, send them again: each on a line of its own, the label, a stroke, the address.
    <i>Read more | https://example.org/news</i>
letter-links-none =
    <b>Buttons under the text</b> ({ $language })

    Send one or two, each on a line of its own: the label, a stroke, the address.
    <i>Read more | https://example.org/news</i>
letter-link = 🔗 { $label } → { $url }
choice-letter = ← The text
choice-links-out = 🗑 Without buttons
links-too-many = { $most } buttons are the most. Send fewer lines.
links-without = “{ $text }” has no address. Write the label, a stroke and the address, like this: Read more | https://example.org/news
links-nameless = The address “{ $text }” has no label. Write what the button shall say, then a stroke, then the address.
links-label-long = The label “{ $text }” is too long for a button: { $most } characters are the most.
links-bad = “{ $text }” is no address that people could open. It has to begin with https:// and be complete.

## The picture

letter-picture =
    <b>This is its picture.</b>

    Send another photo to replace it.
letter-picture-none =
    <b>A picture?</b>

    Send it as a photo: it stands above the text, in every language. Under a picture the text has to be short.
choice-picture-out = 🗑 Without a picture
letter-picture-taken = The picture is in.
letter-picture-removed = The picture is out.

## Sending it to oneself

broadcast-unwritten = Nothing is written yet. Begin with a text.
try =
    <b>Try it on me</b>

    In which language? Then it stands here just as a supporter gets it, with the picture and the buttons. Nobody else gets anything.
choice-try-language = 👁 { $language }

## Whom it is for

audience =
    <b>Who gets it</b>

    { $aim }

    <b>That is</b>
    { $reach }
    In all: <b>{ $total }</b>
aim-line-all = • Everybody who asked for updates
aim-line-locales = • Those who read: { $names }
aim-line-countries = • Those in: { $names }
aim-line-signed = • Only those who have signed
aim-line-unsigned = • Only those who have not signed yet
aim-line-since = • Only those who joined on { DATETIME($since, dateStyle: "long") } or later
reach-line = ✅ { $language }: { $count }
reach-fallback = ⚠️ { $language }: { $count }, get it in { $other }
reach-missing = ▫️ { $language }: { $count }, nothing written yet
reach-nobody = There is nobody like that.
reach-unknown = It cannot be told who of these has signed: the campaign is not open, or they are too few to ask. Choose “Signed or not”.
audience-unknown = Who has signed can only be told while the campaign is open. Choose people by something else.
audience-narrow = Who has signed may only be asked of many at once, so that nobody can be singled out: of every country, whenever they joined, and of { $least } people at least. Take the other conditions out first.
choice-aim-locales = 🌐 By language
choice-aim-countries = 🗺 By country
choice-aim-since = 📅 Joined since
choice-signed = ✍️ Only who signed
choice-unsigned = ✍️ Only who did not sign
choice-anyone = ✍️ Signed or not
aim-locales =
    <b>Which languages?</b>

    { $aim }
    In all: <b>{ $total }</b>
choice-aim-in = ▫️ { $name }
choice-aim-out = ✅ { $name }
choice-every-language = Every language
aim-countries =
    <b>Which countries?</b>

    { $names }
    In all: <b>{ $total }</b>

    Type more of them, with commas between. Tap one to take it out.
aim-countries-all =
    <b>Which countries?</b>

    For now every one. In all: <b>{ $total }</b>

    Type their names, with commas between.
choice-every-country = Every country
aim-since =
    <b>Since when have they been with us?</b>

    Choose, or type a day. Who asked for updates on that day or later gets it.
aim-since-chosen =
    <b>Those who joined on { DATETIME($since, dateStyle: "long") } or later</b>

    Choose something else, or type a day.
choice-since-week = The last 7 days
choice-since-month = The last 30 days
choice-since-latest = Since the last broadcast ({ DATETIME($since, dateStyle: "medium") })
choice-since-ever = Whenever they joined
day-unclear = I do not understand that day. Write it like this: { $example }
day-or-month = Is the first number the day or the month? So that nobody mixes them up, write the year first: { $example }
since-ahead = { DATETIME($since, dateStyle: "long") } has not come yet.

## Before it is scheduled

broadcast-nobody = Nobody would get it: there is no one like that among those who asked for updates. Choose others.
gaps =
    <b>Nothing is written in these languages yet</b>

    { $lines }

    Write it now, or let them have the other language.
choice-gaps-fine = The other language will do
paid =
    <b>Send it faster, for Stars?</b>

    People who get it: { $count }
    Price: up to <b>{ $stars } ⭐</b> from the bot’s balance, a tenth of a Star for each message beyond the free 30 a second

    Free it takes: { $free }
    With Stars: { $fast }

    Telegram lets bots do so that have at least 10,000 Stars, once “Paid broadcasts” is switched on in @BotFather.
choice-paid-yes = ⭐ Yes, pay for speed
choice-paid-no = No, send it free
paid-is-on = Done: it will be sent fast, and Stars are paid for it.
paid-is-off = Done: it costs nothing.
lasting-seconds = { $count } s
lasting-minutes = { $count } min
lasting-hours = { $hours } h { $minutes } min

## When

zone-ask =
    <b>On which clock do you read times?</b>

    Tap yours, or type a city or a country. I ask only once.
zone-which = <b>Which of these is it?</b>
zone-unknown = I know no city “{ $text }”. Try a larger one nearby, the country, or a name like Europe/Paris.
zone-settled = Done: your times are those of { $zone }.
zone-utc = UTC
zone-city = { $city }, { $offset }
choice-zone = 🕓 Another time zone
choice-zone-there = { $city } ({ DATETIME($at, timeStyle: "short") })
when =
    <b>When shall it go?</b>

    It is now { $now }. Choose, or type a day and a time, like this: { $example }
choice-when = 🕓 Another time
choice-now = ▶️ Now
choice-when-evening = This evening, { DATETIME($at, timeStyle: "short") }
choice-when-morning = Tomorrow morning, { DATETIME($at, timeStyle: "short") }
choice-when-instead = At { DATETIME($at, timeStyle: "short") } on { DATETIME($at, dateStyle: "medium") }
broadcast-when = { DATETIME($at, dateStyle: "full", timeStyle: "short") } ({ $zone })
when-unclear = I do not understand that time. Write it like this: { $example }
when-past = { $at } is over already. Choose a time to come.
when-far = { $at } is more than a year away. Choose an earlier time.
when-skipped = That time does not exist: the clocks go forward then and jump over it. The next time there is: { $after }
when-twice = The clocks show that time twice, as they go back. The first one is taken: { $at }

## A last look

last-look =
    <b>A last look</b>

    { $picture }
    { $links }

    <b>Who gets it</b>
    { $aim }
    { $reach }
    In all: <b>{ $total }</b>

    <b>When</b>
    { $when }
    { $quiet }
    { $speed }

    { $second }
look-asleep = 😴 Asleep when it goes, they get it in the morning: { $count }
look-now = As soon as you confirm
look-at-once = As soon as somebody agrees
look-free = 💸 Free. Sending takes about { $time }, the nights not counted.
look-paid = 💸 Up to { $stars } ⭐. Sending takes about { $time }, the nights not counted.
look-second = 🙋 For so many people it takes two (one alone may write to { $most } at most): somebody else on the team has to agree first.
look-nobody = 🙋 For so many people it takes two (one alone may write to { $most } at most), and there is nobody else on the team who may agree. Ask somebody to join as an organizer, or choose fewer people.
look-again = Something has changed since you looked. Look once more, then confirm.
choice-confirm-now = ✅ Send it now
choice-confirm-later = ✅ Send it then
choice-confirm-ask = 🙋 Ask a second organizer
broadcast-goes-now = It is on its way. A message of its own will show you how far it has come.
broadcast-goes-later = It will go then. Until it does you can take it back.
broadcast-asked = It waits for a second organizer. They are being told; you will hear what they say.

## The second organizer

broadcast-waiting =
    <b>{ $who } asks: shall this be sent?</b>

    “{ $name }”

    <b>Who gets it</b>
    { $aim }
    { $reach }
    In all, when it was confirmed: <b>{ $total }</b>

    <b>When</b>
    { $when }
    { $quiet }
    { $speed }

    Look at it first: “Try it on me”.
broadcast-waiting-own =
    <b>It waits for a second organizer</b>

    “{ $name }”

    <b>Who gets it</b>
    { $aim }
    { $reach }
    In all, when it was confirmed: <b>{ $total }</b>

    <b>When</b>
    { $when }
    { $quiet }
    { $speed }

    Somebody else on the team has to agree; you ({ $who }) cannot do it yourself.
choice-broadcast-approve = ✅ I agree, send it
choice-broadcast-reject = ✖️ No, back to the draft
choice-take-back = ↩️ Take it back
broadcast-approved = You have agreed. It goes out at its time.
broadcast-rejected = It is a draft again, and whoever wrote it is being told.
broadcast-back = You have taken it back: it is a draft again, and nothing goes out.
notice-broadcast-waits = 🙋 <b>{ $title }</b>: a broadcast waits for a second organizer (people who get it: { $count }). Have a look?
notice-broadcast-approved = ✅ <b>{ $title }</b>: a second organizer has agreed to your broadcast. It goes out at its time.
notice-broadcast-rejected = ✖️ <b>{ $title }</b>: a second organizer said no to your broadcast. It is a draft again; talk to each other about what to change.
notice-broadcast-grown = 🙋 <b>{ $title }</b>: your broadcast has not gone out yet. By now more people would get it than one organizer may write to alone (people who get it: { $count }), so somebody else on the team has to agree first. They are being told.
notice-broadcast-lost = ✖️ <b>{ $title }</b>: a broadcast was stopped for good. Who gets it hung on who has signed, and since the campaign was closed nobody can tell that any more.
choice-look = 👁 Have a look

## On its way

broadcast-taken-back = “{ $name }” is a draft; nothing goes out.
broadcast-waits =
    🙋 <b>“{ $name }” waits for a second organizer</b>

    People who get it: { $size }
    { $when }
broadcast-scheduled =
    📅 <b>“{ $name }” is scheduled</b>

    People who get it: { $size }
    { $when }
broadcast-preparing =
    📤 <b>“{ $name }” begins</b>

    { $bar }
    The list is being made. People on it: about { $size }
broadcast-sending =
    📤 <b>“{ $name }” is on its way</b>

    { $bar }
    ✉️ Sent: { $sent } of { $size }
    { $lines }

    { $pace }
broadcast-paused =
    ⏸ <b>“{ $name }” is paused</b>

    { $bar }
    ✉️ Sent: { $sent } of { $size }
    { $lines }

    Nothing more goes out until you let it.
broadcast-done =
    ✅ <b>“{ $name }” is sent</b>

    ✉️ Sent: { $sent } of { $size }
    { $lines }

    Ended: { $ended }
broadcast-cancelled =
    ✖️ <b>“{ $name }” was stopped for good</b>

    ✉️ Sent: { $sent } of { $size }
    ✂️ Do not get it any more: { $left }
    { $lines }

    Stopped: { $ended }
progress-blocked = 🚫 Have blocked the bot: { $count }
progress-unknown = ❓ Nobody knows whether it arrived, the line broke in the middle: { $count }
progress-failed = ⚠️ Failed: { $count }
progress-unsubscribed = 🔕 Stopped updates before it reached them: { $count }
progress-rate = ⚡ Messages a second: { $count }
progress-left = ⏳ About { $time } to go
progress-asleep = 🌙 Asleep now, they get it in the morning: { $count }
choice-broadcast-pause = ⏸ Pause
choice-broadcast-resume = ▶️ Go on
choice-broadcast-cancel = ✖️ Stop for good
choice-broadcast-refresh = 🔄 Look again
choice-watch = 📌 Follow it in a message
broadcast-watched = A message of its own will show you how far it has come.
cancel-once-more = It is paused, and nothing more goes out. To stop it for good, tap “Stop for good” once more; that cannot be undone.
stop =
    <b>Stop “{ $name }” for good?</b>

    ✉️ Sent: { $sent }
    ✂️ Would never get it: { $left }

    It is paused, and nothing more goes out. This cannot be undone.
choice-stop-no = No, leave it paused
choice-stop-yes = ✖️ Yes, stop it for good
choice-again = ❓ Send to the unsure again
again =
    <b>Send it once more?</b>

    People of whom nobody knows whether it arrived: { $count }

    Those whom it did reach get the same message twice, and people who get things twice stop reading, or stop the messages.
choice-again-yes = Yes, send it again
choice-again-no = No, leave it
