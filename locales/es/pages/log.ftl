### The page about a petition's public log, where a receipt can be checked, too.

page-check = Comprobar el recuento
page-log-intro = Cada firma, cada retirada y cada eliminación queda anotada en un registro público, sin ningún nombre. Cualquiera puede volver a contar, y nadie puede cambiar nada sin que se note: ni siquiera quienes gestionan esta petición.
page-log-stands = El último recuento firmado
page-log-total =
    { $total ->
        [0] Todavía no hay firmas
        [one] <b>{ $total }</b> firma
        [many] <b>{ $total }</b> de firmas
       *[other] <b>{ $total }</b> firmas
    }
page-log-added = Firmas recibidas
page-log-withdrawn = Retiradas por quien firmó
page-log-removed = Eliminadas por el equipo
page-log-size = Anotaciones en el registro
page-log-signed = Firmado por el registro el { DATETIME($at, dateStyle: "long", timeStyle: "short") } (UTC). A un recuento firmado así lo llamamos acta («checkpoint»).
page-log-due = Próxima acta: el { DATETIME($at, dateStyle: "long", timeStyle: "short") } (UTC), o más tarde si hasta entonces no cambia nada.
page-log-due-any-time = Próxima acta: en cuanto cambie algo.
page-log-since = La página de la petición cuenta también las firmas posteriores. El registro las mostrará con la próxima acta.
page-log-none = El registro todavía no ha firmado nada. La primera acta está en camino: vuelve en unos minutos.
page-log-proves = Lo que demuestra el registro
page-log-proves-count = Que el número es correcto: las firmas recibidas, menos las retiradas y menos las eliminadas. Cada una es una anotación.
page-log-proves-unseen = Que nadie puede añadir, quitar ni cambiar una anotación sin que se note, ni siquiera quienes llevan el registro. Cada acta sella todo lo anterior: basta con haber guardado una más antigua para demostrar un fraude.
page-log-proves-yours = Que tu firma está ahí: al firmar puedes pedir un comprobante y verlo por tu cuenta.
page-log-open = Lo que no demuestra
page-log-open-people = Que cada anotación sea una persona real. Se firma una vez por cuenta, pero quien tiene varias cuentas puede firmar varias veces.
page-log-open-pressed = Que nadie haya firmado bajo presión.
page-log-open-who = Quién ha firmado. Es a propósito: en el registro no hay nombres, y nadie puede deducirlos de él.
page-log-reasons = Por qué se eliminaron firmas
page-log-reason = Motivo
page-log-reasons-few = Aquí solo aparecen los motivos que afectan a diez firmas o más. Cada eliminación está en el registro, con su motivo.
page-log-yourself = Compruébalo todo por tu cuenta
page-log-yourself-how = El registro se publica en el formato abierto C2SP tlog-tiles: descarga una copia con cualquier herramienta que lo conozca, y cuenta. Porte-voix, que es software libre, trae una:
page-log-yourself-server = También verifica los comprobantes, sin conexión. Esta página viene del mismo servidor que el registro: si prefieres no confiar en ese servidor, confía en la herramienta.
page-log-address = La dirección del registro
page-log-key = La clave de verificación del registro: toda verificación parte de ella, así que guarda una copia.
page-log-compare = Guarda un acta de vez en cuando y compárala con las de otras personas. Dos actas que se contradicen demuestran que alguien ha hecho trampa.
page-log-checkpoint = La última acta, en un archivo
page-log-key-file = La clave de verificación, en un archivo
page-receipt = Verifica tu comprobante
page-receipt-how = Pega el comprobante que te dio el bot, o elige su archivo. Se verifica aquí mismo, en tu navegador, y no se envía a ninguna parte. Puedes desconectarte primero de la red: funciona igual.
page-receipt-keep = Guarda el comprobante solo para ti. Muestra que alguien firmó, desde qué país y en qué idioma, y quien lo tenga puede retirar la firma.
page-receipt-paste = Tu comprobante
page-receipt-file = Elegir un archivo
page-receipt-check = Verificar
page-receipt-clear = Borrar
page-receipt-unscripted = Para verificar un comprobante en esta página, tu navegador tiene que ejecutar JavaScript. Si no, usa la herramienta que se describe más abajo: también verifica comprobantes, en tu propio equipo.
page-receipt-proof = Este comprobante es auténtico: la firma está en el registro.
page-receipt-promise = Esta promesa es auténtica: el registro ha dado su palabra, firmada, de que esta firma estará en él. Después de la próxima acta, pide otra vez el comprobante al bot y tendrás la prueba.
page-receipt-refused = Esto no es un comprobante válido de este registro.
page-receipt-unable = Este navegador no puede verificarlo: no conoce las firmas Ed25519, o esta página no se abrió por https. Puede que tu comprobante esté perfectamente bien. Prueba con una versión reciente de Firefox, Chrome o Safari.
page-receipt-private = No dice quién firmó, ni si después retiró su firma. No se lo envíes a nadie y, cuando termines, borra el campo.
page-receipt-petition = Petición
page-receipt-language = Idioma
page-receipt-entry = Número de anotación, desde 0
page-receipt-size = Anotaciones en ese momento
page-receipt-signatures = Firmas en ese momento
page-receipt-not-given = Sin indicar
page-refused-too-long = Es demasiado largo para ser un comprobante.
page-refused-encoding = Tiene caracteres que ningún comprobante tiene. ¿Ha cambiado el archivo otro programa?
page-refused-base64 = En una de sus líneas faltan caracteres o han cambiado.
page-refused-number = Un número no está escrito como lo escribe el registro.
page-refused-proof-form = No tiene la forma de un comprobante. ¿Está entero, de la primera línea a la última?
page-refused-note-form = Su última parte, la que firmó el registro, está incompleta o dañada.
page-refused-key-name = El nombre que acompaña a la firma no puede ser el de un registro.
page-refused-checkpoint-form = El acta que contiene no tiene la forma de un acta.
page-refused-origin = Es de otro registro. Abre la página de la petición que firmaste.
page-refused-unsigned = Este registro no lo ha firmado.
page-refused-signature = La firma del registro no coincide: algo se cambió después de firmar.
page-refused-index = Nombra una anotación que el registro todavía no tenía.
page-refused-path-length = La prueba que contiene es demasiado corta o demasiado larga.
page-refused-root = La prueba no lleva a lo que firmó el registro: el comprobante se cambió, o esta firma no está en el registro.
