"""A journey tried once: what was sent, what came back, and how it differs from before."""
