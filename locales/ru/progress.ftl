### How a broadcast stands.

broadcast-progress =
    <b>{ $title }</b>

    { $bar }
    Отправлено: { $sent } / { $size }
