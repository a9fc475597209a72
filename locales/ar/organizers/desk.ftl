### مكتب المنظِّمين: الحملات والفريق.

organize =
    { $count ->
        [zero] <b>مكتبك</b>

            لا توجد حملة بعد.
        [one] <b>مكتبك</b>

            حملة واحدة. الضغط عليها يفتحها.
        [two] <b>مكتبك</b>

            حملتان. الضغط على إحداهما يفتحها.
        [few] <b>مكتبك</b>

            { $count } حملات. الضغط على إحداها يفتحها.
        [many] <b>مكتبك</b>

            { $count } حملة. الضغط على إحداها يفتحها.
       *[other] <b>مكتبك</b>

            { $count } حملة. الضغط على إحداها يفتحها.
    }
organize-draft = ✏️ { $title }
organize-open = 🟢 { $title }
organize-paused = ⏸ { $title }
organize-closed = ⚪️ { $title }
organizer-not-yours = دورك هنا لا يسمح بهذا. وإن لزمك ذلك، فيمكنك مراجعة أحد مسؤولي الحملة.
desk =
    { $sample }
    <b>{ $title }</b>

    { $status }
    { $total ->
        [zero] لم يوقّع أحد بعد.
        [one] توقيع واحد.
        [two] توقيعان.
        [few] { $total } توقيعات.
        [many] { $total } توقيعًا.
       *[other] { $total } توقيع.
    }
    دورك هنا: { $role }
status-draft = ✏️ مسودّة: لا يراها أحد بعد.
status-open = 🟢 مفتوحة: التوقيع متاح.
status-paused = ⏸ متوقّفة مؤقتًا: القراءة متاحة، أما التوقيع فلا في الوقت الحالي.
status-closed = ⚪️ مغلقة نهائيًا.
desk-erases = 🗑 تُمحى التوقيعات تلقائيًا في { DATETIME($day, dateStyle: "long") }، ويبقى عددها.
desk-erased = 🗑 مُحيت التوقيعات في { DATETIME($day, dateStyle: "long") }، وبقي عددها.
role-owner = مسؤولية الحملة
role-organizer = التنظيم
role-translator = الترجمة
role-viewer = الاطّلاع فقط
house = كل الحملات

join =
    <b>هناك من يطلب مساعدتك: { $where }</b>

    سيكون دورك: { $role }

    إن وافقت، يُحفظ اسمك كما يظهر في ملفك الشخصي وعنوان هذه المحادثة مشفّرَين، إلى حين تركك هذا الدور أو إرسال الأمر { "\u200E" }/forget. وكل عمل لك في هذا الدور يُدوَّن ويراه بقية الفريق.
join-spent = سبق استعمال هذا الرابط أو انتهت صلاحيته: فهو يعمل مرة واحدة، ولمدة يوم. يمكنك طلب رابط جديد ممن أرسله إليك.
joined = أهلًا بك! الأمر { "\u200E" }/organize يعيدك إلى هنا في أي وقت.
join-declined = حسنًا. لم يُحفظ أي شيء.

team =
    <b>الفريق: { $where }</b>

    { $lines }
team-member = • { $name }: { $role }
team-yourself = • { $name } (أنت): { $role }
organizer-nameless = العضو رقم { NUMBER($number, useGrouping: 0) }
team-add =
    <b>ما الدور المطلوب للعضو الجديد؟ ({ $where })</b>

    مسؤولية الحملة: كل شيء، بما في ذلك اختيار الفريق.
    التنظيم: إدارة الحملة ومراسلة مناصريها.
    الترجمة: كتابة النصوص.
    الاطّلاع فقط: رؤية الأرقام.
team-link =
    <b>رابط لشخص واحد ({ $where }، { $role })</b>

    { $link }

    يُرسَل إلى ذلك الشخص وحده، في محادثة موثوقة: فأول من يفتحه ينال الدور. يعمل مرة واحدة، ولمدة يوم.
team-remove = هل نسحب دور { $name }؟ ({ $where })
team-remove-yourself = هل قرّرت التخلي عن دورك؟ ({ $where })
team-removed = تمّ سحب الدور.

mydata-organizer = • أنت من فريق التنظيم: اسمك وعنوان هذه المحادثة محفوظان مشفّرَين، وكل عمل لك فيه يُدوَّن.
forget-organizer = أنت من فريق التنظيم: ستزول أدوارك أيضًا، ولا يعيدها إليك إلا من يتولّى مسؤولية الحملة. وما قمت به يبقى مدوَّنًا تحت رقم.

choice-desk = → المكتب
choice-organize = → كل الحملات
choice-back-to = → { $room }
choice-team = 👥 الفريق
choice-older = الأقدم
choice-team-add = ➕ دعوة شخص
choice-team-remove = ✖️ { $name }
choice-role-owner = مسؤولية الحملة
choice-role-organizer = التنظيم
choice-role-translator = الترجمة
choice-role-viewer = الاطّلاع فقط
choice-back = → رجوع
choice-join-yes = نعم، سأساعد
choice-join-no = لا
choice-remove-yes = نعم، سحب الدور
choice-remove-no = لا
choice-continue-organizing = العودة إلى ما بدأته
