### How a broadcast stands.

broadcast-progress =
    <b>{ $title }</b>

    { $bar }
    Envoyés: { $sent } / { $size }
