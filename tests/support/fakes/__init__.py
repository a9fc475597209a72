"""In-memory twins of the stores, for tests of the conversation alone.

They keep state and hold to what the Protocols promise: the tests in `tests/contracts/` are passed
by them and by the real stores, on both databases. They also record what was asked of them.
"""
