### La mesa de quienes organizan: campañas, equipo.

organize =
    { $count ->
        [0] <b>Tu panel</b>

            Todavía no hay ninguna campaña.
        [one] <b>Tu panel</b>

            Una campaña. Tócala para trabajar en ella.
        [many] <b>Tu panel</b>

            { $count } de campañas. Toca una para trabajar en ella.
       *[other] <b>Tu panel</b>

            { $count } campañas. Toca una para trabajar en ella.
    }
organize-draft = ✏️ { $title }
organize-open = 🟢 { $title }
organize-paused = ⏸ { $title }
organize-closed = ⚪️ { $title }
organizer-not-yours = Tu rol no te permite hacer eso. Si crees que debería, habla con quien dirige la campaña.
desk =
    { $sample }
    <b>{ $title }</b>

    { $status }
    { $total ->
        [0] Todavía no ha firmado nadie.
        [one] Una firma.
        [many] { $total } de firmas.
       *[other] { $total } firmas.
    }
    Tu rol aquí: { $role }
status-draft = ✏️ Borrador: todavía no la ve nadie.
status-open = 🟢 Abierta: se puede firmar.
status-paused = ⏸ En pausa: se puede leer, pero por ahora no firmar.
status-closed = ⚪️ Cerrada para siempre.
desk-erases = 🗑 Las firmas se borran solas el { DATETIME($day, dateStyle: "long") }; el número se mantiene.
desk-erased = 🗑 Las firmas se borraron el { DATETIME($day, dateStyle: "long") }; el número se mantiene.
role-owner = dirección
role-organizer = organización
role-translator = traducción
role-viewer = solo consulta
house = todas las campañas

join =
    <b>Te piden ayuda: { $where }</b>

    Tu rol sería: { $role }

    Si aceptas, guardamos cifrados el nombre que muestra tu perfil y la dirección de este chat, hasta que lo dejes o envíes /forget. Lo que hagas en este rol queda anotado y el resto del equipo puede verlo.
join-spent = Este enlace ya se usó o ha caducado: sirve una sola vez y durante un día. Pídele otro a quien te lo envió.
joined = ¡Te damos la bienvenida! Con /organize vuelves aquí cuando quieras.
join-declined = De acuerdo. No se ha guardado nada.

team =
    <b>El equipo: { $where }</b>

    { $lines }
team-member = • { $name }: { $role }
team-yourself = • { $name } (tú): { $role }
organizer-nameless = integrante n.º { NUMBER($number, useGrouping: 0) }
team-add =
    <b>¿Qué podrá hacer esta persona? ({ $where })</b>

    Dirección: todo, también elegir al equipo.
    Organización: llevar la campaña y escribir a quienes la apoyan.
    Traducción: escribir los textos.
    Solo consulta: ver las cifras.
team-link =
    <b>Un enlace para una sola persona ({ $where }, { $role })</b>

    { $link }

    Envíaselo solo a esa persona, por un chat de confianza: quien lo abra primero se queda con el rol. Sirve una sola vez y durante un día.
team-remove = ¿Quitarle este rol a { $name }? ({ $where })
team-remove-yourself = ¿Renunciar a tu propio rol? ({ $where })
team-removed = Hecho. El rol queda retirado.

mydata-organizer = • Formas parte del equipo de una campaña: guardamos cifrados tu nombre y la dirección de este chat, y lo que haces en él queda anotado.
forget-organizer = Formas parte del equipo de una campaña: también pierdes tus roles, y solo otra persona de la dirección puede devolvértelos. Lo que hiciste queda anotado con un número.

choice-desk = ← Panel
choice-organize = ← Todas las campañas
choice-back-to = ← { $room }
choice-team = 👥 Equipo
choice-older = Más antiguo
choice-team-add = ➕ Invitar a alguien
choice-team-remove = ✖️ { $name }
choice-role-owner = Dirección
choice-role-organizer = Organización
choice-role-translator = Traducción
choice-role-viewer = Solo consulta
choice-back = ← Atrás
choice-join-yes = Sí, acepto
choice-join-no = No
choice-remove-yes = Sí, quitarlo
choice-remove-no = No
choice-continue-organizing = Seguir con lo que hacía
