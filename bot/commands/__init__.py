"""The commands of `python -m bot`, each whole: its options and its work."""
