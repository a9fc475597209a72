### Рабочий стол организаторов: кампании, команда.

organize =
    { $count ->
        [0] <b>Ваш кабинет</b>

            Кампаний пока нет.
        [1] <b>Ваш кабинет</b>

            Одна кампания. Нажмите на неё, чтобы продолжить.
        [one] <b>Ваш кабинет</b>

            { $count } кампания. Нажмите на нужную.
        [few] <b>Ваш кабинет</b>

            { $count } кампании. Нажмите на нужную.
        [many] <b>Ваш кабинет</b>

            { $count } кампаний. Нажмите на нужную.
       *[other] <b>Ваш кабинет</b>

            { $count } кампании. Нажмите на нужную.
    }
organize-draft = ✏️ { $title }
organize-open = 🟢 { $title }
organize-paused = ⏸ { $title }
organize-closed = ⚪️ { $title }
organizer-not-yours = На это у вас нет прав. Если они вам нужны, обратитесь к владельцу кампании.
desk =
    { $sample }
    <b>{ $title }</b>

    { $status }
    { $total ->
        [0] Пока никто не подписал.
        [one] { $total } подпись.
        [few] { $total } подписи.
        [many] { $total } подписей.
       *[other] { $total } подписи.
    }
    Ваша роль здесь: { $role }
status-draft = ✏️ Черновик: его ещё никто не видит.
status-open = 🟢 Открыта: можно подписывать.
status-paused = ⏸ На паузе: читать можно, подписывать пока нельзя.
status-closed = ⚪️ Закрыта навсегда.
desk-erases = 🗑 Подписи сотрутся сами: { DATETIME($day, dateStyle: "long") }. Их число останется.
desk-erased = 🗑 Подписи стёрты: { DATETIME($day, dateStyle: "long") }. Их число осталось.
role-owner = владелец
role-organizer = организатор
role-translator = переводчик
role-viewer = наблюдатель
house = все кампании

join =
    <b>Вас просят помочь: { $where }</b>

    Ваша роль: { $role }

    Если вы согласитесь, имя из вашего профиля и адрес этого чата будут храниться в зашифрованном виде, пока вы не уйдёте или не отправите /forget. Ваши действия в этой роли записываются, и их видит вся команда.
join-spent = Эта ссылка уже использована или устарела: она действует один раз и один день. Попросите новую у того, кто её прислал.
joined = Добро пожаловать! Сюда всегда можно вернуться командой /organize.
join-declined = Хорошо. Мы ничего не сохранили.

team =
    <b>Команда: { $where }</b>

    { $lines }
team-member = • { $name }: { $role }
team-yourself = • { $name } (это вы): { $role }
organizer-nameless = участник № { NUMBER($number, useGrouping: 0) }
team-add =
    <b>Что сможет делать новый человек? ({ $where })</b>

    Владелец: всё, в том числе собирать команду.
    Организатор: вести кампанию и писать её сторонникам.
    Переводчик: писать тексты.
    Наблюдатель: смотреть цифры.
team-link =
    <b>Ссылка для одного человека ({ $where }, { $role })</b>

    { $link }

    Отправьте её только этому человеку и в надёжном чате: роль получит тот, кто откроет ссылку первым. Она действует один раз и один день.
team-remove = { $name }: снять эту роль? ({ $where })
team-remove-yourself = Отказаться от своей роли? ({ $where })
team-removed = Готово. Роль снята.

mydata-organizer = • Вы в команде организаторов кампании: ваше имя и адрес этого чата хранятся в зашифрованном виде, а ваши действия в этой роли записываются.
forget-organizer = Вы в команде организаторов кампании: ваши роли тоже исчезнут, и вернуть их сможет только другой владелец. То, что вы делали, останется записано под номером.

choice-desk = ← В кабинет
choice-organize = ← Все кампании
choice-back-to = ← { $room }
choice-team = 👥 Команда
choice-older = Раньше
choice-team-add = ➕ Пригласить
choice-team-remove = ✖️ { $name }
choice-role-owner = Владелец
choice-role-organizer = Организатор
choice-role-translator = Переводчик
choice-role-viewer = Наблюдатель
choice-back = ← Назад
choice-join-yes = Да, помогу
choice-join-no = Нет
choice-remove-yes = Да, снять
choice-remove-no = Нет
choice-continue-organizing = Вернуться к работе
