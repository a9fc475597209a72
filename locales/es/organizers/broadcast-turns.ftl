### Lo que le pasa a un envío sin que nadie lo toque: en el registro, y cómo se avisa de ello.

deed-broadcast-grown =
    { $size ->
        [one] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibiría { $size } persona
        [many] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibirían { $size } de personas
       *[other] el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de otra persona: ya lo recibirían { $size } personas
    }
deed-broadcast-orphaned = el envío n.º { NUMBER($number, useGrouping: 0) } espera el visto bueno de alguien: quien lo puso en marcha ya no tiene ese rol aquí
notice-broadcast-grown = 🙋 <b>{ $title }</b>: tu envío aún no ha salido. Ahora llegaría a más gente de la que una sola persona puede contactar por su cuenta (lo recibirían: { $count }), así que antes otra persona del equipo tiene que dar el visto bueno. Ya avisamos al equipo.
notice-broadcast-lost = ✖️ <b>{ $title }</b>: un envío se detuvo para siempre. Quiénes lo recibían dependía de quiénes habían firmado, y desde que se cerró la campaña ya nadie puede saberlo.
