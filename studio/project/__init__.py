"""One project, open."""
