### The public page, the counter for other sites, and the share card.
### No “с” before a date: it would have to be “со” before the 2nd.

page-total =
    { $total ->
        [0] Подписей пока нет. Ваша может стать первой.
        [one] <b>{ $total }</b> человек подписал петицию
        [few] <b>{ $total }</b> человека подписали петицию
        [many] <b>{ $total }</b> человек подписали петицию
       *[other] <b>{ $total }</b> человека подписали петицию
    }
page-date = { DATETIME($date, dateStyle: "long") }
page-goal = Следующая цель: { $milestone }
page-sign = Подписать в Telegram
page-sign-how = Там откроется личный чат. Пока вы не подтвердите подпись, ничего не отправляется.
page-scan = Удобнее с телефона? Отсканируйте этот код.
page-qr = QR-код, который открывает петицию в Telegram
page-closed = Эта петиция закрыта. Спасибо всем, кто её подписал.
page-paused = Петиция на паузе: подписать её пока нельзя. Все уже поставленные подписи остаются в силе.
page-others = Петиции, которые можно подписать сейчас
page-ask = Чего мы требуем
page-related = Читайте также
page-growth = Как росло число подписей
page-growth-told = { DATETIME($first, dateStyle: "long") } — { DATETIME($last, dateStyle: "long") }: { $total ->
        [one] { $total } подпись.
        [few] { $total } подписи.
        [many] { $total } подписей.
       *[other] { $total } подписи.
    }
page-countries = Откуда подписывают
page-elsewhere = Другие страны или страна не указана
page-table = То же в виде таблицы
page-day = День
page-country = Страна
page-signatures = Подписи
page-share = Расскажете другим?
page-copy-how = Для Signal и всего остального: скопируйте этот текст и вставьте, где захотите.
page-copied = Скопировано
page-languages = Языки
page-in-your-language = Читать по-русски
page-for-sites = Для вашего сайта
page-for-sites-how = Этот код показывает на вашей странице, сколько подписей собрано на данный момент:
page-open = Прочитать и подписать
page-safe = Эта страница не сохраняет файлов cookie и ничего не загружает с других сайтов. Кто подписал, она не показывает никогда.
