### Cards in groups, in channels, and those that people post into any chat.

card =
    { $sample }
    { $urgent } { $rubric }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Подписей пока нет. Ваша может стать первой.
        [one] Петицию подписал <b>{ $total } человек</b>.
        [few] Петицию подписали <b>{ $total } человека</b>.
        [many] Петицию подписали <b>{ $total } человек</b>.
       *[other] Петицию подписали <b>{ $total } человека</b>.
    }
    { $bar }
    Следующая цель: { $milestone }

    🔒 Подписывают в личном чате: здесь никто не видит, кто подписывает.
card-closed =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    Эта петиция закрыта. { $total ->
        [0] Подписей под ней нет.
        [one] Её подписал <b>{ $total } человек</b>.
        [few] Её подписали <b>{ $total } человека</b>.
        [many] Её подписали <b>{ $total } человек</b>.
       *[other] Её подписали <b>{ $total } человека</b>.
    }
card-total =
    { $total ->
        [0] Подписей пока нет. Ваша может стать первой.
        [one] Петицию подписал { $total } человек.
        [few] Петицию подписали { $total } человека.
        [many] Петицию подписали { $total } человек.
       *[other] Петицию подписали { $total } человека.
    }
link-sign = ✍️ Прочитать и подписать
link-see = Открыть петицию
