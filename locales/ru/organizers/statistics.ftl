### Цифры для организаторов: графики и то же самое словами.

stats =
    { $sample }
    <b>{ $title }</b>
    { $what }

    { $headline }
    { $lines }

    { $note }
stats-which =
    <b>Цифры</b>

    По какой кампании?
stats-line = • { $label }: { $amount }

stats-total =
    { $total ->
        [0] Пока никто не подписал
        [one] { $total } подпись
        [few] { $total } подписи
        [many] { $total } подписей
       *[other] { $total } подписи
    }
stats-about = { $amount }
stats-part = { $amount } ({ NUMBER($part, style: "percent", maximumFractionDigits: 0) })
stats-few = меньше { $fewest }
stats-tens =
    { $fewest ->
        [100] Округлено вниз до сотен
       *[other] Округлено вниз до десятков
    }; всё, что меньше { $fewest }, не показано: так никого нельзя вычислить.
stats-nothing = Показывать пока нечего: никто ещё не подписал.
stats-too-few = Пока слишком мало для графика: число меньше { $fewest } могло бы кого-то выдать.

stats-growth = Как растёт число подписей
stats-last-days = { $days ->
        [one] За последний { $days } день
        [few] За последние { $days } дня
        [many] За последние { $days } дней
       *[other] За последние { $days } дня
    }
stats-best-day = В лучший день ({ DATETIME($day, skeleton: "yMMMMd") })
stats-each-day = По дням
stats-each-week = По неделям
stats-each-month = По месяцам
stats-day = { DATETIME($day, skeleton: "MMMMd") }
stats-week = Неделя от { DATETIME($day, skeleton: "yMMMMd") }
stats-month = { DATETIME($day, skeleton: "yMMMM") }
stats-day-short = { DATETIME($day, skeleton: "MMMd") }
stats-month-short = { DATETIME($day, skeleton: "yMMM") }

stats-languages = На каких языках подписывают
stats-language = { $language }
stats-countries = Откуда подписывают
stats-country = { $country }
stats-others = Все остальные

stats-sources = Откуда приходят
stats-source-direct = Напрямую через бота
stats-source-invite = По личной ссылке друга
stats-source-inline = Через карточку в чате
stats-source-origin = По другим ссылкам с названием
stats-source-group = Через карточку в группе
stats-source-page = Через публичную страницу
stats-origin = { $label }

stats-funnel = Путь к подписи
stats-funnel-note =
    { $fewest ->
        [100] Округлено вниз до сотен
       *[other] Округлено вниз до десятков
    }, меньше { $fewest } не показано: так никого нельзя вычислить. Проценты — от тех, кто увидел обращение. Кто возвращается намного позже, учитывается ещё раз.
stats-stage-seen = Увидели
stats-stage-read = Стали читать
stats-stage-consented = Дали согласие
stats-stage-signed = Подписали
stats-stage-shared = Получили личную ссылку

stats-reach = До кого дошли рассылки
stats-reach-nothing = Рассылок пока не было.
stats-reach-note = «Заблокировали» — бот у человека заблокирован. «Неизвестно» — связь прервалась во время отправки.
stats-broadcast = № { NUMBER($number, useGrouping: 0) }, { DATETIME($day, skeleton: "yMMMd") }
stats-of = { $sent } из { $size }
stats-reach-line = • { $broadcast }: отправлено { $sent } из { $size }. Заблокировали: { $blocked }. Отписались: { $unsubscribed }. Неизвестно: { $unknown }. Не удалось: { $failed }.

choice-stats = 📊 Цифры
stats-view-growth = 📈 Рост
stats-view-pace = 🗓 Новые
stats-view-languages = 💬 Языки
stats-view-countries = 🌍 Страны
stats-view-sources = 🔗 Откуда пришли
stats-view-funnel = 👣 Путь
stats-view-reach = 📣 Рассылки
