### توقيعات قيد المراجعة، وما يُقرَّر بشأنها.

held =
    <b>قيد المراجعة</b>

    { $lines }
held-none =
    <b>قيد المراجعة</b>

    لا شيء ينتظر قرارك. إن بدت لك بعض التوقيعات مريبة فيمكنك حجزها: ما لم يُحتسب منها بعد ينتظر حتى تنتهي المراجعة.
held-picked =
    <b>حجزها الفريق:</b> { $count ->
        [0] أقل من عشرة
       *[other] { $count }
    }
held-suspicious =
    <b>مريبة منذ البداية:</b> { $count ->
        [0] أقل من عشرة
       *[other] { $count }
    }
held-pile = • { $country }، { DATETIME($day, dateStyle: "long") }: { $count }
held-nowhere = بلا بلد
held-smaller =
    { $count ->
        [zero] ولا مجموعات أصغر
        [one] ومجموعة أصغر
        [two] ومجموعتان أصغر
        [few] و{ $count } مجموعات أصغر
        [many] و{ $count } مجموعة أصغر
       *[other] و{ $count } مجموعة أصغر
    }
held-deciding = ⏳ يجري الآن تنفيذ ما تقرر.

sift =
    <b>أي توقيعات؟</b>

    { $lines }

    { $count ->
        [0] لا يوجد توقيع مطابق.
        [zero] لا يوجد توقيع مطابق.
        [one] يوجد توقيع واحد مطابق.
        [two] يوجد توقيعان مطابقان.
        [few] توجد { $count } توقيعات مطابقة.
        [many] يوجد { $count } توقيعًا مطابقًا.
       *[other] يوجد { $count } توقيع مطابق.
    }
    { $counted }
sift-few =
    <b>أي توقيعات؟</b>

    { $lines }

    التوقيعات المطابقة أقل من { $fewest }، أو لا يوجد أي منها. وعدد قليل كهذا قد يدلّ على شخص بعينه، لذلك لا يُعرض هنا ولا يمكن فعل شيء بها وحدها. لا بدّ من اختيار أوسع.
sifted-new = كل ما ليس محجوزًا
sifted-picked = حجزها الفريق
sifted-suspicious = مريبة منذ البداية
sifted-country = • البلد: { $country }
sifted-language = • لغة التوقيع: { $language }
sifted-source = • جاءت عن طريق: { $source }
sifted-link = • جاءت عن طريق الرابط: { $link }
sifted-day = • يوم التوقيع: { DATETIME($since, dateStyle: "long") }
sifted-days = • أيام التوقيع: من { DATETIME($since, dateStyle: "long") } إلى { DATETIME($until, dateStyle: "long") }
sifted-counted =
    { $count ->
        [zero] لم يُحتسب شيء منها بعد.
        [one] واحد منها محتسب بالفعل، ويبقى كذلك ما لم يُحذف.
        [two] اثنان منها محتسبان بالفعل، ويبقيان كذلك ما لم يُحذفا.
        [few] { $count } منها محتسبة بالفعل، وتبقى كذلك ما لم تُحذف.
        [many] { $count } منها محتسبة بالفعل، وتبقى كذلك ما لم تُحذف.
       *[other] { $count } منها محتسبة بالفعل، وتبقى كذلك ما لم تُحذف.
    }
sifted-falls = ✂️ ما يُنقَص من المجموع: { $count }
came-direct = رابط عادي
came-invite = رابط شخصي
came-inline = بطاقة أُرسلت في محادثة
came-origin = رابط مسمّى
came-group = مجموعة
came-page = الصفحة العامة

sift-country = من أي بلد؟ يمكنك اختياره أدناه، أو كتابة اسمه بأي لغة.
sift-language = بأي لغة كان التوقيع؟
sift-language-choice = { $language }
sift-link = كيف جاءت هذه التوقيعات؟ يمكنك اختيار نوع الرابط، أو أحد روابطك المسمّاة.
sift-link-choice = 🔗 { $link }
sift-days = في أي أيام؟ يمكنك الاختيار أدناه، أو كتابة يوم أو يومين، مثل { "\u200E" }2026-03-01 { "\u200F" }{ "\u200E" }2026-03-04. الأيام بالتوقيت العالمي.
sift-days-unclear = لم نجد في ذلك يومًا أو يومين. يُكتب هكذا: { "\u200E" }2026-03-01 { "\u200F" }{ "\u200E" }2026-03-04
sift-why =
    { $count ->
        [zero] <b>ما سبب حذف { $count } توقيع؟</b>
        [one] <b>ما سبب حذف توقيع واحد؟</b>
        [two] <b>ما سبب حذف توقيعين؟</b>
        [few] <b>ما سبب حذف { $count } توقيعات؟</b>
        [many] <b>ما سبب حذف { $count } توقيعًا؟</b>
       *[other] <b>ما سبب حذف { $count } توقيع؟</b>
    }

    سيُظهر السجل العام السبب، ولا شيء عن الأشخاص.
sift-nothing = لم يبقَ شيء مطابق.
sift-changed = حُجزت توقيعات أخرى في هذه الأثناء. هذا هو العدد الجديد: نرجو إلقاء نظرة أخرى.

sift-hold =
    { $count ->
        [zero] <b>هل نحجز { $count } توقيع للمراجعة؟</b>
        [one] <b>هل نحجز توقيعًا واحدًا للمراجعة؟</b>
        [two] <b>هل نحجز توقيعين للمراجعة؟</b>
        [few] <b>هل نحجز { $count } توقيعات للمراجعة؟</b>
        [many] <b>هل نحجز { $count } توقيعًا للمراجعة؟</b>
       *[other] <b>هل نحجز { $count } توقيع للمراجعة؟</b>
    }

    { $lines }

    ما لم يُحتسب بعد ينتظر موافقتك. ولا يُبلَّغ أحد بذلك.
    { $counted }
sift-release =
    { $count ->
        [zero] <b>هل نعتمد { $count } توقيع؟</b>
        [one] <b>هل نعتمد توقيعًا واحدًا؟</b>
        [two] <b>هل نعتمد توقيعين؟</b>
        [few] <b>هل نعتمد { $count } توقيعات؟</b>
        [many] <b>هل نعتمد { $count } توقيعًا؟</b>
       *[other] <b>هل نعتمد { $count } توقيع؟</b>
    }

    { $lines }

    ستُحتسب كلها.
    { $counted }
sift-remove =
    { $count ->
        [zero] <b>هل نحذف { $count } توقيع نهائيًا؟</b>
        [one] <b>هل نحذف توقيعًا واحدًا نهائيًا؟</b>
        [two] <b>هل نحذف توقيعين نهائيًا؟</b>
        [few] <b>هل نحذف { $count } توقيعات نهائيًا؟</b>
        [many] <b>هل نحذف { $count } توقيعًا نهائيًا؟</b>
       *[other] <b>هل نحذف { $count } توقيع نهائيًا؟</b>
    }

    { $lines }
    السبب: { $reason }

    لا رجعة في ذلك. يُمحى كل ما يخصها، وينقص المجموع بقدر ما كان محتسبًا منها. ويمكن لأصحابها التوقيع من جديد.
    { $counted }
removal-duplicate = توقيع متكرر
removal-automated = توقيع آلي
removal-false-details = بيانات كاذبة
removal-legal = التزام قانوني
sift-done-hold =
    { $count ->
        [0] لم يبقَ شيء لحجزه.
        [zero] تمّ. عدد ما حُجز: { $count } توقيع.
        [one] تمّ. عدد ما حُجز: توقيع واحد.
        [two] تمّ. عدد ما حُجز: توقيعان.
        [few] تمّ. عدد ما حُجز: { $count } توقيعات.
        [many] تمّ. عدد ما حُجز: { $count } توقيعًا.
       *[other] تمّ. عدد ما حُجز: { $count } توقيع.
    }
sift-done-release =
    { $count ->
        [0] سبق أن قرر شخص آخر بشأنها.
        [zero] تمّ. عدد ما اعتُمد: { $count } توقيع.
        [one] تمّ. عدد ما اعتُمد: توقيع واحد.
        [two] تمّ. عدد ما اعتُمد: توقيعان.
        [few] تمّ. عدد ما اعتُمد: { $count } توقيعات.
        [many] تمّ. عدد ما اعتُمد: { $count } توقيعًا.
       *[other] تمّ. عدد ما اعتُمد: { $count } توقيع.
    }
sift-done-remove =
    { $count ->
        [0] سبق أن قرر شخص آخر بشأنها.
        [zero] تمّ. عدد ما حُذف: { $count } توقيع.
        [one] تمّ. عدد ما حُذف: توقيع واحد.
        [two] تمّ. عدد ما حُذف: توقيعان.
        [few] تمّ. عدد ما حُذف: { $count } توقيعات.
        [many] تمّ. عدد ما حُذف: { $count } توقيعًا.
       *[other] تمّ. عدد ما حُذف: { $count } توقيع.
    }

choice-held = 🔎 قيد المراجعة
choice-held-picked = المحجوزة
choice-held-suspicious = المريبة
choice-sift-new = ➕ حجز توقيعات
choice-hold = حجزها
choice-release = اعتمادها
choice-remove = حذفها
choice-sift-country = البلد
choice-sift-language = اللغة
choice-sift-link = الرابط
choice-sift-days = الأيام
choice-sift-all = الكل من جديد
choice-sift-leave = → تركها كما هي
choice-today = اليوم
choice-yesterday = أمس
choice-week = آخر 7 أيام
choice-duplicate = توقيع متكرر
choice-automated = توقيع آلي
choice-false-details = بيانات كاذبة
choice-legal = التزام قانوني
choice-sure-hold = نعم، حجزها
choice-sure-release = نعم، احتسابها
choice-sure-remove = نعم، حذفها نهائيًا
choice-sift-no = لا، رجوع
