# What organizers did with broadcasts, as the audit log tells it: "24 Nov, 18:05 · Ida: paused …"

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
