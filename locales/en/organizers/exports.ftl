### Requests to decrypt signatures.

exports =
    <b>Exports</b>

    { $lines }
exports-none =
    <b>Exports</b>

    Nobody has asked to export signatures yet. Whoever holds the organisation’s private key asks by the export command, and an owner decides here.
exports-line =
    No. { NUMBER($number, useGrouping: 0) } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · { $count ->
        [one] one signature
       *[other] { $count } signatures
    } · { $state }
export-asked = waits for an answer
export-granted = granted
export-refused = refused
export-used = made
export-expired = expired
export =
    <b>Export no. { NUMBER($number, useGrouping: 0) } of { $title }</b>

    { $count ->
        [one] One signature would be decrypted, with everything its signer wrote.
       *[other] { $count } signatures would be decrypted, with everything their signers wrote.
    }
    { $which }

    { $state }
export-all = From all countries, in all languages.
export-country = Only from: { $country }
export-language = Only those signed in: { $language }
export-held = With those that are held for review.
export-told-asked = Somebody who holds the private key asks for it. Grant it only if you know who, and what for: otherwise refuse.
export-told-granted = ✅ Granted: the export can be made once, within a day. Until then you can take it back.
export-told-refused = 🚫 Refused.
export-told-used = The export was made.
export-told-expired = Expired: nobody answered or used it within a day.
export-late = This was too late: it has been decided, used or has expired.
exports-choice = No. { NUMBER($number, useGrouping: 0) }

choice-exports = 🔐 Exports
choice-grant = ✅ Grant it
choice-refuse = 🚫 Refuse
choice-revoke = 🚫 Take it back
