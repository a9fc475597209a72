### الرسائل الجماعية: الكتابة إلى من يريدون معرفة ما يجري بعد ذلك.

choice-broadcasts = 📣 الرسائل الجماعية
broadcasts =
    <b>الرسائل الجماعية</b> ({ $title })

    تصل إلى من طلبوا المستجدات. والضغط على إحداها يُظهر إلى أين وصلت.
broadcasts-none =
    <b>الرسائل الجماعية</b> ({ $title })

    لا توجد رسالة بعد. تصل الرسالة الجماعية إلى من طلبوا المستجدات: تُكتب مرة واحدة بكل لغة، ثم تُعرض عليك كما ستظهر، ثم نحدّد من تصله ومتى.
choice-new-broadcast = ✏️ كتابة رسالة جديدة
choice-broadcast-listed = { $state } { $name }
choice-broadcast-numbered = { $state } { NUMBER($number, useGrouping: 0) } · { $name }
broadcast-nameless = رقم { NUMBER($number, useGrouping: 0) }، ما زالت فارغة
broadcast-gone = لم تعد هذه الرسالة موجودة.
broadcast-no-draft = لم تعد هذه مسودّة، فلا يمكن تغييرها. هذا ما وصلت إليه الآن:
broadcast-changed = سبقك شخص آخر: تغيّرت الرسالة منذ أن رأيتها، ولم يُنفَّذ شيء. هذا ما وصلت إليه الآن:
broadcast-somebody = أحد أعضاء الفريق

## المسودّة

broadcast-draft =
    <b>المسودّة رقم { NUMBER($number, useGrouping: 0) }</b>

    <b>من تصله</b>
    { $aim }
    { $reach }

    { $letters }
    المجموع: <b>{ $total }</b>

    { $picture }
    { $quiet }
    { $paid }
draft-letter = ✅ { $language }: { $readers }
draft-letter-links = ✅ { $language }: { $readers } (الأزرار: { $count })
draft-letter-missing = ▫️ { $language }: { $readers }، لم تُكتب بعد
draft-picture = 🖼 مع صورة
draft-no-picture = 🖼 بلا صورة
draft-quiet = 🌙 لا نزعج أحدًا ليلًا: لا تصل بين التاسعة مساءً والثامنة صباحًا بتوقيت بلد المتلقّي.
draft-loud = 🔔 تصل في أي ساعة، وفي الليل أيضًا.
draft-paid = ⭐ إرسال أسرع مقابل نجوم.
choice-broadcast = → الرسالة
choice-letters = ✍️ النصوص
choice-letter-picture = 🖼 الصورة
choice-audience = 👥 من تصله
choice-try = 👁 تجربتها عندي
choice-quiet-on = 🌙 لا إرسال ليلًا
choice-quiet-off = 🔔 ليلًا أيضًا
choice-paid = ⭐ أسرع مقابل نجوم
choice-paid-on = ⭐ الإرسال الأسرع مفعّل
choice-schedule = 📅 موعد الإرسال
choice-drop = 🗑 حذف المسودّة
broadcast-drop = هل نحذف «{ $name }»؟ ستضيع نصوصها.
choice-drop-yes = نعم، حذفها
choice-drop-no = لا، تبقى
broadcast-dropped = حُذفت المسودّة.
quiet-is-on = تمّ: من كان الوقت عنده ليلًا تصله صباحًا.
quiet-is-off = تمّ: تصل في أي ساعة، وفي الليل أيضًا.

## النصوص

letters =
    <b>النصوص وعدد قرّائها</b>

    { $lines }

    من يقرأ لغة لم يُكتب بها شيء تصله الرسالة بلغة الحملة الأساسية.
letters-written = ✅ { $language }: { $count }
letters-missing = ▫️ { $language }: { $count }، لم تُكتب بعد
choice-write-next = ◀️ التالية: { $language }
choice-write-there = ✅ { $language }
choice-write = ▫️ { $language }
letter-ask =
    <b>ماذا نقول بهذه اللغة: { $language }؟</b>

    يُكتب النص رسالةً عادية ويُرسَل هنا، ويبقى الخط العريض والمائل كما هو. ثم يظهر لك كما سيراه قرّاؤه.
letter-again =
    <b>ماذا نقول بدلًا من ذلك بهذه اللغة: { $language }؟</b>

    النص الجديد يُرسَل هنا، ويبقى الخط العريض والمائل كما هو. وحتى ذلك الحين يبقى النص القديم.
letter-empty = ليس في هذا أي كلمة. المطلوب إرسال النص نفسه.
letter-too-long = هذا أطول من أن تتسع له رسالة واحدة ({ $language }). الأحرف الزائدة: { $count }. لم يتغيّر شيء.
letter-too-long-pictured = هذا أطول من أن يتسع له ما تحت الصورة ({ $language }). الأحرف الزائدة: { $count }. يمكن اختصاره، أو إرساله بلا صورة. لم يتغيّر شيء.
letter-removed = حُذف النص ({ $language }).
letter-risk = 🔒 هذا يصل إلى أشخاص يعرّضهم للخطر أن يُعرف أنهم وقّعوا. فلا يجوز أن يسمّي القضيةَ لا النص ولا الأزرار ولا الصورة: فمن ينظر إلى هواتفهم يقرؤها. ولا يظهر في أعلاه إلا «{ $title }».
preview-stop = بهذا الزر يوقف الناس هذه الرسائل. أما هنا، عندك، فلا يفعل شيئًا.
choice-write-done = ✓ هذا جيد
choice-write-links = 🔗 الأزرار
choice-write-anew = ✏️ إعادة الكتابة
choice-write-out = 🗑 حذف النص
markup-unfinished = { $tag } علامة غير مكتملة: تنقصها النهاية. يمكن استعمال الخط العريض والمائل في التطبيق، أو كتابة { $bold } و{ $italic }.
markup-unknown = { $tag } علامة لا يمكن عرضها. لا يوجد إلا الخط العريض والمائل: كما في التطبيق، أو { $bold } و{ $italic }.
markup-not-open = { $tag } تُغلق شيئًا لم يُفتح قط. إما حذفها، وإما وضع البداية في مكانها.
markup-crossed = جاءت { $tag } قبل أن تُغلق { $open }. ما فُتح أخيرًا يُغلق أولًا.
markup-open = { $tag } لم تُغلق قط. إما وضع النهاية في مكانها، وإما حذفها.

## الأزرار

letter-links =
    <b>الأزرار تحت النص</b> ({ $language })

    { $lines }

    لتغييرها تُرسَل من جديد، كل زر في سطر: الاسم ثم خط عمودي ثم العنوان.
    <i>قراءة المزيد | https://example.org/news</i>
letter-links-none =
    <b>أزرار تحت النص</b> ({ $language })

    يمكنك إرسال زر أو زرّين، كل زر في سطر: الاسم ثم خط عمودي ثم العنوان.
    <i>قراءة المزيد | https://example.org/news</i>
letter-link = 🔗 { $label } ← { $url }
choice-letter = → النص
choice-links-out = 🗑 بلا أزرار
links-too-many = الحد الأقصى للأزرار: { $most }. نرجو إرسال سطور أقل.
links-without = «{ $text }» بلا عنوان. يُكتب الاسم ثم خط عمودي ثم العنوان، هكذا: قراءة المزيد | https://example.org/news
links-nameless = العنوان «{ $text }» بلا اسم. يُكتب ما يظهر على الزر ثم خط عمودي ثم العنوان.
links-label-long = الاسم «{ $text }» أطول من أن يتسع له زر. الحد الأقصى للأحرف: { $most }.
links-bad = «{ $text }» ليس عنوانًا يمكن فتحه. يجب أن يبدأ بـ https://{ "\u200E" } وأن يكون كاملًا.

## الصورة

letter-picture =
    <b>هذه صورتها.</b>

    لاستبدالها يكفي إرسال صورة أخرى.
letter-picture-none =
    <b>هل نضيف صورة؟</b>

    تُرسَل هنا بوصفها صورة: تظهر فوق النص بكل اللغات. ويجب أن يكون النص تحت الصورة قصيرًا.
choice-picture-out = 🗑 بلا صورة
letter-picture-taken = أُضيفت الصورة.
letter-picture-removed = حُذفت الصورة.

## إرسالها إلى النفس

broadcast-unwritten = لم يُكتب شيء بعد. لنبدأ بنص.
try =
    <b>تجربتها عندك</b>

    بأي لغة؟ ستظهر هنا كما ستصل إلى الناس تمامًا، بصورتها وأزرارها. ولا يصل شيء إلى أحد سواك.
choice-try-language = 👁 { $language }

## لمن هي

audience =
    <b>من تصله</b>

    { $aim }

    <b>وهم</b>
    { $reach }
    المجموع: <b>{ $total }</b>
aim-line-all = • كل من طلب المستجدات
aim-line-locales = • من يقرؤون بهذه اللغات: { $names }
aim-line-countries = • من هم في هذه البلدان: { $names }
aim-line-signed = • من وقّعوا فقط
aim-line-unsigned = • من لم يوقّعوا بعد فقط
aim-line-since = • من انضمّوا في { DATETIME($since, dateStyle: "long") } أو بعده فقط
reach-line = ✅ { $language }: { $count }
reach-fallback = ⚠️ { $language }: { $count }، بلغة أخرى ({ $other })
reach-missing = ▫️ { $language }: { $count }، لم يُكتب شيء بعد
reach-nobody = لا يوجد أحد كهذا.
reach-unknown = لا يمكن معرفة من وقّع من هؤلاء: الحملة ليست مفتوحة، أو عددهم أقل من أن يُسأل عنهم. يبقى اختيار «وقّعوا أو لا».
audience-unknown = لا يمكن معرفة من وقّع إلا والحملة مفتوحة. لا بدّ من اختيار الناس بطريقة أخرى.
audience-narrow = لا يمكن السؤال عمّن وقّع إلا عن عدد كبير معًا، كي لا يُعرَف أحد: من كل البلدان، ومنذ أي تاريخ، وألّا يقلّ عددهم عن { $least }. لا بدّ من إزالة الشروط الأخرى أولًا.
choice-aim-locales = 🌐 حسب اللغة
choice-aim-countries = 🗺 حسب البلد
choice-aim-since = 📅 انضمّوا منذ
choice-signed = ✍️ من وقّعوا فقط
choice-unsigned = ✍️ من لم يوقّعوا فقط
choice-anyone = ✍️ وقّعوا أو لا
aim-locales =
    <b>أي لغات؟</b>

    { $aim }
    المجموع: <b>{ $total }</b>
choice-aim-in = ▫️ { $name }
choice-aim-out = ✅ { $name }
choice-every-language = كل اللغات
aim-countries =
    <b>أي بلدان؟</b>

    { $names }
    المجموع: <b>{ $total }</b>

    يمكنك كتابة بلدان أخرى بينها فواصل. والضغط على بلد يزيله.
aim-countries-all =
    <b>أي بلدان؟</b>

    كلها حتى الآن. المجموع: <b>{ $total }</b>

    يمكنك كتابة أسمائها وبينها فواصل.
choice-every-country = كل البلدان
aim-since =
    <b>منذ متى هم معنا؟</b>

    يمكنك الاختيار أدناه، أو كتابة يوم. تصل إلى من طلبوا المستجدات في ذلك اليوم أو بعده.
aim-since-chosen =
    <b>من انضمّوا في { DATETIME($since, dateStyle: "long") } أو بعده</b>

    يمكنك اختيار شيء آخر، أو كتابة يوم.
choice-since-week = آخر 7 أيام
choice-since-month = آخر 30 يومًا
choice-since-latest = منذ آخر رسالة جماعية ({ DATETIME($since, dateStyle: "long") })
choice-since-ever = أيًّا كان تاريخ انضمامهم
day-unclear = لم نفهم أي يوم هذا. يُكتب هكذا: { "\u200E" }{ $example }
day-or-month = هل الرقم الأول هو اليوم أم الشهر؟ كي لا يختلط الأمر، تُكتب السنة أولًا: { "\u200E" }{ $example }
since-ahead = لم يأتِ هذا اليوم بعد: { DATETIME($since, dateStyle: "long") }.

## قبل تحديد الموعد

broadcast-nobody = لن تصل إلى أحد: لا يوجد أحد كهذا بين من طلبوا المستجدات. لا بدّ من اختيار غيرهم.
gaps =
    <b>لم يُكتب شيء بعد بهذه اللغات</b>

    { $lines }

    إما أن تُكتب الآن، وإما أن تصلهم باللغة الأخرى.
choice-gaps-fine = اللغة الأخرى تكفي
paid =
    <b>هل نرسلها أسرع مقابل نجوم؟</b>

    عدد المتلقّين: { $count }
    السعر: حتى <b>{ $stars } ⭐</b> من رصيد البوت، أي عُشر نجمة عن كل رسالة فوق 30 رسالة مجانية في الثانية

    المدة مجانًا: { $free }
    المدة مقابل نجوم: { $fast }

    يسمح تيليجرام بذلك للبوتات التي تملك 10,000 نجمة على الأقل، بعد تفعيل «Paid broadcasts» في { "\u200E" }@BotFather.
choice-paid-yes = ⭐ نعم، ندفع مقابل السرعة
choice-paid-no = لا، إرسال مجاني
paid-is-on = تمّ: سيكون الإرسال سريعًا مقابل نجوم.
paid-is-off = تمّ: لا تكلّف شيئًا.
lasting-seconds = { $count } ث
lasting-minutes = { $count } د
lasting-hours = { $hours } س و{ $minutes } د

## متى

zone-ask =
    <b>بأي توقيت نكتب لك الساعة؟</b>

    يمكنك الضغط على مدينتك، أو كتابة مدينة أو بلد. لن نسأل إلا مرة واحدة.
zone-which = <b>أيّها المقصود؟</b>
zone-unknown = لا نعرف مدينة اسمها «{ $text }». يمكنك تجربة مدينة أكبر قريبة منها، أو البلد، أو اسم مثل Europe/Paris.
zone-settled = تمّ: أوقاتك الآن بتوقيت { $zone }.
zone-utc = UTC
zone-city = { $city }، { $offset }
choice-zone = 🕓 توقيت آخر
choice-zone-there = { $city } ({ DATETIME($at, timeStyle: "short") })
when =
    <b>متى تُرسَل؟</b>

    الوقت الآن: { $now }. يمكنك الاختيار أدناه، أو كتابة يوم وساعة، هكذا: { "\u200E" }{ $example }
choice-when = 🕓 موعد آخر
choice-now = ▶️ الآن
choice-when-evening = هذا المساء، { DATETIME($at, timeStyle: "short") }
choice-when-morning = صباح الغد، { DATETIME($at, timeStyle: "short") }
choice-when-instead = { DATETIME($at, timeStyle: "short") }، { DATETIME($at, dateStyle: "long") }
broadcast-when = { DATETIME($at, dateStyle: "full", timeStyle: "short") } ({ $zone })
when-unclear = لم نفهم هذا الموعد. يُكتب هكذا: { "\u200E" }{ $example }
when-past = مضى هذا الموعد: { $at }. لا بدّ من موعد قادم.
when-far = هذا الموعد بعد أكثر من سنة: { $at }. لا بدّ من موعد أقرب.
when-skipped = هذه الساعة غير موجودة: عندها تُقدَّم الساعات فتتجاوزها. أقرب موعد موجود: { $after }
when-twice = تظهر هذه الساعة مرتين لأن الساعات تُؤخَّر. اعتُمدت المرة الأولى: { $at }

## نظرة أخيرة

last-look =
    <b>نظرة أخيرة</b>

    { $picture }
    { $links }

    <b>من تصله</b>
    { $aim }
    { $reach }
    المجموع: <b>{ $total }</b>

    <b>متى</b>
    { $when }
    { $quiet }
    { $speed }

    { $second }
look-asleep = 😴 الوقت عندهم ليل ساعة الإرسال، وتصلهم صباحًا: { $count }
look-now = فور تأكيدك
look-at-once = فور الموافقة عليها
look-free = 💸 مجانًا. يستغرق الإرسال نحو { $time }، دون حساب الليالي.
look-paid = 💸 حتى { $stars } ⭐. يستغرق الإرسال نحو { $time }، دون حساب الليالي.
look-second = 🙋 لهذا العدد تلزم موافقة شخصين (الحد الأقصى لشخص واحد: { $most }): يجب أن يوافق أولًا شخص آخر من الفريق.
look-nobody = 🙋 لهذا العدد تلزم موافقة شخصين (الحد الأقصى لشخص واحد: { $most })، وليس في الفريق سواك من يمكنه الموافقة. لا بدّ من دعوة شخص إلى التنظيم، أو اختيار عدد أقل.
look-again = تغيّر شيء منذ نظرتك الأخيرة. نرجو إلقاء نظرة أخرى قبل التأكيد.
choice-confirm-now = ✅ إرسالها الآن
choice-confirm-later = ✅ إرسالها في موعدها
choice-confirm-ask = 🙋 طلب الموافقة
broadcast-goes-now = انطلقت الرسالة. وتُطلعك رسالة مستقلة على تقدّمها أولًا بأول.
broadcast-goes-later = ستُرسَل في موعدها. وحتى ذلك الحين يمكنك استرجاعها.
broadcast-asked = تنتظر موافقة شخص آخر من الفريق. سيُبلَّغ الآن، وسنخبرك بالرد.

## الشخص الثاني

broadcast-waiting =
    <b>سؤال من { $who }: هل تُرسَل هذه الرسالة؟</b>

    «{ $name }»

    <b>من تصله</b>
    { $aim }
    { $reach }
    المجموع عند التأكيد: <b>{ $total }</b>

    <b>متى</b>
    { $when }
    { $quiet }
    { $speed }

    يُستحسن إلقاء نظرة عليها أولًا: «تجربتها عندي».
broadcast-waiting-own =
    <b>تنتظر موافقة شخص آخر من الفريق</b>

    «{ $name }»

    <b>من تصله</b>
    { $aim }
    { $reach }
    المجموع عند التأكيد: <b>{ $total }</b>

    <b>متى</b>
    { $when }
    { $quiet }
    { $speed }

    لا بدّ من موافقة شخص آخر من الفريق؛ ولا تكفي موافقتك ({ $who }).
choice-broadcast-approve = ✅ أوافق على إرسالها
choice-broadcast-reject = ✖️ لا، إعادتها مسودّة
choice-take-back = ↩️ استرجاعها
broadcast-approved = تمّت موافقتك. ستُرسَل في موعدها.
broadcast-rejected = عادت مسودّة، وسيُبلَّغ من كتبها.
broadcast-back = تمّ استرجاعها: عادت مسودّة ولن يُرسَل شيء.
notice-broadcast-waits = 🙋 <b>{ $title }</b>: رسالة جماعية تنتظر موافقة شخص آخر (عدد المتلقّين: { $count }). نرجو إلقاء نظرة.
notice-broadcast-approved = ✅ <b>{ $title }</b>: وافق شخص آخر من الفريق على رسالتك الجماعية. ستُرسَل في موعدها.
notice-broadcast-rejected = ✖️ <b>{ $title }</b>: رفض شخص آخر من الفريق رسالتك الجماعية. عادت مسودّة؛ ومن المفيد أن تتفاهما على ما ينبغي تغييره.
notice-broadcast-grown = 🙋 <b>{ $title }</b>: رسالتك الجماعية لم تُرسَل بعد. من سيتلقّونها الآن أكثر ممّن يجوز لشخص واحد أن يراسلهم بمفرده (العدد: { $count })، لذلك يجب أن يوافق أولًا شخص آخر من الفريق. ونحن نُعلم الفريق بذلك الآن.
notice-broadcast-lost = ✖️ <b>{ $title }</b>: أُوقفت رسالة جماعية نهائيًا. كان تحديد من تصلهم يتوقّف على من وقّع، ومنذ إغلاق الحملة لم يعد أحد يستطيع معرفة ذلك.
choice-look = 👁 إلقاء نظرة

## في الطريق

broadcast-taken-back = «{ $name }» مسودّة؛ لا يُرسَل شيء.
broadcast-waits =
    🙋 <b>«{ $name }» تنتظر موافقة شخص آخر</b>

    عدد المتلقّين: { $size }
    { $when }
broadcast-scheduled =
    📅 <b>«{ $name }»: حُدّد موعدها</b>

    عدد المتلقّين: { $size }
    { $when }
broadcast-preparing =
    📤 <b>«{ $name }» تبدأ</b>

    { $bar }
    يجري إعداد القائمة. عدد المتلقّين تقريبًا: { $size }
broadcast-sending =
    📤 <b>«{ $name }» في الطريق</b>

    { $bar }
    ✉️ أُرسلت إلى: { $sent } من { $size }
    { $lines }

    { $pace }
broadcast-paused =
    ⏸ <b>«{ $name }» متوقّفة مؤقتًا</b>

    { $bar }
    ✉️ أُرسلت إلى: { $sent } من { $size }
    { $lines }

    لن يُرسَل شيء آخر قبل استئنافها.
broadcast-done =
    ✅ <b>«{ $name }» أُرسلت</b>

    ✉️ أُرسلت إلى: { $sent } من { $size }
    { $lines }

    انتهت: { $ended }
broadcast-cancelled =
    ✖️ <b>«{ $name }» أُوقفت نهائيًا</b>

    ✉️ أُرسلت إلى: { $sent } من { $size }
    ✂️ لن تصلهم بعد الآن: { $left }
    { $lines }

    أُوقفت: { $ended }
progress-blocked = 🚫 حظروا البوت: { $count }
progress-unknown = ❓ غير مؤكَّد هل وصلتهم، فقد انقطع الاتصال أثناء الإرسال: { $count }
progress-failed = ⚠️ تعذّر الإرسال إليهم: { $count }
progress-unsubscribed = 🔕 أوقفوا الرسائل قبل أن تصلهم: { $count }
progress-rate = ⚡ الرسائل في الثانية: { $count }
progress-left = ⏳ بقي نحو { $time }
progress-asleep = 🌙 الوقت عندهم ليل، وتصلهم صباحًا: { $count }
choice-broadcast-pause = ⏸ إيقاف مؤقت
choice-broadcast-resume = ▶️ استئناف
choice-broadcast-cancel = ✖️ إيقاف نهائي
choice-broadcast-refresh = 🔄 تحديث
choice-watch = 📌 متابعتها في رسالة
broadcast-watched = تُطلعك رسالة مستقلة على تقدّمها أولًا بأول.
cancel-once-more = توقّفت مؤقتًا ولن يُرسَل شيء آخر. لإيقافها نهائيًا يلزم الضغط على «إيقاف نهائي» مرة أخرى؛ ولا رجعة في ذلك.
stop =
    <b>هل نوقف «{ $name }» نهائيًا؟</b>

    ✉️ أُرسلت إلى: { $sent }
    ✂️ لن تصلهم أبدًا: { $left }

    هي متوقّفة مؤقتًا ولا يُرسَل شيء الآن. أما الإيقاف النهائي فلا رجعة فيه.
choice-stop-no = لا، تبقى متوقّفة مؤقتًا
choice-stop-yes = ✖️ نعم، إيقافها نهائيًا
choice-again = ❓ إعادتها لمن ربما لم تصلهم
again =
    <b>هل نرسلها مرة أخرى؟</b>

    عدد من لا يُعرف هل وصلتهم: { $count }

    من وصلتهم منهم ستصلهم الرسالة نفسها مرتين، ومن يصله الشيء مرتين قد يكفّ عن القراءة أو يوقف الرسائل.
choice-again-yes = نعم، إعادة إرسالها
choice-again-no = لا، تبقى كما هي
