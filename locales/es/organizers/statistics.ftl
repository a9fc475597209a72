### Las cifras para quienes organizan: los gráficos y lo que dicen en palabras.

stats =
    { $sample }
    <b>{ $title }</b>
    { $what }

    { $headline }
    { $lines }

    { $note }
stats-which =
    <b>Las cifras</b>

    ¿De qué campaña?
stats-line = • { $label }: { $amount }

stats-total =
    { $total ->
        [0] Todavía no ha firmado nadie
        [one] Una firma
        [many] { $total } de firmas
       *[other] { $total } firmas
    }
stats-about = { $amount }
stats-part = { $amount } ({ NUMBER($part, style: "percent", maximumFractionDigits: 0) })
stats-few = menos de { $fewest }
stats-tens =
    { $fewest ->
        [100] En centenas completas
       *[other] En decenas completas
    }; lo que no llega a { $fewest } no se muestra. Así no se puede señalar a nadie.
stats-nothing = Aún no hay nada que mostrar: todavía no ha firmado nadie.
stats-too-few = Aún son muy pocas para un gráfico: una cifra menor de { $fewest } podría señalar a alguien.

stats-growth = Cómo ha crecido
stats-last-days = { $days ->
        [one] El último día
        [many] Los últimos { $days } días
       *[other] Los últimos { $days } días
    }
stats-best-day = El mejor día, { DATETIME($day, skeleton: "yMMMMd") }
stats-each-day = Día a día
stats-each-week = Semana a semana
stats-each-month = Mes a mes
stats-day = { DATETIME($day, skeleton: "MMMMd") }
stats-week = Semana del { DATETIME($day, skeleton: "yMMMMd") }
stats-month = { DATETIME($day, skeleton: "yMMMM") }
stats-day-short = { DATETIME($day, skeleton: "MMMd") }
stats-month-short = { DATETIME($day, skeleton: "yMMM") }

stats-languages = En qué idiomas se firma
stats-language = { $language }
stats-countries = Desde dónde se firma
stats-country = { $country }
stats-others = El resto

stats-sources = Por dónde llegan
stats-source-direct = Directamente al bot
stats-source-invite = El enlace de un contacto
stats-source-inline = Una tarjeta en un chat
stats-source-origin = Otros enlaces con nombre
stats-source-group = La tarjeta de un grupo
stats-source-page = La página pública
stats-origin = { $label }

stats-funnel = Del primer vistazo a la firma
stats-funnel-note =
    { $fewest ->
        [100] En centenas completas
       *[other] En decenas completas
    }; lo que no llega a { $fewest } no se muestra, para que no se pueda señalar a nadie. Los porcentajes se calculan sobre quienes la vieron. Quien vuelve mucho después cuenta otra vez.
stats-stage-seen = La vieron
stats-stage-read = Siguieron leyendo
stats-stage-consented = Dieron su consentimiento
stats-stage-signed = Firmaron
stats-stage-shared = Tienen un enlace para compartir

stats-reach = A quién llegaron los envíos
stats-reach-nothing = Todavía no se ha enviado nada.
stats-reach-note = Bloqueados: personas que bloquearon el bot. Dudosos: se cortó la conexión durante el envío.
stats-broadcast = N.º { NUMBER($number, useGrouping: 0) }, { DATETIME($day, skeleton: "yMMMd") }
stats-of = { $sent } de { $size }
stats-reach-line = • { $broadcast }: { $sent } enviados de { $size }. Bloqueados: { $blocked }. Bajas: { $unsubscribed }. Dudosos: { $unknown }. Fallidos: { $failed }.

choice-stats = 📊 Cifras
stats-view-growth = 📈 Crecimiento
stats-view-pace = 🗓 Nuevas
stats-view-languages = 💬 Idiomas
stats-view-countries = 🌍 Países
stats-view-sources = 🔗 Procedencia
stats-view-funnel = 👣 Recorrido
stats-view-reach = 📣 Envíos
