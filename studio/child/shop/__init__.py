"""The practice shop: a small server on loopback, with bottlenecks behind switches."""
