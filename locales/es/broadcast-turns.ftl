### Lo que le pasa a un envío sin que nadie lo toque: en el registro, y cómo se avisa de ello.

deed-broadcast-grown =
    { $size ->
        [one] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibiría { $size } persona
        [many] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibirían { $size } de personas
       *[other] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibirían { $size } personas
    }
deed-broadcast-orphaned = el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de alguien: quien lo puso en marcha ya no tiene ese papel aquí
notice-broadcast-grown = 🙋 <b>{ $title }</b>: tu envío aún no ha salido. Ahora lo recibirían más personas de las que una sola persona puede decidir (lo reciben: { $count }), así que antes otra persona del equipo tiene que dar el visto bueno. Ya avisamos al equipo.
notice-broadcast-lost = ✖️ <b>{ $title }</b>: un envío se detuvo definitivamente. Quién lo recibía dependía de quién había firmado, y desde que la campaña se cerró ya nadie puede saberlo.
