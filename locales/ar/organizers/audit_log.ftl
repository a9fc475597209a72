# What organizers did with broadcasts, as the audit log tells it: "24 Nov, 18:05 · Ida: paused …"

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
