### Le bureau des organisateurs : les campagnes, l’équipe.

organize =
    { $count ->
        [0] <b>Votre tableau de bord</b>

            Il n’y a pas encore de campagne.
        [one] <b>Votre tableau de bord</b>

            Une campagne. Touchez-la pour y travailler.
        [many] <b>Votre tableau de bord</b>

            { $count } de campagnes. Touchez-en une pour y travailler.
       *[other] <b>Votre tableau de bord</b>

            { $count } campagnes. Touchez-en une pour y travailler.
    }
organize-draft = ✏️ { $title }
organize-open = 🟢 { $title }
organize-paused = ⏸ { $title }
organize-closed = ⚪️ { $title }
organizer-not-yours = Votre rôle ne vous permet pas de faire cela. Si vous en avez besoin, parlez-en à une personne responsable de la campagne.
desk =
    { $sample }
    <b>{ $title }</b>

    { $status }
    { $total ->
        [0] Personne n’a encore signé.
        [one] Une signature.
        [many] { $total } de signatures.
       *[other] { $total } signatures.
    }
    Votre rôle ici : { $role }
status-draft = ✏️ Brouillon : personne ne la voit encore.
status-open = 🟢 Ouverte : on peut signer.
status-paused = ⏸ En pause : on peut lire, mais pas signer pour l’instant.
status-closed = ⚪️ Close définitivement.
desk-erases = 🗑 Les signatures s’effacent d’elles-mêmes le { DATETIME($day, dateStyle: "long") } ; leur nombre reste.
desk-erased = 🗑 Les signatures ont été effacées le { DATETIME($day, dateStyle: "long") } ; leur nombre reste.
role-owner = responsable
role-organizer = organisation
role-translator = traduction
role-viewer = lecture seule
house = toutes les campagnes

join =
    <b>On vous demande de l’aide : { $where }</b>

    Votre rôle serait : { $role }

    Si vous acceptez, le nom affiché sur votre profil et l’adresse de cette conversation sont conservés, chiffrés, jusqu’à votre départ ou jusqu’à ce que vous envoyiez /forget. Ce que vous ferez dans ce rôle est noté dans un journal que le reste de l’équipe peut lire.
join-spent = Ce lien a déjà servi ou a expiré : il ne marche qu’une fois, et pendant un jour. Demandez-en un nouveau à la personne qui vous l’a envoyé.
joined = Bienvenue ! /organize vous ramène ici à tout moment.
join-declined = Très bien. Rien n’a été conservé.

team =
    <b>L’équipe : { $where }</b>

    { $lines }
team-member = • { $name } : { $role }
team-yourself = • { $name } (vous) : { $role }
organizer-nameless = membre nº { NUMBER($number, useGrouping: 0) }
team-add =
    <b>Que pourra faire cette personne ? ({ $where })</b>

    Responsable : tout, y compris choisir l’équipe.
    Organisation : mener la campagne et écrire aux personnes qui la soutiennent.
    Traduction : rédiger les textes.
    Lecture seule : voir les chiffres.
team-link =
    <b>Un lien pour une seule personne ({ $where }, { $role })</b>

    { $link }

    Envoyez-le à cette personne et à elle seule, dans une conversation sûre : la première personne qui l’ouvre obtient le rôle. Il ne marche qu’une fois, et pendant un jour.
team-remove = Retirer ce rôle à { $name } ? ({ $where })
team-remove-yourself = Renoncer à votre propre rôle ? ({ $where })
team-removed = C’est fait. Le rôle est retiré.

mydata-organizer = • Vous faites partie de l’équipe d’une campagne : votre nom et l’adresse de cette conversation sont conservés, chiffrés, et ce que vous y faites est noté.
forget-organizer = Vous faites partie de l’équipe d’une campagne : votre rôle disparaît aussi, et seule une autre personne responsable peut vous le rendre. Ce que vous y avez fait reste noté, sous un numéro.

choice-desk = ← Tableau de bord
choice-organize = ← Toutes les campagnes
choice-back-to = ← { $room }
choice-team = 👥 L’équipe
choice-older = Plus ancien
choice-team-add = ➕ Inviter quelqu’un
choice-team-remove = ✖️ { $name }
choice-role-owner = Responsable
choice-role-organizer = Organisation
choice-role-translator = Traduction
choice-role-viewer = Lecture seule
choice-back = ← Retour
choice-join-yes = Oui, j’accepte
choice-join-no = Non
choice-remove-yes = Oui, le retirer
choice-remove-no = Non
choice-continue-organizing = Reprendre où j’en étais
