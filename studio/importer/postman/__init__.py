"""Collections of Postman, made into journeys."""
