"""What is kept: SQL for what counts, Redis for what may be lost.

Start at `storage.container.Storage`; the tables and why they are so stand in `storage.models`.
"""
