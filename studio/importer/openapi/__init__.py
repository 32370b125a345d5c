"""Descriptions of APIs, OpenAPI 2.0 to 3.2, made into journeys."""
