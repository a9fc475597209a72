### أرقام المنظِّمين: الرسوم البيانية وما تقوله بالكلمات.

stats =
    { $sample }
    <b>{ $title }</b>
    { $what }

    { $headline }
    { $lines }

    { $note }
stats-which =
    <b>الأرقام</b>

    أرقام أي حملة نعرض؟
stats-line = • { $label }: { $amount }

stats-total =
    { $total ->
        [zero] لم يوقّع أحد بعد
        [one] توقيع واحد
        [two] توقيعان
        [few] { $total } توقيعات
        [many] { $total } توقيعًا
       *[other] { $total } توقيع
    }
stats-about = { $amount }
stats-part = { $amount } ({ NUMBER($part, style: "percent", maximumFractionDigits: 0) })
stats-few = أقل من { $fewest }
stats-tens =
    { $fewest ->
        [100] الأرقام مقرَّبة إلى المئات
       *[other] الأرقام مقرَّبة إلى العشرات
    }، وما دون { $fewest } لا يظهر، كي لا يُعرَف أحد.
stats-nothing = لا شيء يُعرض بعد: لم يوقّع أحد حتى الآن.
stats-too-few = العدد أقل من أن يُرسم بعد: فأي رقم دون { $fewest } قد يدلّ على شخص بعينه.

stats-growth = كيف كبر العدد
stats-last-days = { $days ->
        [zero] اليوم
        [one] آخر يوم
        [two] آخر يومين
        [few] آخر { $days } أيام
        [many] آخر { $days } يومًا
       *[other] آخر { $days } يوم
    }
stats-best-day = أفضل يوم، { DATETIME($day, skeleton: "yMMMMd") }
stats-each-day = يومًا بيوم
stats-each-week = أسبوعًا بأسبوع
stats-each-month = شهرًا بشهر
stats-day = { DATETIME($day, skeleton: "MMMMd") }
stats-week = أسبوع { DATETIME($day, skeleton: "yMMMMd") }
stats-month = { DATETIME($day, skeleton: "yMMMM") }
stats-day-short = { DATETIME($day, skeleton: "MMMd") }
stats-month-short = { DATETIME($day, skeleton: "yMMM") }

stats-languages = لغات الموقّعين
stats-language = { $language }
stats-countries = من أين تأتي التوقيعات
stats-country = { $country }
stats-others = غيرها

stats-sources = كيف وصلوا إلينا
stats-source-direct = مباشرةً عبر البوت
stats-source-invite = رابط شخصي من صديق
stats-source-inline = بطاقة في محادثة
stats-source-origin = روابط أخرى مسمّاة
stats-source-group = البطاقة في مجموعة
stats-source-page = الصفحة العامة
stats-origin = { $label }

stats-funnel = من البداية إلى التوقيع
stats-funnel-note =
    { $fewest ->
        [100] الأرقام مقرَّبة إلى المئات
       *[other] الأرقام مقرَّبة إلى العشرات
    }، وما دون { $fewest } لا يظهر، كي لا يُعرَف أحد. النسب محسوبة من عدد من رأوها، ومن يعود بعد مدة طويلة يُحسب من جديد.
stats-stage-seen = رأوها
stats-stage-read = تابعوا القراءة
stats-stage-consented = وافقوا
stats-stage-signed = وقّعوا
stats-stage-shared = لديهم رابط للمشاركة

stats-reach = إلى من وصلت الرسائل الجماعية
stats-reach-nothing = لم تُرسَل أي رسالة جماعية بعد.
stats-reach-note = «حظروا البوت»: لم تعد الرسائل تصل إليهم. «غير مؤكَّد»: انقطع الاتصال أثناء الإرسال.
stats-broadcast = رقم { NUMBER($number, useGrouping: 0) }، { DATETIME($day, skeleton: "yMMMd") }
stats-of = { $sent } من { $size }
stats-reach-line = • { $broadcast }: أُرسلت إلى { $sent } من { $size }. حظروا البوت: { $blocked }. أوقفوا الرسائل: { $unsubscribed }. غير مؤكَّد: { $unknown }. تعذّر الإرسال إليهم: { $failed }.

choice-stats = 📊 الأرقام
stats-view-growth = 📈 النموّ
stats-view-pace = 🗓 الجديد
stats-view-languages = 💬 اللغات
stats-view-countries = 🌍 البلدان
stats-view-sources = 🔗 كيف وصلوا
stats-view-funnel = 👣 المراحل
stats-view-reach = 📣 الرسائل
