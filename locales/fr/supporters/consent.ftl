### Consent: plain and exact. Whoever changes a meaning here raises its .version in every language.

consent-ask =
    <b>Avant de signer : « { $title } »</b>

    <b>Qui est responsable :</b> { $responsible }. Pour tout ce qui touche à vos données : { $contact }.

    <b>Ce que vous signez :</b> { $ask }

    <b>Dans quel but :</b> { $purpose }

    <b>Ce qui est conservé :</b>
    { $kept }

    <b>Qui peut le lire :</b> ce que vous écrivez (nom, e-mail, commentaire) est scellé avant d’être enregistré. À part { $responsible }, ou un partenaire de confiance à qui une clé a été remise, personne ne peut l’ouvrir, et aucune de ces clés ne se trouve sur ce serveur. Votre pays, votre langue et le jour de votre signature ne sont pas scellés : quiconque administre ce serveur peut les lire, mais sans nom à côté.

    <b>Pendant combien de temps :</b> jusqu’à { $days ->
        [one] { $days } jour au plus
        [many] { $days } de jours au plus
       *[other] { $days } jours au plus
    } après la clôture de la pétition. Ensuite, c’est effacé.

    <b>Ce qu’il faut savoir :</b> une signature exprime une opinion et peut révéler quelque chose de vous. Une conversation avec un bot n’est pas chiffrée de bout en bout : l’entreprise qui exploite votre application de messagerie peut la lire, et la conversation reste sur votre téléphone tant que vous ne l’avez pas supprimée. Tant que la pétition est ouverte, quiconque contrôle ce serveur pourrait vérifier si tel ou tel compte a signé.

    <b>Si vous changez d’avis :</b> /withdraw retire votre signature tant que la pétition est ouverte ; ensuite, adressez-vous ici : { $contact }. /mydata montre ce qui est conservé à votre sujet et /forget l’efface.

    En signant, vous ne vous abonnez à aucun message. Nous vous posons cette question à part.

    Êtes-vous d’accord ?
    .version = 2
consent-kept-name = • votre nom, sauf si vous restez anonyme
consent-kept-name-required = • votre nom
consent-kept-country = • votre pays, si vous le donnez
consent-kept-country-required = • votre pays
consent-kept-email = • votre adresse e-mail, si vous en donnez une
consent-kept-email-required = • votre adresse e-mail
consent-kept-comment = • votre commentaire, si vous en écrivez un
consent-kept-comment-required = • votre commentaire
consent-kept-always = • votre langue, le jour de votre signature, le moment de votre accord et le texte exact sur lequel il porte, ainsi qu’un code calculé à partir de votre compte et d’un secret, pour que personne ne signe deux fois. Ni le numéro de votre compte ni votre numéro de téléphone ne sont conservés.
consent-other-language = Attention : cette pétition n’a pas été traduite dans votre langue, et certaines parties du texte qui suit n’existent que dans celle-ci : { $language }. N’acceptez que si vous les comprenez.
consent-changed = Ce texte a changé depuis que vous l’avez vu. Merci de le relire.
consent-declined = C’est entendu. Rien n’a été conservé. Vous pouvez toujours lire la pétition et la faire passer.

updates-consent = { $responsible } aimerait vous écrire ici quand il y aura du nouveau : quelques messages tout au plus. Pour cela, l’adresse de votre conversation est conservée, chiffrée, avec à côté votre langue et, si vous l’avez donné, votre pays, jusqu’à ce que vous arrêtiez ces messages avec /updates. Une question ? { $contact }
    .version = 1

choice-agree = J’accepte
choice-decline = Non, merci
