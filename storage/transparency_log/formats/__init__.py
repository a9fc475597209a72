"""The public log's formats, as plain functions: no database, nothing else of the product.

A log is an RFC 6962 tree (`tree`), served in tiles (`tiles`); its state is a checkpoint
(`checkpoints`), which is a signed note (`notes`) that witnesses may cosign (`witnesses`,
`policies`); a receipt is a proof that stands by itself (`proofs`); whoever copies it all can check
it all (`copies`). Whatever is not exactly as the
specifications want it raises `refusals.Refused`, with a reason that a program can tell apart.

The specifications: RFC 6962 section 2.1, RFC 9162 section 2.1, and of c2sp.org signed-note,
tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-proof, tlog-policy, tlog-witness. Where they
leave a choice, the strictest reading is taken: for one content there is one spelling, so nobody
can change a byte without being noticed.
"""
