### Campaigns at high risk: what is said in place of what would name them. Whoever reads this may be
### afraid, and somebody may look over their shoulder: plain, calm, exact, and never the cause.

unnamed = Petición n.º { NUMBER($number, useGrouping: 0) }
unnamed-mark = 🔒 Las peticiones que solo llevan un número no se nombran en esta lista, para proteger a quienes las firman. Toca una para leerla.
high-risk-mark = 🔒 Aquí no se pide ningún nombre.

# Whoever changes a meaning here raises its .version in every language.

consent-ask-high-risk =
    <b>Antes de firmar: «{ $title }»</b>

    Que se sepa que has firmado puede ser peligroso. Por eso aquí se pide menos y se guarda menos de lo habitual. Tómate tu tiempo y firma solo si sientes suficiente seguridad.

    <b>Quién es responsable:</b> { $responsible }. Para cualquier cosa relacionada con tus datos: { $contact }.

    <b>Qué firmas:</b> { $ask }

    <b>Para qué:</b> { $purpose }

    <b>Qué se guarda:</b>
    { $kept }

    <b>Qué no se pide:</b> tu nombre, tu correo, un comentario. No se guarda nada de lo que escribas.

    <b>Quién puede leerlo:</b> quien administra este servidor, sin ningún nombre al lado. Las cifras por país solo se publican en centenas completas.

    <b>Por cuánto tiempo:</b> como máximo, hasta { $days ->
        [one] { $days } día
        [many] { $days } de días
       *[other] { $days } días
    } después del cierre de la petición. Luego se borra.

    <b>Después de firmar:</b> lo que nombra la petición en este chat se retira, hasta donde tu aplicación lo permita, y lo que venga después no la nombra. A quien abra este chat no se le dice que has firmado, salvo que toque un botón para saberlo. Si la compartes, el enlace no dice de quién viene.

    <b>De qué no podemos protegerte:</b> un chat con un bot no está cifrado de extremo a extremo: la empresa que está detrás de tu aplicación de mensajería puede leerlo. Tu teléfono puede guardar notificaciones y copias de seguridad. Mientras la petición esté abierta, quien controle este servidor podría comprobar si una cuenta determinada ha firmado.

    <b>Si cambias de opinión:</b> /withdraw retira tu firma mientras la petición esté abierta; después, a través de { $contact }. /mydata muestra lo que se guarda sobre ti y /forget lo borra.

    Al firmar no te suscribes a ningún mensaje.

    ¿Estás de acuerdo?
    .version = high-2
consent-kept-always-high-risk = • tu idioma, la semana en que firmas, a qué texto exacto diste tu consentimiento y en qué semana, y un código calculado a partir de tu cuenta y de un secreto, para que nadie firme dos veces. No se guardan ni el número de tu cuenta ni tu número de teléfono.
updates-consent-high-risk = { $responsible } quisiera escribirte aquí cuando haya novedades: unos pocos mensajes, como mucho, que no deben nombrar la petición. Para eso se guarda, cifrada, la dirección de tu chat y, junto a ella, tu idioma, hasta que pares estos mensajes con /updates. Quien se apoderase de este servidor y de su clave podría leer esa dirección. Si eso puede ponerte en peligro, di que no. ¿Preguntas? { $contact }
    .version = high-1

not-signed = No, esta cuenta no ha firmado esta petición.
already-high-risk =
    Sí. Esta cuenta ha firmado: «{ $title }». Su firma cuenta desde la semana del { DATETIME($since, dateStyle: "long") }.

    Solo tú puedes ver esto. Cuando lo hayas leído, quítalo del chat.
signed-high-risk =
    <b>Gracias. Ya está hecho.</b>

    Para protegerte, aquí ya no decimos de qué se trataba. Lo que este chat mostraba se ha retirado, hasta donde tu aplicación lo permite.

    { $clear }

    /mydata muestra lo que se guarda, y solo después de tocar un botón más.
clear =
    { $channel ->
        [telegram] <b>Para no dejar rastro en este teléfono:</b> toca el nombre del bot arriba, abre el menú (⋮ o …), elige «Eliminar chat» y marca «Eliminar también para» el bot. Borra también las notificaciones: la aplicación y el teléfono pueden haberlas guardado.
       *[other] <b>Para no dejar rastro en este teléfono:</b> borra este chat en tu aplicación, para los dos lados si te lo permite. Borra también las notificaciones: la aplicación y el teléfono pueden haberlas guardado.
    }
hidden =
    Ya no está en este chat, hasta donde tu aplicación lo permite.

    { $clear }

    Para volver, abre otra vez el enlace, o /campaigns.
conversation-expired-high-risk = Lo que habías escrito aquí ya no se guarda: ha pasado bastante tiempo y lo hemos borrado para protegerte, o ya está terminado. Para ver cómo está todo, abre /mydata.

mydata-high-risk =
    <b>Lo que guardamos sobre ti</b>

    { $lines }

    Aquí hay peticiones que pueden poner a personas en peligro. Si tienes algo que ver con alguna, solo se muestra si tocas «Mostrar todo». Antes, asegúrate de que nadie esté mirando.
mydata-signature-week = • Tu firma: «{ $title }», de la semana del { DATETIME($since, dateStyle: "long") }. País: { $country }; idioma: { $language }.
mydata-signature-week-nowhere = • Tu firma: «{ $title }», de la semana del { DATETIME($since, dateStyle: "long") }. Idioma: { $language }.
mydata-subscription-week = • Que en la semana del { DATETIME($since, dateStyle: "long") } pediste recibir novedades de «{ $title }» y, para eso, la dirección de tu chat, cifrada.
withdraw-high-risk =
    Aquí hay peticiones que pueden poner a personas en peligro. Por eso tus firmas solo se muestran si tocas «Mostrar todo».

    Antes, asegúrate de que nadie esté mirando.

share-high-risk =
    <b>Puedes compartirla sin nombrarla</b>

    Toca una aplicación: se abre con un texto que puedes cambiar antes de enviarlo. Ni ese texto ni el enlace dicen de qué se trata ni de quién viene:
    { $link }

    Pero quien lo recibe de ti sí te conoce. Envíalo solo a gente de confianza.
pass-high-risk = Léelo y decide por tu cuenta: { $link }
pass-high-risk-beside = Léelo y decide por tu cuenta.
pass-high-risk-subject = Algo para leer

broadcast-letter-unnamed =
    <b>Novedades: { $title }</b>

    { $text }

choice-check = ¿He firmado ya?
choice-hide = 🧹 Quitarlo de este chat
choice-reveal = 👁 Mostrar todo
choice-name-it = Nombrarla en el texto
choice-unname-it = Mejor no nombrarla
