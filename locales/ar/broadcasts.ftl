### الرسائل الجماعية: الكتابة إلى من يريدون معرفة ما يجري بعد ذلك.

choice-broadcasts = 📣 الرسائل الجماعية
broadcasts =
    <b>الرسائل الجماعية</b> ({ $title })

    تصل إلى من يريدون معرفة ما يجري بعد ذلك. اضغطوا على إحداها لتروا أين وصلت.
broadcasts-none =
    <b>الرسائل الجماعية</b> ({ $title })

    لا توجد رسالة بعد. تصل الرسالة الجماعية إلى من يريدون معرفة ما يجري بعد ذلك: تكتبونها مرة واحدة بكل لغة، وتنظرون إليها، ثم تختارون من يتلقّاها ومتى.
choice-new-broadcast = ✏️ كتابة رسالة جديدة
choice-broadcast-listed = { $state } { $name }
broadcast-nameless = رقم { NUMBER($number, useGrouping: 0) }، ما زالت فارغة
broadcast-gone = لم تعد هذه الرسالة موجودة.
broadcast-no-draft = لم تعد هذه مسودّة، فلا يمكن تغييرها. إليكم حالها الآن.
broadcast-changed = سبقكم أحدهم: تغيّرت الرسالة منذ أن رأيتموها. إليكم حالها الآن، ولم يُنفَّذ شيء.
broadcast-somebody = أحد أعضاء الفريق

## المسودّة

broadcast-draft =
    <b>المسودّة رقم { NUMBER($number, useGrouping: 0) }</b>

    { $letters }
    { $picture }

    <b>من يتلقّاها</b>
    { $aim }
    { $reach }
    المجموع: <b>{ $total }</b>

    { $quiet }
    { $paid }
draft-letter = ✅ { $language }
draft-letter-links = ✅ { $language } (الأزرار: { $count })
draft-letter-missing = ▫️ { $language }: لم تُكتب بعد
draft-picture = 🖼 مع صورة
draft-no-picture = 🖼 بلا صورة
draft-quiet = 🌙 لا نزعج أحدًا ليلًا: لا يصل شيء بين التاسعة مساءً والثامنة صباحًا بتوقيت كل بلد.
draft-loud = 🔔 تصل في أي ساعة، وفي الليل أيضًا.
draft-paid = ⭐ إرسال أسرع مقابل Stars.
choice-broadcast = → الرسالة
choice-letters = ✍️ النصوص
choice-letter-picture = 🖼 الصورة
choice-audience = 👥 من يتلقّاها
choice-try = 👁 أرسلوها إليّ
choice-quiet-on = 🌙 لا إرسال ليلًا
choice-quiet-off = 🔔 الإرسال ليلًا أيضًا
choice-paid = ⭐ إرسال أسرع
choice-paid-on = ⭐ الإرسال الأسرع مفعّل
choice-schedule = 📅 الإرسال…
choice-drop = 🗑 التخلّص منها
broadcast-drop = هل تريدون التخلّص من «{ $name }»؟ ستضيع نصوصها.
choice-drop-yes = نعم، تخلّصوا منها
choice-drop-no = لا، أبقوها
broadcast-dropped = أُزيلت المسودّة.
quiet-is-on = تمّ: من كان الوقت عنده ليلًا يتلقّاها صباحًا.
quiet-is-off = تمّ: تصل في أي ساعة، وفي الليل أيضًا.

## النصوص

letters =
    <b>النصوص</b>

    { $lines }

    من يقرأ لغة لم يُكتب بها شيء تصله الرسالة بلغة الحملة.
letters-written = ✅ { $language } (القرّاء: { $count })
letters-missing = ▫️ { $language }: ناقصة (القرّاء: { $count })
choice-write-next = ◀️ التالية: { $language }
choice-write-there = ✅ { $language }
choice-write = ▫️ { $language }
letter-ask =
    <b>ماذا تريدون أن تقولوا بهذه اللغة: { $language }؟</b>

    اكتبوه رسالةً عادية وأرسلوه؛ ويبقى الخط العريض والمائل كما هو. ثم ترونه كما سيراه قرّاؤه.
letter-again =
    <b>ماذا تريدون أن تقولوا بدلًا من ذلك بهذه اللغة: { $language }؟</b>

    أرسلوا النص الجديد؛ ويبقى الخط العريض والمائل كما هو. وحتى ذلك الحين يبقى النص القديم.
letter-empty = ليس في هذا أي كلمة. أرسلوا النص نفسه.
letter-too-long = هذا أطول من أن تتسع له رسالة واحدة ({ $language }). الأحرف الزائدة: { $count }. لم يتغيّر شيء.
letter-too-long-pictured = هذا أطول من أن يتسع له ما تحت الصورة ({ $language }). الأحرف الزائدة: { $count }. اختصروه أو أرسلوه بلا صورة. لم يتغيّر شيء.
letter-removed = أُزيل النص ({ $language }).
preview-stop = بهذا الزر يوقف الناس هذه الرسائل. أما هنا، عندكم، فلا يفعل شيئًا.
choice-write-done = ✓ هذا جيد
choice-write-links = 🔗 الأزرار
choice-write-anew = ✏️ إعادة الكتابة
choice-write-out = 🗑 إزالة
markup-unfinished = { $tag } علامة غير مكتملة: تنقصها النهاية. استعملوا الخط العريض والمائل في تطبيقكم، أو اكتبوا { $bold } و { $italic }.
markup-unknown = { $tag } علامة لا يمكن عرضها. لا يوجد إلا الخط العريض والمائل: كما في تطبيقكم، أو { $bold } و { $italic }.
markup-not-open = { $tag } تُغلق شيئًا لم يُفتح قط. أزيلوها أو ضعوا البداية في مكانها.
markup-crossed = جاءت { $tag } قبل أن تُغلق { $open }. ما فُتح أخيرًا يُغلق أولًا.
markup-open = { $tag } لم تُغلق قط. ضعوا النهاية في مكانها أو أزيلوها.

## الأزرار

letter-links =
    <b>الأزرار تحت النص</b> ({ $language })

    { $lines }

    لتغييرها أرسلوها من جديد، كل زر في سطر: الاسم ثم خط عمودي ثم العنوان.
    <i>اقرؤوا المزيد | https://example.org/news</i>
letter-links-none =
    <b>أزرار تحت النص</b> ({ $language })

    أرسلوا زرًّا أو زرّين، كل زر في سطر: الاسم ثم خط عمودي ثم العنوان.
    <i>اقرؤوا المزيد | https://example.org/news</i>
letter-link = 🔗 { $label } ← { $url }
choice-letter = → النص
choice-links-out = 🗑 بلا أزرار
links-too-many = الحد الأقصى للأزرار: { $most }. أرسلوا سطورًا أقل.
links-without = «{ $text }» بلا عنوان. اكتبوا الاسم ثم خطًّا عموديًا ثم العنوان، هكذا: اقرؤوا المزيد | https://example.org/news
links-nameless = العنوان «{ $text }» بلا اسم. اكتبوا ما يظهر على الزر ثم خطًّا عموديًا ثم العنوان.
links-label-long = الاسم «{ $text }» أطول من أن يتسع له زر. الحد الأقصى للأحرف: { $most }.
links-bad = «{ $text }» ليس عنوانًا يمكن فتحه. يجب أن يبدأ بـ https:// وأن يكون كاملًا.

## الصورة

letter-picture =
    <b>هذه صورتها.</b>

    لاستبدالها أرسلوا صورة أخرى.
letter-picture-none =
    <b>هل تريدون صورة؟</b>

    أرسلوها كصورة: تظهر فوق النص بكل اللغات. ويجب أن يكون النص تحت الصورة قصيرًا.
choice-picture-out = 🗑 بلا صورة
letter-picture-taken = أُضيفت الصورة.
letter-picture-removed = أُزيلت الصورة.

## إرسالها إلى النفس

broadcast-unwritten = لم يُكتب شيء بعد. ابدؤوا بنص.
try =
    <b>أرسلوها إليّ</b>

    بأي لغة؟ الرسالة التالية في هذه المحادثة هي الرسالة الجماعية نفسها، كما سيتلقّاها الناس تمامًا، بصورتها وأزرارها. ولا يصل شيء إلى أحد غيركم.
choice-try-language = 👁 { $language }

## لمن هي

audience =
    <b>من يتلقّاها</b>

    { $aim }

    <b>أي</b>
    { $reach }
    المجموع: <b>{ $total }</b>
aim-line-all = • كل من طلب معرفة المستجدّات
aim-line-locales = • من يقرؤون: { $names }
aim-line-countries = • من هم في: { $names }
aim-line-signed = • من وقّعوا فقط
aim-line-unsigned = • من لم يوقّعوا بعد فقط
aim-line-since = • من انضمّوا في { DATETIME($since, dateStyle: "long") } أو بعده فقط
reach-line = { $language }: { $count }
reach-fallback = ⚠️ { $language }: { $count }، تصلهم بلغة أخرى ({ $other })
reach-missing = ▫️ { $language }: { $count }، لم يُكتب شيء بعد
reach-nobody = لا يوجد أحد كهذا.
reach-unknown = لم يعد ممكنًا معرفة من وقّع: الحملة ليست مفتوحة. اختاروا «وقّعوا أو لا».
audience-unknown = لا يمكن معرفة من وقّع إلا والحملة مفتوحة. اختاروا الناس بطريقة أخرى.
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

    اكتبوا بلدانًا أخرى تفصل بينها فواصل. ولإزالة بلد اضغطوا عليه.
aim-countries-all =
    <b>أي بلدان؟</b>

    كلها حتى الآن. المجموع: <b>{ $total }</b>

    اكتبوا أسماءها تفصل بينها فواصل.
choice-every-country = كل البلدان
aim-since =
    <b>منذ متى هم معنا؟</b>

    اختاروا أو اكتبوا يومًا. تصل إلى من انضمّوا في ذلك اليوم أو بعده.
aim-since-chosen =
    <b>من انضمّوا في { DATETIME($since, dateStyle: "long") } أو بعده</b>

    اختاروا شيئًا آخر أو اكتبوا يومًا.
choice-since-week = آخر 7 أيام
choice-since-month = آخر 30 يومًا
choice-since-latest = منذ آخر رسالة جماعية ({ DATETIME($since, dateStyle: "medium") })
choice-since-ever = أيًّا كان تاريخ انضمامهم
day-unclear = لم أفهم أي يوم هذا. اكتبوه هكذا: { $example }
day-or-month = هل الرقم الأول هو اليوم أم الشهر؟ حتى لا يختلط الأمر على أحد ابدؤوا بالسنة: { $example }
since-ahead = لم يأتِ هذا اليوم بعد: { DATETIME($since, dateStyle: "long") }.

## قبل تحديد الموعد

broadcast-nobody = لن يتلقّاها أحد: لا يوجد أحد كهذا بين من طلبوا معرفة المستجدّات. اختاروا غيرهم.
gaps =
    <b>لم يُكتب شيء بعد بهذه اللغات</b>

    { $lines }

    اكتبوه الآن، أو لتصلهم باللغة الأخرى.
choice-gaps-fine = اللغة الأخرى تكفي
paid =
    <b>هل تريدون إرسالًا أسرع مقابل Stars؟</b>

    من يتلقّونها: { $count }
    السعر: حتى <b>{ $stars } ⭐</b> من رصيد البوت، عُشر واحدة عن كل رسالة تزيد على 30 رسالة مجانية في الثانية

    المدّة مجانًا: { $free }
    المدّة مقابل Stars: { $fast }

    يسمح تيليغرام بذلك للبوتات التي تملك 10,000 Stars على الأقل، بعد تفعيل «Paid broadcasts» في @BotFather.
choice-paid-yes = ⭐ نعم، ندفع مقابل السرعة
choice-paid-no = لا، إرسال مجاني
paid-is-on = تمّ: سيكون الإرسال سريعًا وتُدفع مقابله Stars.
paid-is-off = تمّ: لا تكلّف شيئًا.
lasting-seconds = { $count } ث
lasting-minutes = { $count } د
lasting-hours = { $hours } س و { $minutes } د

## متى

zone-ask =
    <b>بأي توقيت تقرؤون الساعة؟</b>

    اضغطوا على مدينتكم، أو اكتبوا مدينة أو بلدًا. لن أسأل إلا مرة واحدة.
zone-which = <b>أيّها تقصدون؟</b>
zone-unknown = لا أعرف مدينة اسمها «{ $text }». جرّبوا مدينة أكبر قريبة منها، أو البلد، أو اسمًا مثل Europe/Paris.
zone-settled = تمّ: أوقاتكم الآن بتوقيت { $zone }.
zone-utc = UTC
zone-city = { $city }، { $offset }
choice-zone = 🕓 توقيت آخر
choice-zone-there = { $city } ({ DATETIME($at, timeStyle: "short") })
when =
    <b>متى تُرسَل؟</b>

    الوقت الآن: { $now }. اختاروا، أو اكتبوا يومًا وساعة، هكذا: { $example }
choice-when = 🕓 موعد آخر
choice-now = ◀️ الآن
choice-when-evening = هذا المساء، { DATETIME($at, timeStyle: "short") }
choice-when-morning = صباح الغد، { DATETIME($at, timeStyle: "short") }
choice-when-instead = { DATETIME($at, timeStyle: "short") }، { DATETIME($at, dateStyle: "medium") }
broadcast-when = { DATETIME($at, dateStyle: "full", timeStyle: "short") } ({ $zone })
when-unclear = لم أفهم هذا الموعد. اكتبوه هكذا: { $example }
when-past = مضى هذا الموعد: { $at }. اختاروا موعدًا قادمًا.
when-far = هذا الموعد بعد أكثر من سنة: { $at }. اختاروا موعدًا أقرب.
when-skipped = هذه الساعة غير موجودة: تُقدَّم الساعات حينها فتقفز فوقها. أقرب موعد موجود: { $after }
when-twice = تظهر هذه الساعة مرتين لأن الساعات تُؤخَّر. اعتُمدت المرة الأولى: { $at }

## نظرة أخيرة

last-look =
    <b>نظرة أخيرة</b>

    { $letters }
    { $picture }
    { $links }

    <b>من يتلقّاها</b>
    { $aim }
    { $reach }
    المجموع: <b>{ $total }</b>

    <b>متى</b>
    { $when }
    { $quiet }
    { $speed }

    { $second }
look-letter = ✅ { $language }
look-now = فور تأكيدكم
look-at-once = فور الموافقة عليها
look-free = 💸 مجانًا. يستغرق الإرسال نحو { $time }، من دون حساب الليالي.
look-paid = 💸 حتى { $stars } ⭐. يستغرق الإرسال نحو { $time }، من دون حساب الليالي.
look-second = 🙋 لهذا العدد يلزم اثنان (الحد الأقصى لشخص واحد: { $most }): يجب أن يوافق أولًا شخص آخر من الفريق.
look-nobody = 🙋 لهذا العدد يلزم اثنان (الحد الأقصى لشخص واحد: { $most })، وليس في الفريق من يمكنه الموافقة غيركم. ادعوا شخصًا إلى التنظيم أو اختاروا عددًا أقل.
look-again = تغيّر شيء منذ نظرتكم الأخيرة. انظروا مرة أخرى ثم أكّدوا.
choice-confirm-now = ✅ أرسلوها الآن
choice-confirm-later = ✅ أرسلوها في موعدها
choice-confirm-ask = 🙋 طلب الموافقة
broadcast-goes-now = انطلقت الرسالة. ستُظهر لكم رسالة خاصة أين وصلت.
broadcast-goes-later = ستُرسَل في موعدها. وحتى ذلك الحين يمكنكم استرجاعها.
broadcast-asked = تنتظر موافقة شخص آخر من الفريق. سيُبلَّغ الآن، وستعرفون ردّه.

## الشخص الثاني

broadcast-waiting =
    <b>سؤال من { $who }: هل تُرسَل هذه؟</b>

    «{ $name }»
    { $letters }

    <b>من يتلقّاها</b>
    { $aim }
    { $reach }
    المجموع عند التأكيد: <b>{ $total }</b>

    <b>متى</b>
    { $when }
    { $quiet }
    { $speed }

    انظروا إليها أولًا: «أرسلوها إليّ».
broadcast-waiting-own =
    <b>تنتظر موافقة شخص آخر من الفريق</b>

    «{ $name }»
    { $letters }

    <b>من يتلقّاها</b>
    { $aim }
    { $reach }
    المجموع عند التأكيد: <b>{ $total }</b>

    <b>متى</b>
    { $when }
    { $quiet }
    { $speed }

    يجب أن يوافق شخص آخر من الفريق؛ ولا يمكنكم ({ $who }) الموافقة بأنفسكم.
choice-broadcast-approve = ✅ نوافق، لتُرسَل
choice-broadcast-reject = ✖️ لا، إلى المسودّة
choice-take-back = ↩️ استرجاعها
broadcast-approved = لقد وافقتم. ستُرسَل في موعدها.
broadcast-rejected = عادت مسودّة، وسيُبلَّغ من كتبها.
broadcast-back = استرجعتموها: عادت مسودّة ولا يُرسَل شيء.
notice-broadcast-waits = 🙋 <b>{ $title }</b>: رسالة جماعية تنتظر موافقة شخص آخر (من يتلقّونها: { $count }). هل تلقون نظرة؟
notice-broadcast-approved = ✅ <b>{ $title }</b>: وافق شخص آخر من الفريق على رسالتكم الجماعية. ستُرسَل في موعدها.
notice-broadcast-rejected = ✖️ <b>{ $title }</b>: لم يوافق شخص آخر من الفريق على رسالتكم الجماعية. عادت مسودّة؛ تحدّثوا معًا عمّا ينبغي تغييره.
choice-look = 👁 إلقاء نظرة

## في الطريق

broadcast-taken-back = «{ $name }» مسودّة؛ لا يُرسَل شيء.
broadcast-waits =
    🙋 <b>«{ $name }» تنتظر موافقة شخص آخر</b>

    من يتلقّونها: { $size }
    { $when }
broadcast-scheduled =
    📅 <b>«{ $name }» محدَّدة الموعد</b>

    من يتلقّونها: { $size }
    { $when }
broadcast-preparing =
    📤 <b>«{ $name }» تبدأ</b>

    { $bar }
    يجري إعداد القائمة. عدد من يتلقّونها تقريبًا: { $size }
broadcast-sending =
    📤 <b>«{ $name }» في الطريق</b>

    { $bar }
    ✉️ أُرسل: { $sent } من { $size }
    { $lines }

    { $pace }
broadcast-paused =
    ⏸ <b>«{ $name }» متوقّفة مؤقتًا</b>

    { $bar }
    ✉️ أُرسل: { $sent } من { $size }
    { $lines }

    لن يُرسَل شيء آخر حتى تستأنفوها.
broadcast-done =
    ✅ <b>«{ $name }» أُرسلت</b>

    ✉️ أُرسل: { $sent } من { $size }
    { $lines }

    انتهت: { $ended }
broadcast-cancelled =
    ✖️ <b>«{ $name }» أُوقفت نهائيًا</b>

    ✉️ أُرسل: { $sent } من { $size }
    { $lines }
    ✂️ لن تصلهم بعد الآن: { $left }

    أُوقفت: { $ended }
progress-blocked = 🚫 حظروا البوت: { $count }
progress-unknown = ❓ لا أحد يعرف هل وصلتهم، فقد انقطع الاتصال: { $count }
progress-failed = ⚠️ تعذّر الإرسال: { $count }
progress-unsubscribed = 🔕 أوقفوا الرسائل قبل أن تصلهم: { $count }
progress-rate = ⚡ الرسائل في الثانية: { $count }
progress-left = ⏳ بقي نحو { $time }
progress-asleep = 🌙 الوقت عندهم ليل، تصلهم صباحًا: { $count }
choice-broadcast-pause = ⏸ إيقاف مؤقت
choice-broadcast-resume = ◀️ استئناف
choice-broadcast-cancel = ✖️ إيقاف نهائي
choice-broadcast-refresh = 🔄 تحديث
choice-watch = 👁 متابعتها في رسالة
broadcast-watched = ستُظهر لكم رسالة خاصة أين وصلت.
cancel-once-more = توقّفت مؤقتًا ولا يُرسَل شيء آخر. لإيقافها نهائيًا اضغطوا على «إيقاف نهائي» مرة أخرى؛ ولا رجوع عن ذلك.
choice-again = ❓ الإعادة لمن لا نعرف حالهم
again =
    <b>هل تريدون إرسالها مرة أخرى؟</b>

    من لا يعرف أحد هل وصلتهم: { $count }

    من وصلتهم منهم ستصلهم الرسالة نفسها مرتين، ومن يتلقّى الشيء مرتين يكفّ عن القراءة أو يوقف الرسائل.
choice-again-yes = نعم، أعيدوا إرسالها
choice-again-no = لا، اتركوها كما هي

## ما تمّ

deed-broadcast-written = كتب نص الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ({ $language })
deed-broadcast-illustrated = غيّر صورة الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-aimed = اختار من يتلقّى الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-dropped = تخلّص من المسودّة رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-quiet = منع إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ليلًا
deed-broadcast-loud = سمح بإرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ليلًا
deed-broadcast-paid = اختار دفع Stars مقابل سرعة الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-unpaid = اختار إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } مجانًا
