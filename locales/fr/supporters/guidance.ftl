### Help, privacy, languages, and what is said when something goes otherwise than planned.

help =
    <b>Porte-voix : des pétitions à signer au fil d’une conversation</b>

    Lisez ce qui se passe, signez en une minute, faites circuler.

    /campaigns – les pétitions ouvertes
    /language – changer de langue
    /updates – recevoir des nouvelles, ou ne plus en recevoir
    /mydata – ce qui est conservé à votre sujet
    /withdraw – retirer une signature
    /verify – vérifier un reçu
    /forget – effacer tout ce qui vous concerne
    /privacy – comment vos données sont traitées
    /cancel – abandonner la signature en cours
privacy =
    <b>Comment nous traitons vos données</b>

    Tant que vous n’avez pas signé, rien n’est enregistré à votre sujet, sauf le point où en est cette conversation, les pétitions que vous y avez vues et ce que vous y avez déjà indiqué, sous forme chiffrée et pour quelques jours seulement.

    Quand vous signez, votre nom, votre e-mail et votre commentaire sont scellés, et personne ne peut les ouvrir sur ce serveur : il faut une clé que seule détient l’organisation, ou un partenaire de confiance, et aucune de ces clés ne se trouve ici. Le numéro de votre compte n’est pas enregistré. À sa place figure un code qui empêche un même compte de signer deux fois. Tant que la pétition est ouverte, quiconque contrôle le serveur pourrait s’en servir pour vérifier si tel ou tel compte a signé ; à la clôture, le secret dont ce code dépend est détruit.

    L’adresse de votre conversation n’est enregistrée que si vous nous demandez de vous écrire, pour vous donner des nouvelles ou vous dire combien de personnes ont signé grâce à votre lien ; elle l’est sous forme chiffrée.

    Le journal public montre, à tout le monde et pour toujours, que quelqu’un a signé et combien de signatures ont été retirées : ni nom, ni pays, ni compte. Un reçu, que nous n’établissons que si vous le demandez, indique quelle inscription est la vôtre. Nous n’en gardons aucun.

    Cette conversation n’est pas chiffrée de bout en bout : l’entreprise qui exploite votre application de messagerie peut la lire. Si quelqu’un risque de regarder votre téléphone, supprimez cette conversation après avoir signé.

    { $responsible }
privacy-responsible = Responsable : { $responsible }, { $contact }. Nombre de clés qui ouvrent ce qu’écrivent les signataires : { $keys }.
cancelled = On s’arrête là. Rien de ce que vous aviez saisi n’a été conservé.
nothing-to-cancel = Il n’y avait rien à annuler.
language = Dans quelle langue voulez-vous continuer ?
trouble = Un problème est survenu de notre côté. Vous n’avez rien perdu. Merci de réessayer dans un instant.

unheard = Ce message n’a rien changé : ici, tout passe par les boutons et les commandes.
command-unknown = Nous ne connaissons pas cette commande. /help donne la liste de celles qui existent.
unreadable-media = Ici, nous ne pouvons lire que le texte et les boutons.
unreadable-edited = Nous ne voyons pas les modifications d’un message déjà envoyé. Vous pouvez corriger chaque réponse avant de confirmer.
unreadable-unknown = Ce bouton ne fonctionne plus. Voici où nous en sommes :
button-unknown = Ce bouton ne fonctionne plus. Voici où nous en sommes :
button-old = Ce bouton vient d’un message plus ancien. Voici où nous en sommes :
conversation-expired = Ce que vous aviez saisi n’est plus conservé : la signature a été interrompue, ou un certain temps a passé et nous l’avons effacé pour vous protéger. Vous n’avez pas signé cette pétition ; pour la signer, merci de recommencer.
conversation-renewed = Nous avons amélioré cette conversation depuis votre dernier passage : merci de recommencer. Les signatures déjà données restent acquises.

group-hello = Bonjour ! Les pétitions se signent en privé, pour que personne ici ne voie qui signe. Touchez le bouton et nous pourrons en parler.
link-open = Parler en privé

choice-privacy = Vie privée
choice-language = 🌐 Langue
choice-locale = { $name }
choice-continue = Continuer à signer

command-start = Commencer
command-campaigns = Les pétitions ouvertes
command-language = Changer de langue
command-updates = Recevoir ou non des nouvelles
command-mydata = Ce qui est conservé à votre sujet
command-withdraw = Retirer une signature
command-verify = Vérifier un reçu
command-forget = Effacer tout ce qui vous concerne
command-privacy = Comment vos données sont traitées
command-help = Aide
command-cancel = Abandonner la signature en cours
bot-short-description = Signez une pétition en une minute, ici même. Pensé dès l’origine pour protéger votre vie privée.
bot-description =
    Porte-voix, c’est la pétition qui se signe au fil d’une conversation. Lisez dans votre langue ce qui se passe, signez et faites circuler.

    Ce que vous écrivez en signant est scellé : le serveur ne peut pas le lire.
