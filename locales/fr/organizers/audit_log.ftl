### Le journal : ce que les organisateurs ont fait, et ce qui est arrivé à un envoi sans que
### personne n’y touche, comme dans « 24 nov., 18:05 · Ida : a suspendu … ».

audit =
    <b>Ce qui a été fait ({ $where })</b>

    { $lines }

    🕓 Heures : { $clock }
audit-empty = Il ne s’est encore rien passé ici.
audit-day = <b>{ DATETIME($day, dateStyle: "long") }</b>
deed = • { DATETIME($at, timeStyle: "short") } · { $who } : { $what }
deed-in = • { DATETIME($at, timeStyle: "short") } · { $who } ({ $where }) : { $what }
deed-times = { $deed } (× { $count })
deed-by-command = Sur le serveur
choice-audit = 📜 Ce qui a été fait

activity =
    <b>Qui a été à l’œuvre ces { $days } derniers jours</b>
    { $where }

    { $lines }
activity-none =
    <b>Qui a été à l’œuvre</b>
    { $where }

    Personne n’a rien fait ici ces { $days } derniers jours.
activity-who = • { $who }
activity-more = • { $count ->
    [one] et une autre personne
    [many] et { $count } d’autres personnes
   *[other] et { $count } autres personnes
}
choice-activity = 🗓 Qui était à l’œuvre, et quand

## The team

deed-link = a créé un lien d’invitation ({ $role })
deed-joined = a rejoint l’équipe ({ $role })
deed-removed = a retiré un rôle au membre nº { NUMBER($number, useGrouping: 0) }

## Campaigns

deed-created = a créé la campagne
deed-imported = l’a importée d’un dossier
deed-text = a changé un texte ({ $language }) : { $what }
deed-setting = a changé un réglage : { $what }
deed-opened = a ouvert la campagne
deed-keys = a choisi les clés qui scellent les noms : { $after }
deed-keys-changed = a changé les clés qui scellent les nouveaux noms : { $after }, et non plus { $before }
deed-paused = a mis la campagne en pause
deed-resumed = a relancé la campagne
deed-closed = a clos la campagne définitivement

## Broadcasts

deed-broadcast-drafted = a commencé un brouillon : envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-confirmed =
    { $size ->
        [one] a confirmé l’envoi nº { NUMBER($number, useGrouping: 0) }, à { $size } personne
        [many] a confirmé l’envoi nº { NUMBER($number, useGrouping: 0) }, à { $size } de personnes
       *[other] a confirmé l’envoi nº { NUMBER($number, useGrouping: 0) }, à { $size } personnes
    }
deed-broadcast-approved = a donné son accord pour l’envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-rejected = a remis l’envoi nº { NUMBER($number, useGrouping: 0) } en brouillon
deed-broadcast-paused = a mis l’envoi nº { NUMBER($number, useGrouping: 0) } en pause
deed-broadcast-resumed = a fait reprendre l’envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-cancelled = a annulé l’envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-repeated =
    { $size ->
        [one] a refait l’envoi nº { NUMBER($number, useGrouping: 0) } pour { $size } personne qui ne l’a peut-être pas reçu
        [many] a refait l’envoi nº { NUMBER($number, useGrouping: 0) } pour { $size } de personnes qui ne l’ont peut-être pas reçu
       *[other] a refait l’envoi nº { NUMBER($number, useGrouping: 0) } pour { $size } personnes qui ne l’ont peut-être pas reçu
    }
deed-broadcast-lost = l’envoi nº { NUMBER($number, useGrouping: 0) } a été annulé : la campagne est close, on ne peut plus savoir qui a signé
deed-broadcast-written = a rédigé l’envoi nº { NUMBER($number, useGrouping: 0) } ({ $language })
deed-broadcast-tried = a fait un essai de l’envoi nº { NUMBER($number, useGrouping: 0) } dans sa propre conversation ({ $language })
deed-broadcast-illustrated = a changé l’image de l’envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-aimed = a choisi qui reçoit l’envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-dropped = a jeté le brouillon nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-quiet = a réglé l’envoi nº { NUMBER($number, useGrouping: 0) } pour épargner les nuits
deed-broadcast-loud = a réglé l’envoi nº { NUMBER($number, useGrouping: 0) } pour partir aussi la nuit
deed-broadcast-paid = a choisi de payer en Stars la vitesse de l’envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-unpaid = a choisi de ne rien payer pour l’envoi nº { NUMBER($number, useGrouping: 0) }
deed-broadcast-grown =
    { $size ->
        [one] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } personne
        [many] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } de personnes
       *[other] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } personnes
    }
deed-broadcast-orphaned = l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord de quelqu’un : la personne qui l’avait lancé n’a plus son mot à dire ici

## Signatures held for review

deed-held =
    { $count ->
        [one] a mis une signature de côté
        [many] a mis { $count } de signatures de côté
       *[other] a mis { $count } signatures de côté
    }
deed-released =
    { $count ->
        [one] a validé une signature
        [many] a validé { $count } de signatures
       *[other] a validé { $count } signatures
    }
deed-invalidated =
    { $count ->
        [one] a retiré une signature ({ $reason })
        [many] a retiré { $count } de signatures ({ $reason })
       *[other] a retiré { $count } signatures ({ $reason })
    }

## Exports

deed-export-asked =
    { $count ->
        [0] export nº { NUMBER($number, useGrouping: 0) } demandé : aucune signature
        [one] export nº { NUMBER($number, useGrouping: 0) } demandé : une signature
        [many] export nº { NUMBER($number, useGrouping: 0) } demandé : { $count } de signatures
       *[other] export nº { NUMBER($number, useGrouping: 0) } demandé : { $count } signatures
    }
deed-export-granted = a accordé l’export nº { NUMBER($number, useGrouping: 0) }
deed-export-refused = a refusé l’export nº { NUMBER($number, useGrouping: 0) }
deed-exported =
    { $count ->
        [0] aucune signature n’a été exportée
        [one] une signature a été exportée
        [many] { $count } de signatures ont été exportées
       *[other] { $count } signatures ont été exportées
    }
