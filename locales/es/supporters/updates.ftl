### Hearing what comes of a campaign.

updates =
    <b>Novedades</b>

    { $lines }

    Toca una petición para activar o desactivar sus novedades.
updates-line-on = 🔔 Recibes novedades de «{ $title }».
updates-line-off = 🔕 No recibes ningún mensaje sobre «{ $title }».
updates-none = Ahora mismo no hay ninguna petición de la que puedas recibir novedades.
updates-ask =
    <b>¿Quieres saber cómo sigue «{ $title }»?</b>

    { $updates }
updates-on = Listo, te mantendremos al día. Con /updates puedes dejarlo cuando quieras.
updates-off = Listo. Ya no recibirás mensajes sobre esta petición.
updates-declined = Muy bien, sin mensajes. Si cambias de opinión: /updates
broadcast-letter = { $text }

choice-updates-yes = Sí, mantenme al día
choice-updates-no = No, gracias
choice-updates-stop = 🔕 Parar estos mensajes
choice-updates-on = 🔔 Activar: { $title }
choice-updates-off = 🔕 Desactivar: { $title }
