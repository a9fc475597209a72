### The public page, the counter for other sites, and the share card.

# The page shows what is bold large and on a line of its own, so the number comes first.
page-total =
    { $total ->
        [zero] لم يوقّع أحد بعد. فليبدأ العدّ بتوقيعك.
        [one] <b>توقيع واحد</b> على هذه العريضة
        [two] <b>توقيعان</b> على هذه العريضة
        [few] <b>{ $total }</b> توقيعات على هذه العريضة
        [many] <b>{ $total }</b> توقيعًا على هذه العريضة
       *[other] <b>{ $total }</b> توقيع على هذه العريضة
    }
page-date = { DATETIME($date, dateStyle: "long") }
page-goal = هدفنا التالي: { $milestone }
page-sign = أوقّع عبر تيليجرام
page-sign-how = تُفتح هناك محادثة خاصة. ولا يُرسَل شيء قبل تأكيدك.
page-scan = للتوقيع من الهاتف: يكفي مسح هذا الرمز.
page-qr = رمز استجابة سريعة (QR) يفتح العريضة في تيليجرام
page-closed = أُغلقت هذه العريضة. شكرًا لكل من وقّع عليها.
page-paused = هذه العريضة متوقّفة مؤقتًا: لا يمكن التوقيع عليها الآن. وكل توقيع سابق ما زال محسوبًا.
page-others = عرائض يمكنك توقيعها الآن
page-ask = مطلبنا
page-related = قراءات ذات صلة
page-growth = كيف كبرت العريضة
page-growth-told = من { DATETIME($first, dateStyle: "long") } إلى { DATETIME($last, dateStyle: "long") }: { $total ->
        [zero] لا توقيعات بعد.
        [one] توقيع واحد.
        [two] توقيعان.
        [few] { $total } توقيعات.
        [many] { $total } توقيعًا.
       *[other] { $total } توقيع.
    }
page-countries = من أين تأتي التوقيعات
page-elsewhere = بلدان أخرى، أو دون ذكر البلد
page-table = الأرقام نفسها في جدول
page-day = اليوم
page-country = البلد
page-signatures = التوقيعات
page-share = هلّا ساعدتنا في نشرها؟
page-copy-how = لتطبيق Signal ولكل ما سواه: يمكنك نسخ هذا النص، ثم لصقه حيث شئت.
page-copied = تمّ النسخ
page-languages = اللغات
page-in-your-language = قراءة هذه الصفحة بالعربية
page-for-sites = لموقعك على الإنترنت
page-for-sites-how = بهذا الرمز البرمجي يظهر عدد التوقيعات على صفحتك أولًا بأول:
page-open = قراءة العريضة وتوقيعها
page-safe = هذه الصفحة لا تضع أي ملفات تعريف ارتباط (كوكيز)، ولا تحمّل شيئًا من مواقع أخرى، ولا تكشف أبدًا من وقّع.
