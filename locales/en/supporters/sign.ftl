### The questions of a signature, the review, the thanks.

name-ask =
    { $asked ->
        [required] What name would you like to sign with? You can type it here.
       *[optional] What name would you like to sign with? Type it, use a button, or stay anonymous.
    }
name-without-letters = We could not read a name in that. Please type it with letters.
name-too-long =
    { $most ->
        [one] A name may have { $most } character at most, and this one has { $length }. A shorter form will do.
       *[other] A name may have { $most } characters at most, and this one has { $length }. A shorter form will do.
    }
country-ask = Which country are you signing from? Tap it, or type its name in any language.
country-which = Which one do you mean? Tap it, or type the name once more.
country-unknown = We know of no country called “{ $text }”. Try its name in another language, or its two-letter code.
email-ask =
    { $asked ->
        [required] What is your e-mail address? Only { $responsible } will be able to read it.
       *[optional] Would you like to leave an e-mail address? Only { $responsible } will be able to read it. You can skip this.
    }
email-invalid = That does not look like an e-mail address. It should read something like name@example.org.
comment-ask =
    { $asked ->
        [required] Why are you signing? { $responsible } asks for a few words, { $most } characters at most.
       *[optional] Would you like to add why you are signing? { $most } characters at most. Only { $responsible } will be able to read it. You can skip this.
    }
comment-empty = There was nothing readable in that. Please type a few words.
comment-too-long =
    { $most ->
        [one] A comment may have { $most } character at most, and yours has { $length }. Could you shorten it a little?
       *[other] A comment may have { $most } characters at most, and yours has { $length }. Could you shorten it a little?
    }

review =
    <b>Is everything right?</b>
    “{ $title }”

    { $lines }

    Your signature only counts once you confirm.
review-name = Name: <b>{ $name }</b>
review-name-none = Name: anonymous
review-country = Country: <b>{ $country }</b>
review-country-none = Country: not given
review-email = E-mail: <b>{ $email }</b>
review-email-none = E-mail: none
review-comment = Comment: <b>{ $comment }</b>
review-comment-none = Comment: none

thanks =
    <b>Thank you. Your signature counts.</b>
    “{ $title }”

    { $total ->
        [one] You are the very first to sign.
       *[other] With you, we are now <b>{ $total }</b>.
    }
signed =
    { $thanks }

    Do you know somebody who would sign too?
signed-updates =
    { $thanks }

    <b>Would you like to hear what comes of it?</b>
    { $updates }
already =
    You have already signed “{ $title }”. You have been counted since { DATETIME($since, dateStyle: "long") }.

    Only you can see this.

choice-profile = { $name }
choice-anonymous = Stay anonymous
choice-country = { $flag } { $country }
choice-skip = Skip
choice-keep = Leave it as it was
choice-confirm = ✅ Confirm and sign
choice-edit-name = Change name
choice-edit-country = Change country
choice-edit-email = Change e-mail
choice-edit-comment = Change comment
choice-cancel = Do not sign
choice-updates = 🔔 Updates
