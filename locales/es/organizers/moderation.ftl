### Las firmas por revisar, y qué se hace con ellas.

held =
    <b>Por revisar</b>

    { $lines }
held-none =
    <b>Por revisar</b>

    No hay firmas esperando tu decisión. Si algo te parece raro, aparta esas firmas: las que aún no cuentan esperan a que lo hayas mirado.
held-picked =
    <b>Apartadas por el equipo:</b> { $count ->
        [0] menos de diez
       *[other] { $count }
    }
held-suspicious =
    <b>Sospechosas desde el principio:</b> { $count ->
        [0] menos de diez
       *[other] { $count }
    }
held-pile = • { $country }, { DATETIME($day, dateStyle: "medium") }: { $count }
held-nowhere = sin país
held-smaller =
    { $count ->
        [one] y un grupo más pequeño
        [many] y { $count } de grupos más pequeños
       *[other] y { $count } grupos más pequeños
    }
held-deciding = ⏳ Las decisiones tomadas se están aplicando ahora mismo.

sift =
    <b>¿Qué firmas?</b>

    { $lines }

    { $count ->
        [0] Ninguna firma coincide.
        [one] Coincide una firma.
        [many] Coinciden { $count } de firmas.
       *[other] Coinciden { $count } firmas.
    }
    { $counted }
sift-few =
    <b>¿Qué firmas?</b>

    { $lines }

    Coinciden menos de { $fewest } firmas, o ninguna. Tan pocas podrían señalar a alguien: por eso aquí no se cuentan ni se puede hacer nada solo con ellas. Amplía la selección.
sifted-new = Todas las que no están apartadas
sifted-picked = Apartadas por el equipo
sifted-suspicious = Sospechosas desde el principio
sifted-country = • País: { $country }
sifted-language = • Firmadas en: { $language }
sifted-source = • Llegaron por: { $source }
sifted-link = • Llegaron por el enlace: { $link }
sifted-day = • Firmadas el { DATETIME($since, dateStyle: "medium") }
sifted-days = • Firmadas entre el { DATETIME($since, dateStyle: "medium") } y el { DATETIME($until, dateStyle: "medium") }
sifted-counted =
    { $count ->
        [one] Una ya cuenta, y seguirá contando mientras no se elimine.
        [many] { $count } ya cuentan, y seguirán contando mientras no se eliminen.
       *[other] { $count } ya cuentan, y seguirán contando mientras no se eliminen.
    }
sifted-falls = ✂️ Menos en el total: { $count }
came-direct = un enlace simple
came-invite = un enlace personal
came-inline = una tarjeta enviada en un chat
came-origin = un enlace con nombre
came-group = un grupo
came-page = la página pública

sift-country = ¿De qué país? Elige abajo o escribe su nombre en cualquier idioma.
sift-language = ¿En qué idioma se firmaron?
sift-language-choice = { $language }
sift-link = ¿Por dónde llegaron? Elige un tipo de enlace o uno de tus enlaces con nombre.
sift-link-choice = 🔗 { $link }
sift-days = ¿Qué días? Elige abajo o escribe uno o dos días, por ejemplo 2026-03-01 2026-03-04. Los días se cuentan en hora UTC.
sift-days-unclear = No entiendo esas fechas. Escríbelas así: 2026-03-01 2026-03-04
sift-why =
    { $count ->
        [one] <b>¿Por qué hay que eliminar esta firma?</b>
        [many] <b>¿Por qué hay que eliminar estos { $count } de firmas?</b>
       *[other] <b>¿Por qué hay que eliminar estas { $count } firmas?</b>
    }

    El registro público mostrará el motivo, y nada sobre las personas.
sift-nothing = Ya no queda ninguna firma que coincida.
sift-changed = Mientras tanto se han apartado más firmas. Este es el nuevo número: míralo otra vez.

sift-hold =
    { $count ->
        [one] <b>¿Apartar una firma para revisarla?</b>
        [many] <b>¿Apartar { $count } de firmas para revisarlas?</b>
       *[other] <b>¿Apartar { $count } firmas para revisarlas?</b>
    }

    { $lines }

    Lo que aún no cuenta esperará a que lo apruebes. No se avisa a nadie.
    { $counted }
sift-release =
    { $count ->
        [one] <b>¿Aprobar una firma?</b>
        [many] <b>¿Aprobar { $count } de firmas?</b>
       *[other] <b>¿Aprobar { $count } firmas?</b>
    }

    { $lines }

    { $count ->
        [one] Contará.
        [many] Contarán todas.
       *[other] Contarán todas.
    }
    { $counted }
sift-remove =
    { $count ->
        [one] <b>¿Eliminar una firma para siempre?</b>
        [many] <b>¿Eliminar { $count } de firmas para siempre?</b>
       *[other] <b>¿Eliminar { $count } firmas para siempre?</b>
    }

    { $lines }
    Motivo: { $reason }

    No se puede deshacer. Todos sus datos se borran, y el total baja en el número de las que ya contaban. Quien haya firmado podrá volver a hacerlo.
    { $counted }
removal-duplicate = firmó más de una vez
removal-automated = hecha por un programa
removal-false-details = datos falsos
removal-legal = obligación legal
sift-done-hold =
    { $count ->
        [0] Ya no quedaba nada que apartar.
        [one] Hecho. Hay una firma apartada.
        [many] Hecho. Hay { $count } de firmas apartadas.
       *[other] Hecho. Hay { $count } firmas apartadas.
    }
sift-done-release =
    { $count ->
        [0] Otra persona ya ha decidido sobre estas.
        [one] Hecho. Una firma queda aprobada.
        [many] Hecho. Quedan aprobados { $count } de firmas.
       *[other] Hecho. Quedan aprobadas { $count } firmas.
    }
sift-done-remove =
    { $count ->
        [0] Otra persona ya ha decidido sobre estas.
        [one] Hecho. Una firma queda eliminada.
        [many] Hecho. Quedan eliminados { $count } de firmas.
       *[other] Hecho. Quedan eliminadas { $count } firmas.
    }

choice-held = 🔎 Por revisar
choice-held-picked = Apartadas
choice-held-suspicious = Sospechosas
choice-sift-new = ➕ Elegir firmas
choice-hold = Apartarlas
choice-release = Aprobarlas
choice-remove = Eliminarlas
choice-sift-country = País
choice-sift-language = Idioma
choice-sift-link = Enlace
choice-sift-days = Días
choice-sift-all = Quitar los filtros
choice-sift-leave = ← Dejarlo así
choice-today = Hoy
choice-yesterday = Ayer
choice-week = Los últimos 7 días
choice-duplicate = Firmó más de una vez
choice-automated = Hecha por un programa
choice-false-details = Datos falsos
choice-legal = Obligación legal
choice-sure-hold = Sí, apartarlas
choice-sure-release = Sí, que cuenten
choice-sure-remove = Sí, eliminar del todo
choice-sift-no = No, volver
