### السجل: ما فعله المنظِّمون، وما يحدث لرسالة جماعية من تلقاء نفسه، كما في
### “24 نوفمبر، 18:05 · إيدا: …”.

audit =
    <b>ما جرى ({ $where })</b>

    { $lines }

    🕓 التوقيت: { $clock }
audit-empty = لم يحدث شيء هنا بعد.
audit-day = <b>{ DATETIME($day, dateStyle: "long") }</b>
deed = • { DATETIME($at, timeStyle: "short") } · { $who }: { $what }
deed-in = • { DATETIME($at, timeStyle: "short") } · { $who } ({ $where }): { $what }
deed-times = { $deed } (× { $count })
deed-by-command = من الخادم
choice-audit = 📜 ما جرى

activity =
    <b>من عمل في آخر { $days } يومًا</b>
    { $where }

    { $lines }
activity-none =
    <b>من عمل</b>
    { $where }

    لم يفعل أحد شيئًا هنا في آخر { $days } يومًا.
activity-who = • { $who }
activity-more = • { $count ->
    [zero] ولا أحد غيرهم
    [one] وشخص آخر
    [two] وشخصان آخران
    [few] و{ $count } أشخاص آخرين
    [many] و{ $count } شخصًا آخر
   *[other] و{ $count } شخص آخر
}
choice-activity = 🗓 من عمل ومتى

## The team

deed-link = إنشاء رابط لعضو جديد ({ $role })
deed-joined = الانضمام إلى الفريق ({ $role })
deed-removed = سحب الدور من العضو رقم { NUMBER($number, useGrouping: 0) }

## Campaigns

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

## Broadcasts

deed-broadcast-drafted = بدء مسودّة: الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-confirmed =
    { $size ->
        [zero] تأكيد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }، بلا متلقّين
        [one] تأكيد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }، إلى شخص واحد
        [two] تأكيد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }، إلى شخصين
        [few] تأكيد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }، إلى { $size } أشخاص
        [many] تأكيد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }، إلى { $size } شخصًا
       *[other] تأكيد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }، إلى { $size } شخص
    }
deed-broadcast-approved = الموافقة على الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-rejected = إعادة الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } مسودّةً
deed-broadcast-paused = إيقاف الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } مؤقتًا
deed-broadcast-resumed = استئناف الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-cancelled = إيقاف الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } نهائيًا
deed-broadcast-repeated =
    { $size ->
        [zero] إعادة إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }، بلا متلقّين
        [one] إعادة إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى شخص واحد ربما لم تصله
        [two] إعادة إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى شخصين ربما لم تصلهما
        [few] إعادة إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } أشخاص ربما لم تصلهم
        [many] إعادة إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } شخصًا ربما لم تصلهم
       *[other] إعادة إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } شخص ربما لم تصلهم
    }
deed-broadcast-lost = إيقاف الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } نهائيًا: أُغلقت الحملة ولم تعد معرفة من وقّع ممكنة
deed-broadcast-written = كتابة نص الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ({ $language })
deed-broadcast-tried = تجربة الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } في المحادثة الخاصة ({ $language })
deed-broadcast-illustrated = تغيير صورة الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-aimed = اختيار من تصله الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-dropped = حذف المسودّة رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-quiet = منع إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ليلًا
deed-broadcast-loud = السماح بإرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ليلًا
deed-broadcast-paid = اختيار دفع نجوم لتسريع الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-unpaid = اختيار إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } مجانًا
deed-broadcast-grown =
    { $size ->
        [zero] الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } تنتظر موافقة شخص آخر: لن تصل الآن إلى أحد
        [one] الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } تنتظر موافقة شخص آخر: ستصل الآن إلى شخص واحد
        [two] الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } تنتظر موافقة شخص آخر: ستصل الآن إلى شخصين
        [few] الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } تنتظر موافقة شخص آخر: ستصل الآن إلى { $size } أشخاص
        [many] الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } تنتظر موافقة شخص آخر: ستصل الآن إلى { $size } شخصًا
       *[other] الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } تنتظر موافقة شخص آخر: ستصل الآن إلى { $size } شخص
    }
deed-broadcast-orphaned = الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } تنتظر موافقة أحد المنظّمين: من أطلقها لم يعد له هذا الدور هنا

## Signatures held for review

deed-held =
    { $count ->
        [zero] حجز { $count } توقيع للمراجعة
        [one] حجز توقيع واحد للمراجعة
        [two] حجز توقيعين للمراجعة
        [few] حجز { $count } توقيعات للمراجعة
        [many] حجز { $count } توقيعًا للمراجعة
       *[other] حجز { $count } توقيع للمراجعة
    }
deed-released =
    { $count ->
        [zero] اعتماد { $count } توقيع
        [one] اعتماد توقيع واحد
        [two] اعتماد توقيعين
        [few] اعتماد { $count } توقيعات
        [many] اعتماد { $count } توقيعًا
       *[other] اعتماد { $count } توقيع
    }
deed-invalidated =
    { $count ->
        [zero] حذف { $count } توقيع ({ $reason })
        [one] حذف توقيع واحد ({ $reason })
        [two] حذف توقيعين ({ $reason })
        [few] حذف { $count } توقيعات ({ $reason })
        [many] حذف { $count } توقيعًا ({ $reason })
       *[other] حذف { $count } توقيع ({ $reason })
    }

## Exports

deed-export-asked =
    { $count ->
        [zero] طلب التصدير رقم { NUMBER($number, useGrouping: 0) }: { $count } توقيع
        [one] طلب التصدير رقم { NUMBER($number, useGrouping: 0) }: توقيع واحد
        [two] طلب التصدير رقم { NUMBER($number, useGrouping: 0) }: توقيعان
        [few] طلب التصدير رقم { NUMBER($number, useGrouping: 0) }: { $count } توقيعات
        [many] طلب التصدير رقم { NUMBER($number, useGrouping: 0) }: { $count } توقيعًا
       *[other] طلب التصدير رقم { NUMBER($number, useGrouping: 0) }: { $count } توقيع
    }
deed-export-granted = السماح بالتصدير رقم { NUMBER($number, useGrouping: 0) }
deed-export-refused = رفض التصدير رقم { NUMBER($number, useGrouping: 0) }
deed-exported =
    { $count ->
        [zero] تصدير { $count } توقيع
        [one] تصدير توقيع واحد
        [two] تصدير توقيعين
        [few] تصدير { $count } توقيعات
        [many] تصدير { $count } توقيعًا
       *[other] تصدير { $count } توقيع
    }
