### Passing it on: the question, the apps, what friends will read, and hearing what came of it.

share-ask =
    <b>Would you pass it on?</b>

    A petition grows from friend to friend. Perhaps you know somebody who would sign “{ $title }” too.
share-later = That is fine. Should you change your mind: the petition has a button for it.
share-apps =
    <b>Thank you. Whom shall it reach?</b>

    Tap an app: it opens with words you can change before you send them. A button with 📋 copies the words instead: open that app and paste them there. Signal, for one, has no other way.

    This link opens “{ $title }” in your friends’ own language:
    { $link }

    { $joined }
share-joined =
    { $count ->
        [0] Nobody has signed through your link yet. Only you can see this.
        [one] <b>{ $count } person</b> has signed through your link. Only you can see this.
       *[other] <b>{ $count } people</b> have signed through your link. Only you can see this.
    }

tell-ask =
    <b>Would you like to be told when people sign “{ $title }” through your link?</b>

    { $consent }
tell-consent = We write to you here when the first person has signed through your link, and then at certain numbers only. You learn how many they are, never who. For this, your chat’s address is kept, encrypted, and beside it your language, until you switch it off or the petition closes. { $responsible } answers for it. Questions: { $contact }
    .version = 1
tell-on = We will tell you. The button below stops it at any time.
tell-off = Done. We will not tell you any more.
tell-declined = Very well, no messages. You can always look here.
tell-reached =
    { $count ->
        [one] 🎉 The first person has signed “{ $title }” through your link. Thank you for passing it on.
       *[other] 🎉 <b>{ $count } people</b> have signed “{ $title }” through your link. Thank you for passing it on.
    }

choice-share = 📣 Pass it on
choice-share-yes = Yes, gladly
choice-share-no = Not now
choice-tell = 🔔 Tell me when people sign
choice-untell = 🔕 Stop telling me
choice-tell-yes = Yes, tell me
choice-tell-no = No, thank you
link-email = E-mail
link-sms = Text message
link-copy = Copy the text

# What friends read, in each app's own manner: no marks but WhatsApp's *bold*. Where no link stands
# here, the app puts it beside the words. Not everybody who passes it on has signed. Keep all of
# them short (230 characters with a link of 80), and the text message as short as can be.
pass-telegram = Will you sign “{ $title }” with me? It takes a minute, right here in Telegram.
pass-whatsapp = Hi! Will you sign this with me? *{ $title }* 🙏 It takes a minute: { $link }
pass-viber = Hi! Will you sign “{ $title }” with me? It takes a minute: { $link }
pass-messenger = Will you sign “{ $title }” with me? Every name counts: { $link }
pass-facebook = This matters to me, and perhaps to you, too: “{ $title }”. Read, sign, pass it on: { $link }
pass-x = “{ $title }” Please read, sign and pass it on:
pass-email-subject = Will you sign this with me? { $title }
pass-email =
    Hello,

    I thought of you: will you sign “{ $title }” with me? Reading and signing takes a minute: { $link }

    Thank you!
pass-sms = Sign “{ $title }” with me? { $link }
pass-signal = Will you sign “{ $title }” with me? Reading and signing takes a minute: { $link }
pass-copy = “{ $title }”: read, sign, pass it on. { $link }
