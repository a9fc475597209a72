### The questions of a signature, the review, the thanks.

name-ask =
    { $asked ->
        [required] بأي اسم يكون توقيعك؟ يمكنك كتابته هنا.
       *[optional] بأي اسم يكون توقيعك؟ يمكنك كتابته، أو استعمال أحد الأزرار، أو التوقيع دون اسم.
    }
name-without-letters = لم نجد في ذلك اسمًا يُقرأ. نرجو كتابته بالحروف.
name-too-long =
    { $most ->
        [zero] أقصى طول للاسم { $most } حرف، وطول هذا الاسم { $length }. تكفي صيغة أقصر.
        [one] أقصى طول للاسم حرف واحد، وطول هذا الاسم { $length }. تكفي صيغة أقصر.
        [two] أقصى طول للاسم حرفان، وطول هذا الاسم { $length }. تكفي صيغة أقصر.
        [few] أقصى طول للاسم { $most } أحرف، وطول هذا الاسم { $length }. تكفي صيغة أقصر.
        [many] أقصى طول للاسم { $most } حرفًا، وطول هذا الاسم { $length }. تكفي صيغة أقصر.
       *[other] أقصى طول للاسم { $most } حرف، وطول هذا الاسم { $length }. تكفي صيغة أقصر.
    }
country-ask = من أي بلد يأتي توقيعك؟ يمكنك اختياره أدناه، أو كتابة اسمه بأي لغة.
country-which = ما البلد المقصود؟ يمكنك اختياره أدناه، أو كتابة اسمه مرة أخرى.
country-unknown = لا نعرف بلدًا اسمه «{ $text }». يمكنك تجربة اسمه بلغة أخرى، أو رمزه المكوّن من حرفين.
email-ask =
    { $asked ->
        [required] ما عنوان بريدك الإلكتروني؟ لن يستطيع قراءته إلا { $responsible }.
       *[optional] يمكنك، إن شئت، إضافة عنوان بريدك الإلكتروني. لن يستطيع قراءته إلا { $responsible }. ولا بأس بتخطّي هذا السؤال.
    }
email-invalid = لا يبدو هذا عنوان بريد إلكتروني. يكون عادةً على هذا الشكل: name@example.org
comment-ask =
    { $asked ->
        [required] ما الذي يدفعك إلى التوقيع؟ الجهة المسؤولة ({ $responsible }) تطلب منك بضع كلمات، { $most ->
            [zero] { $most } حرف على الأكثر
            [one] حرفًا واحدًا على الأكثر
            [two] حرفين على الأكثر
            [few] { $most } أحرف على الأكثر
            [many] { $most } حرفًا على الأكثر
           *[other] { $most } حرف على الأكثر
        }.
       *[optional] يمكنك، إن شئت، إضافة ما يدفعك إلى التوقيع في بضع كلمات، { $most ->
            [zero] { $most } حرف على الأكثر
            [one] حرف واحد على الأكثر
            [two] حرفين على الأكثر
            [few] { $most } أحرف على الأكثر
            [many] { $most } حرفًا على الأكثر
           *[other] { $most } حرف على الأكثر
        }. لن يستطيع قراءتها إلا { $responsible }. ولا بأس بتخطّي هذا السؤال.
    }
comment-empty = لم نجد في ذلك ما يُقرأ. نرجو كتابة بضع كلمات.
comment-too-long =
    { $most ->
        [zero] أقصى طول للتعليق { $most } حرف، وطول تعليقك { $length }. هل يمكنك اختصاره قليلًا؟
        [one] أقصى طول للتعليق حرف واحد، وطول تعليقك { $length }. هل يمكنك اختصاره قليلًا؟
        [two] أقصى طول للتعليق حرفان، وطول تعليقك { $length }. هل يمكنك اختصاره قليلًا؟
        [few] أقصى طول للتعليق { $most } أحرف، وطول تعليقك { $length }. هل يمكنك اختصاره قليلًا؟
        [many] أقصى طول للتعليق { $most } حرفًا، وطول تعليقك { $length }. هل يمكنك اختصاره قليلًا؟
       *[other] أقصى طول للتعليق { $most } حرف، وطول تعليقك { $length }. هل يمكنك اختصاره قليلًا؟
    }

review =
    <b>هل كل شيء صحيح؟</b>
    «{ $title }»

    { $lines }

    لا يُحتسب توقيعك إلا بعد تأكيدك.
review-name = الاسم: <b>{ $name }</b>
review-name-none = الاسم: توقيع دون اسم
review-country = البلد: <b>{ $country }</b>
review-country-none = البلد: غير مذكور
review-email = البريد الإلكتروني: <b>{ $email }</b>
review-email-none = البريد الإلكتروني: لا يوجد
review-comment = التعليق: <b>{ $comment }</b>
review-comment-none = التعليق: لا يوجد

thanks =
    <b>شكرًا لك. احتُسب توقيعك.</b>
    «{ $title }»

    { $total ->
        [zero] أنت أول من وقّع.
        [one] أنت أول من وقّع.
        [two] بتوقيعك أصبحنا <b>شخصين</b>.
        [few] بتوقيعك أصبحنا <b>{ $total } أشخاص</b>.
        [many] بتوقيعك أصبحنا <b>{ $total } شخصًا</b>.
       *[other] بتوقيعك أصبحنا <b>{ $total } شخص</b>.
    }
signed =
    { $thanks }

    هل حولك من قد يوقّع أيضًا؟
signed-updates =
    { $thanks }

    <b>هل نخبرك بما يستجدّ؟</b>
    { $updates }
already =
    سبق أن وقّعت على «{ $title }». وتوقيعك محسوب منذ { DATETIME($since, dateStyle: "long") }.

    لا يرى هذه الرسالة أحد سواك.

choice-profile = { $name }
choice-anonymous = توقيع دون اسم
choice-country = { $flag } { $country }
choice-skip = تخطّي السؤال
choice-keep = تبقى إجابتي كما كانت
choice-confirm = ✅ أؤكّد وأوقّع
choice-edit-name = تغيير الاسم
choice-edit-country = تغيير البلد
choice-edit-email = تغيير البريد الإلكتروني
choice-edit-comment = تغيير التعليق
choice-cancel = لن أوقّع
choice-updates = 🔔 المستجدات
