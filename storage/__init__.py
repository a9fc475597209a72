"""What is kept: SQL for what counts, Redis for what may be lost."""
