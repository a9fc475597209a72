"""What is kept: SQL for what counts, Redis for what may be lost.

Start at `storage.opening.Storage`; the tables and why they are so stand in `storage.models`.
"""
