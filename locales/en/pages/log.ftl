### The page about a petition's public log, where a receipt can be checked, too.

page-check = Check the count
page-log-intro = Every signature, every one taken back and every one removed is an entry in a public log, without any names. Anybody can count them again, and nobody can change them unseen: not even those who run this petition.
page-log-stands = The last signed count
page-log-total =
    { $total ->
        [0] No signatures yet
        [one] <b>{ $total }</b> signature
       *[other] <b>{ $total }</b> signatures
    }
page-log-added = Signed
page-log-withdrawn = Taken back
page-log-removed = Removed by the organizers
page-log-size = Entries in the log
page-log-signed = Signed by the log on { DATETIME($at, dateStyle: "long", timeStyle: "short") } (UTC). Such a signed count is called a checkpoint.
page-log-due = Next checkpoint: on { DATETIME($at, dateStyle: "long", timeStyle: "short") } (UTC), or later if nothing changes before then.
page-log-due-any-time = Next checkpoint: as soon as anything changes.
page-log-since = The petition’s own page also counts what has been signed since. The log shows it with the next checkpoint.
page-log-none = Nothing has been signed by the log yet. Its first checkpoint is on its way: please come back in a few minutes.
page-log-proves = What the log proves
page-log-proves-count = The number is right: those who signed, minus signatures taken back, minus signatures removed. Each of them is one entry.
page-log-proves-unseen = Nobody can add, drop or change an entry unseen, not even those who run the log. Each checkpoint seals everything that came before it, so whoever has kept an older one can prove any tampering.
page-log-proves-yours = Signers who ask for a receipt can see for themselves that their signature is in there.
page-log-open = What it does not prove
page-log-open-people = That every entry is one real person. One account signs once, but somebody with several accounts can sign several times.
page-log-open-pressed = That nobody was pressed to sign.
page-log-open-who = Who signed. That is on purpose: there are no names in the log, and nobody can work them out from it.
page-log-reasons = Why signatures were removed
page-log-reason = Reason
page-log-reasons-few = Only reasons that apply to ten signatures or more are listed here. Each removal is in the log, with its reason.
page-log-yourself = Check everything yourself
page-log-yourself-how = The log is served in the open C2SP tlog-tiles format: download a copy with any tool that knows it, and count. One such tool comes with Porte-voix, which is free software:
page-log-yourself-server = It also checks receipts, without any network. This page comes from the same server as the log: if you do not want to rely on that server, rely on the tool.
page-log-address = The log’s address
page-log-key = The log’s verifier key: every check begins with it, so keep a copy.
page-log-compare = Keep a checkpoint now and then, and compare it with those of others. Two that contradict each other prove that somebody has cheated.
page-log-checkpoint = The last checkpoint, as a file
page-log-key-file = The verifier key, as a file
page-receipt = Check your receipt
page-receipt-how = Paste the receipt that the bot gave you, or choose its file. It is checked right here in your browser and not sent anywhere. You can go offline first: it works all the same.
page-receipt-keep = Keep your receipt to yourself. It shows that somebody signed, from which country and in which language, and whoever has it can take the signature back.
page-receipt-paste = Your receipt
page-receipt-file = Choose a file
page-receipt-check = Check
page-receipt-clear = Clear
page-receipt-unscripted = To check a receipt on this page, your browser has to run JavaScript. Without it, use the tool described below: it checks receipts as well, on your own computer.
page-receipt-proof = This receipt is genuine: the signature is in the log.
page-receipt-promise = This is a genuine promise: the log has given its word, signed, that this signature will be in it. After the next checkpoint, ask the bot again and you will get the proof.
page-receipt-refused = This is not a valid receipt of this log.
page-receipt-unable = This browser cannot check it: it does not know Ed25519 signatures, or this page was not opened over https. Your receipt may well be fine. Try a newer version of Firefox, Chrome or Safari.
page-receipt-private = It does not say who signed, nor whether the signature was taken back since. Please do not send it to anybody, and clear the field when you are done.
page-receipt-petition = Petition
page-receipt-language = Language
page-receipt-entry = Entry number, from 0
page-receipt-size = Entries at that time
page-receipt-signatures = Signatures at that time
page-receipt-not-given = Not given
page-refused-too-long = It is longer than any receipt.
page-refused-encoding = It has characters that no receipt has. Was the file changed by another program?
page-refused-base64 = Characters in one of its lines are missing or different from what they were.
page-refused-number = A number in it is not written as the log writes it.
page-refused-proof-form = It does not have the form of a receipt. Is all of it there, from the first line to the last?
page-refused-note-form = Its last part, what the log has signed, is incomplete or damaged.
page-refused-key-name = The name beside the log’s signature is not one that a log can have.
page-refused-checkpoint-form = The checkpoint in it does not have the form of one.
page-refused-origin = It is from another log. Open the page of the petition that you signed.
page-refused-unsigned = This log has not signed it.
page-refused-signature = The log’s signature does not fit: after signing, something was changed.
page-refused-index = It names an entry that the log did not have yet.
page-refused-path-length = The proof in it is too short or too long.
page-refused-root = The proof does not lead to what the log has signed: the receipt was changed, or this signature is not in the log.
