"""What runs, and how the world reaches the conversation."""
