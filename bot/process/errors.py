"""What the operator, and nobody else, can put right."""


class SettingsError(Exception):
    """A setting is missing or wrong. The text is one line that says what to set."""
