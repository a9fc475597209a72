### What is held about a person, and taking it back.

mydata =
    <b>Esto es lo que guardamos sobre ti:</b>

    { $lines }
mydata-signature = • Tu firma del { DATETIME($since, dateStyle: "long") } en la petición «{ $title }». País: { $country }; idioma: { $language }.
mydata-signature-nowhere = • Tu firma del { DATETIME($since, dateStyle: "long") } en la petición «{ $title }». Idioma: { $language }.
mydata-subscription = • Que el { DATETIME($since, dateStyle: "long") } pediste recibir novedades de «{ $title }» y, para eso, la dirección de tu chat, cifrada.
mydata-sealed = • El nombre, el correo y el comentario con los que hayas firmado, sellados: este servidor los guarda, pero no puede leerlos.
mydata-log = • Un número al azar que lleva a tu anotación en el registro público. El registro en sí muestra para siempre que alguien firmó, pero nada que diga quién. Un comprobante te da ese número; no guardamos ningún comprobante.
mydata-invite =
    { $count ->
        [0] • Tu enlace personal para compartir «{ $title }». Todavía no ha firmado nadie con él; a nadie se le muestra nunca quién lo hace.
        [one] • Tu enlace personal para compartir «{ $title }». Con él ha firmado { $count } persona; a nadie se le muestra nunca quién es.
        [many] • Tu enlace personal para compartir «{ $title }». Con él han firmado { $count } de personas; a nadie se le muestra nunca quiénes son.
       *[other] • Tu enlace personal para compartir «{ $title }». Con él han firmado { $count } personas; a nadie se le muestra nunca quiénes son.
    }
mydata-invite-told =
    { $count ->
        [0] • Tu enlace personal para compartir «{ $title }». Todavía no ha firmado nadie con él. Pediste que te avisáramos cuando alguien lo haga y, para eso, se guarda la dirección de tu chat, cifrada.
        [one] • Tu enlace personal para compartir «{ $title }». Con él ha firmado { $count } persona. Pediste que te avisáramos de ello y, para eso, se guarda la dirección de tu chat, cifrada.
        [many] • Tu enlace personal para compartir «{ $title }». Con él han firmado { $count } de personas. Pediste que te avisáramos de ello y, para eso, se guarda la dirección de tu chat, cifrada.
       *[other] • Tu enlace personal para compartir «{ $title }». Con él han firmado { $count } personas. Pediste que te avisáramos de ello y, para eso, se guarda la dirección de tu chat, cifrada.
    }
mydata-form = • Las respuestas de la firma que has empezado; desaparecen cuando terminas o cancelas, y por sí solas al cabo de unos días.
mydata-nothing = Aquí no hay nada que pueda encontrarse a partir de tu cuenta: ni firmas en peticiones abiertas ni suscripciones a novedades.
mydata-file = Aquí tienes, en un archivo, todo lo que guardamos sobre ti y podemos leer. Incluye los nombres de las peticiones que has firmado: guárdalo en un lugar seguro o bórralo junto con este mensaje.

withdraw =
    { $count ->
        [one] Has firmado una petición. Tócala para retirar tu firma. Si la petición ya se cerró, necesitas tu comprobante: /verify.
        [many] Has firmado { $count } de peticiones. ¿Qué firma quieres retirar? Si la petición ya se cerró, necesitas tu comprobante: /verify.
       *[other] Has firmado { $count } peticiones. ¿Qué firma quieres retirar? Si la petición ya se cerró, necesitas tu comprobante: /verify.
    }
withdraw-sure =
    ¿De verdad quieres retirar tu firma de «{ $title }»?

    Se borrará y dejará de contar. Más adelante puedes volver a firmar.
withdraw-none = Aquí no hay ninguna firma tuya que se pueda retirar. Si la petición ya se cerró, nada relaciona tu cuenta con tu firma; con un comprobante todavía puedes retirarla.
withdraw-kept = Tu firma sigue en pie.
withdrawn = Tu firma de «{ $title }» se ha retirado y borrado. Ya no cuenta.
withdrawn-hears = Tu firma de «{ $title }» se ha retirado y borrado. Ya no cuenta. Pero todavía recibes novedades: ¿quieres dejar también de recibirlas?

forget =
    <b>¿Borrarlo todo?</b>

    Tus firmas en las peticiones abiertas, tus consentimientos, tus suscripciones a novedades y las respuestas de esta conversación se borran al instante. Esas firmas dejan de contar. No se puede deshacer.

    Lo que ya está escrito en este chat queda en tu teléfono: puedes borrarlo allí.
forgotten = Se ha borrado todo lo que podía encontrarse a partir de tu cuenta. Una firma en una petición ya cerrada no la puede relacionar contigo nadie, ni siquiera nosotros; para retirarla necesitas tu comprobante (/verify), o puedes escribir a la organización. Para no dejar rastro en este teléfono, borra también este chat en tu aplicación. Cuídate mucho.
forget-kept = No se ha borrado nada.

choice-file = Enviármelo en un archivo
choice-mydata = Mis datos
choice-withdraw = Retirar mi firma
choice-withdraw-yes = Sí, retirarla
choice-withdraw-no = No, dejarla
choice-forget = Borrarlo todo
choice-forget-yes = Sí, borrarlo todo
choice-forget-no = No
