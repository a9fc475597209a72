### Consent: plain and exact. Whoever changes a meaning here raises its .version in every language.

consent-ask =
    <b>Antes de firmar: «{ $title }»</b>

    <b>Quién es responsable:</b> { $responsible }. Para cualquier cosa relacionada con tus datos: { $contact }.

    <b>Qué firmas:</b> { $ask }

    <b>Para qué:</b> { $purpose }

    <b>Qué se guarda:</b>
    { $kept }

    <b>Quién puede leerlo:</b> lo que escribes (nombre, correo, comentario) se sella antes de guardarse. Solo puede abrirlo { $responsible }, o alguien de su confianza a quien haya dado una clave; ninguna de esas claves está en este servidor. Tu país, tu idioma y el día de tu firma no se sellan: quien administra este servidor puede leerlos, sin ningún nombre al lado.

    <b>Por cuánto tiempo:</b> como máximo, hasta { $days ->
        [one] { $days } día
        [many] { $days } de días
       *[other] { $days } días
    } después del cierre de la petición. Luego se borra.

    <b>Qué debes saber:</b> una firma expresa una opinión y puede revelar algo sobre ti. Un chat con un bot no está cifrado de extremo a extremo: la empresa que está detrás de tu aplicación de mensajería puede leerlo, y el chat queda en tu teléfono hasta que lo borres. Mientras la petición esté abierta, quien controle este servidor podría comprobar si una cuenta determinada ha firmado.

    <b>Si cambias de opinión:</b> /withdraw retira tu firma mientras la petición esté abierta; después, a través de { $contact }. /mydata muestra lo que se guarda sobre ti y /forget lo borra.

    Al firmar no te suscribes a ningún mensaje. Eso te lo preguntamos aparte.

    ¿Estás de acuerdo?
    .version = 2
consent-kept-name = • tu nombre, salvo que firmes de forma anónima
consent-kept-name-required = • tu nombre
consent-kept-country = • tu país, si lo indicas
consent-kept-country-required = • tu país
consent-kept-email = • tu dirección de correo electrónico, si das una
consent-kept-email-required = • tu dirección de correo electrónico
consent-kept-comment = • tu comentario, si escribes uno
consent-kept-comment-required = • tu comentario
consent-kept-always = • tu idioma, el día en que firmas, cuándo diste tu consentimiento y a qué texto exacto, y un código calculado a partir de tu cuenta y de un secreto, para que nadie firme dos veces. No se guardan ni el número de tu cuenta ni tu número de teléfono.
consent-other-language = Atención: esta petición no se ha traducido a tu idioma, y algunas partes de lo que sigue solo existen en este: { $language }. Acepta únicamente si las entiendes.
consent-changed = Este texto ha cambiado desde que lo viste. Léelo de nuevo, por favor.
consent-declined = Está bien. No se ha guardado nada. Aun así puedes leer la petición y compartirla.

updates-consent = { $responsible } quisiera escribirte aquí cuando haya novedades: unos pocos mensajes, como mucho. Para eso se guarda, cifrada, la dirección de tu chat y, junto a ella, tu idioma y, si lo diste, tu país, hasta que pares estos mensajes con /updates. ¿Preguntas? { $contact }
    .version = 1

choice-agree = Acepto
choice-decline = No, gracias
