"""The property panes of a journey: what can be said of a step, a block, or the whole."""
