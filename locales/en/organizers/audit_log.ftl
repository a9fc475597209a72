### The audit log: what organizers did, and what became of a broadcast without anybody’s doing,
### told as in “24 Nov, 18:05 · Ida: paused …”.

audit =
    <b>What was done ({ $where })</b>

    { $lines }

    🕓 Times: { $clock }
audit-empty = Nothing has been done here yet.
audit-day = <b>{ DATETIME($day, dateStyle: "long") }</b>
deed = • { DATETIME($at, timeStyle: "short") } · { $who }: { $what }
deed-in = • { DATETIME($at, timeStyle: "short") } · { $who } ({ $where }): { $what }
deed-times = { $deed } (× { $count })
deed-by-command = On the server
choice-audit = 📜 What was done

activity =
    <b>Who was active in the last { $days } days</b>
    { $where }

    { $lines }
activity-none =
    <b>Who was active</b>
    { $where }

    Nobody has done anything here in the last { $days } days.
activity-who = • { $who }
activity-more = • { $count ->
    [one] and one more
   *[other] and { $count } more
}
choice-activity = 🗓 Who was active when

## The team

deed-link = made a link for a new { $role }
deed-joined = joined as { $role }
deed-removed = took a role away from organizer no. { NUMBER($number, useGrouping: 0) }

## Campaigns

deed-created = made the campaign
deed-imported = imported it from a folder
deed-text = changed a text ({ $language }): { $what }
deed-setting = changed a setting: { $what }
deed-opened = opened the campaign
deed-keys = chose the keys that names are locked with: { $after }
deed-keys-changed = changed the keys that new names are locked with: { $after }, no longer { $before }
deed-paused = paused the campaign
deed-resumed = let the campaign go on
deed-closed = closed the campaign for good

## Broadcasts

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
deed-broadcast-written = wrote the text of broadcast no. { NUMBER($number, useGrouping: 0) } in { $language }
deed-broadcast-tried = sent broadcast no. { NUMBER($number, useGrouping: 0) } to themselves to look at it, in { $language }
deed-broadcast-illustrated = changed the picture of broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-aimed = chose who gets broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-dropped = threw draft no. { NUMBER($number, useGrouping: 0) } away
deed-broadcast-quiet = let broadcast no. { NUMBER($number, useGrouping: 0) } spare the nights
deed-broadcast-loud = let broadcast no. { NUMBER($number, useGrouping: 0) } go out at night too
deed-broadcast-paid = chose to pay Stars for the speed of broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-unpaid = chose to pay nothing for broadcast no. { NUMBER($number, useGrouping: 0) }
deed-broadcast-grown =
    { $size ->
        [one] broadcast no. { NUMBER($number, useGrouping: 0) } waits for a second organizer: { $size } person would get it by now
       *[other] broadcast no. { NUMBER($number, useGrouping: 0) } waits for a second organizer: { $size } people would get it by now
    }
deed-broadcast-orphaned = broadcast no. { NUMBER($number, useGrouping: 0) } waits for an organizer: whoever let it go has no say here any more

## Signatures held for review

deed-held =
    { $count ->
        [one] held one signature for review
       *[other] held { $count } signatures for review
    }
deed-released =
    { $count ->
        [one] released one signature
       *[other] released { $count } signatures
    }
deed-invalidated =
    { $count ->
        [one] removed one signature ({ $reason })
       *[other] removed { $count } signatures ({ $reason })
    }

## Exports

deed-export-asked =
    { $count ->
        [one] export no. { NUMBER($number, useGrouping: 0) } was asked for: one signature
       *[other] export no. { NUMBER($number, useGrouping: 0) } was asked for: { $count } signatures
    }
deed-export-granted = granted export no. { NUMBER($number, useGrouping: 0) }
deed-export-refused = refused export no. { NUMBER($number, useGrouping: 0) }
deed-exported =
    { $count ->
        [one] one signature was exported
       *[other] { $count } signatures were exported
    }
