### Campaigns at high risk: what is said in place of what would name them. Whoever reads this may be
### afraid, and somebody may look over their shoulder: plain, calm, exact, and never the cause.

unnamed = Petition { NUMBER($number, useGrouping: 0) }
unnamed-mark = 🔒 Petitions that show only a number are not named in this list, to protect those who sign them. Tap one to read it.
high-risk-mark = 🔒 No name is asked here.

# Whoever changes a meaning here raises its .version in every language.

consent-ask-high-risk =
    <b>Before you sign: “{ $title }”</b>

    Being known to have signed this can be dangerous. That is why less is asked and less is kept here than usual. Take your time, and sign only if you feel safe enough.

    <b>Who is responsible:</b> { $responsible }. For anything about your data: { $contact }.

    <b>What you sign:</b> { $ask }

    <b>What for:</b> { $purpose }

    <b>What is kept:</b>
    { $kept }

    <b>What is not asked:</b> your name, your e-mail address, a comment. Nothing that you write is kept.

    <b>Who can read it:</b> whoever runs this server, without a name beside it. Countries are made public in whole hundreds only.

    <b>For how long:</b> until { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after the petition closes, at most. Then it is erased.

    <b>After you sign:</b> what names the petition in this chat is taken down, as far as your app allows, and what comes later does not name it. Whoever opens this chat is not told that you have signed, unless they tap to be told. If you pass it on, the link does not say who it comes from.

    <b>What we cannot protect you from:</b> a chat with a bot is not end-to-end encrypted: the company behind your messaging app can read it. Your phone may keep notifications and backups. As long as the petition is open, whoever controls this server could test whether a given account has signed.

    <b>If you change your mind:</b> /withdraw takes your signature back while the petition is open; after that: { $contact }. /mydata shows what is held about you and /forget erases it.

    Signing does not sign you up for messages.

    Do you agree?
    .version = high-2
consent-kept-always-high-risk = • your language, the week in which you sign, the wording you agreed to and in which week, and a code made from your account with a secret, so that nobody signs twice. Your account’s number and your phone number are not kept.
updates-consent-high-risk = { $responsible } would like to write to you here when something happens: at most a few messages, and they are not to name the petition. For this, your chat’s address is kept, encrypted, and beside it your language, until you stop it with /updates. Whoever takes over this server together with its key could read that address. If this could put you in danger, say no. Questions: { $contact }
    .version = high-1

not-signed = No, this account has not signed this petition.
already-high-risk =
    Yes. This account has signed: “{ $title }”. It has been counted since the week of { DATETIME($since, dateStyle: "long") }.

    Only you can see this. When you have read it, take it out of the chat.
signed-high-risk =
    <b>Thank you. It is done.</b>

    To protect you, we no longer say here what it was. What this chat showed of it has been taken down, as far as your app allows.

    { $clear }

    /mydata shows what is kept, and only after one more tap.
clear =
    { $channel ->
        [telegram] <b>To leave no trace on this phone:</b> tap the bot’s name at the top, open the menu (⋮ or …), choose “Delete chat”, and tick “Also delete for” the bot. Clear the notifications too: the app and the phone may still be keeping them.
       *[other] <b>To leave no trace on this phone:</b> delete this chat in your app, on both sides if it lets you. Clear the notifications too: the app and the phone may still be keeping them.
    }
hidden =
    It has been taken out of this chat, as far as your app allows.

    { $clear }

    To come back, open the link again, or /campaigns.
conversation-expired-high-risk = What you had entered here is no longer kept: it has been a while and we have forgotten it to protect you, or it is finished. To see how things stand, open /mydata.

mydata-high-risk =
    <b>What we hold about you</b>

    { $lines }

    There are petitions here that can put people in danger. Whether you have anything to do with one of them is shown only if you tap “Show everything”. See first that nobody is looking.
mydata-signature-week = • Your signature under “{ $title }”, in the week of { DATETIME($since, dateStyle: "long") }. Country: { $country }, language: { $language }.
mydata-signature-week-nowhere = • Your signature under “{ $title }”, in the week of { DATETIME($since, dateStyle: "long") }. Language: { $language }.
mydata-subscription-week = • That you asked for updates on “{ $title }”, in the week of { DATETIME($since, dateStyle: "long") }, and for that your chat’s address, encrypted.
withdraw-high-risk =
    There are petitions here that can put people in danger. That is why your signatures are shown only if you tap “Show everything”.

    See first that nobody is looking.

share-high-risk =
    <b>You can pass it on without naming it</b>

    Tap an app: it opens with words you can change before you send them. Neither these words nor the link say what it is about, or who it comes from:
    { $link }

    Whoever gets it from you does know you, though. Send it only to people you trust.
pass-high-risk = Please read this and decide for yourself: { $link }
pass-high-risk-beside = Please read this and decide for yourself.
pass-high-risk-subject = Something to read

broadcast-letter-unnamed =
    <b>News: { $title }</b>

    { $text }

choice-check = Have I signed already?
choice-hide = 🧹 Take it out of this chat
choice-reveal = 👁 Show everything
choice-name-it = Name it in the words
choice-unname-it = Rather not name it
