### Cards in groups, in channels, and those that people post into any chat.

card =
    { $sample }
    { $urgent } { $rubric }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Personne n’a encore signé. La première signature peut être la vôtre.
        [one] <b>{ $total } personne</b> a signé.
        [many] <b>{ $total } de personnes</b> ont signé.
       *[other] <b>{ $total } personnes</b> ont signé.
    }
    { $bar }
    Prochain objectif : { $milestone }

    🔒 La signature se fait en privé : personne ici ne voit qui signe.
card-closed =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    Cette pétition est close. { $total ->
        [one] <b>{ $total } personne</b> l’a signée.
        [many] <b>{ $total } de personnes</b> l’ont signée.
       *[other] <b>{ $total } personnes</b> l’ont signée.
    }
card-paused =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    ⏸ Cette pétition est en pause : on ne peut pas la signer pour l’instant.
    { $total ->
        [0] Personne n’a encore signé.
        [one] <b>{ $total } personne</b> a signé.
        [many] <b>{ $total } de personnes</b> ont signé.
       *[other] <b>{ $total } personnes</b> ont signé.
    }
card-total =
    { $total ->
        [0] Personne n’a encore signé. La première signature peut être la vôtre.
        [one] { $total } personne a signé.
        [many] { $total } de personnes ont signé.
       *[other] { $total } personnes ont signé.
    }
link-sign = ✍️ Lire et signer
link-see = Voir la pétition
