### El registro: lo que hicieron quienes organizan y lo que le pasó a un envío sin que nadie lo
### tocara, como en «24 nov, 18:05 · Ida: pausó …».

audit =
    <b>Lo que se ha hecho ({ $where })</b>

    { $lines }

    🕓 Horas: { $clock }
audit-empty = Aquí todavía no ha pasado nada.
audit-day = <b>{ DATETIME($day, dateStyle: "long") }</b>
deed = • { DATETIME($at, timeStyle: "short") } · { $who }: { $what }
deed-in = • { DATETIME($at, timeStyle: "short") } · { $who } ({ $where }): { $what }
deed-times = { $deed } (× { $count })
deed-by-command = En el servidor
choice-audit = 📜 Lo que se ha hecho

activity =
    <b>Quién ha trabajado en los últimos { $days } días</b>
    { $where }

    { $lines }
activity-none =
    <b>Quién ha trabajado</b>
    { $where }

    Nadie ha hecho nada aquí en los últimos { $days } días.
activity-who = • { $who }
activity-more = • { $count ->
    [one] y una persona más
    [many] y { $count } de personas más
   *[other] y { $count } personas más
}
choice-activity = 🗓 Quién trabajó y cuándo

## The team

deed-link = creó un enlace de invitación ({ $role })
deed-joined = se unió al equipo ({ $role })
deed-removed = le quitó el rol a integrante n.º { NUMBER($number, useGrouping: 0) }

## Campaigns

deed-created = creó la campaña
deed-imported = la importó de una carpeta
deed-text = cambió un texto ({ $language }): { $what }
deed-setting = cambió un ajuste: { $what }
deed-opened = abrió la campaña
deed-keys = eligió las claves con las que se sellan los nombres: { $after }
deed-keys-changed = cambió las claves con las que se sellan los nombres nuevos: { $after }, ya no { $before }
deed-paused = puso la campaña en pausa
deed-resumed = reanudó la campaña
deed-closed = cerró la campaña para siempre

## Broadcasts

deed-broadcast-drafted = empezó un borrador: envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-confirmed =
    { $size ->
        [one] confirmó el envío n.º { NUMBER($number, useGrouping: 0) }, a { $size } persona
        [many] confirmó el envío n.º { NUMBER($number, useGrouping: 0) }, a { $size } de personas
       *[other] confirmó el envío n.º { NUMBER($number, useGrouping: 0) }, a { $size } personas
    }
deed-broadcast-approved = dio el visto bueno al envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-rejected = devolvió el envío n.º { NUMBER($number, useGrouping: 0) } a borrador
deed-broadcast-paused = puso en pausa el envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-resumed = reanudó el envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-cancelled = canceló el envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-repeated =
    { $size ->
        [one] repitió el envío n.º { NUMBER($number, useGrouping: 0) } a { $size } persona que quizá no lo recibió
        [many] repitió el envío n.º { NUMBER($number, useGrouping: 0) } a { $size } de personas que quizá no lo recibieron
       *[other] repitió el envío n.º { NUMBER($number, useGrouping: 0) } a { $size } personas que quizá no lo recibieron
    }
deed-broadcast-lost = el envío n.º { NUMBER($number, useGrouping: 0) } quedó cancelado: la campaña está cerrada y ya no se puede saber quién firmó
deed-broadcast-written = escribió el texto del envío n.º { NUMBER($number, useGrouping: 0) } ({ $language })
deed-broadcast-tried = probó el envío n.º { NUMBER($number, useGrouping: 0) } en su propio chat ({ $language })
deed-broadcast-illustrated = cambió la imagen del envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-aimed = eligió quién recibe el envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-dropped = descartó el borrador n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-quiet = hizo que el envío n.º { NUMBER($number, useGrouping: 0) } respete las noches
deed-broadcast-loud = hizo que el envío n.º { NUMBER($number, useGrouping: 0) } salga también de noche
deed-broadcast-paid = eligió pagar con Stars la rapidez del envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-unpaid = eligió no pagar nada por el envío n.º { NUMBER($number, useGrouping: 0) }
deed-broadcast-grown =
    { $size ->
        [one] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibiría { $size } persona
        [many] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibirían { $size } de personas
       *[other] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibirían { $size } personas
    }
deed-broadcast-orphaned = el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de alguien: quien lo puso en marcha ya no tiene ese rol aquí

## Signatures held for review

deed-held =
    { $count ->
        [one] apartó una firma para revisarla
        [many] apartó { $count } de firmas para revisarlas
       *[other] apartó { $count } firmas para revisarlas
    }
deed-released =
    { $count ->
        [one] aprobó una firma
        [many] aprobó { $count } de firmas
       *[other] aprobó { $count } firmas
    }
deed-invalidated =
    { $count ->
        [one] eliminó una firma ({ $reason })
        [many] eliminó { $count } de firmas ({ $reason })
       *[other] eliminó { $count } firmas ({ $reason })
    }

## Exports

deed-export-asked =
    { $count ->
        [one] se pidió la exportación n.º { NUMBER($number, useGrouping: 0) }: una firma
        [many] se pidió la exportación n.º { NUMBER($number, useGrouping: 0) }: { $count } de firmas
       *[other] se pidió la exportación n.º { NUMBER($number, useGrouping: 0) }: { $count } firmas
    }
deed-export-granted = autorizó la exportación n.º { NUMBER($number, useGrouping: 0) }
deed-export-refused = rechazó la exportación n.º { NUMBER($number, useGrouping: 0) }
deed-exported =
    { $count ->
        [one] se exportó una firma
        [many] se exportaron { $count } de firmas
       *[other] se exportaron { $count } firmas
    }
