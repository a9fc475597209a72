### How a broadcast stands.

broadcast-progress =
    <b>{ $title }</b>

    { $bar }
    أُرسلت: { $sent } / { $size }
