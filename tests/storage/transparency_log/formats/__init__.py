"""The public log's formats."""
