### What is held about a person, and taking it back.

mydata =
    <b>Voici ce que nous conservons à votre sujet :</b>

    { $lines }
mydata-signature = • Votre signature du { DATETIME($since, dateStyle: "long") } pour « { $title } ». Pays : { $country }, langue : { $language }.
mydata-signature-nowhere = • Votre signature du { DATETIME($since, dateStyle: "long") } pour « { $title } ». Langue : { $language }.
mydata-subscription = • Votre demande du { DATETIME($since, dateStyle: "long") } de recevoir des nouvelles de « { $title } » et, pour cela, l’adresse de votre conversation, chiffrée.
mydata-sealed = • Le nom, l’e-mail et le commentaire que vous avez pu donner en signant, scellés : ce serveur les garde mais ne peut pas les lire.
mydata-form = • Les réponses de la signature que vous avez commencée ; elles disparaissent quand vous terminez ou annulez, et d’elles-mêmes au bout de quelques jours.
mydata-nothing = Il n’y a rien ici que votre compte permette de retrouver : ni signature d’une pétition ouverte, ni abonnement aux nouvelles.
mydata-file = Voici, dans un fichier, tout ce que nous conservons à votre sujet. Les pétitions que vous avez signées y sont nommées : gardez-le en lieu sûr, ou supprimez-le avec ce message.

withdraw =
    { $count ->
        [one] Vous avez signé une pétition. Touchez-la pour retirer votre signature.
        [many] Vous avez signé { $count } de pétitions. Quelle signature voulez-vous retirer ?
       *[other] Vous avez signé { $count } pétitions. Quelle signature voulez-vous retirer ?
    }
withdraw-sure =
    Voulez-vous vraiment retirer votre signature pour « { $title } » ?

    Elle sera effacée et ne comptera plus. Vous pourrez signer de nouveau plus tard.
withdraw-none = Aucune signature de votre part ne peut être retirée ici.
withdraw-kept = Votre signature est maintenue.
withdrawn = Votre signature pour « { $title } » a été retirée et effacée. Elle ne compte plus.
withdrawn-hears = Votre signature pour « { $title } » a été retirée et effacée. Elle ne compte plus. Vous recevez cependant toujours des nouvelles : voulez-vous y mettre fin aussi ?

forget =
    <b>Tout effacer ?</b>

    Vos signatures des pétitions ouvertes, vos consentements, votre abonnement aux nouvelles et les réponses de cette conversation seront effacés sur-le-champ. Ces signatures ne compteront plus. C’est irréversible.

    Ce qui est déjà écrit dans cette conversation reste sur votre téléphone : vous pouvez l’y supprimer.
forgotten = Tout ce que votre compte permettait de retrouver a été effacé. Une signature sous une pétition déjà close ne peut plus être rattachée à vous, même par nous ; pour la faire disparaître, écrivez à l’organisation. Pour ne laisser aucune trace sur ce téléphone, supprimez aussi cette conversation dans votre messagerie. Prenez soin de vous.
forget-kept = Rien n’a été effacé.

choice-file = Me l’envoyer en fichier
choice-mydata = Mes données
choice-withdraw = Retirer ma signature
choice-withdraw-yes = Oui, la retirer
choice-withdraw-no = Non, la maintenir
choice-forget = Tout effacer
choice-forget-yes = Oui, tout effacer
choice-forget-no = Non
