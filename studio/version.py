"""Which Swarmbook this is."""

SWARMBOOK = "0.1.0"
