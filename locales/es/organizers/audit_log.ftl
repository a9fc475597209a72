# What organizers did with broadcasts, as the audit log tells it: "24 Nov, 18:05 · Ida: paused …"

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
