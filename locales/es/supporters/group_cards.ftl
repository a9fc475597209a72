### Cards in groups, in channels, and those that people post into any chat.

card =
    { $sample }
    { $urgent } { $rubric }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Todavía no ha firmado nadie. La primera firma puede ser la tuya.
        [one] Ha firmado <b>{ $total } persona</b>.
        [many] Han firmado <b>{ $total } de personas</b>.
       *[other] Han firmado <b>{ $total } personas</b>.
    }
    { $bar }
    Próxima meta: { $milestone }

    🔒 Se firma en privado: aquí nadie ve quién firma.
card-closed =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    Esta petición está cerrada. { $total ->
        [one] La firmó <b>{ $total } persona</b>.
        [many] La firmaron <b>{ $total } de personas</b>.
       *[other] La firmaron <b>{ $total } personas</b>.
    }
card-paused =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    ⏸ Esta petición está en pausa: por ahora no se puede firmar.
    { $total ->
        [0] Todavía no ha firmado nadie.
        [one] Ha firmado <b>{ $total } persona</b>.
        [many] Han firmado <b>{ $total } de personas</b>.
       *[other] Han firmado <b>{ $total } personas</b>.
    }
card-total =
    { $total ->
        [0] Todavía no ha firmado nadie. La primera firma puede ser la tuya.
        [one] Ha firmado { $total } persona.
        [many] Han firmado { $total } de personas.
       *[other] Han firmado { $total } personas.
    }
link-sign = ✍️ Leer y firmar
link-see = Ver la petición
