### Receipts: what they are, asking for one, and checking one.

receipt-which = Of which signature would you like a receipt?
receipt-ask =
    <b>A receipt for your signature under “{ $title }”</b>

    It is a small file that proves your signature is in the public count. You or anybody you trust can check it, without having to believe us. And once the petition has closed, it is the only way left to take your signature back.

    <b>Whoever finds it knows that its owner signed.</b> There is no name in it, but it would be in this chat and on this phone. If others look into your phone, better leave it.
receipt-none = There is no signature of yours here that a receipt could be written for. If the petition has closed, nothing leads from your account to your signature any more: what counts then is the receipt you already have.
receipt-later = The public log of this petition is only being set up. Please ask again in a minute or two.
receipt-promise =
    Here is our signed promise that your signature under “{ $title }” will be in the public log. The log signs what is new every so often, usually once an hour: ask again after that, and you get the proof itself.

    Put the file in a safe place. Then delete this message, and the file among this phone’s downloads if you opened it. We keep no receipt.
receipt-proof =
    Here is the proof that your signature under “{ $title }” is in the public log. It holds for as long as you keep it, and /verify checks it.

    Put the file in a safe place. Then delete this message, and the file among this phone’s downloads if you opened it. We keep no receipt.
receipt-declined = All right: no receipt was written.

verify-ask =
    <b>Check a receipt</b>

    Send the file here (its name ends in .tlog-proof), or paste its whole text. We tell you whether it holds, and you can take back the signature it belongs to, even when the petition has closed.

    What you send stays in this chat until you delete it.
verify-stopped = Nothing was checked.
receipt-unfit-strange = That is no receipt of ours. A receipt is a small file whose name ends in .tlog-proof.
receipt-unfit-damaged = This looks like a receipt, but something in it is missing or was changed. If you pasted its text, try the file itself.
receipt-unfit-forged = This receipt does not hold: our log did not sign what it says. Somebody has changed it or made it up. If you pasted its text, try the file itself.
receipt-unfit-elsewhere = This receipt belongs to a public log that is not kept here, so we cannot check it.
receipt-unfit-long = That file is too large for a receipt, or it could not be fetched. A receipt is much smaller than a picture.
receipt-holds =
    <b>This receipt holds.</b>
    “{ $title }”
    { $origin }

    { $count ->
        [one] The signature stands in the public log, which counted { $count } signature at that point.
       *[other] The signature stands in the public log, which counted { $count } signatures at that point.
    }

    The receipt does not say who signed, nor whether they have taken it back since. If others may see this chat, delete what you have just sent.
receipt-promised =
    <b>This promise is ours.</b>
    “{ $title }”
    { $origin }

    We signed that this signature will be in the public log. It is not the proof yet: whoever signed can ask for that after the log’s next checkpoint, usually within an hour.

    If others may see this chat, delete what you have just sent.
receipt-of = Country: { $country }, language: { $language }.
receipt-of-nowhere = Language: { $language }.
receipt-sure =
    Would you really like to take back the signature that this receipt belongs to, under “{ $title }”?

    It is erased and no longer counted.
receipt-withdrawn = The signature that this receipt belonged to, under “{ $title }”, is erased and no longer counted. The receipt itself still shows that its owner once signed: delete it, here and wherever else you keep it.
receipt-forgotten = We have already forgotten what that receipt said. Please send it once more.

choice-receipt = 🧾 Receipt
choice-receipt-yes = Send me the receipt
choice-receipt-no = Better not
choice-receipt-again = Ask for the proof
choice-verify = I have a receipt
choice-verify-no = Never mind
choice-receipt-withdraw = Take this signature back
choice-continue-verify = Back to checking the receipt
