### Las campañas en el chat: crear una, sus textos y ajustes, abrirla, pausarla y cerrarla.

choice-new_campaign = ➕ Nueva campaña
choice-edit = ✏️ Textos y ajustes

# Una campaña nueva, o un idioma nuevo.

found =
    <b>Una campaña nueva</b> · { $number } / { $count }

    { $question }
translate =
    <b>{ $language }</b> · { $number } / { $count }

    { $question }

    { $original }
campaign-made = Tu campaña ya está aquí, como borrador que nadie más ve, y la diriges tú. Todavía faltan secciones para leer y, quizá, una imagen y otros idiomas.
ask-slug = ¿Cómo se llamará en los enlaces? Elige un nombre corto con a–z, 0–9 y guiones, por ejemplo rios-limpios. Después no se puede cambiar.
ask-locale = ¿En qué idioma la escribes primero? Es el que verá quien no lea ninguno de los idiomas de la campaña.
ask-rubric = El antetítulo: una o dos palabras encima del título, como «Discriminación». Máximo: { $most } caracteres.
ask-title = El título: de qué se trata, en una línea. Máximo: { $most } caracteres.
ask-summary = El resumen: qué ocurre, en dos o tres frases. Máximo: { $most } caracteres.
ask-ask = ¿Qué exigen? Se lee a continuación de «Lo que exigimos:». Máximo: { $most } caracteres.
ask-purpose = ¿Para qué son las firmas? Se lee a continuación de «Para qué:», antes de dar el consentimiento. Máximo: { $most } caracteres.
ask-credit = ¿De quién es la imagen? Máximo: { $most } caracteres.
ask-picture-text = ¿Qué muestra la imagen? Cuéntaselo a quien no puede verla. Máximo: { $most } caracteres.
ask-section = Una sección nueva: el encabezado en la primera línea y debajo el texto, todo en un mensaje. Una línea vacía separa los párrafos. Si es más larga, luego puedes añadir lo que falte.
ask-heading = El encabezado de la sección. Máximo: { $most } caracteres.
ask-body = El texto de la sección; una línea vacía separa los párrafos. Sustituye al que hay ahora. Máximo: { $most } caracteres.
ask-more = ¿Qué hay que añadir al final de la sección? En total caben { $most } caracteres.
ask-link = Un enlace a algo que valga la pena leer, así: Un artículo anterior | https://example.org/article
ask-responsible = ¿Qué organización es responsable de los datos? El consentimiento la nombra. Máximo: { $most } caracteres.
ask-contact = ¿Adónde puede escribir la gente para preguntar por sus datos? Un correo electrónico, o una dirección web que empiece por https://.
ask-retention-days = ¿Cuántos días después del cierre se borran las firmas?
ask-date = El día de la alerta: año-mes-día, por ejemplo 2026-03-01.
ask-milestones = Las metas: números de firmas, de menor a mayor, separados por espacios, como 1000 5000 20000.
language-listed = { $language }
choice-days =
    { $days ->
        [one] { $days } día
        [many] { $days } de días
       *[other] { $days } días
    }
choice-stop = Dejarlo así
choice-give-up = ✖️ Abandonar, no guardar nada

# La campaña de un vistazo.

edit =
    <b>{ $title }</b>
    { $status }

    { $lines }
edit-complete = ✅ { $language }
edit-default = ⭐️ { $language }: para quien no lee ninguno de los otros
edit-less = ⚠️ { $language }
edit-missing = ▫️ { $language }: sin traducir
edit-key = 🔐 Lo que escribe quien firma se sella con la clave { $keys }
edit-keys = 🔐 Lo que escribe quien firma se sella con varias claves, y cualquiera de ellas lo abre: { $keys }
less-sections = – secciones: { $here }; en { $fullest }: { $there }
less-links = – enlaces: { $here }; en { $fullest }: { $there }
less-nothing-to-read = – no hay ninguna sección para leer
less-picture-text = – la imagen no está descrita para quien no puede verla
less-credit = – la imagen no tiene crédito
choice-edit-text = ✏️ { $language }
choice-edit-add = ➕ { $language }
choice-settings = ⚙️ Ajustes
choice-opening = 🟢 Abrirla
choice-pause = ⏸ Pausar
choice-resume = ▶️ Reanudar
choice-closing = ⚪️ Cerrar para siempre
edit-saved = ✅ Guardado.
edit-stopped = No ha cambiado nada.
edit-changed = ⚠️ Otra persona acaba de cambiar esto, así que no se ha guardado nada. Mira cómo está ahora.

# La vista previa.

preview = 👁 Esto es lo que ve quien lee en { $language }:
preview-button = En la vista previa este botón no hace nada.
choice-preview = 👁 Vista previa
choice-texts = ← Textos

# Las palabras en un idioma.

texts =
    <b>{ $language }</b>

    { $lines }

    Secciones: { $sections } · Enlaces: { $links }
    { $lacks }

    Toca lo que quieras cambiar.
texts-line = <b>{ $part }:</b> { $text }
part-rubric = Antetítulo
part-title = Título
part-summary = Resumen
part-ask = Lo que exigimos
part-purpose = Para qué
part-credit = Crédito de la imagen
part-picture-text = La imagen en palabras
part-heading = Encabezado
part-section = Sección
part-sections = Secciones
part-links = Enlaces
part-link-title = Título del enlace
part-link-address = Dirección del enlace
part-translation = Todos los textos
part-responsible = Responsable de los datos
part-contact = Contacto
part-retention-days = Días hasta el borrado
part-date = Fecha
part-milestones = Metas
part-urgent = Urgencia
part-asks = Qué se pide al firmar
part-default-locale = Idioma principal
part-picture = Imagen
sections =
    <b>Secciones ({ $language }): { $count }</b>

    Toca la que quieras cambiar.
section-listed = { $heading }
section =
    <b>{ $heading }</b>

    { $text }

    Caracteres: { $length } de { $most }
section-drop = ¿Quitar la sección «{ $heading }»?
choice-sections = 📖 Secciones
choice-section-add = ➕ Nueva sección
choice-heading = Encabezado
choice-body = Escribirla de nuevo
choice-more = Añadir al final
choice-section-up = ⬆️ Subir
choice-section-drop = ✖️ Quitar
choice-section-drop-yes = Sí, quitarla
choice-section-keep = No
links =
    <b>Enlaces ({ $language }): { $count }</b>

    Aparecen bajo la última página. ✖️ quita uno.
choice-links = 🔗 Enlaces
choice-link-add = ➕ Nuevo enlace
choice-link-drop = ✖️ { $title }

# Escribir.

write =
    { $language }
    { $question }

    { $now }

    { $original }
write-language = <b>{ $language }</b>
write-now =
    <b>Ahora:</b>
    { $text }
write-original =
    <b>{ $language }:</b>
    { $text }
write-sure =
    <b>Esto cambia lo que la gente acepta</b>

    { $part }: { $text }

    La petición está abierta y esto figura en el consentimiento. Firmas hasta ahora: { $total }. Esas personas aceptaron el texto anterior: con ellas hay que respetar lo que decía. A quien esté firmando en este momento se le volverá a preguntar.

    ¿Guardar el cambio?
choice-write-yes = Sí, guardarlo
choice-write-again = Escribirlo de nuevo
choice-write-empty = Dejarlo vacío

# Los ajustes.

settings =
    <b>Ajustes: { $title }</b>

    Responsable de los datos: { $responsible }
    Contacto: { $contact }
    Días hasta el borrado, tras el cierre: { NUMBER($days, useGrouping: 0) }
    Fecha: { DATETIME($date, dateStyle: "long") }
    Idioma principal: { $default }
    { $urgent }
    { $picture }
    { $safety }

    <b>Metas</b>
    { $milestones }

    <b>Qué se pide al firmar</b>
    { $asks }
settings-urgent = 🚨 Marcada como urgente
settings-not-urgent = Sin marcar como urgente
settings-picture = Con imagen
settings-no-picture = Sin imagen
settings-usual-milestones = Las habituales: 100, 250, 500, 1000, etcétera
settings-milestone = • { $milestone }
choice-asks = Qué se pide al firmar
choice-picture = 🖼 Imagen
choice-main-language = Idioma principal
choice-urgent-on = 🚨 Marcar como urgente
choice-urgent-off = Ya no es urgente
asks =
    <b>Qué se pide al firmar</b>

    { $lines }

    { $risk }

    { $consent }

    Cada botón muestra a qué cambiará.
asks-consent = ⚠️ La petición está abierta y el consentimiento dice qué se pide: a quien esté firmando en este momento se le volverá a preguntar.
asks-name-no = Nombre: no se pide
asks-name-optional = Nombre: se puede firmar sin él
asks-name-required = Nombre: obligatorio
asks-country-no = País: no se pide
asks-country-optional = País: voluntario
asks-country-required = País: obligatorio
asks-email-no = Correo: no se pide
asks-email-optional = Correo: voluntario
asks-email-required = Correo: obligatorio
asks-comment-no = Comentario: no se pide
asks-comment-optional = Comentario: voluntario
asks-comment-required = Comentario: obligatorio
main-language =
    <b>Idioma principal: { $language }</b>

    Es el que ve quien no lee ninguno de los idiomas de la campaña. Puede ser cualquiera que ya tenga sus textos.
picture = Esta es la imagen de ahora. Para cambiarla, envía una foto. No olvides su crédito ni su descripción en cada idioma.
picture-none = Todavía no hay imagen. Envía una foto: 1280 × 720 píxeles se ven bien en todas partes. Asegúrate de que puedes usarla y de que no pone a nadie en peligro.
picture-saved = ✅ La imagen está guardada, sin lo que su archivo contaba de la cámara y de quien la usa. Di en cada idioma qué muestra y quién la hizo.
picture-lost = ⚠️ No se ha podido descargar esa imagen; quizá pesa demasiado. Envíala como foto, de 5 MB como máximo.
picture-heavy = ⚠️ Esa imagen pesa más de 5 MB. Redúcela o envíala como foto.
picture-kind = ⚠️ Eso no es una imagen PNG ni JPEG.
picture-bomb = ⚠️ Esa imagen tiene demasiados píxeles. Redúcela.
picture-damaged = ⚠️ Esa imagen está dañada o incompleta. Guárdala de nuevo.
picture-place = ⚠️ Esa imagen dice dónde se hizo, y eso puede poner a alguien en peligro. Envíala como foto y no como archivo, o quítale los metadatos.
picture-small = ⚠️ Esa imagen tiene { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } píxeles; cada lado necesita al menos { NUMBER($most, useGrouping: 0) }.
picture-large = ⚠️ Esa imagen tiene { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } píxeles; ningún lado puede pasar de { NUMBER($most, useGrouping: 0) }.
picture-shape = ⚠️ Esa imagen tiene { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } píxeles: es demasiado alargada. Recórtala para que ningún lado mida más de { $most } veces el otro.
choice-picture-drop = ✖️ Quitar la imagen

# Signers at high risk.

part-safety = Riesgo para quien firma
settings-safety-normal = Riesgo para quien firma: el habitual
settings-safety-high = 🔒 Firmar supone un alto riesgo
choice-safety-high = 🔒 Firmar es peligroso
choice-safety-normal = Firmar no es peligroso
safety-sure =
    <b>¿Es peligroso que se sepa que alguien ha firmado «{ $title }»?</b>

    Si es así, protegemos a quienes firman:
    • No se pide nada que haya que escribir: ni nombre, ni correo, ni comentario. El país, solo a quien quiera darlo.
    • De las fechas solo se guarda la semana. Los países y las demás partes del total se muestran a partir de { $fewest } y de { $fewest } en { $fewest }, también a ti.
    • En cuanto alguien firma, el chat deja de nombrar la petición y se retira lo que la nombraba.
    • Nadie tiene un enlace personal, así que nadie ve cuánta gente ha firmado con el suyo.
    • Lo que escribas a quienes quieren novedades no debe nombrar la causa.

    { $after }
safety-sure-draft = Puedes deshacerlo mientras la petición no se haya abierto.
safety-sure-open = ⚠️ La petición ya se abrió, así que esto no se puede deshacer. Los enlaces personales se borran para siempre. Lo que se guarda de las firmas recibidas hasta ahora ({ $total }) queda como está: los nombres sellados, la fecha con su día. A quien esté firmando en este momento se le volverá a pedir que dé su consentimiento.
choice-safety-yes = 🔒 Sí, proteger a quienes firman
safety-raised = 🔒 Hecho. Desde ahora protegemos a quienes firman. Mira la vista previa y díselo a tu equipo.
asks-risk = 🔒 Firmar supone un alto riesgo: solo se puede pedir el país, y nadie está obligado a darlo.

# Si se puede firmar.

open-no-key =
    <b>Antes de abrirla hace falta una clave</b>

    Lo que la gente escribe al firmar se sella con la clave de tu organización, para que nadie pueda leerlo en el servidor. Hasta ahora nadie ha demostrado que tiene una. Lo hace una sola vez, para todas las campañas, quien administra el servidor:

    1. En una máquina tuya: python -m bot keys new --out organisation.key
    2. Guarda ese archivo, y una copia, en un lugar seguro y lejos del servidor: sin él nadie podrá leer nunca un nombre.
    3. python -m bot keys --help explica cómo demostrar la clave sin llevarla al servidor.

    Después vuelve y abre { $slug }.
open-sure =
    <b>¿Abrir «{ $title }»?</b>

    A partir de entonces cualquiera puede leerla y firmarla.

    Idiomas: { $languages }
    { $lines }

    Responsable de los datos: { $responsible }
    { $sealing }
open-key = Las firmas se sellan con la clave { $keys } Asegúrate de que su parte privada está en buenas manos: sin ella nadie podrá leer nunca un nombre.
open-keys =
    Las firmas se sellan con varias claves: { $keys }
    Quien tenga una de ellas puede leer todos los nombres. Asegúrate de saber quién las tiene y de que las partes privadas están en buenas manos: si se pierden todas, nadie podrá leer nunca un nombre.
open-which-key = ¿Con qué clave se sellan las firmas? Asegúrate de que su parte privada está en buenas manos: sin ella nadie podrá leer nunca un nombre.
choice-open-yes = Sí, abrirla
choice-open-with = Abrir con { $key }…
campaign-opened = 🟢 Está abierta. Ya se puede firmar.
campaign-paused = ⏸ Está en pausa. Por ahora no se puede firmar; las firmas que hay siguen contando y todavía se pueden retirar.
campaign-resumed = 🟢 Se ha reanudado. Se puede firmar otra vez.
campaign-closed = ⚪️ Está cerrada para siempre. Gracias por todo lo que has hecho por ella.
close-sure =
    <b>¿Cerrar «{ $title }» para siempre?</b>

    Firmas hasta ahora: { $total }

    Nadie podrá firmar nunca más, y no se puede volver a abrir. Lo que lleva de una persona a su firma se destruye: después no se podrá reconocer a quien firmó, y nadie podrá encontrar, retirar ni borrar aquí su firma. Quienes querían saber cuántas personas firmaron con su enlace ya no recibirán nada.

    Días hasta que se borren las firmas: { NUMBER($days, useGrouping: 0) }. Descifra y entrega antes lo que necesites.

    Si solo quieres parar un tiempo, ponla en pausa.
close-really =
    <b>¿De verdad cerrar «{ $title }»?</b>

    Nadie podrá deshacerlo. Firmas hasta ahora: { $total }. Días hasta que se borren: { NUMBER($days, useGrouping: 0) }.
choice-close-yes = Sí, cerrarla
choice-close-for-good = Cerrarla para siempre

# Lo que falla en lo que se escribió.

rule-hidden = ⚠️ Hay un carácter que nadie ve: { $names }. Escribe las palabras de nuevo en vez de pegarlas.
rule-too-long = ⚠️ Demasiado largo ({ $what }): { $length } caracteres, y caben { $most }. Hay que quitar { $over }.
rule-empty = ⚠️ Está vacío ({ $what }).
rule-card = ⚠️ Antetítulo, título, resumen, exigencia y crédito van en una misma tarjeta. Juntos tienen { $length } caracteres, y caben { $most }. Acorta alguno en { $over }.
rule-heading-empty = ⚠️ El encabezado está vacío.
rule-section-empty = ⚠️ No hay nada bajo el encabezado. Escribe el encabezado en la primera línea y el texto debajo.
rule-too-many-sections = ⚠️ Máximo de secciones: { $most }.
rule-too-many-links = ⚠️ Máximo de enlaces: { $most }.
rule-link = ⚠️ Un enlace es un título, una barra vertical y una dirección: Un artículo anterior | https://example.org/article
rule-address = ⚠️ Eso no es una dirección web: { $address }. Tiene que empezar por https://.
rule-slug = ⚠️ Usa de 1 a 24 caracteres entre a–z, 0–9 y guiones, sin guion al principio ni al final.
rule-slug-taken = ⚠️ Ya hay una campaña con ese nombre. Elige otro.
rule-language = ⚠️ Toca uno de los idiomas de abajo.
rule-contact = ⚠️ Eso no es un correo electrónico ni una dirección web que empiece por https://.
rule-days = ⚠️ Escribe un número de días entre 1 y { NUMBER($most, useGrouping: 0) }.
rule-date = ⚠️ Ese día no existe. Escribe año-mes-día, por ejemplo 2026-03-01.
rule-milestone = ⚠️ Cada meta es un número entre 1 y { $most }.
rule-milestones-form = ⚠️ Escribe solo números enteros, sin puntos, separados por espacios: 1000 5000 20000.
rule-milestones-order = ⚠️ Cada meta tiene que ser mayor que la anterior.
rule-too-many-milestones = ⚠️ Máximo de metas: { $most }.
rule-markup = ℹ️ Los textos se muestran tal como se escriben: también se verán los asteriscos, corchetes o etiquetas.

# Lo que se avisa a quienes son responsables.

notice-keys =
    🔐 <b>{ $title }</b>: se han elegido, en el servidor, las claves con las que se sellan los nombres de quienes firman.

    Claves: { $after }

    Quien tenga una de ellas puede leer todos los nombres. Si no sabes de quién son, pregunta a quien administra el servidor, y que nadie firme hasta que lo sepas.
notice-keys-changed =
    🔐 <b>{ $title }</b>: desde ahora los nombres de quienes firman se sellan con otras claves. El cambio se ha hecho en el servidor.

    Antes: { $before }
    Ahora: { $after }

    Quien tenga una de estas claves puede leer todos los nombres nuevos. Si nadie te había avisado, puede que otra persona tenga el servidor en sus manos: pon la petición en pausa y pregunta.
