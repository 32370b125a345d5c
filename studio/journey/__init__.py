"""What one kind of user does."""
