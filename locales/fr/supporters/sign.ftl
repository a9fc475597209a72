### The questions of a signature, the review, the thanks.

name-ask =
    { $asked ->
        [required] Sous quel nom voulez-vous signer ? Touchez-le s’il s’affiche ci-dessous, ou écrivez-le.
       *[optional] Sous quel nom voulez-vous signer ? Touchez-le s’il s’affiche ci-dessous, écrivez-le, ou restez anonyme.
    }
name-without-letters = Nous n’avons pas reconnu de nom. Merci de l’écrire avec des lettres.
name-too-long =
    { $most ->
        [one] Un nom peut compter au plus { $most } caractère, et celui-ci en compte { $length }. Une forme plus courte suffira.
        [many] Un nom peut compter au plus { $most } de caractères, et celui-ci en compte { $length }. Une forme plus courte suffira.
       *[other] Un nom peut compter au plus { $most } caractères, et celui-ci en compte { $length }. Une forme plus courte suffira.
    }
country-ask = Depuis quel pays signez-vous ? Touchez-le, ou écrivez son nom dans n’importe quelle langue.
country-which = Duquel s’agit-il ? Touchez-le, ou écrivez son nom encore une fois.
country-unknown = Nous ne connaissons aucun pays du nom de « { $text } ». Essayez son nom dans une autre langue, ou son code à deux lettres.
email-ask =
    { $asked ->
        [required] Quelle est votre adresse e-mail ? À part { $responsible }, personne ne pourra la lire.
       *[optional] Voulez-vous laisser une adresse e-mail ? À part { $responsible }, personne ne pourra la lire. Vous pouvez passer cette question.
    }
email-invalid = Cela ne ressemble pas à une adresse e-mail. Elle devrait s’écrire à peu près ainsi : nom@example.org.
comment-ask =
    { $asked ->
        [required] Pourquoi signez-vous ? { $responsible } vous demande quelques mots, { $most ->
            [one] { $most } caractère
            [many] { $most } de caractères
           *[other] { $most } caractères
        } au plus.
       *[optional] Voulez-vous dire pourquoi vous signez ? { $most ->
            [one] { $most } caractère
            [many] { $most } de caractères
           *[other] { $most } caractères
        } au plus. À part { $responsible }, personne ne pourra lire ces mots. Vous pouvez passer cette question.
    }
comment-empty = Nous n’avons rien pu lire. Merci d’écrire quelques mots.
comment-too-long =
    { $most ->
        [one] Un commentaire peut compter au plus { $most } caractère, et le vôtre en compte { $length }. Pourriez-vous le raccourcir un peu ?
        [many] Un commentaire peut compter au plus { $most } de caractères, et le vôtre en compte { $length }. Pourriez-vous le raccourcir un peu ?
       *[other] Un commentaire peut compter au plus { $most } caractères, et le vôtre en compte { $length }. Pourriez-vous le raccourcir un peu ?
    }

review =
    <b>Tout est-il exact ?</b>
    « { $title } »

    { $lines }

    Votre signature ne comptera qu’une fois confirmée.
review-name = Nom : <b>{ $name }</b>
review-name-none = Nom : anonyme
review-country = Pays : <b>{ $country }</b>
review-country-none = Pays : non indiqué
review-email = E-mail : <b>{ $email }</b>
review-email-none = E-mail : aucun
review-comment = Commentaire : <b>{ $comment }</b>
review-comment-none = Commentaire : aucun

thanks =
    <b>Merci. Votre signature compte.</b>
    « { $title } »

    { $total ->
        [one] Vous êtes la toute première personne à signer.
        [many] Avec vous, nous sommes maintenant <b>{ $total }</b>.
       *[other] Avec vous, nous sommes maintenant <b>{ $total }</b>.
    }
signed =
    { $thanks }

    Connaissez-vous quelqu’un qui signerait aussi ?
signed-updates =
    { $thanks }

    <b>Voulez-vous connaître la suite ?</b>
    { $updates }
already =
    Vous avez déjà signé « { $title } ». Votre signature compte depuis le { DATETIME($since, dateStyle: "long") }.

    Personne d’autre que vous ne voit ce message.

choice-profile = { $name }
choice-anonymous = Rester anonyme
choice-country = { $flag } { $country }
choice-skip = Passer
choice-keep = Ne rien changer
choice-confirm = ✅ Confirmer et signer
choice-edit-name = Modifier le nom
choice-edit-country = Modifier le pays
choice-edit-email = Modifier l’e-mail
choice-edit-comment = Modifier le commentaire
choice-cancel = Ne pas signer
choice-updates = 🔔 Nouvelles
