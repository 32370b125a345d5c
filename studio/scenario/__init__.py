"""What a run sets out to do."""
