### How a broadcast stands.

broadcast-progress =
    <b>{ $title }</b>

    { $bar }
    Sent: { $sent } / { $size }
