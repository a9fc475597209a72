### Les chiffres pour l’équipe : les graphiques, et ce qu’ils disent en mots.

stats =
    { $sample }
    <b>{ $title }</b>
    { $what }

    { $headline }
    { $lines }

    { $note }
stats-which =
    <b>Les chiffres</b>

    De quelle campagne ?
stats-line = • { $label } : { $amount }

stats-total =
    { $total ->
        [0] Personne n’a encore signé
        [one] Une signature
        [many] { $total } de signatures
       *[other] { $total } signatures
    }
stats-about = { $amount }
stats-part = { $amount } ({ NUMBER($part, style: "percent", maximumFractionDigits: 0) })
stats-few = moins de { $fewest }
stats-tens =
    { $fewest ->
        [100] Arrondi à la centaine inférieure
       *[other] Arrondi à la dizaine inférieure
    } ; rien n’apparaît en dessous de { $fewest }. Ainsi, personne ne peut être repéré.
stats-nothing = Rien à montrer pour l’instant : personne n’a encore signé.
stats-too-few = C’est encore trop peu pour un graphique : en dessous de { $fewest }, un chiffre pourrait désigner quelqu’un.

stats-growth = L’évolution du total
stats-last-days = { $days ->
        [one] Le dernier jour
        [many] Les { $days } derniers jours
       *[other] Les { $days } derniers jours
    }
stats-best-day = Le meilleur jour, le { DATETIME($day, skeleton: "yMMMMd") }
stats-each-day = Jour par jour
stats-each-week = Semaine par semaine
stats-each-month = Mois par mois
stats-day = { DATETIME($day, skeleton: "MMMMd") }
stats-week = Semaine du { DATETIME($day, skeleton: "yMMMMd") }
stats-month = { DATETIME($day, skeleton: "yMMMM") }
stats-day-short = { DATETIME($day, skeleton: "MMMd") }
stats-month-short = { DATETIME($day, skeleton: "yMMM") }

stats-languages = Les langues des signataires
stats-language = { $language }
stats-countries = D’où l’on signe
stats-country = { $country }
stats-others = Tout le reste

stats-sources = Par où l’on arrive
stats-source-direct = Directement par le bot
stats-source-invite = Le lien d’un proche
stats-source-inline = Une carte dans une conversation
stats-source-origin = D’autres liens nommés
stats-source-group = La carte d’un groupe
stats-source-page = La page publique
stats-origin = { $label }

stats-funnel = De la découverte à la signature
stats-funnel-note =
    { $fewest ->
        [100] Arrondi à la centaine inférieure
       *[other] Arrondi à la dizaine inférieure
    } ; rien en dessous de { $fewest }, pour que personne ne puisse être repéré. Les pourcentages se rapportent aux personnes qui l’ont vue. Une personne qui revient bien plus tard est comptée à nouveau.
stats-stage-seen = L’ont vue
stats-stage-read = Ont lu la suite
stats-stage-consented = Ont donné leur accord
stats-stage-signed = Ont signé
stats-stage-shared = Ont un lien à partager

stats-reach = La portée des envois
stats-reach-nothing = Rien n’a encore été envoyé.
stats-reach-note = Bloqués : ces personnes ont bloqué le bot. Incertains : la connexion s’est coupée pendant l’envoi.
stats-broadcast = Nº { NUMBER($number, useGrouping: 0) }, { DATETIME($day, skeleton: "yMMMd") }
stats-of = { $sent } sur { $size }
stats-reach-line = • { $broadcast } : { $sent } envoyés sur { $size }. Bloqués : { $blocked }. Désabonnés : { $unsubscribed }. Incertains : { $unknown }. Échecs : { $failed }.

choice-stats = 📊 Les chiffres
stats-view-growth = 📈 Évolution
stats-view-pace = 🗓 Rythme
stats-view-languages = 💬 Langues
stats-view-countries = 🌍 Pays
stats-view-sources = 🔗 Provenance
stats-view-funnel = 👣 Parcours
stats-view-reach = 📣 Envois
