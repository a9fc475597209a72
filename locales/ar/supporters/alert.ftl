### What a supporter reads before anything is asked of them.
### Everywhere in Arabic: nobody is addressed as a man or a woman. Possessives (اسمك) and the past
### tense (وقّعت, إن شئت) read both ways without vowels; imperatives and the present tense of the
### second person do not, so nouns (يمكنك الضغط) and “we” stand in their place.
### That holds for organizers, too.
### U+200E before a command keeps its slash in front; before a date or a size in figures, and after
### “https://”, it keeps the parts in order. The mark that a line needs where its first argument is
### isolated and no letter stands before it (UAX 9, P2) is put there by the program.
### Dates are long ones: the medium ones have a mark and then a slash, and /11 looks like a command.

no-campaigns = لا توجد عريضة مفتوحة الآن. يسعدنا أن نراك هنا من جديد قريبًا، وللمساعدة: { "\u200E" }/help
campaigns =
    { $count ->
        [zero] لا توجد عرائض مفتوحة الآن.
        [one] هناك عريضة واحدة مفتوحة. يكفي الضغط عليها لقراءتها.
        [two] هناك عريضتان مفتوحتان. أيّ عريضة نفتح لك؟
        [few] هناك { $count } عرائض مفتوحة. أيّ عريضة نفتح لك؟
        [many] هناك { $count } عريضة مفتوحة. أيّ عريضة نفتح لك؟
       *[other] هناك { $count } عريضة مفتوحة. أيّ عريضة نفتح لك؟
    }

    { $unnamed }
campaign-listed = { $title }
campaign-urgent = 🚨 { $title }
invite-unknown = لم نجد عريضة وراء هذا الرابط.
welcome-back = تسعدنا عودتك. نواصل من حيث توقفنا.
language-unsupported = لا نتحدث لغتك بعد، فاللغة المستخدمة هنا: { $language }. وهذه هي اللغات الأخرى: { "\u200E" }/language
alert-other-language = لم تُترجم هذه العريضة إلى لغتك بعد. لغة النص المعروض هنا: { $language }.

urgent-mark = 🚨 <b>عاجل</b> ·
sample-mark = 🎈 <i>عريضة تجريبية: توقيعاتها وهمية.</i>
picture-credit = <i>{ $credit }</i>
alert =
    { $sample }
    { $urgent } { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    <b>مطلبنا:</b> { $ask }

    { $total ->
        [zero] لم يوقّع أحد بعد. فليبدأ العدّ بتوقيعك.
        [one] وقّع حتى الآن <b>شخص واحد</b>.
        [two] وقّع حتى الآن <b>شخصان</b>.
        [few] وقّع حتى الآن <b>{ $total } أشخاص</b>.
        [many] وقّع حتى الآن <b>{ $total } شخصًا</b>.
       *[other] وقّع حتى الآن <b>{ $total } شخص</b>.
    } { $share ->
        [zero] { "" }
        [one] { $country }: توقيع واحد.
        [two] { $country }: توقيعان.
        [few] { $country }: { $share } توقيعات.
        [many] { $country }: { $share } توقيعًا.
       *[other] { $country }: { $share } توقيع.
    }
    { $bar }
    هدفنا التالي: { $milestone }

    { $high_risk }

    { $credit }
alert-closed =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    أُغلقت هذه العريضة. { $total ->
        [zero] لم يوقّع عليها <b>أحد</b>.
        [one] وقّع عليها <b>شخص واحد</b>.
        [two] وقّع عليها <b>شخصان</b>.
        [few] وقّع عليها <b>{ $total } أشخاص</b>.
        [many] وقّع عليها <b>{ $total } شخصًا</b>.
       *[other] وقّع عليها <b>{ $total } شخص</b>.
    }

    { $credit }
alert-paused =
    { $sample }
    { $rubric } · { DATETIME($date, dateStyle: "long") }

    <b>{ $title }</b>

    { $summary }

    { $total ->
        [zero] لم يوقّع أحد بعد.
        [one] وقّع حتى الآن <b>شخص واحد</b>.
        [two] وقّع حتى الآن <b>شخصان</b>.
        [few] وقّع حتى الآن <b>{ $total } أشخاص</b>.
        [many] وقّع حتى الآن <b>{ $total } شخصًا</b>.
       *[other] وقّع حتى الآن <b>{ $total } شخص</b>.
    }

    ⏸ <b>هذه العريضة متوقّفة مؤقتًا: لا يمكن التوقيع عليها الآن.</b> وكل توقيع سابق ما زال محسوبًا. ولمعرفة ما تؤول إليه يكفي الضغط على «المستجدات».

    { $credit }
read =
    <b>{ $heading }</b>

    { $text }

    صفحة { $page } من { $pages }
    { $credit }

choice-sign = ✍️ أوقّع العريضة
choice-read = 📖 قراءة المزيد
choice-campaigns = كل العرائض
choice-next = { "\u200F" }التالي ›{ "\u200F" }
choice-previous = { "\u200F" }‹ السابق{ "\u200F" }
choice-card = إلى العريضة
