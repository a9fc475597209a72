### Help, privacy, languages, and what is said when something goes otherwise than planned.

help =
    <b>Porte-voix: petitions you sign by chatting</b>

    Read what happens, sign in a minute, pass it on.

    /campaigns – the open petitions
    /language – another language
    /updates – messages about what comes of it, on or off
    /mydata – what is held about you
    /withdraw – take a signature back
    /verify – check a receipt
    /forget – erase everything about you
    /privacy – how your data is treated
    /cancel – stop signing
privacy =
    <b>How we treat your data</b>

    Until you sign, nothing is stored about you except where this conversation stands, which petitions you were shown here and what you have entered so far: encrypted, and for a few days only.

    When you sign, your name, e-mail and comment are sealed so that nobody can open them on this server: it takes a key that only the organisation has, or a partner it trusts, and none of these keys is here. Your account’s number is not stored. In its place stands a code that stops the same account from signing twice. While the petition is open, whoever controls the server could use it to test whether a given account has signed; when it closes, the secret behind it is destroyed.

    Your chat’s address is stored, encrypted, only if you ask us to write to you: with updates, or when people sign through your link.

    The public log shows, for ever and to everybody, that somebody signed, and how many have withdrawn: no name, no country, no account. A receipt, which we write only when you ask for it, shows which entry is yours. We keep none.

    This chat is not end-to-end encrypted: the company behind your messaging app can read it. If somebody may look at your phone, delete this chat after signing.

    { $responsible }
privacy-responsible = Responsible: { $responsible }, { $contact }. Keys that open what signers write: { $keys }.
cancelled = Stopped. Nothing was kept of what you had entered.
nothing-to-cancel = There was nothing to cancel.
language = Which language shall we speak?
trouble = Something went wrong on our side. Nothing of yours is lost. Please try again in a moment.

unheard = What you wrote has changed nothing: here we go by buttons and commands.
command-unknown = We do not know that command. /help lists what there is.
unreadable-media = We can only read text and buttons here.
unreadable-edited = We do not see changes to a message already sent. You can correct every answer before you confirm.
unreadable-unknown = That button no longer works. This is where we are:
button-unknown = That button no longer works. This is where we are:
button-old = That button belongs to an earlier message. This is where we are:
conversation-expired = What you had entered here is no longer kept: you stopped, or it has been a while and we have forgotten it to protect you. You have not signed this petition; to sign it, please begin again.
conversation-renewed = We have improved this conversation since you were last here, so please begin again. Signatures already given are safe.

group-hello = Hello! Petitions are signed in private, so that nobody here sees who signs. Tap the button and we can talk.
link-open = Open the private chat

choice-privacy = Privacy
choice-language = 🌐 Language
choice-locale = { $name }
choice-continue = Carry on signing

command-start = Begin
command-campaigns = Open petitions
command-language = Change language
command-updates = Updates on or off
command-mydata = What is held about you
command-withdraw = Take a signature back
command-verify = Check a receipt
command-forget = Erase everything about you
command-privacy = How your data is treated
command-help = Help
command-cancel = Stop signing
bot-short-description = Sign a petition in a minute, right here in the chat. Private by design.
bot-description =
    Porte-voix is the petition you sign by chatting. Read what happens in your language, sign, and pass it on.

    What you write when you sign is sealed: the server cannot read it.
