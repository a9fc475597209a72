### How a broadcast stands.

broadcast-progress =
    <b>{ $title }</b>

    { $bar }
    Enviados: { $sent } / { $size }
