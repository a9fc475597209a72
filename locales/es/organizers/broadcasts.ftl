### Los envíos: escribir a quienes quieren saber qué ocurre después.

choice-broadcasts = 📣 Envíos
broadcasts =
    <b>Envíos</b> ({ $title })

    Llegan a quienes pidieron novedades. Toca uno para ver cómo va.
broadcasts-none =
    <b>Envíos</b> ({ $title })

    Todavía no hay ninguno. Un envío llega a quienes pidieron novedades: lo escribes una vez en cada idioma, lo revisas y eliges quién lo recibe y cuándo.
choice-new-broadcast = ✏️ Escribir uno nuevo
choice-broadcast-listed = { $state } { $name }
choice-broadcast-numbered = { $state } { NUMBER($number, useGrouping: 0) } · { $name }
broadcast-nameless = N.º { NUMBER($number, useGrouping: 0) }, todavía vacío
broadcast-gone = Ese envío ya no existe.
broadcast-no-draft = Ya no es un borrador, así que no se puede cambiar. Este es su estado.
broadcast-changed = Alguien se te adelantó: el envío ha cambiado desde que lo miraste. Este es su estado; no se ha hecho nada.
broadcast-somebody = Alguien

## El borrador

broadcast-draft =
    <b>Borrador n.º { NUMBER($number, useGrouping: 0) }</b>

    <b>Quién lo recibe</b>
    { $aim }
    { $reach }

    { $letters }
    En total: <b>{ $total }</b>

    { $picture }
    { $quiet }
    { $paid }
draft-letter = ✅ { $language }: { $readers }
draft-letter-links = ✅ { $language }: { $readers } (botones: { $count })
draft-letter-missing = ▫️ { $language }: { $readers }, sin escribir
draft-picture = 🖼 Con imagen
draft-no-picture = 🖼 Sin imagen
draft-quiet = 🌙 No molesta a nadie de noche: no sale entre las 21 y las 8, hora de cada país.
draft-loud = 🔔 Llega a cualquier hora, también de noche.
draft-paid = ⭐ Envío rápido, pagado con Stars.
choice-broadcast = ← El envío
choice-letters = ✍️ Textos
choice-letter-picture = 🖼 Imagen
choice-audience = 👥 Quién lo recibe
choice-try = 👁 Probarlo conmigo
choice-quiet-on = 🌙 Respetar las noches
choice-quiet-off = 🔔 También de noche
choice-paid = ⭐ Más rápido, con Stars
choice-paid-on = ⭐ Rápido: sí
choice-schedule = 📅 Cuándo enviarlo
choice-drop = 🗑 Descartar
broadcast-drop = ¿Descartar «{ $name }»? Sus textos se perderán.
choice-drop-yes = Sí, descartarlo
choice-drop-no = No, conservarlo
broadcast-dropped = El borrador se ha descartado.
quiet-is-on = Hecho: donde sea de noche, lo recibirán por la mañana.
quiet-is-off = Hecho: llegará a cualquier hora, también de noche.

## Los textos

letters =
    <b>Los textos y cuántos los leerán</b>

    { $lines }

    Si no hay nada escrito en su idioma, cada persona lo recibe en el idioma principal de la campaña.
letters-written = ✅ { $language }: { $count }
letters-missing = ▫️ { $language }: { $count }, sin escribir
choice-write-next = ▶️ Ahora: { $language }
choice-write-there = ✅ { $language }
choice-write = ▫️ { $language }
letter-ask =
    <b>¿Qué quieres decir en { $language }?</b>

    Escríbelo como un mensaje y envíalo; la negrita y la cursiva se conservan. Después lo verás tal como lo van a leer.
letter-again =
    <b>¿Qué quieres decir ahora en { $language }?</b>

    Envía el texto nuevo; la negrita y la cursiva se conservan. Hasta entonces queda el anterior.
letter-empty = En ese mensaje no hay ninguna palabra. Envía el texto.
letter-too-long = Es demasiado largo para un solo mensaje ({ $language }). Caracteres que sobran: { $count }. No se ha cambiado nada.
letter-too-long-pictured = Es demasiado largo para ir debajo de una imagen ({ $language }). Caracteres que sobran: { $count }. Acórtalo o envíalo sin imagen. No se ha cambiado nada.
letter-removed = El texto se ha quitado ({ $language }).
letter-risk = 🔒 Esto va a personas para las que es peligroso que se sepa que han firmado. Ni el texto, ni los botones, ni la imagen deben nombrar la causa: quien mire su teléfono puede leerlos. Encima solo pone «{ $title }».
preview-stop = Así dejan de recibir estos mensajes. Aquí, para ti, el botón no hace nada.
choice-write-done = ✓ Está bien
choice-write-links = 🔗 Botones
choice-write-anew = ✏️ Reescribir
choice-write-out = 🗑 Quitar
markup-unfinished = { $tag } no es una marca entera: le falta el final. Usa la negrita y la cursiva de tu aplicación, o escribe { $bold } y { $italic }.
markup-unknown = { $tag } no es una marca que se pueda mostrar. Solo hay negrita y cursiva: las de tu aplicación, o { $bold } y { $italic }.
markup-not-open = { $tag } cierra algo que nunca se abrió. Quítalo o pon el principio donde corresponde.
markup-crossed = { $tag } llega antes de que se cierre { $open }. Lo último que se abre es lo primero que se cierra.
markup-open = { $tag } no se cierra nunca. Pon el final donde corresponde o quítalo.

## Los botones

letter-links =
    <b>Los botones debajo del texto</b> ({ $language })

    { $lines }

    Para cambiarlos, envíalos otra vez, uno por línea: el nombre, una barra vertical, la dirección.
    <i>Leer más | https://example.org/noticias</i>
letter-links-none =
    <b>Botones debajo del texto</b> ({ $language })

    Envía uno o dos, uno por línea: el nombre, una barra vertical, la dirección.
    <i>Leer más | https://example.org/noticias</i>
letter-link = 🔗 { $label } → { $url }
choice-letter = ← El texto
choice-links-out = 🗑 Sin botones
links-too-many = Como mucho { $most } botones. Envía menos líneas.
links-without = «{ $text }» no tiene dirección. Escribe el nombre, una barra vertical y la dirección, así: Leer más | https://example.org/noticias
links-nameless = La dirección «{ $text }» no tiene nombre. Escribe lo que dirá el botón, luego una barra vertical y luego la dirección.
links-label-long = El nombre «{ $text }» es demasiado largo para un botón: { $most } caracteres como mucho.
links-bad = «{ $text }» no es una dirección que se pueda abrir. Tiene que empezar por https:// y estar completa.

## La imagen

letter-picture =
    <b>Esta es la imagen.</b>

    Envía otra foto para cambiarla.
letter-picture-none =
    <b>¿Una imagen?</b>

    Envíala como foto: irá encima del texto, en todos los idiomas. Debajo de una imagen el texto tiene que ser corto.
choice-picture-out = 🗑 Sin imagen
letter-picture-taken = La imagen ya está puesta.
letter-picture-removed = La imagen se ha quitado.

## Enviárselo a uno mismo

broadcast-unwritten = Todavía no hay nada escrito. Empieza por un texto.
try =
    <b>Probarlo conmigo</b>

    ¿En qué idioma? Lo verás aquí tal como lo recibirán, con la imagen y los botones. Nadie más recibe nada.
choice-try-language = 👁 { $language }

## Para quién es

audience =
    <b>Quién lo recibe</b>

    { $aim }

    <b>Es decir</b>
    { $reach }
    En total: <b>{ $total }</b>
aim-line-all = • Todas las personas que pidieron novedades
aim-line-locales = • Idiomas: { $names }
aim-line-countries = • Países: { $names }
aim-line-signed = • Solo quienes han firmado
aim-line-unsigned = • Solo quienes aún no han firmado
aim-line-since = • Solo quienes se suscribieron el { DATETIME($since, dateStyle: "long") } o después
reach-line = ✅ { $language }: { $count }
reach-fallback = ⚠️ { $language }: { $count }, en { $other }
reach-missing = ▫️ { $language }: { $count }, sin nada escrito todavía
reach-nobody = Nadie cumple estas condiciones.
reach-unknown = No se puede saber quiénes de estas personas han firmado: la campaña no está abierta, o son demasiado pocas. Elige «Hayan firmado o no».
audience-unknown = Solo se puede saber quién ha firmado mientras la campaña está abierta. Elige a la gente de otra manera.
audience-narrow = Solo se puede saber quién ha firmado cuando se trata de mucha gente a la vez, para que no se pueda señalar a nadie: todos los países, sin importar desde cuándo, y { $least } personas como mínimo. Quita primero las otras condiciones.
choice-aim-locales = 🌐 Por idioma
choice-aim-countries = 🗺 Por país
choice-aim-since = 📅 Se suscribieron desde
choice-signed = ✍️ Quienes firmaron
choice-unsigned = ✍️ Quienes no firmaron
choice-anyone = ✍️ Hayan firmado o no
aim-locales =
    <b>¿Qué idiomas?</b>

    { $aim }
    En total: <b>{ $total }</b>
choice-aim-in = ▫️ { $name }
choice-aim-out = ✅ { $name }
choice-every-language = Todos los idiomas
aim-countries =
    <b>¿Qué países?</b>

    { $names }
    En total: <b>{ $total }</b>

    Escribe más, separados por comas. Toca uno para quitarlo.
aim-countries-all =
    <b>¿Qué países?</b>

    Por ahora, todos. En total: <b>{ $total }</b>

    Escribe sus nombres, separados por comas.
choice-every-country = Todos los países
aim-since =
    <b>¿A partir de qué día?</b>

    Elige o escribe un día. Lo recibirán quienes se suscribieron ese día o después.
aim-since-chosen =
    <b>Quienes se suscribieron el { DATETIME($since, dateStyle: "long") } o después</b>

    Elige otra cosa o escribe un día.
choice-since-week = Los últimos 7 días
choice-since-month = Los últimos 30 días
choice-since-latest = Desde el último envío ({ DATETIME($since, dateStyle: "medium") })
choice-since-ever = Da igual desde cuándo
day-unclear = No entiendo esa fecha. Escríbela así: { $example }
day-or-month = ¿El primer número es el día o el mes? Para que nadie los confunda, pon primero el año: { $example }
since-ahead = El { DATETIME($since, dateStyle: "long") } todavía no ha llegado.

## Antes de programarlo

broadcast-nobody = No lo recibiría nadie: entre quienes pidieron novedades, nadie cumple estas condiciones. Elige a otras personas.
gaps =
    <b>En estos idiomas todavía no hay nada escrito</b>

    { $lines }

    Escríbelo ahora o deja que lo reciban en el otro idioma.
choice-gaps-fine = Sí, en el otro idioma
paid =
    <b>¿Enviarlo más rápido, con Stars?</b>

    Lo reciben: { $count }
    Precio: hasta <b>{ $stars } ⭐</b> del saldo del bot, una décima de Star por cada mensaje que pase de los 30 gratuitos por segundo

    Gratis tarda: { $free }
    Con Stars: { $fast }

    Telegram lo permite a los bots que tienen al menos 10 000 Stars, una vez activado «Paid broadcasts» en @BotFather.
choice-paid-yes = ⭐ Sí, pagar con Stars
choice-paid-no = No, enviarlo gratis
paid-is-on = Hecho: saldrá rápido y se pagará con Stars.
paid-is-off = Hecho: no cuesta nada.
lasting-seconds = { $count } s
lasting-minutes = { $count } min
lasting-hours = { $hours } h { $minutes } min

## Cuándo

zone-ask =
    <b>¿Cuál es tu zona horaria?</b>

    Toca la tuya, o escribe una ciudad o un país. Solo lo pregunto una vez.
zone-which = <b>¿Cuál de estas es?</b>
zone-unknown = No conozco ninguna ciudad «{ $text }». Prueba con una más grande que esté cerca, con el país o con un nombre como Europe/Paris.
zone-settled = Hecho. Zona horaria: { $zone }.
zone-utc = UTC
zone-city = { $city }, { $offset }
choice-zone = 🕓 Otra zona horaria
choice-zone-there = { $city } ({ DATETIME($at, timeStyle: "short") })
when =
    <b>¿Cuándo debe salir?</b>

    Ahora mismo: { $now }. Elige, o escribe un día y una hora, así: { $example }
choice-when = 🕓 Otro momento
choice-now = ▶️ Ahora
choice-when-evening = Hoy a las { DATETIME($at, timeStyle: "short") }
choice-when-morning = Mañana a las { DATETIME($at, timeStyle: "short") }
choice-when-instead = El { DATETIME($at, dateStyle: "medium") } a las { DATETIME($at, timeStyle: "short") }
broadcast-when = { DATETIME($at, dateStyle: "full", timeStyle: "short") } ({ $zone })
when-unclear = No entiendo esa fecha u hora. Escríbela así: { $example }
when-past = Ese momento ya pasó: { $at }. Elige uno que esté por venir.
when-far = Falta más de un año para ese momento: { $at }. Elige uno más cercano.
when-skipped = Esa hora no existe: los relojes se adelantan y la saltan. La primera que sí existe: { $after }
when-twice = Los relojes marcan esa hora dos veces, porque se atrasan. Vale la primera: { $at }

## Una última mirada

last-look =
    <b>Un último vistazo</b>

    { $picture }
    { $links }

    <b>Quién lo recibe</b>
    { $aim }
    { $reach }
    En total: <b>{ $total }</b>

    <b>Cuándo</b>
    { $when }
    { $quiet }
    { $speed }

    { $second }
look-asleep = 😴 Será de noche donde están, lo recibirán por la mañana: { $count }
look-now = En cuanto lo confirmes
look-at-once = En cuanto se dé el visto bueno
look-free = 💸 Gratis. Tarda alrededor de { $time }, sin contar las noches.
look-paid = 💸 Hasta { $stars } ⭐. Tarda alrededor de { $time }, sin contar las noches.
look-second = 🙋 Para tanta gente hacen falta dos (una sola persona puede escribir a { $most } como mucho): alguien más del equipo tiene que dar antes el visto bueno.
look-nobody = 🙋 Para tanta gente hacen falta dos (una sola persona puede escribir a { $most } como mucho), y no hay nadie más en el equipo que pueda dar el visto bueno. Invita a alguien al equipo (rol: organización) o elige a menos gente.
look-again = Algo ha cambiado desde que lo miraste. Míralo otra vez y confirma.
choice-confirm-now = ✅ Enviarlo ahora
choice-confirm-later = ✅ Programar el envío
choice-confirm-ask = 🙋 Pedir el visto bueno
broadcast-goes-now = Ya está en camino. Un mensaje aparte te mostrará cómo va.
broadcast-goes-later = Saldrá en ese momento. Hasta entonces puedes retirarlo.
broadcast-asked = Espera el visto bueno de otra persona. Ya se le está avisando; sabrás lo que responda.

## La segunda persona

broadcast-waiting =
    <b>{ $who } pregunta: ¿se envía esto?</b>

    «{ $name }»

    <b>Quién lo recibe</b>
    { $aim }
    { $reach }
    En total, al confirmarlo: <b>{ $total }</b>

    <b>Cuándo</b>
    { $when }
    { $quiet }
    { $speed }

    Míralo primero: «Probarlo conmigo».
broadcast-waiting-own =
    <b>Espera el visto bueno de otra persona</b>

    «{ $name }»

    <b>Quién lo recibe</b>
    { $aim }
    { $reach }
    En total, al confirmarlo: <b>{ $total }</b>

    <b>Cuándo</b>
    { $when }
    { $quiet }
    { $speed }

    Alguien más del equipo tiene que dar el visto bueno; tú ({ $who }) no puedes dártelo.
choice-broadcast-approve = ✅ De acuerdo, que salga
choice-broadcast-reject = ✖️ No, vuelve a borrador
choice-take-back = ↩️ Retirarlo
broadcast-approved = Has dado el visto bueno. Saldrá a su hora.
broadcast-rejected = Vuelve a ser un borrador, y se avisa a quien lo escribió.
broadcast-back = Lo has retirado: vuelve a ser un borrador y no sale nada.
notice-broadcast-waits = 🙋 <b>{ $title }</b>: un envío espera el visto bueno de otra persona (lo reciben: { $count }). ¿Le echas un vistazo?
notice-broadcast-approved = ✅ <b>{ $title }</b>: otra persona ha dado el visto bueno a tu envío. Saldrá a su hora.
notice-broadcast-rejected = ✖️ <b>{ $title }</b>: otra persona ha dicho que no a tu envío. Vuelve a ser un borrador; decidan en equipo qué hay que cambiar.
notice-broadcast-grown = 🙋 <b>{ $title }</b>: tu envío aún no ha salido. Ahora llegaría a más gente de la que una sola persona puede contactar por su cuenta (lo recibirían: { $count }), así que antes otra persona del equipo tiene que dar el visto bueno. Ya avisamos al equipo.
notice-broadcast-lost = ✖️ <b>{ $title }</b>: un envío se detuvo para siempre. Quiénes lo recibían dependía de quiénes habían firmado, y desde que se cerró la campaña ya nadie puede saberlo.
choice-look = 👁 Echar un vistazo

## En camino

broadcast-taken-back = «{ $name }» es un borrador; no sale nada.
broadcast-waits =
    🙋 <b>«{ $name }» espera el visto bueno de otra persona</b>

    Lo reciben: { $size }
    { $when }
broadcast-scheduled =
    📅 <b>«{ $name }» está programado</b>

    Lo reciben: { $size }
    { $when }
broadcast-preparing =
    📤 <b>«{ $name }»: empieza el envío</b>

    { $bar }
    Se está haciendo la lista. Lo recibirán, más o menos: { $size }
broadcast-sending =
    📤 <b>«{ $name }» está en camino</b>

    { $bar }
    ✉️ Enviados: { $sent } de { $size }
    { $lines }

    { $pace }
broadcast-paused =
    ⏸ <b>«{ $name }» está en pausa</b>

    { $bar }
    ✉️ Enviados: { $sent } de { $size }
    { $lines }

    No sale nada más hasta que lo reanudes.
broadcast-done =
    ✅ <b>«{ $name }» ya se envió</b>

    ✉️ Enviados: { $sent } de { $size }
    { $lines }

    Terminó: { $ended }
broadcast-cancelled =
    ✖️ <b>«{ $name }» se detuvo para siempre</b>

    ✉️ Enviados: { $sent } de { $size }
    ✂️ Ya no lo reciben: { $left }
    { $lines }

    Se detuvo: { $ended }
progress-blocked = 🚫 Han bloqueado el bot: { $count }
progress-unknown = ❓ No se sabe si llegó, se cortó la conexión: { $count }
progress-failed = ⚠️ Fallaron: { $count }
progress-unsubscribed = 🔕 Se dieron de baja antes de recibirlo: { $count }
progress-rate = ⚡ Mensajes por segundo: { $count }
progress-left = ⏳ Falta más o menos { $time }
progress-asleep = 🌙 Allí es de noche, lo recibirán por la mañana: { $count }
choice-broadcast-pause = ⏸ Pausar
choice-broadcast-resume = ▶️ Reanudar
choice-broadcast-cancel = ✖️ Detener para siempre
choice-broadcast-refresh = 🔄 Actualizar
choice-watch = 📌 Seguirlo en un mensaje
broadcast-watched = Un mensaje aparte te mostrará cómo va.
cancel-once-more = Está en pausa y no sale nada más. Para detenerlo para siempre, toca otra vez «Detener para siempre»; no se puede deshacer.
stop =
    <b>¿Detener «{ $name }» para siempre?</b>

    ✉️ Enviados: { $sent }
    ✂️ Se quedarían sin recibirlo: { $left }

    Está en pausa y no sale nada más. Esto no se puede deshacer.
choice-stop-no = No, dejarlo en pausa
choice-stop-yes = ✖️ Sí, detenerlo para siempre
choice-again = ❓ Reenviar a los dudosos
again =
    <b>¿Enviarlo otra vez?</b>

    Personas de las que no se sabe si les llegó: { $count }

    A quienes sí les llegó les llegará dos veces, y quien recibe las cosas dos veces deja de leer o se da de baja.
choice-again-yes = Sí, enviarlo otra vez
choice-again-no = No, dejarlo así
