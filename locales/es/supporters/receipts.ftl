### Receipts: what they are, asking for one, and checking one.

receipt-which = ¿De qué firma quieres un comprobante?
receipt-ask =
    <b>Un comprobante de tu firma en la petición «{ $title }»</b>

    Es un archivo pequeño que demuestra que tu firma está en el recuento público. Puedes verificarlo tú, o alguien de tu confianza, sin tener que creernos. Y cuando la petición se cierre, será la única manera que quede de retirar tu firma.

    <b>Quien lo encuentre sabrá que su dueño o dueña firmó.</b> No lleva ningún nombre, pero estará en este chat y en este teléfono. Si otras personas miran tu teléfono, mejor no lo pidas.
receipt-none = Aquí no hay ninguna firma tuya de la que podamos hacer un comprobante. Si la petición ya se cerró, nada relaciona tu cuenta con tu firma: entonces lo que vale es el comprobante que ya tengas.
receipt-later = El registro público de esta petición todavía se está preparando. Vuelve a pedirlo en un par de minutos, por favor.
receipt-promise =
    Aquí tienes nuestra promesa firmada de que tu firma en la petición «{ $title }» estará en el registro público. El registro firma lo nuevo cada cierto tiempo, normalmente una vez por hora: vuelve a pedirlo después y recibirás la prueba misma.

    Guarda el archivo en un lugar seguro. Luego borra este mensaje y, si lo abriste, también el archivo de las descargas de este teléfono. No guardamos ningún comprobante.
receipt-proof =
    Aquí tienes la prueba de que tu firma en la petición «{ $title }» está en el registro público. Vale mientras la conserves, y con /verify se puede verificar.

    Guarda el archivo en un lugar seguro. Luego borra este mensaje y, si lo abriste, también el archivo de las descargas de este teléfono. No guardamos ningún comprobante.
receipt-declined = De acuerdo: no se ha hecho ningún comprobante.

verify-ask =
    <b>Verificar un comprobante</b>

    Envía aquí el archivo (su nombre termina en .tlog-proof) o pega todo su texto. Te diremos si es válido, y podrás retirar la firma a la que corresponde, aunque la petición ya se haya cerrado.

    Lo que envíes queda en este chat hasta que lo borres.
verify-stopped = No se ha verificado nada.
receipt-unfit-strange = Esto no es un comprobante nuestro. Un comprobante es un archivo pequeño cuyo nombre termina en .tlog-proof.
receipt-unfit-damaged = Parece un comprobante, pero le falta algo o algo ha cambiado en él. Si pegaste su texto, prueba con el archivo mismo.
receipt-unfit-forged = Este comprobante no es válido: nuestro registro no firmó lo que dice. Alguien lo ha cambiado o lo ha inventado. Si pegaste su texto, prueba con el archivo mismo.
receipt-unfit-elsewhere = Este comprobante es de un registro público que no se lleva aquí, así que no podemos verificarlo.
receipt-unfit-long = Ese archivo es demasiado grande para ser un comprobante, o no se ha podido descargar. Un comprobante ocupa mucho menos que una foto.
receipt-holds =
    <b>Este comprobante es válido.</b>
    «{ $title }»
    { $origin }

    { $count ->
        [one] La firma está en el registro público, que en ese momento contaba { $count } firma.
        [many] La firma está en el registro público, que en ese momento contaba { $count } de firmas.
       *[other] La firma está en el registro público, que en ese momento contaba { $count } firmas.
    }

    El comprobante no dice quién firmó, ni si después retiró su firma. Si otras personas pueden ver este chat, borra lo que acabas de enviar.
receipt-promised =
    <b>Esta promesa es nuestra.</b>
    «{ $title }»
    { $origin }

    Prometimos por escrito que esta firma estará en el registro público. Todavía no es la prueba: quien firmó puede pedirla cuando el registro vuelva a firmar, normalmente en menos de una hora.

    Si otras personas pueden ver este chat, borra lo que acabas de enviar.
receipt-of = País: { $country }; idioma: { $language }.
receipt-of-nowhere = Idioma: { $language }.
receipt-sure =
    ¿De verdad quieres retirar la firma a la que corresponde este comprobante, en la petición «{ $title }»?

    Se borrará y dejará de contar.
receipt-withdrawn = La firma a la que correspondía este comprobante, en la petición «{ $title }», se ha borrado y ya no cuenta. El comprobante sigue mostrando que quien lo tenía firmó: bórralo, aquí y donde más lo guardes.
receipt-forgotten = Ya hemos olvidado lo que decía ese comprobante. Envíalo otra vez, por favor.

choice-receipt = 🧾 Comprobante
choice-receipt-yes = Enviarme el comprobante
choice-receipt-no = Mejor no
choice-receipt-again = Pedir la prueba
choice-verify = Tengo un comprobante
choice-verify-no = Déjalo
choice-receipt-withdraw = Retirar esta firma
choice-continue-verify = Volver al comprobante
