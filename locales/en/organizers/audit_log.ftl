# What organizers did with broadcasts, as the audit log tells it: "24 Nov, 18:05 · Ida: paused …"

deed-broadcast-drafted = began a draft: broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-confirmed =
    { $size ->
        [one] confirmed broadcast no. { NUMBER($number, useGrouping: 0) }, to { $size } person
       *[other] confirmed broadcast no. { NUMBER($number, useGrouping: 0) }, to { $size } people
    }
deed-broadcast-approved = agreed to broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-rejected = sent broadcast no. { NUMBER($number, useGrouping: 0) } back to be a draft
deed-broadcast-paused = paused broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-resumed = let broadcast no. { NUMBER($number, useGrouping: 0) } go on
deed-broadcast-cancelled = cancelled broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-repeated =
    { $size ->
        [one] sent broadcast no. { NUMBER($number, useGrouping: 0) } once more to { $size } person who may have missed it
       *[other] sent broadcast no. { NUMBER($number, useGrouping: 0) } once more to { $size } people who may have missed it
    }
deed-broadcast-lost = broadcast no. { NUMBER($number, useGrouping: 0) } was cancelled: since the campaign was closed nobody can tell who has signed
