### The organizers' desk: campaigns and the team.

organize =
    { $count ->
        [0] <b>Your desk</b>

            There is no campaign yet.
        [one] <b>Your desk</b>

            One campaign. Tap it to work on it.
       *[other] <b>Your desk</b>

            { $count } campaigns. Tap one to work on it.
    }
organize-draft = ✏️ { $title }
organize-open = 🟢 { $title }
organize-paused = ⏸ { $title }
organize-closed = ⚪️ { $title }
organizer-not-yours = That is not among the things you may do here. If it should be, ask an owner of the campaign.
desk =
    { $sample }
    <b>{ $title }</b>

    { $status }
    { $total ->
        [0] Nobody has signed yet.
        [one] One signature.
       *[other] { $total } signatures.
    }
    You are here as: { $role }
status-draft = ✏️ A draft: nobody sees it yet.
status-open = 🟢 Open: people can sign.
status-paused = ⏸ Paused: people can read, but not sign for now.
status-closed = ⚪️ Closed for good.
desk-erases = 🗑 On { DATETIME($day, dateStyle: "long") } the signatures are erased by themselves; the count stays.
desk-erased = 🗑 The signatures were erased on { DATETIME($day, dateStyle: "long") }; the count stays.
role-owner = owner
role-organizer = organizer
role-translator = translator
role-viewer = viewer
house = every campaign

join =
    <b>You are asked to help: { $where }</b>

    Your role would be: { $role }

    If you accept, your name as your profile shows it and this chat’s address are stored, encrypted, until you leave or send /forget. What you do as an organizer is written down for the others to see.
join-spent = This link has been used or has expired: it works once, and for a day. Ask whoever sent it for a new one.
joined = Welcome! /organize brings you back here at any time.
join-declined = Very well. Nothing was kept.

team =
    <b>Who organizes: { $where }</b>

    { $lines }
team-member = • { $name }: { $role }
team-yourself = • { $name } (you): { $role }
organizer-nameless = organizer no. { NUMBER($number, useGrouping: 0) }
team-add =
    <b>What may the new person do? ({ $where })</b>

    Owner: everything, and choose who else organizes.
    Organizer: run the campaign and write to its supporters.
    Translator: write the texts.
    Viewer: see the numbers.
team-link =
    <b>A link for one person ({ $where }, { $role })</b>

    { $link }

    Send it to that person alone, in a chat you trust: whoever opens it first gets the role. It works once, and for a day.
team-remove = Take the role away from { $name }? ({ $where })
team-remove-yourself = Give up your own role? ({ $where })
team-removed = Done. The role is taken away.

mydata-organizer = • You are an organizer: your name and this chat’s address are kept, encrypted, and what you do as one is written down.
forget-organizer = You are an organizer: your roles go, too, and nobody but another owner can give them back. What you did stays written down under a number.

choice-desk = ← Desk
choice-organize = ← All campaigns
choice-back-to = ← { $room }
choice-team = 👥 Team
choice-older = Older
choice-team-add = ➕ Ask somebody
choice-team-remove = ✖️ { $name }
choice-role-owner = Owner
choice-role-organizer = Organizer
choice-role-translator = Translator
choice-role-viewer = Viewer
choice-back = ← Back
choice-join-yes = Yes, I will help
choice-join-no = No
choice-remove-yes = Yes, take it away
choice-remove-no = No
choice-continue-organizing = Back to what you were doing
