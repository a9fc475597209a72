### What a supporter reads before anything is asked of them.

no-campaigns = Aucune pétition n’est ouverte en ce moment. Revenez bientôt, ou écrivez /help.
campaigns =
    { $count ->
        [one] Une pétition est ouverte. Touchez-la pour la lire.
        [many] { $count } de pétitions sont ouvertes. Laquelle voulez-vous lire ?
       *[other] { $count } pétitions sont ouvertes. Laquelle voulez-vous lire ?
    }

    { $unnamed }
campaign-listed = { $title }
campaign-urgent = 🚨 { $title }
invite-unknown = Ce lien ne mène à aucune de nos pétitions.
welcome-back = Vous revoilà ! Reprenons là où vous en étiez.
language-unsupported = Nous ne parlons pas encore votre langue. La conversation se fait donc dans celle-ci : { $language }. Pour en changer : /language
alert-other-language = Cette pétition n’est pas encore traduite dans votre langue. Langue du texte : { $language }.

urgent-mark = 🚨 <b>URGENT</b> ·
sample-mark = 🎈 <i>Un exemple : ses signatures sont inventées.</i>
picture-credit = <i>{ $credit }</i>
alert =
    { $sample }
    { $urgent } { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    <b>Ce que nous exigeons :</b> { $ask }

    { $total ->
        [0] Personne n’a encore signé. La première signature peut être la vôtre.
        [one] <b>{ $total } personne</b> a signé.
        [many] <b>{ $total } de personnes</b> ont signé.
       *[other] <b>{ $total } personnes</b> ont signé.
    } { $share ->
        [0] { "" }
       *[other] { $country } : { $share }.
    }
    { $bar }
    Prochain objectif : { $milestone }

    { $high_risk }

    { $credit }
alert-closed =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    Cette pétition est close. { $total ->
        [one] <b>{ $total } personne</b> l’a signée.
        [many] <b>{ $total } de personnes</b> l’ont signée.
       *[other] <b>{ $total } personnes</b> l’ont signée.
    }

    { $credit }
alert-paused =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Personne n’a encore signé.
        [one] <b>{ $total } personne</b> a signé.
        [many] <b>{ $total } de personnes</b> ont signé.
       *[other] <b>{ $total } personnes</b> ont signé.
    }

    ⏸ <b>Cette pétition est en pause : on ne peut pas la signer pour l’instant.</b> Les signatures déjà données comptent toujours. Touchez « Nouvelles » si vous voulez connaître la suite.

    { $credit }
read =
    <b>{ $heading }</b>

    { $text }

    { $page } / { $pages }
    { $credit }

choice-sign = ✍️ Signer
choice-read = 📖 En savoir plus
choice-campaigns = Toutes les pétitions
choice-next = Suite ›
choice-previous = ‹ Retour
choice-card = Voir la pétition
