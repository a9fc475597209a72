"""What the Protocols of the stores promise, held to by the fakes and the real stores alike."""
