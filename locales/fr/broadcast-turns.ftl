### Ce qui arrive à un envoi sans que personne n’y touche : au journal, et pour qui est concerné.

deed-broadcast-grown =
    { $size ->
        [one] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } personne
        [many] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } de personnes
       *[other] l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord d’une deuxième personne : il irait maintenant à { $size } personnes
    }
deed-broadcast-orphaned = l’envoi nº { NUMBER($number, useGrouping: 0) } attend l’accord de quelqu’un : qui l’avait lancé n’a plus ce rôle ici
notice-broadcast-grown = 🙋 <b>{ $title }</b> : votre envoi n’est pas encore parti. Il irait maintenant à plus de monde qu’une seule personne ne peut en contacter (destinataires : { $count }) : quelqu’un d’autre de l’équipe doit d’abord donner son accord. Nous prévenons l’équipe.
notice-broadcast-lost = ✖️ <b>{ $title }</b> : un envoi a été arrêté pour de bon. Ses destinataires dépendaient de qui a signé, et depuis que la campagne est close, plus personne ne peut le savoir.
