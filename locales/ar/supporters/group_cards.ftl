### Cards in groups, in channels, and those that people post into any chat.

card =
    { $sample }
    { $urgent } { $rubric }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [zero] لم يوقّع أحد بعد. فليبدأ العدّ بتوقيعك.
        [one] وقّع حتى الآن <b>شخص واحد</b>.
        [two] وقّع حتى الآن <b>شخصان</b>.
        [few] وقّع حتى الآن <b>{ $total } أشخاص</b>.
        [many] وقّع حتى الآن <b>{ $total } شخصًا</b>.
       *[other] وقّع حتى الآن <b>{ $total } شخص</b>.
    }
    { $bar }
    هدفنا التالي: { $milestone }

    🔒 التوقيع يجري في محادثة خاصة: لا يرى أحد هنا من يوقّع.
card-closed =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    أُغلقت هذه العريضة. { $total ->
        [zero] لم يوقّع عليها <b>أحد</b>.
        [one] وقّع عليها <b>شخص واحد</b>.
        [two] وقّع عليها <b>شخصان</b>.
        [few] وقّع عليها <b>{ $total } أشخاص</b>.
        [many] وقّع عليها <b>{ $total } شخصًا</b>.
       *[other] وقّع عليها <b>{ $total } شخص</b>.
    }
card-paused =
    { $sample }
    { $rubric }

    <b>{ $title }</b>

    ⏸ هذه العريضة متوقّفة مؤقتًا: لا يمكن التوقيع عليها الآن.
    { $total ->
        [zero] لم يوقّع أحد بعد.
        [one] وقّع حتى الآن <b>شخص واحد</b>.
        [two] وقّع حتى الآن <b>شخصان</b>.
        [few] وقّع حتى الآن <b>{ $total } أشخاص</b>.
        [many] وقّع حتى الآن <b>{ $total } شخصًا</b>.
       *[other] وقّع حتى الآن <b>{ $total } شخص</b>.
    }
card-total =
    { $total ->
        [zero] لم يوقّع أحد بعد. فليبدأ العدّ بتوقيعك.
        [one] وقّع حتى الآن شخص واحد.
        [two] وقّع حتى الآن شخصان.
        [few] وقّع حتى الآن { $total } أشخاص.
        [many] وقّع حتى الآن { $total } شخصًا.
       *[other] وقّع حتى الآن { $total } شخص.
    }
link-sign = ✍️ قراءة العريضة وتوقيعها
link-see = فتح العريضة
