### The questions of a signature, the review, the thanks.

name-ask =
    { $asked ->
        [required] ¿Con qué nombre quieres firmar? Tócalo si aparece abajo, o escríbelo.
       *[optional] ¿Con qué nombre quieres firmar? Tócalo si aparece abajo, escríbelo o firma de forma anónima.
    }
name-without-letters = No hemos encontrado ningún nombre en tu mensaje. Escríbelo con letras, por favor.
name-too-long =
    { $most ->
        [one] Un nombre puede tener { $most } carácter como máximo, y este tiene { $length }. Basta con una forma más corta.
        [many] Un nombre puede tener { $most } de caracteres como máximo, y este tiene { $length }. Basta con una forma más corta.
       *[other] Un nombre puede tener { $most } caracteres como máximo, y este tiene { $length }. Basta con una forma más corta.
    }
country-ask = ¿Desde qué país firmas? Tócalo o escribe su nombre en cualquier idioma.
country-which = ¿A cuál te refieres? Tócalo o escribe su nombre otra vez.
country-unknown = No conocemos ningún país que se llame «{ $text }». Prueba con su nombre en otro idioma o con su código de dos letras.
email-ask =
    { $asked ->
        [required] ¿Cuál es tu dirección de correo electrónico? Solo { $responsible } podrá leerla.
       *[optional] ¿Quieres dejar una dirección de correo electrónico? Solo { $responsible } podrá leerla. Puedes omitir esta pregunta.
    }
email-invalid = Eso no parece una dirección de correo electrónico. Debería ser algo así: nombre@example.org.
comment-ask =
    { $asked ->
        [required] ¿Por qué firmas? { $responsible } te pide unas palabras, { $most ->
            [one] { $most } carácter
            [many] { $most } de caracteres
           *[other] { $most } caracteres
        } como máximo.
       *[optional] ¿Quieres contar por qué firmas? { $most ->
            [one] { $most } carácter
            [many] { $most } de caracteres
           *[other] { $most } caracteres
        } como máximo. Solo { $responsible } podrá leerlo. Puedes omitir esta pregunta.
    }
comment-empty = No hemos podido leer nada en tu mensaje. Escribe unas palabras, por favor.
comment-too-long =
    { $most ->
        [one] Un comentario puede tener { $most } carácter como máximo, y el tuyo tiene { $length }. ¿Podrías acortarlo un poco?
        [many] Un comentario puede tener { $most } de caracteres como máximo, y el tuyo tiene { $length }. ¿Podrías acortarlo un poco?
       *[other] Un comentario puede tener { $most } caracteres como máximo, y el tuyo tiene { $length }. ¿Podrías acortarlo un poco?
    }

review =
    <b>¿Está todo bien?</b>
    «{ $title }»

    { $lines }

    Tu firma no cuenta hasta que la confirmes.
review-name = Nombre: <b>{ $name }</b>
review-name-none = Nombre: firma anónima
review-country = País: <b>{ $country }</b>
review-country-none = País: sin indicar
review-email = Correo: <b>{ $email }</b>
review-email-none = Correo: ninguno
review-comment = Comentario: <b>{ $comment }</b>
review-comment-none = Comentario: ninguno

thanks =
    <b>Gracias. Tu firma cuenta.</b>
    «{ $title }»

    { $total ->
        [one] Eres la primera persona en firmar.
        [many] Contigo ya somos <b>{ $total }</b>.
       *[other] Contigo ya somos <b>{ $total }</b>.
    }
signed =
    { $thanks }

    ¿Conoces a alguien que también firmaría?
signed-updates =
    { $thanks }

    <b>¿Quieres saber cómo sigue?</b>
    { $updates }
already =
    Ya has firmado «{ $title }». Tu firma cuenta desde el { DATETIME($since, dateStyle: "long") }.

    Esto solo lo ves tú.

choice-profile = { $name }
choice-anonymous = Firmar sin nombre
choice-country = { $flag } { $country }
choice-skip = Omitir
choice-keep = Dejarlo como estaba
choice-confirm = ✅ Confirmar y firmar
choice-edit-name = Cambiar nombre
choice-edit-country = Cambiar país
choice-edit-email = Cambiar correo
choice-edit-comment = Cambiar comentario
choice-cancel = No firmar
choice-updates = 🔔 Novedades
