### Запросы на расшифровку подписей.

exports =
    <b>Выгрузки</b>

    { $lines }
exports-none =
    <b>Выгрузки</b>

    Выгрузить подписи пока никто не просил. Об этом просит тот, у кого есть закрытый ключ организации, — командой выгрузки, а решает здесь владелец кампании.
exports-line =
    № { NUMBER($number, useGrouping: 0) } · { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · { $count ->
        [one] { $count } подпись
        [few] { $count } подписи
        [many] { $count } подписей
       *[other] { $count } подписи
    } · { $state }
export-asked = ждёт ответа
export-granted = разрешена
export-refused = отклонена
export-used = сделана
export-expired = срок истёк
export =
    <b>Выгрузка № { NUMBER($number, useGrouping: 0) }: { $title }</b>

    { $count ->
        [one] Будет расшифрована { $count } подпись со всем, что написал этот человек.
        [few] Будут расшифрованы { $count } подписи со всем, что написали эти люди.
        [many] Будет расшифровано { $count } подписей со всем, что написали эти люди.
       *[other] Будет расшифровано { $count } подписи со всем, что написали эти люди.
    }
    { $which }

    { $state }
export-all = Из всех стран, на всех языках.
export-country = Только из этой страны: { $country }
export-language = Только на этом языке: { $language }
export-held = Вместе с теми, что на проверке.
export-told-asked = Об этом просит тот, у кого есть закрытый ключ. Разрешайте, только если знаете, кто это и зачем; иначе отклоните.
export-told-granted = ✅ Разрешено: выгрузку можно сделать один раз в течение суток. До тех пор разрешение можно отозвать.
export-told-refused = 🚫 Отклонено.
export-told-used = Выгрузка сделана.
export-told-expired = Срок истёк: за сутки никто не ответил или разрешением не воспользовались.
export-late = Уже поздно: решение принято, выгрузка сделана или срок истёк.
exports-choice = № { NUMBER($number, useGrouping: 0) }

choice-exports = 🔐 Выгрузки
choice-grant = ✅ Разрешить
choice-refuse = 🚫 Отклонить
choice-revoke = 🚫 Отозвать разрешение
