"""Plans of JMeter."""
