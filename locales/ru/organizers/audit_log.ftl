# What organizers did with broadcasts, as the audit log tells it: "24 Nov, 18:05 · Ida: paused …"

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
