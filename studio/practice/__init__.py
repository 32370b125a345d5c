"""Meeting a bottleneck in a minute."""
