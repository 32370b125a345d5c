"""Pages that come with a later version."""
