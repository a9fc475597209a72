### Las solicitudes de descifrar firmas.

exports =
    <b>Exportaciones</b>

    { $lines }
exports-none =
    <b>Exportaciones</b>

    Nadie ha pedido todavía exportar firmas. Lo pide quien guarda la clave privada de la organización, con el comando de exportación, y aquí decide quien dirige la campaña.
exports-line =
    N.º { NUMBER($number, useGrouping: 0) } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · { $count ->
        [one] una firma
        [many] { $count } de firmas
       *[other] { $count } firmas
    } · { $state }
export-asked = espera respuesta
export-granted = autorizada
export-refused = rechazada
export-used = hecha
export-expired = caducada
export =
    <b>Exportación n.º { NUMBER($number, useGrouping: 0) }: { $title }</b>

    { $count ->
        [one] Se descifraría una firma, con todo lo que escribió esa persona.
        [many] Se descifrarían { $count } de firmas, con todo lo que escribieron esas personas.
       *[other] Se descifrarían { $count } firmas, con todo lo que escribieron esas personas.
    }
    { $which }

    { $state }
export-all = De todos los países y en todos los idiomas.
export-country = Solo de este país: { $country }
export-language = Solo las firmadas en: { $language }
export-held = También las que están por revisar.
export-told-asked = Lo pide alguien que tiene la clave privada. Autorízalo solo si sabes quién es y para qué; si no, recházalo.
export-told-granted = ✅ Autorizada: la exportación se puede hacer una sola vez, en el plazo de un día. Hasta entonces puedes retirar el permiso.
export-told-refused = 🚫 Rechazada.
export-told-used = La exportación ya se hizo.
export-told-expired = Caducada: en un día nadie respondió o nadie la usó.
export-late = Demasiado tarde: ya se decidió, ya se usó o ha caducado.
exports-choice = N.º { NUMBER($number, useGrouping: 0) }

choice-exports = 🔐 Exportaciones
choice-grant = ✅ Autorizar
choice-refuse = 🚫 Rechazar
choice-revoke = 🚫 Retirar el permiso
