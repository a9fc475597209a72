### Hearing what comes of a campaign.

updates =
    <b>Updates</b>

    { $lines }

    Tap a petition to switch its updates on or off.
updates-line-on = 🔔 You hear what comes of “{ $title }”.
updates-line-off = 🔕 You get no messages about “{ $title }”.
updates-none = There is no petition right now that you could hear about.
updates-ask =
    <b>Would you like to hear what comes of “{ $title }”?</b>

    { $updates }
updates-on = You will hear from us. /updates stops it at any time.
updates-off = Done. You will get no more messages about this petition.
updates-declined = Very well, no messages. If you change your mind: /updates
broadcast-letter = { $text }

choice-updates-yes = Yes, keep me posted
choice-updates-no = No, thank you
choice-updates-stop = 🔕 Stop these messages
choice-updates-on = 🔔 Switch on: { $title }
choice-updates-off = 🔕 Switch off: { $title }
