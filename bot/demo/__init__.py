"""The demo: sample campaigns, and what `python -m bot demo` starts."""
