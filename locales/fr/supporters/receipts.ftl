### Receipts: what they are, asking for one, and checking one.

receipt-which = Pour quelle signature voulez-vous un reçu ?
receipt-ask =
    <b>Un reçu pour votre signature de la pétition « { $title } »</b>

    C’est un petit fichier qui prouve que votre signature est bien dans le décompte public. Vous-même, ou toute personne de confiance, pouvez le vérifier sans avoir à nous croire sur parole. Et une fois la pétition close, ce sera le seul moyen de retirer encore votre signature.

    <b>Quiconque le trouve sait que la personne à qui il appartient a signé.</b> Il ne contient aucun nom, mais il se trouvera dans cette conversation et sur ce téléphone. Si d’autres regardent votre téléphone, mieux vaut s’en passer.
receipt-none = Vous n’avez ici aucune signature pour laquelle nous puissions établir un reçu. Si la pétition est close, plus rien ne relie votre compte à votre signature : seul compte alors le reçu que vous avez déjà.
receipt-later = Le journal public de cette pétition est en train d’être mis en place. Merci de redemander dans une minute ou deux.
receipt-promise =
    Voici notre promesse signée : votre signature de la pétition « { $title } » figurera dans le journal public. Le journal signe régulièrement ce qui est nouveau, d’ordinaire une fois par heure : redemandez ensuite, et vous recevrez la preuve elle-même.

    Mettez le fichier en lieu sûr. Puis supprimez ce message, ainsi que le fichier dans les téléchargements de ce téléphone si vous l’avez ouvert. Nous ne gardons aucun reçu.
receipt-proof =
    Voici la preuve que votre signature de la pétition « { $title } » figure dans le journal public. Elle reste valable aussi longtemps que vous la gardez, et /verify permet de la vérifier.

    Mettez le fichier en lieu sûr. Puis supprimez ce message, ainsi que le fichier dans les téléchargements de ce téléphone si vous l’avez ouvert. Nous ne gardons aucun reçu.
receipt-declined = Entendu : aucun reçu n’a été établi.

verify-ask =
    <b>Vérifier un reçu</b>

    Envoyez le fichier ici (son nom se termine par .tlog-proof), ou collez tout son texte. Nous vous dirons s’il est valable, et vous pourrez retirer la signature à laquelle il correspond, même si la pétition est close.

    Ce que vous envoyez reste dans cette conversation jusqu’à ce que vous le supprimiez.
verify-stopped = Rien n’a été vérifié.
receipt-unfit-strange = Ce n’est pas un de nos reçus. Un reçu est un petit fichier dont le nom se termine par .tlog-proof.
receipt-unfit-damaged = Cela ressemble à un reçu, mais il y manque quelque chose, ou quelque chose y a été modifié. Si vous avez collé son texte, essayez avec le fichier lui-même.
receipt-unfit-forged = Ce reçu n’est pas valable : notre journal n’a pas signé ce qu’il affirme. Quelqu’un l’a modifié ou fabriqué. Si vous avez collé son texte, essayez avec le fichier lui-même.
receipt-unfit-elsewhere = Ce reçu vient d’un journal public qui n’est pas tenu ici : nous ne pouvons pas le vérifier.
receipt-unfit-long = Ce fichier est trop gros pour un reçu, ou n’a pas pu être récupéré. Un reçu est bien plus petit qu’une photo.
receipt-holds =
    <b>Ce reçu est valable.</b>
    « { $title } »
    { $origin }

    { $count ->
        [one] La signature figure dans le journal public, qui comptait alors { $count } signature.
        [many] La signature figure dans le journal public, qui comptait alors { $count } de signatures.
       *[other] La signature figure dans le journal public, qui comptait alors { $count } signatures.
    }

    Le reçu ne dit ni qui a signé, ni si cette signature a été retirée depuis. Si d’autres peuvent voir cette conversation, supprimez ce que vous venez d’envoyer.
receipt-promised =
    <b>Cette promesse vient bien de nous.</b>
    « { $title } »
    { $origin }

    Nous avons promis par écrit que cette signature figurerait dans le journal public. Ce n’est pas encore la preuve : la personne qui a signé peut la demander une fois que le journal aura signé de nouveau, d’ordinaire dans l’heure.

    Si d’autres peuvent voir cette conversation, supprimez ce que vous venez d’envoyer.
receipt-of = Pays : { $country } ; langue : { $language }.
receipt-of-nowhere = Langue : { $language }.
receipt-sure =
    Voulez-vous vraiment retirer la signature à laquelle ce reçu correspond, celle de la pétition « { $title } » ?

    Elle sera effacée et ne comptera plus.
receipt-withdrawn = La signature à laquelle ce reçu correspondait, celle de la pétition « { $title } », est effacée et ne compte plus. Le reçu, lui, montre toujours que la personne à qui il appartient a signé un jour : supprimez-le, ici et partout où vous le gardez.
receipt-forgotten = Nous avons déjà oublié ce que disait ce reçu. Merci de l’envoyer encore une fois.

choice-receipt = 🧾 Reçu
choice-receipt-yes = M’envoyer le reçu
choice-receipt-no = Plutôt pas
choice-receipt-again = Demander la preuve
choice-verify = J’ai un reçu
choice-verify-no = Laisser tomber
choice-receipt-withdraw = Retirer cette signature
choice-continue-verify = Revenir au reçu à vérifier
