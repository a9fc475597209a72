### Hearing what comes of a campaign.

updates =
    <b>Nouvelles</b>

    { $lines }

    Touchez une pétition pour en recevoir des nouvelles, ou ne plus en recevoir.
updates-line-on = 🔔 Vous recevez des nouvelles de « { $title } ».
updates-line-off = 🔕 Vous ne recevez aucun message au sujet de « { $title } ».
updates-none = Il n’y a en ce moment aucune pétition dont vous pourriez recevoir des nouvelles.
updates-ask =
    <b>Voulez-vous connaître la suite de « { $title } » ?</b>

    { $updates }
updates-on = C’est noté, nous vous tiendrons au courant. Pour arrêter à tout moment : /updates
updates-off = C’est fait. Vous ne recevrez plus de messages au sujet de cette pétition.
updates-declined = Très bien, pas de messages. Si vous changez d’avis : /updates
broadcast-letter = { $text }

choice-updates-yes = Oui, prévenez-moi
choice-updates-no = Non, merci
choice-updates-stop = 🔕 Arrêter ces messages
choice-updates-on = 🔔 Activer : { $title }
choice-updates-off = 🔕 Désactiver : { $title }
