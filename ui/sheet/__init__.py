"""What opens over any page."""
