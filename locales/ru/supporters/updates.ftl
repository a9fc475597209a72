### Hearing what comes of a campaign.

updates =
    <b>Новости</b>

    { $lines }

    Нажмите на петицию, чтобы включить или отключить новости о ней.
updates-line-on = 🔔 Вы получаете новости о петиции «{ $title }».
updates-line-off = 🔕 Вы не получаете новостей о петиции «{ $title }».
updates-none = Сейчас нет петиций, о которых можно было бы получать новости.
updates-ask =
    <b>Хотите знать, что будет дальше с петицией «{ $title }»?</b>

    { $updates }
updates-on = Мы будем вам писать. Отключить сообщения можно в любой момент: /updates
updates-off = Готово. Сообщений об этой петиции больше не будет.
updates-declined = Хорошо, никаких сообщений. Если передумаете: /updates
broadcast-letter = { $text }

choice-updates-yes = Да, держите меня в курсе
choice-updates-no = Нет, спасибо
choice-updates-stop = 🔕 Отключить сообщения
choice-updates-on = 🔔 Включить: { $title }
choice-updates-off = 🔕 Отключить: { $title }
