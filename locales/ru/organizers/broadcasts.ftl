### Рассылки: письма тем, кто хочет знать, что будет дальше.

choice-broadcasts = 📣 Рассылки
broadcasts =
    <b>Рассылки</b> ({ $title })

    Их получают те, кто попросил присылать новости. Нажмите на рассылку, чтобы увидеть, как она идёт.
broadcasts-none =
    <b>Рассылки</b> ({ $title })

    Пока ни одной. Рассылку получают те, кто попросил присылать новости: вы пишете её один раз на каждом языке, смотрите, как она выглядит, и решаете, кому и когда она уйдёт.
choice-new-broadcast = ✏️ Написать новую
choice-broadcast-listed = { $state } { $name }
choice-broadcast-numbered = { $state } { NUMBER($number, useGrouping: 0) } · { $name }
broadcast-nameless = № { NUMBER($number, useGrouping: 0) }, пока пустая
broadcast-gone = Этой рассылки больше нет.
broadcast-no-draft = Это уже не черновик, менять ничего нельзя. Вот что с рассылкой сейчас.
broadcast-changed = Кто-то вас опередил: рассылка изменилась с тех пор, как вы её видели. Вот что с ней сейчас; ничего не сделано.
broadcast-somebody = Кто-то из команды

## Черновик

broadcast-draft =
    <b>Черновик № { NUMBER($number, useGrouping: 0) }</b>

    <b>Кто получит</b>
    { $aim }
    { $reach }

    { $letters }
    Всего: <b>{ $total }</b>

    { $picture }
    { $quiet }
    { $paid }
draft-letter = ✅ { $language }: { $readers }
draft-letter-links = ✅ { $language }: { $readers } (кнопок: { $count })
draft-letter-missing = ▫️ { $language }: { $readers }, не написано
draft-picture = 🖼 С картинкой
draft-no-picture = 🖼 Без картинки
draft-quiet = 🌙 Ночью никого не будим: с 21 до 8 часов по местному времени ничего не приходит.
draft-loud = 🔔 Приходит в любое время, и ночью тоже.
draft-paid = ⭐ Быстрая отправка за Stars.
choice-broadcast = ← К рассылке
choice-letters = ✍️ Тексты
choice-letter-picture = 🖼 Картинка
choice-audience = 👥 Кто получит
choice-try = 👁 Проверить на себе
choice-quiet-on = 🌙 Не будить ночью
choice-quiet-off = 🔔 И ночью тоже
choice-paid = ⭐ Быстрее, за Stars
choice-paid-on = ⭐ Быстро: да
choice-schedule = 📅 Когда отправить
choice-drop = 🗑 Удалить
broadcast-drop = Удалить «{ $name }»? Тексты пропадут.
choice-drop-yes = Да, удалить
choice-drop-no = Нет, оставить
broadcast-dropped = Черновик удалён.
quiet-is-on = Готово: у кого сейчас ночь, тот получит утром.
quiet-is-off = Готово: придёт в любое время, и ночью тоже.

## Тексты

letters =
    <b>Тексты и сколько человек их прочтёт</b>

    { $lines }

    Если на языке человека ничего не написано, он получит текст на основном языке кампании.
letters-written = ✅ { $language }: { $count }
letters-missing = ▫️ { $language }: { $count }, не написано
choice-write-next = ▶️ Дальше: { $language }
choice-write-there = ✅ { $language }
choice-write = ▫️ { $language }
letter-ask =
    <b>Что написать? Язык: { $language }</b>

    Напишите обычным сообщением и отправьте; жирный шрифт и курсив сохранятся. Потом увидите текст так, как его получат люди.
letter-again =
    <b>Что написать вместо прежнего? Язык: { $language }</b>

    Отправьте новый текст; жирный шрифт и курсив сохранятся. До тех пор остаётся прежний.
letter-empty = В этом сообщении нет ни слова. Отправьте сам текст.
letter-too-long = Слишком длинно для одного сообщения ({ $language }). Лишних знаков: { $count }. Ничего не изменено.
letter-too-long-pictured = Слишком длинно для текста под картинкой ({ $language }). Лишних знаков: { $count }. Сократите или отправьте без картинки. Ничего не изменено.
letter-removed = Текст убран ({ $language }).
letter-risk = 🔒 Это получат люди, которым грозит опасность, если об их подписи узнают. Ни текст, ни кнопки, ни картинка не должны выдавать, о чём петиция: их прочитает любой, кто заглянет в телефон. Сверху стоит только «{ $title }».
preview-stop = Так люди отказываются от этих сообщений. Здесь, у вас, кнопка ничего не делает.
choice-write-done = ✓ Всё хорошо
choice-write-links = 🔗 Кнопки
choice-write-anew = ✏️ Переписать
choice-write-out = 🗑 Убрать
markup-unfinished = { $tag }: тег не закончен. Пользуйтесь жирным шрифтом и курсивом своего приложения или пишите { $bold } и { $italic }.
markup-unknown = { $tag }: такой тег показать нельзя. Есть только жирный шрифт и курсив: как в вашем приложении или { $bold } и { $italic }.
markup-not-open = { $tag } закрывает то, что не было открыто. Уберите этот тег или поставьте начало там, где нужно.
markup-crossed = { $tag } стоит раньше, чем закрыт тег { $open }. Что открыто последним, закрывается первым.
markup-open = { $tag } так и не закрыт. Поставьте конец там, где нужно, или уберите этот тег.

## Кнопки

letter-links =
    <b>Кнопки под текстом</b> ({ $language })

    { $lines }

    Чтобы изменить их, пришлите заново, каждую с новой строки: надпись, вертикальная черта, адрес.
    <i>Подробнее | https://example.org/news</i>
letter-links-none =
    <b>Кнопки под текстом</b> ({ $language })

    Пришлите одну или две, каждую с новой строки: надпись, вертикальная черта, адрес.
    <i>Подробнее | https://example.org/news</i>
letter-link = 🔗 { $label } → { $url }
choice-letter = ← К тексту
choice-links-out = 🗑 Без кнопок
links-too-many = Кнопок может быть не больше чем { $most }. Пришлите меньше строк.
links-without = У «{ $text }» нет адреса. Напишите надпись, вертикальную черту и адрес, вот так: Подробнее | https://example.org/news
links-nameless = У адреса «{ $text }» нет надписи. Напишите, что будет на кнопке, затем вертикальную черту, затем адрес.
links-label-long = Надпись «{ $text }» слишком длинная для кнопки. Знаков может быть не больше чем { $most }.
links-bad = «{ $text }»: такой адрес никто не откроет. Он должен начинаться с https:// и быть полным.

## Картинка

letter-picture =
    <b>Вот картинка рассылки.</b>

    Чтобы заменить её, пришлите другое фото.
letter-picture-none =
    <b>Добавить картинку?</b>

    Пришлите её как фото: она будет над текстом на каждом языке. Под картинкой текст должен быть коротким.
choice-picture-out = 🗑 Без картинки
letter-picture-taken = Картинка добавлена.
letter-picture-removed = Картинка убрана.

## Прислать себе

broadcast-unwritten = Пока ничего не написано. Начните с текста.
try =
    <b>Проверить на себе</b>

    На каком языке? Вы увидите рассылку здесь точно такой, какой её получат люди, с картинкой и кнопками. Больше никто ничего не получит.
choice-try-language = 👁 { $language }

## Кому

audience =
    <b>Кто получит</b>

    { $aim }

    <b>Получается</b>
    { $reach }
    Всего: <b>{ $total }</b>
aim-line-all = • Все, кто попросил присылать новости
aim-line-locales = • Языки: { $names }
aim-line-countries = • Страны: { $names }
aim-line-signed = • Только те, кто подписал
aim-line-unsigned = • Только те, кто ещё не подписал
aim-line-since = • Только те, кто с нами с этого дня или позже: { DATETIME($since, dateStyle: "long") }
reach-line = ✅ { $language }: { $count }
reach-fallback = ⚠️ { $language }: { $count }, на другом языке ({ $other })
reach-missing = ▫️ { $language }: { $count }, текста пока нет
reach-nobody = Таких людей нет.
reach-unknown = Узнать, кто из этих людей подписал, нельзя: кампания не открыта или их слишком мало. Выберите «Подписали или нет».
audience-unknown = Узнать, кто подписал, можно, только пока кампания открыта. Выберите людей иначе.
audience-narrow = Узнать, кто подписал, можно только сразу о многих, чтобы никого нельзя было вычислить: по всем странам, за всё время и минимум среди { $least } человек. Сначала уберите остальные условия.
choice-aim-locales = 🌐 По языку
choice-aim-countries = 🗺 По стране
choice-aim-since = 📅 С какого дня с нами
choice-signed = ✍️ Кто подписал
choice-unsigned = ✍️ Кто не подписал
choice-anyone = ✍️ Подписали или нет
aim-locales =
    <b>На каких языках?</b>

    { $aim }
    Всего: <b>{ $total }</b>
choice-aim-in = ▫️ { $name }
choice-aim-out = ✅ { $name }
choice-every-language = Все языки
aim-countries =
    <b>В каких странах?</b>

    { $names }
    Всего: <b>{ $total }</b>

    Напишите ещё, через запятую. Чтобы убрать страну, нажмите на неё.
aim-countries-all =
    <b>В каких странах?</b>

    Пока во всех. Всего: <b>{ $total }</b>

    Напишите их названия через запятую.
choice-every-country = Все страны
aim-since =
    <b>С какого дня они с нами?</b>

    Выберите или напишите день. Получат те, кто с нами с этого дня или позже.
aim-since-chosen =
    <b>Кто с нами с этого дня или позже: { DATETIME($since, dateStyle: "long") }</b>

    Выберите другое или напишите день.
choice-since-week = Последние 7 дней
choice-since-month = Последние 30 дней
choice-since-latest = С прошлой рассылки ({ DATETIME($since, dateStyle: "medium") })
choice-since-ever = Неважно, с какого дня
day-unclear = Не понимаю, какой это день. Напишите вот так: { $example }
day-or-month = Первое число — это день или месяц? Чтобы никто не перепутал, начните с года: { $example }
since-ahead = Этот день ещё не наступил: { DATETIME($since, dateStyle: "long") }

## Перед отправкой

broadcast-nobody = Никто этого не получит: среди тех, кто попросил присылать новости, таких людей нет. Выберите других.
gaps =
    <b>На этих языках пока ничего не написано</b>

    { $lines }

    Напишите сейчас — или люди получат текст на другом языке.
choice-gaps-fine = Пусть на другом языке
paid =
    <b>Отправить быстрее за Stars?</b>

    Получателей: { $count }
    Цена: до <b>{ $stars } ⭐</b> с баланса бота, десятая доля Star за каждое сообщение сверх 30 бесплатных в секунду

    Бесплатно это займёт: { $free }
    За Stars: { $fast }

    Telegram разрешает это ботам, у которых не меньше 10 000 Stars, когда в @BotFather включено «Paid broadcasts».
choice-paid-yes = ⭐ Да, заплатить Stars
choice-paid-no = Нет, бесплатно
paid-is-on = Готово: рассылка уйдёт быстро, платим в Stars.
paid-is-off = Готово: рассылка бесплатная.
lasting-seconds = { $count } с
lasting-minutes = { $count } мин
lasting-hours = { $hours } ч { $minutes } мин

## Когда

zone-ask =
    <b>Какой у вас часовой пояс?</b>

    Нажмите на свой или напишите город или страну. Спрошу только один раз.
zone-which = <b>Что из этого подходит?</b>
zone-unknown = Не знаю города «{ $text }». Попробуйте город побольше рядом, страну или название вроде Europe/Paris.
zone-settled = Готово. Часовой пояс: { $zone }.
zone-utc = UTC
zone-city = { $city }, { $offset }
choice-zone = 🕓 Другой часовой пояс
choice-zone-there = { $city } ({ DATETIME($at, timeStyle: "short") })
when =
    <b>Когда отправить?</b>

    Сейчас { $now }. Выберите или напишите день и время, вот так: { $example }
choice-when = 🕓 Другое время
choice-now = ▶️ Сейчас
choice-when-evening = Сегодня вечером, { DATETIME($at, timeStyle: "short") }
choice-when-morning = Завтра утром, { DATETIME($at, timeStyle: "short") }
choice-when-instead = { DATETIME($at, dateStyle: "medium") }, { DATETIME($at, timeStyle: "short") }
broadcast-when = { DATETIME($at, dateStyle: "full", timeStyle: "short") } ({ $zone })
when-unclear = Не понимаю, когда это. Напишите вот так: { $example }
when-past = Это время уже прошло: { $at }. Выберите то, что впереди.
when-far = До этого больше года: { $at }. Выберите время поближе.
when-skipped = Такого времени нет: часы переводят вперёд, и они его перескакивают. Ближайшее время, которое есть: { $after }
when-twice = Часы показывают это время дважды, потому что их переводят назад. Берём первый раз: { $at }

## Последний взгляд

last-look =
    <b>Последняя проверка</b>

    { $picture }
    { $links }

    <b>Кто получит</b>
    { $aim }
    { $reach }
    Всего: <b>{ $total }</b>

    <b>Когда</b>
    { $when }
    { $quiet }
    { $speed }

    { $second }
look-asleep = 😴 В момент отправки у них будет ночь, получат утром: { $count }
look-now = Как только вы подтвердите
look-at-once = Как только будет согласие
look-free = 💸 Бесплатно. Отправка займёт примерно { $time }, не считая ночей.
look-paid = 💸 До { $stars } ⭐. Отправка займёт примерно { $time }, не считая ночей.
look-second = 🙋 Чтобы написать стольким людям, нужны двое (предел для одного: { $most }): сначала должен согласиться кто-то ещё из команды.
look-nobody = 🙋 Чтобы написать стольким людям, нужны двое (предел для одного: { $most }), а согласиться больше некому. Пригласите кого-нибудь в организаторы или выберите меньше людей.
look-again = С тех пор как вы смотрели, что-то изменилось. Посмотрите ещё раз и подтвердите.
choice-confirm-now = ✅ Отправить сейчас
choice-confirm-later = ✅ Запланировать
choice-confirm-ask = 🙋 Попросить согласия
broadcast-goes-now = Рассылка пошла. В отдельном сообщении будет видно, как она идёт.
broadcast-goes-later = Рассылка уйдёт в это время. До тех пор её можно забрать назад.
broadcast-asked = Ждём согласия второго организатора. Ему сейчас сообщат, а вы узнаете ответ.

## Второй организатор

broadcast-waiting =
    <b>{ $who } спрашивает: отправляем?</b>

    «{ $name }»

    <b>Кто получит</b>
    { $aim }
    { $reach }
    Всего на момент подтверждения: <b>{ $total }</b>

    <b>Когда</b>
    { $when }
    { $quiet }
    { $speed }

    Сначала посмотрите: «Проверить на себе».
broadcast-waiting-own =
    <b>Ждём согласия второго организатора</b>

    «{ $name }»

    <b>Кто получит</b>
    { $aim }
    { $reach }
    Всего на момент подтверждения: <b>{ $total }</b>

    <b>Когда</b>
    { $when }
    { $quiet }
    { $speed }

    Согласиться должен кто-то ещё из команды; сами вы ({ $who }) этого сделать не можете.
choice-broadcast-approve = ✅ Да, отправляем
choice-broadcast-reject = ✖️ Нет, в черновики
choice-take-back = ↩️ Забрать назад
broadcast-approved = Вы согласились. Рассылка уйдёт в назначенное время.
broadcast-rejected = Это снова черновик; автору сообщат.
broadcast-back = Вы забрали рассылку назад: это снова черновик, ничего не уйдёт.
notice-broadcast-waits = 🙋 <b>{ $title }</b>: рассылка ждёт согласия второго организатора (получателей: { $count }). Посмотрите?
notice-broadcast-approved = ✅ <b>{ $title }</b>: второй организатор согласен с вашей рассылкой. Она уйдёт в назначенное время.
notice-broadcast-rejected = ✖️ <b>{ $title }</b>: второй организатор против вашей рассылки. Это снова черновик; обсудите вместе, что изменить.
notice-broadcast-grown = 🙋 <b>{ $title }</b>: ваша рассылка ещё не ушла. Теперь её получило бы больше людей, чем один организатор может охватить без согласия других (получателей: { $count }), поэтому сначала должен согласиться кто-то ещё из команды. Команде мы уже сообщаем.
notice-broadcast-lost = ✖️ <b>{ $title }</b>: рассылка остановлена насовсем. Список получателей зависел от того, кто подписал петицию, а после закрытия кампании этого уже никто не может узнать.
choice-look = 👁 Посмотреть

## В пути

broadcast-taken-back = «{ $name }» — черновик; ничего не уходит.
broadcast-waits =
    🙋 <b>«{ $name }»: ждём согласия второго организатора</b>

    Получателей: { $size }
    { $when }
broadcast-scheduled =
    📅 <b>«{ $name }»: запланировано</b>

    Получателей: { $size }
    { $when }
broadcast-preparing =
    📤 <b>«{ $name }»: начинаем</b>

    { $bar }
    Составляем список. Получателей примерно: { $size }
broadcast-sending =
    📤 <b>«{ $name }»: отправляем</b>

    { $bar }
    ✉️ Отправлено: { $sent } из { $size }
    { $lines }

    { $pace }
broadcast-paused =
    ⏸ <b>«{ $name }»: на паузе</b>

    { $bar }
    ✉️ Отправлено: { $sent } из { $size }
    { $lines }

    Больше ничего не уйдёт, пока вы не продолжите.
broadcast-done =
    ✅ <b>«{ $name }»: отправлено</b>

    ✉️ Отправлено: { $sent } из { $size }
    { $lines }

    Закончено: { $ended }
broadcast-cancelled =
    ✖️ <b>«{ $name }»: остановлено насовсем</b>

    ✉️ Отправлено: { $sent } из { $size }
    ✂️ Уже не получат: { $left }
    { $lines }

    Остановлено: { $ended }
progress-blocked = 🚫 Заблокировали бота: { $count }
progress-unknown = ❓ Неизвестно, дошло ли, связь оборвалась на полпути: { $count }
progress-failed = ⚠️ Не удалось: { $count }
progress-unsubscribed = 🔕 Отписались раньше, чем дошло: { $count }
progress-rate = ⚡ Сообщений в секунду: { $count }
progress-left = ⏳ Осталось примерно { $time }
progress-asleep = 🌙 Сейчас у них ночь, получат утром: { $count }
choice-broadcast-pause = ⏸ Пауза
choice-broadcast-resume = ▶️ Продолжить
choice-broadcast-cancel = ✖️ Остановить насовсем
choice-broadcast-refresh = 🔄 Обновить
choice-watch = 📌 Следить в сообщении
broadcast-watched = В отдельном сообщении будет видно, как идёт рассылка.
cancel-once-more = Рассылка на паузе, больше ничего не уходит. Чтобы остановить её насовсем, нажмите «Остановить насовсем» ещё раз; отменить это будет нельзя.
stop =
    <b>Остановить «{ $name }» насовсем?</b>

    ✉️ Отправлено: { $sent }
    ✂️ Не получат никогда: { $left }

    Сейчас пауза, и больше ничего не уходит. Отменить остановку нельзя.
choice-stop-no = Нет, оставить на паузе
choice-stop-yes = ✖️ Да, остановить насовсем
choice-again = ❓ Повторить, где неясно
again =
    <b>Отправить ещё раз?</b>

    Людей, о которых неизвестно, дошло ли до них: { $count }

    Те, до кого дошло, получат одно и то же дважды, а от повторов люди перестают читать или отписываются.
choice-again-yes = Да, ещё раз
choice-again-no = Нет, оставить так
