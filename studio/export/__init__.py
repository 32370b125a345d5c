"""What leaves for CI and for clusters."""
