### The public page, the counter for other sites, and the share card.

page-total =
    { $total ->
        [0] Nobody has signed yet. Be the first.
        [one] <b>{ $total }</b> person has signed
       *[other] <b>{ $total }</b> people have signed
    }
page-date = { DATETIME($date, dateStyle: "long") }
page-goal = Next goal: { $milestone }
page-sign = Sign in Telegram
page-sign-how = A private chat opens there. Nothing is sent before you confirm.
page-scan = Rather on your phone? Scan this code.
page-qr = QR code that opens the petition in Telegram
page-closed = This petition is closed. Thank you to everybody who signed.
page-paused = This petition is paused: it cannot be signed for now. Every signature given so far still counts.
page-others = Petitions you can sign now
page-ask = What we demand
page-related = Related reading
page-growth = How it grew
page-growth-told = From { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }: { $total ->
        [one] { $total } signature.
       *[other] { $total } signatures.
    }
page-countries = Where people sign
page-elsewhere = Other countries, or none given
page-table = The same figures in a table
page-day = Day
page-country = Country
page-signatures = Signatures
page-share = Would you pass it on?
page-copy-how = For Signal and everything else: copy this text, then paste it where you like.
page-copied = Copied
page-languages = Languages
page-in-your-language = Read this in English
page-for-sites = For your own website
page-for-sites-how = This shows the live count on your page:
page-open = Read and sign
page-safe = This page sets no cookies and loads nothing from other sites. It never shows who signed.
