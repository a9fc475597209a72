### The public page, the counter for other sites, and the share card.

page-total =
    { $total ->
        [0] Todavía no ha firmado nadie. La primera firma puede ser la tuya.
        [one] <b>{ $total }</b> persona ha firmado
        [many] <b>{ $total }</b> de personas han firmado
       *[other] <b>{ $total }</b> personas han firmado
    }
page-date = { DATETIME($date, dateStyle: "long") }
page-goal = Próxima meta: { $milestone }
page-sign = Firmar en Telegram
page-sign-how = Se abre allí un chat privado. No se envía nada hasta que confirmes.
page-scan = ¿Mejor en tu teléfono? Escanea este código.
page-qr = Código QR que abre la petición en Telegram
page-closed = Esta petición está cerrada. Gracias a todas las personas que la firmaron.
page-paused = Esta petición está en pausa: por ahora no se puede firmar. Las firmas que ya hay siguen contando.
page-others = Peticiones que puedes firmar ahora
page-ask = Lo que exigimos
page-related = Más lecturas
page-growth = Cómo ha crecido la petición
page-growth-told = Del { DATETIME($first, dateStyle: "long") } al { DATETIME($last, dateStyle: "long") }: { $total ->
        [one] { $total } firma.
        [many] { $total } de firmas.
       *[other] { $total } firmas.
    }
page-countries = De dónde vienen las firmas
page-elsewhere = Otros países o país sin indicar
page-table = Las mismas cifras en una tabla
page-day = Día
page-country = País
page-signatures = Firmas
page-share = ¿Quieres compartir esta petición?
page-copy-how = Para Signal y todo lo demás: copia este texto y pégalo donde quieras.
page-copied = Copiado
page-languages = Idiomas
page-in-your-language = Leer esta página en español
page-for-sites = Para tu propio sitio web
page-for-sites-how = Esto muestra en tu página el número de firmas en tiempo real:
page-open = Leer y firmar
page-safe = Esta página no usa cookies ni carga nada de otros sitios. Nunca muestra quién ha firmado.
