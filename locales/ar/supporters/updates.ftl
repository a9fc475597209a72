### Hearing what comes of a campaign.

updates =
    <b>المستجدات</b>

    { $lines }

    الضغط على عريضة يشغّل مستجداتها أو يوقفها.
updates-line-on = 🔔 تصلك مستجدات «{ $title }».
updates-line-off = 🔕 لا تصلك رسائل عن «{ $title }».
updates-none = لا توجد الآن عريضة يمكن أن تصلك مستجداتها.
updates-ask =
    <b>هل نخبرك بما يستجدّ بشأن «{ $title }»؟</b>

    { $updates }
updates-on = ستصلك رسائلنا. ويمكنك إيقافها في أي وقت: { "\u200E" }/updates
updates-off = تمّ ذلك. لن تصلك بعد الآن رسائل عن هذه العريضة.
updates-declined = حسنًا، لن تصلك رسائل. وإن غيّرت رأيك: { "\u200E" }/updates
broadcast-letter = { $text }

choice-updates-yes = نعم، أخبروني
choice-updates-no = لا، شكرًا
choice-updates-stop = 🔕 إيقاف هذه الرسائل
choice-updates-on = 🔔 تشغيل: { $title }
choice-updates-off = 🔕 إيقاف: { $title }
