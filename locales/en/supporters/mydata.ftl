### What is held about a person, and taking it back.

mydata =
    <b>This is what we hold about you:</b>

    { $lines }
mydata-signature = • Your signature under “{ $title }” of { DATETIME($since, dateStyle: "long") }. Country: { $country }, language: { $language }.
mydata-signature-nowhere = • Your signature under “{ $title }” of { DATETIME($since, dateStyle: "long") }. Language: { $language }.
mydata-subscription = • That you asked for updates on “{ $title }” on { DATETIME($since, dateStyle: "long") }, and for that your chat’s address, encrypted.
mydata-sealed = • The name, e-mail and comment you may have signed with, sealed: this server stores them but cannot read them.
mydata-log = • A random number that leads to your entry in the public log. The log itself shows for ever that somebody signed, and nothing about who. A receipt tells you that number; we keep no receipt.
mydata-invite =
    { $count ->
        [0] • Your own link for passing on “{ $title }”. Nobody has joined through it yet; who did is never shown to anybody.
        [one] • Your own link for passing on “{ $title }”. { $count } person has joined through it; who it was is never shown to anybody.
       *[other] • Your own link for passing on “{ $title }”. { $count } people have joined through it; who they are is never shown to anybody.
    }
mydata-invite-told =
    { $count ->
        [0] • Your own link for passing on “{ $title }”. Nobody has joined through it yet. You asked to be told when people do, and for that your chat’s address is kept, encrypted.
        [one] • Your own link for passing on “{ $title }”. { $count } person has joined through it. You asked to be told of that, and for that your chat’s address is kept, encrypted.
       *[other] • Your own link for passing on “{ $title }”. { $count } people have joined through it. You asked to be told of that, and for that your chat’s address is kept, encrypted.
    }
mydata-form = • The answers of the signature you have begun; they vanish when you finish or cancel, and after a few days by themselves.
mydata-nothing = There is nothing here that could be found by your account: no signature under an open petition, and no updates.
mydata-file = Here is everything we hold about you and can read ourselves, as a file. It names the petitions you signed: keep it safe, or delete it together with this message.

withdraw =
    { $count ->
        [one] You have signed one petition. Tap it to take your signature back. For one that has closed you need your receipt: /verify.
       *[other] You have signed { $count } petitions. Which signature would you like to take back? For one that has closed you need your receipt: /verify.
    }
withdraw-sure =
    Would you really like to take back your signature under “{ $title }”?

    It is erased and no longer counted. You can sign again later.
withdraw-none = There is no signature of yours here that could be taken back. If the petition has closed, nothing leads from your account to your signature any more; with a receipt you can still take it back.
withdraw-kept = Your signature stays.
withdrawn = Your signature under “{ $title }” has been taken back and erased. You are no longer counted.
withdrawn-hears = Your signature under “{ $title }” has been taken back and erased. You are no longer counted. You still get updates, though: would you like to stop those too?

forget =
    <b>Erase everything?</b>

    Your signatures under the open petitions, your consents, your updates and this conversation’s answers are erased at once. Those signatures no longer count. This cannot be undone.

    What is already written in this chat stays on your phone: you can delete it there.
forgotten = Everything that could be found by your account has been erased. A signature under a petition that has already closed cannot be traced to you any more, not by us either: to take it back you need your receipt (/verify), or you write to the organisation. To leave no trace on this phone, delete this chat in your app as well. Take care.
forget-kept = Nothing was erased.

choice-file = Send it to me as a file
choice-mydata = My data
choice-withdraw = Take my signature back
choice-withdraw-yes = Yes, take it back
choice-withdraw-no = No, let it stand
choice-forget = Erase everything
choice-forget-yes = Yes, erase everything
choice-forget-no = No
