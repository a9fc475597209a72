### Подписи, отложенные для проверки, и что с ними делают.

held =
    <b>На проверке</b>

    { $lines }
held-none =
    <b>На проверке</b>

    Ничто не ждёт вашего решения. Если какие-то подписи кажутся странными, отложите их: те, что ещё не учтены, подождут, пока вы разберётесь.
held-picked =
    <b>Отложили организаторы:</b> { $count ->
        [0] меньше десяти
       *[other] { $count }
    }
held-suspicious =
    <b>Подозрительные с самого начала:</b> { $count ->
        [0] меньше десяти
       *[other] { $count }
    }
held-pile = • { $country }, { DATETIME($day, dateStyle: "medium") }: { $count }
held-nowhere = страна не указана
held-smaller =
    { $count ->
        [one] и ещё { $count } группа поменьше
        [few] и ещё { $count } группы поменьше
        [many] и ещё { $count } групп поменьше
       *[other] и ещё { $count } группы поменьше
    }
held-deciding = ⏳ Принятые решения сейчас выполняются.

sift =
    <b>Какие подписи?</b>

    { $lines }

    { $count ->
        [0] Таких подписей нет.
        [one] Нашлась { $count } подпись.
        [few] Нашлось { $count } подписи.
        [many] Нашлось { $count } подписей.
       *[other] Нашлось { $count } подписи.
    }
    { $counted }
sift-few =
    <b>Какие подписи?</b>

    { $lines }

    Таких подписей меньше { $fewest } или нет совсем. Столь малое число могло бы кого-то выдать, поэтому мы его не называем, и отдельно с такими подписями ничего сделать нельзя. Выберите пошире.
sifted-new = Все, что не отложены
sifted-picked = Отложили организаторы
sifted-suspicious = Подозрительные с самого начала
sifted-country = • Страна: { $country }
sifted-language = • Язык: { $language }
sifted-source = • Откуда пришли: { $source }
sifted-link = • Пришли по ссылке: { $link }
sifted-day = • День подписи: { DATETIME($since, dateStyle: "medium") }
sifted-days = • Дни подписи: { DATETIME($since, dateStyle: "medium") } — { DATETIME($until, dateStyle: "medium") }
sifted-counted =
    { $count ->
        [one] Из них { $count } уже учтена и останется учтённой, пока её не удалят.
        [few] Из них { $count } уже учтены и останутся учтёнными, пока их не удалят.
        [many] Из них { $count } уже учтены и останутся учтёнными, пока их не удалят.
       *[other] Из них { $count } уже учтены и останутся учтёнными, пока их не удалят.
    }
sifted-falls = ✂️ Из общего числа уйдёт: { $count }
came-direct = обычная ссылка
came-invite = личная ссылка
came-inline = карточка в чате
came-origin = ссылка с названием
came-group = группа
came-page = публичная страница

sift-country = Из какой страны? Выберите ниже или напишите название на любом языке.
sift-language = На каком языке подписывали?
sift-language-choice = { $language }
sift-link = Как пришли эти люди? Выберите вид ссылки или одну из ваших ссылок с названием.
sift-link-choice = 🔗 { $link }
sift-days = За какие дни? Выберите ниже или напишите один день или два, например 2026-03-01 2026-03-04. Дни считаются по UTC.
sift-days-unclear = Не понимаю, какие это дни. Напишите вот так: 2026-03-01 2026-03-04
sift-why =
    { $count ->
        [one] <b>Почему нужно удалить { $count } подпись?</b>
        [few] <b>Почему нужно удалить { $count } подписи?</b>
        [many] <b>Почему нужно удалить { $count } подписей?</b>
       *[other] <b>Почему нужно удалить { $count } подписи?</b>
    }

    В открытом журнале будет видна причина, а о людях — ничего.
sift-nothing = Таких подписей больше не осталось.
sift-changed = За это время отложили ещё подписи. Вот новое число: посмотрите ещё раз.

sift-hold =
    { $count ->
        [one] <b>Отложить { $count } подпись для проверки?</b>
        [few] <b>Отложить { $count } подписи для проверки?</b>
        [many] <b>Отложить { $count } подписей для проверки?</b>
       *[other] <b>Отложить { $count } подписи для проверки?</b>
    }

    { $lines }

    То, что ещё не учтено, подождёт, пока вы это не примете. Подписавшим об этом не сообщают.
    { $counted }
sift-release =
    { $count ->
        [one] <b>Принять { $count } подпись?</b>
        [few] <b>Принять { $count } подписи?</b>
        [many] <b>Принять { $count } подписей?</b>
       *[other] <b>Принять { $count } подписи?</b>
    }

    { $lines }

    Всё это будет учтено.
    { $counted }
sift-remove =
    { $count ->
        [one] <b>Удалить { $count } подпись навсегда?</b>
        [few] <b>Удалить { $count } подписи навсегда?</b>
        [many] <b>Удалить { $count } подписей навсегда?</b>
       *[other] <b>Удалить { $count } подписи навсегда?</b>
    }

    { $lines }
    Причина: { $reason }

    Отменить это нельзя. Все данные будут стёрты, а общий счёт уменьшится на число учтённых подписей. Каждый, кого это коснётся, сможет подписать снова.
    { $counted }
removal-duplicate = повторная подпись
removal-automated = подписала программа
removal-false-details = ложные данные
removal-legal = требование закона
sift-done-hold =
    { $count ->
        [0] Откладывать было уже нечего.
        [one] Готово. Отложена { $count } подпись.
        [few] Готово. Отложено { $count } подписи.
        [many] Готово. Отложено { $count } подписей.
       *[other] Готово. Отложено { $count } подписи.
    }
sift-done-release =
    { $count ->
        [0] Решение о них уже принял кто-то другой.
        [one] Готово. Принята { $count } подпись.
        [few] Готово. Принято { $count } подписи.
        [many] Готово. Принято { $count } подписей.
       *[other] Готово. Принято { $count } подписи.
    }
sift-done-remove =
    { $count ->
        [0] Решение о них уже принял кто-то другой.
        [one] Готово. Удалена { $count } подпись.
        [few] Готово. Удалено { $count } подписи.
        [many] Готово. Удалено { $count } подписей.
       *[other] Готово. Удалено { $count } подписи.
    }

choice-held = 🔎 На проверке
choice-held-picked = Отложенные
choice-held-suspicious = Подозрительные
choice-sift-new = ➕ Выбрать подписи
choice-hold = Отложить
choice-release = Принять
choice-remove = Удалить
choice-sift-country = Страна
choice-sift-language = Язык
choice-sift-link = Ссылка
choice-sift-days = Дни
choice-sift-all = Сбросить фильтры
choice-sift-leave = ← Оставить как есть
choice-today = Сегодня
choice-yesterday = Вчера
choice-week = Последние 7 дней
choice-duplicate = Повторная подпись
choice-automated = Подписала программа
choice-false-details = Ложные данные
choice-legal = Требование закона
choice-sure-hold = Да, отложить
choice-sure-release = Да, принять
choice-sure-remove = Да, удалить навсегда
choice-sift-no = Нет, назад
