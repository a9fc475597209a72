### Les envois : écrire à celles et ceux qui veulent savoir la suite.

choice-broadcasts = 📣 Les envois
broadcasts =
    <b>Les envois</b> ({ $title })

    Ils vont aux personnes qui ont demandé des nouvelles. Touchez-en un pour voir où il en est.
broadcasts-none =
    <b>Les envois</b> ({ $title })

    Il n’y en a pas encore. Un envoi va aux personnes qui ont demandé des nouvelles : vous l’écrivez une fois dans chaque langue, vous le relisez, puis vous choisissez qui le reçoit et quand.
choice-new-broadcast = ✏️ En écrire un
choice-broadcast-listed = { $state } { $name }
choice-broadcast-numbered = { $state } { NUMBER($number, useGrouping: 0) } · { $name }
broadcast-nameless = Nº { NUMBER($number, useGrouping: 0) }, encore vide
broadcast-gone = Cet envoi n’existe plus.
broadcast-no-draft = Ce n’est plus un brouillon : on ne peut plus rien y changer. Voici où il en est.
broadcast-changed = Quelqu’un a été plus rapide : l’envoi a changé depuis que vous l’avez vu. Voici où il en est ; rien n’a été fait.
broadcast-somebody = Quelqu’un

## Le brouillon

broadcast-draft =
    <b>Brouillon nº { NUMBER($number, useGrouping: 0) }</b>

    <b>Qui le reçoit</b>
    { $aim }
    { $reach }

    { $letters }
    En tout : <b>{ $total }</b>

    { $picture }
    { $quiet }
    { $paid }
draft-letter = ✅ { $language } : { $readers }
draft-letter-links = ✅ { $language } : { $readers } (boutons : { $count })
draft-letter-missing = ▫️ { $language } : { $readers }, rien d’écrit
draft-picture = 🖼 Avec une image
draft-no-picture = 🖼 Sans image
draft-quiet = 🌙 Personne n’est dérangé la nuit : rien ne part entre 21 h et 8 h, heure de chaque pays.
draft-loud = 🔔 Il arrive à toute heure, même la nuit.
draft-paid = ⭐ Envoi accéléré, payé en Stars.
choice-broadcast = ← L’envoi
choice-letters = ✍️ Les textes
choice-letter-picture = 🖼 L’image
choice-audience = 👥 Qui le reçoit
choice-try = 👁 Faire un essai
choice-quiet-on = 🌙 Épargner les nuits
choice-quiet-off = 🔔 La nuit aussi
choice-paid = ⭐ Plus vite, contre des Stars
choice-paid-on = ⭐ Accéléré : oui
choice-schedule = 📅 Quand l’envoyer
choice-drop = 🗑 Jeter
broadcast-drop = Jeter « { $name } » ? Ses textes seront perdus.
choice-drop-yes = Oui, le jeter
choice-drop-no = Non, le garder
broadcast-dropped = Le brouillon est jeté.
quiet-is-on = C’est fait : là où il fait nuit, on le recevra le matin.
quiet-is-off = C’est fait : il arrivera à toute heure, même la nuit.

## Les textes

letters =
    <b>Les textes, et combien les liront</b>

    { $lines }

    Si rien n’est écrit dans sa langue, une personne reçoit le texte dans la langue principale de la campagne.
letters-written = ✅ { $language } : { $count }
letters-missing = ▫️ { $language } : { $count }, rien d’écrit
choice-write-next = ▶️ Maintenant : { $language }
choice-write-there = ✅ { $language }
choice-write = ▫️ { $language }
letter-ask =
    <b>Que voulez-vous dire en { $language } ?</b>

    Écrivez-le comme un message et envoyez-le ; le gras et l’italique sont gardés. Vous le verrez ensuite comme on le recevra.
letter-again =
    <b>Que voulez-vous dire à la place en { $language } ?</b>

    Envoyez le nouveau texte ; le gras et l’italique sont gardés. D’ici là, l’ancien reste.
letter-empty = Il n’y a aucun mot dans ce message. Envoyez le texte lui-même.
letter-too-long = C’est trop long pour un seul message ({ $language }). Caractères à enlever : { $count }. Rien n’a été changé.
letter-too-long-pictured = C’est trop long pour tenir sous une image ({ $language }). Caractères à enlever : { $count }. Raccourcissez, ou envoyez sans image. Rien n’a été changé.
letter-removed = Le texte est retiré ({ $language }).
letter-risk = 🔒 Ceci part vers des personnes pour qui il est dangereux qu’on sache qu’elles ont signé. Ni le texte, ni les boutons, ni l’image ne doivent nommer la cause : quiconque regarde leur téléphone peut les lire. Au-dessus, il n’y a que « { $title } ».
preview-stop = C’est ainsi qu’on arrête ces messages. Ici, pour vous, ce bouton ne fait rien.
choice-write-done = ✓ C’est bon
choice-write-links = 🔗 Boutons
choice-write-anew = ✏️ Réécrire
choice-write-out = 🗑 Retirer
markup-unfinished = { $tag } n’est pas une balise entière : il manque la fin. Servez-vous du gras et de l’italique de votre application, ou écrivez { $bold } et { $italic }.
markup-unknown = { $tag } n’est pas une balise que l’on peut afficher. Il n’y a que le gras et l’italique : ceux de votre application, ou { $bold } et { $italic }.
markup-not-open = { $tag } ferme quelque chose qui n’a jamais été ouvert. Enlevez cette balise, ou mettez le début là où il faut.
markup-crossed = { $tag } arrive avant que { $open } soit fermée. Ce qui a été ouvert en dernier se ferme en premier.
markup-open = { $tag } n’est jamais fermée. Mettez la fin là où il faut, ou enlevez cette balise.

## Les boutons

letter-links =
    <b>Les boutons sous le texte</b> ({ $language })

    { $lines }

    Pour les changer, renvoyez-les, un par ligne : le libellé, une barre verticale, l’adresse.
    <i>Lire la suite | https://example.org/actualites</i>
letter-links-none =
    <b>Des boutons sous le texte</b> ({ $language })

    Envoyez-en un ou deux, un par ligne : le libellé, une barre verticale, l’adresse.
    <i>Lire la suite | https://example.org/actualites</i>
letter-link = 🔗 { $label } → { $url }
choice-letter = ← Le texte
choice-links-out = 🗑 Sans boutons
links-too-many = { $most } boutons au plus. Envoyez moins de lignes.
links-without = « { $text } » n’a pas d’adresse. Écrivez le libellé, une barre verticale et l’adresse, comme ceci : Lire la suite | https://example.org/actualites
links-nameless = L’adresse « { $text } » n’a pas de libellé. Écrivez ce que dira le bouton, puis une barre verticale, puis l’adresse.
links-label-long = Le libellé « { $text } » est trop long pour un bouton : { $most } caractères au plus.
links-bad = « { $text } » n’est pas une adresse que l’on peut ouvrir. Elle doit commencer par https:// et être complète.

## L’image

letter-picture =
    <b>Voici l’image.</b>

    Envoyez une autre photo pour la remplacer.
letter-picture-none =
    <b>Une image ?</b>

    Envoyez-la comme photo : elle sera au-dessus du texte, dans chaque langue. Sous une image, le texte doit être court.
choice-picture-out = 🗑 Sans image
letter-picture-taken = L’image est en place.
letter-picture-removed = L’image est retirée.

## Se l’envoyer

broadcast-unwritten = Rien n’est encore écrit. Commencez par un texte.
try =
    <b>Faire un essai</b>

    Dans quelle langue ? Vous le verrez ici exactement comme on le recevra, avec l’image et les boutons. Personne d’autre ne reçoit rien.
choice-try-language = 👁 { $language }

## À qui

audience =
    <b>Qui le reçoit</b>

    { $aim }

    <b>Cela fait</b>
    { $reach }
    En tout : <b>{ $total }</b>
aim-line-all = • Toutes les personnes qui ont demandé des nouvelles
aim-line-locales = • Langues : { $names }
aim-line-countries = • Pays : { $names }
aim-line-signed = • Seulement les personnes qui ont signé
aim-line-unsigned = • Seulement les personnes qui n’ont pas encore signé
aim-line-since = • Seulement les personnes abonnées le { DATETIME($since, dateStyle: "long") } ou après
reach-line = ✅ { $language } : { $count }
reach-fallback = ⚠️ { $language } : { $count }, en { $other }
reach-missing = ▫️ { $language } : { $count }, pas encore de texte
reach-nobody = Personne ne correspond.
reach-unknown = On ne peut pas savoir qui, parmi ces personnes, a signé : la campagne n’est pas ouverte, ou elles sont trop peu nombreuses. Choisissez « Signé ou non ».
audience-unknown = On ne peut savoir qui a signé que tant que la campagne est ouverte. Choisissez les destinataires autrement.
audience-narrow = Savoir qui a signé n’est possible que pour beaucoup de monde à la fois, afin que personne ne puisse être repéré : tous les pays, toutes les dates d’arrivée, et au moins { $least } personnes. Retirez d’abord les autres conditions.
choice-aim-locales = 🌐 Par langue
choice-aim-countries = 🗺 Par pays
choice-aim-since = 📅 Date d’abonnement
choice-signed = ✍️ Ont signé
choice-unsigned = ✍️ N’ont pas signé
choice-anyone = ✍️ Signé ou non
aim-locales =
    <b>Quelles langues ?</b>

    { $aim }
    En tout : <b>{ $total }</b>
choice-aim-in = ▫️ { $name }
choice-aim-out = ✅ { $name }
choice-every-language = Toutes les langues
aim-countries =
    <b>Quels pays ?</b>

    { $names }
    En tout : <b>{ $total }</b>

    Tapez-en d’autres, séparés par des virgules. Touchez un pays pour le retirer.
aim-countries-all =
    <b>Quels pays ?</b>

    Pour l’instant, tous. En tout : <b>{ $total }</b>

    Tapez leurs noms, séparés par des virgules.
choice-every-country = Tous les pays
aim-since =
    <b>Abonnement : depuis quand ?</b>

    Choisissez, ou tapez une date. Le recevront les personnes abonnées ce jour-là ou après.
aim-since-chosen =
    <b>Les personnes abonnées le { DATETIME($since, dateStyle: "long") } ou après</b>

    Choisissez autre chose, ou tapez une date.
choice-since-week = Les 7 derniers jours
choice-since-month = Les 30 derniers jours
choice-since-latest = Depuis le dernier envoi ({ DATETIME($since, dateStyle: "medium") })
choice-since-ever = Peu importe la date
day-unclear = Je ne comprends pas cette date. Écrivez-la ainsi : { $example }
day-or-month = Le premier nombre, est-ce le jour ou le mois ? Pour que personne ne les confonde, commencez par l’année : { $example }
since-ahead = Nous ne sommes pas encore le { DATETIME($since, dateStyle: "long") }.

## Avant de programmer

broadcast-nobody = Personne ne le recevrait : aucune des personnes qui ont demandé des nouvelles ne correspond. Choisissez d’autres destinataires.
gaps =
    <b>Dans ces langues, rien n’est encore écrit</b>

    { $lines }

    Écrivez le texte maintenant, ou ces personnes le recevront dans l’autre langue.
choice-gaps-fine = L’autre langue suffira
paid =
    <b>Envoyer plus vite, contre des Stars ?</b>

    Destinataires : { $count }
    Prix : jusqu’à <b>{ $stars } ⭐</b> prises sur le solde du bot, un dixième de Star pour chaque message au-delà des 30 gratuits par seconde

    Durée sans payer : { $free }
    Durée avec des Stars : { $fast }

    Telegram le permet aux bots qui ont au moins 10 000 Stars, une fois « Paid broadcasts » activé dans @BotFather.
choice-paid-yes = ⭐ Oui, payer en Stars
choice-paid-no = Non, envoyer sans payer
paid-is-on = C’est fait : l’envoi ira vite, et il sera payé en Stars.
paid-is-off = C’est fait : l’envoi ne coûte rien.
lasting-seconds = { $count } s
lasting-minutes = { $count } min
lasting-hours = { $hours } h { $minutes } min

## Quand

zone-ask =
    <b>Quel est votre fuseau horaire ?</b>

    Touchez le vôtre, ou tapez une ville ou un pays. Je ne le demande qu’une fois.
zone-which = <b>Laquelle est-ce ?</b>
zone-unknown = Je ne connais pas de ville « { $text } ». Essayez une plus grande ville voisine, le pays, ou un nom comme Europe/Paris.
zone-settled = C’est fait. Fuseau horaire : { $zone }.
zone-utc = UTC
zone-city = { $city }, { $offset }
choice-zone = 🕓 Autre fuseau horaire
choice-zone-there = { $city } ({ DATETIME($at, timeStyle: "short") })
when =
    <b>Quand doit-il partir ?</b>

    En ce moment : { $now }. Choisissez, ou tapez une date et une heure, comme ceci : { $example }
choice-when = 🕓 Une autre heure
choice-now = ▶️ Maintenant
choice-when-evening = Ce soir, { DATETIME($at, timeStyle: "short") }
choice-when-morning = Demain matin, { DATETIME($at, timeStyle: "short") }
choice-when-instead = À { DATETIME($at, timeStyle: "short") }, le { DATETIME($at, dateStyle: "medium") }
broadcast-when = { DATETIME($at, dateStyle: "full", timeStyle: "short") } ({ $zone })
when-unclear = Je ne comprends pas cette date ou cette heure. Écrivez-les ainsi : { $example }
when-past = Trop tard, ce moment est passé : { $at }. Choisissez-en un à venir.
when-far = C’est dans plus d’un an : { $at }. Choisissez un moment plus proche.
when-skipped = Cette heure n’existe pas : les horloges avancent à ce moment-là et la sautent. La première heure qui existe : { $after }
when-twice = Les horloges affichent cette heure deux fois, car elles reculent. La première est retenue : { $at }

## Un dernier regard

last-look =
    <b>Un dernier coup d’œil</b>

    { $picture }
    { $links }

    <b>Qui le reçoit</b>
    { $aim }
    { $reach }
    En tout : <b>{ $total }</b>

    <b>Quand</b>
    { $when }
    { $quiet }
    { $speed }

    { $second }
look-asleep = 😴 En pleine nuit à l’heure de l’envoi, le recevront le matin : { $count }
look-now = Dès que vous confirmez
look-at-once = Dès que l’accord est donné
look-free = 💸 Gratuit. L’envoi prend environ { $time }, sans compter les nuits.
look-paid = 💸 Jusqu’à { $stars } ⭐. L’envoi prend environ { $time }, sans compter les nuits.
look-second = 🙋 Pour tant de monde, il faut être deux (une seule personne peut écrire à { $most } destinataires au plus) : quelqu’un d’autre de l’équipe doit d’abord donner son accord.
look-nobody = 🙋 Pour tant de monde, il faut être deux (une seule personne peut écrire à { $most } destinataires au plus), et personne d’autre dans l’équipe ne peut donner son accord. Invitez quelqu’un dans l’équipe (rôle : organisation), ou choisissez moins de monde.
look-again = Quelque chose a changé depuis que vous avez regardé. Regardez encore une fois, puis confirmez.
choice-confirm-now = ✅ Envoyer maintenant
choice-confirm-later = ✅ Programmer l’envoi
choice-confirm-ask = 🙋 Demander un accord
broadcast-goes-now = C’est parti. Un message à part vous montrera où il en est.
broadcast-goes-later = C’est programmé. D’ici là, vous pouvez le reprendre.
broadcast-asked = Il attend l’accord d’une deuxième personne. On la prévient ; vous saurez ce qu’elle en dit.

## La deuxième personne

broadcast-waiting =
    <b>{ $who } demande : faut-il envoyer ceci ?</b>

    « { $name } »

    <b>Qui le reçoit</b>
    { $aim }
    { $reach }
    En tout, lors de la confirmation : <b>{ $total }</b>

    <b>Quand</b>
    { $when }
    { $quiet }
    { $speed }

    Regardez-le d’abord : « Faire un essai ».
broadcast-waiting-own =
    <b>Il attend l’accord d’une deuxième personne</b>

    « { $name } »

    <b>Qui le reçoit</b>
    { $aim }
    { $reach }
    En tout, lors de la confirmation : <b>{ $total }</b>

    <b>Quand</b>
    { $when }
    { $quiet }
    { $speed }

    Quelqu’un d’autre de l’équipe doit donner son accord ; vous ({ $who }) ne pouvez pas le faire vous-même.
choice-broadcast-approve = ✅ D’accord, qu’il parte
choice-broadcast-reject = ✖️ Non, à retravailler
choice-take-back = ↩️ Le reprendre
broadcast-approved = Vous avez donné votre accord. Il partira à son heure.
broadcast-rejected = C’est de nouveau un brouillon, et la personne qui l’a écrit est prévenue.
broadcast-back = Vous l’avez repris : c’est de nouveau un brouillon, et rien ne part.
notice-broadcast-waits = 🙋 <b>{ $title }</b> : un envoi attend l’accord d’une deuxième personne (destinataires : { $count }). Vous y jetez un œil ?
notice-broadcast-approved = ✅ <b>{ $title }</b> : une deuxième personne a donné son accord à votre envoi. Il partira à son heure.
notice-broadcast-rejected = ✖️ <b>{ $title }</b> : une deuxième personne a dit non à votre envoi. C’est de nouveau un brouillon ; voyez ensemble ce qu’il faut changer.
notice-broadcast-grown = 🙋 <b>{ $title }</b> : votre envoi n’est pas encore parti. Il irait maintenant à plus de monde qu’une seule personne n’a le droit d’en contacter (destinataires : { $count }). Quelqu’un d’autre de l’équipe doit donc d’abord donner son accord ; nous prévenons l’équipe.
notice-broadcast-lost = ✖️ <b>{ $title }</b> : un envoi a été arrêté pour de bon. La liste des destinataires dépendait des signatures, et depuis que la campagne est close, plus personne ne peut savoir qui a signé.
choice-look = 👁 Y jeter un œil

## En route

broadcast-taken-back = « { $name } » est un brouillon ; rien ne part.
broadcast-waits =
    🙋 <b>« { $name } » attend l’accord d’une deuxième personne</b>

    Destinataires : { $size }
    { $when }
broadcast-scheduled =
    📅 <b>« { $name } » est programmé</b>

    Destinataires : { $size }
    { $when }
broadcast-preparing =
    📤 <b>« { $name } » : l’envoi commence</b>

    { $bar }
    On dresse la liste. Destinataires : environ { $size }
broadcast-sending =
    📤 <b>« { $name } » est en route</b>

    { $bar }
    ✉️ Envoyés : { $sent } sur { $size }
    { $lines }

    { $pace }
broadcast-paused =
    ⏸ <b>« { $name } » est en pause</b>

    { $bar }
    ✉️ Envoyés : { $sent } sur { $size }
    { $lines }

    Plus rien ne part tant que vous ne le relancez pas.
broadcast-done =
    ✅ <b>« { $name } » est envoyé</b>

    ✉️ Envoyés : { $sent } sur { $size }
    { $lines }

    Terminé : { $ended }
broadcast-cancelled =
    ✖️ <b>« { $name } » est arrêté pour de bon</b>

    ✉️ Envoyés : { $sent } sur { $size }
    ✂️ Ne le recevront plus : { $left }
    { $lines }

    Arrêté : { $ended }
progress-blocked = 🚫 Ont bloqué le bot : { $count }
progress-unknown = ❓ Peut-être arrivés, la connexion s’est coupée en plein envoi : { $count }
progress-failed = ⚠️ Échecs : { $count }
progress-unsubscribed = 🔕 Se sont désabonnés avant de le recevoir : { $count }
progress-rate = ⚡ Messages par seconde : { $count }
progress-left = ⏳ Encore { $time } environ
progress-asleep = 🌙 Il fait nuit là-bas, ce sera pour le matin : { $count }
choice-broadcast-pause = ⏸ Pause
choice-broadcast-resume = ▶️ Reprendre
choice-broadcast-cancel = ✖️ Arrêter pour de bon
choice-broadcast-refresh = 🔄 Actualiser
choice-watch = 📌 Le suivre dans un message
broadcast-watched = Un message à part vous montrera où il en est.
cancel-once-more = Il est en pause, plus rien ne part. Pour l’arrêter pour de bon, touchez encore une fois « Arrêter pour de bon » ; on ne pourra pas revenir en arrière.
stop =
    <b>Arrêter « { $name } » pour de bon ?</b>

    ✉️ Envoyés : { $sent }
    ✂️ Ne le recevraient jamais : { $left }

    L’envoi est en pause, plus rien ne part. L’arrêt est définitif.
choice-stop-no = Non, le laisser en pause
choice-stop-yes = ✖️ Oui, l’arrêter pour de bon
choice-again = ❓ Renvoyer aux incertains
again =
    <b>L’envoyer encore une fois ?</b>

    Personnes dont on ne sait pas si elles l’ont reçu : { $count }

    Celles qui l’ont reçu auront deux fois le même message, et à recevoir les choses deux fois, on cesse de lire ou on se désabonne.
choice-again-yes = Oui, le renvoyer
choice-again-no = Non, laisser ainsi
