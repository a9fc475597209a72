### Help, privacy, languages, and what is said when something goes otherwise than planned.

help =
    <b>Porte-voix: peticiones que se firman conversando</b>

    Lee lo que pasa, firma en un minuto y corre la voz.

    /campaigns – las peticiones abiertas
    /language – cambiar de idioma
    /updates – recibir o no novedades de las peticiones
    /mydata – lo que se guarda sobre ti
    /withdraw – retirar una firma
    /verify – verificar un comprobante
    /forget – borrar todo lo que se guarda sobre ti
    /privacy – cómo se tratan tus datos
    /cancel – abandonar la firma en curso
privacy =
    <b>Cómo tratamos tus datos</b>

    Mientras no firmes, no se guarda nada sobre ti, salvo el punto en que está esta conversación, las peticiones que has visto en ella y lo que hayas indicado: cifrado y solo durante unos días.

    Cuando firmas, tu nombre, tu correo y tu comentario se sellan para que nadie pueda abrirlos en este servidor: hace falta una clave que solo tiene la organización, o alguien de su confianza, y aquí no hay ninguna de esas claves. El número de tu cuenta no se guarda. En su lugar hay un código que impide que la misma cuenta firme dos veces. Mientras la petición esté abierta, quien controle el servidor podría usarlo para comprobar si una cuenta determinada ha firmado; cuando se cierra, el secreto del que depende ese código se destruye.

    La dirección de tu chat se guarda, cifrada, solo si nos pides que te escribamos: para contarte las novedades o cuántas personas han firmado con tu enlace.

    El registro público muestra, para siempre y a todo el mundo, que alguien firmó y cuántas firmas se han retirado: ni nombre, ni país, ni cuenta. Un comprobante, que solo hacemos si lo pides, dice cuál de sus anotaciones es la tuya. No guardamos ninguno.

    Este chat no está cifrado de extremo a extremo: la empresa que está detrás de tu aplicación de mensajería puede leerlo. Si alguien pudiera mirar tu teléfono, borra este chat después de firmar.

    { $responsible }
privacy-responsible = Responsable: { $responsible }, { $contact }. Claves que abren lo que escribe quien firma: { $keys }.
cancelled = Lo dejamos aquí. No se ha guardado nada de lo que habías escrito.
nothing-to-cancel = No había nada que cancelar.
language = ¿En qué idioma quieres que hablemos?
trouble = Algo ha fallado por nuestra parte. No has perdido nada. Inténtalo de nuevo en un momento, por favor.

unheard = Lo que has escrito no ha cambiado nada: aquí todo va con botones y comandos.
command-unknown = No conocemos ese comando. Con /help verás los que hay.
unreadable-media = Aquí solo podemos leer texto y botones.
unreadable-edited = No vemos los cambios que se hacen en un mensaje ya enviado. Puedes corregir cada respuesta antes de confirmar.
unreadable-unknown = Ese botón ya no funciona. Íbamos por aquí:
button-unknown = Ese botón ya no funciona. Íbamos por aquí:
button-old = Ese botón es de un mensaje anterior. Íbamos por aquí:
conversation-expired = Lo que habías escrito ya no se guarda: lo dejaste a medias, o ha pasado bastante tiempo y lo hemos borrado para protegerte. No has firmado esta petición; para firmarla, empieza de nuevo, por favor.
conversation-renewed = Hemos mejorado esta conversación desde la última vez que pasaste por aquí: empieza de nuevo, por favor. Las firmas ya dadas siguen a salvo.

group-hello = ¡Hola! Las peticiones se firman en privado, para que aquí nadie vea quién firma. Toca el botón y hablamos.
link-open = Hablar en privado

choice-privacy = Privacidad
choice-language = 🌐 Idioma
choice-locale = { $name }
choice-continue = Seguir con mi firma

command-start = Comenzar
command-campaigns = Peticiones abiertas
command-language = Cambiar de idioma
command-updates = Recibir novedades o no
command-mydata = Lo que se guarda sobre ti
command-withdraw = Retirar una firma
command-verify = Verificar un comprobante
command-forget = Borrar todo lo que se guarda sobre ti
command-privacy = Cómo se tratan tus datos
command-help = Ayuda
command-cancel = Abandonar la firma en curso
bot-short-description = Firma una petición en un minuto, aquí mismo, en el chat. Pensado desde el principio para proteger tu privacidad.
bot-description =
    Porte-voix es la petición que se firma conversando. Lee en tu idioma lo que pasa, firma y corre la voz.

    Lo que escribes al firmar se sella: el servidor no puede leerlo.
