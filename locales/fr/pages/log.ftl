### The page about a petition's public log, where a receipt can be checked, too.

page-check = Vérifier le décompte
page-log-intro = Toutes les signatures, tous les retraits et toutes les suppressions sont inscrits dans un journal public, sans aucun nom. N’importe qui peut refaire le compte, et personne ne peut rien y changer sans que cela se voie : pas même les responsables de cette pétition.
page-log-stands = Le dernier décompte signé
page-log-total =
    { $total ->
        [0] Aucune signature pour l’instant
        [one] <b>{ $total }</b> signature
        [many] <b>{ $total }</b> de signatures
       *[other] <b>{ $total }</b> signatures
    }
page-log-added = Signatures données
page-log-withdrawn = Retirées par leurs auteurs
page-log-removed = Supprimées par l’équipe
page-log-size = Inscriptions dans le journal
page-log-signed = Signé par le journal le { DATETIME($at, dateStyle: "long", timeStyle: "short") } (UTC). Un tel décompte signé s’appelle un relevé (« checkpoint »).
page-log-due = Prochain relevé : le { DATETIME($at, dateStyle: "long", timeStyle: "short") } (UTC), ou plus tard si rien ne change d’ici là.
page-log-due-any-time = Prochain relevé : dès que quelque chose change.
page-log-since = La page de la pétition compte aussi les signatures données depuis. Le journal les montrera avec le prochain relevé.
page-log-none = Le journal n’a encore rien signé. Son premier relevé arrive : revenez dans quelques minutes.
page-log-proves = Ce que le journal prouve
page-log-proves-count = Le nombre est juste : les signatures données, moins celles qui ont été retirées ou supprimées. À chaque fois, c’est une inscription.
page-log-proves-unseen = Personne ne peut ajouter, enlever ou modifier une inscription sans que cela se voie, pas même les responsables du journal. Chaque relevé scelle tout ce qui le précède : il suffit d’en avoir gardé un plus ancien pour prouver une fraude.
page-log-proves-yours = Quand on signe, on peut demander un reçu et vérifier soi-même que sa signature y figure.
page-log-open = Ce qu’il ne prouve pas
page-log-open-people = Que chaque inscription corresponde à une vraie personne. On signe une fois par compte, mais qui a plusieurs comptes peut signer plusieurs fois.
page-log-open-pressed = Que personne n’ait signé sous la pression.
page-log-open-who = Qui a signé. C’est voulu : le journal ne contient aucun nom, et personne ne peut les en déduire.
page-log-reasons = Pourquoi des signatures ont été supprimées
page-log-reason = Motif
page-log-reasons-few = Seuls les motifs qui concernent au moins dix signatures sont indiqués ici. Chaque suppression figure dans le journal, avec son motif.
page-log-yourself = Tout vérifier soi-même
page-log-yourself-how = Le journal est publié dans le format ouvert C2SP tlog-tiles : téléchargez-en une copie avec n’importe quel outil qui le connaît, et comptez. Porte-voix, qui est un logiciel libre, en contient un :
page-log-yourself-server = Il vérifie aussi les reçus, sans réseau. Cette page vient du même serveur que le journal : si vous préférez ne pas vous fier à ce serveur, fiez-vous à l’outil.
page-log-address = L’adresse du journal
page-log-key = La clé de vérification du journal : toute vérification commence par elle, gardez-en une copie.
page-log-compare = Gardez un relevé de temps en temps et comparez-le à ceux des autres. Deux relevés qui se contredisent prouvent que quelqu’un a triché.
page-log-checkpoint = Le dernier relevé, dans un fichier
page-log-key-file = La clé de vérification, dans un fichier
page-receipt = Vérifier votre reçu
page-receipt-how = Collez le reçu que le bot vous a donné, ou choisissez son fichier. Il est vérifié ici même, dans votre navigateur, et n’est envoyé nulle part. Vous pouvez d’abord couper le réseau : cela marche quand même.
page-receipt-keep = Gardez votre reçu pour vous. Il montre que quelqu’un a signé, depuis quel pays et dans quelle langue, et il suffit de l’avoir pour retirer la signature.
page-receipt-paste = Votre reçu
page-receipt-file = Choisir un fichier
page-receipt-check = Vérifier
page-receipt-clear = Effacer
page-receipt-unscripted = Pour vérifier un reçu sur cette page, votre navigateur doit exécuter JavaScript. Sinon, prenez l’outil décrit plus bas : il vérifie aussi les reçus, sur votre propre ordinateur.
page-receipt-proof = Ce reçu est authentique : la signature est dans le journal.
page-receipt-promise = Cette promesse est authentique : le journal l’a signée, et s’est engagé ainsi à ce que cette signature y figure. Après le prochain relevé, redemandez votre reçu au bot : vous aurez la preuve.
page-receipt-refused = Ce n’est pas un reçu valable de ce journal.
page-receipt-unable = Ce navigateur ne peut pas le vérifier : il ne connaît pas les signatures Ed25519, ou cette page n’a pas été ouverte en https. Votre reçu est peut-être tout à fait bon. Essayez avec une version récente de Firefox, de Chrome ou de Safari.
page-receipt-private = Il ne dit ni qui a signé, ni si la signature a été retirée depuis. Ne l’envoyez à personne et, quand vous avez fini, effacez le champ.
page-receipt-petition = Pétition
page-receipt-language = Langue
page-receipt-entry = Numéro de l’inscription, à partir de 0
page-receipt-size = Inscriptions à ce moment-là
page-receipt-signatures = Signatures à ce moment-là
page-receipt-not-given = Non indiqué
page-refused-too-long = C’est trop long pour un reçu.
page-refused-encoding = Il contient des caractères qu’aucun reçu ne contient. Un autre programme a-t-il modifié le fichier ?
page-refused-base64 = Dans l’une de ses lignes, des caractères manquent ou ont changé.
page-refused-number = Un des nombres n’y est pas écrit comme le journal l’aurait écrit.
page-refused-proof-form = Cela n’a pas la forme d’un reçu. Est-il entier, de la première ligne à la dernière ?
page-refused-note-form = Sa dernière partie, celle que le journal a signée, est incomplète ou abîmée.
page-refused-key-name = Le nom à côté de la signature ne peut pas être celui d’un journal.
page-refused-checkpoint-form = Le relevé qu’il contient n’a pas la forme d’un relevé.
page-refused-origin = Il vient d’un autre journal. Ouvrez la page de la pétition que vous avez signée.
page-refused-unsigned = Ce journal ne l’a pas signé.
page-refused-signature = La signature du journal ne correspond pas : quelque chose a été modifié après coup.
page-refused-index = Il indique une inscription que le journal n’avait pas encore.
page-refused-path-length = La preuve qu’il contient est trop courte ou trop longue.
page-refused-root = La preuve ne mène pas à ce que le journal a signé : le reçu a été modifié, ou cette signature n’est pas dans le journal.
