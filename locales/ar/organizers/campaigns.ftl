### الحملات في المحادثة: إنشاؤها ونصوصها وإعداداتها وفتحها وإيقافها وإغلاقها.

choice-new_campaign = ➕ حملة جديدة
choice-edit = ✏️ النصوص والإعدادات

# حملة جديدة أو لغة جديدة.

found =
    <b>حملة جديدة</b> · { $number } / { $count }

    { $question }
translate =
    <b>{ $language }</b> · { $number } / { $count }

    { $question }

    { $original }
campaign-made = حملتك جاهزة: هي مسودّة لا يراها أحد سواك، ومسؤوليتها لك. ما زالت تنقصها أقسام للقراءة، وربما صورة ولغات أخرى.
ask-slug = ما اسمها في الروابط؟ يكفي اسم قصير من الحروف a–z والأرقام { "\u200E" }0–9 والشرطات، مثل clean-rivers. ولا يمكن تغييره بعد ذلك.
ask-locale = بأي لغة تُكتب أولًا؟ هي اللغة التي يراها من لا يقرأ أيًّا من لغاتها.
ask-rubric = التصنيف: كلمة أو كلمتان فوق العنوان، مثل «التمييز». الحد الأقصى للأحرف: { $most }.
ask-title = العنوان: ما الموضوع، في سطر واحد. الحد الأقصى للأحرف: { $most }.
ask-summary = الملخّص: ماذا يحدث، في جملتين أو ثلاث. الحد الأقصى للأحرف: { $most }.
ask-ask = ما المطلب؟ يُقرأ بعد «مطلبنا:». الحد الأقصى للأحرف: { $most }.
ask-purpose = ما الغرض من التوقيعات؟ يُقرأ بعد «الغرض:» قبل الموافقة. الحد الأقصى للأحرف: { $most }.
ask-credit = من التقط الصورة أو رسمها؟ الحد الأقصى للأحرف: { $most }.
ask-picture-text = ماذا في الصورة؟ المطلوب وصف لمن لا يراها. الحد الأقصى للأحرف: { $most }.
ask-section = قسم جديد: العنوان في السطر الأول والنص تحته، في رسالة واحدة، وبين الفقرات سطر فارغ. وما زاد يمكن إضافته لاحقًا.
ask-heading = عنوان القسم. الحد الأقصى للأحرف: { $most }.
ask-body = نص القسم، وبين الفقرات سطر فارغ. يحلّ محلّ النص الحالي. الحد الأقصى للأحرف: { $most }.
ask-more = ماذا نضيف في آخر القسم؟ الحد الأقصى للأحرف في القسم كله: { $most }.
ask-link = رابط لما يستحق القراءة، هكذا: مقال سابق | https://example.org/article
ask-responsible = أي منظمة مسؤولة عن البيانات؟ تُذكر في الموافقة. الحد الأقصى للأحرف: { $most }.
ask-contact = أين يسأل الناس عن بياناتهم؟ بريد إلكتروني، أو عنوان موقع يبدأ بـ https://{ "\u200E" }.
ask-retention-days = بعد كم يوم من الإغلاق تُمحى التوقيعات؟
ask-date = يوم النداء: السنة ثم الشهر ثم اليوم، مثل { "\u200E" }2026-03-01.
ask-milestones = الأهداف: أعداد متصاعدة من التوقيعات بينها مسافات، مثل 1000 5000 20000.
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
choice-give-up = ✖️ التخلّي عنها، دون حفظ شيء

# الحملة في نظرة.

edit =
    <b>{ $title }</b>
    { $status }

    { $lines }
edit-complete = ✅ { $language }
edit-default = ⭐️ { $language }: لمن لا يقرأ اللغات الأخرى
edit-less = ⚠️ { $language }
edit-missing = ▫️ { $language }: لا ترجمة بعد
edit-key = 🔐 ما يُكتب عند التوقيع يُقفل بالمفتاح { "\u200E" }{ $keys }{ "\u200E" }
edit-keys = 🔐 ما يُكتب عند التوقيع يُقفل بعدة مفاتيح، ويكفي أيٌّ منها لفتحه: { "\u200E" }{ $keys }{ "\u200E" }
less-sections = – الأقسام: { $here }، وفي { $fullest }: { $there }
less-links = – الروابط: { $here }، وفي { $fullest }: { $there }
less-nothing-to-read = – لا يوجد قسم للقراءة
less-picture-text = – لم توصف الصورة لمن لا يراها
less-credit = – لم يُذكر صاحب الصورة
choice-edit-text = ✏️ { $language }
choice-edit-add = ➕ { $language }
choice-settings = ⚙️ الإعدادات
choice-opening = 🟢 فتح الحملة
choice-pause = ⏸ إيقاف مؤقت
choice-resume = ▶️ استئناف
choice-closing = ⚪️ إغلاق نهائي
edit-saved = ✅ تمّ الحفظ.
edit-stopped = لم يتغيّر شيء.
edit-changed = ⚠️ غيّر شخص آخر هذا قبل لحظة، فلم يُحفظ شيء. هذا ما أصبح عليه:

# المعاينة.

preview = 👁 هذا ما يراه من يقرأ بهذه اللغة ({ $language }):
preview-button = لا يفعل هذا الزر شيئًا في المعاينة.
choice-preview = 👁 معاينة
choice-texts = → النصوص

# الكلمات بلغة واحدة.

texts =
    <b>{ $language }</b>

    { $lines }

    الأقسام: { $sections } · الروابط: { $links }
    { $lacks }

    ما الذي نغيّره؟
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

    أي قسم نغيّر؟
section-listed = { $heading }
section =
    <b>{ $heading }</b>

    { $text }

    الأحرف: { $length } من { $most }
section-drop = هل نحذف القسم «{ $heading }»؟
choice-sections = 📖 الأقسام
choice-section-add = ➕ قسم جديد
choice-heading = عنوان القسم
choice-body = كتابته من جديد
choice-more = إضافة في آخره
choice-section-up = ⬆️ إلى أعلى
choice-section-drop = ✖️ حذف
choice-section-drop-yes = نعم، حذفه
choice-section-keep = لا، يبقى
links =
    <b>الروابط ({ $language }): { $count }</b>

    تظهر تحت الصفحة الأخيرة. والزر الذي عليه ✖️ يحذف رابطًا.
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

    العريضة مفتوحة، وهذا الكلام جزء من الموافقة. التوقيعات حتى الآن: { $total }. وافق أصحابها على الكلام السابق، وهو وحده المُلزِم تجاههم. أما من لم يُكمل توقيعه بعد فستُطلب موافقته من جديد.

    هل نحفظه؟
choice-write-yes = نعم، حفظه
choice-write-again = كتابته من جديد
choice-write-empty = تركه فارغًا

# الإعدادات.

settings =
    <b>الإعدادات: { $title }</b>

    المسؤول عن البيانات: { $responsible }
    للتواصل: { $contact }
    الأيام بين الإغلاق ومحو التوقيعات: { NUMBER($days, useGrouping: 0) }
    التاريخ: { DATETIME($date, dateStyle: "long") }
    اللغة الأساسية: { $default }
    { $urgent }
    { $picture }
    { $safety }

    <b>الأهداف</b>
    { $milestones }

    <b>ما يُطلب من الموقّعين</b>
    { $asks }
settings-urgent = 🚨 معلَّمة بأنها عاجلة
settings-not-urgent = غير معلَّمة بأنها عاجلة
settings-picture = مع صورة
settings-no-picture = بلا صورة
settings-usual-milestones = الأهداف المعتادة: 100 ثم 250 ثم 500 ثم 1,000 وهكذا
settings-milestone = • { $milestone }
choice-asks = ما يُطلب من الموقّعين
choice-picture = 🖼 الصورة
choice-main-language = اللغة الأساسية
choice-urgent-on = 🚨 وضع علامة «عاجلة»
choice-urgent-off = إزالة علامة «عاجلة»
asks =
    <b>ما يُطلب من الموقّعين</b>

    { $lines }

    { $risk }

    { $consent }

    كل زر يُظهر ما سيتغيّر بالضغط عليه.
asks-consent = ⚠️ العريضة مفتوحة، والموافقة تذكر ما يُطلب: من لم يُكمل توقيعه بعد فستُطلب موافقته من جديد.
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
picture = هذه هي الصورة الحالية. لتغييرها يكفي إرسال صورة أخرى. ويبقى ذكر صاحبها ووصفها بكل لغة.
picture-none = لا توجد صورة بعد. يمكنك إرسالها هنا: مقاس { "\u200E" }1280 × 720 بكسل مناسب في كل مكان. والمهم أن يكون استعمالها من حقك وألا تعرّض أحدًا للخطر.
picture-saved = ✅ حُفظت الصورة، دون ما كان في ملفها عن الكاميرا وصاحبها. يبقى وصفها بكل لغة وذكر من التقطها.
picture-lost = ⚠️ تعذّر جلب هذه الصورة، وربما كانت كبيرة جدًا. يمكن إرسالها بوصفها صورة لا تتجاوز 5 ميغابايت.
picture-heavy = ⚠️ هذه الصورة أكبر من 5 ميغابايت. يمكن تصغيرها، أو إرسالها بوصفها صورة لا ملفًا.
picture-kind = ⚠️ هذه ليست صورة PNG ولا JPEG.
picture-bomb = ⚠️ عدد بكسلات هذه الصورة هائل. لا بدّ من تصغيرها.
picture-damaged = ⚠️ هذه الصورة تالفة أو ناقصة. قد يفيد حفظها من جديد.
picture-place = ⚠️ تكشف هذه الصورة مكان التقاطها، وقد يعرّض ذلك أشخاصًا للخطر. يمكن إرسالها بوصفها صورة لا ملفًا، أو محو بياناتها الوصفية أولًا.
picture-small = ⚠️ مقاس هذه الصورة { "\u200E" }{ NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } بكسل، وأقل ما يلزم لكل جانب { NUMBER($most, useGrouping: 0) }.
picture-large = ⚠️ مقاس هذه الصورة { "\u200E" }{ NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } بكسل، وأقصى ما يُقبل لكل جانب { NUMBER($most, useGrouping: 0) }.
picture-shape = ⚠️ مقاس هذه الصورة { "\u200E" }{ NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } بكسل، وهي طويلة أو عريضة أكثر مما ينبغي. يمكن قصّها حتى لا تتجاوز نسبة جانب إلى الآخر { $most }.
choice-picture-drop = ✖️ حذف الصورة

# هل التوقيع متاح.

open-no-key =
    <b>قبل الفتح لا بدّ من مفتاح</b>

    ما يكتبه الناس عند التوقيع يُقفل بمفتاح منظمتك، كي لا يستطيع أحد قراءته على الخادم. ولم يُثبت أحد بعد أن لديه مفتاحًا كهذا. يفعل ذلك من يدير الخادم، مرة واحدة لكل الحملات:

    1. على جهاز خاص: python -m bot keys new --out organisation.key
    2. يُحفظ هذا الملف ونسخة منه في مكان آمن بعيد عن الخادم: من دونه لن يستطيع أحد قراءة أي اسم أبدًا.
    3. الأمر python -m bot keys --help يشرح كيف يُثبَت المفتاح دون نقله إلى الخادم.

    بعد ذلك يمكن فتح { $slug }.
open-sure =
    <b>هل نفتح «{ $title }»؟</b>

    عندئذ يستطيع الجميع قراءتها والتوقيع عليها.

    اللغات: { $languages }
    { $lines }

    المسؤول عن البيانات: { $responsible }
    { $sealing }
open-key = ستُقفل التوقيعات بالمفتاح { "\u200E" }{ $keys }{ "\u200E" } والمهم أن يكون جزؤه الخاص في أيدٍ أمينة: من دونه لن يستطيع أحد قراءة أي اسم أبدًا.
open-keys =
    ستُقفل التوقيعات بعدة مفاتيح: { "\u200E" }{ $keys }{ "\u200E" }
    من لديه واحد منها يقرأ كل الأسماء. والمهم أن يكون معروفًا من يحتفظ بها، وأن تكون أجزاؤها الخاصة في أيدٍ أمينة: إذا ضاعت كلها فلن يستطيع أحد قراءة أي اسم أبدًا.
open-which-key = بأي مفتاح تُقفل التوقيعات؟ المهم أن يكون جزؤه الخاص في أيدٍ أمينة: من دونه لن يستطيع أحد قراءة أي اسم أبدًا.
choice-open-yes = نعم، فتحها
choice-open-with = فتحها بالمفتاح { "\u200E" }{ $key }…{ "\u200E" }
campaign-opened = 🟢 فُتحت الحملة. التوقيع متاح.
campaign-paused = ⏸ أُوقفت مؤقتًا. لا يمكن التوقيع الآن، وكل توقيع سابق ما زال محسوبًا، وما زال سحبه ممكنًا.
campaign-resumed = 🟢 استُؤنفت الحملة. التوقيع متاح من جديد.
campaign-closed = ⚪️ أُغلقت نهائيًا. شكرًا لك على كل ما بُذل من أجلها.
close-sure =
    <b>هل نغلق «{ $title }» نهائيًا؟</b>

    التوقيعات حتى الآن: { $total }

    لن يستطيع أحد التوقيع بعد ذلك أبدًا، ولا يمكن فتحها من جديد. ويُتلف كل ما يصل بين الشخص وتوقيعه: فلا يُعرف بعدها من وقّع، ولن يستطيع أحد أن يجد توقيعه هنا أو يسحبه أو يمحوه. ومن طلب أن نخبره كم شخصًا وقّع عبر رابطه فلن يصله شيء بعد ذلك.

    عدد الأيام بعد الإغلاق حتى محو التوقيعات: { NUMBER($days, useGrouping: 0) }. وما يلزم منها فلا بدّ من فك تشفيره وتسليمه قبل ذلك.

    أما التوقف مدةً فقط، فيكفيه الإيقاف المؤقت.
close-really =
    <b>هل نغلق «{ $title }» حقًا؟</b>

    لا رجعة في ذلك لأحد. التوقيعات حتى الآن: { $total }. عدد الأيام حتى محوها: { NUMBER($days, useGrouping: 0) }.
choice-close-yes = نعم، إغلاقها
choice-close-for-good = إغلاقها إلى الأبد

# ما الخطأ في ما كُتب.

rule-hidden = ⚠️ فيه حرف لا يراه أحد: { $names }. نرجو كتابة الكلمات من جديد بدل لصقها.
rule-too-long = ⚠️ أطول مما ينبغي ({ $what }). عدد الأحرف: { $length }، والحد الأقصى: { $most }، والزائد: { $over }.
rule-empty = ⚠️ هذا فارغ ({ $what }).
rule-card = ⚠️ التصنيف والعنوان والملخّص والمطلب وصاحب الصورة تجتمع على بطاقة واحدة. عدد أحرفها معًا: { $length }، والحد الأقصى: { $most }، والزائد: { $over }.
rule-heading-empty = ⚠️ عنوان القسم فارغ.
rule-section-empty = ⚠️ لا شيء تحت العنوان. مكان العنوان السطر الأول، ومكان النص تحته.
rule-too-many-sections = ⚠️ الحد الأقصى للأقسام: { $most }.
rule-too-many-links = ⚠️ الحد الأقصى للروابط: { $most }.
rule-link = ⚠️ الرابط اسم ثم خط عمودي ثم عنوان: مقال سابق | https://example.org/article
rule-address = ⚠️ هذا ليس عنوان موقع: { $address }. يجب أن يبدأ بـ https://{ "\u200E" }.
rule-slug = ⚠️ الاسم من الحروف a–z والأرقام { "\u200E" }0–9 والشرطات، بطول أقصاه 24، دون شرطة في أوله ولا في آخره.
rule-slug-taken = ⚠️ توجد حملة بهذا الاسم. لا بدّ من اسم آخر.
rule-language = ⚠️ يكفي الضغط على إحدى اللغات أدناه.
rule-contact = ⚠️ هذا ليس بريدًا إلكترونيًا ولا عنوان موقع يبدأ بـ https://{ "\u200E" }.
rule-days = ⚠️ المطلوب عدد من الأيام بين 1 و{ NUMBER($most, useGrouping: 0) }.
rule-date = ⚠️ لا يوجد يوم كهذا. يُكتب هكذا: السنة ثم الشهر ثم اليوم، مثل { "\u200E" }2026-03-01.
rule-milestone = ⚠️ كل هدف عدد بين 1 و{ $most }.
rule-milestones-form = ⚠️ المطلوب أعداد صحيحة فقط، بلا نقاط ولا فواصل، وبينها مسافات: 1000 5000 20000.
rule-milestones-order = ⚠️ يجب أن يكون كل هدف أكبر من الذي قبله.
rule-too-many-milestones = ⚠️ الحد الأقصى للأهداف: { $most }.
rule-markup = ℹ️ يظهر النص كما كُتب: ستظهر النجوم والأقواس والوسوم أيضًا.

# السجل.

deed-created = إنشاء الحملة
deed-imported = استيراد الحملة من مجلد
deed-text = تغيير نص ({ $language }): { $what }
deed-setting = تغيير إعداد: { $what }
deed-opened = فتح الحملة
deed-keys = اختيار المفاتيح التي تُقفل بها الأسماء: { "\u200E" }{ $after }{ "\u200E" }
deed-keys-changed = تغيير المفاتيح التي تُقفل بها الأسماء الجديدة: { "\u200E" }{ $after }{ "\u200E" } بدلًا من { "\u200E" }{ $before }{ "\u200E" }
deed-paused = إيقاف الحملة مؤقتًا
deed-resumed = استئناف الحملة
deed-closed = إغلاق الحملة نهائيًا

# ما يُبلَّغ به المالكون.

notice-keys =
    🔐 <b>{ $title }</b>: اختيرت على الخادم المفاتيح التي تُقفل بها أسماء الموقّعين.

    المفاتيح: { "\u200E" }{ $after }{ "\u200E" }

    من لديه واحد منها يقرأ كل الأسماء. إن لم يكن لديك علم بأصحابها، فلا بدّ من سؤال من يدير الخادم، والأسلم ألّا يوقّع أحد قبل الجواب.
notice-keys-changed =
    🔐 <b>{ $title }</b>: من الآن تُقفل أسماء الموقّعين بمفاتيح أخرى. جرى ذلك على الخادم.

    من قبل: { "\u200E" }{ $before }{ "\u200E" }
    الآن: { "\u200E" }{ $after }{ "\u200E" }

    من لديه واحد من هذه المفاتيح يقرأ كل الأسماء الجديدة. إن لم يخبرك أحد بذلك، فقد تكون ليد أخرى سيطرة على الخادم: الأسلم إيقاف العريضة مؤقتًا ثم السؤال.
