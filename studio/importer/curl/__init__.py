"""Commands of curl, as people paste them, made into journeys."""
