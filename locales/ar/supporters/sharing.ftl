### Passing it on: the question, the apps, what friends will read, and hearing what came of it.

share-ask =
    <b>هلّا ساعدتنا في نشرها؟</b>

    كل عريضة تكبر من صديق إلى صديق. ربما كان حولك من يوقّع أيضًا على «{ $title }».
share-later = لا بأس. وإن غيّرت رأيك، فزر المشاركة موجود تحت العريضة.
share-apps =
    <b>شكرًا لك. إلى من نوصلها؟</b>

    الضغط على اسم تطبيق يفتحه وفيه نص جاهز، يمكنك تعديله قبل إرساله. أما الزر الذي عليه 📋 فينسخ النص فقط، ويبقى عليك فتح التطبيق ولصقه هناك. تطبيق Signal مثلًا لا يتيح طريقة أخرى.

    هذا الرابط يفتح «{ $title }» لأصدقائك بلغتهم:
    { $link }

    { $joined }
share-joined =
    { $count ->
        [zero] لم يوقّع أحد عبر رابطك بعد. لا يرى هذا أحد سواك.
        [one] وقّع عبر رابطك <b>شخص واحد</b>. لا يرى هذا أحد سواك.
        [two] وقّع عبر رابطك <b>شخصان</b>. لا يرى هذا أحد سواك.
        [few] وقّع عبر رابطك <b>{ $count } أشخاص</b>. لا يرى هذا أحد سواك.
        [many] وقّع عبر رابطك <b>{ $count } شخصًا</b>. لا يرى هذا أحد سواك.
       *[other] وقّع عبر رابطك <b>{ $count } شخص</b>. لا يرى هذا أحد سواك.
    }

tell-ask =
    <b>هل نخبرك حين يوقّع آخرون على «{ $title }» عبر رابطك؟</b>

    { $consent }
tell-consent = نراسلك هنا عندما يوقّع أول شخص عبر رابطك، ثم عند بلوغ أعداد معيّنة فقط. نقول لك كم عددهم، ولا نقول أبدًا من هم. ولهذا يُحفظ عنوان محادثتك مشفّرًا، وبجانبه لغتك، إلى حين إيقافك هذه الرسائل أو إغلاق العريضة. الجهة المسؤولة عن ذلك: { $responsible }. للأسئلة: { $contact }
    .version = 1
tell-on = سنخبرك. ويمكنك إيقاف ذلك في أي وقت بالزر أدناه.
tell-off = تمّ ذلك. لن نخبرك بالتوقيعات بعد الآن.
tell-declined = حسنًا، لن تصلك رسائل. ويمكنك دائمًا معرفة العدد هنا.
tell-reached =
    { $count ->
        [zero] لم يوقّع أحد بعد على «{ $title }» عبر رابطك. شكرًا لك على نشرها.
        [one] 🎉 وقّع أول شخص على «{ $title }» عبر رابطك. شكرًا لك على نشرها.
        [two] 🎉 وقّع <b>شخصان</b> على «{ $title }» عبر رابطك. شكرًا لك على نشرها.
        [few] 🎉 وقّع <b>{ $count } أشخاص</b> على «{ $title }» عبر رابطك. شكرًا لك على نشرها.
        [many] 🎉 وقّع <b>{ $count } شخصًا</b> على «{ $title }» عبر رابطك. شكرًا لك على نشرها.
       *[other] 🎉 وقّع <b>{ $count } شخص</b> على «{ $title }» عبر رابطك. شكرًا لك على نشرها.
    }

choice-share = 📣 مشاركة العريضة
choice-share-yes = نعم، بكل سرور
choice-share-no = ليس الآن
choice-tell = 🔔 أخبروني بالتوقيعات
choice-untell = 🔕 لا تخبروني بعد الآن
choice-tell-yes = نعم، أخبروني
choice-tell-no = لا، شكرًا
link-email = البريد الإلكتروني
link-sms = رسالة نصية
link-copy = نسخ النص

# What friends read, in each app's own manner: no marks but WhatsApp's *bold*. Where no link stands
# here, the app puts it beside the words. Not everybody who passes it on has signed. Keep all of
# them short (230 characters with a link of 80), and the text message as short as can be. Each
# begins with an Arabic word, so that it runs from the right even where the title does not.
pass-telegram = ما رأيك أن نوقّع معًا على «{ $title }»؟ دقيقة واحدة تكفي، هنا في تيليجرام.
pass-whatsapp = مرحبًا! ما رأيك أن نوقّع هذه العريضة معًا؟ *{ $title }* 🙏 دقيقة واحدة تكفي: { $link }
pass-viber = مرحبًا! ما رأيك أن نوقّع معًا على «{ $title }»؟ دقيقة واحدة تكفي: { $link }
pass-messenger = ما رأيك أن نوقّع معًا على «{ $title }»؟ كل توقيع له وزنه: { $link }
pass-facebook = هذا الأمر يهمّني، وربما يهمّكم أيضًا: «{ $title }». للقراءة والتوقيع والنشر: { $link }
pass-x = عريضة تستحق القراءة والتوقيع والنشر: «{ $title }»
pass-email-subject = ما رأيك أن نوقّع هذه العريضة معًا؟ { $title }
pass-email =
    مرحبًا،

    خطر لي أن أكتب إليك: ما رأيك أن نوقّع معًا على «{ $title }»؟ دقيقة واحدة تكفي للقراءة والتوقيع: { $link }

    شكرًا لك!
pass-sms = نوقّع معًا على «{ $title }»؟ { $link }
pass-signal = ما رأيك أن نوقّع معًا على «{ $title }»؟ دقيقة واحدة تكفي للقراءة والتوقيع: { $link }
pass-copy = عريضة تستحق القراءة والتوقيع والنشر: «{ $title }» { $link }
