"""The terminal as a messenger: text and numbers, no buttons, nothing edited or taken back."""
