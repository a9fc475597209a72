# What organizers did with broadcasts, as the audit log tells it: "24 Nov, 18:05 · Ida: paused …"

deed-broadcast-drafted = بدأ مسودّة: الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-confirmed =
    { $size ->
        [zero] أكّد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ولا أحد يتلقّاها
        [one] أكّد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى شخص واحد
        [two] أكّد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى شخصين
        [few] أكّد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } أشخاص
        [many] أكّد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } شخصًا
       *[other] أكّد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } شخص
    }
deed-broadcast-approved = وافق على الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-rejected = أعاد الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى المسودّات
deed-broadcast-paused = أوقف الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } مؤقّتًا
deed-broadcast-resumed = استأنف الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-cancelled = ألغى الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) }
deed-broadcast-repeated =
    { $size ->
        [zero] أعاد إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } ولم يفُت أحدًا شيء
        [one] أعاد إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى شخص واحد ربما لم تصله
        [two] أعاد إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى شخصين ربما لم تصلهما
        [few] أعاد إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } أشخاص ربما لم تصلهم
        [many] أعاد إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } شخصًا ربما لم تصلهم
       *[other] أعاد إرسال الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } إلى { $size } شخص ربما لم تصلهم
    }
deed-broadcast-lost = أُلغيت الرسالة الجماعية رقم { NUMBER($number, useGrouping: 0) } لأن الحملة أُغلقت ولم يعد ممكنًا معرفة من وقّع
