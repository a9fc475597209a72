### طلبات فك تشفير التوقيعات.

exports =
    <b>التصدير</b>

    { $lines }
exports-none =
    <b>التصدير</b>

    لم يطلب أحد تصدير التوقيعات بعد. يأتي الطلب ممن لديه المفتاح الخاص للمنظمة عبر أمر التصدير، والقرار هنا لمن يتولى مسؤولية الحملة.
exports-line =
    رقم { NUMBER($number, useGrouping: 0) } · { DATETIME($at, dateStyle: "long", timeStyle: "short") } · { $count ->
        [zero] { $count } توقيع
        [one] توقيع واحد
        [two] توقيعان
        [few] { $count } توقيعات
        [many] { $count } توقيعًا
       *[other] { $count } توقيع
    } · { $state }
export-asked = ينتظر الجواب
export-granted = مسموح به
export-refused = مرفوض
export-used = تمّ
export-expired = انتهت صلاحيته
export =
    <b>التصدير رقم { NUMBER($number, useGrouping: 0) }: { $title }</b>

    { $count ->
        [zero] لن يُفك تشفير أي توقيع.
        [one] سيُفك تشفير توقيع واحد، بكل ما كتبه صاحبه.
        [two] سيُفك تشفير توقيعين، بكل ما كتبه صاحباهما.
        [few] سيُفك تشفير { $count } توقيعات، بكل ما كتبه أصحابها.
        [many] سيُفك تشفير { $count } توقيعًا، بكل ما كتبه أصحابها.
       *[other] سيُفك تشفير { $count } توقيع، بكل ما كتبه أصحابها.
    }
    { $which }

    { $state }
export-all = من كل البلدان وبكل اللغات.
export-country = من هذا البلد فقط: { $country }
export-language = بهذه اللغة فقط: { $language }
export-held = مع ما هو قيد المراجعة.
export-told-asked = يأتي الطلب ممن لديه المفتاح الخاص. لا ينبغي السماح به دون معرفة صاحب الطلب والغرض منه؛ وإلا فالرفض أولى.
export-told-granted = ✅ مسموح به: يمكن إجراء التصدير مرة واحدة خلال يوم. ويمكن سحب الموافقة حتى ذلك الحين.
export-told-refused = 🚫 مرفوض.
export-told-used = أُجري التصدير.
export-told-expired = انتهت الصلاحية: لم يُجب أحد أو لم تُستعمل الموافقة خلال يوم.
export-late = فات الأوان: سبق البتّ في الطلب أو استُعمل أو انتهت صلاحيته.
exports-choice = رقم { NUMBER($number, useGrouping: 0) }

choice-exports = 🔐 التصدير
choice-grant = ✅ السماح
choice-refuse = 🚫 الرفض
choice-revoke = 🚫 سحب الموافقة
