### Passing it on: the question, the apps, what friends will read, and hearing what came of it.

share-ask =
    <b>Voulez-vous faire passer cette pétition ?</b>

    Une pétition grandit de proche en proche. Peut-être connaissez-vous quelqu’un qui signerait aussi « { $title } ».
share-later = Très bien. Si vous changez d’avis, vous trouverez sous la pétition un bouton pour cela.
share-apps =
    <b>Merci. À qui voulez-vous la faire parvenir ?</b>

    Touchez une application : elle s’ouvre avec un texte que vous pouvez modifier avant de l’envoyer. Un bouton marqué 📋 copie ce texte : ouvrez ensuite l’application et collez-le. Pour Signal, par exemple, il n’y a pas d’autre moyen.

    Ce lien ouvre « { $title } » dans la langue de la personne qui le reçoit :
    { $link }

    { $joined }
share-joined =
    { $count ->
        [0] Aucune signature n’est encore venue de votre lien. Personne d’autre que vous ne le voit.
        [one] <b>{ $count } personne</b> a signé grâce à votre lien. Personne d’autre que vous ne le voit.
        [many] <b>{ $count } de personnes</b> ont signé grâce à votre lien. Personne d’autre que vous ne le voit.
       *[other] <b>{ $count } personnes</b> ont signé grâce à votre lien. Personne d’autre que vous ne le voit.
    }

tell-ask =
    <b>Voulez-vous que nous vous prévenions quand on signe « { $title } » grâce à votre lien ?</b>

    { $consent }
tell-consent = Nous vous écrivons ici quand une première personne a signé grâce à votre lien, puis seulement quand certains nombres sont atteints. Vous apprenez combien de personnes ont signé, jamais lesquelles. Pour cela, l’adresse de votre conversation est conservée, chiffrée, avec à côté votre langue, jusqu’à ce que vous arrêtiez ces messages ou que la pétition soit close. Responsable : { $responsible }. Une question ? { $contact }
    .version = 1
tell-on = C’est noté, nous vous préviendrons. Le bouton ci-dessous permet d’arrêter à tout moment.
tell-off = C’est fait. Nous ne vous préviendrons plus.
tell-declined = Très bien, pas de messages. Vous pouvez toujours voir ici où cela en est.
tell-reached =
    { $count ->
        [one] 🎉 Une première personne a signé « { $title } » grâce à votre lien. Merci d’avoir fait passer cette pétition.
        [many] 🎉 <b>{ $count } de personnes</b> ont signé « { $title } » grâce à votre lien. Merci d’avoir fait passer cette pétition.
       *[other] 🎉 <b>{ $count } personnes</b> ont signé « { $title } » grâce à votre lien. Merci d’avoir fait passer cette pétition.
    }

choice-share = 📣 Faire passer
choice-share-yes = Oui, volontiers
choice-share-no = Pas maintenant
choice-tell = 🔔 Me prévenir si on signe
choice-untell = 🔕 Ne plus me prévenir
choice-tell-yes = Oui, prévenez-moi
choice-tell-no = Non, merci
link-email = E-mail
link-sms = SMS
link-copy = Copier le texte

# What friends read, in each app's own manner: no marks but WhatsApp's *bold*. Where no link stands
# here, the app puts it beside the words. Not everybody who passes it on has signed. Keep all of
# them short (230 characters with a link of 80), and the text message as short as can be.
# Its quotes become typewriter ones, which have no blanks inside.
pass-telegram = Tu signes « { $title } » avec moi ? Ça prend une minute, ici même, dans Telegram.
pass-whatsapp = Salut ! Tu signes avec moi ? *{ $title }* 🙏 Ça prend une minute : { $link }
pass-viber = Salut ! Tu signes « { $title } » avec moi ? Ça prend une minute : { $link }
pass-messenger = Tu signes « { $title } » avec moi ? Chaque nom compte : { $link }
pass-facebook = Cela me tient à cœur, et peut-être à vous aussi : « { $title } ». À lire, à signer, à partager ! { $link }
pass-x = « { $title } » À lire, à signer et à partager, merci !
pass-email-subject = Tu signes avec moi ? { $title }
pass-email =
    Bonjour,

    J’ai pensé à toi : tu signes « { $title } » avec moi ? Lire et signer prend une minute : { $link }

    Merci !
pass-sms = Tu signes “{ $title }” avec moi ? { $link }
pass-signal = Tu signes « { $title } » avec moi ? Lire et signer prend une minute : { $link }
pass-copy = « { $title } » : à lire, à signer, à partager. { $link }
