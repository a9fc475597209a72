### الحملات في المحادثة: إنشاؤها ونصوصها وإعداداتها وفتحها وإيقافها وإغلاقها.

choice-new_campaign = ➕ حملة جديدة
choice-edit = ✏️ النصوص والإعدادات

# حملة جديدة أو لغة جديدة.

found =
    <b>حملة جديدة</b>

    { $question }
translate =
    <b>{ $language }</b>

    { $question }

    { $original }
campaign-made = حملتكم جاهزة مسودّةً لا يراها أحد سواكم، وأنتم مسؤولون عنها. ما زالت تنقصها أقسام للقراءة، وربما صورة ولغات أخرى.
ask-slug = ما اسمها في الروابط؟ اختاروا اسمًا قصيرًا من a–z و0–9 والشرطات، مثل clean-rivers. لا يمكن تغييره بعد ذلك.
ask-locale = بأي لغة تكتبونها أولًا؟ هي التي يراها من لا يقرأ أيًّا من لغاتها.
ask-rubric = التصنيف: كلمة أو كلمتان فوق العنوان، مثل «التمييز». أقصى عدد من الأحرف: { $most }.
ask-title = العنوان: ما الموضوع، في سطر واحد. أقصى عدد من الأحرف: { $most }.
ask-summary = الملخّص: ماذا يحدث، في جملتين أو ثلاث. أقصى عدد من الأحرف: { $most }.
ask-ask = ما مطلبكم؟ يُقرأ بعد «مطلبنا:». أقصى عدد من الأحرف: { $most }.
ask-purpose = ما الغرض من التواقيع؟ يُقرأ بعد «الغرض:» قبل الموافقة. أقصى عدد من الأحرف: { $most }.
ask-credit = لمن الصورة؟ أقصى عدد من الأحرف: { $most }.
ask-picture-text = ماذا في الصورة؟ صفوها لمن لا يراها. أقصى عدد من الأحرف: { $most }.
ask-section = قسم جديد: عنوانه في السطر الأول ونصّه تحته، في رسالة واحدة. افصلوا بين الفقرات بسطر فارغ. وما زاد يمكن إضافته لاحقًا.
ask-heading = عنوان القسم. أقصى عدد من الأحرف: { $most }.
ask-body = نصّ القسم، وبين الفقرات سطر فارغ. يحلّ محلّ النصّ الحالي. أقصى عدد من الأحرف: { $most }.
ask-more = ماذا تضيفون في آخر القسم؟ أقصى عدد من الأحرف في القسم كلّه: { $most }.
ask-link = رابط لما يستحق القراءة، هكذا: مقال سابق | https://example.org/article
ask-responsible = أي منظمة مسؤولة عن البيانات؟ تُذكر في الموافقة. أقصى عدد من الأحرف: { $most }.
ask-contact = إلى أين يكتب الناس بشأن بياناتهم؟ بريد إلكتروني، أو موقع يبدأ بـ https://.
ask-retention-days = بعد كم يوم من الإغلاق تُمحى التواقيع؟
ask-date = يوم النداء: السنة-الشهر-اليوم، مثل 2026-03-01.
ask-milestones = الأهداف: أعداد من التواقيع تتصاعد وبينها مسافات، مثل 1000 5000 20000.
language-listed = { $language }
choice-days =
    { $days ->
        [zero] لا أيام
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
choice-stop = ترك الأمر كما هو

# الحملة في نظرة.

edit =
    <b>{ $title }</b>
    { $status }

    { $lines }
edit-complete = ✅ { $language }
edit-default = ⭐️ { $language }: لمن لا يقرأ اللغات الأخرى
edit-less = ⚠️ { $language }
edit-missing = ▫️ { $language }: لا ترجمة بعد
less-sections = – الأقسام: { $here }، وفي { $fullest }: { $there }
less-links = – الروابط: { $here }، وفي { $fullest }: { $there }
less-nothing-to-read = – لا قسم للقراءة
less-picture-text = – لم توصف الصورة لمن لا يراها
less-credit = – لم يُذكر صاحب الصورة
choice-edit-text = ✏️ { $language }
choice-edit-add = ➕ { $language }
choice-settings = ⚙️ الإعدادات
choice-opening = 🟢 فتحها
choice-pause = ⏸ إيقاف مؤقت
choice-resume = ▶️ استئناف
choice-closing = ⚪️ إغلاق نهائي
edit-saved = ✅ تمّ الحفظ.
edit-stopped = لم يتغيّر شيء.
edit-changed = ⚠️ غيّر شخص آخر هذا قبل لحظة، فلم يُحفظ شيء. انظروا كيف أصبح.

# المعاينة.

preview = 👁 هذا ما يراه من يقرأ بهذه اللغة ({ $language }):
preview-button = لا يفعل هذا الزرّ شيئًا في المعاينة.
choice-preview = 👁 معاينة
choice-texts = → النصوص

# الكلمات بلغة واحدة.

texts =
    <b>{ $language }</b>

    { $lines }

    الأقسام: { $sections } · الروابط: { $links }
    { $lacks }

    اضغطوا على ما تريدون تغييره.
texts-line = <b>{ $part }:</b> { $text }
part-rubric = التصنيف
part-title = العنوان
part-summary = الملخّص
part-ask = مطلبنا
part-purpose = الغرض
part-credit = صاحب الصورة
part-picture-text = وصف الصورة
part-heading = عنوان القسم
part-section = القسم
part-sections = الأقسام
part-links = الروابط
part-link-title = اسم الرابط
part-link-address = عنوان الرابط
part-translation = كل النصوص
part-responsible = المسؤول عن البيانات
part-contact = للتواصل
part-retention-days = أيام حتى المحو
part-date = التاريخ
part-milestones = الأهداف
part-urgent = الاستعجال
part-asks = ما يُطلب من الموقّعين
part-default-locale = اللغة الأساسية
part-picture = الصورة
sections =
    <b>الأقسام ({ $language }): { $count }</b>

    اضغطوا على القسم الذي تريدون تغييره.
section-listed = { $heading }
section =
    <b>{ $heading }</b>

    { $text }

    الأحرف: { $length } من { $most }
section-drop = أتريدون حذف القسم «{ $heading }»؟
choice-sections = 📖 الأقسام
choice-section-add = ➕ قسم جديد
choice-heading = عنوان القسم
choice-body = كتابته من جديد
choice-more = إضافة في آخره
choice-section-up = ⬆️ إلى أعلى
choice-section-drop = ✖️ حذف
choice-section-drop-yes = نعم، احذفوه
choice-section-keep = لا
links =
    <b>الروابط ({ $language }): { $count }</b>

    تظهر تحت الصفحة الأخيرة. زرّ ✖️ يحذف رابطًا.
choice-links = 🔗 الروابط
choice-link-add = ➕ رابط جديد
choice-link-drop = ✖️ { $title }

# الكتابة.

write =
    { $language }
    { $question }

    { $now }

    { $original }
write-language = <b>{ $language }</b>
write-now =
    <b>الآن:</b>
    { $text }
write-original =
    <b>{ $language }:</b>
    { $text }
write-sure =
    <b>هذا يغيّر ما يوافق عليه الناس</b>

    { $part }: { $text }

    العريضة مفتوحة، وهذا الكلام جزء من الموافقة. التواقيع حتى الآن: { $total }. وافق أصحابها على الكلام السابق، فأنتم ملتزمون به تجاههم. أما من يوقّع في هذه اللحظة فستُطلب موافقته من جديد.

    أنحفظ؟
choice-write-yes = نعم، احفظوه
choice-write-again = كتابته من جديد
choice-write-empty = تركه فارغًا

# الإعدادات.

settings =
    <b>الإعدادات: { $title }</b>

    المسؤول عن البيانات: { $responsible }
    للتواصل: { $contact }
    الأيام بين الإغلاق ومحو التواقيع: { NUMBER($days, useGrouping: 0) }
    التاريخ: { DATETIME($date, dateStyle: "long") }
    اللغة الأساسية: { $default }
    { $urgent }
    { $picture }

    <b>الأهداف</b>
    { $milestones }

    <b>ما يُطلب من الموقّعين</b>
    { $asks }
settings-urgent = 🚨 معلَّمة بأنها عاجلة
settings-not-urgent = غير معلَّمة بأنها عاجلة
settings-picture = مع صورة
settings-no-picture = بلا صورة
settings-usual-milestones = الأهداف المعتادة: 100 ثم 250 ثم 500 ثم 1000 وهكذا
settings-milestone = • { $milestone }
choice-asks = ما يُطلب من الموقّعين
choice-picture = 🖼 الصورة
choice-main-language = اللغة الأساسية
choice-urgent-on = 🚨 عاجلة
choice-urgent-off = لم تعد عاجلة
asks =
    <b>ما يُطلب من الموقّعين</b>

    { $lines }

    { $consent }

    كل زرّ يُظهر ما سيصير إليه الأمر.
asks-consent = ⚠️ العريضة مفتوحة، والموافقة تذكر ما يُطلب: من يوقّع في هذه اللحظة ستُطلب موافقته من جديد.
asks-name-no = الاسم: لا يُطلب
asks-name-optional = الاسم: يمكن إخفاؤه
asks-name-required = الاسم: ضروري
asks-country-no = البلد: لا يُطلب
asks-country-optional = البلد: اختياري
asks-country-required = البلد: ضروري
asks-email-no = البريد: لا يُطلب
asks-email-optional = البريد: اختياري
asks-email-required = البريد: ضروري
asks-comment-no = التعليق: لا يُطلب
asks-comment-optional = التعليق: اختياري
asks-comment-required = التعليق: ضروري
main-language =
    <b>اللغة الأساسية: { $language }</b>

    هي التي يراها من لا يقرأ أيًّا من لغات الحملة. يمكن اختيار أي لغة لها نصوص.
picture = هذه هي الصورة الحالية. لتغييرها أرسلوا صورة أخرى. ولا تنسوا ذكر صاحبها ووصفها بكل لغة.
picture-none = لا توجد صورة بعد. أرسلوا صورة: مقاس 1280 × 720 بكسل جيد في كل مكان. وتأكدوا أن لكم حق استعمالها وأنها لا تعرّض أحدًا للخطر.
picture-saved = ✅ حُفظت الصورة، من دون ما كان في ملفها عن الكاميرا وصاحبها. صفوها بكل لغة واذكروا من التقطها.
picture-lost = ⚠️ تعذّر جلب هذه الصورة، وربما كانت كبيرة جدًا. أرسلوها بوصفها صورة لا تتجاوز 5 ميغابايت.
picture-heavy = ⚠️ هذه الصورة أكبر من 5 ميغابايت. صغّروها أو أرسلوها بوصفها صورة.
picture-kind = ⚠️ هذه ليست صورة PNG ولا JPEG.
picture-bomb = ⚠️ في هذه الصورة عدد هائل من البكسلات. صغّروها.
picture-damaged = ⚠️ هذه الصورة تالفة أو ناقصة. احفظوها من جديد.
picture-place = ⚠️ تكشف هذه الصورة مكان التقاطها، وقد يعرّض ذلك أشخاصًا للخطر. أرسلوها بوصفها صورة لا ملفًا، أو امحوا بياناتها الوصفية.
picture-small = ⚠️ مقاس هذه الصورة { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } بكسل، وأقلّ ما يلزم لكل جانب { NUMBER($most, useGrouping: 0) }.
picture-large = ⚠️ مقاس هذه الصورة { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } بكسل، وأقصى ما يُقبل لكل جانب { NUMBER($most, useGrouping: 0) }.
picture-shape = ⚠️ مقاس هذه الصورة { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } بكسل، وهي مستطيلة أكثر مما ينبغي. قصّوها حتى لا يزيد جانب على الآخر بأكثر من { $most } أضعاف.
choice-picture-drop = ✖️ حذف الصورة

# هل التوقيع متاح.

open-no-key =
    <b>قبل الفتح لا بدّ من مفتاح</b>

    ما يكتبه الناس عند التوقيع يُقفَل بمفتاح منظمتكم، حتى لا يستطيع أحد قراءته على الخادم. ولم يُثبت أحد بعد أن لديه مفتاحًا كهذا. يفعل ذلك مرة واحدة، لكل الحملات، من يدير الخادم:

    1. على جهاز خاص بكم: python -m bot keys new --out organisation.key
    2. احفظوا هذا الملف ونسخة منه في مكان آمن بعيد عن الخادم: من دونه لن يستطيع أحد قراءة أي اسم أبدًا.
    3. الأمر python -m bot keys --help يشرح كيف يُثبَت المفتاح من دون حمله إلى الخادم.

    ثم عودوا وافتحوا { $slug }.
open-sure =
    <b>أتفتحون «{ $title }»؟</b>

    عندئذ يستطيع الجميع قراءتها والتوقيع عليها.

    اللغات: { $languages }
    { $lines }

    المسؤول عن البيانات: { $responsible }
    { $keys ->
        [1] ستُقفَل التواقيع بالمفتاح { $key }… تأكدوا أن نصفه الخاص في أيدٍ أمينة: من دونه لن يستطيع أحد قراءة أي اسم أبدًا.
       *[other] بأي مفتاح تُقفَل التواقيع؟ تأكدوا أن نصفه الخاص في أيدٍ أمينة: من دونه لن يستطيع أحد قراءة أي اسم أبدًا.
    }
choice-open-yes = نعم، افتحوها
choice-open-with = فتحها بالمفتاح { $key }…
campaign-opened = 🟢 فُتحت الحملة. التوقيع متاح.
campaign-paused = ⏸ أُوقفت مؤقتًا. لا يمكن التوقيع الآن، وكل توقيع سابق ما زال محسوبًا، وما زال سحبه ممكنًا.
campaign-resumed = 🟢 استُؤنفت الحملة. التوقيع متاح من جديد.
campaign-closed = ⚪️ أُغلقت نهائيًا. شكرًا لكل ما فعلتموه من أجلها.
close-sure =
    <b>أتغلقون «{ $title }» نهائيًا؟</b>

    التواقيع حتى الآن: { $total }

    لن يستطيع أحد التوقيع بعد ذلك أبدًا، ولا يمكن فتحها من جديد. ويُتلَف كل ما يصل بين الشخص وتوقيعه: فلا يُعرف بعدها من وقّع، ولن يستطيع أحد أن يجد توقيعه هنا أو يسحبه أو يمحوه. ومن أراد أن يعرف كم شخصًا انضمّ عن طريقه فلن يصله شيء بعد ذلك.

    الأيام الباقية بعد الإغلاق حتى محو التواقيع: { NUMBER($days, useGrouping: 0) }. فُكّوا تشفير ما تحتاجون إليه وسلّموه قبل ذلك.

    وإن أردتم التوقف مدة فقط، فأوقفوها مؤقتًا.
close-really =
    <b>أتغلقون «{ $title }» حقًا؟</b>

    لن يستطيع أحد التراجع عن ذلك. التواقيع حتى الآن: { $total }. الأيام حتى محوها: { NUMBER($days, useGrouping: 0) }.
choice-close-yes = نعم، أغلقوها
choice-close-for-good = إغلاقها إلى الأبد

# ما الخطأ في ما كُتب.

rule-hidden = ⚠️ فيه حرف لا يراه أحد: { $names }. اكتبوا الكلمات من جديد بدل لصقها.
rule-too-long = ⚠️ أطول مما ينبغي ({ $what }). عدد الأحرف: { $length }، والمتاح { $most }. الزائد: { $over }.
rule-empty = ⚠️ هذا فارغ ({ $what }).
rule-card = ⚠️ التصنيف والعنوان والملخّص والمطلب وصاحب الصورة على بطاقة واحدة. عدد أحرفها معًا: { $length }، والمتاح { $most }. الزائد: { $over }.
rule-heading-empty = ⚠️ عنوان القسم فارغ.
rule-section-empty = ⚠️ لا شيء تحت العنوان. اكتبوا العنوان في السطر الأول والنصّ تحته.
rule-too-many-sections = ⚠️ أقصى عدد من الأقسام: { $most }.
rule-too-many-links = ⚠️ أقصى عدد من الروابط: { $most }.
rule-link = ⚠️ الرابط اسم ثم خطّ عمودي ثم عنوان: مقال سابق | https://example.org/article
rule-address = ⚠️ هذا ليس عنوان موقع: { $address }. يجب أن يبدأ بـ https://.
rule-slug = ⚠️ استعملوا من 1 إلى 24 من a–z و0–9 والشرطات، من دون شرطة في أوله ولا في آخره.
rule-slug-taken = ⚠️ توجد حملة بهذا الاسم. اختاروا اسمًا آخر.
rule-language = ⚠️ اضغطوا على إحدى اللغات أدناه.
rule-contact = ⚠️ هذا ليس بريدًا إلكترونيًا ولا موقعًا يبدأ بـ https://.
rule-days = ⚠️ اكتبوا عددًا من الأيام بين 1 و{ NUMBER($most, useGrouping: 0) }.
rule-date = ⚠️ لا يوجد يوم كهذا. اكتبوا السنة-الشهر-اليوم، مثل 2026-03-01.
rule-milestone = ⚠️ كل هدف عدد بين 1 و{ $most }.
rule-milestones-form = ⚠️ اكتبوا أعدادًا صحيحة فقط، بلا نقاط، وبينها مسافات: 1000 5000 20000.
rule-milestones-order = ⚠️ يجب أن يكون كل هدف أكبر من الذي قبله.
rule-too-many-milestones = ⚠️ أقصى عدد من الأهداف: { $most }.
rule-markup = ℹ️ تظهر النصوص كما كُتبت: ستظهر النجوم والأقواس والوسوم أيضًا.

# السجلّ.

deed-created = إنشاء الحملة
deed-imported = استيرادها من مجلد
deed-text = تغيير نصّ ({ $language }): { $what }
deed-setting = تغيير إعداد: { $what }
deed-opened = فتح الحملة
deed-paused = إيقاف الحملة مؤقتًا
deed-resumed = استئناف الحملة
deed-closed = إغلاق الحملة نهائيًا
