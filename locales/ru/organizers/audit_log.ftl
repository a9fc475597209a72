### Журнал: что сделали организаторы и что стало с рассылкой само собой, как в строке
### «24 нояб., 18:05 · Ида: …».

audit =
    <b>Что сделано ({ $where })</b>

    { $lines }

    🕓 Время: { $clock }
audit-empty = Здесь пока ничего не происходило.
audit-day = <b>{ DATETIME($day, dateStyle: "long") }</b>
deed = • { DATETIME($at, timeStyle: "short") } · { $who }: { $what }
deed-in = • { DATETIME($at, timeStyle: "short") } · { $who } ({ $where }): { $what }
deed-times = { $deed } (× { $count })
deed-by-command = На сервере
choice-audit = 📜 Что сделано

activity =
    <b>Кто работал в последние { $days } дней</b>
    { $where }

    { $lines }
activity-none =
    <b>Кто работал</b>
    { $where }

    За последние { $days } дней здесь никто ничего не делал.
activity-who = • { $who }
activity-more = • { $count ->
    [one] и ещё { $count } человек
    [few] и ещё { $count } человека
    [many] и ещё { $count } человек
   *[other] и ещё { $count } человека
}
choice-activity = 🗓 Кто и когда работал

## The team

deed-link = создана ссылка-приглашение ({ $role })
deed-joined = теперь в команде ({ $role })
deed-removed = снята роль участника № { NUMBER($number, useGrouping: 0) }

## Campaigns

deed-created = создана кампания
deed-imported = кампания загружена из папки
deed-text = изменён текст ({ $language }): { $what }
deed-setting = изменена настройка: { $what }
deed-opened = открыта кампания
deed-keys = выбраны ключи, которыми шифруются имена: { $after }
deed-keys-changed = сменились ключи, которыми шифруются новые имена: { $after } вместо { $before }
deed-paused = кампания поставлена на паузу
deed-resumed = кампания продолжена
deed-closed = кампания закрыта навсегда

## Broadcasts

deed-broadcast-drafted = начат черновик: рассылка № { NUMBER($number, useGrouping: 0) }
deed-broadcast-confirmed =
    { $size ->
        [one] подтверждена рассылка № { NUMBER($number, useGrouping: 0) }, её получит { $size } человек
        [few] подтверждена рассылка № { NUMBER($number, useGrouping: 0) }, её получат { $size } человека
        [many] подтверждена рассылка № { NUMBER($number, useGrouping: 0) }, её получат { $size } человек
       *[other] подтверждена рассылка № { NUMBER($number, useGrouping: 0) }, её получат { $size } человека
    }
deed-broadcast-approved = одобрена рассылка № { NUMBER($number, useGrouping: 0) }
deed-broadcast-rejected = рассылка № { NUMBER($number, useGrouping: 0) } возвращена в черновики
deed-broadcast-paused = приостановлена рассылка № { NUMBER($number, useGrouping: 0) }
deed-broadcast-resumed = продолжена рассылка № { NUMBER($number, useGrouping: 0) }
deed-broadcast-cancelled = отменена рассылка № { NUMBER($number, useGrouping: 0) }
deed-broadcast-repeated =
    { $size ->
        [one] рассылка № { NUMBER($number, useGrouping: 0) } отправлена ещё раз: { $size } человек мог её не получить
        [few] рассылка № { NUMBER($number, useGrouping: 0) } отправлена ещё раз: { $size } человека могли её не получить
        [many] рассылка № { NUMBER($number, useGrouping: 0) } отправлена ещё раз: { $size } человек могли её не получить
       *[other] рассылка № { NUMBER($number, useGrouping: 0) } отправлена ещё раз: { $size } человека могли её не получить
    }
deed-broadcast-lost = рассылка № { NUMBER($number, useGrouping: 0) } отменена: кампания закрыта, и узнать, кто подписал, больше нельзя
deed-broadcast-written = написан текст рассылки № { NUMBER($number, useGrouping: 0) } ({ $language })
deed-broadcast-tried = рассылка № { NUMBER($number, useGrouping: 0) } проверена на себе ({ $language })
deed-broadcast-illustrated = изменена картинка рассылки № { NUMBER($number, useGrouping: 0) }
deed-broadcast-aimed = выбрано, кто получит рассылку № { NUMBER($number, useGrouping: 0) }
deed-broadcast-dropped = удалён черновик № { NUMBER($number, useGrouping: 0) }
deed-broadcast-quiet = рассылка № { NUMBER($number, useGrouping: 0) }: ночью не отправлять
deed-broadcast-loud = рассылка № { NUMBER($number, useGrouping: 0) }: отправлять и ночью
deed-broadcast-paid = рассылка № { NUMBER($number, useGrouping: 0) }: платить Stars за скорость
deed-broadcast-unpaid = рассылка № { NUMBER($number, useGrouping: 0) }: отправлять бесплатно
deed-broadcast-grown =
    { $size ->
        [one] рассылка № { NUMBER($number, useGrouping: 0) } ждёт согласия второго организатора: теперь её получил бы { $size } человек
        [few] рассылка № { NUMBER($number, useGrouping: 0) } ждёт согласия второго организатора: теперь её получили бы { $size } человека
        [many] рассылка № { NUMBER($number, useGrouping: 0) } ждёт согласия второго организатора: теперь её получили бы { $size } человек
       *[other] рассылка № { NUMBER($number, useGrouping: 0) } ждёт согласия второго организатора: теперь её получили бы { $size } человека
    }
deed-broadcast-orphaned = рассылка № { NUMBER($number, useGrouping: 0) } ждёт согласия организатора: у того, кто её запустил, больше нет здесь такой роли

## Signatures held for review

deed-held =
    { $count ->
        [one] отложена { $count } подпись
        [few] отложено { $count } подписи
        [many] отложено { $count } подписей
       *[other] отложено { $count } подписи
    }
deed-released =
    { $count ->
        [one] принята { $count } подпись
        [few] принято { $count } подписи
        [many] принято { $count } подписей
       *[other] принято { $count } подписи
    }
deed-invalidated =
    { $count ->
        [one] удалена { $count } подпись ({ $reason })
        [few] удалено { $count } подписи ({ $reason })
        [many] удалено { $count } подписей ({ $reason })
       *[other] удалено { $count } подписи ({ $reason })
    }

## Exports

deed-export-asked =
    { $count ->
        [one] запрошена выгрузка № { NUMBER($number, useGrouping: 0) }: { $count } подпись
        [few] запрошена выгрузка № { NUMBER($number, useGrouping: 0) }: { $count } подписи
        [many] запрошена выгрузка № { NUMBER($number, useGrouping: 0) }: { $count } подписей
       *[other] запрошена выгрузка № { NUMBER($number, useGrouping: 0) }: { $count } подписи
    }
deed-export-granted = разрешена выгрузка № { NUMBER($number, useGrouping: 0) }
deed-export-refused = отклонена выгрузка № { NUMBER($number, useGrouping: 0) }
deed-exported =
    { $count ->
        [one] выгружена { $count } подпись
        [few] выгружено { $count } подписи
        [many] выгружено { $count } подписей
       *[other] выгружено { $count } подписи
    }
