### Consent: plain and exact. Whoever changes a meaning here raises its .version in every language.

consent-ask =
    <b>Before you sign: “{ $title }”</b>

    <b>Who is responsible:</b> { $responsible }. For anything about your data: { $contact }.

    <b>What you sign:</b> { $ask }

    <b>What for:</b> { $purpose }

    <b>What is kept:</b>
    { $kept }

    <b>Who can read it:</b> what you type (name, e-mail, comment) is sealed before it is stored. Only { $responsible }, or a partner it trusts with a key, can open it; no such key is on this server. Your country, your language and the day are not sealed: whoever runs this server can read those, without a name beside them.

    <b>For how long:</b> until { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after the petition closes, at most. Then it is erased.

    <b>What you should know:</b> a signature shows an opinion and may say something about you. A chat with a bot is not end-to-end encrypted: the company behind your messaging app can read it, and it stays on your phone until you delete it. As long as the petition is open, whoever controls this server could test whether a given account has signed.

    <b>If you change your mind:</b> /withdraw takes your signature back while the petition is open; after that: { $contact }. /mydata shows what is held about you and /forget erases it.

    Signing does not sign you up for messages. We ask about that separately.

    Do you agree?
    .version = 2
consent-kept-name = • your name, unless you stay anonymous
consent-kept-name-required = • your name
consent-kept-country = • your country, if you give it
consent-kept-country-required = • your country
consent-kept-email = • your e-mail address, if you give one
consent-kept-email-required = • your e-mail address
consent-kept-comment = • your comment, if you write one
consent-kept-comment-required = • your comment
consent-kept-always = • your language, the day you sign, when and to which wording you agreed, and a code made from your account with a secret, so that nobody signs twice. Your account’s number and your phone number are not kept.
consent-other-language = Please note: parts of the following are only available in { $language }, because this petition has not been translated into your language. Agree only if you understand them.
consent-changed = This text has changed since you last saw it. Please read it again.
consent-declined = That is fine. Nothing was kept. You can still read the petition and pass it on.

updates-consent = { $responsible } would like to write to you here when something happens: at most a few messages. For this, your chat’s address is kept, encrypted, and beside it your language and, if you gave it, your country, until you stop it with /updates. Questions: { $contact }
    .version = 1

choice-agree = I agree
choice-decline = No, thank you
