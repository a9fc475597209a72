### Les demandes de déchiffrer des signatures.

exports =
    <b>Exports</b>

    { $lines }
exports-none =
    <b>Exports</b>

    Personne n’a encore demandé à exporter des signatures. La personne qui détient la clé privée de l’organisation fait la demande avec la commande d’export, et c’est ici qu’une personne responsable de la campagne décide.
exports-line =
    Nº { NUMBER($number, useGrouping: 0) } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · { $count ->
        [0] aucune signature
        [one] une signature
        [many] { $count } de signatures
       *[other] { $count } signatures
    } · { $state }
export-asked = en attente
export-granted = accordé
export-refused = refusé
export-used = effectué
export-expired = expiré
export =
    <b>Export nº { NUMBER($number, useGrouping: 0) } : { $title }</b>

    { $count ->
        [0] Aucune signature ne serait déchiffrée.
        [one] Une signature serait déchiffrée, avec tout ce que la personne a écrit.
        [many] { $count } de signatures seraient déchiffrées, avec tout ce que les personnes ont écrit.
       *[other] { $count } signatures seraient déchiffrées, avec tout ce que les personnes ont écrit.
    }
    { $which }

    { $state }
export-all = De tous les pays, dans toutes les langues.
export-country = Seulement ce pays : { $country }
export-language = Seulement celles signées en : { $language }
export-held = Y compris celles qui sont à vérifier.
export-told-asked = La demande vient de quelqu’un qui détient la clé privée. Ne l’accordez que si vous savez qui c’est, et pour quoi faire ; sinon, refusez.
export-told-granted = ✅ Accordé : l’export peut être fait une seule fois, dans les 24 heures. D’ici là, vous pouvez retirer votre accord.
export-told-refused = 🚫 Refusé.
export-told-used = L’export a été fait.
export-told-expired = Expiré : en 24 heures, personne n’a répondu ou personne ne s’en est servi.
export-late = Trop tard : la décision est déjà prise, l’export est fait, ou la demande a expiré.
exports-choice = Nº { NUMBER($number, useGrouping: 0) }

choice-exports = 🔐 Exports
choice-grant = ✅ Accorder
choice-refuse = 🚫 Refuser
choice-revoke = 🚫 Retirer l’accord
