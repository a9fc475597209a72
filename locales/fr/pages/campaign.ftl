### The public page, the counter for other sites, and the share card.

page-total =
    { $total ->
        [0] Personne n’a encore signé. La première signature peut être la vôtre.
        [one] <b>{ $total }</b> personne a signé
        [many] <b>{ $total }</b> de personnes ont signé
       *[other] <b>{ $total }</b> personnes ont signé
    }
page-date = { DATETIME($date, dateStyle: "long") }
page-goal = Prochain objectif : { $milestone }
page-sign = Signer dans Telegram
page-sign-how = Une conversation privée s’y ouvre. Rien n’est envoyé tant que vous n’avez pas confirmé.
page-scan = Plutôt sur votre téléphone ? Scannez ce code.
page-qr = Code QR qui ouvre la pétition dans Telegram
page-closed = Cette pétition est close. Merci à toutes les personnes qui l’ont signée.
page-paused = Cette pétition est en pause : on ne peut pas la signer pour l’instant. Les signatures déjà données comptent toujours.
page-others = Les pétitions à signer en ce moment
page-ask = Ce que nous exigeons
page-related = À lire aussi
page-growth = Comment la pétition a grandi
page-growth-told = Du { DATETIME($first, dateStyle: "long") } au { DATETIME($last, dateStyle: "long") } : { $total ->
        [one] { $total } signature.
        [many] { $total } de signatures.
       *[other] { $total } signatures.
    }
page-countries = D’où viennent les signatures
page-elsewhere = Autres pays, ou pays non indiqué
page-table = Les mêmes chiffres en tableau
page-day = Jour
page-country = Pays
page-signatures = Signatures
page-share = Voulez-vous faire passer cette pétition ?
page-copy-how = Pour Signal et tout le reste : copiez ce texte, puis collez-le où vous voulez.
page-copied = Copié
page-languages = Langues
page-in-your-language = Lire cette page en français
page-for-sites = Pour votre propre site web
page-for-sites-how = Ceci affiche le nombre de signatures en direct sur votre page :
page-open = Lire et signer
page-safe = Cette page ne dépose aucun cookie et ne charge rien depuis d’autres sites. Elle ne montre jamais qui a signé.
