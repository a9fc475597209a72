### Campaigns at high risk: what is said in place of what would name them. Whoever reads this may be
### afraid, and somebody may look over their shoulder: plain, calm, exact, and never the cause.

unnamed = Pétition nº { NUMBER($number, useGrouping: 0) }
unnamed-mark = 🔒 Les pétitions qui n’ont qu’un numéro ne sont pas nommées dans cette liste, pour protéger celles et ceux qui les signent. Touchez-en une pour la lire.
high-risk-mark = 🔒 Aucun nom n’est demandé ici.

# Whoever changes a meaning here raises its .version in every language.

consent-ask-high-risk =
    <b>Avant de signer : « { $title } »</b>

    Il peut être dangereux qu’on sache que vous avez signé. C’est pourquoi nous demandons moins et conservons moins que d’habitude. Prenez votre temps, et ne signez que si vous vous sentez suffisamment en sécurité.

    <b>Qui est responsable :</b> { $responsible }. Pour tout ce qui touche à vos données : { $contact }.

    <b>Ce que vous signez :</b> { $ask }

    <b>Dans quel but :</b> { $purpose }

    <b>Ce qui est conservé :</b>
    { $kept }

    <b>Ce qui n’est pas demandé :</b> votre nom, votre adresse e-mail, un commentaire. Rien de ce que vous écrivez n’est conservé.

    <b>Qui peut le lire :</b> quiconque administre ce serveur, mais sans nom à côté. Les chiffres par pays ne sont publiés qu’en centaines entières.

    <b>Pendant combien de temps :</b> jusqu’à { $days ->
        [one] { $days } jour au plus
        [many] { $days } de jours au plus
       *[other] { $days } jours au plus
    } après la clôture de la pétition. Ensuite, c’est effacé.

    <b>Après votre signature :</b> ce qui nomme la pétition dans cette conversation est retiré, autant que votre application le permet, et la suite ne la nomme plus. Si quelqu’un ouvre cette conversation, il n’y lit pas que vous avez signé, à moins de toucher un bouton pour le savoir. Si vous faites passer la pétition, le lien ne dit pas de qui il vient.

    <b>Ce dont nous ne pouvons pas vous protéger :</b> une conversation avec un bot n’est pas chiffrée de bout en bout : l’entreprise qui exploite votre application de messagerie peut la lire. Votre téléphone peut garder des notifications et des sauvegardes. Tant que la pétition est ouverte, quiconque contrôle ce serveur pourrait vérifier si tel ou tel compte a signé.

    <b>Si vous changez d’avis :</b> /withdraw retire votre signature tant que la pétition est ouverte ; ensuite, adressez-vous ici : { $contact }. /mydata montre ce qui est conservé à votre sujet et /forget l’efface.

    En signant, vous ne vous abonnez à aucun message.

    Êtes-vous d’accord ?
    .version = high-2
consent-kept-always-high-risk = • votre langue, la semaine de votre signature, le texte exact sur lequel porte votre accord et la semaine où vous l’avez donné, ainsi qu’un code calculé à partir de votre compte et d’un secret, pour que personne ne signe deux fois. Ni le numéro de votre compte ni votre numéro de téléphone ne sont conservés.
updates-consent-high-risk = { $responsible } aimerait vous écrire ici quand il y aura du nouveau : quelques messages tout au plus, qui ne doivent pas nommer la pétition. Pour cela, l’adresse de votre conversation est conservée, chiffrée, avec à côté votre langue, jusqu’à ce que vous arrêtiez ces messages avec /updates. Quiconque s’emparerait de ce serveur et de sa clé pourrait lire cette adresse. Si cela peut vous mettre en danger, répondez non. Une question ? { $contact }
    .version = high-1

not-signed = Non, ce compte n’a pas signé cette pétition.
already-high-risk =
    Oui. Ce compte a signé : « { $title } ». Sa signature compte depuis la semaine du { DATETIME($since, dateStyle: "long") }.

    Personne d’autre que vous ne voit ce message. Après l’avoir lu, retirez-le de la conversation.
signed-high-risk =
    <b>Merci. C’est fait.</b>

    Pour vous protéger, nous ne disons plus ici de quoi il s’agissait. Ce que cette conversation en montrait a été retiré, autant que votre application le permet.

    { $clear }

    /mydata montre ce qui est conservé, et seulement après avoir touché un bouton de plus.
clear =
    { $channel ->
        [telegram] <b>Pour ne laisser aucune trace sur ce téléphone :</b> touchez le nom du bot en haut, ouvrez le menu (⋮ ou …), choisissez « Supprimer l’échange » et cochez « Supprimer aussi pour » le bot. Effacez aussi les notifications : l’application et le téléphone peuvent les avoir gardées.
       *[other] <b>Pour ne laisser aucune trace sur ce téléphone :</b> supprimez cette conversation dans votre application, des deux côtés si elle le permet. Effacez aussi les notifications : l’application et le téléphone peuvent les avoir gardées.
    }
hidden =
    C’est retiré de cette conversation, autant que votre application le permet.

    { $clear }

    Pour revenir, ouvrez de nouveau le lien, ou /campaigns.
conversation-expired-high-risk = Ce que vous aviez saisi ici n’est plus conservé : un certain temps a passé et nous l’avons effacé pour vous protéger, ou bien c’est terminé. Pour voir où vous en êtes, ouvrez /mydata.

mydata-high-risk =
    <b>Ce que nous conservons à votre sujet</b>

    { $lines }

    Il y a ici des pétitions qui peuvent mettre des personnes en danger. Si vous avez quelque chose à voir avec l’une d’elles, cela n’apparaît que si vous touchez « Tout montrer ». Assurez-vous d’abord que personne ne regarde.
mydata-signature-week = • Votre signature : « { $title } », donnée la semaine du { DATETIME($since, dateStyle: "long") }. Pays : { $country } ; langue : { $language }.
mydata-signature-week-nowhere = • Votre signature : « { $title } », donnée la semaine du { DATETIME($since, dateStyle: "long") }. Langue : { $language }.
mydata-subscription-week = • Votre demande de recevoir des nouvelles de « { $title } », faite la semaine du { DATETIME($since, dateStyle: "long") }, et, pour cela, l’adresse de votre conversation, chiffrée.
withdraw-high-risk =
    Il y a ici des pétitions qui peuvent mettre des personnes en danger. C’est pourquoi vos signatures n’apparaissent que si vous touchez « Tout montrer ».

    Assurez-vous d’abord que personne ne regarde.

share-high-risk =
    <b>Vous pouvez la faire passer sans la nommer</b>

    Touchez une application : elle s’ouvre avec un texte que vous pouvez modifier avant de l’envoyer. Ni ce texte ni le lien ne disent de quoi il s’agit, ni de qui cela vient :
    { $link }

    Mais la personne qui le reçoit de vous, elle, vous connaît. Ne l’envoyez qu’à des gens de confiance.
pass-high-risk = Lis ceci et fais-toi ton avis : { $link }
pass-high-risk-beside = Lis ceci et fais-toi ton avis.
pass-high-risk-subject = Quelque chose à lire

broadcast-letter-unnamed =
    <b>Des nouvelles : { $title }</b>

    { $text }

choice-check = Ai-je déjà signé ?
choice-hide = 🧹 Retirer de la conversation
choice-reveal = 👁 Tout montrer
choice-name-it = La nommer dans le texte
choice-unname-it = Plutôt ne pas la nommer
