### What a supporter reads before anything is asked of them.
### A long date ends in “г.” already: no full stop behind it.

no-campaigns = Сейчас открытых петиций нет. Загляните к нам позже или напишите /help
campaigns =
    { $count ->
        [1] Сейчас открыта одна петиция. Нажмите на неё, чтобы прочитать.
        [one] Сейчас открыта { $count } петиция. Какую вы хотите прочитать?
        [few] Сейчас открыты { $count } петиции. Какую вы хотите прочитать?
        [many] Сейчас открыто { $count } петиций. Какую вы хотите прочитать?
       *[other] Сейчас открыто { $count } петиции. Какую вы хотите прочитать?
    }

    { $unnamed }
campaign-listed = { $title }
campaign-urgent = 🚨 { $title }
invite-unknown = По этой ссылке петиция не нашлась.
welcome-back = С возвращением! Продолжим с того места, где вы остановились.
language-unsupported = На вашем языке мы пока не говорим. Язык этого разговора: { $language }. Выбрать другой: /language
alert-other-language = На ваш язык эта петиция пока не переведена. Язык текста: { $language }.

urgent-mark = 🚨 <b>СРОЧНО</b> ·
sample-mark = 🎈 <i>Это пример петиции: подписи под ней вымышлены.</i>
picture-credit = <i>{ $credit }</i>
alert =
    { $sample }
    { $urgent } { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    <b>Чего мы требуем:</b> { $ask }

    { $total ->
        [0] Подписей пока нет. Ваша может стать первой.
        [one] Петицию подписал <b>{ $total } человек</b>.
        [few] Петицию подписали <b>{ $total } человека</b>.
        [many] Петицию подписали <b>{ $total } человек</b>.
       *[other] Петицию подписали <b>{ $total } человека</b>.
    } { $share ->
        [0] { "" }
       *[other] { $country }: { $share }.
    }
    { $bar }
    Следующая цель: { $milestone }

    { $high_risk }

    { $credit }
alert-closed =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    Эта петиция закрыта. { $total ->
        [0] Подписей под ней нет.
        [one] Её подписал <b>{ $total } человек</b>.
        [few] Её подписали <b>{ $total } человека</b>.
        [many] Её подписали <b>{ $total } человек</b>.
       *[other] Её подписали <b>{ $total } человека</b>.
    }

    { $credit }
alert-paused =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Подписей пока нет.
        [one] Петицию подписал <b>{ $total } человек</b>.
        [few] Петицию подписали <b>{ $total } человека</b>.
        [many] Петицию подписали <b>{ $total } человек</b>.
       *[other] Петицию подписали <b>{ $total } человека</b>.
    }

    ⏸ <b>Петиция на паузе: подписать её пока нельзя.</b> Все уже поставленные подписи остаются в силе. Нажмите «Новости», чтобы узнать, что будет дальше.

    { $credit }
read =
    <b>{ $heading }</b>

    { $text }

    { $page } / { $pages }
    { $credit }

choice-sign = ✍️ Подписать
choice-read = 📖 Подробнее
choice-campaigns = Все петиции
choice-next = Дальше ›
choice-previous = ‹ Назад
choice-card = К петиции
