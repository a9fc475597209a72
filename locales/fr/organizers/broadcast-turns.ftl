### Ce qui arrive à un envoi sans que personne n’y touche : au journal, et pour qui est concerné.

deed-broadcast-grown =
    { $size ->
        [one] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } personne
        [many] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } de personnes
       *[other] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } personnes
    }
deed-broadcast-orphaned = l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord de quelqu’un : la personne qui l’avait lancé n’a plus son mot à dire ici
notice-broadcast-grown = 🙋 <b>{ $title }</b> : votre envoi n’est pas encore parti. Il irait maintenant à plus de monde qu’une seule personne n’a le droit d’en contacter (destinataires : { $count }). Quelqu’un d’autre de l’équipe doit donc d’abord donner son accord ; nous prévenons l’équipe.
notice-broadcast-lost = ✖️ <b>{ $title }</b> : un envoi a été arrêté pour de bon. La liste des destinataires dépendait des signatures, et depuis que la campagne est close, plus personne ne peut savoir qui a signé.
