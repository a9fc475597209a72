### Cards in groups, in channels, and those that people post into any chat.

card =
    { $sample }
    { $urgent } { $rubric }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [0] Nobody has signed yet. Be the first.
        [one] <b>{ $total } person</b> has signed.
       *[other] <b>{ $total } people</b> have signed.
    }
    { $bar }
    Next goal: { $milestone }

    🔒 Signing happens in private: nobody here sees who signs.
card-closed =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    This petition is closed. { $total ->
        [one] <b>{ $total } person</b> signed it.
       *[other] <b>{ $total } people</b> signed it.
    }
card-paused =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    ⏸ This petition is paused: nobody can sign it for now.
    { $total ->
        [0] Nobody has signed yet.
        [one] <b>{ $total } person</b> has signed.
       *[other] <b>{ $total } people</b> have signed.
    }
card-total =
    { $total ->
        [0] Nobody has signed yet. Be the first.
        [one] { $total } person has signed.
       *[other] { $total } people have signed.
    }
link-sign = ✍️ Read and sign
link-see = Open the petition
