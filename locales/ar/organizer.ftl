### مكتب المنظِّمين: الحملات والفريق والسجلّ.

organize =
    { $count ->
        [zero] <b>مكتبكم</b>

            لا توجد حملة بعد.
        [one] <b>مكتبكم</b>

            حملة واحدة. اضغطوا عليها للعمل عليها.
        [two] <b>مكتبكم</b>

            حملتان. اضغطوا على إحداهما للعمل عليها.
        [few] <b>مكتبكم</b>

            { $count } حملات. اضغطوا على إحداها للعمل عليها.
        [many] <b>مكتبكم</b>

            { $count } حملة. اضغطوا على إحداها للعمل عليها.
       *[other] <b>مكتبكم</b>

            { $count } حملة. اضغطوا على إحداها للعمل عليها.
    }
organize-draft = ✏️ { $title }
organize-open = 🟢 { $title }
organize-paused = ⏸ { $title }
organize-closed = ⚪️ { $title }
organizer-not-yours = دوركم لا يسمح بهذا. إن كنتم تحتاجون إليه فراجعوا أحد مسؤولي الحملة.
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
    دوركم هنا: { $role }
status-draft = ✏️ مسودّة: لا يراها أحد بعد.
status-open = 🟢 مفتوحة: التوقيع متاح.
status-paused = ⏸ متوقّفة مؤقتًا: القراءة متاحة، أما التوقيع فلا في الوقت الحالي.
status-closed = ⚪️ أُغلقت نهائيًا.
role-owner = مسؤولية الحملة
role-organizer = التنظيم
role-translator = الترجمة
role-viewer = الاطّلاع فقط
house = كل الحملات

join =
    <b>هناك من يطلب مساعدتكم: { $where }</b>

    سيكون دوركم: { $role }

    إن وافقتم حُفظ اسمكم كما يظهر في ملفكم الشخصي وعنوان هذه المحادثة مشفَّرَين، إلى أن تتركوا الدور أو ترسلوا /forget. وكل ما تفعلونه في هذا الدور يُدوَّن ويراه بقية الفريق.
join-spent = استُخدم هذا الرابط أو انتهت صلاحيته: فهو يعمل مرة واحدة، ولمدة يوم. اطلبوا رابطًا جديدًا ممن أرسله إليكم.
joined = أهلًا بكم! يعيدكم الأمر /organize إلى هنا في أي وقت.
join-declined = حسنًا. لم يُحفظ أي شيء.

team =
    <b>الفريق: { $where }</b>

    { $lines }
team-member = • { $name }: { $role }
team-yourself = • { $name } (أنتم): { $role }
organizer-nameless = عضو رقم { NUMBER($number, useGrouping: 0) }
team-add =
    <b>ما الذي يحقّ لهذا الشخص أن يفعله؟ ({ $where })</b>

    مسؤولية الحملة: كل شيء، ومنه اختيار الفريق.
    التنظيم: إدارة الحملة ومراسلة مناصريها.
    الترجمة: كتابة النصوص.
    الاطّلاع فقط: رؤية الأرقام.
team-link =
    <b>رابط لشخص واحد ({ $where }، { $role })</b>

    { $link }

    أرسلوه إلى ذلك الشخص وحده، في محادثة تثقون بها: فأول من يفتحه ينال الدور. يعمل مرة واحدة، ولمدة يوم.
team-remove = هل تريدون سحب هذا الدور من { $name }؟ ({ $where })
team-remove-yourself = هل تريدون التخلي عن دوركم؟ ({ $where })
team-removed = تمّ سحب الدور.

audit =
    <b>السجلّ ({ $where })</b>

    { $lines }
audit-empty = لم يحدث شيء هنا بعد.
deed = { DATETIME($at, dateStyle: "medium", timeStyle: "short") } · { $who }: { $what }
deed-by-command = على الخادوم
deed-link = أنشأ رابطًا لعضو جديد ({ $role })
deed-joined = انضمّ إلى الفريق ({ $role })
deed-removed = سحب دورًا من العضو رقم { NUMBER($number, useGrouping: 0) }

mydata-organizer = • أنتم من فريق التنظيم: اسمكم وعنوان هذه المحادثة محفوظان مشفَّرَين، وما تفعلونه بهذه الصفة يُدوَّن.
forget-organizer = أنتم من فريق التنظيم: ستزول أدواركم أيضًا، ولا يعيدها إليكم إلا من يتولّى مسؤولية الحملة. وما فعلتموه يبقى مدوَّنًا تحت رقم.

choice-desk = → المكتب
choice-organize = → كل الحملات
choice-team = 👥 الفريق
choice-audit = 📜 السجلّ
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
choice-remove-yes = نعم، اسحبوه
choice-remove-no = لا
choice-continue-organizing = العودة إلى ما كنتم تفعلونه
