### What is held about a person, and taking it back.

mydata =
    <b>Voici ce que nous conservons à votre sujet :</b>

    { $lines }
mydata-signature = • Votre signature de la pétition « { $title } », donnée le { DATETIME($since, dateStyle: "long") }. Pays : { $country } ; langue : { $language }.
mydata-signature-nowhere = • Votre signature de la pétition « { $title } », donnée le { DATETIME($since, dateStyle: "long") }. Langue : { $language }.
mydata-subscription = • Votre demande de recevoir des nouvelles de « { $title } », faite le { DATETIME($since, dateStyle: "long") }, et, pour cela, l’adresse de votre conversation, chiffrée.
mydata-sealed = • Le nom, l’e-mail et le commentaire que vous avez pu donner en signant, scellés : ce serveur les garde mais ne peut pas les lire.
mydata-log = • Un nombre tiré au hasard qui mène à votre inscription dans le journal public. Le journal lui-même montre pour toujours que quelqu’un a signé, mais rien qui dise qui. Un reçu vous donne ce nombre ; nous ne gardons aucun reçu.
mydata-invite =
    { $count ->
        [0] • Votre lien personnel pour faire passer « { $title } ». Personne n’a encore signé grâce à lui ; nous ne montrons jamais à personne qui le fait.
        [one] • Votre lien personnel pour faire passer « { $title } ». { $count } personne a signé grâce à lui ; nous ne montrons jamais à personne de qui il s’agit.
        [many] • Votre lien personnel pour faire passer « { $title } ». { $count } de personnes ont signé grâce à lui ; nous ne montrons jamais à personne de qui il s’agit.
       *[other] • Votre lien personnel pour faire passer « { $title } ». { $count } personnes ont signé grâce à lui ; nous ne montrons jamais à personne de qui il s’agit.
    }
mydata-invite-told =
    { $count ->
        [0] • Votre lien personnel pour faire passer « { $title } ». Personne n’a encore signé grâce à lui. Vous nous avez demandé de vous prévenir quand cela arrive ; pour cela, l’adresse de votre conversation est conservée, chiffrée.
        [one] • Votre lien personnel pour faire passer « { $title } ». { $count } personne a signé grâce à lui. Vous nous avez demandé de vous prévenir ; pour cela, l’adresse de votre conversation est conservée, chiffrée.
        [many] • Votre lien personnel pour faire passer « { $title } ». { $count } de personnes ont signé grâce à lui. Vous nous avez demandé de vous prévenir ; pour cela, l’adresse de votre conversation est conservée, chiffrée.
       *[other] • Votre lien personnel pour faire passer « { $title } ». { $count } personnes ont signé grâce à lui. Vous nous avez demandé de vous prévenir ; pour cela, l’adresse de votre conversation est conservée, chiffrée.
    }
mydata-form = • Les réponses de la signature que vous avez commencée ; elles disparaissent quand vous terminez ou annulez, et d’elles-mêmes au bout de quelques jours.
mydata-nothing = Rien ici ne peut être retrouvé à partir de votre compte : ni signature d’une pétition ouverte, ni abonnement aux nouvelles.
mydata-file = Voici, dans un fichier, tout ce que nous conservons à votre sujet et que nous pouvons lire. Les pétitions que vous avez signées y sont nommées : gardez-le en lieu sûr, ou supprimez-le avec ce message.

withdraw =
    { $count ->
        [one] Vous avez signé une pétition. Touchez-la pour retirer votre signature. Pour une pétition déjà close, il vous faut votre reçu : /verify.
        [many] Vous avez signé { $count } de pétitions. Quelle signature voulez-vous retirer ? Pour une pétition déjà close, il vous faut votre reçu : /verify.
       *[other] Vous avez signé { $count } pétitions. Quelle signature voulez-vous retirer ? Pour une pétition déjà close, il vous faut votre reçu : /verify.
    }
withdraw-sure =
    Voulez-vous vraiment retirer votre signature de la pétition « { $title } » ?

    Elle sera effacée et ne comptera plus. Vous pourrez signer de nouveau plus tard.
withdraw-none = Vous n’avez ici aucune signature à retirer. Si la pétition est close, plus rien ne relie votre compte à votre signature ; avec un reçu, vous pouvez encore la retirer.
withdraw-kept = Votre signature reste en place.
withdrawn = Votre signature de la pétition « { $title } » a été retirée et effacée. Elle ne compte plus.
withdrawn-hears = Votre signature de la pétition « { $title } » a été retirée et effacée. Elle ne compte plus. En revanche, vous recevez toujours des nouvelles de cette pétition : voulez-vous aussi les arrêter ?

forget =
    <b>Tout effacer ?</b>

    Vos signatures des pétitions ouvertes, vos consentements, votre abonnement aux nouvelles et les réponses de cette conversation seront effacés immédiatement. Ces signatures ne compteront plus. C’est irréversible.

    Ce qui est déjà écrit dans cette conversation reste sur votre téléphone : vous pouvez l’y supprimer.
forgotten = Tout ce que votre compte permettait de retrouver a été effacé. Une signature donnée à une pétition déjà close ne peut plus vous être rattachée, même par nous ; pour la retirer, il vous faut votre reçu (/verify), ou bien écrivez à l’organisation. Pour ne laisser aucune trace sur ce téléphone, supprimez aussi cette conversation dans votre application. Prenez soin de vous.
forget-kept = Rien n’a été effacé.

choice-file = Me l’envoyer en fichier
choice-mydata = Mes données
choice-withdraw = Retirer ma signature
choice-withdraw-yes = Oui, la retirer
choice-withdraw-no = Non, la laisser
choice-forget = Tout effacer
choice-forget-yes = Oui, tout effacer
choice-forget-no = Non
