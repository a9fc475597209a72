### Passing it on: the question, the apps, what friends will read, and hearing what came of it.

share-ask =
    <b>¿Quieres compartir esta petición?</b>

    Una petición crece cuando pasa de mano en mano. Quizá conozcas a alguien que también firmaría «{ $title }».
share-later = Está bien. Si cambias de opinión, debajo de la petición tienes un botón para compartirla.
share-apps =
    <b>Gracias. ¿A quién quieres hacérsela llegar?</b>

    Toca una aplicación: se abre con un texto que puedes cambiar antes de enviarlo. Si el botón lleva 📋, lo que hace es copiar el texto: abre después la aplicación y pégalo. Con Signal, por ejemplo, no hay otra manera.

    Este enlace abre «{ $title }» en el idioma de quien lo reciba:
    { $link }

    { $joined }
share-joined =
    { $count ->
        [0] Todavía no ha firmado nadie con tu enlace. Esto solo lo ves tú.
        [one] Ha firmado <b>{ $count } persona</b> con tu enlace. Esto solo lo ves tú.
        [many] Han firmado <b>{ $count } de personas</b> con tu enlace. Esto solo lo ves tú.
       *[other] Han firmado <b>{ $count } personas</b> con tu enlace. Esto solo lo ves tú.
    }

tell-ask =
    <b>¿Quieres que te avisemos cuando alguien firme «{ $title }» con tu enlace?</b>

    { $consent }
tell-consent = Te escribimos aquí cuando la primera persona haya firmado con tu enlace, y después solo al llegar a ciertas cifras. Sabrás cuántas personas son, nunca quiénes. Para eso se guarda, cifrada, la dirección de tu chat y, junto a ella, tu idioma, hasta que desactives estos avisos o se cierre la petición. Responsable: { $responsible }. ¿Preguntas? { $contact }
    .version = 1
tell-on = Listo, te avisaremos. Con el botón de abajo puedes desactivarlo cuando quieras.
tell-off = Listo. Ya no te avisaremos.
tell-declined = Muy bien, sin avisos. Siempre puedes mirar aquí cómo va.
tell-reached =
    { $count ->
        [one] 🎉 La primera persona ha firmado «{ $title }» con tu enlace. Gracias por compartir la petición.
        [many] 🎉 Ya han firmado «{ $title }» con tu enlace <b>{ $count } de personas</b>. Gracias por compartir la petición.
       *[other] 🎉 Ya han firmado «{ $title }» con tu enlace <b>{ $count } personas</b>. Gracias por compartir la petición.
    }

choice-share = 📣 Compartir
choice-share-yes = Sí, con gusto
choice-share-no = Ahora no
choice-tell = 🔔 Avísame si firman
choice-untell = 🔕 No me avises más
choice-tell-yes = Sí, avísame
choice-tell-no = No, gracias
link-email = Correo
link-sms = SMS
link-copy = Copiar el texto

# What friends read, in each app's own manner: no marks but WhatsApp's *bold*. Where no link stands
# here, the app puts it beside the words. Not everybody who passes it on has signed. Keep all of
# them short (230 characters with a link of 80), and the text message as short as can be.
pass-telegram = ¿Firmas «{ $title }» conmigo? Es un minuto, aquí mismo, en Telegram.
pass-whatsapp = ¡Hola! ¿Firmas esto conmigo? *{ $title }* 🙏 Es un minuto: { $link }
pass-viber = ¡Hola! ¿Firmas «{ $title }» conmigo? Es un minuto: { $link }
pass-messenger = ¿Firmas «{ $title }» conmigo? Cada nombre cuenta: { $link }
pass-facebook = Esto me importa, y quizá a ti también: «{ $title }». Lee, firma y comparte: { $link }
pass-x = «{ $title }» Lee, firma y comparte, por favor:
pass-email-subject = ¿Firmas esto conmigo? { $title }
pass-email =
    Hola:

    He pensado en ti: ¿firmas «{ $title }» conmigo? Leer y firmar lleva un minuto: { $link }

    ¡Gracias!
pass-sms = ¿Firmas «{ $title }» conmigo? { $link }
pass-signal = ¿Firmas «{ $title }» conmigo? Leer y firmar lleva un minuto: { $link }
pass-copy = «{ $title }»: lee, firma y comparte. { $link }
