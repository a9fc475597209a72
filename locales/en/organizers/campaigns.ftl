### Campaigns in the chat: making one, its texts and settings, opening, pausing and closing it.

choice-new_campaign = ➕ New campaign
choice-edit = ✏️ Texts and settings

# A new campaign, or a new language.

found =
    <b>A new campaign</b> · { $number } / { $count }

    { $question }
translate =
    <b>{ $language }</b> · { $number } / { $count }

    { $question }

    { $original }
campaign-made = Your campaign is here, as a draft that nobody else sees, and you are its owner. What is still missing: sections to read, perhaps a picture, other languages.
ask-slug = What is it to be called in links? Choose a short name of a–z, 0–9 and hyphens, like clean-rivers. It cannot be changed later.
ask-locale = In which language do you write it first? Whoever reads none of its languages will see this one.
ask-rubric = The rubric: a word or two above the title, like “Discrimination”. At most { $most } characters.
ask-title = The title: what it is about, in one line. At most { $most } characters.
ask-summary = The summary: what happens, in two or three sentences. At most { $most } characters.
ask-ask = What do you demand? It reads on from “What we demand:”. At most { $most } characters.
ask-purpose = What are the signatures for? It reads on from “What for:”, and people read it before they agree. At most { $most } characters.
ask-credit = Who took or drew the picture? At most { $most } characters.
ask-picture-text = What does the picture show? Say it for those who cannot see it. At most { $most } characters.
ask-section = A new section: its heading in the first line, and its text below, all in one message. Empty lines part the paragraphs. What is longer you can add afterwards.
ask-heading = The section’s heading. At most { $most } characters.
ask-body = The section’s text; empty lines part the paragraphs. It takes the place of the text that is there. At most { $most } characters.
ask-more = What is to be added at the end of the section? The whole section may have { $most } characters.
ask-link = A link to something worth reading, like this: An earlier article | https://example.org/article
ask-responsible = Which organisation answers for people’s data? The consent names it. At most { $most } characters.
ask-contact = Where can people write to about their data? An e-mail address, or a web address that begins with https://.
ask-retention-days = How many days after closing are the signatures erased?
ask-date = The day of the alert: year-month-day, like 2026-03-01.
ask-milestones = The goals to aim at: numbers of signatures, rising, with blanks between them, like 1000 5000 20000.
language-listed = { $language }
choice-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
choice-stop = Leave it
choice-give-up = ✖️ Give up, keep nothing of it

# The campaign at a glance.

edit =
    <b>{ $title }</b>
    { $status }

    { $lines }
edit-complete = ✅ { $language }
edit-default = ⭐️ { $language }: shown to whoever reads none of the others
edit-less = ⚠️ { $language }
edit-missing = ▫️ { $language }: not translated
edit-key = 🔐 What signers write is locked with the key { $keys }
edit-keys = 🔐 What signers write is locked with several keys, each of which opens it: { $keys }
less-sections = – sections: { $here }; { $fullest } has { $there }
less-links = – links: { $here }; { $fullest } has { $there }
less-nothing-to-read = – there is no section to read
less-picture-text = – the picture is not described for those who cannot see it
less-credit = – nobody is credited for the picture
choice-edit-text = ✏️ { $language }
choice-edit-add = ➕ { $language }
choice-settings = ⚙️ Settings
choice-opening = 🟢 Open it
choice-pause = ⏸ Pause
choice-resume = ▶️ Go on
choice-closing = ⚪️ Close for good
edit-saved = ✅ Saved.
edit-stopped = Nothing was changed.
edit-changed = ⚠️ Somebody else has changed this just now, so nothing was saved. Look at how it stands.

# The preview.

preview = 👁 This is what people who read { $language } see:
preview-button = In the preview this button does nothing.
choice-preview = 👁 Preview
choice-texts = ← Texts

# The words in one language.

texts =
    <b>{ $language }</b>

    { $lines }

    Sections: { $sections } · Links: { $links }
    { $lacks }

    Tap what you want to change.
texts-line = <b>{ $part }:</b> { $text }
part-rubric = Rubric
part-title = Title
part-summary = Summary
part-ask = What we demand
part-purpose = What for
part-credit = Picture credit
part-picture-text = Picture in words
part-heading = Heading
part-section = Section
part-sections = Sections
part-links = Links
part-link-title = Title of the link
part-link-address = Address of the link
part-translation = All the texts
part-responsible = Who answers for the data
part-contact = Contact
part-retention-days = Days until erasure
part-date = Date
part-milestones = Goals
part-urgent = Urgency
part-asks = What signers are asked
part-default-locale = Main language
part-picture = Picture
sections =
    <b>Sections ({ $language }): { $count }</b>

    Tap one to change it.
section-listed = { $heading }
section =
    <b>{ $heading }</b>

    { $text }

    Characters: { $length } of { $most }
section-drop = Take out the section “{ $heading }”?
choice-sections = 📖 Sections
choice-section-add = ➕ New section
choice-heading = Heading
choice-body = Write it anew
choice-more = Add to the end
choice-section-up = ⬆️ Move up
choice-section-drop = ✖️ Take out
choice-section-drop-yes = Yes, take it out
choice-section-keep = No
links =
    <b>Links ({ $language }): { $count }</b>

    They stand under the last page. ✖️ takes one out.
choice-links = 🔗 Links
choice-link-add = ➕ New link
choice-link-drop = ✖️ { $title }

# Writing.

write =
    { $language }
    { $question }

    { $now }

    { $original }
write-language = <b>{ $language }</b>
write-now =
    <b>Now:</b>
    { $text }
write-original =
    <b>{ $language }:</b>
    { $text }
write-sure =
    <b>This changes what people agree to</b>

    { $part }: { $text }

    The petition is open, and this stands in the consent. Signatures so far: { $total }. These people agreed to the words as they were: for them you have to keep to those. Whoever is signing right now will be asked again.

    Save it?
choice-write-yes = Yes, save it
choice-write-again = Write it anew
choice-write-empty = Leave it empty

# The settings.

settings =
    <b>Settings: { $title }</b>

    Who answers for the data: { $responsible }
    Contact: { $contact }
    Days until erasure, after closing: { NUMBER($days, useGrouping: 0) }
    Date: { DATETIME($date, dateStyle: "long") }
    Main language: { $default }
    { $urgent }
    { $picture }
    { $safety }

    <b>Goals</b>
    { $milestones }

    <b>What signers are asked</b>
    { $asks }
settings-urgent = 🚨 Marked urgent
settings-not-urgent = Not marked urgent
settings-picture = With a picture
settings-no-picture = Without a picture
settings-usual-milestones = The usual ones: 100, 250, 500, 1,000 and so on
settings-milestone = • { $milestone }
choice-asks = What signers are asked
choice-picture = 🖼 Picture
choice-main-language = Main language
choice-urgent-on = 🚨 Mark as urgent
choice-urgent-off = Not urgent any more
asks =
    <b>What signers are asked</b>

    { $lines }

    { $risk }

    { $consent }

    A button shows what it will change to.
asks-consent = ⚠️ The petition is open, and the consent says what is asked: whoever is signing right now will be asked to agree again.
asks-name-no = Name: not asked
asks-name-optional = Name: they may stay anonymous
asks-name-required = Name: required
asks-country-no = Country: not asked
asks-country-optional = Country: they may skip it
asks-country-required = Country: required
asks-email-no = E-mail: not asked
asks-email-optional = E-mail: they may skip it
asks-email-required = E-mail: required
asks-comment-no = Comment: not asked
asks-comment-optional = Comment: they may skip it
asks-comment-required = Comment: required
main-language =
    <b>The main language is { $language }</b>

    Whoever reads none of the campaign’s languages sees this one. It can be any that is translated.
picture = This is the picture now. To change it, send a photo. Do not forget its credit, and its description in each language.
picture-none = There is no picture yet. Send a photo: 1280 × 720 pixels look good everywhere. Be sure that you may use it, and that it puts nobody in danger.
picture-saved = ✅ The picture is saved, without what its file told of the camera and its owner. Say in each language what it shows, and who took it.
picture-lost = ⚠️ That picture could not be fetched; perhaps it is too large. Send it as a photo, of 5 MB at most.
picture-heavy = ⚠️ That picture is larger than 5 MB. Save it smaller, or send it as a photo.
picture-kind = ⚠️ That is neither a PNG nor a JPEG picture.
picture-bomb = ⚠️ That picture has far too many pixels. Save it smaller.
picture-damaged = ⚠️ That picture is damaged or cut short. Save it anew.
picture-place = ⚠️ That picture says where it was taken, which can put people in danger. Send it as a photo, not as a file, or remove its metadata.
picture-small = ⚠️ That picture has { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels; each side needs at least { NUMBER($most, useGrouping: 0) }.
picture-large = ⚠️ That picture has { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels; no side may have more than { NUMBER($most, useGrouping: 0) }.
picture-shape = ⚠️ That picture has { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels: it is too long and thin. Crop it so that no side is more than { $most } times the other.
choice-picture-drop = ✖️ Remove the picture

# Signers at high risk.

part-safety = Risk for signers
settings-safety-normal = Risk for signers: the usual
settings-safety-high = 🔒 Signers are at high risk
choice-safety-high = 🔒 Signers are at risk
choice-safety-normal = Signers are not at risk
safety-sure =
    <b>Is it dangerous to be known to have signed “{ $title }”?</b>

    Then we protect those who sign it:
    • Nothing that people write is asked for: no name, no e-mail, no comment. The country only if they like.
    • Of times, only the week is kept. Countries and other parts of the total are shown from { $fewest } on and in whole steps of that, to you as well.
    • Once somebody has signed, the chat no longer names the petition, and what named it is taken down.
    • Nobody has a personal link, so nobody sees how many joined through them.
    • What you write to those who want updates must not name the cause.

    { $after }
safety-sure-draft = You can undo this until the petition is opened.
safety-sure-open = ⚠️ The petition has been opened, so this cannot be undone. The personal links are erased for good. What is kept of the signatures so far ({ $total }) stays as it is: the names sealed, the days as days. Whoever is signing right now will be asked to agree again.
choice-safety-yes = 🔒 Yes, protect them
safety-raised = 🔒 Done. From now on those who sign are protected. Look at the preview, and tell your team.
asks-risk = 🔒 Signers are at high risk: only the country may be asked, and nobody has to give it.

# Whether one may sign.

open-no-key =
    <b>Before it opens, it needs a key</b>

    What people write when they sign is locked with your organisation’s key, so that nobody can read it on the server. So far nobody has proven to hold such a key. Whoever runs the server does it once, for all campaigns:

    1. On a machine of your own: python -m bot keys new --out organisation.key
    2. Keep that file, and a copy, in a safe place away from the server: without it nobody can ever read a name.
    3. python -m bot keys --help tells how to prove the key without carrying it to the server.

    Then come back and open { $slug }.
open-sure =
    <b>Open “{ $title }”?</b>

    From then on everybody can read and sign it.

    Languages: { $languages }
    { $lines }

    Who answers for the data: { $responsible }
    { $sealing }
open-key = Signatures are locked with the key { $keys } Be sure that its private half is in safe hands: without it nobody can ever read a name.
open-keys =
    Signatures are locked with several keys: { $keys }
    Whoever holds one of them reads every name. Be sure that you know who that is, and that the private halves are in safe hands: with none of them left, nobody can ever read a name.
open-which-key = Which key are the signatures to be locked with? Be sure that its private half is in safe hands: without it nobody can ever read a name.
choice-open-yes = Yes, open it
choice-open-with = Open with { $key }…
campaign-opened = 🟢 It is open. People can sign.
campaign-paused = ⏸ It is paused. Nobody can sign for now; whoever has signed stays counted, and can still take it back.
campaign-resumed = 🟢 It goes on. People can sign again.
campaign-closed = ⚪️ It is closed for good. Thank you for everything you did for it.
close-sure =
    <b>Close “{ $title }” for good?</b>

    Signatures so far: { $total }

    Nobody can sign any more, ever, and it cannot be opened again. What leads from a person to their signature is destroyed: after that nobody can be recognised as a signer, and people can no longer find, withdraw or erase their signature here. Those who wished to be told how many joined through them are told nothing more.

    Days until the signatures are erased: { NUMBER($days, useGrouping: 0) }. Decrypt and hand over what you need before that.

    If you only want to stop for a while, pause it.
close-really =
    <b>Really close “{ $title }”?</b>

    This cannot be undone, by nobody. Signatures so far: { $total }. They are erased after so many days: { NUMBER($days, useGrouping: 0) }.
choice-close-yes = Yes, close it
choice-close-for-good = Close it for good

# What is wrong with what was typed.

rule-hidden = ⚠️ There is a character in it that nobody sees: { $names }. Type the words anew instead of pasting them.
rule-too-long = ⚠️ Too long ({ $what }): { $length } characters, and { $most } fit. Shorten it by { $over }.
rule-empty = ⚠️ That is empty ({ $what }).
rule-card = ⚠️ Rubric, title, summary, demand and credit stand on one card. Together they have { $length } characters, and { $most } fit. Shorten one of them by { $over }.
rule-heading-empty = ⚠️ The heading is empty.
rule-section-empty = ⚠️ There is nothing under the heading. Write the heading in the first line, and the text below.
rule-too-many-sections = ⚠️ There may be { $most } sections at most.
rule-too-many-links = ⚠️ There may be { $most } links at most.
rule-link = ⚠️ A link is a title, an upright bar and an address: An earlier article | https://example.org/article
rule-address = ⚠️ That is no web address: { $address }. It has to begin with https://.
rule-slug = ⚠️ Use 1 to 24 of a–z, 0–9 and hyphens, with no hyphen at either end.
rule-slug-taken = ⚠️ There is a campaign of that name already. Choose another one.
rule-language = ⚠️ Tap one of the languages below.
rule-contact = ⚠️ That is neither an e-mail address nor a web address that begins with https://.
rule-days = ⚠️ Write a number of days from 1 to { NUMBER($most, useGrouping: 0) }.
rule-date = ⚠️ There is no such day. Write year-month-day, like 2026-03-01.
rule-milestone = ⚠️ Each goal is a number from 1 to { $most }.
rule-milestones-form = ⚠️ Write whole numbers only, without points in them, and blanks between them: 1000 5000 20000.
rule-milestones-order = ⚠️ Each goal has to be larger than the one before.
rule-too-many-milestones = ⚠️ There may be { $most } goals at most.
rule-markup = ℹ️ Texts are shown just as they are written: people will see the stars, brackets or tags, too.

# What owners are told.

notice-keys =
    🔐 <b>{ $title }</b>: it was settled on the server what locks the names of those who sign.

    Keys: { $after }

    Whoever holds one of them reads every name. If you do not know whose they are, ask whoever runs the server, and let nobody sign until you know.
notice-keys-changed =
    🔐 <b>{ $title }</b>: from now on the names of those who sign are locked with other keys. This was done on the server.

    Before: { $before }
    Now: { $after }

    Whoever holds one of the keys reads every new name. If nobody has told you of this, somebody else may have a hand on the server: pause the petition and ask.
