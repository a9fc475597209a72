### What a supporter reads before anything is asked of them.

no-campaigns = Ahora mismo no hay ninguna petición abierta. Vuelve pronto o escribe /help.
campaigns =
    { $count ->
        [one] Hay una petición abierta. Tócala para leerla.
        [many] Hay { $count } de peticiones abiertas. ¿Cuál quieres leer?
       *[other] Hay { $count } peticiones abiertas. ¿Cuál quieres leer?
    }

    { $unnamed }
campaign-listed = { $title }
campaign-urgent = 🚨 { $title }
invite-unknown = Ese enlace no lleva a ninguna de nuestras peticiones.
welcome-back = ¡Qué bueno verte de nuevo! Seguimos donde lo dejaste.
language-unsupported = Todavía no hablamos tu idioma, así que seguimos en este: { $language }. Con /language puedes elegir otro.
alert-other-language = Esta petición aún no está traducida a tu idioma. Idioma del texto: { $language }.

urgent-mark = 🚨 <b>URGENTE</b> ·
sample-mark = 🎈 <i>Un ejemplo: sus firmas son inventadas.</i>
picture-credit = <i>{ $credit }</i>
alert =
    { $sample }
    { $urgent } { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    <b>Lo que exigimos:</b> { $ask }

    { $total ->
        [0] Todavía no ha firmado nadie. La primera firma puede ser la tuya.
        [one] Ha firmado <b>{ $total } persona</b>.
        [many] Han firmado <b>{ $total } de personas</b>.
       *[other] Han firmado <b>{ $total } personas</b>.
    } { $share ->
        [0] { "" }
       *[other] { $country }: { $share }.
    }
    { $bar }
    Próxima meta: { $milestone }

    { $high_risk }

    { $credit }
alert-closed =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    Esta petición está cerrada. { $total ->
        [one] La firmó <b>{ $total } persona</b>.
        [many] La firmaron <b>{ $total } de personas</b>.
       *[other] La firmaron <b>{ $total } personas</b>.
    }

    { $credit }
alert-paused =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Todavía no ha firmado nadie.
        [one] Ha firmado <b>{ $total } persona</b>.
        [many] Han firmado <b>{ $total } de personas</b>.
       *[other] Han firmado <b>{ $total } personas</b>.
    }

    ⏸ <b>Esta petición está en pausa: por ahora no se puede firmar.</b> Las firmas que ya hay siguen contando. Toca «Novedades» si quieres saber cómo sigue.

    { $credit }
read =
    <b>{ $heading }</b>

    { $text }

    { $page } / { $pages }
    { $credit }

choice-sign = ✍️ Firmar
choice-read = 📖 Leer más
choice-campaigns = Todas las peticiones
choice-next = Siguiente ›
choice-previous = ‹ Anterior
choice-card = Ver la petición
