### Les signatures à vérifier, et ce qu’elles deviennent.

held =
    <b>À vérifier</b>

    { $lines }
held-none =
    <b>À vérifier</b>

    Aucune signature n’attend votre décision. Si quelque chose vous paraît louche, mettez ces signatures de côté : celles qui ne sont pas encore comptées attendent que vous ayez vérifié.
held-picked =
    <b>Mises de côté par l’équipe :</b> { $count ->
        [0] moins de dix
       *[other] { $count }
    }
held-suspicious =
    <b>Suspectes dès le départ :</b> { $count ->
        [0] moins de dix
       *[other] { $count }
    }
held-pile = • { $country }, { DATETIME($day, dateStyle: "medium") } : { $count }
held-nowhere = pays non indiqué
held-smaller =
    { $count ->
        [one] et un groupe plus petit
        [many] et { $count } de groupes plus petits
       *[other] et { $count } groupes plus petits
    }
held-deciding = ⏳ Les décisions prises sont en train d’être appliquées.

sift =
    <b>Quelles signatures ?</b>

    { $lines }

    { $count ->
        [0] Aucune signature ne correspond.
        [one] Une signature correspond.
        [many] { $count } de signatures correspondent.
       *[other] { $count } signatures correspondent.
    }
    { $counted }
sift-few =
    <b>Quelles signatures ?</b>

    { $lines }

    Moins de { $fewest } signatures correspondent, ou aucune. Un nombre si petit pourrait désigner quelqu’un : il n’est donc pas affiché, et on ne peut rien faire de ces seules signatures. Élargissez votre choix.
sifted-new = Toutes, sauf celles déjà mises de côté
sifted-picked = Mises de côté par l’équipe
sifted-suspicious = Suspectes dès le départ
sifted-country = • Pays : { $country }
sifted-language = • Signées en : { $language }
sifted-source = • Arrivées par : { $source }
sifted-link = • Arrivées par le lien : { $link }
sifted-day = • Signées le { DATETIME($since, dateStyle: "medium") }
sifted-days = • Signées du { DATETIME($since, dateStyle: "medium") } au { DATETIME($until, dateStyle: "medium") }
sifted-counted =
    { $count ->
        [one] Une est déjà comptée, et continuera de l’être tant qu’elle n’est pas retirée.
        [many] { $count } sont déjà comptées, et continueront de l’être tant qu’elles ne sont pas retirées.
       *[other] { $count } sont déjà comptées, et continueront de l’être tant qu’elles ne sont pas retirées.
    }
sifted-falls = ✂️ En moins au total : { $count }
came-direct = un lien simple
came-invite = un lien personnel
came-inline = une carte envoyée dans une conversation
came-origin = un lien nommé
came-group = un groupe
came-page = la page publique

sift-country = De quel pays ? Choisissez ci-dessous, ou écrivez son nom dans n’importe quelle langue.
sift-language = Dans quelle langue ont-elles été signées ?
sift-language-choice = { $language }
sift-link = Par où sont-elles arrivées ? Choisissez une sorte de lien, ou l’un de vos liens nommés.
sift-link-choice = 🔗 { $link }
sift-days = Quels jours ? Choisissez ci-dessous, ou écrivez un ou deux jours, par exemple 2026-03-01 2026-03-04. Les jours sont comptés en heure UTC.
sift-days-unclear = Je ne comprends pas ces dates. Écrivez-les ainsi : 2026-03-01 2026-03-04
sift-why =
    { $count ->
        [one] <b>Pourquoi retirer cette signature ?</b>
        [many] <b>Pourquoi retirer ces { $count } de signatures ?</b>
       *[other] <b>Pourquoi retirer ces { $count } signatures ?</b>
    }

    Le journal public montrera le motif, et rien sur les personnes.
sift-nothing = Plus aucune signature ne correspond.
sift-changed = D’autres signatures ont été mises de côté entre-temps. Voici le nouveau nombre : regardez encore une fois.

sift-hold =
    { $count ->
        [one] <b>Mettre une signature de côté ?</b>
        [many] <b>Mettre { $count } de signatures de côté ?</b>
       *[other] <b>Mettre { $count } signatures de côté ?</b>
    }

    { $lines }

    Ce qui n’est pas encore compté attendra que vous le validiez. Personne n’en est averti.
    { $counted }
sift-release =
    { $count ->
        [one] <b>Valider une signature ?</b>
        [many] <b>Valider { $count } de signatures ?</b>
       *[other] <b>Valider { $count } signatures ?</b>
    }

    { $lines }

    { $count ->
        [one] Elle comptera.
        [many] Elles compteront toutes.
       *[other] Elles compteront toutes.
    }
    { $counted }
sift-remove =
    { $count ->
        [one] <b>Retirer définitivement une signature ?</b>
        [many] <b>Retirer définitivement { $count } de signatures ?</b>
       *[other] <b>Retirer définitivement { $count } signatures ?</b>
    }

    { $lines }
    Motif : { $reason }

    C’est irréversible. Tout ce qui s’y rapporte est effacé, et le total baisse du nombre de celles qui étaient comptées. Chacune de ces personnes pourra signer à nouveau.
    { $counted }
removal-duplicate = signé plusieurs fois
removal-automated = signé par un programme
removal-false-details = fausses informations
removal-legal = obligation légale
sift-done-hold =
    { $count ->
        [0] Il ne restait rien à mettre de côté.
        [one] C’est fait. Une signature est mise de côté.
        [many] C’est fait. { $count } de signatures sont mises de côté.
       *[other] C’est fait. { $count } signatures sont mises de côté.
    }
sift-done-release =
    { $count ->
        [0] Quelqu’un d’autre a déjà tranché.
        [one] C’est fait. Une signature est validée.
        [many] C’est fait. { $count } de signatures sont validées.
       *[other] C’est fait. { $count } signatures sont validées.
    }
sift-done-remove =
    { $count ->
        [0] Quelqu’un d’autre a déjà tranché.
        [one] C’est fait. Une signature est retirée.
        [many] C’est fait. { $count } de signatures sont retirées.
       *[other] C’est fait. { $count } signatures sont retirées.
    }

choice-held = 🔎 À vérifier
choice-held-picked = Mises de côté
choice-held-suspicious = Suspectes
choice-sift-new = ➕ Choisir des signatures
choice-hold = Mettre de côté
choice-release = Valider
choice-remove = Retirer
choice-sift-country = Pays
choice-sift-language = Langue
choice-sift-link = Lien
choice-sift-days = Jours
choice-sift-all = Enlever les filtres
choice-sift-leave = ← En rester là
choice-today = Aujourd’hui
choice-yesterday = Hier
choice-week = Les 7 derniers jours
choice-duplicate = Signé plusieurs fois
choice-automated = Signé par un programme
choice-false-details = Fausses informations
choice-legal = Obligation légale
choice-sure-hold = Oui, mettre de côté
choice-sure-release = Oui, qu’elles comptent
choice-sure-remove = Oui, retirer pour de bon
choice-sift-no = Non, retour
