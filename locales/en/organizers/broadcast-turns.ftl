### What becomes of a broadcast without any organizer’s doing: in the audit log, and as they are told.

deed-broadcast-grown =
    { $size ->
        [one] broadcast no. { NUMBER($number, useGrouping: 0) } waits for a second organizer: { $size } person would get it by now
       *[other] broadcast no. { NUMBER($number, useGrouping: 0) } waits for a second organizer: { $size } people would get it by now
    }
deed-broadcast-orphaned = broadcast no. { NUMBER($number, useGrouping: 0) } waits for an organizer: whoever let it go has no say here any more
notice-broadcast-grown = 🙋 <b>{ $title }</b>: your broadcast has not gone out yet. By now more people would get it than one organizer may write to alone (people who get it: { $count }), so somebody else on the team has to agree first. They are being told.
notice-broadcast-lost = ✖️ <b>{ $title }</b>: a broadcast was stopped for good. Who gets it hung on who has signed, and since the campaign was closed nobody can tell that any more.
