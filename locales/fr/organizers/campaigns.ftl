### Les campagnes dans la conversation : en créer une, ses textes et réglages, l’ouvrir, la suspendre, la clore.

choice-new_campaign = ➕ Nouvelle campagne
choice-edit = ✏️ Textes et réglages

# Une nouvelle campagne, ou une nouvelle langue.

found =
    <b>Une nouvelle campagne</b> · { $number } / { $count }

    { $question }
translate =
    <b>{ $language }</b> · { $number } / { $count }

    { $question }

    { $original }
campaign-made = Votre campagne est là, à l’état de brouillon que personne d’autre ne voit, et vous en êtes responsable. Il manque encore des sections à lire, peut-être une image et d’autres langues.
ask-slug = Quel sera son nom dans les liens ? Choisissez un nom court, avec a–z, 0–9 et des traits d’union : rivieres-propres, par exemple. On ne pourra plus le changer.
ask-locale = Dans quelle langue l’écrivez-vous d’abord ? C’est celle que verra toute personne qui ne lit aucune des langues de la campagne.
ask-rubric = La rubrique : un mot ou deux au-dessus du titre, comme « Discriminations ». { $most } caractères au plus.
ask-title = Le titre : de quoi il s’agit, en une ligne. { $most } caractères au plus.
ask-summary = Le résumé : ce qui se passe, en deux ou trois phrases. { $most } caractères au plus.
ask-ask = Qu’exigez-vous ? Le texte suit « Ce que nous exigeons : ». { $most } caractères au plus.
ask-purpose = À quoi serviront les signatures ? Le texte suit « Dans quel but : », et on le lit avant d’accepter. { $most } caractères au plus.
ask-credit = De qui est l’image ? { $most } caractères au plus.
ask-picture-text = Que montre l’image ? Dites-le pour celles et ceux qui ne la voient pas. { $most } caractères au plus.
ask-section = Une nouvelle section : l’intertitre sur la première ligne, puis le texte en dessous, le tout dans un seul message. Une ligne vide sépare les paragraphes. Si c’est plus long, vous pourrez compléter ensuite.
ask-heading = L’intertitre de la section. { $most } caractères au plus.
ask-body = Le texte de la section ; une ligne vide sépare les paragraphes. Il remplace le texte actuel. { $most } caractères au plus.
ask-more = Que faut-il ajouter à la fin de la section ? Elle peut compter { $most } caractères en tout.
ask-link = Un lien vers une lecture utile, sous cette forme : Un article plus ancien | https://example.org/article
ask-responsible = Quelle organisation est responsable des données ? Elle est nommée dans le consentement. { $most } caractères au plus.
ask-contact = Où peut-on écrire au sujet de ses données ? Une adresse e-mail, ou une adresse web qui commence par https://.
ask-retention-days = Combien de jours après la clôture les signatures sont-elles effacées ?
ask-date = Le jour de l’alerte : année-mois-jour, par exemple 2026-03-01.
ask-milestones = Les objectifs : des nombres de signatures, du plus petit au plus grand, séparés par des espaces, comme 1000 5000 20000.
language-listed = { $language }
choice-days =
    { $days ->
        [one] { $days } jour
        [many] { $days } de jours
       *[other] { $days } jours
    }
choice-stop = Laisser ainsi
choice-give-up = ✖️ Abandonner, ne rien garder

# La campagne en un coup d’œil.

edit =
    <b>{ $title }</b>
    { $status }

    { $lines }
edit-complete = ✅ { $language }
edit-default = ⭐️ { $language } : pour qui ne lit aucune des autres
edit-less = ⚠️ { $language }
edit-missing = ▫️ { $language } : pas encore de traduction
edit-key = 🔐 Ce qu’écrivent les signataires est scellé avec la clé { $keys }
edit-keys = 🔐 Ce qu’écrivent les signataires est scellé avec plusieurs clés, dont chacune suffit pour l’ouvrir : { $keys }
less-sections = – sections : { $here } ; en { $fullest } : { $there }
less-links = – liens : { $here } ; en { $fullest } : { $there }
less-nothing-to-read = – aucune section à lire
less-picture-text = – l’image n’est pas décrite pour qui ne la voit pas
less-credit = – l’image n’a pas de crédit
choice-edit-text = ✏️ { $language }
choice-edit-add = ➕ { $language }
choice-settings = ⚙️ Réglages
choice-opening = 🟢 L’ouvrir
choice-pause = ⏸ Mettre en pause
choice-resume = ▶️ Reprendre
choice-closing = ⚪️ Clore définitivement
edit-saved = ✅ C’est enregistré.
edit-stopped = Rien n’a changé.
edit-changed = ⚠️ Quelqu’un d’autre vient de modifier cela : rien n’a été enregistré. Voici où l’on en est.

# L’aperçu.

preview = 👁 Voici ce que voient les personnes qui lisent en { $language } :
preview-button = Dans l’aperçu, ce bouton ne fait rien.
choice-preview = 👁 Aperçu
choice-texts = ← Textes

# Les mots dans une langue.

texts =
    <b>{ $language }</b>

    { $lines }

    Sections : { $sections } · Liens : { $links }
    { $lacks }

    Touchez ce que vous voulez changer.
texts-line = <b>{ $part } :</b> { $text }
part-rubric = Rubrique
part-title = Titre
part-summary = Résumé
part-ask = Ce que nous exigeons
part-purpose = Dans quel but
part-credit = Crédit de l’image
part-picture-text = L’image en mots
part-heading = Intertitre
part-section = Section
part-sections = Sections
part-links = Liens
part-link-title = Titre du lien
part-link-address = Adresse du lien
part-translation = Tous les textes
part-responsible = Responsable des données
part-contact = Contact
part-retention-days = Jours avant effacement
part-date = Date
part-milestones = Objectifs
part-urgent = Urgence
part-asks = Questions posées
part-default-locale = Langue principale
part-picture = Image
sections =
    <b>Sections ({ $language }) : { $count }</b>

    Touchez celle que vous voulez changer.
section-listed = { $heading }
section =
    <b>{ $heading }</b>

    { $text }

    Caractères : { $length } sur { $most }
section-drop = Retirer la section « { $heading } » ?
choice-sections = 📖 Sections
choice-section-add = ➕ Nouvelle section
choice-heading = Intertitre
choice-body = Réécrire le texte
choice-more = Ajouter à la fin
choice-section-up = ⬆️ Monter
choice-section-drop = ✖️ Retirer
choice-section-drop-yes = Oui, la retirer
choice-section-keep = Non
links =
    <b>Liens ({ $language }) : { $count }</b>

    Ils figurent sous la dernière page. ✖️ en retire un.
choice-links = 🔗 Liens
choice-link-add = ➕ Nouveau lien
choice-link-drop = ✖️ { $title }

# Écrire.

write =
    { $language }
    { $question }

    { $now }

    { $original }
write-language = <b>{ $language }</b>
write-now =
    <b>Actuellement :</b>
    { $text }
write-original =
    <b>{ $language } :</b>
    { $text }
write-sure =
    <b>Cela change ce que les gens acceptent</b>

    { $part } : { $text }

    La pétition est ouverte, et ce texte figure dans le consentement. Signatures à ce jour : { $total }. Ces personnes ont accepté les termes d’avant : vous y restez tenus envers elles. Si quelqu’un est en train de signer, son accord lui sera redemandé.

    Enregistrer ?
choice-write-yes = Oui, enregistrer
choice-write-again = Réécrire
choice-write-empty = Laisser vide

# Les réglages.

settings =
    <b>Réglages : { $title }</b>

    Responsable des données : { $responsible }
    Contact : { $contact }
    Jours avant effacement, après la clôture : { NUMBER($days, useGrouping: 0) }
    Date : { DATETIME($date, dateStyle: "long") }
    Langue principale : { $default }
    { $urgent }
    { $picture }
    { $safety }

    <b>Objectifs</b>
    { $milestones }

    <b>Les questions posées en signant</b>
    { $asks }
settings-urgent = 🚨 Marquée comme urgente
settings-not-urgent = Pas marquée comme urgente
settings-picture = Avec une image
settings-no-picture = Sans image
settings-usual-milestones = Les objectifs habituels : 100, 250, 500, 1 000 et ainsi de suite
settings-milestone = • { $milestone }
choice-asks = Questions posées
choice-picture = 🖼 Image
choice-main-language = Langue principale
choice-urgent-on = 🚨 Marquer comme urgente
choice-urgent-off = Elle n’est plus urgente
asks =
    <b>Les questions posées en signant</b>

    { $lines }

    { $risk }

    { $consent }

    Chaque bouton indique ce que deviendra le réglage.
asks-consent = ⚠️ La pétition est ouverte, et le consentement dit ce qui est demandé : si quelqu’un est en train de signer, son accord lui sera redemandé.
asks-name-no = Nom : pas demandé
asks-name-optional = Nom : on peut rester anonyme
asks-name-required = Nom : obligatoire
asks-country-no = Pays : pas demandé
asks-country-optional = Pays : facultatif
asks-country-required = Pays : obligatoire
asks-email-no = E-mail : pas demandé
asks-email-optional = E-mail : facultatif
asks-email-required = E-mail : obligatoire
asks-comment-no = Commentaire : pas demandé
asks-comment-optional = Commentaire : facultatif
asks-comment-required = Commentaire : obligatoire
main-language =
    <b>Langue principale : { $language }</b>

    C’est celle que voit toute personne qui ne lit aucune des langues de la campagne. Ce peut être n’importe laquelle des langues déjà écrites.
picture = Voici l’image actuelle. Pour la changer, envoyez une photo. N’oubliez pas son crédit, ni sa description dans chaque langue.
picture-none = Il n’y a pas encore d’image. Envoyez une photo : 1280 × 720 pixels conviennent partout. Vérifiez que vous avez le droit de l’utiliser et qu’elle ne met personne en danger.
picture-saved = ✅ L’image est enregistrée, sans ce que son fichier disait de l’appareil et de la personne à qui il appartient. Dites dans chaque langue ce qu’elle montre et qui l’a prise.
picture-lost = ⚠️ Impossible de récupérer cette image ; elle est peut-être trop lourde. Envoyez-la comme photo, de 5 Mo au plus.
picture-heavy = ⚠️ Cette image pèse plus de 5 Mo. Réduisez-la, ou envoyez-la comme photo.
picture-kind = ⚠️ Ce n’est ni une image PNG ni une image JPEG.
picture-bomb = ⚠️ Cette image a beaucoup trop de pixels. Réduisez-la.
picture-damaged = ⚠️ Cette image est abîmée ou incomplète. Enregistrez-la de nouveau.
picture-place = ⚠️ Cette image dit où elle a été prise, ce qui peut mettre des personnes en danger. Envoyez-la comme photo et non comme fichier, ou effacez ses métadonnées.
picture-small = ⚠️ Cette image fait { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels ; il en faut au moins { NUMBER($most, useGrouping: 0) } de chaque côté.
picture-large = ⚠️ Cette image fait { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels ; aucun côté ne doit dépasser { NUMBER($most, useGrouping: 0) }.
picture-shape = ⚠️ Cette image fait { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels : elle est trop étirée. Recadrez-la pour qu’aucun côté ne dépasse { $most } fois l’autre.
choice-picture-drop = ✖️ Retirer l’image

# Signers at high risk.

part-safety = Risque pour les signataires
settings-safety-normal = Risque pour les signataires : habituel
settings-safety-high = 🔒 Signer présente un risque élevé
choice-safety-high = 🔒 Signer est dangereux
choice-safety-normal = Signer n’est pas dangereux
safety-sure =
    <b>Est-il dangereux qu’on sache que quelqu’un a signé « { $title } » ?</b>

    Si oui, nous protégeons celles et ceux qui signent :
    • On ne demande rien qui s’écrive : ni nom, ni e-mail, ni commentaire. Le pays, seulement pour qui le veut bien.
    • Des dates, on ne garde que la semaine. Les pays et les autres parts du total apparaissent à partir de { $fewest } et par paliers de { $fewest }, pour vous aussi.
    • Une fois la signature donnée, la conversation ne nomme plus la pétition, et ce qui la nommait est retiré.
    • Il n’y a pas de lien personnel : personne ne voit combien de gens ont signé grâce à lui.
    • Ce que vous écrivez à qui veut des nouvelles ne doit pas nommer la cause.

    { $after }
safety-sure-draft = Vous pouvez revenir en arrière tant que la pétition n’est pas ouverte.
safety-sure-open = ⚠️ La pétition a été ouverte : impossible de revenir en arrière. Les liens personnels sont effacés pour de bon. Ce qui est conservé des signatures déjà données ({ $total }) reste tel quel : les noms scellés, les dates au jour près. Si quelqu’un est en train de signer, son accord lui sera redemandé.
choice-safety-yes = 🔒 Oui, les protéger
safety-raised = 🔒 C’est fait. Désormais, celles et ceux qui signent sont protégés. Regardez l’aperçu, et dites-le à votre équipe.
asks-risk = 🔒 Signer présente un risque élevé : on ne peut demander que le pays, et personne n’est obligé de le donner.

# Peut-on signer ?

open-no-key =
    <b>Avant l’ouverture, il faut une clé</b>

    Ce que les gens écrivent en signant est scellé avec la clé de votre organisation, pour que personne ne puisse le lire sur le serveur. Pour l’instant, personne n’a prouvé détenir une telle clé. La personne qui administre le serveur le fait une seule fois, pour toutes les campagnes :

    1. Sur un ordinateur à vous : python -m bot keys new --out organisation.key
    2. Gardez ce fichier, et une copie, en lieu sûr et loin du serveur : sans lui, personne ne pourra jamais lire un nom.
    3. python -m bot keys --help explique comment prouver la clé sans l’apporter au serveur.

    Revenez ensuite ouvrir { $slug }.
open-sure =
    <b>Ouvrir « { $title } » ?</b>

    À partir de là, tout le monde peut la lire et la signer.

    Langues : { $languages }
    { $lines }

    Responsable des données : { $responsible }
    { $sealing }
open-key = Les signatures seront scellées avec la clé { $keys } Assurez-vous que sa partie privée est en lieu sûr : sans elle, personne ne pourra jamais lire un nom.
open-keys =
    Les signatures seront scellées avec plusieurs clés : { $keys }
    Quiconque en détient une peut lire tous les noms. Assurez-vous de savoir de qui il s’agit, et que les parties privées sont en lieu sûr : si elles se perdent toutes, personne ne pourra jamais lire un nom.
open-which-key = Avec quelle clé sceller les signatures ? Assurez-vous que sa partie privée est en lieu sûr : sans elle, personne ne pourra jamais lire un nom.
choice-open-yes = Oui, l’ouvrir
choice-open-with = Ouvrir avec { $key }…
campaign-opened = 🟢 Elle est ouverte. On peut signer.
campaign-paused = ⏸ Elle est en pause. On ne peut pas signer pour l’instant ; les signatures données comptent toujours, et on peut encore les retirer.
campaign-resumed = 🟢 Elle reprend. On peut de nouveau signer.
campaign-closed = ⚪️ Elle est close définitivement. Merci pour tout ce que vous avez fait pour elle.
close-sure =
    <b>Clore « { $title } » définitivement ?</b>

    Signatures à ce jour : { $total }

    Plus personne ne pourra signer, jamais, et on ne pourra pas la rouvrir. Ce qui mène d’une personne à sa signature est détruit : on ne pourra plus reconnaître qui a signé, et plus personne ne pourra retrouver, retirer ou effacer ici sa signature. Celles et ceux qui voulaient savoir combien de personnes ont signé grâce à leur lien ne recevront plus rien.

    Jours avant l’effacement des signatures : { NUMBER($days, useGrouping: 0) }. Déchiffrez et remettez avant cela ce dont vous avez besoin.

    Pour une simple interruption, mettez-la en pause.
close-really =
    <b>Vraiment clore « { $title } » ?</b>

    Personne ne pourra revenir en arrière. Signatures à ce jour : { $total }. Jours avant leur effacement : { NUMBER($days, useGrouping: 0) }.
choice-close-yes = Oui, la clore
choice-close-for-good = Clore pour toujours

# Ce qui ne va pas dans ce qui a été écrit.

rule-hidden = ⚠️ Il s’y trouve un caractère que personne ne voit : { $names }. Retapez les mots au lieu de les coller.
rule-too-long = ⚠️ Trop long ({ $what }) : { $length } caractères pour { $most } au plus. À raccourcir de { $over }.
rule-empty = ⚠️ C’est vide ({ $what }).
rule-card = ⚠️ Rubrique, titre, résumé, demande et crédit tiennent sur une même carte. Ensemble, ils comptent { $length } caractères pour { $most } au plus. Raccourcissez-en un de { $over }.
rule-heading-empty = ⚠️ L’intertitre est vide.
rule-section-empty = ⚠️ Il n’y a rien sous l’intertitre. Mettez l’intertitre sur la première ligne et le texte en dessous.
rule-too-many-sections = ⚠️ { $most } sections au plus.
rule-too-many-links = ⚠️ { $most } liens au plus.
rule-link = ⚠️ Un lien, c’est un titre, une barre verticale et une adresse : Un article plus ancien | https://example.org/article
rule-address = ⚠️ Ce n’est pas une adresse web : { $address }. Elle doit commencer par https://.
rule-slug = ⚠️ Prenez de 1 à 24 caractères parmi a–z, 0–9 et le trait d’union, sans trait d’union au début ni à la fin.
rule-slug-taken = ⚠️ Une campagne porte déjà ce nom. Choisissez-en un autre.
rule-language = ⚠️ Touchez l’une des langues ci-dessous.
rule-contact = ⚠️ Ce n’est ni une adresse e-mail ni une adresse web qui commence par https://.
rule-days = ⚠️ Écrivez un nombre de jours entre 1 et { NUMBER($most, useGrouping: 0) }.
rule-date = ⚠️ Ce jour n’existe pas. Écrivez année-mois-jour, par exemple 2026-03-01.
rule-milestone = ⚠️ Chaque objectif est un nombre entre 1 et { $most }.
rule-milestones-form = ⚠️ Écrivez seulement des nombres entiers, sans point ni virgule, séparés par des espaces : 1000 5000 20000.
rule-milestones-order = ⚠️ Chaque objectif doit être plus grand que le précédent.
rule-too-many-milestones = ⚠️ { $most } objectifs au plus.
rule-markup = ℹ️ Les textes s’affichent tels qu’ils sont écrits : on verra aussi les étoiles, crochets ou balises.

# Ce qu’apprennent les propriétaires.

notice-keys =
    🔐 <b>{ $title }</b> : les clés qui scellent les noms des signataires ont été choisies, sur le serveur.

    Clés : { $after }

    Quiconque en détient une peut lire tous les noms. Si vous ne savez pas à qui elles sont, posez la question à la personne qui administre le serveur, et ne laissez personne signer avant de le savoir.
notice-keys-changed =
    🔐 <b>{ $title }</b> : désormais, les noms des signataires sont scellés avec d’autres clés. Le changement a été fait sur le serveur.

    Avant : { $before }
    Maintenant : { $after }

    Quiconque détient l’une de ces clés peut lire tous les nouveaux noms. Si personne ne vous en a parlé, il se peut que quelqu’un d’autre ait la main sur le serveur : mettez la pétition en pause et renseignez-vous.
