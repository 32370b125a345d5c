"""Exports of Insomnia, made into journeys."""
